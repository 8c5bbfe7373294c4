/* callboard-module-list-hover.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-module-list-private.h"

/* Within this distance of an edge the list scrolls under what is being dragged; at the edge, so many pixels a second. */
#define ZONE      48
#define TOP_SPEED 900

static GtkWidget *
get_row (CallboardModuleList *self,
         guint                index)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index));
}

/* Before which module the pointer is: the rows of the modules follow that of the welcome. */
guint
callboard_module_list_get_drop_position (CallboardModuleList *self)
{
  guint n = g_list_model_get_n_items (callboard_module_list_get_modules (self));
  graphene_rect_t bounds;
  double y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->scrolled), GTK_WIDGET (self->list), 0, self->y, NULL, &y);
  for (guint i = 0; i < n; i++)
    {
      if (gtk_widget_compute_bounds (get_row (self, i + 1), GTK_WIDGET (self->list), &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2)
        return i;
    }

  return n;
}

static void
set_marked (CallboardModuleList *self,
            GtkWidget           *row)
{
  if (self->marked == row)
    return;

  if (self->marked != NULL)
    gtk_widget_remove_css_class (self->marked, "insert-before");
  g_set_weak_pointer (&self->marked, row);
  if (row != NULL)
    gtk_widget_add_css_class (row, "insert-before");
}

/* Looks again at what is under the pointer. A list that scrolls calls it too, as a pointer at rest sends no events. */
void
callboard_module_list_hover (CallboardModuleList *self)
{
  guint position = callboard_module_list_get_drop_position (self);
  g_autofree char *why = NULL;
  gboolean may = callboard_module_list_may_drop (self, self->drag, position, &why);

  set_marked (self, may ? get_row (self, position + 1) : NULL);
  if (why != NULL)
    gtk_label_set_label (self->refusal, why);
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), why != NULL);
}

static double
get_push (CallboardModuleList *self)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self->scrolled));
  double depth = 0;

  if (height < 2 * ZONE)
    return 0;
  if (self->y < ZONE)
    depth = (self->y - ZONE) / ZONE;
  else if (self->y > height - ZONE)
    depth = (self->y - (height - ZONE)) / ZONE;

  depth = CLAMP (depth, -1, 1);

  return depth * ABS (depth);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *frame_clock,
            gpointer       user_data)
{
  CallboardModuleList *self = CALLBOARD_MODULE_LIST (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  gint64 now = gdk_frame_clock_get_frame_time (frame_clock);
  gint64 elapsed = self->frame_time ? MIN (now - self->frame_time, G_USEC_PER_SEC / 10) : 0;
  double push = get_push (self);

  self->frame_time = now;
  if (push == 0)
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + push * TOP_SPEED * elapsed / G_USEC_PER_SEC);
  callboard_module_list_hover (self);

  return G_SOURCE_CONTINUE;
}

void
callboard_module_list_autoscroll (CallboardModuleList *self)
{
  if (self->tick_id != 0 || get_push (self) == 0)
    return;

  self->frame_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

/* Everything looks as it did before; safe at any time. */
void
callboard_module_list_end_hover (CallboardModuleList *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);

  self->tick_id = 0;
  set_marked (self, NULL);
  g_clear_object (&self->drag);
  if (self->refusal != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->refusal), FALSE);
}
