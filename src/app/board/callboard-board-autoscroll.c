/* callboard-board-autoscroll.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

/* Within this distance of an edge the board scrolls under what is being dragged. */
#define ZONE 56
/* At the edge itself, in pixels a second. */
#define TOP_SPEED 1400

/* From -1 at the start to 1 at the end; slow at first, so that a card can still be dropped near the edge. */
static double
get_push (double position,
          double size)
{
  double depth = 0;

  if (size < 2 * ZONE)
    return 0;

  if (position < ZONE)
    depth = (position - ZONE) / ZONE;
  else if (position > size - ZONE)
    depth = (position - (size - ZONE)) / ZONE;

  depth = CLAMP (depth, -1, 1);

  return depth * ABS (depth);
}

/* GTK's adjustments run from left to right in every language. */
static double
get_horizontal_push (CallboardBoard *self)
{
  return get_push (self->x, gtk_widget_get_width (GTK_WIDGET (self)));
}

static double
get_vertical_push (CallboardBoard *self)
{
  GtkWidget *view;
  double y;

  if (self->hovered == NULL || callboard_column_get_folded (self->hovered))
    return 0;

  view = GTK_WIDGET (callboard_column_get_view (self->hovered));
  gtk_widget_translate_coordinates (GTK_WIDGET (self), view, self->x, self->y, NULL, &y);

  return get_push (y, gtk_widget_get_height (view));
}

static GtkAdjustment *
get_hadjustment (CallboardBoard *self)
{
  return gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));
}

static gboolean
can_scroll (GtkAdjustment *adjustment,
            double         push)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (push < 0)
    return value > gtk_adjustment_get_lower (adjustment);

  return push > 0 && value < gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
}

static gboolean
wants_scroll (CallboardBoard *self)
{
  double vertical = get_vertical_push (self);

  return can_scroll (get_hadjustment (self), get_horizontal_push (self))
         || (vertical != 0 && can_scroll (callboard_column_get_adjustment (self->hovered), vertical));
}

static void
scroll (GtkAdjustment *adjustment,
        double         push,
        gint64         elapsed)
{
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + push * TOP_SPEED * elapsed / G_USEC_PER_SEC);
}

static gboolean
on_tick_cb (GtkWidget     *widget,
            GdkFrameClock *frame_clock,
            gpointer       user_data)
{
  CallboardBoard *self = CALLBOARD_BOARD (widget);
  gint64 now = gdk_frame_clock_get_frame_time (frame_clock);
  gint64 elapsed = self->frame_time ? MIN (now - self->frame_time, G_USEC_PER_SEC / 10) : 0;

  self->frame_time = now;

  if (!wants_scroll (self))
    {
      self->tick_id = 0;
      return G_SOURCE_REMOVE;
    }

  scroll (get_hadjustment (self), get_horizontal_push (self), elapsed);

  if (get_vertical_push (self) != 0)
    scroll (callboard_column_get_adjustment (self->hovered), get_vertical_push (self), elapsed);

  callboard_board_update_hover (self);

  return G_SOURCE_CONTINUE;
}

void
callboard_board_update_autoscroll (CallboardBoard *self)
{
  if (self->tick_id != 0 || !wants_scroll (self))
    return;

  self->frame_time = 0;
  self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick_cb, NULL, NULL);
}

void
callboard_board_stop_autoscroll (CallboardBoard *self)
{
  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);

  self->tick_id = 0;
}
