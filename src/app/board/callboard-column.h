/* callboard-column.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-column-view.h"
#include "callboard-stage.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COLUMN (callboard_column_get_type())

/* One stage on the board: its head and its cards, or a narrow strip when folded. Its actions ("column.fold" and so on)
 * are carried out by the board it is on. */
G_DECLARE_FINAL_TYPE (CallboardColumn, callboard_column, CALLBOARD, COLUMN, GtkWidget)

GtkWidget                *callboard_column_new            (CallboardBoardState      *state,
                                                           CallboardStage           *stage,
                                                           CallboardApplicationPool *pool);
CallboardStage           *callboard_column_get_stage      (CallboardColumn          *self);
CallboardColumnView      *callboard_column_get_view       (CallboardColumn          *self);
CallboardApplicationList *callboard_column_get_list       (CallboardColumn          *self);
GtkAdjustment            *callboard_column_get_adjustment (CallboardColumn          *self);
/* Where its menu belongs: the button, or the strip when folded. */
GtkWidget                *callboard_column_get_menu_button (CallboardColumn         *self);
/* Words that name and number must contain, in addition to the column's own filter for failures. */
void                      callboard_column_set_filter     (CallboardColumn          *self,
                                                           const char               *text);
gboolean                  callboard_column_get_folded     (CallboardColumn          *self);
void                      callboard_column_set_folded     (CallboardColumn          *self,
                                                           gboolean                  folded);
/* Says over the cards why nothing may be dropped here, until it is called with NULL. */
void                      callboard_column_set_refusal    (CallboardColumn          *self,
                                                           const char               *reason);
/* Says so for a few seconds, after a key press. */
void                      callboard_column_flash_refusal  (CallboardColumn          *self,
                                                           const char               *reason);
/* Whether what is being dragged would go here. */
void                      callboard_column_set_target     (CallboardColumn          *self,
                                                           gboolean                  target);

G_END_DECLS
