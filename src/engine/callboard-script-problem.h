/* callboard-script-problem.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script.h"

G_BEGIN_DECLS

/**
 * CallboardSeverity:
 * @CALLBOARD_SEVERITY_ERROR: while it is there, nothing is published or sent
 * @CALLBOARD_SEVERITY_WARNING: advice, which blocks nothing
 */
typedef enum
{
  CALLBOARD_SEVERITY_ERROR,
  CALLBOARD_SEVERITY_WARNING,
} CallboardSeverity;

/**
 * CallboardScriptProblem:
 * @nick: what is wrong, such as "empty-question"
 * @id: (nullable): the id of the module, block, question, prompt or request it lies in; %NULL for the campaign's own texts
 *   and settings, and where there is no id
 * @place: the object of the document it lies in, such as "modules[1].questions[0].choices[2]"; "" for the campaign
 * @member: (nullable): the member of that object which has to be changed, "text", "choices", "file.hash",
 *   "welcome.text"; %NULL if it is the whole object
 * @text: the problem in the user's words, which name the place
 */
typedef struct
{
  CallboardSeverity  severity;
  const char        *nick;
  char              *id;
  char              *place;
  char              *member;
  char              *text;
} CallboardScriptProblem;

/**
 * callboard_script_problem_free:
 * @problem: a problem
 */
void       callboard_script_problem_free   (CallboardScriptProblem *problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardScriptProblem, callboard_script_problem_free)

/**
 * callboard_script_list_problems:
 * @self: a script, also one of callboard_script_parse_draft()
 * @type: the type of the stage it is for
 * @has_file: (nullable) (scope call): tells which files are there; %NULL if all are
 * @data: for @has_file
 *
 * Everything that keeps the campaign from being sent (product.md, section 2), in the order of the document.
 *
 * Returns: (transfer full) (element-type CallboardScriptProblem): the errors; none if it is ready
 */
GPtrArray *callboard_script_list_problems  (CallboardScript    *self,
                                            CallboardStageType  type,
                                            CallboardHasFile    has_file,
                                            gpointer            data);

/**
 * callboard_script_list_advice:
 * @self: a script, also one of callboard_script_parse_draft()
 * @renderings: what messages look like where they are sent, a set of 1 << #CallboardRendering
 *
 * What would make the campaign better (product.md, section 5): shorter texts, fewer questions, labels that say what is
 * meant, modules that are reached.
 *
 * Returns: (transfer full) (element-type CallboardScriptProblem): the warnings, in the order of the document
 */
GPtrArray *callboard_script_list_advice    (CallboardScript    *self,
                                            guint               renderings);

/**
 * callboard_script_list_reached:
 * @self: a script, also one of callboard_script_parse_draft()
 *
 * Follows every path through the rules. A question whose rules lead on from each answer ends the path behind it.
 *
 * Returns: (transfer full) (array): for each module, in order, a gboolean that tells whether any path comes to it
 */
GArray    *callboard_script_list_reached   (CallboardScript    *self);

/**
 * callboard_script_problem_from_fault:
 * @nick: a static string
 * @path: a place of a document and a member of it
 * @what: what parsing says
 *
 * Returns: (transfer full): the error, whose text is only @what until it is listed
 */
CallboardScriptProblem *callboard_script_problem_from_fault (const char *nick,
                                                             const char *path,
                                                             const char *what);

G_END_DECLS
