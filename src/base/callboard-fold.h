/* callboard-fold.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * callboard_fold:
 * @text: (nullable): any bytes
 *
 * Reduces a text to what two people who mean the same would both have typed: lower case, no accents (ß is "ss", ł is
 * "l"), no emoji, apostrophes dropped, other punctuation and white space one space. Plus, currency and other signs
 * that carry a meaning stay, so that "C++" is not "C". Bytes that are not UTF-8 count as punctuation.
 *
 * Takes time in proportion to the length, whatever the text.
 *
 * Returns: (transfer full): the folded text, without spaces at its ends
 */
char *callboard_fold (const char *text);

G_END_DECLS
