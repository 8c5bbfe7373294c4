/* callboard-queries-people.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-people.h"

#include "callboard-match.h"

#define COLUMNS "SELECT a.id, trim (c.first_name || ' ' || c.last_name), s.name "
#define NEWEST_SQL                                                                                          \
  COLUMNS "FROM application a JOIN candidate c ON c.id = a.candidate_id JOIN stage s ON s.id = a.stage_id " \
  "WHERE a.state = 'live' AND a.job_id = (SELECT job_id FROM stage WHERE id = $1) ORDER BY a.id DESC LIMIT $2"
#define MATCH_SQL                                                                                             \
  COLUMNS "FROM candidate_search f CROSS JOIN candidate c ON c.id = f.rowid "                                 \
  "CROSS JOIN application a ON a.candidate_id = c.id JOIN stage s ON s.id = a.stage_id "                      \
  "WHERE candidate_search MATCH $1 AND a.state = 'live' AND a.job_id = (SELECT job_id FROM stage WHERE id = $2) " \
  "LIMIT $3"

static void
free_row (gpointer data)
{
  CallboardPersonRow *row = data;

  g_free (row->name);
  g_free (row->stage);
  g_free (row);
}

GPtrArray *
callboard_queries_list_people (CallboardDb  *db,
                               gint64        stage,
                               const char   *text,
                               guint         limit,
                               GError      **error)
{
  g_autofree char *match = callboard_match_build (text != NULL ? text : "");
  g_autoptr(CallboardRows) rows = *match == '\0'
    ? callboard_db_select (db, error, NEWEST_SQL, "ii", stage, (gint64) limit)
    : callboard_db_select (db, error, MATCH_SQL, "sii", match, stage, (gint64) limit);
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func (free_row);
  g_autoptr(GError) fault = NULL;

  if (rows == NULL)
    return NULL;

  while (callboard_rows_next (rows, &fault))
    {
      CallboardPersonRow *row = g_new0 (CallboardPersonRow, 1);

      row->application = callboard_rows_int (rows, 0);
      row->name = callboard_rows_dup (rows, 1);
      row->stage = callboard_rows_dup (rows, 2);
      g_ptr_array_add (people, row);
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  return g_steal_pointer (&people);
}
