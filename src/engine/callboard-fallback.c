/* callboard-fallback.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fallback.h"

#include "callboard-enrolment-private.h"
#include "callboard-queries-accounts.h"

/* So that the key of the first message by text is another one. */
#define SUFFIX "/sms"

static gboolean
find_account (CallboardDb               *db,
              const CallboardEnrolment  *enrolment,
              gint64                    *account,
              GError                   **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  gint64 job = 0;

  *account = 0;
  if (script == NULL)
    return FALSE;

  if (!callboard_script_allows_sms (script) || callboard_script_has_media (script))
    return TRUE;

  return callboard_db_number (db, &job, error, "SELECT job_id FROM application WHERE id = $1", "i", enrolment->application) &&
         callboard_queries_find_channel_account (db, job, CALLBOARD_RENDERING_SMS, account, error);
}

static gboolean
begin_again (CallboardDb         *db,
             CallboardEnrolment  *enrolment,
             gint64               real_now,
             CallboardChanges    *changes,
             GError             **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  const CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_START };
  const CallboardScriptState beginning = { 0 };
  gint64 now = real_now + enrolment->account.shift;
  gint64 due = callboard_next_send_time (db, enrolment->candidate, now);
  g_autoptr(GPtrArray) effects = callboard_script_step (script, &beginning, &event, now, &enrolment->state);
  CallboardEffect *welcome = g_ptr_array_index (effects, 0);
  g_autofree char *key = welcome->key;

  welcome->key = g_strconcat (key, SUFFIX, NULL);

  return callboard_enrolment_send (db, enrolment, welcome, "first", due, now, changes, error);
}

static gboolean
change_account (CallboardDb         *db,
                CallboardEnrolment  *enrolment,
                gint64               account,
                GError             **error)
{
  return callboard_db_run (db, error, "UPDATE enrolment SET account_id = $1, fallback_from = $2 WHERE id = $3",
                           "iii", account, enrolment->account.id, enrolment->id) &&
         callboard_account_load (db, account, &enrolment->account, error);
}

gboolean
callboard_fallback_try (CallboardDb              *db,
                        const CallboardOutbound  *message,
                        CallboardFailure          failure,
                        gint64                    now,
                        gboolean                 *taken,
                        CallboardChanges         *changes,
                        GError                  **error)
{
  CallboardEnrolment enrolment;
  gint64 account;

  *taken = FALSE;
  if (failure != CALLBOARD_FAILURE_NOT_ON_WHATSAPP || !message->first || message->enrolment == 0)
    return TRUE;

  if (!callboard_enrolment_load (db, message->enrolment, &enrolment, error))
    return FALSE;

  if (enrolment.account.provider == CALLBOARD_PROVIDER_REHEARSAL ||
      enrolment.account.rendering != CALLBOARD_RENDERING_WHATSAPP || enrolment.status != CALLBOARD_STATUS_SENDING)
    return TRUE;

  if (!find_account (db, &enrolment, &account, error))
    return FALSE;

  if (account == 0)
    return TRUE;

  *taken = TRUE;

  return change_account (db, &enrolment, account, error) &&
         begin_again (db, &enrolment, now - message->shift, changes, error);
}
