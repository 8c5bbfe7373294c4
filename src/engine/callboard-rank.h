/* callboard-rank.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"

G_BEGIN_DECLS

/**
 * callboard_rank_make_room:
 * @db: the writing connection
 * @stage: the stage cards come into
 * @before: the application they shall stand before, or 0 for the end; one that is not in @stage counts as 0
 * @n_cards: how many
 * @first: (out): the rank of the first
 * @step: (out): from each to the next
 * @changes: what changed, if the stage had to be renumbered
 * @error: return location
 *
 * Finds ranks between two neighbours, so that a move writes only the rows that move.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_rank_make_room (CallboardDb       *db,
                                   gint64             stage,
                                   gint64             before,
                                   guint              n_cards,
                                   gint64            *first,
                                   gint64            *step,
                                   CallboardChanges  *changes,
                                   GError           **error);

G_END_DECLS
