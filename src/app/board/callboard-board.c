/* callboard-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board.h"

#include "callboard-board-private.h"
#include "callboard-util.h"

G_DEFINE_FINAL_TYPE (CallboardBoard, callboard_board, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_CURRENT = 1,
} CallboardBoardProps;

static GParamSpec *properties[PROP_CURRENT + 1];
static guint signals[CALLBOARD_BOARD_N_SIGNALS];

static void
update_times (CallboardBoard *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    callboard_column_view_update_times (callboard_column_get_view (g_ptr_array_index (self->columns, i)));
}

static gboolean
on_countdown_timeout_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  self->countdown_id = 0;
  update_times (self);

  return G_SOURCE_REMOVE;
}

static gboolean
on_minute_timeout_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  update_times (self);

  return G_SOURCE_CONTINUE;
}

/* Ticks by the second only while a card in sight counts seconds. */
static void
on_countdown_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  if (self->countdown_id == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->countdown_id = g_timeout_add_seconds (1, G_SOURCE_FUNC (on_countdown_timeout_cb), self);
}

static void
on_clock_moved_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  update_times (self);
}

static void
on_current_changed_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURRENT]);
}

static void
on_selection_changed_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  g_signal_emit (self, signals[CALLBOARD_BOARD_SELECTION_CHANGED], 0);
}

static void
add_column (CallboardBoard *self,
            guint           position)
{
  g_autoptr(CallboardStage) stage = g_list_model_get_item (self->stages, position);
  GtkWidget *column = callboard_column_new (self->state, stage, self->pool);
  GtkWidget *previous = position ? g_ptr_array_index (self->columns, position - 1) : NULL;

  callboard_column_set_filter (CALLBOARD_COLUMN (column), self->filter);
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
  g_clear_object (&self->stages);
  g_clear_object (&self->pool);
}

static void
callboard_board_map (GtkWidget *widget)
{
  CallboardBoard *self = CALLBOARD_BOARD (widget);

  GTK_WIDGET_CLASS (callboard_board_parent_class)->map (widget);

  self->minute_id = g_timeout_add_seconds (60, G_SOURCE_FUNC (on_minute_timeout_cb), self);
  update_times (self);
}

static void
callboard_board_unmap (GtkWidget *widget)
{
  CallboardBoard *self = CALLBOARD_BOARD (widget);

  g_clear_handle_id (&self->minute_id, g_source_remove);
  g_clear_handle_id (&self->countdown_id, g_source_remove);

  GTK_WIDGET_CLASS (callboard_board_parent_class)->unmap (widget);
}

static void
callboard_board_dispose (GObject *object)
{
  CallboardBoard *self = CALLBOARD_BOARD (object);

  callboard_board_close_popover (self);
  clear_model (self);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);

  G_OBJECT_CLASS (callboard_board_parent_class)->dispose (object);
}

static void
callboard_board_finalize (GObject *object)
{
  CallboardBoard *self = CALLBOARD_BOARD (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->filter, g_free);

  G_OBJECT_CLASS (callboard_board_parent_class)->finalize (object);
}

static void
callboard_board_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CallboardBoard *self = CALLBOARD_BOARD (object);

  switch ((CallboardBoardProps) prop_id)
    {
    case PROP_CURRENT:
      g_value_set_object (value, callboard_board_state_get_current (self->state));
      break;
    }
}

static void
install_signal (CallboardBoardClass  *klass,
                CallboardBoardSignal  signal,
                const char           *name,
                GType                 argument)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  if (argument == G_TYPE_NONE)
    signals[signal] = g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  else
    signals[signal] = g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, argument);
}

static void
install_signals (CallboardBoardClass *klass)
{
  install_signal (klass, CALLBOARD_BOARD_ADD_REQUESTED, "add-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_EDIT_CAMPAIGN_REQUESTED, "edit-campaign-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_EDIT_STAGE_REQUESTED, "edit-stage-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_MOVE_REFUSED, "move-refused", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_OPEN_REQUESTED, "open-requested", CALLBOARD_TYPE_APPLICATION);
  install_signal (klass, CALLBOARD_BOARD_PREVIEW_REQUESTED, "preview-requested", G_TYPE_ARRAY);
  install_signal (klass, CALLBOARD_BOARD_RENAME_STAGE_REQUESTED, "rename-stage-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_SELECTION_CHANGED, "selection-changed", G_TYPE_NONE);
  install_signal (klass, CALLBOARD_BOARD_SEND_AGAIN_REQUESTED, "send-again-requested", G_TYPE_ARRAY);
  install_signal (klass, CALLBOARD_BOARD_UNDO_REQUESTED, "undo-requested", G_TYPE_NONE);

  signals[CALLBOARD_BOARD_MOVE_REQUESTED] = g_signal_new ("move-requested", G_TYPE_FROM_CLASS (klass),
                                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                          G_TYPE_NONE, 4,
                                                          G_TYPE_ARRAY, G_TYPE_INT64, G_TYPE_INT64, G_TYPE_BOOLEAN);
}

static void
callboard_board_class_init (CallboardBoardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_board_dispose;
  object_class->finalize = callboard_board_finalize;
  object_class->get_property = callboard_board_get_property;

  widget_class->map = callboard_board_map;
  widget_class->unmap = callboard_board_unmap;

  properties[PROP_CURRENT] = g_param_spec_object ("current", NULL, NULL, CALLBOARD_TYPE_APPLICATION,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  install_signals (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "board");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
callboard_board_init (CallboardBoard *self)
{
  self->columns = g_ptr_array_new ();
  self->state = callboard_board_state_new ();
  g_signal_connect_object (self->state, "countdown", G_CALLBACK (on_countdown_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "current-changed", G_CALLBACK (on_current_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->state, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->box, "columns");
  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled_window),
                                  GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->box);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  callboard_board_init_pointer (self);
  callboard_board_init_dnd (self);
}

GtkWidget *
callboard_board_new (void)
{
  return g_object_new (CALLBOARD_TYPE_BOARD, NULL);
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
}

void
callboard_board_set_clock (CallboardBoard *self,
                           CallboardClock *clock)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));
  g_return_if_fail (CALLBOARD_IS_CLOCK (clock));

  g_signal_connect_object (clock, "moved", G_CALLBACK (on_clock_moved_cb), self, G_CONNECT_SWAPPED);
  callboard_board_state_set_clock (self->state, clock);
  update_times (self);
}

void
callboard_board_set_filter (CallboardBoard *self,
                            const char     *text)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));

  if (!callboard_set_str (&self->filter, text))
    return;

  for (guint i = 0; i < self->columns->len; i++)
    callboard_column_set_filter (g_ptr_array_index (self->columns, i), text);
}

CallboardApplication *
callboard_board_get_current (CallboardBoard *self)
{
  g_return_val_if_fail (CALLBOARD_IS_BOARD (self), NULL);

  return callboard_board_state_get_current (self->state);
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

void
callboard_board_select (CallboardBoard *self,
                        const gint64   *ids,
                        guint           n_ids)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));

  callboard_board_state_select_many (self->state, ids, n_ids, FALSE);
}

void
callboard_board_unselect_all (CallboardBoard *self)
{
  g_return_if_fail (CALLBOARD_IS_BOARD (self));

  callboard_board_state_unselect_all (self->state);
}

void
callboard_board_emit (CallboardBoard       *self,
                      CallboardBoardSignal  signal,
                      gpointer              argument)
{
  if (argument != NULL)
    g_signal_emit (self, signals[signal], 0, argument);
  else
    g_signal_emit (self, signals[signal], 0);
}

gboolean
callboard_board_is_heard (CallboardBoard       *self,
                          CallboardBoardSignal  signal)
{
  return g_signal_has_handler_pending (self, signals[signal], 0, TRUE);
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
