/* callboard-field-set.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FIELD_SET (callboard_field_set_get_type())

/* Fields of one node, as a description of a form arranges them. */
G_DECLARE_FINAL_TYPE (CallboardFieldSet, callboard_field_set, CALLBOARD, FIELD_SET, GtkWidget)

/* name: of the description, "question" for editor/form-question.ui, whose object "form" it shows. */
CallboardFieldSet  *callboard_field_set_new       (const char         *name);
CallboardDraftNode *callboard_field_set_get_node  (CallboardFieldSet  *self);
void                callboard_field_set_fill      (CallboardFieldSet  *self,
                                                   CallboardDraftNode *node);
void                callboard_field_set_check     (CallboardFieldSet  *self,
                                                   CallboardFormMarks *marks);

/* The field of member, or NULL. Without a member, the first field that is shown. */
CallboardField     *callboard_field_set_find      (CallboardFieldSet  *self,
                                                   CallboardDraftNode *node,
                                                   const char         *member);

G_END_DECLS
