/* callboard-rehearsal-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-window.h"

#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-format.h"
#include "callboard-move.h"
#include "callboard-notice.h"
#include "callboard-office.h"
#include "callboard-phone-view.h"
#include "callboard-phone.h"
#include "callboard-rehearsal-clock.h"
#include "callboard-rehearsal-desk.h"
#include "callboard-rehearsal-feed.h"
#include "callboard-rehearsal-phones.h"
#include "callboard-rehearsal-tests.h"
#include "callboard-rehearsal.h"

struct _CallboardRehearsalWindow
{
  AdwWindow                 parent_instance;

  CallboardRehearsalClock  *clock;
  CallboardRehearsalDesk   *desk;
  AdwLeaflet               *leaflet;
  CallboardNotice          *notice;
  CallboardPhoneView       *phone;
  GtkStack                 *phone_stack;
  AdwWindowTitle           *phone_title;
  CallboardRehearsalPhones *phones;

  CallboardContext         *context;
  GListStore               *messages;
  char                     *number;
  gint64                    application;
  gint64                    candidate;

  guint                     passing : 1;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalWindow, callboard_rehearsal_window, ADW_TYPE_WINDOW)

static CallboardDb *
get_reader (CallboardRehearsalWindow *self)
{
  return callboard_store_get_reader (callboard_context_get_store (self->context));
}

static void
report (CallboardRehearsalWindow *self,
        const GError             *error)
{
  callboard_notice_set_text (self->notice, error->message);
}

/* Whether somebody can see the phone, and a channel that tells so. */
static gboolean
is_looked_at (CallboardRehearsalWindow *self)
{
  return callboard_rehearsal_feed_get_rendering (self->context) == CALLBOARD_RENDERING_WHATSAPP &&
         gtk_widget_get_mapped (GTK_WIDGET (self->phone)) &&
         (!adw_leaflet_get_folded (self->leaflet) ||
          g_strcmp0 (adw_leaflet_get_visible_child_name (self->leaflet), "phone") == 0);
}

static void
reload_phone (CallboardRehearsalWindow *self)
{
  g_autoptr(GError) error = NULL;

  if (self->candidate != 0 &&
      !callboard_rehearsal_feed_load (self->context, self->candidate, self->messages, is_looked_at (self), &error))
    report (self, error);
}

static void
show_phone (CallboardRehearsalWindow *self,
            const CallboardPhoneRow  *row)
{
  g_autofree char *number = callboard_phone_format_international (row->phone);
  /* Isolated, since digits between signs of no direction would change places where one writes from the right. */
  g_autofree char *isolated = g_strdup_printf ("\u2066%s\u2069", number);

  adw_window_title_set_title (self->phone_title, row->name);
  adw_window_title_set_subtitle (self->phone_title, isolated);
  self->application = row->application_id;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.restart", self->application != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.tests", self->application != 0 && !self->passing);
  if (self->candidate == row->candidate_id)
    return;

  self->candidate = row->candidate_id;
  g_free (self->number);
  self->number = g_strdup (row->phone);
  g_set_object (&self->messages, g_list_store_new (CALLBOARD_TYPE_PHONE_MESSAGE));
  g_object_unref (self->messages);
  callboard_phone_view_set_messages (self->phone, G_LIST_MODEL (self->messages));
  gtk_stack_set_visible_child_name (self->phone_stack, "phone");
  reload_phone (self);
  callboard_rehearsal_phones_select (self->phones, self->candidate);
}

static void
reload_phones (CallboardRehearsalWindow *self)
{
  g_autoptr(GError) error = NULL;
  const CallboardPhoneRow *row;
  GPtrArray *rows;

  rows = callboard_queries_load_phones (get_reader (self), callboard_context_get_rehearsal_account (self->context), &error);
  if (rows == NULL)
    {
      report (self, error);
      return;
    }

  callboard_rehearsal_phones_set_rows (self->phones, rows);
  row = callboard_rehearsal_phones_find (self->phones, self->candidate);
  if (row == NULL)
    row = callboard_rehearsal_phones_get_first (self->phones);
  if (row != NULL)
    show_phone (self, row);
}

/* What the settings of the rehearsal and of the program say. */
static void
reload_settings (CallboardRehearsalWindow *self)
{
  g_autofree char *contact = callboard_rehearsal_feed_get_contact (self->context);

  callboard_phone_view_set_contact (self->phone, contact);
  callboard_phone_view_set_rendering (self->phone, callboard_rehearsal_feed_get_rendering (self->context));
  callboard_rehearsal_desk_refresh (self->desk);
}

static void
write_message (CallboardRehearsalWindow  *self,
               const CallboardPhoneReply *reply,
               const char                *quoted,
               const CallboardPhoneFile  *file)
{
  g_autoptr(CallboardEvent) message = g_new0 (CallboardEvent, 1);

  message->from = g_strdup (self->number);
  message->text = g_strdup (reply->text);
  message->choice = g_strdup (reply->choice);
  message->quoted = g_strdup (quoted);
  if (file != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (file->path, NULL, NULL);

      callboard_event_add_named_file (message, file->type, file->name, uri);
    }

  callboard_rehearsal_write (callboard_context_get_rehearsal (self->context), message);
}

/* As phones do, each file is a message, and the text goes with the first. */
static void
on_reply_cb (CallboardRehearsalWindow  *self,
             const CallboardPhoneReply *reply)
{
  g_autofree char *quoted = NULL;
  guint n_files = reply->files != NULL ? reply->files->len : 0;

  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  if (self->number == NULL)
    return;

  if (reply->quoted != 0)
    quoted = callboard_queries_find_provider_id (get_reader (self), reply->quoted);
  write_message (self, reply, quoted, n_files > 0 ? g_ptr_array_index (reply->files, 0) : NULL);
  for (guint i = 1; i < n_files; i++)
    write_message (self, &(CallboardPhoneReply) { .text = "" }, quoted, g_ptr_array_index (reply->files, i));
}

static void
on_phone_chosen_cb (CallboardRehearsalWindow *self,
                    gint64                    candidate)
{
  const CallboardPhoneRow *row = callboard_rehearsal_phones_find (self->phones, candidate);

  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  show_phone (self, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
  callboard_phone_view_take_focus (self->phone);
}

static void
on_page_changed_cb (CallboardRehearsalWindow *self)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  if (self->context != NULL)
    reload_phone (self);
}

static void
on_clock_moved_cb (CallboardRehearsalWindow *self,
                   gint64                    now)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  callboard_phone_view_set_time (self->phone, now);
}

static void
on_store_changed_cb (CallboardRehearsalWindow *self,
                     CallboardChanges         *changes)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_ACCOUNTS | CALLBOARD_CHANGED_SETTINGS))
    reload_settings (self);

  if (!callboard_changes_has (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_CANDIDATES))
    return;

  reload_phones (self);
  reload_phone (self);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  adw_leaflet_navigate (CALLBOARD_REHEARSAL_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

/* Nobody waits for the undo time, or for the morning, to play once more. */
static void
on_restarted_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardRehearsalWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  gint64 account, wait;

  if (self->context == NULL)
    return;

  if (command == NULL)
    {
      report (self, error);
      return;
    }

  account = callboard_context_get_rehearsal_account (self->context);
  wait = callboard_queries_next_of_application (get_reader (self), self->application) -
         callboard_rehearsal_feed_get_now (self->context);
  if (wait > 0)
    callboard_execute (GTK_WIDGET (self), CALLBOARD_STORE (object), callboard_account_clock_command_new (account, wait));
}

static void
restart_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardRehearsalWindow *self = CALLBOARD_REHEARSAL_WINDOW (widget);
  g_autoptr(CallboardCommand) command = callboard_send_again_command_new (self->application);

  callboard_store_execute_async (callboard_context_get_store (self->context), command, NULL, on_restarted_cb,
                                 g_object_ref (self));
}

static void
tests_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardRehearsalWindow *self = CALLBOARD_REHEARSAL_WINDOW (widget);
  gint64 account = callboard_context_get_rehearsal_account (self->context);
  g_autofree char *date = callboard_format_date (callboard_rehearsal_feed_get_now (self->context));
  g_autofree char *title = g_strdup_printf ("%s, %s", adw_window_title_get_title (self->phone_title), date);
  gint64 campaign;
  gint64 enrolment = callboard_queries_find_enrolment (get_reader (self), account, self->candidate, &campaign);

  if (enrolment != 0)
    gtk_window_present (GTK_WINDOW (callboard_rehearsal_tests_new (GTK_WINDOW (self),
                                                                   callboard_context_get_store (self->context),
                                                                   campaign, enrolment, title)));
}

/* Commands that fail report here, see callboard_execute(). */
static void
report_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  callboard_notice_set_text (CALLBOARD_REHEARSAL_WINDOW (widget)->notice, g_variant_get_string (parameter, NULL));
}

static void
callboard_rehearsal_window_dispose (GObject *object)
{
  CallboardRehearsalWindow *self = CALLBOARD_REHEARSAL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->messages);
  g_clear_pointer (&self->number, g_free);

  G_OBJECT_CLASS (callboard_rehearsal_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, clock);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone_stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone_title);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phones);
  gtk_widget_class_bind_template_callback (widget_class, on_clock_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_reply_cb);
}

static void
callboard_rehearsal_window_class_init (CallboardRehearsalWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_window_dispose;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  g_type_ensure (CALLBOARD_TYPE_PHONE_VIEW);
  g_type_ensure (CALLBOARD_TYPE_REHEARSAL_CLOCK);
  g_type_ensure (CALLBOARD_TYPE_REHEARSAL_DESK);
  g_type_ensure (CALLBOARD_TYPE_REHEARSAL_PHONES);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "rehearsal.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.restart", NULL, restart_cb);
  gtk_widget_class_install_action (widget_class, "rehearsal.tests", NULL, tests_cb);
  gtk_widget_class_install_action (widget_class, "win.report", "s", report_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "rehearsal.back", NULL);
}

static void
callboard_rehearsal_window_init (CallboardRehearsalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.restart", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.tests", FALSE);
}

CallboardRehearsalWindow *
callboard_rehearsal_window_new (GtkWindow        *parent,
                                CallboardContext *context)
{
  CallboardRehearsalWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), NULL);

  self = g_object_new (CALLBOARD_TYPE_REHEARSAL_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  callboard_rehearsal_clock_set_context (self->clock, context);
  callboard_rehearsal_desk_set_context (self->desk, context);
  g_signal_connect_object (callboard_context_get_store (context), "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload_settings (self);
  reload_phones (self);

  return self;
}

void
callboard_rehearsal_window_show_candidate (CallboardRehearsalWindow *self,
                                           gint64                    candidate)
{
  const CallboardPhoneRow *row;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  row = callboard_rehearsal_phones_find (self->phones, candidate);
  if (row != NULL)
    show_phone (self, row);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

void
callboard_rehearsal_window_set_passing (CallboardRehearsalWindow *self)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  self->passing = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rehearsal.tests", FALSE);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}
