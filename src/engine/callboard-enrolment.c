/* callboard-enrolment.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment-private.h"

#include "callboard-error.h"
#include "callboard-nudge.h"

static gboolean
fail_not_found (GError     **error,
                const char  *message)
{
  if (error != NULL && *error == NULL)
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND, message);

  return FALSE;
}

static const char *
nick (CallboardStatus status)
{
  return callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, status);
}

static gboolean
insert_enrolment (CallboardDb         *db,
                  CallboardEnrolment  *self,
                  guint                total,
                  gint64               leaves_at,
                  gint64               now,
                  GError             **error)
{
  g_autofree char *state = callboard_script_state_to_text (&self->state);

  return callboard_db_insert (db, &self->id, error,
                              "INSERT INTO enrolment (visit_id, application_id, candidate_id, campaign_id, version, attempt,"
                              " account_id, blast, status, state, total, leaves_at, created_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'scheduled', $9, $10, $11, $12)",
                              "iiiiiiiisiii", self->visit, self->application, self->candidate, self->campaign,
                              self->version, self->attempt, self->account.id, (gint64) self->blast, state,
                              (gint64) total, leaves_at, now);
}

gboolean
callboard_enrolment_create (CallboardDb         *db,
                            CallboardEnrolment  *self,
                            gint64               leaves_at,
                            gint64               now,
                            CallboardChanges    *changes,
                            GError             **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_START };
  CallboardScriptState beginning = { 0 };
  g_autoptr(GPtrArray) effects = NULL;

  if (script == NULL)
    return FALSE;

  effects = callboard_script_step (script, &beginning, &event, now, &self->state);
  self->status = CALLBOARD_STATUS_SCHEDULED;
  self->blast = callboard_script_is_blast (script);
  callboard_changes_add_application (changes, self->application);

  return insert_enrolment (db, self, callboard_script_get_total (script), leaves_at, now, error) &&
         callboard_enrolment_log (db, self, &event, now, error) &&
         callboard_enrolment_send (db, self, g_ptr_array_index (effects, 0), "first", leaves_at, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE application SET enrolment_id = $1 WHERE id = $2",
                           "ii", self->id, self->application);
}

static void
read_enrolment (CallboardRows      *rows,
                CallboardEnrolment *self)
{
  int status = CALLBOARD_STATUS_NONE;
  int provider = CALLBOARD_PROVIDER_REHEARSAL;

  callboard_enum_from_nick (CALLBOARD_TYPE_STATUS, callboard_rows_text (rows, 7), &status);
  callboard_enum_from_nick (CALLBOARD_TYPE_PROVIDER, callboard_rows_text (rows, 11), &provider);
  self->id = callboard_rows_int (rows, 0);
  self->visit = callboard_rows_int (rows, 1);
  self->application = callboard_rows_int (rows, 2);
  self->candidate = callboard_rows_int (rows, 3);
  self->campaign = callboard_rows_int (rows, 4);
  self->version = callboard_rows_int (rows, 5);
  self->attempt = callboard_rows_int (rows, 6);
  self->status = status;
  self->state = callboard_script_state_from_text (callboard_rows_text (rows, 8));
  self->blast = callboard_rows_int (rows, 9) != 0;
  self->account.id = callboard_rows_int (rows, 10);
  self->account.provider = provider;
  self->account.shift = callboard_rows_int (rows, 12);
  self->account.rendering = callboard_account_read_rendering (provider, callboard_rows_text (rows, 13));
  self->held = callboard_rows_int (rows, 14) != 0;
  self->nudges = callboard_rows_int (rows, 15);
  self->release_delay = 0;
}

gboolean
callboard_enrolment_load (CallboardDb         *db,
                          gint64               id,
                          CallboardEnrolment  *self,
                          GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT e.id, e.visit_id, e.application_id, e.candidate_id, e.campaign_id, e.version, e.attempt,"
                         " e.status, e.state, e.blast, e.account_id, a.provider, a.clock_shift,"
                         " a.channel, e.held_at IS NOT NULL, e.nudges"
                         " FROM enrolment e JOIN account a ON a.id = e.account_id WHERE e.id = $1", "i", id);

  if (callboard_rows_next (rows, &fault))
    {
      read_enrolment (rows, self);
      return TRUE;
    }

  if (fault == NULL)
    return fail_not_found (error, _("The campaign of this card no longer exists."));

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
let_go (CallboardDb         *db,
        CallboardEnrolment  *self,
        gint64               from,
        gint64               now,
        CallboardChanges    *changes,
        GError             **error)
{
  gint64 due = callboard_next_send_time (db, self->candidate, from);

  return callboard_db_run (db, error,
                           "UPDATE message SET due_at = $1 WHERE enrolment_id = $2 AND state = 'waiting'",
                           "ii", due, self->id) &&
         callboard_db_run (db, error, "UPDATE enrolment SET leaves_at = $1 WHERE id = $2", "ii", due, self->id) &&
         callboard_enrolment_become (db, self, CALLBOARD_STATUS_SCHEDULED, now, changes, error);
}

gboolean
callboard_queue_release (CallboardDb       *db,
                         gint64             candidate,
                         gint64             now,
                         gint64             delay,
                         CallboardChanges  *changes,
                         GError           **error)
{
  CallboardEnrolment next;
  gint64 id = 0;

  if (!callboard_db_number (db, &id, error,
                            "SELECT id FROM enrolment WHERE candidate_id = $1 AND status = 'queued'"
                            " AND NOT EXISTS (SELECT 1 FROM enrolment WHERE candidate_id = $1 AND "
                            CALLBOARD_RUNNING_SQL ") ORDER BY id LIMIT 1", "i", candidate))
    return FALSE;

  if (id == 0)
    return TRUE;

  return callboard_enrolment_load (db, id, &next, error) && let_go (db, &next, now + delay, now, changes, error);
}

static gboolean
end (CallboardDb         *db,
     CallboardEnrolment  *self,
     gint64               now,
     CallboardChanges    *changes,
     GError             **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  /* What a completed campaign still has to say, its conclusion, leaves; a welcome of uncertain fate is of no use by then. */
  return callboard_db_run (db, error,
                           "UPDATE message SET state = 'cancelled', changed_at = $1 WHERE enrolment_id = $2"
                           " AND state = 'waiting' AND (kind = 'first' OR $3)",
                           "iii", now, self->id, (gint64) (self->status != CALLBOARD_STATUS_COMPLETED)) &&
         callboard_db_run (db, error, "UPDATE enrolment SET ended_at = $1 WHERE id = $2", "ii", now, self->id) &&
         callboard_db_run (db, error, "DELETE FROM timer WHERE enrolment_id = $1"
                           " AND kind NOT IN ('reminder-day', 'reminder-hours')", "i", self->id) &&
         callboard_queue_release (db, self->candidate, now, self->release_delay, changes, error);
}

static gboolean
deliver (CallboardDb         *db,
         CallboardEnrolment  *self,
         gint64               now,
         GError             **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);

  if (script == NULL ||
      !callboard_db_run (db, error, "UPDATE enrolment SET delivered_at = $1 WHERE id = $2 AND delivered_at IS NULL",
                         "ii", now, self->id))
    return FALSE;

  if (self->blast)
    return TRUE;

  return callboard_db_run (db, error,
                           "INSERT INTO timer (enrolment_id, account_id, kind, due_at) VALUES ($1, $2, 'expiry', $3)"
                           " ON CONFLICT DO NOTHING",
                           "iii", self->id, self->account.id, now + callboard_script_get_expiry (script)) &&
         callboard_nudge_plan (db, self, now, error);
}

gboolean
callboard_enrolment_become (CallboardDb         *db,
                            CallboardEnrolment  *self,
                            CallboardStatus      status,
                            gint64               now,
                            CallboardChanges    *changes,
                            GError             **error)
{
  /* The table alone would let a delivered blast, which has ended, be cancelled by moving its card on. */
  if (callboard_status_is_end (self->status, self->blast) || !callboard_status_may_become (self->status, status))
    return TRUE;

  self->status = status;
  callboard_changes_add_application (changes, self->application);
  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS);

  if (!callboard_db_run (db, error, "UPDATE enrolment SET status = $1 WHERE id = $2", "si", nick (status), self->id))
    return FALSE;

  if ((status == CALLBOARD_STATUS_DELIVERED || status == CALLBOARD_STATUS_IN_PROGRESS) &&
      !deliver (db, self, now, error))
    return FALSE;

  return !callboard_status_is_end (status, self->blast) || end (db, self, now, changes, error);
}

gboolean
callboard_enrolment_fail (CallboardDb         *db,
                          CallboardEnrolment  *self,
                          CallboardFailure     failure,
                          const char          *code,
                          const char          *detail,
                          gint64               now,
                          CallboardChanges    *changes,
                          GError             **error)
{
  return callboard_db_run (db, error,
                           "UPDATE enrolment SET failure = $1, failure_code = $2, failure_detail = $3 WHERE id = $4",
                           "sssi", callboard_enum_to_nick (CALLBOARD_TYPE_FAILURE, failure), code, detail, self->id) &&
         callboard_enrolment_become (db, self, CALLBOARD_STATUS_FAILED, now, changes, error);
}
