/* callboard-opt-out.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-opt-out.h"

#include "callboard-interview.h"

#define OPEN_SQL "SELECT id FROM enrolment WHERE candidate_id = $1 AND " CALLBOARD_OPEN_SQL " ORDER BY id"

/* Scheduled has not reached anybody, so there is nothing to withdraw from: it is cancelled. */
gboolean
callboard_withdraw (CallboardDb       *db,
                    gint64             id,
                    gint64             now,
                    CallboardChanges  *changes,
                    GError           **error)
{
  CallboardEnrolment enrolment;
  CallboardStatus status;

  if (!callboard_enrolment_load (db, id, &enrolment, error))
    return FALSE;

  status = enrolment.status == CALLBOARD_STATUS_SCHEDULED ? CALLBOARD_STATUS_CANCELLED : CALLBOARD_STATUS_WITHDRAWN;

  return callboard_enrolment_become (db, &enrolment, status, now, changes, error) &&
         callboard_interview_release (db, enrolment.application, now - enrolment.account.shift, changes, error);
}

gboolean
callboard_opt_out (CallboardDb       *db,
                   gint64             candidate,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  g_autoptr(GArray) open = NULL;

  if (!callboard_db_run (db, error, "UPDATE candidate SET opted_out_at = $1 WHERE id = $2", "ii", now, candidate) ||
      (open = callboard_db_numbers (db, error, OPEN_SQL, "i", candidate)) == NULL)
    return FALSE;

  /* Newest first, so that ending one does not let the next one go. */
  for (guint i = open->len; i > 0; i--)
    {
      if (!callboard_withdraw (db, g_array_index (open, gint64, i - 1), now, changes, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_CANDIDATES | CALLBOARD_CHANGED_OUTBOX);

  return callboard_interview_release_candidate (db, candidate, now, changes, error) &&
         callboard_db_run (db, error,
                           "UPDATE message SET state = 'cancelled', changed_at = $1"
                           " WHERE candidate_id = $2 AND state = 'waiting'", "ii", now, candidate);
}
