/* callboard-window-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-execute.h"
#include "callboard-failure.h"
#include "callboard-office.h"
#include "callboard-late.h"
#include "callboard-outbox.h"
#include "callboard-queries-application.h"
#include "callboard-window-private.h"

void
callboard_window_add_toast (CallboardWindow *self,
                            const char      *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  callboard_shell_add_toast (self->shell, adw_toast_new (markup));
}

static void
show_error (CallboardWindow *self,
            const char      *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("That Did Not Work"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What fits on a line is a toast; what has to be read is a dialog. */
void
callboard_window_report (CallboardWindow *self,
                         const GError    *error)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING))
    callboard_window_add_toast (self, error->message);
  else
    show_error (self, error->message);
}

static void
undo_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  callboard_window_undo (CALLBOARD_WINDOW (widget), 0);
}

static void
add_candidate_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  callboard_window_add_candidate (CALLBOARD_WINDOW (widget), 0);
}

static void
import_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  callboard_window_import (CALLBOARD_WINDOW (widget), NULL);
}

static void
edit_campaign_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  callboard_window_edit_campaign (CALLBOARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
open_sample_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  callboard_window_open_sample (CALLBOARD_WINDOW (widget));
}

static void
search_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  callboard_shell_start_search (CALLBOARD_WINDOW (widget)->shell);
}

static void
show_tray_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  callboard_window_show_tray (CALLBOARD_WINDOW (widget));
}

static void
toggle_sidebar_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  callboard_shell_toggle_sidebar (CALLBOARD_WINDOW (widget)->shell);
}

static void
close_details_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  callboard_shell_hide_details (CALLBOARD_WINDOW (widget)->shell);
}

static void
open_application_cb (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  callboard_window_open_application (CALLBOARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
undo_batch_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  callboard_window_undo (CALLBOARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

void
callboard_window_send_again (CallboardWindow *self,
                             gint64           application)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  callboard_execute (GTK_WIDGET (self), self->store, callboard_send_again_command_new (application));
}

static void
send_again_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  callboard_window_send_again (CALLBOARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

static void
answer_late_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gint64 message;
  gboolean send;

  g_variant_get (parameter, "(xb)", &message, &send);
  callboard_execute (widget, CALLBOARD_WINDOW (widget)->store, callboard_late_command_new (message, send));
}

static void
resolve_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  gint64 message;
  gboolean arrived;

  g_variant_get (parameter, "(xb)", &message, &arrived);
  callboard_execute (widget, CALLBOARD_WINDOW (widget)->store, callboard_resolve_command_new (message, arrived));
}

static void
resume_account_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  gint64 account = g_variant_get_int64 (parameter);

  callboard_execute (widget, CALLBOARD_WINDOW (widget)->store,
                     callboard_account_state_command_new (account, "active", NULL));
}

static void
edit_campaign_of (CallboardWindow *self,
                  gint64           application)
{
  g_autoptr(CallboardDetails) details = NULL;

  details = callboard_queries_load_details (callboard_store_get_reader (self->store), application, NULL);
  if (details != NULL)
    callboard_window_edit_campaign (self, details->stage_id);
}

static void
rehearsal_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  callboard_window_rehearse (CALLBOARD_WINDOW (widget));
}

static void
remedy_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  CallboardWindow *self = CALLBOARD_WINDOW (widget);
  gint64 application;
  int remedy;

  g_variant_get (parameter, "(xi)", &application, &remedy);

  switch ((CallboardRemedy) remedy)
    {
    case CALLBOARD_REMEDY_SEND_AGAIN:
      callboard_window_send_again (self, application);
      break;
    case CALLBOARD_REMEDY_NUMBER:
      callboard_window_show_details (self, application);
      callboard_details_panel_edit_person (self->details);
      break;
    case CALLBOARD_REMEDY_CAMPAIGN:
      edit_campaign_of (self, application);
      break;
    case CALLBOARD_REMEDY_ACCOUNT:
      callboard_window_show_accounts (self);
      break;
    case CALLBOARD_REMEDY_NONE:
    default:
      break;
    }
}

static void
show_accounts_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  callboard_window_show_accounts (CALLBOARD_WINDOW (widget));
}

static void
report_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  show_error (CALLBOARD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
show_details_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  callboard_window_show_details (CALLBOARD_WINDOW (widget), g_variant_get_int64 (parameter));
}

void
callboard_window_class_init_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.add-candidate", NULL, add_candidate_cb);
  gtk_widget_class_install_action (widget_class, "win.close-details", NULL, close_details_cb);
  gtk_widget_class_install_action (widget_class, "win.edit-campaign", "x", edit_campaign_cb);
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (widget_class, "win.open-application", "x", open_application_cb);
  gtk_widget_class_install_action (widget_class, "win.open-sample", NULL, open_sample_cb);
  gtk_widget_class_install_action (widget_class, "win.rehearsal", NULL, rehearsal_cb);
  gtk_widget_class_install_action (widget_class, "win.remedy", "(xi)", remedy_cb);
  gtk_widget_class_install_action (widget_class, "win.report", "s", report_cb);
  gtk_widget_class_install_action (widget_class, "win.answer-late", "(xb)", answer_late_cb);
  gtk_widget_class_install_action (widget_class, "win.resolve", "(xb)", resolve_cb);
  gtk_widget_class_install_action (widget_class, "win.resume-account", "x", resume_account_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.send-again", "x", send_again_cb);
  gtk_widget_class_install_action (widget_class, "win.show-accounts", NULL, show_accounts_cb);
  gtk_widget_class_install_action (widget_class, "win.show-details", "x", show_details_cb);
  gtk_widget_class_install_action (widget_class, "win.show-tray", NULL, show_tray_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-batch", "x", undo_batch_cb);

  callboard_window_class_init_archive (widget_class);
  callboard_window_class_init_jobs (widget_class);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.close-details", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.toggle-sidebar", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_question, 0, "win.show-help-overlay", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_slash, 0, "win.search", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
}
