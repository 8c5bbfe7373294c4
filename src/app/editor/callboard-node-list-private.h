/* callboard-node-list-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-node-list.h"

G_BEGIN_DECLS

struct _CallboardNodeList
{
  GtkWidget      parent_instance;

  GtkButton     *add;
  GtkMenuButton *add_menu;
  GtkBox        *box;
  GtkBox        *list;
  GtkLabel      *title;

  GListModel    *model;
  GPtrArray     *rows;
  GPtrArray     *spare;
  GSignalGroup  *signals;
  char          *add_label;
  char          *form;
  char          *kinds;
  guint          most;
  guint          open;
  guint          drop_position;
  guint          compact : 1;
  guint          moving : 1;
};

/* The row that shows node, or NULL. */
CallboardNodeRow *callboard_node_list_find_row  (CallboardNodeList  *self,
                                                 CallboardDraftNode *node);
void              callboard_node_list_focus_row (CallboardNodeList  *self,
                                                 guint               position);
void              callboard_node_list_match     (CallboardNodeList  *self);
void              callboard_node_list_init_dnd  (CallboardNodeList  *self);

G_END_DECLS
