/* callboard-queries-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-jobs.h"

#include "callboard-queries-private.h"

#define COUNT_SQL \
  "(SELECT count(*) FROM application a WHERE a.stage_id = s.id AND a.state = 'live')"

/* Failed applications are few: begin with them. */
#define FAILED_SQL                                                                                \
  " FROM enrolment e CROSS JOIN application a ON a.id = e.application_id AND a.enrolment_id = e.id" \
  " WHERE e.status = 'failed' AND a.state = 'live'"

#define ATTENTION_SQL                                                                               \
  "SELECT job_id, count(*) AS count FROM ("                                                         \
  "SELECT a.job_id, a.id FROM application a"                                                        \
  " WHERE a.state = 'live' AND (a.unread > 0 OR a.flag IS NOT NULL)"                                \
  " UNION SELECT a.job_id, a.id" FAILED_SQL                                                         \
  ") GROUP BY job_id"

#define JOB_SQL                                                                                     \
  "SELECT j.id, j.title, j.reference, j.location, j.contract_type, j.manager, j.country,"           \
  " j.state = 'open', (SELECT sum(" COUNT_SQL ") FROM stage s WHERE s.job_id = j.id), n.count,"     \
  " j.kind = 'template', j.origin"                                                                  \
  " FROM job j LEFT JOIN (" ATTENTION_SQL ") n ON n.job_id = j.id"

/* The defaults are those of product.md, section 3; settings are whole seconds. */
#define DELAY_SQL                                                                                   \
  "coalesce(s.undo_time, 1000000 * CASE s.type"                                                     \
  " WHEN 'review' THEN 0"                                                                           \
  " WHEN 'reject' THEN coalesce((SELECT value FROM setting WHERE name = 'undo-reject'), 86400)"     \
  " ELSE coalesce((SELECT value FROM setting WHERE name = 'undo-one'), 20) END)"

#define STAGE_SQL                                                                                   \
  "SELECT s.id, s.job_id, s.name, s.type, s.position, s.campaign_id, c.version, c.problem,"         \
  " coalesce(s.undo_time, -1), " DELAY_SQL ", " COUNT_SQL ", f.count,"                              \
  " s.stale_days, s.late_days, s.next_stage_id, j.state = 'closed'"                                 \
  " FROM stage s JOIN job j ON j.id = s.job_id LEFT JOIN campaign c ON c.id = s.campaign_id"        \
  " LEFT JOIN (SELECT a.stage_id, count(*) AS count" FAILED_SQL " GROUP BY a.stage_id) f"           \
  " ON f.stage_id = s.id"

void
callboard_job_row_free (CallboardJobRow *row)
{
  g_free (row->title);
  g_free (row->reference);
  g_free (row->location);
  g_free (row->contract_type);
  g_free (row->manager);
  g_free (row->country);
  g_free (row->origin);
  g_free (row);
}

void
callboard_stage_info_free (CallboardStageInfo *info)
{
  g_free (info->name);
  g_free (info->problem);
  g_free (info);
}

static CallboardJobRow *
read_job (CallboardRows *rows)
{
  CallboardJobRow *row = g_new0 (CallboardJobRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->title = callboard_rows_dup (rows, 1);
  row->reference = callboard_rows_dup (rows, 2);
  row->location = callboard_rows_dup (rows, 3);
  row->contract_type = callboard_rows_dup (rows, 4);
  row->manager = callboard_rows_dup (rows, 5);
  row->country = callboard_rows_dup (rows, 6);
  row->open = callboard_rows_int (rows, 7) != 0;
  row->count = callboard_rows_int (rows, 8);
  row->attention = callboard_rows_int (rows, 9);
  row->template = callboard_rows_int (rows, 10) != 0;
  row->origin = callboard_rows_dup (rows, 11);

  return row;
}

static CallboardStageInfo *
read_stage (CallboardRows *rows)
{
  CallboardStageInfo *info = g_new0 (CallboardStageInfo, 1);

  info->id = callboard_rows_int (rows, 0);
  info->job_id = callboard_rows_int (rows, 1);
  info->name = callboard_rows_dup (rows, 2);
  info->type = callboard_queries_enum (rows, 3, CALLBOARD_TYPE_STAGE_TYPE, CALLBOARD_STAGE_REVIEW);
  info->position = callboard_rows_int (rows, 4);
  info->campaign_id = callboard_rows_int (rows, 5);
  info->version = callboard_rows_int (rows, 6);
  info->problem = callboard_rows_dup (rows, 7);
  info->undo_time = callboard_rows_int (rows, 8);
  info->delay = callboard_rows_int (rows, 9);
  info->count = callboard_rows_int (rows, 10);
  info->failed = callboard_rows_int (rows, 11);
  info->stale_days = callboard_rows_int (rows, 12);
  info->late_days = callboard_rows_int (rows, 13);
  info->next_stage_id = callboard_rows_int (rows, 14);
  info->closed = callboard_rows_int (rows, 15) != 0;

  return info;
}

static GPtrArray *
load_all (CallboardDb  *db,
          const char   *sql,
          GError      **error)
{
  g_autoptr(GPtrArray) jobs = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_job_row_free);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, sql, "");

  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (jobs, read_job (rows));

  return callboard_queries_finish (g_steal_pointer (&jobs), g_steal_pointer (&fault), error);
}

GPtrArray *
callboard_queries_load_jobs (CallboardDb  *db,
                             GError      **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return load_all (db, JOB_SQL " WHERE j.kind = 'job' ORDER BY j.state = 'closed', j.id", error);
}

GPtrArray *
callboard_queries_load_templates (CallboardDb  *db,
                                  GError      **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  return load_all (db, JOB_SQL " WHERE j.kind = 'template' AND j.state = 'open' ORDER BY j.id", error);
}

CallboardJobRow *
callboard_queries_load_job (CallboardDb  *db,
                            gint64        job,
                            GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, JOB_SQL " WHERE j.id = $1", "i", job);

  return callboard_rows_next (rows, error) ? read_job (rows) : NULL;
}

GPtrArray *
callboard_queries_load_stages (CallboardDb  *db,
                               gint64        job,
                               GError      **error)
{
  g_autoptr(GPtrArray) stages = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_stage_info_free);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, &fault, STAGE_SQL " WHERE s.job_id = $1 AND s.removed_at IS NULL ORDER BY s.position, s.id", "i", job);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (stages, read_stage (rows));

  return callboard_queries_finish (g_steal_pointer (&stages), g_steal_pointer (&fault), error);
}

CallboardStageInfo *
callboard_queries_load_stage (CallboardDb  *db,
                              gint64        stage,
                              GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, STAGE_SQL " WHERE s.id = $1", "i", stage);

  return callboard_rows_next (rows, error) ? read_stage (rows) : NULL;
}
