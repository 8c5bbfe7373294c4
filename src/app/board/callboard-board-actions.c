/* callboard-board-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-board-private.h"
#include "callboard-move-popover.h"

static void
on_popover_closed_cb (GtkWidget *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (popover);

  g_assert (GTK_IS_POPOVER (popover));

  if (CALLBOARD_IS_CARD (parent))
    gtk_widget_grab_focus (parent);
}

static void
popup (CallboardBoard *self,
       GtkWidget      *popover,
       GtkWidget      *parent)
{
  callboard_board_close_popover (self);
  gtk_widget_set_parent (popover, parent);
  g_set_weak_pointer (&self->popover, popover);
  g_signal_connect (popover, "closed", G_CALLBACK (on_popover_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GtkWidget *
create_menu (const char *id)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/board/callboard-board-menus.ui");
  GtkWidget *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, id)));

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);

  return popover;
}

static void
on_chosen_cb (CallboardBoard       *self,
              CallboardStage       *stage,
              CallboardMovePopover *popover)
{
  CallboardColumn *column = callboard_board_find_column (self, callboard_stage_get_id (stage));
  GtkWidget *card = gtk_widget_get_parent (GTK_WIDGET (popover));
  g_autoptr(GArray) ids = NULL;

  g_assert (CALLBOARD_IS_BOARD (self));

  if (column == NULL || !CALLBOARD_IS_CARD (card))
    return;

  ids = callboard_board_get_targets (self, CALLBOARD_CARD (card));
  gtk_popover_popdown (GTK_POPOVER (popover));
  callboard_board_move_to (self, ids, column, 0, callboard_move_popover_get_without_sending (popover));
}

static void
popup_move_to (CallboardBoard *self,
               CallboardCard  *card,
               gboolean        without_sending)
{
  CallboardColumn *column = callboard_board_get_column_of_card (card);
  GtkWidget *popover = callboard_move_popover_new (self->stages, callboard_column_get_stage (column), without_sending);

  g_signal_connect_object (popover, "chosen", G_CALLBACK (on_chosen_cb), self, G_CONNECT_SWAPPED);
  popup (self, popover, GTK_WIDGET (card));
}

static void
emit_targets (CallboardBoard       *self,
              CallboardCard        *card,
              CallboardBoardSignal  signal)
{
  g_autoptr(GArray) ids = callboard_board_get_targets (self, card);

  callboard_board_emit (self, signal, ids);
}

static void
toggle_selected (CallboardBoard *self,
                 CallboardCard  *card)
{
  self->range_start = callboard_card_get_id (card);
  callboard_board_state_toggle (self->state, self->range_start);
}

static void
select_column (CallboardBoard  *self,
               CallboardColumn *column)
{
  CallboardApplicationList *list = callboard_column_get_list (column);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autofree gint64 *ids = g_new (gint64, n);

  for (guint i = 0; i < n; i++)
    ids[i] = callboard_application_list_get_id (list, i);

  callboard_board_state_select_many (self->state, ids, n, FALSE);
}

void
callboard_board_close_popover (CallboardBoard *self)
{
  GtkWidget *popover = self->popover;

  if (popover == NULL)
    return;

  g_clear_weak_pointer (&self->popover);
  g_signal_handlers_disconnect_by_func (popover, on_popover_closed_cb, NULL);
  gtk_widget_unparent (popover);
}

void
callboard_board_popup_card_menu (CallboardBoard *self,
                                 CallboardCard  *card,
                                 double          x,
                                 double          y)
{
  GtkWidget *popover = create_menu ("card-menu");
  gboolean one = callboard_board_state_get_n_selected (self->state) < 2
                 || !callboard_board_state_is_selected (self->state, callboard_card_get_id (card));

  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.open",
                                 one && callboard_board_is_heard (self, CALLBOARD_BOARD_OPEN_REQUESTED));
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.preview",
                                 callboard_board_is_heard (self, CALLBOARD_BOARD_PREVIEW_REQUESTED));
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.archive",
                                 callboard_board_is_heard (self, CALLBOARD_BOARD_ARCHIVE_REQUESTED));
  gtk_widget_action_set_enabled (GTK_WIDGET (card), "card.send-again",
                                 callboard_board_is_heard (self, CALLBOARD_BOARD_SEND_AGAIN_REQUESTED));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { x, y, 1, 1 });
  popup (self, popover, GTK_WIDGET (card));
}

void
callboard_board_popup_column_menu (CallboardBoard  *self,
                                   CallboardColumn *column)
{
  static const struct
  {
    const char           *action;
    CallboardBoardSignal  signal;
  } entries[] = {
    { "column.add", CALLBOARD_BOARD_ADD_REQUESTED },
    { "column.edit-campaign", CALLBOARD_BOARD_EDIT_CAMPAIGN_REQUESTED },
    { "column.edit-stage", CALLBOARD_BOARD_EDIT_STAGE_REQUESTED },
    { "column.rename", CALLBOARD_BOARD_RENAME_STAGE_REQUESTED },
  };
  CallboardStageType type = callboard_stage_get_row (callboard_column_get_stage (column))->type;
  GtkWidget *popover = create_menu ("column-menu");
  GtkWidget *button = callboard_column_get_menu_button (column);
  graphene_rect_t bounds;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (column), entries[i].action,
                                   callboard_board_is_heard (self, entries[i].signal));

  if (type == CALLBOARD_STAGE_REVIEW)
    gtk_widget_action_set_enabled (GTK_WIDGET (column), "column.edit-campaign", FALSE);

  if (gtk_widget_compute_bounds (button, GTK_WIDGET (column), &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { bounds.origin.x, bounds.origin.y,
                                                                          bounds.size.width, bounds.size.height });

  popup (self, popover, GTK_WIDGET (column));
}

void
callboard_board_activate_card_action (CallboardBoard *self,
                                      CallboardCard  *card,
                                      const char     *action)
{
  if (g_str_equal (action, "card.open"))
    callboard_board_emit (self, CALLBOARD_BOARD_OPEN_REQUESTED, callboard_card_get_application (card));
  else if (g_str_equal (action, "card.select"))
    toggle_selected (self, card);
  else if (g_str_equal (action, "card.menu"))
    callboard_board_popup_card_menu (self, card, gtk_widget_get_width (GTK_WIDGET (card)) / 2,
                                     gtk_widget_get_height (GTK_WIDGET (card)) / 2);
  else if (g_str_equal (action, "card.move-to"))
    popup_move_to (self, card, FALSE);
  else if (g_str_equal (action, "card.move-without-sending"))
    popup_move_to (self, card, TRUE);
  else if (g_str_equal (action, "card.preview"))
    emit_targets (self, card, CALLBOARD_BOARD_PREVIEW_REQUESTED);
  else if (g_str_equal (action, "card.archive"))
    emit_targets (self, card, CALLBOARD_BOARD_ARCHIVE_REQUESTED);
  else if (g_str_equal (action, "card.send-again"))
    emit_targets (self, card, CALLBOARD_BOARD_SEND_AGAIN_REQUESTED);
  else if (!callboard_board_move_by_key (self, card, action))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

void
callboard_board_activate_column_action (CallboardBoard  *self,
                                        CallboardColumn *column,
                                        const char      *action)
{
  CallboardStage *stage = callboard_column_get_stage (column);

  if (g_str_equal (action, "column.add"))
    callboard_board_emit (self, CALLBOARD_BOARD_ADD_REQUESTED, stage);
  else if (g_str_equal (action, "column.edit-campaign"))
    callboard_board_emit (self, CALLBOARD_BOARD_EDIT_CAMPAIGN_REQUESTED, stage);
  else if (g_str_equal (action, "column.edit-stage"))
    callboard_board_emit (self, CALLBOARD_BOARD_EDIT_STAGE_REQUESTED, stage);
  else if (g_str_equal (action, "column.rename"))
    callboard_board_emit (self, CALLBOARD_BOARD_RENAME_STAGE_REQUESTED, stage);
  else if (g_str_equal (action, "column.select-all"))
    select_column (self, column);
  else if (g_str_equal (action, "column.menu"))
    callboard_board_popup_column_menu (self, column);
  else
    callboard_board_fold (self, column, g_str_equal (action, "column.fold"));
}
