/* callboard-text-count.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-queries-accounts.h"

G_BEGIN_DECLS

/**
 * callboard_text_count_describe:
 * @text: a text with merge fields
 * @price: (nullable): what one part of an SMS costs
 * @foreign: (out): whether a letter makes it longer as an SMS
 *
 * Counts with values of usual length in the place of fields.
 *
 * Returns: (transfer full): how long it is, and the letter
 */
char *callboard_text_count_describe (const char              *text,
                                     const CallboardPriceRow *price,
                                     gboolean                *foreign);

G_END_DECLS
