/* callboard-queries-fill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-jobs.h"

static CallboardJob *
make_job (const CallboardJobRow *row,
          GHashTable            *known)
{
  CallboardJob *job = g_hash_table_lookup (known, &row->id);

  job = job != NULL ? g_object_ref (job) : callboard_job_new (row->id);
  callboard_job_apply (job, row);

  return job;
}

static const char *
find_problem (const CallboardStageInfo *info)
{
  if (info->type == CALLBOARD_STAGE_REVIEW)
    return NULL;

  if (info->problem != NULL)
    return info->problem;

  if (info->version == 0)
    return "no-version";

  return info->closed ? "job-closed" : NULL;
}

static CallboardStage *
make_stage (const CallboardStageInfo *info,
            CallboardDescribeProblem  describe,
            GHashTable               *known)
{
  CallboardStage *stage = g_hash_table_lookup (known, &info->id);
  const char *problem = find_problem (info);
  g_autofree char *reason = problem != NULL ? describe (problem) : NULL;
  const CallboardStageRow row = {
    .id = info->id,
    .job_id = info->job_id,
    .name = info->name,
    .type = info->type,
    .position = info->position,
    .ready = problem == NULL,
    .reason = reason,
    .count = info->count,
    .failed = info->failed,
    .delay = info->delay,
    .stale_days = info->stale_days != 0 ? info->stale_days : CALLBOARD_STALE_DAYS,
    .late_days = info->late_days != 0 ? info->late_days : CALLBOARD_LATE_DAYS,
  };

  stage = stage != NULL ? g_object_ref (stage) : callboard_stage_new (info->id);
  callboard_stage_apply (stage, &row);

  return stage;
}

/* Keeps what is the same at both ends, so that the change the views see is the smallest one. */
static void
splice (GListStore *store,
        GPtrArray  *wanted)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (store));
  guint head = 0;
  guint tail = 0;

  while (head < MIN (n_old, wanted->len))
    {
      g_autoptr(GObject) old = g_list_model_get_item (G_LIST_MODEL (store), head);

      if (old != g_ptr_array_index (wanted, head))
        break;
      head++;
    }

  while (tail < MIN (n_old, wanted->len) - head)
    {
      g_autoptr(GObject) old = g_list_model_get_item (G_LIST_MODEL (store), n_old - tail - 1);

      if (old != g_ptr_array_index (wanted, wanted->len - tail - 1))
        break;
      tail++;
    }

  if (n_old - head - tail > 0 || wanted->len - head - tail > 0)
    g_list_store_splice (store, head, n_old - head - tail, wanted->pdata + head, wanted->len - head - tail);
}

static GHashTable *
index_jobs (GListStore *store)
{
  GHashTable *known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      CallboardJob *job = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_hash_table_insert (known, (gpointer) &callboard_job_get_row (job)->id, job);
    }

  return known;
}

static GHashTable *
index_stages (GListStore *store)
{
  GHashTable *known = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      CallboardStage *stage = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_hash_table_insert (known, (gpointer) &callboard_stage_get_row (stage)->id, stage);
    }

  return known;
}

gboolean
callboard_queries_fill_jobs (CallboardDb  *db,
                             GListStore   *jobs,
                             GError      **error)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GHashTable) known = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_STORE (jobs), FALSE);

  rows = callboard_queries_load_jobs (db, error);
  if (rows == NULL)
    return FALSE;

  known = index_jobs (jobs);
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (wanted, make_job (g_ptr_array_index (rows, i), known));
  splice (jobs, wanted);

  return TRUE;
}

gboolean
callboard_queries_fill_stages (CallboardDb               *db,
                               gint64                     job,
                               CallboardDescribeProblem   describe,
                               GListStore                *stages,
                               GError                   **error)
{
  g_autoptr(GPtrArray) wanted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) infos = NULL;
  g_autoptr(GHashTable) known = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (describe != NULL, FALSE);
  g_return_val_if_fail (G_IS_LIST_STORE (stages), FALSE);

  infos = callboard_queries_load_stages (db, job, error);
  if (infos == NULL)
    return FALSE;

  known = index_stages (stages);
  for (guint i = 0; i < infos->len; i++)
    g_ptr_array_add (wanted, make_stage (g_ptr_array_index (infos, i), describe, known));
  splice (stages, wanted);

  return TRUE;
}
