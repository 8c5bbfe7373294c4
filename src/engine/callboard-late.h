/* callboard-late.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

/* Late wake (product.md, section 8): what came due while the computer slept, or nobody ran the program, does not leave by
 * itself hours later. Rehearsals are left alone: their clock is moved on purpose. */

/* How late a first message or a nudge may leave by itself, microseconds. */
#define CALLBOARD_LATE_AFTER (G_GINT64_CONSTANT (2) * 60 * 60 * 1000000)

/**
 * callboard_late_wake:
 * @db: the writing connection
 * @now: the real time, microseconds since the epoch, UTC
 * @changes: what changed
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * If nothing was done for longer than %CALLBOARD_LATE_AFTER, puts aside the first messages and nudges that came due more
 * than that ago. They wait for callboard_late_command_new().
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_late_wake        (CallboardDb       *db,
                                              gint64             now,
                                              CallboardChanges  *changes,
                                              GError           **error);

/**
 * callboard_late_stay_awake:
 * @db: the writing connection
 * @now: the real time, microseconds since the epoch, UTC
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Notes that the program is at work. Every tick does, at least every half hour.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_late_stay_awake  (CallboardDb       *db,
                                              gint64             now,
                                              GError           **error);

/**
 * callboard_late_command_new:
 * @message: one that was put aside, or 0 for all of them
 * @send: whether it shall leave, in send hours; if not, its campaign is cancelled, or the nudge is left out
 *
 * What the recruiter says of late messages. Fails with %CALLBOARD_ENGINE_ERROR_NOTHING if @message does not wait for it.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_late_command_new (gint64             message,
                                              gboolean           send);

G_END_DECLS
