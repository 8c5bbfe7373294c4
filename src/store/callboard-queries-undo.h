/* callboard-queries-undo.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/**
 * callboard_queries_find_way_back:
 * @db: a connection
 * @applications: (array length=n_applications): cards that are about to be moved
 * @n_applications: how many
 * @stage: where to
 * @since: the earliest time of a drop without messages that may be meant, microseconds since the epoch, UTC
 * @batch: (out): the drop that this move takes back, or 0
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Dragging cards back takes back the drop and its messages together (product.md, section 3). It is meant if these very
 * cards were dropped together, one of the last drops, from @stage, stand where they were dropped, and none of the
 * messages has left.
 *
 * Returns: whether it could be read
 */
gboolean callboard_queries_find_way_back (CallboardDb   *db,
                                          const gint64  *applications,
                                          guint          n_applications,
                                          gint64         stage,
                                          gint64         since,
                                          gint64        *batch,
                                          GError       **error);

/**
 * callboard_queries_load_batch:
 * @db: a connection
 * @batch: a drop, or 0 for the newest that was not taken back
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (element-type gint64): the applications that were dropped, or %NULL
 */
GArray  *callboard_queries_load_batch    (CallboardDb   *db,
                                          gint64         batch,
                                          GError       **error);

G_END_DECLS
