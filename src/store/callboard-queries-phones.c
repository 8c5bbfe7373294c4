/* callboard-queries-phones.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-phones.h"

#include "callboard-queries-private.h"

/* What lies on a phone: all that came from it, and what reached it or may have. */
#define ON_PHONE "m.state IN ('accepted', 'sent', 'delivered', 'read', 'unknown', 'received')"

/* A glance at the newest messages costs the same however many there are. */
#define PHONES_SQL                                                                                 \
  "SELECT c.id, c.first_name, c.last_name, c.phone, m.body,"                                       \
  " m.direction = 'out' AND e.blast = 0 AND e.status IN ('sending', 'delivered', 'in-progress')"   \
  " FROM (SELECT candidate_id, max(id) AS id FROM"                                                 \
  " (SELECT m.id, m.candidate_id FROM message m WHERE m.account_id = $1 AND " ON_PHONE             \
  " ORDER BY m.id DESC LIMIT 3000) GROUP BY candidate_id ORDER BY max(id) DESC LIMIT 200) n"       \
  " JOIN message m ON m.id = n.id JOIN candidate c ON c.id = n.candidate_id"                         \
  " LEFT JOIN enrolment e ON e.id = m.enrolment_id ORDER BY m.id DESC"

#define PHONE_SQL                                                                                  \
  "SELECT id, created_at, direction = 'in', body, choices, state,"                                 \
  " sum(direction = 'in') OVER (ORDER BY id DESC) > 0"                                             \
  " FROM (SELECT * FROM message m WHERE m.candidate_id = $1 AND m.account_id = $2 AND " ON_PHONE   \
  " ORDER BY m.id DESC LIMIT 200) ORDER BY id"

#define NEXT_SQL                                                                                   \
  "SELECT min(due_at) FROM"                                                                        \
  " (SELECT due_at FROM message WHERE account_id = $1 AND state = 'waiting' AND due_at > $2"       \
  " UNION ALL SELECT due_at FROM timer WHERE account_id = $1 AND due_at > $2)"

void
callboard_phone_row_free (CallboardPhoneRow *row)
{
  g_free (row->name);
  g_free (row->phone);
  g_free (row->last);
  g_free (row);
}

void
callboard_phone_line_free (CallboardPhoneLine *line)
{
  g_free (line->body);
  g_free (line->choices);
  g_free (line);
}

GPtrArray *
callboard_queries_load_phones (CallboardDb  *db,
                               gint64        account,
                               GError      **error)
{
  GPtrArray *phones = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_row_free);
  g_autoptr(CallboardRows) rows = NULL;
  GError *fault = NULL;

  rows = callboard_db_select (db, &fault, PHONES_SQL, "i", account);
  while (callboard_rows_next (rows, &fault))
    {
      CallboardPhoneRow *row = g_new0 (CallboardPhoneRow, 1);

      row->candidate_id = callboard_rows_int (rows, 0);
      row->name = callboard_queries_name (rows, 1, 2);
      row->phone = callboard_rows_dup (rows, 3);
      row->last = callboard_rows_dup (rows, 4);
      row->asked = callboard_rows_int (rows, 5);
      g_ptr_array_add (phones, row);
    }

  return callboard_queries_finish (phones, fault, error);
}

GPtrArray *
callboard_queries_load_phone (CallboardDb  *db,
                              gint64        account,
                              gint64        candidate,
                              GError      **error)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_line_free);
  g_autoptr(CallboardRows) rows = NULL;
  GError *fault = NULL;

  rows = callboard_db_select (db, &fault, PHONE_SQL, "ii", candidate, account);
  while (callboard_rows_next (rows, &fault))
    {
      CallboardPhoneLine *line = g_new0 (CallboardPhoneLine, 1);

      line->id = callboard_rows_int (rows, 0);
      line->at = callboard_rows_int (rows, 1);
      line->from_candidate = callboard_rows_int (rows, 2);
      line->body = callboard_rows_dup (rows, 3);
      line->choices = callboard_rows_dup (rows, 4);
      line->state = callboard_queries_enum (rows, 5, CALLBOARD_TYPE_MESSAGE_STATE, CALLBOARD_MESSAGE_UNKNOWN);
      line->answered = callboard_rows_int (rows, 6);
      g_ptr_array_add (lines, line);
    }

  return callboard_queries_finish (lines, fault, error);
}

gboolean
callboard_queries_next_event (CallboardDb  *db,
                              gint64        account,
                              gint64        now,
                              gint64       *at,
                              GError      **error)
{
  g_return_val_if_fail (at != NULL, FALSE);

  *at = G_MAXINT64;

  return callboard_db_number (db, at, error, NEXT_SQL, "ii", account, now);
}
