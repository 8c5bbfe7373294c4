/* callboard-draft-problems.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-draft.h"
#include "callboard-script-problem.h"

G_BEGIN_DECLS

/**
 * CallboardProblemContext:
 * @stage_type: the type of the stage the campaign is for
 * @has_file: (nullable): tells which files are there; %NULL if all are
 * @data: for @has_file
 * @renderings: what messages look like where they are sent, a set of 1 << #CallboardRendering
 */
typedef struct
{
  CallboardStageType  stage_type;
  CallboardHasFile    has_file;
  gpointer            data;
  guint               renderings;
} CallboardProblemContext;

/**
 * callboard_problem_find_renderings:
 * @db: a connection
 *
 * Returns: the renderings of #CallboardProblemContext for the account that sends now; none if there is no account
 */
guint      callboard_problem_find_renderings (CallboardDb               *db);

/**
 * CallboardDraftProblem:
 * @node: what it is about; the root for the campaign's own texts and settings
 * @member: (nullable): the member of @node that has to be changed, %NULL if it is the whole node
 * @nick: what is wrong, such as "empty-question"
 * @text: the problem in the user's words, which name the place
 */
typedef struct
{
  CallboardDraftNode *node;
  char               *member;
  CallboardSeverity   severity;
  const char         *nick;
  char               *text;
} CallboardDraftProblem;

/**
 * callboard_draft_problem_free:
 * @problem: a problem
 */
void       callboard_draft_problem_free  (CallboardDraftProblem         *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardDraftProblem, callboard_draft_problem_free)

/**
 * callboard_draft_list_problems:
 * @draft: a campaign that is being written
 * @context: what it is for
 *
 * The errors of callboard_script_list_problems(), then the warnings of callboard_script_list_advice().
 *
 * Returns: (transfer full) (element-type CallboardDraftProblem): the problems
 */
GPtrArray *callboard_draft_list_problems (CallboardDraft                *draft,
                                          const CallboardProblemContext *context);

G_END_DECLS
