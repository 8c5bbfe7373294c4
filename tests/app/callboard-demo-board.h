/* callboard-demo-board.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-array-source.h"
#include "callboard-board.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_DEMO_BOARD (callboard_demo_board_get_type())

/* A board with made-up people, whose requests are carried out at once. The fourth stage is not ready. */
G_DECLARE_FINAL_TYPE (CallboardDemoBoard, callboard_demo_board, CALLBOARD, DEMO_BOARD, GObject)

/* Once per program, after adw_init(). */
void                      callboard_demo_board_load_style    (void);

CallboardDemoBoard       *callboard_demo_board_new           (guint               n_stages,
                                                              guint               n_cards);
CallboardDemoBoard       *callboard_demo_board_new_for_source (CallboardArraySource *source);
GtkWidget                *callboard_demo_board_get_widget    (CallboardDemoBoard *self);
CallboardArraySource     *callboard_demo_board_get_source    (CallboardDemoBoard *self);
CallboardApplicationPool *callboard_demo_board_get_pool      (CallboardDemoBoard *self);
CallboardStage           *callboard_demo_board_get_stage     (CallboardDemoBoard *self,
                                                              guint               position);
void                      callboard_demo_board_set_talkative (CallboardDemoBoard *self,
                                                              gboolean            talkative);
void                      callboard_demo_board_move          (CallboardDemoBoard *self,
                                                              gint64              id,
                                                              gint64              stage,
                                                              gint64              before);

G_END_DECLS
