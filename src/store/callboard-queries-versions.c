/* callboard-queries-versions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-versions.h"

/* A delivered blast has nothing more to do. The list of open statuses is that of the index, which is short. */
#define VERSIONS_SQL                                                                                       \
  "WITH running AS (SELECT version, count (*) AS n FROM enrolment WHERE campaign_id = $1"                  \
  "   AND status IN ('scheduled', 'queued', 'sending', 'delivered', 'in-progress')"                        \
  "   AND NOT (status = 'delivered' AND blast = 1) GROUP BY version)"                                      \
  " SELECT v.version, v.published_at, v.author, coalesce (r.n, 0) FROM campaign_version v"                 \
  " LEFT JOIN running r ON r.version = v.version WHERE v.campaign_id = $1 ORDER BY v.version DESC"

void
callboard_version_row_free (CallboardVersionRow *row)
{
  g_free (row->author);
  g_free (row);
}

static CallboardVersionRow *
read_version (CallboardRows *rows)
{
  CallboardVersionRow *row = g_new0 (CallboardVersionRow, 1);

  row->version = callboard_rows_int (rows, 0);
  row->published_at = callboard_rows_int (rows, 1);
  row->author = callboard_rows_dup (rows, 2);
  row->running = callboard_rows_int (rows, 3);

  return row;
}

GPtrArray *
callboard_queries_load_versions (CallboardDb  *db,
                                 gint64        campaign,
                                 GError      **error)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_version_row_free);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, &fault, VERSIONS_SQL, "i", campaign);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (list, read_version (rows));

  if (fault == NULL)
    return g_steal_pointer (&list);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

char *
callboard_queries_load_version (CallboardDb  *db,
                                gint64        campaign,
                                guint         version,
                                GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;
  g_autofree char *document = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, &fault, "SELECT document FROM campaign_version WHERE campaign_id = $1 AND version = $2",
                              "ii", campaign, (gint64) version);
  if (callboard_rows_next (rows, &fault))
    document = callboard_rows_dup (rows, 0);

  if (fault == NULL)
    return g_steal_pointer (&document);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}
