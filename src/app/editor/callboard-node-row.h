/* callboard-node-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_NODE_ROW (callboard_node_row_get_type())

/* One thing of a list in a form: a question that opens, or a choice in one line. Its menu, buttons and keys are the actions
 * node.move (i: by how many places), node.duplicate, node.remove and node.next (to the next one, or a new one). */
G_DECLARE_FINAL_TYPE (CallboardNodeRow, callboard_node_row, CALLBOARD, NODE_ROW, GtkWidget)

/* form: the description of its fields. */
CallboardNodeRow   *callboard_node_row_new          (const char         *form,
                                                     gboolean            compact);
CallboardDraftNode *callboard_node_row_get_node     (CallboardNodeRow   *self);

/* expanded: whether it is open if nobody opened or closed it before. */
void                callboard_node_row_set_node     (CallboardNodeRow   *self,
                                                     CallboardDraftNode *node,
                                                     gboolean            expanded);
void                callboard_node_row_set_expanded (CallboardNodeRow   *self,
                                                     gboolean            expanded);
gboolean            callboard_node_row_get_expanded (CallboardNodeRow   *self);

/* After its place in the list has changed. */
void                callboard_node_row_renumber     (CallboardNodeRow   *self);
void                callboard_node_row_check        (CallboardNodeRow   *self,
                                                     CallboardFormMarks *marks);

/* Opens the row. A member of NULL stands for the first field. */
CallboardField     *callboard_node_row_find         (CallboardNodeRow   *self,
                                                     CallboardDraftNode *node,
                                                     const char         *member);

G_END_DECLS
