/* callboard-enrolment-hear.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-enrolment-private.h"

#include "callboard-interview.h"
#include "callboard-media.h"
#include "callboard-next-stage.h"
#include "callboard-nudge.h"
#include "callboard-render.h"

static gboolean
store_state (CallboardDb         *db,
             CallboardEnrolment  *self,
             CallboardScript     *script,
             GError             **error)
{
  g_autofree char *state = callboard_script_state_to_text (&self->state);
  guint done, total;

  callboard_script_get_progress (script, &self->state, &done, &total);

  return callboard_db_run (db, error, "UPDATE enrolment SET state = $1, done = $2, total = $3 WHERE id = $4",
                           "siii", state, (gint64) done, (gint64) total, self->id);
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

  gint64 id = 0;

  return callboard_db_insert (db, &id, error,
                              "INSERT INTO message (candidate_id, application_id, enrolment_id, account_id, direction, kind,"
                              " key, body, choices, template, state, due_at, created_at, changed_at)"
                              " VALUES ($1, $2, $3, $4, 'out', $5, $6, $7, $8, $9, 'waiting', $10, $11, $11)",
                              "iiiisssssii", self->candidate, self->application, self->id, self->account.id, kind,
                              key, body, effect->choices, effect->template, due, now) &&
         callboard_media_insert (db, id, effect->media, error);
}

gboolean
callboard_enrolment_send (CallboardDb            *db,
                          CallboardEnrolment     *self,
                          const CallboardEffect  *effect,
                          const char             *kind,
                          gint64                  due,
                          gint64                  now,
                          CallboardChanges       *changes,
                          GError                **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);
  g_autoptr(CallboardValues) values = NULL;
  g_autofree char *body = NULL;

  if (script == NULL || (values = callboard_values_load (db, self->application, script, error)) == NULL)
    return FALSE;

  body = callboard_render_body (effect, values, callboard_script_get_language (script),
                                self->account.rendering);
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  return insert_message (db, self, effect, kind, body, due, now, error);
}

gboolean
callboard_enrolment_log (CallboardDb                 *db,
                         CallboardEnrolment          *self,
                         const CallboardScriptEvent  *event,
                         gint64                       now,
                         GError                     **error)
{
  g_autofree char *logged = callboard_script_event_to_json (event);

  return callboard_db_run (db, error, "INSERT INTO enrolment_event (enrolment_id, event, at) VALUES ($1, $2, $3)",
                           "isi", self->id, logged, now);
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
      return callboard_enrolment_send (db, self, effect, effect->message_kind, now, now, changes, error);

    case CALLBOARD_EFFECT_ANSWER:
      return callboard_enrolment_store_answer (db, self, effect, message, now, error);

    case CALLBOARD_EFFECT_FORGET_ANSWER:
      return callboard_enrolment_forget_answer (db, self, effect, error);

    case CALLBOARD_EFFECT_NOTE:
      return TRUE;

    case CALLBOARD_EFFECT_OFFER:
    case CALLBOARD_EFFECT_BOOK:
    case CALLBOARD_EFFECT_CONFIRM_INTERVIEW:
    case CALLBOARD_EFFECT_CANCEL_INTERVIEW:
      return callboard_enrolment_interview (db, self, effect, message, now, changes, error);

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
callboard_enrolment_step (CallboardDb                *db,
                          CallboardEnrolment         *self,
                          const CallboardScriptEvent *event,
                          gint64                      message,
                          gint64                      now,
                          gboolean                   *understood,
                          CallboardChanges           *changes,
                          GError                    **error)
{
  CallboardScript *script = callboard_script_load (db, self->campaign, self->version, error);
  g_autoptr(GPtrArray) effects = NULL;
  CallboardScriptState next;
  gboolean went_on = TRUE;
  gboolean completed = self->status == CALLBOARD_STATUS_COMPLETED;

  if (script == NULL || !callboard_enrolment_log (db, self, event, now, error))
    return FALSE;

  effects = callboard_script_step (script, &self->state, event, now, &next);
  self->state = next;
  if (!store_state (db, self, script, error))
    return FALSE;

  for (guint i = 0; i < effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (effects, i);

      if (effect->kind == CALLBOARD_EFFECT_NOTE || effect->kind == CALLBOARD_EFFECT_ATTENTION)
        went_on = FALSE;
      if (!do_effect (db, self, effect, message, now, changes, error))
        return FALSE;
    }

  if (!callboard_enrolment_store_score (db, self, script, error))
    return FALSE;

  if (!completed && self->status == CALLBOARD_STATUS_COMPLETED &&
      !callboard_next_stage_enter (db, self, now - self->account.shift, changes, error))
    return FALSE;

  if (understood != NULL)
    *understood = went_on;
  callboard_changes_add_application (changes, self->application);

  return TRUE;
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
  CallboardStatus status = self->blast ? CALLBOARD_STATUS_DELIVERED : CALLBOARD_STATUS_IN_PROGRESS;

  return callboard_enrolment_become (db, self, status, now, changes, error) &&
         callboard_enrolment_step (db, self, event, message, now, understood, changes, error) &&
         callboard_nudge_reset (db, self, now, error);
}
