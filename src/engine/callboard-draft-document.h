/* callboard-draft-document.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"

G_BEGIN_DECLS

/**
 * callboard_draft_from_document:
 * @document: a campaign document, JSON of at most 4 MB; docs/campaign.schema.json
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID, which names the place of what is wrong, or
 *   %CALLBOARD_ENGINE_ERROR_NEWER
 *
 * Takes a document apart to be edited. It need not be ready, nor pass callboard_script_parse(): values may be missing or
 * wrong, rules may lead nowhere. It has to be made of the modules and members that are known, and each id has to be there
 * once. Nothing is lost of a document that callboard_script_parse() accepts.
 *
 * Returns: (transfer full): the draft, with nothing to undo, or %NULL
 */
CallboardDraft     *callboard_draft_from_document  (const char          *document,
                                                    GError             **error);

/**
 * callboard_draft_to_document:
 * @draft: a draft
 *
 * Returns: (transfer full): @draft as a campaign document, the same text for the same content
 */
char               *callboard_draft_to_document    (CallboardDraft      *draft);

/**
 * callboard_draft_node_to_text:
 * @node: any node but a campaign
 *
 * Returns: (transfer full): @node with all below it as JSON, for the clipboard
 */
char               *callboard_draft_node_to_text   (CallboardDraftNode  *node);

/**
 * callboard_draft_node_from_text:
 * @draft: where it shall go
 * @text: what callboard_draft_node_to_text() made, also in another process
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NEWER
 *
 * What is pasted is a copy as callboard_draft_copy() makes it: with new ids, and without rules that mean a module of
 * another draft. callboard_draft_node_get_kind() tells what it is.
 *
 * Returns: (transfer full): a node that is not yet in the draft, or %NULL if the text is something else
 */
CallboardDraftNode *callboard_draft_node_from_text (CallboardDraft      *draft,
                                                    const char          *text,
                                                    GError             **error);

G_END_DECLS
