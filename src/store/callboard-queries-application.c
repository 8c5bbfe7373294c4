/* callboard-queries-application.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-application.h"

#include "callboard-queries-private.h"

/* The newest opt-in of the number, and the campaign that runs while this one is queued. */
#define DETAILS_SQL                                                                                    \
  "SELECT a.id, a.candidate_id, a.job_id, a.stage_id, c.first_name, c.last_name, c.phone, c.country,"  \
  " c.zone, n.source, n.wording, n.given_at, c.opted_out_at, j.title, s.name, s.type,"                 \
  " a.state = 'live', v.entered_at, e.id, e.status, e.blast, e.done, e.total,"                         \
  " CASE e.status WHEN 'scheduled' THEN e.leaves_at - acc.clock_shift END,"                            \
  " t.due_at - acc.clock_shift, rj.title, rs.name, e.failure, e.failure_code, e.failure_detail,"       \
  " a.unread, a.flag"                                                                                  \
  " FROM application a"                                                                                \
  " JOIN candidate c ON c.id = a.candidate_id"                                                         \
  " JOIN job j ON j.id = a.job_id"                                                                     \
  " JOIN stage s ON s.id = a.stage_id"                                                                 \
  " LEFT JOIN visit v ON v.id = a.visit_id"                                                            \
  " LEFT JOIN consent n ON n.id = (SELECT max(id) FROM consent"                                        \
  "   WHERE candidate_id = c.id AND phone = c.phone)"                                                  \
  " LEFT JOIN enrolment e ON e.id = a.enrolment_id"                                                    \
  " LEFT JOIN account acc ON acc.id = e.account_id"                                                    \
  " LEFT JOIN timer t ON t.enrolment_id = e.id AND t.kind = 'expiry'"                                  \
  " LEFT JOIN enrolment r ON e.status = 'queued' AND r.id = (SELECT min(id) FROM enrolment"            \
  "   WHERE candidate_id = c.id AND id <> e.id AND (status IN ('sending', 'in-progress')"              \
  "   OR (status = 'delivered' AND blast = 0)))"                                                       \
  " LEFT JOIN visit rv ON rv.id = r.visit_id"                                                          \
  " LEFT JOIN stage rs ON rs.id = rv.stage_id"                                                         \
  " LEFT JOIN job rj ON rj.id = rs.job_id"                                                             \
  " WHERE a.id = $1"

#define ANSWERS_SQL                                                                                    \
  "SELECT w.id, w.enrolment_id, w.question_id, w.question, w.value, w.text, w.flagged, w.message_id,"  \
  " " CALLBOARD_LIVED_SQL ("w.answered_at", "e.account_id") ", s.name"                                 \
  " FROM visit v JOIN stage s ON s.id = v.stage_id JOIN enrolment e ON e.visit_id = v.id"              \
  " JOIN answer w ON w.enrolment_id = e.id"                                                            \
  " WHERE v.application_id = $1 ORDER BY w.enrolment_id, w.id"

#define HISTORY_SQL                                                                                    \
  "SELECT v.id, s.name, v.entered_at, v.left_at, v.undone_at, e.id, e.version, e.attempt, e.status,"   \
  " e.failure, e.failure_code, e.failure_detail, " CALLBOARD_LIVED_SQL ("e.created_at", "e.account_id") "," \
  " " CALLBOARD_LIVED_SQL ("e.delivered_at", "e.account_id") ","                                        \
  " " CALLBOARD_LIVED_SQL ("e.ended_at", "e.account_id") ", v.automatic"                               \
  " FROM visit v JOIN stage s ON s.id = v.stage_id LEFT JOIN enrolment e ON e.visit_id = v.id"         \
  " WHERE v.application_id = $1 ORDER BY v.entered_at, v.id, e.attempt"

void
callboard_details_free (CallboardDetails *details)
{
  g_free (details->first_name);
  g_free (details->last_name);
  g_free (details->name);
  g_free (details->phone);
  g_free (details->country);
  g_free (details->zone);
  g_free (details->consent_source);
  g_free (details->consent_wording);
  g_free (details->job);
  g_free (details->stage);
  g_free (details->waits_job);
  g_free (details->waits_stage);
  g_free (details->failure_code);
  g_free (details->failure_detail);
  g_free (details->flag);
  g_free (details);
}

void
callboard_answer_row_free (CallboardAnswerRow *row)
{
  g_free (row->question_id);
  g_free (row->question);
  g_free (row->value);
  g_free (row->text);
  g_free (row->stage);
  g_free (row);
}

void
callboard_history_row_free (CallboardHistoryRow *row)
{
  g_free (row->stage);
  g_free (row->failure_code);
  g_free (row->failure_detail);
  g_free (row);
}

static void
read_person (CallboardDetails *details,
             CallboardRows    *rows)
{
  details->id = callboard_rows_int (rows, 0);
  details->candidate_id = callboard_rows_int (rows, 1);
  details->job_id = callboard_rows_int (rows, 2);
  details->stage_id = callboard_rows_int (rows, 3);
  details->first_name = callboard_rows_dup (rows, 4);
  details->last_name = callboard_rows_dup (rows, 5);
  details->name = callboard_queries_name (rows, 4, 5);
  details->phone = callboard_rows_dup (rows, 6);
  details->country = callboard_rows_dup (rows, 7);
  details->zone = callboard_rows_dup (rows, 8);
  details->consent_source = callboard_rows_dup (rows, 9);
  details->consent_wording = callboard_rows_dup (rows, 10);
  details->consent_at = callboard_rows_int (rows, 11);
  details->opted_out_at = callboard_rows_int (rows, 12);
}

static void
read_progress (CallboardDetails *details,
               CallboardRows    *rows)
{
  details->job = callboard_rows_dup (rows, 13);
  details->stage = callboard_rows_dup (rows, 14);
  details->stage_type = callboard_queries_enum (rows, 15, CALLBOARD_TYPE_STAGE_TYPE, CALLBOARD_STAGE_REVIEW);
  details->live = callboard_rows_int (rows, 16) != 0;
  details->entered_at = callboard_rows_int (rows, 17);
  details->enrolment_id = callboard_rows_int (rows, 18);
  details->status = callboard_queries_enum (rows, 19, CALLBOARD_TYPE_STATUS, CALLBOARD_STATUS_NONE);
  details->blast = callboard_rows_int (rows, 20) != 0;
  details->done = callboard_rows_int (rows, 21);
  details->total = callboard_rows_int (rows, 22);
  details->leaves_at = callboard_rows_int (rows, 23);
  details->expires_at = callboard_rows_int (rows, 24);
  details->waits_job = callboard_rows_dup (rows, 25);
  details->waits_stage = callboard_rows_dup (rows, 26);
  details->failure = callboard_queries_enum (rows, 27, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_NONE);
  details->failure_code = callboard_rows_dup (rows, 28);
  details->failure_detail = callboard_rows_dup (rows, 29);
  details->unread = callboard_rows_int (rows, 30);
  details->flag = callboard_rows_dup (rows, 31);
}

static CallboardAnswerRow *
read_answer (CallboardRows *rows)
{
  CallboardAnswerRow *row = g_new0 (CallboardAnswerRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->enrolment_id = callboard_rows_int (rows, 1);
  row->question_id = callboard_rows_dup (rows, 2);
  row->question = callboard_rows_dup (rows, 3);
  row->value = callboard_rows_dup (rows, 4);
  row->text = callboard_rows_dup (rows, 5);
  row->flagged = callboard_rows_int (rows, 6) != 0;
  row->message_id = callboard_rows_int (rows, 7);
  row->answered_at = callboard_rows_int (rows, 8);
  row->stage = callboard_rows_dup (rows, 9);

  return row;
}

static CallboardHistoryRow *
read_history (CallboardRows *rows)
{
  CallboardHistoryRow *row = g_new0 (CallboardHistoryRow, 1);

  row->visit_id = callboard_rows_int (rows, 0);
  row->stage = callboard_rows_dup (rows, 1);
  row->entered_at = callboard_rows_int (rows, 2);
  row->left_at = callboard_rows_int (rows, 3);
  row->undone_at = callboard_rows_int (rows, 4);
  row->enrolment_id = callboard_rows_int (rows, 5);
  row->version = callboard_rows_int (rows, 6);
  row->attempt = callboard_rows_int (rows, 7);
  row->status = callboard_queries_enum (rows, 8, CALLBOARD_TYPE_STATUS, CALLBOARD_STATUS_NONE);
  row->failure = callboard_queries_enum (rows, 9, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_NONE);
  row->failure_code = callboard_rows_dup (rows, 10);
  row->failure_detail = callboard_rows_dup (rows, 11);
  row->created_at = callboard_rows_int (rows, 12);
  row->delivered_at = callboard_rows_int (rows, 13);
  row->ended_at = callboard_rows_int (rows, 14);
  row->automatic = callboard_rows_int (rows, 15) != 0;

  return row;
}

CallboardDetails *
callboard_queries_load_details (CallboardDb  *db,
                                gint64        application,
                                GError      **error)
{
  CallboardDetails *details = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  rows = callboard_db_select (db, error, DETAILS_SQL, "i", application);
  if (!callboard_rows_next (rows, error))
    return NULL;

  details = g_new0 (CallboardDetails, 1);
  read_person (details, rows);
  read_progress (details, rows);

  return details;
}

GPtrArray *
callboard_queries_load_answers (CallboardDb  *db,
                                gint64        application,
                                GError      **error)
{
  GPtrArray *answers = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  answers = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_answer_row_free);
  rows = callboard_db_select (db, &fault, ANSWERS_SQL, "i", application);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (answers, read_answer (rows));

  return callboard_queries_finish (answers, fault, error);
}

GPtrArray *
callboard_queries_load_history (CallboardDb  *db,
                                gint64        application,
                                GError      **error)
{
  GPtrArray *history = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  history = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_history_row_free);
  rows = callboard_db_select (db, &fault, HISTORY_SQL, "i", application);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (history, read_history (rows));

  return callboard_queries_finish (history, fault, error);
}
