/* callboard-queries-jobs.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-db.h"
#include "callboard-job.h"
#include "callboard-stage.h"

G_BEGIN_DECLS

/* Jobs and the columns of their boards, read from the database. Counts come from indexes alone, so that they are cheap
 * for a job with 100,000 cards. Errors are %CALLBOARD_STORE_ERROR. */

void callboard_job_row_free (CallboardJobRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardJobRow, callboard_job_row_free)

/**
 * CallboardStageInfo:
 * @campaign_id: its campaign, 0 for a Review stage
 * @version: the newest published version, 0 for none
 * @problem: (nullable): a nick that says why that version cannot be sent
 * @undo_time: microseconds of its own, or -1 where the rule for all stages holds
 * @delay: how long a message of a single move waits, by @undo_time or by that rule, in microseconds
 * @count: live applications in it
 * @failed: how many of these failed
 * @stale_days: when the time in the stage turns amber, 0 for the usual
 * @late_days: when it turns red, 0 for the usual
 * @next_stage_id: where a card goes when its campaign is completed, 0 for nowhere
 * @closed: whether the job is closed, so that nothing is sent
 *
 * All that is known of a stage.
 */
typedef struct
{
  gint64              id;
  gint64              job_id;
  char               *name;
  CallboardStageType  type;
  guint               position;
  gint64              campaign_id;
  guint               version;
  char               *problem;
  gint64              undo_time;
  gint64              delay;
  guint               count;
  guint               failed;
  guint               stale_days;
  guint               late_days;
  gint64              next_stage_id;
  gboolean            closed;
} CallboardStageInfo;

void callboard_stage_info_free (CallboardStageInfo *info);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardStageInfo, callboard_stage_info_free)

/**
 * CallboardDescribeProblem:
 * @problem: (nullable): the nick the database holds
 *
 * callboard_problem_describe() of the engine, which this layer cannot call.
 *
 * Returns: (transfer full): the problem in the user's words
 */
typedef char *(*CallboardDescribeProblem) (const char *problem);

/**
 * callboard_queries_load_jobs:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardJobRow): all jobs, open ones first, or %NULL
 */
GPtrArray          *callboard_queries_load_jobs   (CallboardDb               *db,
                                                   GError                   **error);

/**
 * callboard_queries_load_templates:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardJobRow): what jobs can be made from, or %NULL
 */
GPtrArray          *callboard_queries_load_templates (CallboardDb            *db,
                                                   GError                   **error);

/**
 * callboard_queries_load_job:
 * @db: a connection
 * @job: its id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the job; %NULL without an error if there is none
 */
CallboardJobRow    *callboard_queries_load_job    (CallboardDb               *db,
                                                   gint64                     job,
                                                   GError                   **error);

/**
 * callboard_queries_load_stages:
 * @db: a connection
 * @job: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardStageInfo): in the order of the board, without those that were
 *   removed, or %NULL
 */
GPtrArray          *callboard_queries_load_stages (CallboardDb               *db,
                                                   gint64                     job,
                                                   GError                   **error);

/**
 * callboard_queries_load_stage:
 * @db: a connection
 * @stage: its id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the stage, also a removed one; %NULL without an error if there is none
 */
CallboardStageInfo *callboard_queries_load_stage  (CallboardDb               *db,
                                                   gint64                     stage,
                                                   GError                   **error);

/**
 * callboard_queries_fill_jobs:
 * @db: a connection
 * @jobs: (element-type CallboardJob): the list to bring up to date
 * @error: return location
 *
 * Jobs that stay are the same objects and notify what differs; the list changes in one splice or none.
 *
 * Returns: whether @jobs shows what the database holds
 */
gboolean            callboard_queries_fill_jobs   (CallboardDb               *db,
                                                   GListStore                *jobs,
                                                   GError                   **error);

/**
 * callboard_queries_fill_stages:
 * @db: a connection
 * @job: whose
 * @describe: puts problems into words
 * @stages: (element-type CallboardStage): the list to bring up to date
 * @error: return location
 *
 * As callboard_queries_fill_jobs(), for the columns of a board.
 *
 * Returns: whether @stages shows what the database holds
 */
gboolean            callboard_queries_fill_stages (CallboardDb               *db,
                                                   gint64                     job,
                                                   CallboardDescribeProblem   describe,
                                                   GListStore                *stages,
                                                   GError                   **error);

G_END_DECLS
