/* callboard-column-view.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-application-list.h"
#include "callboard-board-state.h"
#include "callboard-card.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COLUMN_VIEW (callboard_column_view_get_type())

/* The cards of one column: a scrollable list whose rows all have one height, so that positions are arithmetic. Only
 * the cards in sight exist as widgets; they are ordinary children, with focus and accessibility. The card with the
 * focus stays alive when it is scrolled away. */
G_DECLARE_FINAL_TYPE (CallboardColumnView, callboard_column_view, CALLBOARD, COLUMN_VIEW, GtkWidget)

GtkWidget                *callboard_column_view_new                 (CallboardBoardState      *state);
CallboardApplicationList *callboard_column_view_get_list            (CallboardColumnView      *self);
void                      callboard_column_view_set_list            (CallboardColumnView      *self,
                                                                     CallboardApplicationList *list);
void                      callboard_column_view_set_limits          (CallboardColumnView      *self,
                                                                     guint                     stale_days,
                                                                     guint                     late_days);
void                      callboard_column_view_set_stage_name      (CallboardColumnView      *self,
                                                                     const char               *name);

/* @y is in the view's coordinates, as are the results. */
guint                     callboard_column_view_get_insert_position (CallboardColumnView      *self,
                                                                     double                    y);
guint                     callboard_column_view_get_nearest         (CallboardColumnView      *self,
                                                                     double                    y);
double                    callboard_column_view_get_middle          (CallboardColumnView      *self,
                                                                     guint                     position);
guint                     callboard_column_view_get_page            (CallboardColumnView      *self);

/* Where dragged cards would go: a line before @position, or none if it is negative. */
void                      callboard_column_view_set_marker          (CallboardColumnView      *self,
                                                                     int                       position);

/* The position of the card that has, or last had, the focus. */
guint                     callboard_column_view_get_cursor          (CallboardColumnView      *self);
void                      callboard_column_view_scroll_to           (CallboardColumnView      *self,
                                                                     guint                     position);
gboolean                  callboard_column_view_focus_position      (CallboardColumnView      *self,
                                                                     guint                     position);

/* As callboard_card_update_times(), for all cards in sight. */
void                      callboard_column_view_update_times        (CallboardColumnView      *self);

G_END_DECLS
