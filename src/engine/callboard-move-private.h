/* callboard-move-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-move.h"

G_BEGIN_DECLS

/**
 * callboard_move_run:
 * @applications: (element-type gint64): who, at least one
 *
 * callboard_move_command_new() to the end of a stage, inside another command's transaction.
 *
 * Returns: whether it did
 */
gboolean callboard_move_run (CallboardDb          *db,
                             GArray               *applications,
                             gint64                stage,
                             CallboardMoveFlags    flags,
                             gint64                now,
                             CallboardMoveResult  *result,
                             CallboardChanges     *changes,
                             GError              **error);

G_END_DECLS
