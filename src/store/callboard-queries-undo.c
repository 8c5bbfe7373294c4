/* callboard-queries-undo.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-undo.h"

/* Nobody remembers more drops than these. */
#define BATCH_SQL                                                                                             \
  "SELECT b.id FROM batch b JOIN batch_move m ON m.batch_id = b.id"                                           \
  " WHERE b.id > (SELECT max(id) FROM batch) - 50 AND b.undone_at IS NULL AND m.application_id = $1"          \
  " AND m.from_visit <> m.to_visit"                                                                           \
  " ORDER BY b.id DESC LIMIT 1"

#define MOVES_SQL                                                                                             \
  "SELECT m.application_id, m.from_stage, a.visit_id = m.to_visit, b.made_at,"                                \
  " (SELECT count(*) FROM enrolment e JOIN message g ON g.enrolment_id = e.id"                                \
  "  WHERE e.visit_id = m.to_visit AND g.state NOT IN ('waiting', 'cancelled')),"                             \
  " (SELECT count(*) FROM enrolment e JOIN message g ON g.enrolment_id = e.id"                                \
  "  WHERE e.visit_id = m.to_visit AND g.state = 'waiting')"                                                  \
  " FROM batch b JOIN batch_move m ON m.batch_id = b.id JOIN application a ON a.id = m.application_id"        \
  " WHERE b.id = $1"

static GHashTable *
collect (const gint64 *applications,
         guint         n_applications)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < n_applications; i++)
    g_hash_table_add (set, (gpointer) &applications[i]);

  return set;
}

static gboolean
is_way_back (CallboardRows *rows,
             GHashTable    *wanted,
             gint64         stage,
             gint64         since)
{
  gint64 application = callboard_rows_int (rows, 0);
  gboolean still_there = callboard_rows_int (rows, 2) != 0;
  gboolean left = callboard_rows_int (rows, 4) > 0;
  gboolean waiting = callboard_rows_int (rows, 5) > 0;

  return g_hash_table_contains (wanted, &application) && callboard_rows_int (rows, 1) == stage && still_there &&
         !left && (waiting || callboard_rows_int (rows, 3) >= since);
}

gboolean
callboard_queries_find_way_back (CallboardDb   *db,
                                 const gint64  *applications,
                                 guint          n_applications,
                                 gint64         stage,
                                 gint64         since,
                                 gint64        *batch,
                                 GError       **error)
{
  g_autoptr(GHashTable) wanted = collect (applications, n_applications);
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  gint64 found = 0;
  guint n_found = 0;

  g_return_val_if_fail (n_applications > 0, FALSE);

  *batch = 0;
  if (!callboard_db_number (db, &found, error, BATCH_SQL, "i", applications[0]))
    return FALSE;
  if (found == 0)
    return TRUE;

  rows = callboard_db_select (db, &fault, MOVES_SQL, "i", found);
  while (callboard_rows_next (rows, &fault))
    {
      if (!is_way_back (rows, wanted, stage, since))
        return TRUE;
      n_found++;
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  if (n_found == n_applications)
    *batch = found;

  return TRUE;
}

GArray *
callboard_queries_load_batch (CallboardDb  *db,
                              gint64        batch,
                              GError      **error)
{
  g_autoptr(GArray) applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault,
                                                       "SELECT application_id FROM batch_move WHERE batch_id = CASE $1"
                                                       " WHEN 0 THEN (SELECT max(id) FROM batch WHERE undone_at IS NULL AND NOT automatic)"
                                                       " ELSE $1 END ORDER BY rowid", "i", batch);

  while (callboard_rows_next (rows, &fault))
    {
      gint64 application = callboard_rows_int (rows, 0);

      g_array_append_val (applications, application);
    }

  if (fault == NULL)
    return g_steal_pointer (&applications);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}
