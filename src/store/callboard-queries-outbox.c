/* callboard-queries-outbox.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-outbox.h"

#include "callboard-queries-private.h"

/* Nothing helps against it: the only failure without a remedy (callboard_failure_get_remedy()). */
#define CLOSED "'opted-out'"

#define COUNTS_SQL                                                                                    \
  "SELECT (SELECT count(*) FROM message WHERE state = 'waiting'),"                                    \
  " (SELECT count(*) FROM message WHERE state IN ('unknown', 'failed') AND state = 'unknown'),"       \
  " (SELECT count(*) FROM enrolment e CROSS JOIN application a"                                       \
  "   ON a.id = e.application_id AND a.enrolment_id = e.id"                                           \
  "   WHERE e.status = 'failed' AND a.state = 'live'),"                                               \
  " (SELECT count(*) FROM enrolment e CROSS JOIN application a"                                       \
  "   ON a.id = e.application_id AND a.enrolment_id = e.id"                                           \
  "   WHERE e.status = 'failed' AND a.state = 'live' AND e.failure = " CLOSED "),"                    \
  " EXISTS (SELECT 1 FROM account acc WHERE acc.state <> 'active'"                                    \
  "   AND EXISTS (SELECT 1 FROM message m WHERE m.account_id = acc.id AND m.state = 'waiting')),"       \
  " (SELECT count(*) FROM late_message l JOIN message m ON m.id = l.message_id WHERE m.state = 'waiting')"

#define ROW_SQL                                                                                       \
  "SELECT m.id, m.candidate_id, m.application_id, m.enrolment_id, c.first_name, c.last_name, c.phone," \
  " j.title, s.name, m.body, coalesce (m.due_at, l.due_at) - acc.clock_shift, m.kind = 'first', m.account_id, acc.provider," \
  " m.state, m.failure, m.failure_code, m.failure_detail,"                                            \
  " " CALLBOARD_LIVED_SQL ("m.changed_at", "m.account_id") ","                                         \
  " acc.state <> 'active', e.status = 'queued' AND m.kind = 'first', m.attempt, m.claimed_at,"        \
  " m.due_at IS NULL AND m.kind <> 'first', e.held_at IS NOT NULL AND m.kind IN ('step', 'nudge'),"   \
  " m.due_at IS NULL AND l.message_id IS NOT NULL"                                                    \
  " FROM message m"                                                                                   \
  " JOIN account acc ON acc.id = m.account_id"                                                        \
  " JOIN candidate c ON c.id = m.candidate_id"                                                        \
  " LEFT JOIN application a ON a.id = m.application_id"                                               \
  " LEFT JOIN job j ON j.id = a.job_id"                                                               \
  " LEFT JOIN enrolment e ON e.id = m.enrolment_id"                                                   \
  " LEFT JOIN visit v ON v.id = e.visit_id"                                                           \
  " LEFT JOIN stage s ON s.id = v.stage_id"                                                           \
  " LEFT JOIN late_message l ON l.message_id = m.id"

/* The page is chosen before anything is joined to it: the outbox may be long. */
#define WAITING_SQL ROW_SQL                                                                           \
  " WHERE m.id IN (SELECT w.id FROM message w JOIN account o ON o.id = w.account_id"                  \
  "   WHERE w.state = 'waiting' AND (w.due_at IS NOT NULL OR w.id NOT IN (SELECT message_id FROM late_message))" \
  "   ORDER BY w.due_at - o.clock_shift, w.id LIMIT $1 OFFSET $2)"          \
  " ORDER BY m.due_at - acc.clock_shift, m.id"
#define LATE_SQL ROW_SQL                                                                              \
  " WHERE l.message_id IS NOT NULL AND m.state = 'waiting' AND m.due_at IS NULL"                      \
  " ORDER BY l.due_at, m.id LIMIT $1 OFFSET $2"
#define UNKNOWN_SQL ROW_SQL \
  " WHERE m.state IN ('unknown', 'failed') AND m.state = 'unknown' ORDER BY m.id DESC LIMIT $1 OFFSET $2"
#define FAULTS_SQL ROW_SQL                                                                            \
  " WHERE m.state IN ('unknown', 'failed') AND m.state = 'failed' AND a.state = 'live'"               \
  " AND a.enrolment_id = m.enrolment_id AND e.status = 'failed'"
#define OPEN_FAULTS_SQL   FAULTS_SQL " AND e.failure IS NOT " CLOSED " ORDER BY m.id DESC LIMIT $1 OFFSET $2"
#define CLOSED_FAULTS_SQL FAULTS_SQL " AND e.failure = " CLOSED " ORDER BY m.id DESC LIMIT $1 OFFSET $2"

/* One drop is one transaction, so that its visits and its batch have one time. */
#define GROUPS_SQL                                                                                    \
  "SELECT (SELECT b.id FROM batch b JOIN batch_move w ON w.batch_id = b.id AND w.application_id = g.sample" \
  "   WHERE g.attempt = 0 AND b.made_at = g.made_at AND b.undone_at IS NULL ORDER BY b.id DESC LIMIT 1)," \
  " g.made_at, s.id, s.name, j.title, g.count, g.leaves_at, g.last_leaves_at, acc.id, acc.provider,"  \
  " g.first_message"                                                                                  \
  " FROM (SELECT v.entered_at AS made_at, v.stage_id, m.account_id, e.attempt,"                      \
  "   min(m.application_id) AS sample, min(m.id) AS first_message,"                                   \
  "   count(*) AS count, min(m.due_at - o.clock_shift) AS leaves_at,"                                 \
  "   max(m.due_at - o.clock_shift) AS last_leaves_at"                                                \
  "   FROM message m JOIN account o ON o.id = m.account_id"                                           \
  "   JOIN enrolment e ON e.id = m.enrolment_id JOIN visit v ON v.id = e.visit_id"                    \
  "   WHERE m.state = 'waiting' AND m.kind = 'first'"                                                 \
  "   AND (m.due_at IS NOT NULL OR m.id NOT IN (SELECT message_id FROM late_message))"                \
  "   GROUP BY v.entered_at, v.stage_id, m.account_id, e.attempt) g"                                  \
  " JOIN stage s ON s.id = g.stage_id JOIN job j ON j.id = s.job_id"                                  \
  " JOIN account acc ON acc.id = g.account_id ORDER BY g.leaves_at, g.made_at"

void
callboard_outbox_row_free (CallboardOutboxRow *row)
{
  g_free (row->name);
  g_free (row->phone);
  g_free (row->job);
  g_free (row->stage);
  g_free (row->body);
  g_free (row->failure_code);
  g_free (row->failure_detail);
  g_free (row);
}

void
callboard_outbox_group_free (CallboardOutboxGroup *group)
{
  g_free (group->stage);
  g_free (group->job);
  g_free (group);
}

static CallboardWait
find_wait (CallboardRows            *rows,
           const CallboardOutboxRow *row,
           gint64                    now)
{
  if (row->state != CALLBOARD_MESSAGE_WAITING)
    return CALLBOARD_WAIT_NONE;

  if (callboard_rows_int (rows, 19) != 0)
    return CALLBOARD_WAIT_ACCOUNT;

  if (callboard_rows_int (rows, 25) != 0)
    return CALLBOARD_WAIT_LATE;

  if (callboard_rows_int (rows, 20) != 0)
    return CALLBOARD_WAIT_QUEUED;

  if (callboard_rows_int (rows, 24) != 0)
    return CALLBOARD_WAIT_HELD;

  if (callboard_rows_int (rows, 23) != 0)
    return CALLBOARD_WAIT_REPLY;

  if (row->leaves_at <= now)
    return CALLBOARD_WAIT_NONE;

  return callboard_rows_int (rows, 21) > 0 ? CALLBOARD_WAIT_RETRY : CALLBOARD_WAIT_TIME;
}

static CallboardOutboxRow *
read_row (CallboardRows *rows,
          gint64         now)
{
  CallboardOutboxRow *row = g_new0 (CallboardOutboxRow, 1);

  row->message_id = callboard_rows_int (rows, 0);
  row->candidate_id = callboard_rows_int (rows, 1);
  row->application_id = callboard_rows_int (rows, 2);
  row->enrolment_id = callboard_rows_int (rows, 3);
  row->name = callboard_queries_name (rows, 4, 5);
  row->phone = callboard_rows_dup (rows, 6);
  row->job = callboard_rows_dup (rows, 7);
  row->stage = callboard_rows_dup (rows, 8);
  row->body = callboard_rows_dup (rows, 9);
  row->leaves_at = callboard_rows_int (rows, 10);
  row->first = callboard_rows_int (rows, 11) != 0;
  row->account_id = callboard_rows_int (rows, 12);
  row->provider = callboard_queries_enum (rows, 13, CALLBOARD_TYPE_PROVIDER, CALLBOARD_PROVIDER_REHEARSAL);
  row->state = callboard_queries_enum (rows, 14, CALLBOARD_TYPE_MESSAGE_STATE, CALLBOARD_MESSAGE_WAITING);
  row->failure = callboard_queries_enum (rows, 15, CALLBOARD_TYPE_FAILURE, CALLBOARD_FAILURE_NONE);
  row->failure_code = callboard_rows_dup (rows, 16);
  row->failure_detail = callboard_rows_dup (rows, 17);
  row->changed_at = callboard_rows_int (rows, 18);
  row->sent_at = callboard_rows_int (rows, 22);
  row->wait = find_wait (rows, row, now);
  if (row->wait == CALLBOARD_WAIT_ACCOUNT || row->wait == CALLBOARD_WAIT_QUEUED || row->wait == CALLBOARD_WAIT_REPLY ||
      row->wait == CALLBOARD_WAIT_HELD)
    row->leaves_at = 0;

  return row;
}

static CallboardOutboxGroup *
read_group (CallboardRows *rows)
{
  CallboardOutboxGroup *group = g_new0 (CallboardOutboxGroup, 1);

  group->batch = callboard_rows_int (rows, 0);
  group->made_at = callboard_rows_int (rows, 1);
  group->stage_id = callboard_rows_int (rows, 2);
  group->stage = callboard_rows_dup (rows, 3);
  group->job = callboard_rows_dup (rows, 4);
  group->count = callboard_rows_int (rows, 5);
  group->leaves_at = callboard_rows_int (rows, 6);
  group->last_leaves_at = callboard_rows_int (rows, 7);
  group->account_id = callboard_rows_int (rows, 8);
  group->provider = callboard_queries_enum (rows, 9, CALLBOARD_TYPE_PROVIDER, CALLBOARD_PROVIDER_REHEARSAL);

  group->message_id = callboard_rows_int (rows, 10);

  return group;
}

static const char *
get_sql (CallboardTrayPart part)
{
  switch (part)
    {
    case CALLBOARD_TRAY_WAITING:
      return WAITING_SQL;
    case CALLBOARD_TRAY_LATE:
      return LATE_SQL;
    case CALLBOARD_TRAY_UNKNOWN:
      return UNKNOWN_SQL;
    case CALLBOARD_TRAY_FAILED:
      return OPEN_FAULTS_SQL;
    case CALLBOARD_TRAY_CLOSED:
      return CLOSED_FAULTS_SQL;
    }

  g_return_val_if_reached (WAITING_SQL);
}

gboolean
callboard_queries_count_outbox (CallboardDb            *db,
                                CallboardOutboxCounts  *counts,
                                GError                **error)
{
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (counts != NULL, FALSE);

  rows = callboard_db_select (db, error, COUNTS_SQL, "");
  if (!callboard_rows_next (rows, error))
    return FALSE;

  counts->waiting = callboard_rows_int (rows, 0);
  counts->unknown = callboard_rows_int (rows, 1);
  counts->failed = callboard_rows_int (rows, 2);
  counts->closed = callboard_rows_int (rows, 3);
  counts->paused = callboard_rows_int (rows, 4) != 0;
  counts->late = callboard_rows_int (rows, 5);

  return TRUE;
}

GPtrArray *
callboard_queries_load_outbox (CallboardDb        *db,
                               CallboardTrayPart   part,
                               gint64              now,
                               guint               limit,
                               guint               offset,
                               GError            **error)
{
  GPtrArray *found = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_outbox_row_free);
  rows = callboard_db_select (db, &fault, get_sql (part), "ii", (gint64) limit, (gint64) offset);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (found, read_row (rows, now));

  return callboard_queries_finish (found, fault, error);
}

GPtrArray *
callboard_queries_load_groups (CallboardDb  *db,
                               GError      **error)
{
  GPtrArray *groups = NULL;
  GError *fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  groups = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_outbox_group_free);
  rows = callboard_db_select (db, &fault, GROUPS_SQL, "");
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (groups, read_group (rows));

  return callboard_queries_finish (groups, fault, error);
}
