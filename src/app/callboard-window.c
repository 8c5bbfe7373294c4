/* callboard-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-window.h"

#include <glib/gi18n.h>

#include "callboard-queries-jobs.h"
#include "callboard-queries-outbox.h"
#include "callboard-script.h"
#include "callboard-sending.h"
#include "callboard-window-private.h"

/* While thousands of messages leave, the counts follow a few times a second. */
#define REFRESH_PAUSE (150 * CALLBOARD_SECOND / 1000)

#define KINDS_OF_JOBS   (CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_POSITIONS | CALLBOARD_CHANGED_APPLICATIONS)
#define KINDS_OF_STAGES (KINDS_OF_JOBS | CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_CAMPAIGNS | \
                         CALLBOARD_CHANGED_SETTINGS)
#define KINDS_OF_TRAY   (CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_APPLICATIONS | CALLBOARD_CHANGED_ACCOUNTS | \
                         CALLBOARD_CHANGED_CONVERSATIONS)
#define KINDS_OF_ACCOUNTS (CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_SETTINGS)

G_DEFINE_FINAL_TYPE (CallboardWindow, callboard_window, ADW_TYPE_APPLICATION_WINDOW)

static void
warn_if (const GError *error)
{
  if (error != NULL)
    g_warning ("Could not read the database: %s", error->message);
}

static void
refresh_jobs (CallboardWindow *self)
{
  g_autoptr(GError) error = NULL;

  callboard_queries_fill_jobs (callboard_store_get_reader (self->store), self->jobs, &error);
  warn_if (error);
}

static void
refresh_stages (CallboardWindow *self)
{
  g_autoptr(GError) error = NULL;

  callboard_queries_fill_stages (callboard_store_get_reader (self->store), self->job, callboard_problem_describe,
                                 self->stages, &error);
  warn_if (error);
}

static void
refresh_tray (CallboardWindow *self)
{
  g_autoptr(GError) error = NULL;
  CallboardOutboxCounts counts = { 0 };

  callboard_queries_count_outbox (callboard_store_get_reader (self->store), &counts, &error);
  warn_if (error);
  callboard_sidebar_set_tray (callboard_shell_get_sidebar (self->shell), counts.waiting,
                              counts.late + counts.unknown + counts.failed - counts.closed + (counts.paused ? 1 : 0));
}

static void
refresh_accounts (CallboardWindow *self)
{
  g_autoptr(CallboardAccountRow) account = callboard_sending_load_account (callboard_store_get_reader (self->store));

  self->rehearsing = account == NULL || account->provider == CALLBOARD_PROVIDER_REHEARSAL;
}

void
callboard_window_refresh (CallboardWindow *self)
{
  CallboardChangeKind stale = self->stale;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  self->stale = 0;
  self->refreshed_at = g_get_monotonic_time ();
  if (stale & KINDS_OF_JOBS)
    refresh_jobs (self);
  if (stale & KINDS_OF_STAGES)
    refresh_stages (self);
  if (stale & KINDS_OF_TRAY)
    refresh_tray (self);
  if (stale & KINDS_OF_ACCOUNTS)
    refresh_accounts (self);
  callboard_window_update_page (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  CallboardWindow *self = user_data;

  g_assert (CALLBOARD_IS_WINDOW (self));

  self->refresh_source = 0;
  callboard_window_refresh (self);

  return G_SOURCE_REMOVE;
}

static void
queue_refresh (CallboardWindow     *self,
               CallboardChangeKind  kinds)
{
  gint64 wait = self->refreshed_at + REFRESH_PAUSE - g_get_monotonic_time ();

  self->stale |= kinds;
  if (self->refresh_source == 0)
    self->refresh_source = g_timeout_add (MAX (wait, 0) / 1000, refresh_cb, self);
}

static CallboardChangeKind
get_kinds (CallboardChanges *changes)
{
  CallboardChangeKind kinds = 0;

  for (CallboardChangeKind kind = 1; kind <= CALLBOARD_CHANGED_SETTINGS; kind <<= 1)
    {
      if (callboard_changes_has (changes, kind))
        kinds |= kind;
    }

  return kinds;
}

static void
on_store_changed_cb (CallboardWindow  *self,
                     CallboardChanges *changes)
{
  CallboardChangeKind kinds = get_kinds (changes);

  g_assert (CALLBOARD_IS_WINDOW (self));

  /* A new stage has to have its column before its cards come. */
  if (kinds & CALLBOARD_CHANGED_STAGES)
    refresh_stages (self);

  callboard_application_pool_apply (self->pool, changes);
  callboard_details_panel_apply (self->details, changes);
  callboard_tray_page_apply (self->tray, changes);
  queue_refresh (self, kinds);
}

static void
save_state (CallboardWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_int64 (self->settings, "last-job", self->job);
  g_settings_set_boolean (self->settings, "sidebar-shown", callboard_shell_get_sidebar_shown (self->shell));
}

static gboolean
callboard_window_close_request (GtkWindow *window)
{
  CallboardWindow *self = CALLBOARD_WINDOW (window);

  save_state (self);
  if (self->rehearsal != NULL)
    gtk_window_destroy (self->rehearsal);

  return GTK_WINDOW_CLASS (callboard_window_parent_class)->close_request (window);
}

static void
callboard_window_dispose (GObject *object)
{
  CallboardWindow *self = CALLBOARD_WINDOW (object);

  g_clear_handle_id (&self->focus_source, g_source_remove);
  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_weak_pointer (&self->rehearsal);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_WINDOW);
  g_clear_object (&self->move_toast);
  g_clear_object (&self->stages);
  g_clear_object (&self->jobs);
  g_clear_object (&self->settings);
  g_clear_object (&self->ticker);
  g_clear_object (&self->pool);
  g_clear_object (&self->store);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (callboard_window_parent_class)->dispose (object);
}

static void
callboard_window_class_init (CallboardWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = callboard_window_close_request;

  g_type_ensure (CALLBOARD_TYPE_SHELL);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/callboard-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardWindow, shell);
  callboard_window_class_init_actions (widget_class);
}

static void
callboard_window_init (CallboardWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->jobs = g_list_store_new (CALLBOARD_TYPE_JOB);
  self->stages = g_list_store_new (CALLBOARD_TYPE_STAGE);
  self->settings = g_settings_new (APP_ID);
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  callboard_shell_set_sidebar_shown (self->shell, g_settings_get_boolean (self->settings, "sidebar-shown"));
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

CallboardWindow *
callboard_window_new (GtkApplication   *application,
                      CallboardContext *context)
{
  CallboardWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), NULL);

  self = g_object_new (CALLBOARD_TYPE_WINDOW, "application", application, NULL);
  self->context = g_object_ref (context);
  self->store = g_object_ref (callboard_context_get_store (context));
  self->pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (self->store));
  self->ticker = callboard_ticker_new (callboard_store_get_clock (self->store));
  self->move_toast = callboard_move_toast_new (self->ticker);
  self->stale = KINDS_OF_JOBS | KINDS_OF_TRAY;
  callboard_window_fill_shell (self);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);

  callboard_window_refresh (self);
  callboard_window_open_job (self, g_settings_get_int64 (self->settings, "last-job"));

  return self;
}

CallboardContext *
callboard_window_get_context (CallboardWindow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_WINDOW (self), NULL);

  return self->context;
}

gint64
callboard_window_get_job (CallboardWindow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_WINDOW (self), 0);

  return self->job;
}
