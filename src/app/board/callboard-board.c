/* callboard-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board.h"

#include <adwaita.h>

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

/* GTK's style sheets cannot ask for it. */
static void
on_high_contrast_changed_cb (CallboardBoard *self)
{
  g_assert (CALLBOARD_IS_BOARD (self));

  if (adw_style_manager_get_high_contrast (adw_style_manager_get_default ()))
    gtk_widget_add_css_class (GTK_WIDGET (self), "high-contrast");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "high-contrast");
}

static void
callboard_board_map (GtkWidget *widget)
{
  CallboardBoard *self = CALLBOARD_BOARD (widget);

  GTK_WIDGET_CLASS (callboard_board_parent_class)->map (widget);

  if (self->opening)
    callboard_board_scroll_to_start (self);

  self->opening = FALSE;
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
  callboard_board_set_model (self, NULL, NULL);
  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);

  G_OBJECT_CLASS (callboard_board_parent_class)->dispose (object);
}

static void
callboard_board_finalize (GObject *object)
{
  CallboardBoard *self = CALLBOARD_BOARD (object);

  g_clear_object (&self->state);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->folded, g_array_unref);
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
  install_signal (klass, CALLBOARD_BOARD_ARCHIVE_REQUESTED, "archive-requested", G_TYPE_ARRAY);
  install_signal (klass, CALLBOARD_BOARD_EDIT_CAMPAIGN_REQUESTED, "edit-campaign-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_EDIT_STAGE_REQUESTED, "edit-stage-requested", CALLBOARD_TYPE_STAGE);
  install_signal (klass, CALLBOARD_BOARD_FOLDED_CHANGED, "folded-changed", G_TYPE_NONE);
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
  callboard_board_class_init_follow (widget_class);

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
  self->folded = g_array_new (FALSE, FALSE, sizeof (gint64));
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

  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (on_high_contrast_changed_cb), self, G_CONNECT_SWAPPED);
  on_high_contrast_changed_cb (self);

  callboard_board_init_follow (self);
  callboard_board_init_pointer (self);
  callboard_board_init_dnd (self);
}

GtkWidget *
callboard_board_new (void)
{
  return g_object_new (CALLBOARD_TYPE_BOARD, NULL);
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
