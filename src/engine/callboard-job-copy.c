/* callboard-job-copy.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-job-copy.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-office-private.h"

/* How the copy of a campaign knows where it comes from. */
typedef enum
{
  LINK_NONE,
  LINK_KEPT,
  LINK_TO_SOURCE,
} Link;

typedef struct
{
  CallboardDb *db;
  gint64       job;
  gint64       now;
  Link         link;
  GHashTable  *stages;
} Copier;

static gboolean
choose_link (CallboardDb  *db,
             gint64        source,
             gboolean      as_template,
             Link         *link,
             GError      **error)
{
  g_autofree char *kind = NULL;

  if (!callboard_db_text (db, &kind, error, "SELECT kind FROM job WHERE id = $1", "i", source))
    return FALSE;

  if (kind == NULL)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                           _("The job to copy from no longer exists."));
      return FALSE;
    }

  if (as_template)
    *link = LINK_NONE;
  else
    *link = g_str_equal (kind, "template") ? LINK_TO_SOURCE : LINK_KEPT;

  return TRUE;
}

/* The newest published version is version 1 of the copy; a campaign that has none has none there either. */
static gboolean
copy_campaign (const Copier  *copier,
               gint64         source,
               gint64        *campaign,
               GError       **error)
{
  *campaign = 0;
  if (source == 0)
    return TRUE;

  return callboard_db_insert (copier->db, campaign, error,
                              "INSERT INTO campaign (draft, version, problem, updated_at, source_id, source_version)"
                              " SELECT draft, min(version, 1), problem, $1,"
                              " CASE $2 WHEN 2 THEN id WHEN 1 THEN source_id END,"
                              " CASE $2 WHEN 2 THEN version WHEN 1 THEN source_version END"
                              " FROM campaign WHERE id = $3", "iii", copier->now, (gint64) copier->link, source) &&
         callboard_db_run (copier->db, error,
                           "INSERT INTO campaign_version (campaign_id, version, document, published_at, author)"
                           " SELECT $1, 1, v.document, $2, v.author FROM campaign c JOIN campaign_version v"
                           " ON v.campaign_id = c.id AND v.version = c.version WHERE c.id = $3",
                           "iii", *campaign, copier->now, source);
}

static gboolean
copy_stage (const Copier  *copier,
            gint64         source,
            gint64         campaign,
            guint          position,
            GError       **error)
{
  gint64 *ids;
  gint64 copied, stage;

  if (!copy_campaign (copier, campaign, &copied, error) ||
      !callboard_db_insert (copier->db, &stage, error,
                            "INSERT INTO stage (job_id, name, type, position, campaign_id, undo_time, stale_days, late_days)"
                            " SELECT $1, name, type, $2, nullif ($3, 0), undo_time, stale_days, late_days"
                            " FROM stage WHERE id = $4", "iiii", copier->job, (gint64) position, copied, source))
    return FALSE;

  ids = g_new (gint64, 2);
  ids[0] = source;
  ids[1] = stage;
  g_hash_table_insert (copier->stages, ids, ids + 1);

  return TRUE;
}

static gboolean
copy_stages (const Copier  *copier,
             gint64         source,
             GError       **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (copier->db, &fault,
                         "SELECT id, coalesce (campaign_id, 0) FROM stage WHERE job_id = $1 AND removed_at IS NULL"
                         " ORDER BY position, id", "i", source);
  guint position = 0;

  while (callboard_rows_next (rows, &fault))
    {
      if (!copy_stage (copier, callboard_rows_int (rows, 0), callboard_rows_int (rows, 1), position++, error))
        return FALSE;
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
copy_ways_on (const Copier  *copier,
              GError       **error)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, copier->stages);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const gint64 *source = key;
      const gint64 *stage = value;
      const gint64 *next;
      gint64 source_next = 0;

      if (!callboard_db_number (copier->db, &source_next, error, "SELECT next_stage_id FROM stage WHERE id = $1",
                                "i", *source))
        return FALSE;

      next = g_hash_table_lookup (copier->stages, &source_next);
      if (next != NULL && !callboard_db_run (copier->db, error, "UPDATE stage SET next_stage_id = $1 WHERE id = $2",
                                             "ii", *next, *stage))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_job_copy_run (CallboardDb             *db,
                        gint64                   source,
                        const CallboardJobPlan  *plan,
                        gboolean                 as_template,
                        gint64                   now,
                        gint64                  *job,
                        CallboardChanges        *changes,
                        GError                 **error)
{
  g_autoptr(GHashTable) stages = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  CallboardJobPlan details = *plan;
  Copier copier = { .db = db, .now = now, .stages = stages };

  details.n_stages = 0;
  if (!choose_link (db, source, as_template, &copier.link, error) ||
      !callboard_office_insert_job (db, &details, now, job, changes, error) ||
      !callboard_db_run (db, error, "UPDATE job SET kind = $1 WHERE id = $2",
                         "si", as_template ? "template" : "job", *job))
    return FALSE;

  copier.job = *job;

  return copy_stages (&copier, source, error) && copy_ways_on (&copier, error);
}
