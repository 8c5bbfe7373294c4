/* callboard-stage.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-types.h"

G_BEGIN_DECLS

/* Where a stage says nothing else. */
#define CALLBOARD_STALE_DAYS 3
#define CALLBOARD_LATE_DAYS  7

/**
 * CallboardStageRow:
 * @id: the stage's id
 * @job_id: whose board it belongs to
 * @name: what the recruiter calls it
 * @type: what it is for
 * @position: its place on the board, from 0
 * @ready: whether a card may enter, so that its campaign leaves; always for Review
 * @reason: why not, in plain words, or ""
 * @count: live applications in it
 * @failed: how many of them failed
 * @delay: how long a message waits before it leaves, in microseconds
 * @stale_days: when the time in the stage turns amber
 * @late_days: when it turns red
 *
 * What the head of one column shows.
 */
typedef struct
{
  gint64              id;
  gint64              job_id;
  char               *name;
  CallboardStageType  type;
  guint               position;
  gboolean            ready;
  char               *reason;
  guint               count;
  guint               failed;
  gint64              delay;
  guint               stale_days;
  guint               late_days;
} CallboardStageRow;

#define CALLBOARD_TYPE_STAGE (callboard_stage_get_type())

/* One column of a job's board. Every field of the row is a property of the same name. */
G_DECLARE_FINAL_TYPE (CallboardStage, callboard_stage, CALLBOARD, STAGE, GObject)

/**
 * callboard_stage_new:
 * @id: the stage's id
 *
 * Returns: (transfer full): an item that shows nothing until callboard_stage_apply()
 */
CallboardStage          *callboard_stage_new     (gint64 id);

/**
 * callboard_stage_apply:
 * @self: a stage
 * @row: what the database holds of it
 *
 * Takes over @row and notifies only what differs.
 */
void                     callboard_stage_apply   (CallboardStage          *self,
                                                  const CallboardStageRow *row);

/**
 * callboard_stage_get_id:
 * @self: a stage
 *
 * Returns: its id
 */
gint64                   callboard_stage_get_id  (CallboardStage *self);

/**
 * callboard_stage_get_row:
 * @self: a stage
 *
 * All that the properties hold, in one struct. Texts are never %NULL.
 *
 * Returns: (transfer none): valid until the next callboard_stage_apply()
 */
const CallboardStageRow *callboard_stage_get_row (CallboardStage *self);

G_END_DECLS
