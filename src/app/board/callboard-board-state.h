/* callboard-board-state.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application.h"
#include "callboard-clock.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_BOARD_STATE (callboard_board_state_get_type())

/* What a board knows of its cards besides the model: which are selected, which are being dragged, whose new place will
 * take the focus, and what time it is. Cards come and go with scrolling, so none of this can live in them.
 * ::changed says that cards look different, ::selection-changed comes before it when the selection did,
 * ::current-changed when the focus went to another card, ::countdown while a card in sight counts seconds. */
G_DECLARE_FINAL_TYPE (CallboardBoardState, callboard_board_state, CALLBOARD, BOARD_STATE, GObject)

CallboardBoardState *callboard_board_state_new            (void);

gint64               callboard_board_state_get_now        (CallboardBoardState *self);
void                 callboard_board_state_set_clock      (CallboardBoardState *self,
                                                           CallboardClock      *clock);

gboolean             callboard_board_state_is_selected    (CallboardBoardState *self,
                                                           gint64               id);
guint                callboard_board_state_get_n_selected (CallboardBoardState *self);
void                 callboard_board_state_select_only    (CallboardBoardState *self,
                                                           gint64               id);
void                 callboard_board_state_toggle         (CallboardBoardState *self,
                                                           gint64               id);
void                 callboard_board_state_select_many    (CallboardBoardState *self,
                                                           const gint64        *ids,
                                                           guint                n_ids,
                                                           gboolean             keep);
void                 callboard_board_state_unselect_all   (CallboardBoardState *self);

gboolean             callboard_board_state_is_dragged     (CallboardBoardState *self,
                                                           gint64               id);
void                 callboard_board_state_set_dragged    (CallboardBoardState *self,
                                                           const gint64        *ids,
                                                           guint                n_ids);

gint64               callboard_board_state_get_awaited    (CallboardBoardState *self);
void                 callboard_board_state_set_awaited    (CallboardBoardState *self,
                                                           gint64               id);

/* The application whose card has, or last had, the focus. */
CallboardApplication *callboard_board_state_get_current   (CallboardBoardState  *self);
void                 callboard_board_state_set_current    (CallboardBoardState  *self,
                                                           CallboardApplication *current);

void                 callboard_board_state_note_countdown (CallboardBoardState *self);

G_END_DECLS
