/* callboard-form-marks.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-draft-node.h"

G_BEGIN_DECLS

/* The problems of a draft, by node. */
typedef struct _CallboardFormMarks CallboardFormMarks;

/* problems: of CallboardProblem, or NULL for none. */
CallboardFormMarks *callboard_form_marks_new   (GListModel         *problems);
void                callboard_form_marks_free  (CallboardFormMarks *self);

/* The text of the first problem of member, NULL for none; member of NULL stands for those that no field has taken. */
const char         *callboard_form_marks_take  (CallboardFormMarks *self,
                                                CallboardDraftNode *node,
                                                const char         *member,
                                                gboolean           *is_error);

/* How many problems node and what is in it have. */
guint               callboard_form_marks_count (CallboardFormMarks *self,
                                                CallboardDraftNode *node,
                                                gboolean           *is_error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardFormMarks, callboard_form_marks_free)

G_END_DECLS
