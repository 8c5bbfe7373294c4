/* callboard-node-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"
#include "callboard-node-row.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_NODE_LIST (callboard_node_list_get_type())

/* A list of nodes: the questions of a module, the choices of a question. It is a CallboardField; its member is the list.
 *
 * Properties: add-label, what stands on the button that adds; compact, whether each is one line; form, the name of the
 * description of each; kinds, what may be added, with blanks between; most, how many there may be; open, up to how many
 * they are open at first; title. */
G_DECLARE_FINAL_TYPE (CallboardNodeList, callboard_node_list, CALLBOARD, NODE_LIST, GtkWidget)

/* Each is one step of undo, and leaves the focus where the user goes on. */
void callboard_node_list_add         (CallboardNodeList  *self,
                                      const char         *kind);
void callboard_node_list_duplicate   (CallboardNodeList  *self,
                                      CallboardDraftNode *node);
void callboard_node_list_move        (CallboardNodeList  *self,
                                      CallboardDraftNode *node,
                                      int                 by);
void callboard_node_list_remove      (CallboardNodeList  *self,
                                      CallboardDraftNode *node);

/* To the next one; after the last, adds one. */
void callboard_node_list_go_on       (CallboardNodeList  *self,
                                      CallboardDraftNode *node);

/* Lets row be dragged by handle. */
void callboard_node_list_make_handle (GtkWidget          *handle,
                                      GtkWidget          *row);

G_END_DECLS
