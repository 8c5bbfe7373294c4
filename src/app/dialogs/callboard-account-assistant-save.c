/* callboard-account-assistant-save.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-assistant-private.h"

#include <glib/gi18n.h>

#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-secrets.h"

/* First the account, then its secret under the account's id, then it may send. A new account whose secret cannot be kept
 * is taken back, and the recruiter may keep the secret for this session. */

static void
fail (CallboardAccountAssistant *self,
      const GError              *error)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", TRUE);
  callboard_notice_set_text (self->notice, error->message);
}

static void
on_state_set_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (self->store == NULL)
    return;

  if (command != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else
    fail (self, error);
}

static void
set_state (CallboardAccountAssistant *self,
           const char                *state,
           const char                *reason,
           GAsyncReadyCallback        callback)
{
  g_autoptr(CallboardCommand) command = callboard_account_state_command_new (self->account, state, reason);

  callboard_store_execute_async (self->store, command, NULL, callback, callback ? g_object_ref (self) : NULL);
}

static void
let_send (CallboardAccountAssistant *self)
{
  set_state (self, self->adding || self->was_active ? "active" : "paused", NULL, on_state_set_cb);
}

static void
on_secret_stored_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean stored = callboard_secrets_store_finish (result, &error);

  if (self->store == NULL)
    return;

  if (stored)
    {
      let_send (self);
      return;
    }

  fail (self, error);
  gtk_widget_set_visible (GTK_WIDGET (self->session_group), TRUE);
  if (self->adding)
    set_state (self, "removed", NULL, NULL);
  else if (self->was_active)
    set_state (self, "active", NULL, NULL);
  if (self->adding)
    self->account = 0;
}

/* The account pauses while its secret is exchanged, so that no request leaves with the old one. */
static void
on_paused_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  g_autofree char *name = NULL;

  if (self->store == NULL)
    return;

  if (command == NULL)
    {
      fail (self, error);
      return;
    }

  if (self->for_session)
    {
      callboard_secrets_keep (self->database, self->account, self->secret);
      let_send (self);
      return;
    }

  name = callboard_account_fields_dup_name (self->fields);
  callboard_secrets_store_async (self->database, self->account, name, self->secret, NULL, on_secret_stored_cb,
                                 g_object_ref (self));
}

static void
on_saved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (self->store == NULL)
    return;

  if (command == NULL)
    {
      fail (self, error);
      return;
    }

  self->account = callboard_office_command_get_id (command);
  if (self->secret_changed)
    set_state (self, "paused", _("Its password is being stored."), on_paused_cb);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

void
callboard_account_assistant_save (CallboardAccountAssistant *self,
                                  gboolean                   for_session)
{
  g_autofree char *name = NULL;
  g_autofree char *settings = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  g_return_if_fail (CALLBOARD_IS_ACCOUNT_ASSISTANT (self));

  callboard_notice_set_text (self->notice, NULL);
  self->for_session = for_session;
  name = callboard_account_fields_dup_name (self->fields);
  settings = callboard_json_to_text (self->settings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", FALSE);
  command = callboard_account_command_new (self->account, self->info->provider, name, settings);
  callboard_store_execute_async (self->store, command, NULL, on_saved_cb, g_object_ref (self));
}
