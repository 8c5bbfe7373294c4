/* callboard-problem.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft-node.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PROBLEM (callboard_problem_get_type())

/* One line of the list of problems, and the field it is about. It never changes. */
G_DECLARE_FINAL_TYPE (CallboardProblem, callboard_problem, CALLBOARD, PROBLEM, GObject)

CallboardProblem   *callboard_problem_new        (CallboardDraftNode *node,
                                                  const char         *member,
                                                  gboolean            is_error,
                                                  const char         *text);
CallboardDraftNode *callboard_problem_get_node   (CallboardProblem   *self);
const char         *callboard_problem_get_member (CallboardProblem   *self);
const char         *callboard_problem_get_text   (CallboardProblem   *self);

/* Whether it forbids publishing, or is only advice. */
gboolean            callboard_problem_is_error   (CallboardProblem   *self);
gboolean            callboard_problem_equal      (CallboardProblem   *self,
                                                  CallboardProblem   *other);

G_END_DECLS
