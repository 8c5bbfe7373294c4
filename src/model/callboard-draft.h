/* callboard-draft.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft-node.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_DRAFT (callboard_draft_get_type())

/* A campaign that is being written, and the way back through its edits. Main thread only.
 *
 * Properties, all read-only: can-undo, can-redo, undo-label and redo-label, what would be undone and done again, in the
 * user's words, "" for nothing.
 *
 * Signals: "changed" after any edit, undo or redo, once per group; "visited" after undo and redo: a node, and one of its
 * members or lists or NULL, where the user should look. */
G_DECLARE_FINAL_TYPE (CallboardDraft, callboard_draft, CALLBOARD, DRAFT, GObject)

/**
 * callboard_draft_new:
 *
 * Returns: (transfer full): a campaign without anything; the engine makes drafts of documents
 *   (callboard-draft-document.h)
 */
CallboardDraft     *callboard_draft_new       (void);

/**
 * callboard_draft_get_root:
 * @self: a draft
 *
 * Returns: (transfer none): the campaign, always the same node
 */
CallboardDraftNode *callboard_draft_get_root  (CallboardDraft     *self);

/**
 * callboard_draft_find:
 * @self: a draft
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): the module, block, question, prompt, request or session of that id. Choices have
 *   ids of their question only and are not found.
 */
CallboardDraftNode *callboard_draft_find      (CallboardDraft     *self,
                                               const char         *id);

/**
 * callboard_draft_get_token:
 * @self: a draft
 *
 * Returns: (transfer none): a text that no other draft has, also of another process
 */
const char         *callboard_draft_get_token (CallboardDraft     *self);

/**
 * callboard_draft_create:
 * @self: a draft
 * @kind: any but "campaign"
 *
 * Makes something new, with an id that the draft never had and a good beginning: choice questions have two empty choices,
 * modules one element, a Schedule module the hours of product.md, section 7.
 *
 * Returns: (transfer full): the node, not yet in the draft
 */
CallboardDraftNode *callboard_draft_create    (CallboardDraft     *self,
                                               const char         *kind);

/**
 * callboard_draft_copy:
 * @self: the draft it will be in
 * @node: any node but a campaign, of this draft, of another or of none
 *
 * Copies a node with all below it. All ids are new, but those of the choices of a copied question. Rules stay that
 * go to the conclusion or to a module of the draft, unless @node comes from another draft, whose ids mean other modules.
 *
 * Returns: (transfer full): the copy, not yet in the draft
 */
CallboardDraftNode *callboard_draft_copy      (CallboardDraft     *self,
                                               CallboardDraftNode *node);

/**
 * callboard_draft_convert:
 * @self: a draft
 * @node: a block or question in it
 * @kind: another kind of block or question
 *
 * Changes its type as one step. It keeps its id, text, help, and whatever else both have with the same meaning: choices
 * stay between the two kinds of choice question, files between the kinds of media.
 */
void                callboard_draft_convert   (CallboardDraft     *self,
                                               CallboardDraftNode *node,
                                               const char         *kind);

/**
 * callboard_draft_ensure_id:
 * @self: a draft
 * @node: a node in it of a kind that has ids
 *
 * Modules of old documents may have no id, which a rule needs.
 *
 * Returns: (transfer none): its id, a new one if it had none
 */
const char         *callboard_draft_ensure_id (CallboardDraft     *self,
                                               CallboardDraftNode *node);

/**
 * callboard_draft_begin:
 * @self: a draft
 * @label: (nullable): what the user does, translated, as in "Undo Add Module"
 *
 * Edits from here to callboard_draft_end() are one step. Groups nest; the outermost label counts. One without an edit is
 * nothing.
 */
void                callboard_draft_begin     (CallboardDraft     *self,
                                               const char         *label);
void                callboard_draft_end       (CallboardDraft     *self);

/**
 * callboard_draft_break:
 * @self: a draft
 *
 * What is typed next is a step of its own, as when the focus has left the field. Otherwise texts of the same value within
 * two seconds join into one.
 */
void                callboard_draft_break     (CallboardDraft     *self);

/**
 * callboard_draft_forget:
 * @self: a draft
 *
 * Nothing that was done so far can be undone or done again.
 */
void                callboard_draft_forget    (CallboardDraft     *self);

/**
 * callboard_draft_undo:
 * @self: a draft in which no group is open
 *
 * Returns: whether there was something to undo
 */
gboolean            callboard_draft_undo      (CallboardDraft     *self);
gboolean            callboard_draft_redo      (CallboardDraft     *self);

/**
 * callboard_draft_adopt:
 * @self: a draft
 * @other: another one, which is left alone
 * @label: what the user does, translated
 *
 * Takes over the content of @other as one step. Nodes that stand in the same list of the same node in both, by id, stay the
 * same objects.
 */
void                callboard_draft_adopt     (CallboardDraft     *self,
                                               CallboardDraft     *other,
                                               const char         *label);

G_END_DECLS
