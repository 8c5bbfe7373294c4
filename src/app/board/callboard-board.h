/* callboard-board.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-application-pool.h"
#include "callboard-clock.h"
#include "callboard-stage.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_BOARD (callboard_board_get_type())

/* The board of one job. It changes nothing itself: it asks for changes by signals, and shows what the model says.
 * Ids are those of applications, in a GArray of gint64 (G_TYPE_ARRAY), by column and place; handlers must not keep
 * the array without a reference.
 *
 * ::move-requested (GArray *ids, gint64 stage, gint64 before, gboolean without_sending)
 *    the cards should go into the stage, before the application @before, or at its end if that is 0
 * ::send-again-requested (GArray *ids)
 * ::preview-requested (GArray *ids)
 * ::open-requested (CallboardApplication *application)
 * ::undo-requested ()
 * ::move-refused (CallboardStage *stage)
 *    a key or an action asked for a move into a stage that is not ready; the column already says why
 * ::add-requested, ::edit-campaign-requested, ::edit-stage-requested, ::rename-stage-requested (CallboardStage *stage)
 *    an entry of the column's menu; the entry is there only if something is connected
 * ::folded-changed ()
 * ::selection-changed ()
 *
 * Properties: "current" (CallboardApplication, read only), the card that has or last had the focus. */
G_DECLARE_FINAL_TYPE (CallboardBoard, callboard_board, CALLBOARD, BOARD, GtkWidget)

GtkWidget            *callboard_board_new               (void);

/* @stages: (nullable): a model of CallboardStage; @pool: (nullable): where their cards come from */
void                  callboard_board_set_model         (CallboardBoard           *self,
                                                         GListModel               *stages,
                                                         CallboardApplicationPool *pool);
/* The clock by which cards tell how long they wait; the machine's until it is set. */
void                  callboard_board_set_clock         (CallboardBoard           *self,
                                                         CallboardClock           *clock);
/* Shows only cards whose name or number match; NULL or "" shows all. */
void                  callboard_board_set_filter        (CallboardBoard           *self,
                                                         const char               *text);

/* Which stages are folded, as gint64, on this board and on others; callboard_board_get_folded() keeps the array. */
void                  callboard_board_set_folded        (CallboardBoard           *self,
                                                         const gint64             *stages,
                                                         guint                     n_stages);
GArray               *callboard_board_get_folded        (CallboardBoard           *self);

CallboardApplication *callboard_board_get_current       (CallboardBoard           *self);

/* Scrolls to the card and gives it the focus. Returns FALSE if no column shows it. */
gboolean              callboard_board_focus_application (CallboardBoard           *self,
                                                         gint64                    id);

/* The ids of the selected cards, by column and place. */
GArray               *callboard_board_get_selection     (CallboardBoard           *self);
void                  callboard_board_select            (CallboardBoard           *self,
                                                         const gint64             *ids,
                                                         guint                     n_ids);
void                  callboard_board_unselect_all      (CallboardBoard           *self);

G_END_DECLS
