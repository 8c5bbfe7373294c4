/* callboard-script-preview.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"
#include "callboard-render.h"
#include "callboard-sms.h"

G_BEGIN_DECLS

/* A campaign as its candidates will see it, while it is being written: what is not right yet is left out, and said. */
typedef struct _CallboardScriptPreview CallboardScriptPreview;

/**
 * callboard_script_preview_new:
 * @document: a campaign document, JSON, perhaps one that callboard_script_parse() refuses
 *
 * Reads as much of a campaign as can be read. A rule that leads nowhere or a broken limit does not hide the question it
 * belongs to; a part that cannot be read does not hide the others.
 *
 * Returns: (transfer full): the campaign
 */
CallboardScriptPreview *callboard_script_preview_new        (const char             *document);

/**
 * callboard_script_preview_new_for_draft:
 * @draft: a draft
 *
 * As callboard_script_preview_new() for its document, without the way through a text.
 *
 * Returns: (transfer full): the campaign
 */
CallboardScriptPreview *callboard_script_preview_new_for_draft (CallboardDraft      *draft);
void                    callboard_script_preview_free       (CallboardScriptPreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardScriptPreview, callboard_script_preview_free)

/**
 * callboard_script_preview_get_script:
 * @self: a preview
 *
 * Returns: (transfer none) (nullable): what could be read, for callboard_values_load(); %NULL if it is no campaign
 */
CallboardScript        *callboard_script_preview_get_script (CallboardScriptPreview *self);

/**
 * CallboardPreviewMessage:
 * @node: the id of the block, question, prompt, request or Schedule module it comes from, or of a module that has
 *   none of these; "welcome" or "conclusion"; "" if the document is no campaign
 * @module: (nullable): the id of the module
 * @body: (nullable): the text as it will arrive; %NULL if nothing can be sent
 * @choices: (nullable): JSON array of {"id", "title"}: what can be pressed
 * @media: (nullable): the file that comes with it
 * @fault: (nullable): what is wrong with it, in the user's words
 * @sms: of an SMS: how it is counted
 * @template: whether WhatsApp lets it leave only as a template
 */
typedef struct
{
  char                *node;
  char                *module;
  char                *body;
  char                *choices;
  CallboardScriptFile *media;
  char                *fault;
  CallboardSmsCount    sms;
  gboolean             template;
} CallboardPreviewMessage;

/**
 * callboard_script_preview_list:
 * @self: a preview
 * @values: what the merge fields stand for
 * @rendering: what the channel can show
 * @now: microseconds since the epoch, UTC; interviews are offered after it
 *
 * Says the campaign from the beginning to the end, as if nobody skipped anything and no rule led elsewhere, by the code that
 * sends. A Schedule module offers all the times of its hours, then those of the first day, and confirms the first. Pure.
 *
 * Returns: (transfer full) (element-type CallboardPreviewMessage): the messages, in order
 */
GPtrArray              *callboard_script_preview_list       (CallboardScriptPreview *self,
                                                             CallboardValues        *values,
                                                             CallboardRendering      rendering,
                                                             gint64                  now);

G_END_DECLS
