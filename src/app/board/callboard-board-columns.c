/* callboard-board-columns.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"

static void
add_column (CallboardBoard *self,
            guint           position)
{
  g_autoptr(CallboardStage) stage = g_list_model_get_item (self->stages, position);
  GtkWidget *column = callboard_column_new (self->state, stage, self->pool);
  GtkWidget *previous = position ? g_ptr_array_index (self->columns, position - 1) : NULL;

  callboard_column_set_filter (CALLBOARD_COLUMN (column), self->filter);
  callboard_board_apply_fold (self, CALLBOARD_COLUMN (column));
  gtk_box_insert_child_after (GTK_BOX (self->box), column, previous);
  g_ptr_array_insert (self->columns, position, column);
}

static void
remove_column (CallboardBoard *self,
               guint           position)
{
  callboard_board_close_popover (self);
  gtk_box_remove (GTK_BOX (self->box), g_ptr_array_remove_index (self->columns, position));
}

static void
on_stages_changed_cb (CallboardBoard *self,
                      guint           position,
                      guint           removed,
                      guint           added)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  callboard_board_end_drag (self);

  for (guint i = 0; i < removed; i++)
    remove_column (self, position);

  for (guint i = 0; i < added; i++)
    add_column (self, position + i);
}

/* The first column of a language that is read from the right is at the far end of the adjustment. */
static gboolean
on_start_idle_cb (CallboardBoard *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window));

  g_assert (CALLBOARD_IS_BOARD (self));

  self->start_id = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));

  return G_SOURCE_REMOVE;
}

void
callboard_board_scroll_to_start (CallboardBoard *self)
{
  g_clear_handle_id (&self->start_id, g_source_remove);

  /* After the columns have their places. */
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    self->start_id = g_idle_add (G_SOURCE_FUNC (on_start_idle_cb), self);
}

static void
clear_model (CallboardBoard *self)
{
  if (self->stages != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->stages, on_stages_changed_cb, self);
      on_stages_changed_cb (self, 0, self->columns->len, 0);
    }

  if (self->pool != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->pool, callboard_board_note_focus, self);
      g_signal_handlers_disconnect_by_func (self->pool, callboard_board_follow_move, self);
    }

  callboard_board_state_set_awaited (self->state, 0);
  callboard_board_state_set_current (self->state, NULL);
  callboard_board_state_unselect_all (self->state);
  g_clear_handle_id (&self->start_id, g_source_remove);
  g_clear_object (&self->stages);
  g_clear_object (&self->pool);
}

void
callboard_board_set_model (CallboardBoard           *self,
                           GListModel               *stages,
                           CallboardApplicationPool *pool)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));
  g_return_if_fail ((stages == NULL) == (pool == NULL));

  clear_model (self);

  if (stages == NULL)
    return;

  self->stages = g_object_ref (stages);
  self->pool = g_object_ref (pool);
  g_signal_connect_object (stages, "items-changed", G_CALLBACK (on_stages_changed_cb), self, G_CONNECT_SWAPPED);
  /* Before and after the lists take the moves over. */
  g_signal_connect_object (pool, "changed", G_CALLBACK (callboard_board_note_focus), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pool, "changed", G_CALLBACK (callboard_board_follow_move), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  on_stages_changed_cb (self, 0, 0, g_list_model_get_n_items (stages));
  self->opening = !gtk_widget_get_mapped (GTK_WIDGET (self));
  callboard_board_scroll_to_start (self);
}

gboolean
callboard_board_focus_application (CallboardBoard *self,
                                   gint64          id)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD (self), FALSE);

  for (guint i = 0; i < self->columns->len; i++)
    {
      CallboardColumn *column = g_ptr_array_index (self->columns, i);
      guint position;

      if (!callboard_application_list_find (callboard_column_get_list (column), id, &position))
        continue;

      if (callboard_column_get_folded (column))
        return gtk_widget_child_focus (GTK_WIDGET (column), GTK_DIR_TAB_FORWARD);

      return callboard_column_view_focus_position (callboard_column_get_view (column), position);
    }

  return FALSE;
}

GArray *
callboard_board_get_selection (CallboardBoard *self)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (CALLBOARD_IS_BOARD (self), ids);

  for (guint i = 0; i < self->columns->len && ids->len < callboard_board_state_get_n_selected (self->state); i++)
    {
      CallboardApplicationList *list = callboard_column_get_list (g_ptr_array_index (self->columns, i));
      guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

      for (guint position = 0; position < n; position++)
        {
          gint64 id = callboard_application_list_get_id (list, position);

          if (callboard_board_state_is_selected (self->state, id))
            g_array_append_val (ids, id);
        }
    }

  return ids;
}

CallboardColumn *
callboard_board_get_column (CallboardBoard *self,
                            guint           index)
{
  return index < self->columns->len ? g_ptr_array_index (self->columns, index) : NULL;
}

CallboardColumn *
callboard_board_get_column_of_card (CallboardCard *card)
{
  return CALLBOARD_COLUMN (gtk_widget_get_ancestor (GTK_WIDGET (card), CALLBOARD_TYPE_COLUMN));
}

CallboardColumn *
callboard_board_find_column (CallboardBoard *self,
                             gint64          stage)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      CallboardColumn *column = g_ptr_array_index (self->columns, i);

      if (callboard_stage_get_id (callboard_column_get_stage (column)) == stage)
        return column;
    }

  return NULL;
}

GArray *
callboard_board_get_targets (CallboardBoard *self,
                             CallboardCard  *card)
{
  gint64 id = callboard_card_get_id (card);
  GArray *ids;

  if (callboard_board_state_is_selected (self->state, id))
    return callboard_board_get_selection (self);

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  return g_array_append_val (ids, id);
}
