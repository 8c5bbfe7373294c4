/* callboard-campaign-dialog-save.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-dialog-private.h"

#include "callboard-office.h"

static gboolean
is_changed (CallboardCampaignDialog *self)
{
  g_autofree char *document = NULL;

  if (self->draft == NULL)
    return FALSE;

  document = callboard_plain_draft_to_document (self->draft);
  return !g_str_equal (document, self->saved);
}

static void
on_published_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardCampaignDialog) self = user_data;
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GError) error = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.publish", TRUE);

  if (command == NULL)
    callboard_notice_set_text (self->notice, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
publish_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardCampaignDialog *self = CALLBOARD_CAMPAIGN_DIALOG (widget);
  g_autofree char *document = NULL;
  g_autoptr(CallboardCommand) command = NULL;

  if (self->draft == NULL)
    return;

  document = callboard_plain_draft_to_document (self->draft);
  command = callboard_publish_command_new (self->stage, document);
  callboard_notice_set_text (self->notice, NULL);
  gtk_widget_action_set_enabled (widget, "campaign.publish", FALSE);
  callboard_store_execute_async (self->store, command, NULL, on_published_cb, g_object_ref (self));
}

static void
on_close_response_cb (CallboardCampaignDialog *self,
                      const char              *response)
{
  g_assert (CALLBOARD_IS_CAMPAIGN_DIALOG (self));

  if (g_str_equal (response, "save"))
    gtk_widget_activate_action (GTK_WIDGET (self), "campaign.publish", NULL);
  else if (g_str_equal (response, "discard"))
    gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
ask_before_closing (GtkWindow *window)
{
  CallboardCampaignDialog *self = CALLBOARD_CAMPAIGN_DIALOG (window);
  g_autoptr(GtkBuilder) builder = NULL;
  GtkWindow *question;

  if (!is_changed (self))
    return FALSE;

  builder = gtk_builder_new_from_resource (APP_PATH "/dialogs/save-question.ui");
  question = GTK_WINDOW (gtk_builder_get_object (builder, "question"));
  gtk_window_set_transient_for (question, window);
  g_signal_connect_object (question, "response", G_CALLBACK (on_close_response_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (question);

  return TRUE;
}

void
callboard_campaign_dialog_class_init_save (CallboardCampaignDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WINDOW_CLASS (klass)->close_request = ask_before_closing;
  gtk_widget_class_install_action (widget_class, "campaign.publish", NULL, publish_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "campaign.publish", NULL);
}
