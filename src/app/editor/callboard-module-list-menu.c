/* callboard-module-list-menu.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-module-list-private.h"

static void
on_pressed_cb (CallboardModuleList *self,
               int                  n_press,
               double               x,
               double               y,
               GtkGesture          *gesture)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  callboard_module_list_open_menu (self, CALLBOARD_MODULE_ROW (row), x, y);
}

static gboolean
drop_menu_cb (gpointer user_data)
{
  CallboardModuleList *self = user_data;

  if (self->menu != NULL && !gtk_widget_get_visible (self->menu))
    g_clear_pointer (&self->menu, gtk_widget_unparent);

  return G_SOURCE_REMOVE;
}

/* Not at once, since the chosen action runs after the menu has closed. */
static void
on_menu_closed_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  g_idle_add_full (G_PRIORITY_LOW, drop_menu_cb, g_object_ref (self), g_object_unref);
}

void
callboard_module_list_open_menu (CallboardModuleList *self,
                                 CallboardModuleRow  *row,
                                 double               x,
                                 double               y)
{
  GtkWidget *from = x < 0 ? GTK_WIDGET (row) : GTK_WIDGET (self->list);

  if (row == NULL)
    return;

  if (x < 0)
    {
      x = gtk_widget_get_width (from) / 2;
      y = gtk_widget_get_height (from);
    }
  if (!gtk_widget_translate_coordinates (from, GTK_WIDGET (self), x, y, &x, &y))
    return;

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (self->module_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (on_menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
callboard_module_list_init_menu (CallboardModuleList *self)
{
  GtkGesture *gesture = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (gesture, "pressed", G_CALLBACK (on_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (gesture));
}
