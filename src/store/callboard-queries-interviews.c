/* callboard-queries-interviews.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-interviews.h"

#include <glib/gi18n.h>

#include "callboard-locale.h"
#include "callboard-queries-private.h"
#include "callboard-when.h"

#define INTERVIEWS_SQL                                                                                   \
  "SELECT i.id, i.application_id, i.candidate_id, i.job_id, c.first_name, c.last_name, c.phone, j.title," \
  " s.name, i.interviewer, i.starts_at, i.ends_at, i.zone, i.place_kind, i.place, i.state, i.moves,"     \
  " a.clock_shift FROM interview i JOIN candidate c ON c.id = i.candidate_id"                            \
  " JOIN job j ON j.id = i.job_id JOIN enrolment e ON e.id = i.enrolment_id"                             \
  " JOIN account a ON a.id = e.account_id JOIN visit v ON v.id = e.visit_id"                             \
  " JOIN stage s ON s.id = v.stage_id WHERE i.state <> 'moved'"

void
callboard_interview_row_free (CallboardInterviewRow *row)
{
  g_free (row->name);
  g_free (row->phone);
  g_free (row->job);
  g_free (row->stage);
  g_free (row->interviewer);
  g_free (row->zone);
  g_free (row->place_kind);
  g_free (row->place);
  g_free (row);
}

char *
callboard_interview_row_tell (const CallboardInterviewRow *row)
{
  const char *locale = callboard_locale_get ();
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  g_autofree char *zone = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  day = callboard_when_tell (row->starts_at, row->zone, locale, CALLBOARD_WHEN_DAY);
  time = callboard_when_tell (row->starts_at, row->zone, locale, CALLBOARD_WHEN_TIME);
  zone = callboard_when_tell (row->starts_at, row->zone, locale, CALLBOARD_WHEN_ZONE);

  /* Translators: a day, a time and whose clock that is: "Tue, 1 Dec", "10:00", "GMT, London" */
  return g_strdup_printf (_("%s, %s (%s)"), day, time, zone);
}

static CallboardInterviewRow *
read_interview (CallboardRows *rows)
{
  CallboardInterviewRow *row = g_new0 (CallboardInterviewRow, 1);

  row->id = callboard_rows_int (rows, 0);
  row->application_id = callboard_rows_int (rows, 1);
  row->candidate_id = callboard_rows_int (rows, 2);
  row->job_id = callboard_rows_int (rows, 3);
  row->name = callboard_queries_name (rows, 4, 5);
  row->phone = callboard_rows_dup (rows, 6);
  row->job = callboard_rows_dup (rows, 7);
  row->stage = callboard_rows_dup (rows, 8);
  row->interviewer = callboard_rows_dup (rows, 9);
  row->starts_at = callboard_rows_int (rows, 10);
  row->ends_at = callboard_rows_int (rows, 11);
  row->zone = callboard_rows_dup (rows, 12);
  row->place_kind = callboard_rows_dup (rows, 13);
  row->place = callboard_rows_dup (rows, 14);
  row->state = callboard_queries_enum (rows, 15, CALLBOARD_TYPE_INTERVIEW_STATE, CALLBOARD_INTERVIEW_BOOKED);
  row->moves = callboard_rows_int (rows, 16);
  row->shift = callboard_rows_int (rows, 17);

  return row;
}

GPtrArray *
callboard_queries_list_interviews (CallboardDb  *db,
                                   gint64        job,
                                   GError      **error)
{
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_interview_row_free);
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault, INTERVIEWS_SQL " AND ($1 = 0 OR i.job_id = $1) ORDER BY i.starts_at, i.id", "i", job);

  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (found, read_interview (rows));

  return callboard_queries_finish (found, fault, error);
}

CallboardInterviewRow *
callboard_queries_load_interview (CallboardDb  *db,
                                  gint64        application,
                                  GError      **error)
{
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, error, INTERVIEWS_SQL " AND i.application_id = $1 ORDER BY i.id DESC LIMIT 1",
                         "i", application);

  return callboard_rows_next (rows, error) ? read_interview (rows) : NULL;
}
