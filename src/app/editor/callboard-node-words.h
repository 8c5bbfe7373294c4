/* callboard-node-words.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft-node.h"

G_BEGIN_DECLS

/* What the parts of a campaign are called. */

/* "Content", "Short answer", "Choice"; of a kind that it does not know, the kind itself. */
const char *callboard_node_words_get_kind (const char         *kind);

/* A line about what the user called it: its text, with fields by their names, or that of the first thing in it. Empty if
 * there is none. (transfer full) */
char       *callboard_node_words_summarise (CallboardDraftNode *node);

/* "Delete Question": what is undone, by what kind of thing it was done to. (transfer none) */
const char *callboard_node_words_get_add    (const char        *kind);
const char *callboard_node_words_get_delete (const char        *kind);
const char *callboard_node_words_get_move   (const char        *kind);

G_END_DECLS
