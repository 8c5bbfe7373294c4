/* callboard-accounts-page.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-accounts-page.h"

#include "callboard-account-assistant.h"
#include "callboard-account-choice.h"
#include "callboard-account-health.h"
#include "callboard-account-view.h"
#include "callboard-failure.h"
#include "callboard-health.h"
#include "callboard-notice.h"
#include "callboard-office.h"
#include "callboard-secrets.h"
#include "callboard-sender-row.h"
#include "callboard-settings.h"

struct _CallboardAccountsPage
{
  AdwPreferencesPage  parent_instance;

  GtkListBox         *list;
  CallboardNotice    *notice;
  CallboardSenderRow *sender;
  GtkWidget          *sending;
  GtkWidget          *paused;
  GtkListBox         *paused_list;

  CallboardStore     *store;
  gint64              removing;
};

G_DEFINE_FINAL_TYPE (CallboardAccountsPage, callboard_accounts_page, ADW_TYPE_PREFERENCES_PAGE)

static CallboardAccountUse
find_use (CallboardDb               *db,
          const CallboardAccountRow *row,
          gint64                     sending)
{
  gint64 chosen = 0;

  callboard_queries_find_default (db, row->channel, &chosen, NULL);

  return (row->id == sending ? CALLBOARD_ACCOUNT_SENDS : 0) | (row->id == chosen ? CALLBOARD_ACCOUNT_DEFAULT : 0);
}

static GtkWidget *
make_paused (const CallboardPausedRow *paused)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Resume"));
  g_autofree char *name = g_strdup_printf ("%s · %s", paused->stage, paused->job);
  g_autofree char *waiting = g_strdup_printf (ngettext ("%u person waits.", "%u people wait.", paused->waiting),
                                              paused->waiting);
  g_autofree char *why = g_strjoin (" ", callboard_failure_get_advice (paused->failure), waiting, NULL);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *subtitle = g_markup_escape_text (why, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "account.resume-campaign");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", paused->campaign);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_paused (CallboardAccountsPage *self,
             CallboardDb           *db)
{
  g_autoptr(GPtrArray) paused = callboard_queries_load_paused (db, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->paused_list))) != NULL)
    gtk_list_box_remove (self->paused_list, child);

  for (guint i = 0; paused != NULL && i < paused->len; i++)
    gtk_list_box_append (self->paused_list, make_paused (g_ptr_array_index (paused, i)));

  gtk_widget_set_visible (self->paused, paused != NULL && paused->len > 0);
}

static void
reload (CallboardAccountsPage *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *child;
  gint64 sending = 0;

  callboard_queries_find_sending_account (db, 0, &sending, NULL);
  show_paused (self, db);
  rows = callboard_queries_load_accounts (db, &error);
  if (rows == NULL)
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  for (guint i = 0; i < rows->len; i++)
    {
      const CallboardAccountRow *row = g_ptr_array_index (rows, i);
      g_autoptr(CallboardHealthRow) health = callboard_queries_load_health (db, row->id, NULL);

      gtk_list_box_append (self->list, GTK_WIDGET (callboard_account_view_new (row, health, find_use (db, row, sending))));
    }

  callboard_sender_row_reload (self->sender, db);
  gtk_widget_set_visible (self->sending, rows->len > 1);
}

static void
on_store_changed_cb (CallboardAccountsPage *self,
                     CallboardChanges      *changes)
{
  g_assert (CALLBOARD_IS_ACCOUNTS_PAGE (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_SETTINGS | CALLBOARD_CHANGED_HEALTH))
    reload (self);
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardAccountsPage) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL && self->store != NULL)
    callboard_notice_set_text (self->notice, error->message);
}

static void
set_state (CallboardAccountsPage *self,
           gint64                 account,
           const char            *state)
{
  g_autoptr(CallboardCommand) command = callboard_account_state_command_new (account, state, NULL);

  callboard_notice_set_text (self->notice, NULL);
  callboard_store_execute_async (self->store, command, NULL, on_done_cb, g_object_ref (self));
}

static void
pause_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  set_state (CALLBOARD_ACCOUNTS_PAGE (widget), g_variant_get_int64 (parameter), "paused");
}

static void
resume_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  set_state (CALLBOARD_ACCOUNTS_PAGE (widget), g_variant_get_int64 (parameter), "active");
}

static void
send_from_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CallboardAccountsPage *self = CALLBOARD_ACCOUNTS_PAGE (widget);
  g_autofree char *account = g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (parameter));
  g_autoptr(CallboardCommand) command = callboard_setting_command_new (CALLBOARD_SETTING_ACCOUNT, account);

  callboard_notice_set_text (self->notice, NULL);
  callboard_store_execute_async (self->store, command, NULL, on_done_cb, g_object_ref (self));
}

static void
run (CallboardAccountsPage *self,
     CallboardCommand      *command)
{
  callboard_notice_set_text (self->notice, NULL);
  callboard_store_execute_async (self->store, command, NULL, on_done_cb, g_object_ref (self));
}

static void
make_default_cb (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_autoptr(CallboardCommand) command = callboard_account_default_command_new (g_variant_get_int64 (parameter));

  run (CALLBOARD_ACCOUNTS_PAGE (widget), command);
}

static void
resume_campaign_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr(CallboardCommand) command = callboard_campaign_resume_command_new (g_variant_get_int64 (parameter));

  run (CALLBOARD_ACCOUNTS_PAGE (widget), command);
}

static void
health_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardAccountsPage *self = CALLBOARD_ACCOUNTS_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (callboard_account_health_new (parent, self->store, g_variant_get_int64 (parameter))));
}

static void
edit_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardAccountsPage *self = CALLBOARD_ACCOUNTS_PAGE (widget);
  GtkWindow *parent = GTK_WINDOW (gtk_widget_get_root (widget));

  gtk_window_present (GTK_WINDOW (callboard_account_assistant_new (parent, self->store,
                                                                   parameter ? g_variant_get_int64 (parameter) : 0)));
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  edit_cb (widget, name, NULL);
}

static void
on_cleared_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardAccountsPage) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!callboard_secrets_clear_finish (result, &error) && self->store != NULL)
    callboard_notice_set_text (self->notice, error->message);
}

static void
on_remove_answered_cb (CallboardAccountsPage *self,
                       const char            *response)
{
  g_autofree char *database = NULL;

  g_assert (CALLBOARD_IS_ACCOUNTS_PAGE (self));

  if (!g_str_equal (response, "remove") || self->store == NULL)
    return;

  set_state (self, self->removing, "removed");
  database = callboard_settings_get_text (callboard_store_get_reader (self->store), CALLBOARD_SETTING_DATABASE);
  callboard_secrets_clear_async (database, self->removing, NULL, on_cleared_cb, g_object_ref (self));
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardAccountsPage *self = CALLBOARD_ACCOUNTS_PAGE (widget);
  gint64 account = g_variant_get_int64 (parameter);
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/dialogs/remove-question.ui");
  AdwMessageDialog *question = ADW_MESSAGE_DIALOG (gtk_builder_get_object (builder, "question"));
  g_autoptr(CallboardAccountRow) row = NULL;

  row = callboard_queries_load_account (callboard_store_get_reader (self->store), account, NULL);
  if (row == NULL)
    return;

  self->removing = account;
  adw_message_dialog_format_heading (question, _("Remove “%s”?"), row->name);
  if (row->waiting > 0)
    adw_message_dialog_format_body (question,
                                    ngettext ("%u message waits in its outbox and will not leave. Conversations are kept.",
                                              "%u messages wait in its outbox and will not leave. Conversations are kept.",
                                              row->waiting), row->waiting);
  gtk_window_set_transient_for (GTK_WINDOW (question), GTK_WINDOW (gtk_widget_get_root (widget)));
  g_signal_connect_object (question, "response", G_CALLBACK (on_remove_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (question));
}

static void
callboard_accounts_page_dispose (GObject *object)
{
  CallboardAccountsPage *self = CALLBOARD_ACCOUNTS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_ACCOUNTS_PAGE);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_accounts_page_parent_class)->dispose (object);
}

static void
callboard_accounts_page_class_init (CallboardAccountsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_accounts_page_dispose;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  g_type_ensure (CALLBOARD_TYPE_SENDER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, paused);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, paused_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, sender);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountsPage, sending);
  gtk_widget_class_install_action (widget_class, "account.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "account.edit", "x", edit_cb);
  gtk_widget_class_install_action (widget_class, "account.health", "x", health_cb);
  gtk_widget_class_install_action (widget_class, "account.make-default", "x", make_default_cb);
  gtk_widget_class_install_action (widget_class, "account.pause", "x", pause_cb);
  gtk_widget_class_install_action (widget_class, "account.remove", "x", remove_cb);
  gtk_widget_class_install_action (widget_class, "account.resume", "x", resume_cb);
  gtk_widget_class_install_action (widget_class, "account.resume-campaign", "x", resume_campaign_cb);
  gtk_widget_class_install_action (widget_class, "account.send-from", "x", send_from_cb);
}

static void
callboard_accounts_page_init (CallboardAccountsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_accounts_page_set_store (CallboardAccountsPage *self,
                                   CallboardStore        *store)
{
  g_return_if_fail (CALLBOARD_IS_ACCOUNTS_PAGE (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_set_object (&self->store, store);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
}
