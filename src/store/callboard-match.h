/* callboard-match.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * callboard_match_build:
 * @text: what somebody typed
 *
 * «anna 0171» becomes «"anna"* "0171"*»: every word, as the beginning of a word. The quotes keep it from being the
 * search's own syntax.
 *
 * Returns: (transfer full): an expression for MATCH, "" if @text has no word
 */
char *callboard_match_build (const char *text);

G_END_DECLS
