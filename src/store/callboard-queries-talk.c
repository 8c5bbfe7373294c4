/* callboard-queries-talk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-talk.h"

#include "callboard-queries-office.h"

/* The account is the one of the last message, as for a typed reply; only WhatsApp has a window. */
#define TALK_SQL                                                                                            \
  "SELECT a.state = 'live' AND e.blast = 0 AND e.status IN ('sending', 'delivered', 'in-progress'),"        \
  " e.held_at IS NOT NULL,"                                                                                 \
  " EXISTS (SELECT 1 FROM message m WHERE m.enrolment_id = e.id AND m.state = 'waiting'"                    \
  "   AND m.due_at IS NULL AND m.kind <> 'first'),"                                                         \
  " acc.channel = 'whatsapp',"                                                                             \
  " (SELECT max (i.created_at) FROM message i WHERE i.candidate_id = a.candidate_id"                        \
  "   AND i.account_id = acc.id AND i.direction = 'in') + 86400000000 - acc.clock_shift"                    \
  " FROM application a LEFT JOIN enrolment e ON e.id = a.enrolment_id"                                      \
  " LEFT JOIN account acc ON acc.id = coalesce ((SELECT m.account_id FROM message m"                        \
  "   JOIN account o ON o.id = m.account_id WHERE m.candidate_id = a.candidate_id AND o.state <> 'removed'" \
  "   ORDER BY m.id DESC LIMIT 1), $1)"                                                                     \
  " WHERE a.id = $2"

gboolean
callboard_queries_load_talk (CallboardDb    *db,
                             gint64          application,
                             CallboardTalk  *talk,
                             GError        **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;
  gint64 account = 0, job = 0;

  g_return_val_if_fail (db != NULL, FALSE);
  g_return_val_if_fail (talk != NULL, FALSE);

  *talk = (CallboardTalk) { 0 };
  if (!callboard_db_number (db, &job, error, "SELECT job_id FROM application WHERE id = $1", "i", application) ||
      !callboard_queries_find_sending_account (db, job, &account, error))
    return FALSE;

  rows = callboard_db_select (db, &fault, TALK_SQL, "ii", account, application);
  if (callboard_rows_next (rows, &fault))
    {
      talk->can_hold = callboard_rows_int (rows, 0) != 0;
      talk->held = talk->can_hold && callboard_rows_int (rows, 1) != 0;
      talk->waits_reply = callboard_rows_int (rows, 2) != 0 && !talk->held;
      talk->has_window = callboard_rows_int (rows, 3) != 0;
      talk->window_closes_at = callboard_rows_int (rows, 4);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}
