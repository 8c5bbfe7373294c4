/* callboard-twilio-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-private.h"

#include "callboard-json.h"

#include <glib/gi18n.h>

static void
return_name (GTask      *task,
             const char *name)
{
  CallboardCheckResult *result = g_new0 (CallboardCheckResult, 1);

  result->name = g_strdup (name);
  g_task_return_pointer (task, result, (GDestroyNotify) callboard_check_result_free);
}

static void
return_account (GTask      *task,
                JsonObject *account)
{
  CallboardTwilio *self = g_task_get_source_object (task);
  const char *status = callboard_json_get_string (account, "status");
  const char *name = callboard_json_get_string (account, "friendly_name");

  if (g_strcmp0 (status, "suspended") == 0)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                             _("Twilio has suspended this account. Look at its messages at twilio.com."));
  else if (g_strcmp0 (status, "closed") == 0)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                             _("This Twilio account was closed."));
  else
    return_name (task, name && *name ? name : self->account_sid);
}

/* Polls are repeated by themselves, and say so; a check is not. */
static GError *
explain (GError *error)
{
  int code = error->code;

  if (error->domain != CALLBOARD_CHANNEL_ERROR || (code != CALLBOARD_CHANNEL_ERROR_BUSY && code != CALLBOARD_CHANNEL_ERROR_FAILED))
    return error;

  g_error_free (error);

  return g_error_new_literal (CALLBOARD_CHANNEL_ERROR, code, code == CALLBOARD_CHANNEL_ERROR_BUSY
                              ? _("Twilio asks to wait. Check again in a minute.")
                              : _("Twilio could not answer. Look at the account SID and the address, and check again."));
}

static void
on_answered_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardTwilioAnswer) answer = NULL;
  GError *error = NULL;

  answer = callboard_twilio_get_finish (CALLBOARD_TWILIO (object), result, &error);

  if (answer == NULL)
    g_task_return_error (task, explain (error));
  else if (answer->object == NULL)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                             _("Twilio does not know this account SID. Check it in the preferences."));
  else if (callboard_json_get_array (answer->object, "messages") == NULL &&
           callboard_json_get_string (answer->object, "sid") == NULL)
    g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                             _("What came back is not an answer of Twilio. Check the address in the preferences."));
  else
    return_account (task, answer->object);
}

void
callboard_twilio_check_async (CallboardChannel    *channel,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *url = NULL;

  g_task_set_source_tag (task, callboard_twilio_check_async);

  /* A standard API key may not read the account itself. */
  url = callboard_twilio_build_url (self, "%s", self->has_api_key ? "/Messages.json?PageSize=1" : ".json");
  callboard_twilio_get_async (self, url, cancellable, on_answered_cb, g_steal_pointer (&task));
}

CallboardCheckResult *
callboard_twilio_check_finish (CallboardChannel  *channel,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_check_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
