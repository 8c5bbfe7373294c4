/* callboard-account-dialog-save.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-account-dialog-private.h"

#include "callboard-office.h"
#include "callboard-secrets.h"

/* Checking the credentials, and saving: first the account, then its secret under the account's id, then it may send. A
 * new account whose secret cannot be kept is taken back. */

static void
show_check (CallboardAccountDialog *self,
            const char             *text,
            const char             *style)
{
  gtk_spinner_set_spinning (self->check_spinner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check", TRUE);
  gtk_label_set_text (self->check_label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->check_label), (const char *[]) { "caption", style, NULL });
}

static void
on_checked_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCheckResult) found = callboard_channel_check_finish (CALLBOARD_CHANNEL (object), result, &error);
  g_autofree char *text = NULL;

  if (self->store == NULL)
    return;

  if (found != NULL)
    text = g_strdup_printf (_("Twilio accepts the credentials. Account: %s"), found->name);
  show_check (self, text ? text : error->message, text ? "success" : "error");
}

static void
check_with (CallboardAccountDialog *self,
            const char             *secret)
{
  g_autoptr(CallboardTwilio) twilio = callboard_twilio_new (&(CallboardTwilioConfig) {
    .account_sid = callboard_json_get_string (self->settings, "account_sid"),
    .api_key = callboard_json_get_string (self->settings, "api_key"),
    .secret = secret,
    .from = callboard_json_get_string (self->settings, "from"),
    .messaging_service_sid = callboard_json_get_string (self->settings, "messaging_service_sid"),
    .base_url = callboard_json_get_string (self->settings, "base_url"),
  });

  callboard_channel_check_async (CALLBOARD_CHANNEL (twilio), self->cancellable, on_checked_cb, g_object_ref (self));
}

static void
on_secret_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CallboardAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = callboard_secrets_lookup_finish (result, &error);

  if (self->store == NULL)
    return;

  if (secret != NULL)
    check_with (self, secret);
  else
    show_check (self, error->message, "error");
}

void
callboard_account_dialog_check (CallboardAccountDialog *self)
{
  g_autofree char *secret = NULL;

  g_return_if_fail (CALLBOARD_IS_ACCOUNT_DIALOG (self));

  if (!callboard_account_dialog_take_form (self))
    return;

  gtk_spinner_set_spinning (self->check_spinner, TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check", FALSE);
  secret = callboard_account_dialog_dup_text (self->secret);
  if (*secret != '\0')
    check_with (self, secret);
  else
    callboard_secrets_lookup_async (self->database, self->account, self->cancellable, on_secret_found_cb,
                                    g_object_ref (self));
}

static void
fail (CallboardAccountDialog *self,
      const GError           *error)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", TRUE);
  callboard_notice_set_text (self->notice, error->message);
}

static void
on_state_set_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardAccountDialog) self = user_data;
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
set_state (CallboardAccountDialog *self,
           const char             *state,
           const char             *reason,
           GAsyncReadyCallback     callback)
{
  g_autoptr(CallboardCommand) command = callboard_account_state_command_new (self->account, state, reason);

  callboard_store_execute_async (self->store, command, NULL, callback, callback ? g_object_ref (self) : NULL);
}

static void
on_secret_stored_cb (GObject      *object,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  g_autoptr(CallboardAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean stored = callboard_secrets_store_finish (result, &error);

  if (self->store == NULL)
    return;

  if (stored)
    {
      set_state (self, self->adding || self->was_active ? "active" : "paused", NULL, on_state_set_cb);
      return;
    }

  fail (self, error);
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
  g_autoptr(CallboardAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  g_autofree char *name = NULL;
  g_autofree char *secret = NULL;

  if (self->store == NULL)
    return;

  if (command == NULL)
    {
      fail (self, error);
      return;
    }

  name = callboard_account_dialog_dup_text (self->name);
  secret = callboard_account_dialog_dup_text (self->secret);
  callboard_secrets_store_async (self->database, self->account, name, secret, NULL, on_secret_stored_cb,
                                 g_object_ref (self));
}

static void
on_saved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardAccountDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  g_autofree char *secret = NULL;

  if (self->store == NULL)
    return;

  if (command == NULL)
    {
      fail (self, error);
      return;
    }

  self->account = callboard_office_command_get_id (command);
  secret = callboard_account_dialog_dup_text (self->secret);
  if (*secret != '\0')
    set_state (self, "paused", _("Its password is being stored."), on_paused_cb);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

void
callboard_account_dialog_save (CallboardAccountDialog *self)
{
  g_autofree char *name = NULL;
  g_autofree char *settings = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  g_return_if_fail (CALLBOARD_IS_ACCOUNT_DIALOG (self));

  if (!callboard_account_dialog_take_form (self))
    return;

  name = callboard_account_dialog_dup_text (self->name);
  settings = callboard_json_to_text (self->settings);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.save", FALSE);
  command = callboard_account_command_new (self->account, CALLBOARD_PROVIDER_TWILIO,
                                           *name != '\0' ? name : "Twilio", settings);
  callboard_store_execute_async (self->store, command, NULL, on_saved_cb, g_object_ref (self));
}
