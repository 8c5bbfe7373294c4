/* callboard-account-health.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-health.h"

#include <glib/gi18n.h>

#include "callboard-account-view.h"
#include "callboard-carrier.h"
#include "callboard-clock.h"
#include "callboard-failure.h"
#include "callboard-format.h"
#include "callboard-health.h"
#include "callboard-notice.h"
#include "callboard-office.h"
#include "callboard-secrets.h"
#include "callboard-settings.h"

#define N_REQUESTS 50

struct _CallboardAccountHealth
{
  AdwWindow        parent_instance;

  AdwActionRow    *back_off;
  GtkSpinner      *check_spinner;
  AdwActionRow    *fault;
  AdwActionRow    *limit;
  CallboardNotice *notice;
  AdwActionRow    *quality;
  GtkLabel        *no_requests;
  GtkListBox      *requests;
  GtkWidget       *resume;
  AdwActionRow    *state;
  AdwActionRow    *success;
  AdwWindowTitle  *window_title;

  CallboardStore  *store;
  GCancellable    *cancellable;
  char            *database;
  gint64           account;
};

G_DEFINE_FINAL_TYPE (CallboardAccountHealth, callboard_account_health, ADW_TYPE_WINDOW)

static void
show_text (AdwActionRow *row,
           const char   *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;

  adw_action_row_set_subtitle (row, escaped);
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
}

static void
show_state (CallboardAccountHealth    *self,
            const CallboardAccountRow *row)
{
  gboolean paused = g_str_equal (row->state, "paused");
  g_autofree char *why = paused ? callboard_account_describe_pause (row->pause_reason) : NULL;

  adw_window_title_set_subtitle (self->window_title, row->name);
  show_text (self->state, paused ? why : _("Ready"));
  gtk_widget_set_visible (self->resume, paused);
}

static char *
describe_fault (const CallboardHealthRow *health,
                gint64                    now)
{
  g_autofree char *when = callboard_format_since (health->fault_at, now);
  g_autoptr(GString) text = g_string_new (callboard_failure_get_words (health->fault));

  g_string_append_printf (text, " · %s", when);
  if (health->fault_text != NULL && *health->fault_text != '\0')
    g_string_append_printf (text, "\n%s", health->fault_text);
  g_string_append_printf (text, "\n%s", callboard_failure_get_advice (health->fault));
  if (health->fault_code != NULL)
    g_string_append_printf (text, "\n%s %s", _("Code"), health->fault_code);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_health (CallboardAccountHealth   *self,
             const CallboardHealthRow *health)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  g_autofree char *success = health != NULL && health->success_at != 0 ? callboard_format_since (health->success_at, now) : NULL;
  g_autofree char *fault = health != NULL && health->fault_at != 0 ? describe_fault (health, now) : NULL;
  g_autofree char *until = health != NULL && health->back_off_until > now
    ? callboard_format_deadline (health->back_off_until, now) : NULL;

  show_text (self->success, success != NULL ? success : _("Never"));
  show_text (self->fault, fault != NULL ? fault : _("None"));
  show_text (self->back_off, until);
  show_text (self->quality, health != NULL ? health->quality : NULL);
  show_text (self->limit, health != NULL ? health->limit : NULL);
}

static const char *
describe_outcome (const CallboardRequestRow *request)
{
  if (g_str_equal (request->outcome, "not-sent"))
    return _("did not leave");
  if (g_str_equal (request->outcome, "lost"))
    return _("answer lost");

  return _("answered");
}

static GtkWidget *
make_request (const CallboardRequestRow *request,
              gint64                     now)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = g_strdup_printf ("%s %s", request->method, request->target);
  g_autofree char *title = g_markup_escape_text (what, -1);
  g_autofree char *when = callboard_format_since (request->at, now);
  g_autofree char *exactly = callboard_format_exactly (request->at);
  guint duration = request->duration / 1000;
  g_autofree char *subtitle = NULL;

  if (request->status != 0)
    /* Translators: when a request was made, what became of it, its HTTP status, and how many milliseconds it took */
    subtitle = g_strdup_printf (_("%s · %s, status %u · %u ms"), when, describe_outcome (request), request->status, duration);
  else
    subtitle = g_strdup_printf (_("%s · %s · %u ms"), when, describe_outcome (request), duration);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_tooltip_text (row, exactly);

  return row;
}

static void
show_requests (CallboardAccountHealth *self,
               CallboardDb            *db)
{
  g_autoptr(GPtrArray) requests = callboard_queries_load_requests (db, self->account, N_REQUESTS, NULL);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  guint n_requests = requests != NULL ? requests->len : 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->requests))) != NULL)
    gtk_list_box_remove (self->requests, child);

  for (guint i = 0; i < n_requests; i++)
    gtk_list_box_append (self->requests, make_request (g_ptr_array_index (requests, i), now));

  gtk_widget_set_visible (GTK_WIDGET (self->requests), n_requests > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->no_requests), n_requests == 0);
}

static void
reload (CallboardAccountHealth *self)
{
  CallboardDb *db = callboard_store_get_reader (self->store);
  g_autoptr(CallboardAccountRow) row = callboard_queries_load_account (db, self->account, NULL);
  g_autoptr(CallboardHealthRow) health = callboard_queries_load_health (db, self->account, NULL);

  if (row == NULL)
    return;

  show_state (self, row);
  show_health (self, health);
  show_requests (self, db);
}

static void
on_store_changed_cb (CallboardAccountHealth *self,
                     CallboardChanges       *changes)
{
  g_assert (CALLBOARD_IS_ACCOUNT_HEALTH (self));

  if (self->store != NULL && callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_HEALTH))
    reload (self);
}

static void
end_check (CallboardAccountHealth *self,
           const char             *words)
{
  gtk_spinner_set_spinning (self->check_spinner, FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "health.check", TRUE);
  callboard_notice_set_text (self->notice, words);
}

static void
on_checked_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardAccountHealth) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCheckResult) found = callboard_channel_check_finish (CALLBOARD_CHANNEL (object), result, &error);
  g_autoptr(CallboardCommand) command = NULL;

  if (self->store == NULL)
    return;

  end_check (self, error != NULL ? error->message : NULL);
  command = callboard_account_checked_command_new (self->account, found, error != NULL ? error->message : NULL);
  callboard_store_execute_async (self->store, command, NULL, NULL, NULL);
}

static void
on_secret_found_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(CallboardAccountHealth) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *secret = callboard_secrets_lookup_finish (result, &error);
  g_autoptr(CallboardAccountRow) row = NULL;
  g_autoptr(CallboardCarrier) carrier = NULL;

  if (self->store == NULL)
    return;

  if (secret == NULL)
    {
      end_check (self, error->message);
      return;
    }

  row = callboard_queries_load_account (callboard_store_get_reader (self->store), self->account, NULL);
  if (row != NULL)
    carrier = callboard_carrier_new (row->provider, row->settings, secret);

  if (carrier == NULL || carrier->channel == NULL)
    end_check (self, _("This version of Callboard cannot send through this provider. Update Callboard."));
  else
    callboard_channel_check_async (carrier->channel, self->cancellable, on_checked_cb, g_object_ref (self));
}

static void
check_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardAccountHealth *self = CALLBOARD_ACCOUNT_HEALTH (widget);

  callboard_notice_set_text (self->notice, NULL);
  gtk_spinner_set_spinning (self->check_spinner, TRUE);
  gtk_widget_action_set_enabled (widget, "health.check", FALSE);
  callboard_secrets_lookup_async (self->database, self->account, self->cancellable, on_secret_found_cb,
                                  g_object_ref (self));
}

static void
resume_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardAccountHealth *self = CALLBOARD_ACCOUNT_HEALTH (widget);
  g_autoptr(CallboardCommand) command = callboard_account_state_command_new (self->account, "active", NULL);

  callboard_store_execute_async (self->store, command, NULL, NULL, NULL);
}

static void
callboard_account_health_dispose (GObject *object)
{
  CallboardAccountHealth *self = CALLBOARD_ACCOUNT_HEALTH (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_ACCOUNT_HEALTH);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_account_health_parent_class)->dispose (object);
}

static void
callboard_account_health_finalize (GObject *object)
{
  CallboardAccountHealth *self = CALLBOARD_ACCOUNT_HEALTH (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->database, g_free);

  G_OBJECT_CLASS (callboard_account_health_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-account-health.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, back_off);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, check_spinner);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, fault);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, limit);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, no_requests);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, quality);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, requests);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, resume);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, state);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, success);
  gtk_widget_class_bind_template_child (widget_class, CallboardAccountHealth, window_title);
}

static void
callboard_account_health_class_init (CallboardAccountHealthClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_account_health_dispose;
  object_class->finalize = callboard_account_health_finalize;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "health.check", NULL, check_cb);
  gtk_widget_class_install_action (widget_class, "health.resume", NULL, resume_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
callboard_account_health_init (CallboardAccountHealth *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

CallboardAccountHealth *
callboard_account_health_new (GtkWindow      *parent,
                              CallboardStore *store,
                              gint64          account)
{
  CallboardAccountHealth *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_ACCOUNT_HEALTH, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->account = account;
  self->database = callboard_settings_get_text (callboard_store_get_reader (store), CALLBOARD_SETTING_DATABASE);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);

  return self;
}
