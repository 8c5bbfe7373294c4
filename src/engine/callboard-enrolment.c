/* callboard-enrolment.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-render.h"
#include "callboard-settings.h"

#define SCRIPTS "callboard-scripts"

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

gboolean
callboard_account_load (CallboardDb       *db,
                        gint64             id,
                        CallboardAccount  *account,
                        GError           **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;
  int provider = CALLBOARD_PROVIDER_REHEARSAL;

  if (id != 0)
    rows = callboard_db_select (db, &fault, "SELECT id, provider, clock_shift FROM account WHERE id = $1", "i", id);
  else
    rows = callboard_db_select (db, &fault,
                                "SELECT id, provider, clock_shift FROM account WHERE state <> 'removed'"
                                " ORDER BY provider = 'rehearsal', id DESC LIMIT 1", "");

  if (callboard_rows_next (rows, &fault))
    {
      callboard_enum_from_nick (CALLBOARD_TYPE_PROVIDER, callboard_rows_text (rows, 1), &provider);
      account->id = callboard_rows_int (rows, 0);
      account->provider = provider;
      account->shift = callboard_rows_int (rows, 2);
      return TRUE;
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  return fail_not_found (error, _("There is no account to send from."));
}

static char *
load_document (CallboardDb  *db,
               gint64        campaign,
               gint64        version,
               GError      **error)
{
  char *document = NULL;

  if (callboard_db_text (db, &document, error,
                         "SELECT document FROM campaign_version WHERE campaign_id = $1 AND version = $2",
                         "ii", campaign, version) && document == NULL)
    fail_not_found (error, _("The campaign was never published."));

  return document;
}

CallboardScript *
callboard_script_load (CallboardDb  *db,
                       gint64        campaign,
                       gint64        version,
                       GError      **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, campaign, version);
  g_autofree char *document = NULL;
  GHashTable *scripts = callboard_db_get_data (db, SCRIPTS);
  CallboardScript *script;

  if (scripts == NULL)
    {
      scripts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) callboard_script_unref);
      callboard_db_set_data (db, SCRIPTS, scripts, (GDestroyNotify) g_hash_table_unref);
    }

  script = g_hash_table_lookup (scripts, key);
  if (script != NULL)
    return script;

  document = load_document (db, campaign, version, error);
  script = document != NULL ? callboard_script_parse (document, error) : NULL;
  if (script != NULL)
    g_hash_table_insert (scripts, g_steal_pointer (&key), script);

  return script;
}

static gboolean
store_state (CallboardDb         *db,
             CallboardEnrolment  *self,
             GError             **error)
{
  g_autofree char *state = callboard_script_state_to_text (&self->state);

  return callboard_db_run (db, error, "UPDATE enrolment SET state = $1, done = $2 WHERE id = $3",
                           "sii", state, (gint64) self->state.done, self->id);
}

static gboolean
insert_message (CallboardDb            *db,
                CallboardEnrolment     *self,
                const CallboardEffect  *effect,
                const char             *kind,
                const char             *body,
                gint64                  due,
                gint64                  now,
                GError                **error)
{
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "/%s",
                                          self->visit, self->version, self->attempt, effect->key);

  return callboard_db_run (db, error,
                           "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind,"
                           " key, body, choices, state, due_at, created_at, changed_at)"
                           " VALUES ($1, $2, $3, $4, 'out', $5, $6, $7, $8, 'waiting', $9, $10, $10)",
                           "iiiissssii", self->candidate, self->application, self->id, self->account.id, kind,
                           key, body, effect->choices, due, now);
}

static gboolean
send_effect (CallboardDb            *db,
             CallboardEnrolment     *self,
             const CallboardEffect  *effect,
             const char             *kind,
             gint64                  due,
             gint64                  now,
             CallboardChanges       *changes,
             GError                **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);
  g_autoptr(CallboardValues) values = callboard_values_load (db, self->application, error);
  g_autofree char *body = NULL;

  if (script == NULL || values == NULL)
    return FALSE;

  body = callboard_render_body (effect, values, callboard_script_get_language (script),
                                callboard_provider_has_buttons (self->account.provider));
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  return insert_message (db, self, effect, kind, body, due, now, error);
}

static gboolean
log_event (CallboardDb         *db,
           CallboardEnrolment  *self,
           const char          *event,
           gint64               now,
           GError             **error)
{
  return callboard_db_run (db, error, "INSERT INTO enrolment_event (enrolment_id, event, at) VALUES ($1, $2, $3)",
                           "isi", self->id, event, now);
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

  return callboard_db_number (db, &self->id, error,
                              "INSERT INTO enrolment (visit_id, application_id, candidate_id, campaign_id, version, attempt,"
                              " account_id, blast, status, state, total, leaves_at, created_at)"
                              " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'scheduled', $9, $10, $11, $12) RETURNING id",
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
         log_event (db, self, "start", now, error) &&
         send_effect (db, self, g_ptr_array_index (effects, 0), "first", leaves_at, now, changes, error) &&
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
                         " e.status, e.state, e.blast, e.account_id, a.provider, a.clock_shift"
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

gint64
callboard_next_send_time (CallboardDb *db,
                          gint64       candidate,
                          gint64       from)
{
  CallboardSendHours hours = callboard_settings_get_hours (db);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &error, "SELECT country, zone FROM candidate WHERE id = $1",
                                                       "i", candidate);

  if (!callboard_rows_next (rows, &error))
    return from;

  return callboard_zone_next_send_time (from, callboard_rows_text (rows, 0), callboard_rows_text (rows, 1), &hours);
}

static gboolean
let_go (CallboardDb         *db,
        CallboardEnrolment  *self,
        gint64               now,
        CallboardChanges    *changes,
        GError             **error)
{
  gint64 due = callboard_next_send_time (db, self->candidate, now);

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

  return callboard_enrolment_load (db, id, &next, error) && let_go (db, &next, now, changes, error);
}

static gboolean
end (CallboardDb         *db,
     CallboardEnrolment  *self,
     gint64               now,
     CallboardChanges    *changes,
     GError             **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  /* What a completed campaign still has to say, its conclusion, leaves. */
  if (self->status != CALLBOARD_STATUS_COMPLETED &&
      !callboard_db_run (db, error,
                         "UPDATE message SET state = 'cancelled', changed_at = $1"
                         " WHERE enrolment_id = $2 AND state = 'waiting'", "ii", now, self->id))
    return FALSE;

  return callboard_db_run (db, error, "UPDATE enrolment SET ended_at = $1 WHERE id = $2", "ii", now, self->id) &&
         callboard_db_run (db, error, "DELETE FROM timer WHERE enrolment_id = $1", "i", self->id) &&
         callboard_queue_release (db, self->candidate, now, changes, error);
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
                           "iii", self->id, self->account.id, now + callboard_script_get_expiry (script));
}

gboolean
callboard_enrolment_become (CallboardDb         *db,
                            CallboardEnrolment  *self,
                            CallboardStatus      status,
                            gint64               now,
                            CallboardChanges    *changes,
                            GError             **error)
{
  if (!callboard_status_may_become (self->status, status))
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

static gboolean
store_answer (CallboardDb            *db,
              CallboardEnrolment     *self,
              const CallboardEffect  *effect,
              gint64                  message,
              gint64                  now,
              GError                **error)
{
  return callboard_db_run (db, error,
                           "INSERT INTO answer (enrolment_id, question_id, question, value, text, flagged, message_id,"
                           " answered_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                           " ON CONFLICT (enrolment_id, question_id) DO UPDATE SET value = excluded.value,"
                           " text = excluded.text, flagged = excluded.flagged, message_id = excluded.message_id,"
                           " answered_at = excluded.answered_at",
                           "issssiii", self->id, effect->key, effect->question, effect->value, effect->text,
                           (gint64) effect->flagged, message, now) &&
         (!effect->flagged ||
          callboard_db_run (db, error, "UPDATE application SET flag = 'answer' WHERE id = $1", "i", self->application));
}

static gboolean
do_effect (CallboardDb            *db,
           CallboardEnrolment     *self,
           const CallboardEffect  *effect,
           gint64                  message,
           gint64                  now,
           CallboardChanges       *changes,
           GError                **error)
{
  switch (effect->kind)
    {
    case CALLBOARD_EFFECT_SEND:
      return send_effect (db, self, effect, "step", now, now, changes, error);

    case CALLBOARD_EFFECT_ANSWER:
      return store_answer (db, self, effect, message, now, error);

    case CALLBOARD_EFFECT_ATTENTION:
      return callboard_db_run (db, error, "UPDATE application SET flag = 'attention' WHERE id = $1",
                               "i", self->application);

    case CALLBOARD_EFFECT_COMPLETE:
      return callboard_enrolment_become (db, self, CALLBOARD_STATUS_COMPLETED, now, changes, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
callboard_enrolment_hear (CallboardDb                *db,
                          CallboardEnrolment         *self,
                          const CallboardScriptEvent *event,
                          gint64                      message,
                          gint64                      now,
                          gboolean                   *understood,
                          CallboardChanges           *changes,
                          GError                    **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);
  CallboardStatus status = self->blast ? CALLBOARD_STATUS_DELIVERED : CALLBOARD_STATUS_IN_PROGRESS;
  g_autofree char *logged = g_strdup_printf ("reply %" G_GINT64_FORMAT, message);
  g_autoptr(GPtrArray) effects = NULL;
  CallboardScriptState next;

  if (script == NULL ||
      !callboard_enrolment_become (db, self, status, now, changes, error) ||
      !log_event (db, self, logged, now, error))
    return FALSE;

  effects = callboard_script_step (script, &self->state, event, now, &next);
  *understood = effects->len > 0 && next.phase != CALLBOARD_PHASE_ATTENTION;
  self->state = next;
  if (!store_state (db, self, error))
    return FALSE;

  for (guint i = 0; i < effects->len; i++)
    {
      if (!do_effect (db, self, g_ptr_array_index (effects, i), message, now, changes, error))
        return FALSE;
    }

  callboard_changes_add_application (changes, self->application);

  return TRUE;
}
