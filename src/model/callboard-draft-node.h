/* callboard-draft-node.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _CallboardDraft CallboardDraft;

#define CALLBOARD_TYPE_DRAFT_NODE (callboard_draft_node_get_type())

/* An object of a campaign document that is being written: the campaign itself, a module, a block, a question, a choice, a
 * rule … (callboard-draft-kind.h). It has values, each a GVariant of type s, b, x, d, as, ax or ad, whole numbers always x;
 * and lists of nodes. A value of a nested object is named with dots, "settings.nudges.after_hours".
 *
 * What is done to a node inside a draft can be undone; outside of one, nothing is recorded.
 *
 * The signal "changed", detailed by the member, tells of each new value: changed::text. Of lists tells their own signal. */
G_DECLARE_FINAL_TYPE (CallboardDraftNode, callboard_draft_node, CALLBOARD, DRAFT_NODE, GObject)

/**
 * callboard_draft_node_new:
 * @kind: what it is
 *
 * For readers of documents. callboard_draft_create() gives a node an id and good beginnings.
 *
 * Returns: (transfer full): an empty node outside of any draft
 */
CallboardDraftNode *callboard_draft_node_new           (const char         *kind);

/**
 * callboard_draft_node_get_kind:
 * @self: a node
 *
 * It changes only with callboard_draft_convert() and when that is undone; then "changed::type" is emitted.
 *
 * Returns: (transfer none): what it is
 */
const char         *callboard_draft_node_get_kind      (CallboardDraftNode *self);

/**
 * callboard_draft_node_get_id:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): its id; modules of old documents may have none
 */
const char         *callboard_draft_node_get_id        (CallboardDraftNode *self);

/**
 * callboard_draft_node_get_parent:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the node it stands in; %NULL for a campaign and for what is outside
 */
CallboardDraftNode *callboard_draft_node_get_parent    (CallboardDraftNode *self);

/**
 * callboard_draft_node_get_list_name:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the list of its parent it stands in, such as "modules"
 */
const char         *callboard_draft_node_get_list_name (CallboardDraftNode *self);

/**
 * callboard_draft_node_get_position:
 * @self: a node
 *
 * Returns: its position in that list, from 0; 0 outside of any
 */
guint               callboard_draft_node_get_position  (CallboardDraftNode *self);

/**
 * callboard_draft_node_get_draft:
 * @self: a node
 *
 * Returns: (transfer none) (nullable): the draft it is in, %NULL while it is outside
 */
CallboardDraft     *callboard_draft_node_get_draft     (CallboardDraftNode *self);

/**
 * callboard_draft_node_get:
 * @self: a node
 * @member: the name of a value
 *
 * Returns: (transfer none) (nullable): the value, %NULL if there is none
 */
GVariant           *callboard_draft_node_get           (CallboardDraftNode *self,
                                                        const char         *member);

/**
 * callboard_draft_node_get_text:
 * @self: a node
 * @member: the name of a value
 *
 * Returns: (transfer none): the text, "" if there is none or it is none
 */
const char         *callboard_draft_node_get_text      (CallboardDraftNode *self,
                                                        const char         *member);

/**
 * callboard_draft_node_get_boolean:
 * @self: a node
 * @member: the name of a value
 * @fallback: what absence means
 *
 * Returns: the value, or @fallback
 */
gboolean            callboard_draft_node_get_boolean   (CallboardDraftNode *self,
                                                        const char         *member,
                                                        gboolean            fallback);

/**
 * callboard_draft_node_get_number:
 * @self: a node
 * @member: the name of a value
 * @fallback: what absence means
 *
 * Returns: the value, or @fallback
 */
double              callboard_draft_node_get_number    (CallboardDraftNode *self,
                                                        const char         *member,
                                                        double              fallback);

/**
 * callboard_draft_node_get_list:
 * @self: a node
 * @name: the name of a list
 *
 * Returns: (transfer none) (element-type CallboardDraftNode): what stands in it, always the same object; only
 *   callboard_draft_node_insert(), _remove() and _move() change it
 */
GListModel         *callboard_draft_node_get_list      (CallboardDraftNode *self,
                                                        const char         *name);

/**
 * callboard_draft_node_set:
 * @self: a node
 * @member: the name of a value that nodes of its kind may have
 * @value: (nullable): the value, sunk if it floats; %NULL for none
 *
 * Sets a value. The one it has already is no edit.
 */
void                callboard_draft_node_set           (CallboardDraftNode *self,
                                                        const char         *member,
                                                        GVariant           *value);

/**
 * callboard_draft_node_set_text:
 * @self: a node
 * @member: the name of a value
 * @text: what it says
 *
 * An empty text is kept where documents need one (text, label, when, go, the texts of welcome and conclusion), and
 * elsewhere removes the value. So does %NULL everywhere.
 */
void                callboard_draft_node_set_text      (CallboardDraftNode *self,
                                                        const char         *member,
                                                        const char         *text);
void                callboard_draft_node_set_boolean   (CallboardDraftNode *self,
                                                        const char         *member,
                                                        gboolean            value);
void                callboard_draft_node_set_number    (CallboardDraftNode *self,
                                                        const char         *member,
                                                        double              value);

/**
 * callboard_draft_node_insert:
 * @self: a node
 * @list: one of its lists
 * @position: where; past the end means at the end
 * @child: (transfer none): a node that stands nowhere, of a kind that the list takes
 *
 * Puts a node into a list. In the draft its ids have to be new, which they are after callboard_draft_create() and
 * callboard_draft_copy().
 */
void                callboard_draft_node_insert        (CallboardDraftNode *self,
                                                        const char         *list,
                                                        guint               position,
                                                        CallboardDraftNode *child);

/**
 * callboard_draft_node_remove:
 * @self: a node that stands in a list
 *
 * Takes it out, with all it holds.
 */
void                callboard_draft_node_remove        (CallboardDraftNode *self);

/**
 * callboard_draft_node_move:
 * @self: a node that stands in a list
 * @parent: a node of the same draft
 * @list: one of its lists, which takes @self
 * @position: where, counted without @self; past the end means at the end
 *
 * Puts it elsewhere. The place where it is is no edit.
 */
void                callboard_draft_node_move          (CallboardDraftNode *self,
                                                        CallboardDraftNode *parent,
                                                        const char         *list,
                                                        guint               position);

G_END_DECLS
