/* callboard-text-complete.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-complete.h"

#include <glib/gi18n.h>
#include <string.h>

#include "callboard-fold.h"
#include "callboard-merge-field.h"
#include "callboard-merge.h"

#define OPEN     "{{"
#define MAX_NAME 40

typedef struct
{
  CallboardTextField *field;
  GtkTextBuffer      *buffer;
  GtkListBox         *list;
  GtkPopover         *popover;
  GtkTextView        *view;
} Complete;

/* What was typed after "{{", up to the cursor; NULL if the cursor is not there. start becomes where the braces are. */
static char *
find_prefix (Complete    *self,
             GtkTextIter *start)
{
  GtkTextIter cursor;
  g_autofree char *text = NULL;
  const char *open;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &cursor, gtk_text_buffer_get_insert (self->buffer));
  *start = cursor;
  gtk_text_iter_backward_chars (start, MIN (MAX_NAME, gtk_text_iter_get_line_offset (&cursor)));
  text = gtk_text_buffer_get_slice (self->buffer, start, &cursor, TRUE);
  open = g_strrstr (text, OPEN);
  if (open == NULL || strpbrk (open + 2, "}|") != NULL)
    return NULL;

  gtk_text_iter_forward_chars (start, g_utf8_pointer_to_offset (text, open));

  return g_strdup (open + 2);
}

static gboolean
fits (const char *name,
      const char *prefix)
{
  g_autofree char *label = callboard_fold (callboard_merge_field_get_label (name));
  g_autofree char *wanted = callboard_fold (prefix);

  return g_str_has_prefix (name, prefix) || strstr (label, wanted) != NULL;
}

static void
add_row (Complete   *self,
         const char *name)
{
  GtkWidget *label = gtk_label_new (callboard_merge_field_get_label (name));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_box_append (self->list, label);
  g_object_set_data_full (G_OBJECT (gtk_widget_get_parent (label)), "name", g_strdup (name), g_free);
}

static guint
offer (Complete   *self,
       const char *prefix)
{
  const char * const *names = callboard_merge_get_fields ();
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (!fits (names[i], prefix))
        continue;

      add_row (self, names[i]);
      n++;
    }

  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));

  return n;
}

static void
point (Complete          *self,
       const GtkTextIter *start)
{
  GdkRectangle place;
  double x, y;

  gtk_text_view_get_iter_location (self->view, start, &place);
  gtk_text_view_buffer_to_window_coords (self->view, GTK_TEXT_WINDOW_WIDGET, place.x, place.y, &place.x, &place.y);
  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self->field), place.x, place.y, &x, &y);
  place.x = (int) x;
  place.y = (int) y;
  gtk_popover_set_pointing_to (self->popover, &place);
}

static void
on_cursor_moved_cb (Complete *self)
{
  g_autofree char *prefix = NULL;
  GtkTextIter start;

  if (!gtk_widget_has_focus (GTK_WIDGET (self->view)))
    return;

  prefix = find_prefix (self, &start);
  if (prefix == NULL || offer (self, prefix) == 0)
    {
      gtk_popover_popdown (self->popover);
      return;
    }

  point (self, &start);
  gtk_popover_popup (self->popover);
}

static void
accept (Complete      *self,
        GtkListBoxRow *row)
{
  g_autofree char *text = callboard_merge_field_get_insert (g_object_get_data (G_OBJECT (row), "name"));
  g_autofree char *prefix = NULL;
  GtkTextIter start, end;

  prefix = find_prefix (self, &start);
  gtk_popover_popdown (self->popover);
  if (prefix == NULL)
    return;

  gtk_text_buffer_get_iter_at_mark (self->buffer, &end, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_delete (self->buffer, &start, &end);
  gtk_text_buffer_insert (self->buffer, &start, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
}

static void
select_by (Complete *self,
           int       by)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next = gtk_list_box_get_row_at_index (self->list, row != NULL ? gtk_list_box_row_get_index (row) + by : 0);

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
}

static gboolean
on_key_pressed_cb (Complete        *self,
                   guint            key,
                   guint            code,
                   GdkModifierType  state)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return GDK_EVENT_PROPAGATE;

  if (key == GDK_KEY_Escape)
    gtk_popover_popdown (self->popover);
  else if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    select_by (self, key == GDK_KEY_Down ? 1 : -1);
  else if (row != NULL && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_Tab))
    accept (self, row);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
on_leave_cb (Complete *self)
{
  gtk_popover_popdown (self->popover);
}

static void
on_row_activated_cb (Complete      *self,
                     GtkListBoxRow *row)
{
  accept (self, row);
}

static void
on_destroy_cb (Complete *self)
{
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  self->popover = NULL;
}

static void
create_popover (Complete *self)
{
  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "completion");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Fields"), -1);
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->list));
  gtk_popover_set_autohide (self->popover, FALSE);
  gtk_popover_set_has_arrow (self->popover, FALSE);
  gtk_popover_set_position (self->popover, GTK_POS_BOTTOM);
  gtk_widget_set_can_focus (GTK_WIDGET (self->popover), FALSE);
  gtk_widget_set_halign (GTK_WIDGET (self->popover), GTK_ALIGN_START);
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->field));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (on_row_activated_cb), self);
}

void
callboard_text_complete_attach (CallboardTextField *field)
{
  Complete *self = g_new0 (Complete, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->field = field;
  self->view = callboard_text_field_get_view (field);
  self->buffer = gtk_text_view_get_buffer (self->view);
  create_popover (self);
  g_object_set_data_full (G_OBJECT (field), "callboard-text-complete", self, g_free);
  g_signal_connect_swapped (field, "destroy", G_CALLBACK (on_destroy_cb), self);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->view), focus);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (on_cursor_moved_cb), self);
}
