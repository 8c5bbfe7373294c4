/* callboard-account-assistant-try.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-assistant-private.h"

#include <glib/gi18n.h>

#include "callboard-enrolment.h"
#include "callboard-failure.h"
#include "callboard-json.h"
#include "callboard-phone.h"

static CallboardRendering
get_channel (CallboardAccountAssistant *self)
{
  return callboard_account_read_rendering (self->info->provider, callboard_json_get_string (self->settings, "channel"));
}

static void
show_check (CallboardAccountAssistant *self,
            const char                *text,
            const char                *icon,
            const char                *style)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  gtk_spinner_set_spinning (self->check_spinner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check", TRUE);
  adw_action_row_set_subtitle (self->check_row, escaped);
  gtk_image_set_from_icon_name (self->check_image, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->check_image), (const char *[]) { style, NULL });
}

/* "Harbour Office · Quality: good · 1,000 people a day" */
static char *
describe (const CallboardCheckResult *found)
{
  GString *text = g_string_new (_("The provider accepts the account"));

  if (found->name != NULL)
    g_string_append_printf (text, " · %s", found->name);
  if (found->quality != NULL)
    g_string_append_printf (text, " · %s", found->quality);
  if (found->limit != NULL)
    g_string_append_printf (text, " · %s", found->limit);

  return g_string_free (text, FALSE);
}

static void
on_checked_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCheckResult) found = callboard_channel_check_finish (CALLBOARD_CHANNEL (object), result, &error);
  g_autofree char *text = found != NULL ? describe (found) : NULL;

  /* Somebody went back and entered something else. */
  if (self->store == NULL || self->carrier == NULL || G_OBJECT (self->carrier->channel) != object)
    return;

  if (found != NULL)
    show_check (self, text, "object-select-symbolic", "success");
  else
    show_check (self, error->message, "dialog-warning-symbolic", "error");
}

void
callboard_account_assistant_check (CallboardAccountAssistant *self)
{
  g_return_if_fail (CALLBOARD_IS_ACCOUNT_ASSISTANT (self));

  if (self->carrier == NULL || self->carrier->channel == NULL)
    {
      show_check (self, _("This version of Callboard cannot send through this provider. Update Callboard."),
                  "dialog-warning-symbolic", "error");
      return;
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.check", FALSE);
  gtk_spinner_set_spinning (self->check_spinner, TRUE);
  adw_action_row_set_subtitle (self->check_row, _("Asking…"));
  gtk_image_clear (self->check_image);
  callboard_channel_check_async (self->carrier->channel, self->cancellable, on_checked_cb, g_object_ref (self));
}

void
callboard_account_assistant_begin_try (CallboardAccountAssistant *self)
{
  g_autofree char *settings = callboard_json_to_text (self->settings);

  g_clear_pointer (&self->carrier, callboard_carrier_free);
  self->carrier = callboard_carrier_new (self->info->provider, settings, self->secret);
  gtk_widget_set_visible (self->receiver_group, self->info->is_told);
  gtk_widget_set_visible (GTK_WIDGET (self->session_group), FALSE);
  gtk_label_set_text (self->test_label, "");
  adw_preferences_group_set_description (self->test_group, get_channel (self) == CALLBOARD_RENDERING_WHATSAPP
    ? _("WhatsApp lets a message of free words out only to somebody who wrote within 24 hours: first write any words from your "
        "phone to the sender.")
    : _("Goes to your own phone, and costs what one text costs."));
  callboard_account_assistant_check (self);
}

static void
show_test (CallboardAccountAssistant *self,
           const char                *text,
           const char                *style)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.test", TRUE);
  gtk_label_set_text (self->test_label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (self->test_label), (const char *[]) { style, NULL });
}

static void
on_sent_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardAccountAssistant) self = user_data;
  g_autoptr(CallboardSendResult) sent = callboard_channel_send_finish (CALLBOARD_CHANNEL (object), result);
  g_autofree char *words = NULL;

  if (self->store == NULL)
    return;

  if (sent->outcome == CALLBOARD_OUTCOME_ACCEPTED)
    {
      show_test (self, _("The provider has taken the message. Look at your phone."), "success");
      return;
    }

  if (sent->outcome == CALLBOARD_OUTCOME_UNKNOWN)
    words = g_strdup (_("No answer came, so that nobody knows whether the message left. Look at your phone."));
  else
    words = g_strdup_printf ("%s %s", callboard_failure_get_advice (sent->failure), sent->detail != NULL ? sent->detail : "");
  show_test (self, g_strchomp (words), "error");
}

void
callboard_account_assistant_test (CallboardAccountAssistant *self)
{
  g_autofree char *phone = NULL;
  g_autofree char *key = g_uuid_string_random ();
  g_autoptr(GError) error = NULL;
  CallboardOutgoing outgoing = { .key = key, .body = (char *) _("This is a test message from Callboard.") };

  g_return_if_fail (CALLBOARD_IS_ACCOUNT_ASSISTANT (self));

  phone = callboard_phone_normalise (gtk_editable_get_text (GTK_EDITABLE (self->test_phone)), NULL, NULL, &error);
  if (phone == NULL || self->carrier == NULL || self->carrier->channel == NULL)
    {
      show_test (self, error != NULL ? error->message
                                     : _("This version of Callboard cannot send through this provider. Update Callboard."),
                 "error");
      return;
    }

  outgoing.to = phone;
  outgoing.claimed_at = g_get_real_time ();
  show_test (self, _("Sending…"), "dim-label");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "account.test", FALSE);
  callboard_channel_send_async (self->carrier->channel, &outgoing, self->cancellable, on_sent_cb, g_object_ref (self));
}
