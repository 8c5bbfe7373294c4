/* callboard-board-follow.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

/* What is seen beside the column, so that the card's outline does not stick to the edge. */
#define GAP 12

static void
on_focus_changed_cb (CallboardBoard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_rect_t bounds;
  GtkWidget *column;
  double start;

  g_assert (CALLBOARD_IS_BOARD (self));

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->box))
    return;

  column = gtk_widget_get_ancestor (focus, CALLBOARD_TYPE_COLUMN);
  if (column == NULL || !gtk_widget_compute_bounds (column, self->scrolled_window, &bounds) || bounds.size.width <= 0)
    return;

  start = gtk_adjustment_get_value (adjustment) + bounds.origin.x;
  gtk_adjustment_clamp_page (adjustment, start - GAP, start + bounds.size.width + GAP);
}

static void
callboard_board_root (GtkWidget *widget)
{
  CallboardBoard *self = CALLBOARD_BOARD (widget);

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (on_focus_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
callboard_board_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), on_focus_changed_cb, widget);

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->unroot (widget);
}

void
callboard_board_class_init_follow (GtkWidgetClass *widget_class)
{
  widget_class->root = callboard_board_root;
  widget_class->unroot = callboard_board_unroot;
}

/* The viewport would only bring the card into sight. */
void
callboard_board_init_follow (CallboardBoard *self)
{
  GtkWidget *viewport = gtk_scrolled_window_get_child (GTK_SCROLLED_WINDOW (self->scrolled_window));

  gtk_viewport_set_scroll_to_focus (GTK_VIEWPORT (viewport), FALSE);
}
