/* callboard-column-view-focus.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column-view-private.h"

static void
set_cursor (CallboardColumnView *self,
            CallboardCard       *card)
{
  self->cursor = callboard_card_get_position (card);
  self->cursor_id = callboard_card_get_id (card);
  callboard_board_state_set_current (self->state, callboard_card_get_application (card));
}

static void
callboard_column_view_set_focus_child (GtkWidget *widget,
                                       GtkWidget *child)
{
  if (CALLBOARD_IS_CARD (child))
    set_cursor (CALLBOARD_COLUMN_VIEW (widget), CALLBOARD_CARD (child));

  GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->set_focus_child (widget, child);
}

static gboolean
callboard_column_view_grab_focus (GtkWidget *widget)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (widget);

  return callboard_column_view_focus_position (self, callboard_column_view_get_cursor (self));
}

/* A column is one stop for Tab; the arrow keys go from card to card. */
static gboolean
callboard_column_view_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

void
callboard_column_view_class_init_focus (GtkWidgetClass *widget_class)
{
  widget_class->focus = callboard_column_view_focus;
  widget_class->grab_focus = callboard_column_view_grab_focus;
  widget_class->set_focus_child = callboard_column_view_set_focus_child;
}

/* After the list changed: the cursor follows its card. If the card went and nobody waits for it elsewhere, the next
 * card in this column has the focus. */
void
callboard_column_view_follow_cursor (CallboardColumnView *self,
                                     gint64               focused_id)
{
  guint n = callboard_column_view_get_n_items (self);
  guint position;

  if (self->cursor_id == 0)
    return;

  if (callboard_application_list_find (self->list, self->cursor_id, &position))
    {
      self->cursor = position;
      return;
    }

  self->cursor = n ? MIN (self->cursor, n - 1) : 0;
  self->cursor_id = callboard_application_list_get_id (self->list, self->cursor);

  if (focused_id != 0 && n > 0 && callboard_board_state_get_awaited (self->state) == 0)
    callboard_column_view_focus_position (self, self->cursor);
}

guint
callboard_column_view_get_cursor (CallboardColumnView *self)
{
  guint n;

  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), 0);

  n = callboard_column_view_get_n_items (self);

  return n ? MIN (self->cursor, n - 1) : 0;
}

gboolean
callboard_column_view_focus_position (CallboardColumnView *self,
                                      guint                position)
{
  guint index;

  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), FALSE);

  if (position >= callboard_column_view_get_n_items (self))
    return FALSE;

  callboard_column_view_scroll_to (self, position);
  index = position - self->first_position;

  if (position < self->first_position || index >= self->cards->len)
    return FALSE;

  return gtk_widget_grab_focus (g_ptr_array_index (self->cards, index));
}
