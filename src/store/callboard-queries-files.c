/* callboard-queries-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-files.h"

#include "callboard-queries-private.h"

#define FILES_SQL                                                                                         \
  "SELECT f.id, f.message_id, " CALLBOARD_LIVED_SQL ("m.created_at", "m.account_id") ", m.direction = 'out'," \
  " f.hash, coalesce (f.size, 0), f.type, nullif (f.name, ''), f.state, f.reason,"                        \
  " (SELECT w.question FROM answer w WHERE w.enrolment_id = m.enrolment_id AND w.message_id = m.id LIMIT 1)" \
  " FROM message m JOIN attachment f ON f.message_id = m.id"

void
callboard_file_line_free (CallboardFileLine *line)
{
  g_free (line->hash);
  g_free (line->type);
  g_free (line->name);
  g_free (line->reason);
  g_free (line->question);
  g_free (line);
}

gboolean
callboard_file_line_is_same (const CallboardFileLine *a,
                             const CallboardFileLine *b)
{
  return a->id == b->id && a->state == b->state && a->size == b->size && a->at == b->at &&
         g_strcmp0 (a->hash, b->hash) == 0 && g_strcmp0 (a->reason, b->reason) == 0 &&
         g_strcmp0 (a->question, b->question) == 0;
}

static CallboardFileLine *
read_file (CallboardRows *rows)
{
  CallboardFileLine *line = g_new0 (CallboardFileLine, 1);

  line->id = callboard_rows_int (rows, 0);
  line->message_id = callboard_rows_int (rows, 1);
  line->at = callboard_rows_int (rows, 2);
  line->outbound = callboard_rows_int (rows, 3) != 0;
  line->hash = callboard_rows_dup (rows, 4);
  line->size = callboard_rows_int (rows, 5);
  line->type = callboard_rows_dup (rows, 6);
  line->name = callboard_rows_dup (rows, 7);
  line->state = callboard_queries_enum (rows, 8, CALLBOARD_TYPE_FILE_STATE, CALLBOARD_FILE_STATE_LOST);
  line->reason = callboard_rows_dup (rows, 9);
  line->question = callboard_rows_dup (rows, 10);

  return line;
}

GPtrArray *
callboard_queries_load_files (CallboardDb  *db,
                              gint64        application,
                              GError      **error)
{
  GPtrArray *files = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_file_line_free);
  rows = callboard_db_select (db, &fault,
                              FILES_SQL " WHERE m.candidate_id = (SELECT candidate_id FROM application WHERE id = $1)"
                              " AND m.state <> 'cancelled' ORDER BY f.id", "i", application);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (files, read_file (rows));

  return callboard_queries_finish (files, fault, error);
}

CallboardFileLine *
callboard_queries_load_file (CallboardDb  *db,
                             gint64        id,
                             GError      **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, FILES_SQL " WHERE f.id = $1", "i", id);

  return callboard_rows_next (rows, error) ? read_file (rows) : NULL;
}
