/* callboard-paths.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-script.h"

G_BEGIN_DECLS

/* All ways through a campaign. Rules lead forward only, so that stops stand in the order in which they are come to. */

/**
 * CallboardPathEdge:
 * @target: the position of a stop, always a later one
 * @question: (nullable): the id of the question whose answer leads there, %NULL for the normal flow
 * @label: (nullable): that answer, in the user's words, "No" or "less than 3"
 */
typedef struct
{
  guint  target;
  char  *question;
  char  *label;
} CallboardPathEdge;

/**
 * CallboardPathStop:
 * @id: (nullable): the id of the module
 * @part: (nullable): "welcome" or "conclusion" if it is none. A campaign with modules always ends there, with or without a
 *   text, unless an interview is its end
 * @name: what it is called: "Welcome", "Questions"
 * @text: (nullable): what it begins with, one line
 * @edges: (element-type CallboardPathEdge): where it goes on, in the order of its questions, the normal flow last
 * @reachable: whether any answers lead there
 */
typedef struct
{
  char       *id;
  const char *part;
  char       *name;
  char       *text;
  GArray     *edges;
  gboolean    reachable;
} CallboardPathStop;

/**
 * callboard_paths_new:
 * @script: a script, also one of callboard_script_parse_draft()
 *
 * Finds the paths of a campaign. A rule that leads nowhere, or backward, is no path; neither is one whose answer has an
 * earlier rule, nor the normal flow after a question that has a rule for every answer and cannot be skipped. Where no rule
 * is broken, callboard_script_list_reached() says the same of what is reachable.
 *
 * Returns: (transfer full) (element-type CallboardPathStop): welcome, the modules in order, conclusion
 */
GPtrArray *callboard_paths_new (CallboardScript *script);

G_END_DECLS
