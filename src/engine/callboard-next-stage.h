/* callboard-next-stage.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/**
 * callboard_next_stage_enter:
 * @db: the writing connection
 * @self: an enrolment that has just been completed
 * @now: real time
 * @changes: what changed
 * @error: return location
 *
 * Moves the card on where its stage says so, as a drop would, in the name of Callboard: the next campaign leaves after the
 * delay of its stage. Where that stage cannot take it, the card stays and is flagged.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_next_stage_enter (CallboardDb               *db,
                                     const CallboardEnrolment  *self,
                                     gint64                     now,
                                     CallboardChanges          *changes,
                                     GError                   **error);

/**
 * callboard_next_stage_check:
 * @db: a connection
 * @stage: a stage
 * @next: where its cards shall go on completion
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID
 *
 * Returns: whether @next is a stage of the same job, and no card would go round in circles
 */
gboolean callboard_next_stage_check (CallboardDb               *db,
                                     gint64                     stage,
                                     gint64                     next,
                                     GError                   **error);

G_END_DECLS
