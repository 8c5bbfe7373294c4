/* callboard-window-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-job-commands.h"
#include "callboard-job-editor.h"
#include "callboard-queries-jobs.h"
#include "callboard-window-private.h"

static void
on_edit_campaign_cb (CallboardWindow *self,
                     gint64           stage)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_edit_campaign (self, stage);
}

void
callboard_window_edit_job (CallboardWindow *self,
                           gint64           stage)
{
  CallboardJobEditor *editor;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (self->job == 0)
    return;

  editor = callboard_job_editor_new (GTK_WINDOW (self), self->store, self->job);
  g_signal_connect_object (editor, "edit-campaign", G_CALLBACK (on_edit_campaign_cb), self, G_CONNECT_SWAPPED);
  if (stage != 0)
    callboard_job_editor_show_stage (editor, stage);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
edit_job_cb (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  callboard_window_edit_job (CALLBOARD_WINDOW (widget), 0);
}

static void
on_name_answered_cb (CallboardWindow *self,
                     const char      *response,
                     GObject         *dialog)
{
  GtkEditable *entry = g_object_get_data (dialog, "entry");
  gint64 *job = g_object_get_data (dialog, "job");

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (!g_str_equal (response, "save"))
    return;

  callboard_execute (GTK_WIDGET (self), self->store,
                     callboard_save_template_command_new (*job, gtk_editable_get_text (entry)));
  callboard_window_add_toast (self, _("Saved: it is among the templates of a new job"));
}

static void
save_template_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CallboardWindow *self = CALLBOARD_WINDOW (widget);
  g_autoptr(CallboardJobRow) row = callboard_queries_load_job (callboard_store_get_reader (self->store), self->job, NULL);
  AdwMessageDialog *dialog;
  GtkWidget *entry;

  if (row == NULL)
    return;

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Save as Template"),
                                                       _("The stages, their rules and campaigns, without the candidates.")));
  entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (entry), row->title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "save", _("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  g_object_set_data_full (G_OBJECT (dialog), "job", g_memdup2 (&self->job, sizeof self->job), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_name_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_close_answered_cb (CallboardWindow *self,
                      const char      *response,
                      GObject         *dialog)
{
  gint64 *job = g_object_get_data (dialog, "job");

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (g_str_equal (response, "close-job"))
    callboard_execute (GTK_WIDGET (self), self->store, callboard_job_state_command_new (*job, FALSE));
}

static void
close_job_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CallboardWindow *self = CALLBOARD_WINDOW (widget);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_WINDOW (self), _("Close the Job?"),
                            _("No new campaign begins: cards can only be moved without sending. What was sent or waits to"
                              " leave goes on, so that nobody’s conversation breaks off. The job stands below Closed Jobs,"
                              " and can be reopened at any time."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "close-job", _("C_lose Job"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "close-job", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "close-job");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "job", g_memdup2 (&self->job, sizeof self->job), g_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
reopen_job_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CallboardWindow *self = CALLBOARD_WINDOW (widget);

  callboard_execute (widget, self->store, callboard_job_state_command_new (self->job, TRUE));
}

void
callboard_window_update_job_actions (CallboardWindow *self,
                                     CallboardJob    *job)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean open = job != NULL && callboard_job_get_row (job)->open;

  gtk_widget_action_set_enabled (widget, "win.edit-job", job != NULL);
  gtk_widget_action_set_enabled (widget, "win.save-template", job != NULL);
  gtk_widget_action_set_enabled (widget, "win.close-job", open);
  gtk_widget_action_set_enabled (widget, "win.reopen-job", job != NULL && !open);
}

void
callboard_window_class_init_jobs (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.close-job", NULL, close_job_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-job", NULL, edit_job_cb);
  gtk_widget_class_install_action (widget_class, "win.reopen-job", NULL, reopen_job_cb);
  gtk_widget_class_install_action (widget_class, "win.save-template", NULL, save_template_cb);
}
