/* callboard-plain-draft.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-campaign-draft.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/**
 * callboard_plain_draft_from_document:
 * @document: a campaign document, JSON; docs/campaign.schema.json
 * @error: return location for %CALLBOARD_ENGINE_ERROR_INVALID, which names the path of what is wrong, or
 *   %CALLBOARD_ENGINE_ERROR_NEWER
 *
 * Takes a document apart to be edited. Nothing of a document that callboard_script_parse() accepts is lost.
 *
 * Returns: (transfer full): the draft, or %NULL
 */
CallboardCampaignDraft *callboard_plain_draft_from_document (const char              *document,
                                                       GError                 **error);

/**
 * callboard_plain_draft_to_document:
 * @draft: a draft
 *
 * Returns: (transfer full): @draft as a campaign document, the same text for the same content
 */
char                   *callboard_plain_draft_to_document   (CallboardCampaignDraft  *draft);

/**
 * CallboardPlainProblem:
 * @part: (nullable): "welcome", "conclusion", or the id of a module or part
 * @text: what is wrong, in the user's words
 */
typedef struct
{
  char *part;
  char *text;
} CallboardPlainProblem;

void callboard_plain_problem_free (CallboardPlainProblem *problem);

/**
 * callboard_draft_list_plain_problems:
 * @draft: a draft
 * @type: the type of the stage it is for
 *
 * Everything that keeps the draft from being sent: as callboard_script_check(), but all of it, and each with the words
 * of what is wrong with its text.
 *
 * Returns: (transfer full) (element-type CallboardPlainProblem): the problems, in the order of the campaign
 */
GPtrArray              *callboard_draft_list_plain_problems (CallboardCampaignDraft  *draft,
                                                       CallboardStageType       type);

G_END_DECLS
