/* callboard-column-view-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-column-view.h"

G_BEGIN_DECLS

struct _CallboardColumnView
{
  GtkWidget                 parent_instance;

  CallboardBoardState      *state;
  CallboardApplicationList *list;
  GtkAdjustment            *hadjustment;
  GtkAdjustment            *vadjustment;
  char                     *stage_name;
  guint                     stale_days;
  guint                     late_days;

  GPtrArray                *cards; /* in sight, by position, the first at first_position */
  GPtrArray                *spare; /* hidden, without an application */
  CallboardCard            *stray; /* has the focus, but is out of sight */
  guint                     first_position;
  int                       row_height;
  int                       marker;

  gint64                    anchor_id; /* the first card that is wholly in sight */
  guint                     anchor;
  gint64                    cursor_id;
  guint                     cursor;

  GtkScrollablePolicy       hscroll_policy;
  GtkScrollablePolicy       vscroll_policy;
  guint                     configuring : 1;
};

/* callboard-column-view-layout.c */
void     callboard_column_view_class_init_layout (GtkWidgetClass      *widget_class);
guint    callboard_column_view_get_n_items       (CallboardColumnView *self);
int      callboard_column_view_get_row_y         (CallboardColumnView *self,
                                                  guint                position);
gboolean callboard_column_view_update_row_height (CallboardColumnView *self);
void     callboard_column_view_configure         (CallboardColumnView *self,
                                                  double               value);

/* callboard-column-view-recycle.c */
gboolean callboard_column_view_needs_rebind      (CallboardColumnView *self);
void     callboard_column_view_rebind            (CallboardColumnView *self);
void     callboard_column_view_drop_cards        (CallboardColumnView *self);

/* callboard-column-view-focus.c */
void     callboard_column_view_class_init_focus  (GtkWidgetClass      *widget_class);
void     callboard_column_view_follow_cursor     (CallboardColumnView *self,
                                                  gint64               focused_id);

G_END_DECLS
