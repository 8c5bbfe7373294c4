/* callboard-flags.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft-node.h"

G_BEGIN_DECLS

/* The answers of a question that flag the card: its member flag_when. */

gboolean callboard_flags_has  (CallboardDraftNode *question,
                               const char         *answer);
void     callboard_flags_set  (CallboardDraftNode *question,
                               const char         *answer,
                               gboolean            flagged);

/* (transfer full) */
char   **callboard_flags_list (CallboardDraftNode *question);

/* Puts answers in their place. */
void     callboard_flags_put  (CallboardDraftNode *question,
                               const char * const *answers);

G_END_DECLS
