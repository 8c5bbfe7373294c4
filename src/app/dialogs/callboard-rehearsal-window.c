/* callboard-rehearsal-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-rehearsal-window.h"

#include "callboard-notice.h"
#include "callboard-phone.h"
#include "callboard-phone-view.h"
#include "callboard-queries-phones.h"
#include "callboard-rehearsal-desk.h"

struct _CallboardRehearsalWindow
{
  AdwWindow               parent_instance;

  CallboardRehearsalDesk *desk;
  AdwLeaflet             *leaflet;
  CallboardNotice        *notice;
  CallboardPhoneView     *phone;
  AdwWindowTitle         *phone_title;
  GtkListBox             *phones;
  GtkStack               *phone_stack;
  GtkStack               *phones_stack;

  CallboardContext       *context;
  GPtrArray              *rows;
  gint64                  candidate;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalWindow, callboard_rehearsal_window, ADW_TYPE_WINDOW)

static CallboardDb *
get_reader (CallboardRehearsalWindow *self)
{
  return callboard_store_get_reader (callboard_context_get_store (self->context));
}

/* The beginning of a text, on one line. */
static char *
make_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\r\n", ' ');
}

static void
append_phone (CallboardRehearsalWindow *self,
              const CallboardPhoneRow  *phone)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/dialogs/phone-row.ui");
  g_autofree char *last = make_line (phone->last);
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));

  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "name")), phone->name);
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "last")), last);
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "turn")), phone->asked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, phone->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, last, -1);
  gtk_list_box_append (self->phones, row);
}

static void
show_phone (CallboardRehearsalWindow *self,
            const CallboardPhoneRow  *row)
{
  g_autofree char *number = callboard_phone_format_international (row->phone);

  self->candidate = row->candidate_id;
  adw_window_title_set_title (self->phone_title, row->name);
  adw_window_title_set_subtitle (self->phone_title, number);
  callboard_phone_view_show (self->phone, self->context, row->candidate_id, row->phone);
  gtk_stack_set_visible_child_name (self->phone_stack, "phone");
}

static void
select_phone (CallboardRehearsalWindow *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CallboardPhoneRow *row = g_ptr_array_index (self->rows, i);

      if (row->candidate_id == self->candidate)
        gtk_list_box_select_row (self->phones, gtk_list_box_get_row_at_index (self->phones, i));
    }
}

static void
reload_phones (CallboardRehearsalWindow *self)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *rows;
  GtkWidget *child;

  rows = callboard_queries_load_phones (get_reader (self), callboard_context_get_rehearsal_account (self->context), &error);
  if (rows == NULL)
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->phones))) != NULL)
    gtk_list_box_remove (self->phones, child);
  for (guint i = 0; i < rows->len; i++)
    append_phone (self, g_ptr_array_index (rows, i));

  gtk_stack_set_visible_child_name (self->phones_stack, rows->len > 0 ? "list" : "none");
  if (self->candidate == 0 && rows->len > 0)
    show_phone (self, g_ptr_array_index (rows, 0));
  select_phone (self);
}

static void
on_phone_activated_cb (CallboardRehearsalWindow *self,
                       GtkListBoxRow            *row,
                       GtkListBox               *list)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  show_phone (self, g_ptr_array_index (self->rows, gtk_list_box_row_get_index (row)));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

static void
on_store_changed_cb (CallboardRehearsalWindow *self,
                     CallboardChanges         *changes)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  if (!callboard_changes_has (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_CANDIDATES))
    return;

  reload_phones (self);
  callboard_phone_view_reload (self->phone);
}

static void
on_failed_cb (CallboardRehearsalWindow *self,
              const char               *why)
{
  g_assert (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  callboard_notice_set_text (self->notice, why);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  adw_leaflet_navigate (CALLBOARD_REHEARSAL_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
callboard_rehearsal_window_dispose (GObject *object)
{
  CallboardRehearsalWindow *self = CALLBOARD_REHEARSAL_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_WINDOW);
  g_clear_object (&self->context);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_rehearsal_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-rehearsal-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, desk);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone_stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phone_title);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phones);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalWindow, phones_stack);
  gtk_widget_class_bind_template_callback (widget_class, on_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_phone_activated_cb);
}

static void
callboard_rehearsal_window_class_init (CallboardRehearsalWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_rehearsal_window_dispose;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  g_type_ensure (CALLBOARD_TYPE_PHONE_VIEW);
  g_type_ensure (CALLBOARD_TYPE_REHEARSAL_DESK);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "rehearsal.back", NULL, back_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "rehearsal.back", NULL);
}

static void
callboard_rehearsal_window_init (CallboardRehearsalWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardRehearsalWindow *
callboard_rehearsal_window_new (GtkWindow        *parent,
                                CallboardContext *context)
{
  CallboardRehearsalWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_CONTEXT (context), NULL);

  self = g_object_new (CALLBOARD_TYPE_REHEARSAL_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  callboard_rehearsal_desk_set_context (self->desk, context);
  g_signal_connect_object (callboard_context_get_store (context), "changed", G_CALLBACK (on_store_changed_cb), self,
                           G_CONNECT_SWAPPED);
  reload_phones (self);

  return self;
}

void
callboard_rehearsal_window_show_candidate (CallboardRehearsalWindow *self,
                                           gint64                    candidate)
{
  g_return_if_fail (CALLBOARD_IS_REHEARSAL_WINDOW (self));

  for (guint i = 0; i < self->rows->len; i++)
    {
      const CallboardPhoneRow *row = g_ptr_array_index (self->rows, i);

      if (row->candidate_id == candidate)
        show_phone (self, row);
    }

  select_phone (self);
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}
