/* callboard-board-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-board.h"
#include "callboard-card-drag.h"
#include "callboard-card.h"
#include "callboard-column.h"

G_BEGIN_DECLS

typedef enum
{
  CALLBOARD_BOARD_ADD_REQUESTED,
  CALLBOARD_BOARD_ARCHIVE_REQUESTED,
  CALLBOARD_BOARD_EDIT_CAMPAIGN_REQUESTED,
  CALLBOARD_BOARD_EDIT_STAGE_REQUESTED,
  CALLBOARD_BOARD_FOLDED_CHANGED,
  CALLBOARD_BOARD_MOVE_REFUSED,
  CALLBOARD_BOARD_MOVE_REQUESTED,
  CALLBOARD_BOARD_OPEN_REQUESTED,
  CALLBOARD_BOARD_PREVIEW_REQUESTED,
  CALLBOARD_BOARD_RENAME_STAGE_REQUESTED,
  CALLBOARD_BOARD_SELECTION_CHANGED,
  CALLBOARD_BOARD_SEND_AGAIN_REQUESTED,
  CALLBOARD_BOARD_UNDO_REQUESTED,
  CALLBOARD_BOARD_N_SIGNALS
} CallboardBoardSignal;

struct _CallboardBoard
{
  GtkWidget                 parent_instance;

  GtkWidget                *scrolled_window;
  GtkWidget                *box;
  GtkWidget                *popover; /* the open menu, a child of what it belongs to */

  CallboardBoardState      *state;
  CallboardApplicationPool *pool;
  GListModel               *stages;
  GPtrArray                *columns;
  GArray                   *folded; /* stages, also of boards that were open before */
  char                     *filter;
  gint64                    range_start; /* where Shift extends the selection from */
  guint                     countdown_id;
  guint                     minute_id;
  guint                     start_id;

  /* While something is being dragged */
  CallboardCardDrag        *drag;
  CallboardColumn          *hovered;
  CallboardColumn          *opened; /* unfolded for the time of the drag */
  double                    x;
  double                    y;
  double                    hot_x;
  double                    hot_y;
  gint64                    frame_time;
  guint                     open_id;
  guint                     tick_id;

  guint                     inside : 1;
  guint                     opening : 1; /* not shown since it got its model */
  guint                     pressed_selected : 1;
};

/* callboard-board.c */
void             callboard_board_emit                   (CallboardBoard       *self,
                                                         CallboardBoardSignal  signal,
                                                         gpointer              argument);
gboolean         callboard_board_is_heard               (CallboardBoard       *self,
                                                         CallboardBoardSignal  signal);

/* callboard-board-columns.c */
void             callboard_board_scroll_to_start        (CallboardBoard       *self);
CallboardColumn *callboard_board_get_column             (CallboardBoard       *self,
                                                         guint                 index);
CallboardColumn *callboard_board_get_column_of_card     (CallboardCard        *card);
CallboardColumn *callboard_board_find_column            (CallboardBoard       *self,
                                                         gint64                stage);
/* The selection, if @card is part of it, else @card alone. */
GArray          *callboard_board_get_targets            (CallboardBoard       *self,
                                                         CallboardCard        *card);

/* callboard-board-move.c */
gboolean         callboard_board_may_enter              (CallboardColumn      *column,
                                                         gint64                from_stage);
void             callboard_board_move_to                (CallboardBoard       *self,
                                                         GArray               *ids,
                                                         CallboardColumn      *column,
                                                         guint                 position,
                                                         gboolean              without_sending);
gboolean         callboard_board_move_by_key            (CallboardBoard       *self,
                                                         CallboardCard        *card,
                                                         const char           *action);
void             callboard_board_note_focus             (CallboardBoard       *self,
                                                         CallboardChanges     *changes);
void             callboard_board_follow_move            (CallboardBoard       *self,
                                                         CallboardChanges     *changes);

/* callboard-board-actions.c */
void             callboard_board_activate_card_action   (CallboardBoard       *self,
                                                         CallboardCard        *card,
                                                         const char           *action);
void             callboard_board_activate_column_action (CallboardBoard       *self,
                                                         CallboardColumn      *column,
                                                         const char           *action);
void             callboard_board_close_popover          (CallboardBoard       *self);
void             callboard_board_popup_card_menu        (CallboardBoard       *self,
                                                         CallboardCard        *card,
                                                         double                x,
                                                         double                y);
void             callboard_board_popup_column_menu      (CallboardBoard       *self,
                                                         CallboardColumn      *column);

/* callboard-board-keys.c */
CallboardCard   *callboard_board_get_focused_card       (CallboardBoard       *self);
void             callboard_board_class_init_keys        (GtkWidgetClass       *widget_class);

/* callboard-board-pointer.c */
void             callboard_board_init_pointer           (CallboardBoard       *self);
CallboardCard   *callboard_board_pick_card              (CallboardBoard       *self,
                                                         double                x,
                                                         double                y);

/* callboard-board-dnd.c */
void             callboard_board_init_dnd               (CallboardBoard       *self);
void             callboard_board_update_hover           (CallboardBoard       *self);
void             callboard_board_end_drag               (CallboardBoard       *self);

/* callboard-board-folds.c: what a person folds is told and kept; what a drag opens is not. */
void             callboard_board_apply_fold             (CallboardBoard       *self,
                                                         CallboardColumn      *column);
void             callboard_board_fold                   (CallboardBoard       *self,
                                                         CallboardColumn      *column,
                                                         gboolean              folded);

/* callboard-board-follow.c: the column that has the focus is in sight, all of it. */
void             callboard_board_class_init_follow      (GtkWidgetClass       *widget_class);
void             callboard_board_init_follow            (CallboardBoard       *self);

/* callboard-board-autoscroll.c */
void             callboard_board_update_autoscroll      (CallboardBoard       *self);
void             callboard_board_stop_autoscroll        (CallboardBoard       *self);

G_END_DECLS
