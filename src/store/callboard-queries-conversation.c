/* callboard-queries-conversation.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-conversation.h"

#include "callboard-queries-private.h"

#define MESSAGES_SQL                                                                                  \
  "SELECT m.id, " CALLBOARD_LIVED_SQL ("m.created_at", "m.account_id") ","                             \
  " coalesce(m.application_id, 0), j.title, s.name,"                                                  \
  " m.direction = 'out', m.kind, m.body, m.choices, m.choice, m.state,"                               \
  " CASE m.state WHEN 'waiting' THEN coalesce(m.due_at - acc.clock_shift, 0) ELSE 0 END,"             \
  " m.failure, m.failure_code, m.failure_detail, m.key, e.fallback_from = m.account_id"               \
  " FROM message m"                                                                                   \
  " JOIN account acc ON acc.id = m.account_id"                                                        \
  " LEFT JOIN application a ON a.id = m.application_id"                                               \
  " LEFT JOIN job j ON j.id = a.job_id"                                                               \
  " LEFT JOIN enrolment e ON e.id = m.enrolment_id"                                                   \
  " LEFT JOIN visit v ON v.id = e.visit_id"                                                           \
  " LEFT JOIN stage s ON s.id = v.stage_id"                                                           \
  " WHERE m.candidate_id = (SELECT candidate_id FROM application WHERE id = $1) AND m.state <> 'cancelled'"

/* A visit that sent something has the time of what it sent, so that it stays before it whatever the clocks say. */
#define VISITS_SQL                                                                                    \
  "SELECT v.id, coalesce((SELECT min(" CALLBOARD_LIVED_SQL ("e.created_at", "e.account_id") ")"         \
  "   FROM enrolment e WHERE e.visit_id = v.id), v.entered_at),"                                       \
  " v.application_id, s.name,"                                                                        \
  " NOT EXISTS (SELECT 1 FROM visit p WHERE p.application_id = v.application_id AND p.id < v.id),"    \
  " v.automatic"                                                                                      \
  " FROM visit v JOIN stage s ON s.id = v.stage_id"                                                   \
  " WHERE v.application_id = $1 AND v.undone_at IS NULL"

void
callboard_line_free (CallboardLine *line)
{
  g_free (line->job);
  g_free (line->stage);
  g_free (line->message_kind);
  g_free (line->body);
  g_free (line->choices);
  g_clear_pointer (&line->files, g_ptr_array_unref);
  g_free (line->choice);
  g_free (line->failure_code);
  g_free (line->failure_detail);
  g_free (line->key);
  g_free (line);
}

static CallboardLine *
read_message (CallboardRows *rows)
{
  CallboardLine *line = g_new0 (CallboardLine, 1);

  line->kind = CALLBOARD_LINE_MESSAGE;
  line->id = callboard_rows_int (rows, 0);
  line->at = callboard_rows_int (rows, 1);
  line->application_id = callboard_rows_int (rows, 2);
  line->job = callboard_rows_dup (rows, 3);
  line->stage = callboard_rows_dup (rows, 4);
  line->outbound = callboard_rows_int (rows, 5) != 0;
  line->message_kind = callboard_rows_dup (rows, 6);
  line->body = callboard_rows_dup (rows, 7);
  line->choices = callboard_rows_dup (rows, 8);
  line->choice = callboard_rows_dup (rows, 9);
  line->state = callboard_queries_enum (rows, 10, CALLBOARD_TYPE_MESSAGE_STATE, CALLBOARD_MESSAGE_RECEIVED);
  line->leaves_at = callboard_rows_int (rows, 11);
  line->failure = callboard_queries_enum (rows, 12, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_NONE);
  line->failure_code = callboard_rows_dup (rows, 13);
  line->failure_detail = callboard_rows_dup (rows, 14);
  line->key = callboard_rows_dup (rows, 15);
  line->fell_back = callboard_rows_int (rows, 16) != 0;

  return line;
}

static CallboardLine *
read_visit (CallboardRows *rows)
{
  CallboardLine *line = g_new0 (CallboardLine, 1);

  line->kind = CALLBOARD_LINE_MOVED;
  line->id = callboard_rows_int (rows, 0);
  line->at = callboard_rows_int (rows, 1);
  line->application_id = callboard_rows_int (rows, 2);
  line->stage = callboard_rows_dup (rows, 3);
  line->added = callboard_rows_int (rows, 4) != 0;
  line->automatic = callboard_rows_int (rows, 5) != 0;

  return line;
}

/* A move and its first message have the same time: the move comes first. */
static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const CallboardLine *left = *(CallboardLine * const *) a;
  const CallboardLine *right = *(CallboardLine * const *) b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;

  if (left->kind != right->kind)
    return left->kind == CALLBOARD_LINE_MOVED ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

static void
add_lines (GPtrArray      *lines,
           CallboardDb    *db,
           gint64          application,
           const char     *sql,
           CallboardLine *(*read_line) (CallboardRows *),
           GError        **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  if (*error != NULL)
    return;

  rows = callboard_db_select (db, error, sql, "i", application);
  while (callboard_rows_next (rows, error))
    g_ptr_array_add (lines, read_line (rows));
}

static void
take_file (GPtrArray         *lines,
           CallboardFileLine *file)
{
  for (guint i = 0; i < lines->len; i++)
    {
      CallboardLine *line = g_ptr_array_index (lines, i);

      if (line->kind != CALLBOARD_LINE_MESSAGE || line->id != file->message_id)
        continue;

      if (line->files == NULL)
        line->files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_file_line_free);

      g_ptr_array_add (line->files, file);
      return;
    }

  callboard_file_line_free (file);
}

static void
add_files (GPtrArray    *lines,
           CallboardDb  *db,
           gint64        application,
           GError      **error)
{
  g_autoptr(GPtrArray) files = NULL;

  if (*error != NULL)
    return;

  files = callboard_queries_load_files (db, application, error);
  if (files == NULL)
    return;

  g_ptr_array_set_free_func (files, NULL);
  for (guint i = 0; i < files->len; i++)
    take_file (lines, g_ptr_array_index (files, i));
}

GPtrArray *
callboard_queries_load_conversation (CallboardDb  *db,
                                     gint64        application,
                                     GError      **error)
{
  GPtrArray *lines = NULL;
  GError *fault = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  lines = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_line_free);
  add_lines (lines, db, application, MESSAGES_SQL, read_message, &fault);
  add_lines (lines, db, application, VISITS_SQL, read_visit, &fault);
  add_files (lines, db, application, &fault);
  g_ptr_array_sort (lines, compare_lines);

  return callboard_queries_finish (lines, fault, error);
}
