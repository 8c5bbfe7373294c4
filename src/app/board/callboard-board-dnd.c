/* callboard-board-dnd.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"
#include "callboard-drag-escape.h"

/* How long the pointer rests on a folded column before it opens. */
#define OPEN_MS 600

static void
set_hovered (CallboardBoard  *self,
             CallboardColumn *column)
{
  if (self->hovered == column)
    return;

  g_clear_handle_id (&self->open_id, g_source_remove);

  if (self->hovered != NULL)
    {
      callboard_column_set_refusal (self->hovered, NULL);
      callboard_column_set_target (self->hovered, FALSE);
      callboard_column_view_set_marker (callboard_column_get_view (self->hovered), -1);
    }

  self->hovered = column;
}

static CallboardColumn *
find_column_at (CallboardBoard *self,
                double          x)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      GtkWidget *column = g_ptr_array_index (self->columns, i);
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (column, GTK_WIDGET (self), &bounds)
          && x >= bounds.origin.x && x < bounds.origin.x + bounds.size.width)
        return CALLBOARD_COLUMN (column);
    }

  return NULL;
}

static guint
get_insert_position (CallboardBoard  *self,
                     CallboardColumn *column)
{
  CallboardColumnView *view = callboard_column_get_view (column);
  double y;

  if (callboard_column_get_folded (column))
    return 0;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (view), self->x, self->y, NULL, &y);

  return callboard_column_view_get_insert_position (view, y);
}

static gboolean
on_open_timeout_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  self->open_id = 0;

  if (self->opened != NULL && self->opened != self->hovered)
    callboard_column_set_folded (self->opened, TRUE);

  self->opened = self->hovered;
  callboard_column_set_folded (self->opened, FALSE);

  return G_SOURCE_REMOVE;
}

static gboolean
may_drop (CallboardBoard  *self,
          CallboardColumn *column)
{
  return column != NULL && self->drag != NULL
         && callboard_board_may_enter (column, callboard_card_drag_get_from_stage (self->drag));
}

static void
show_refusal (CallboardColumn *column)
{
  callboard_column_set_refusal (column, callboard_stage_get_row (callboard_column_get_stage (column))->reason);
}

/* Looks again at what is under the pointer. Autoscroll calls it, too, as a pointer at rest sends no events. */
void
callboard_board_update_hover (CallboardBoard *self)
{
  CallboardColumn *column = self->inside ? find_column_at (self, self->x) : NULL;

  set_hovered (self, column);

  if (column == NULL)
    return;

  if (!may_drop (self, column))
    {
      show_refusal (column);
      return;
    }

  callboard_column_set_target (column, TRUE);

  if (!callboard_column_get_folded (column))
    callboard_column_view_set_marker (callboard_column_get_view (column), get_insert_position (self, column));
  else if (self->open_id == 0)
    self->open_id = g_timeout_add (OPEN_MS, G_SOURCE_FUNC (on_open_timeout_cb), self);
}

static GdkDragAction
on_motion_cb (CallboardBoard *self,
              double          x,
              double          y)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  if (self->drag == NULL)
    return 0;

  self->inside = TRUE;
  self->x = x;
  self->y = y;
  callboard_board_update_hover (self);
  callboard_board_update_autoscroll (self);

  return may_drop (self, self->hovered) ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  self->inside = FALSE;
  callboard_board_stop_autoscroll (self);
  set_hovered (self, NULL);
}

/* On X11 no leave follows a drop. */
static gboolean
on_drop_cb (CallboardBoard *self,
            const GValue   *value,
            double          x,
            double          y)
{
  g_autoptr(CallboardCardDrag) drag = g_value_dup_object (value);
  CallboardColumn *column;
  guint position;

  g_assert (CALLBOARD_IS_BOARD (self));

  self->x = x;
  self->y = y;
  column = find_column_at (self, x);

  if (drag != self->drag || !may_drop (self, column))
    return FALSE;

  position = get_insert_position (self, column);

  if (column == self->opened)
    self->opened = NULL;

  callboard_board_end_drag (self);
  callboard_board_move_to (self, callboard_card_drag_get_ids (drag), column, position, FALSE);

  return TRUE;
}

static gint64
find_common_stage (CallboardColumn *column,
                   GArray          *ids)
{
  CallboardApplicationList *list = callboard_column_get_list (column);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint found = 0;

  if (ids->len == 1)
    return callboard_application_list_get_stage_id (list);

  /* Both are in order, so one pass is enough. */
  for (guint i = 0; i < n && found < ids->len; i++)
    found += callboard_application_list_get_id (list, i) == g_array_index (ids, gint64, found);

  return found == ids->len ? callboard_application_list_get_stage_id (list) : 0;
}

/* Where the pointer holds the card, from the corner of its border. */
static void
note_hot_spot (CallboardBoard *self,
               GtkWidget      *card,
               double          x,
               double          y)
{
  graphene_rect_t bounds;

  self->x = x;
  self->y = y;

  if (!gtk_widget_compute_bounds (card, GTK_WIDGET (self), &bounds))
    return;

  self->hot_x = x - bounds.origin.x;
  self->hot_y = y - bounds.origin.y;
}

static GdkContentProvider *
on_prepare_cb (CallboardBoard *self,
               double          x,
               double          y)
{
  CallboardCard *card = callboard_board_pick_card (self, x, y);
  g_autoptr(GArray) ids = NULL;

  g_assert (CALLBOARD_IS_BOARD (self));

  if (card == NULL)
    return NULL;

  ids = callboard_board_get_targets (self, card);
  g_clear_object (&self->drag);
  self->drag = callboard_card_drag_new (ids, find_common_stage (callboard_board_get_column_of_card (card), ids));
  note_hot_spot (self, GTK_WIDGET (card), x, y);

  return gdk_content_provider_new_typed (CALLBOARD_TYPE_CARD_DRAG, self->drag);
}

static void
on_drag_begin_cb (CallboardBoard *self,
                  GdkDrag        *drag,
                  GtkDragSource  *source)
{
  GArray *ids = callboard_card_drag_get_ids (self->drag);
  CallboardCard *card;

  g_assert (CALLBOARD_IS_BOARD (self));

  card = callboard_board_pick_card (self, self->x, self->y);

  if (card != NULL)
    {
      g_autoptr(GdkPaintable) icon = callboard_card_drag_create_icon (self->drag, GTK_WIDGET (card));

      gtk_drag_source_set_icon (source, icon, self->hot_x, self->hot_y);
    }

  callboard_board_state_set_dragged (self->state, (gint64 *) (gpointer) ids->data, ids->len);
  callboard_drag_escape_watch (source);
}

static void
on_drag_end_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  callboard_board_end_drag (self);
}

void
callboard_board_init_dnd (CallboardBoard *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CALLBOARD_TYPE_CARD_DRAG, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* Everything is as before the drag; safe at any time. */
void
callboard_board_end_drag (CallboardBoard *self)
{
  on_leave_cb (self);

  if (self->opened != NULL)
    callboard_column_set_folded (self->opened, TRUE);

  self->opened = NULL;

  if (self->drag == NULL)
    return;

  g_clear_object (&self->drag);
  callboard_board_state_set_dragged (self->state, NULL, 0);
}
