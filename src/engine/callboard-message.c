/* callboard-message.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-message.h"

#include "callboard-fallback.h"
#include "callboard-health.h"
#include "callboard-media.h"
#include "callboard-opt-out.h"

static void
read_outbound (CallboardRows     *rows,
               CallboardOutbound *self)
{
  int state = CALLBOARD_MESSAGE_WAITING;

  callboard_enum_from_nick (CALLBOARD_TYPE_MESSAGE_STATE, callboard_rows_text (rows, 4), &state);
  self->candidate = callboard_rows_int (rows, 0);
  self->application = callboard_rows_int (rows, 1);
  self->enrolment = callboard_rows_int (rows, 2);
  self->attempt = callboard_rows_int (rows, 3);
  self->state = state;
  self->first = g_strcmp0 (callboard_rows_text (rows, 5), "first") == 0;
  self->account = callboard_rows_int (rows, 6);
  self->shift = callboard_rows_int (rows, 7);
}

gboolean
callboard_outbound_load (CallboardDb        *db,
                         gint64              id,
                         gboolean           *found,
                         CallboardOutbound  *self,
                         GError            **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT m.candidate_id, m.application_id, m.enrolment_id, m.attempt, m.state, m.kind,"
                         " m.account_id, a.clock_shift FROM message m JOIN account a ON a.id = m.account_id"
                         " WHERE m.id = $1 AND m.direction = 'out'", "i", id);

  *found = callboard_rows_next (rows, &fault);
  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  if (!*found)
    return TRUE;

  self->id = id;
  read_outbound (rows, self);

  return TRUE;
}

static gboolean
follow (CallboardDb            *db,
        CallboardOutbound      *self,
        CallboardMessageState   state,
        gint64                  now,
        CallboardChanges       *changes,
        GError                **error)
{
  CallboardEnrolment enrolment;

  if (state != CALLBOARD_MESSAGE_DELIVERED && state != CALLBOARD_MESSAGE_READ)
    return TRUE;

  if (!self->first)
    return callboard_media_arrived (db, self, now, error);

  return callboard_enrolment_load (db, self->enrolment, &enrolment, error) &&
         callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_DELIVERED, now, changes, error);
}

static void
note_change (CallboardOutbound     *self,
             CallboardMessageState  state,
             CallboardChanges      *changes)
{
  self->state = state;
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);
  if (self->application != 0)
    callboard_changes_add_application (changes, self->application);
}

gboolean
callboard_outbound_become (CallboardDb            *db,
                           CallboardOutbound      *self,
                           CallboardMessageState   state,
                           gint64                  now,
                           CallboardChanges       *changes,
                           GError                **error)
{
  note_change (self, state, changes);

  return callboard_db_run (db, error, "UPDATE message SET state = $1, changed_at = $2 WHERE id = $3",
                           "sii", callboard_enum_to_nick (CALLBOARD_TYPE_MESSAGE_STATE, state), now, self->id) &&
         follow (db, self, state, now, changes, error);
}

gboolean
callboard_outbound_accept (CallboardDb        *db,
                           CallboardOutbound  *self,
                           const char         *provider_id,
                           gint64              now,
                           CallboardChanges   *changes,
                           GError            **error)
{
  note_change (self, CALLBOARD_MESSAGE_ACCEPTED, changes);

  return callboard_db_run (db, error,
                           "UPDATE message SET state = 'accepted', provider_id = $1, changed_at = $2 WHERE id = $3", "sii",
                           provider_id, now, self->id);
}

static gboolean
fail_enrolment (CallboardDb        *db,
                CallboardOutbound  *self,
                CallboardFailure    failure,
                const char         *code,
                const char         *detail,
                gint64              now,
                CallboardChanges   *changes,
                GError            **error)
{
  CallboardEnrolment enrolment;
  gboolean taken;

  if (!callboard_fallback_try (db, self, failure, now, &taken, changes, error))
    return FALSE;

  return taken || self->enrolment == 0 ||
         (callboard_enrolment_load (db, self->enrolment, &enrolment, error) &&
          callboard_enrolment_fail (db, &enrolment, failure, code, detail, now, changes, error));
}

/* What everybody else would meet, too: a fault of the account, or of the campaign's template. */
static gboolean
stop_others (CallboardDb        *db,
             CallboardOutbound  *self,
             CallboardFailure    failure,
             const char         *code,
             const char         *detail,
             gint64              now,
             CallboardChanges   *changes,
             GError            **error)
{
  if (failure == CALLBOARD_FAILURE_TEMPLATE)
    return callboard_health_pause_campaign (db, self->enrolment, failure, code, detail, now, changes, error);

  if (failure == CALLBOARD_FAILURE_CREDENTIALS || failure == CALLBOARD_FAILURE_BALANCE)
    return callboard_health_pause_account (db, self->account, failure, code, detail, now, changes, error);

  return TRUE;
}

gboolean
callboard_outbound_fail (CallboardDb        *db,
                         CallboardOutbound  *self,
                         CallboardFailure    failure,
                         const char         *code,
                         const char         *detail,
                         gint64              now,
                         CallboardChanges   *changes,
                         GError            **error)
{
  if (!callboard_outbound_become (db, self, CALLBOARD_MESSAGE_FAILED, now, changes, error) ||
      !callboard_db_run (db, error,
                         "UPDATE message SET failure = $1, failure_code = $2, failure_detail = $3 WHERE id = $4", "sssi",
                         callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure), code, detail, self->id) ||
      !fail_enrolment (db, self, failure, code, detail, now, changes, error) ||
      !stop_others (db, self, failure, code, detail, now - self->shift, changes, error))
    return FALSE;

  /* The provider knows of a STOP that we never saw. */
  return failure != CALLBOARD_FAILURE_OPTED_OUT || callboard_opt_out (db, self->candidate, now, changes, error);
}

gboolean
callboard_outbound_is_moot (CallboardDb              *db,
                            const CallboardOutbound  *self,
                            gboolean                 *moot,
                            GError                  **error)
{
  gint64 reasons = 0;

  if (!callboard_db_number (db, &reasons, error,
                            "SELECT (e.ended_at IS NOT NULL AND (m.kind = 'first' OR e.status <> 'completed'))"
                            " + (c.opted_out_at IS NOT NULL AND m.kind <> 'notice') FROM message m"
                            " JOIN candidate c ON c.id = m.candidate_id LEFT JOIN enrolment e ON e.id = m.enrolment_id"
                            " WHERE m.id = $1", "i", self->id))
    return FALSE;

  *moot = reasons > 0;

  return TRUE;
}

gboolean
callboard_outbound_put_back (CallboardDb        *db,
                             CallboardOutbound  *self,
                             gint64              attempt,
                             gint64              due,
                             gint64              now,
                             CallboardChanges   *changes,
                             GError            **error)
{
  gboolean moot;

  if (!callboard_outbound_is_moot (db, self, &moot, error))
    return FALSE;

  if (moot)
    return callboard_outbound_become (db, self, CALLBOARD_MESSAGE_CANCELLED, now, changes, error);

  return callboard_outbound_become (db, self, CALLBOARD_MESSAGE_WAITING, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE message SET attempt = $1, due_at = $2, claimed_at = NULL WHERE id = $3",
                           "iii", attempt, due, self->id);
}
