/* callboard-field.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-draft-node.h"
#include "callboard-form-marks.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_FIELD (callboard_field_get_type())

/* A widget that edits one member of a node of a draft. A form is a description that names members:
 *
 *   <object class="CallboardEntryField"><property name="member">help</property></object>
 *
 * Properties: label, what it is for those who do not see it, where nothing else says so; member; only: the kinds of node
 * that have the member, with blanks between, or nothing for all; stages: the same for stage types. Where it does not
 * belong the field is hidden, with the row it stands in. */
G_DECLARE_INTERFACE (CallboardField, callboard_field, CALLBOARD, FIELD, GtkWidget)

/**
 * CallboardFieldInterface:
 * @show: shows what the member says now; leaves what shows that already as it is, since somebody may be typing there
 * @check: says what is wrong with the member
 * @find: finds the field of a member of a node, opening what it is in
 */
struct _CallboardFieldInterface
{
  GTypeInterface g_iface;

  void             (*show)  (CallboardField     *self);
  void             (*check) (CallboardField     *self,
                             CallboardFormMarks *marks);
  CallboardField * (*find)  (CallboardField     *self,
                             CallboardDraftNode *node,
                             const char         *member);
};

/* The node, or NULL. */
CallboardDraftNode *callboard_field_get_node     (CallboardField     *self);
void                callboard_field_set_node     (CallboardField     *self,
                                                  CallboardDraftNode *node);
const char         *callboard_field_get_member   (CallboardField     *self);
CallboardField     *callboard_field_find         (CallboardField     *self,
                                                  CallboardDraftNode *node,
                                                  const char         *member);
void                callboard_field_check        (CallboardField     *self,
                                                  CallboardFormMarks *marks);

/* Opens the expanders around the field and gives it the focus. */
void                callboard_field_focus        (CallboardField     *self);

/* For the classes of fields */

/* The row it stands in, or the field itself. */
GtkWidget          *callboard_field_get_row      (CallboardField     *self);

/* AdwPreferencesRow:title is what a screen reader says of @accessible, too. */
void                callboard_field_name_by_title (GtkWidget          *row,
                                                   GtkAccessible      *accessible);

/* Whether the field changes because the draft did. */
gboolean            callboard_field_is_showing   (CallboardField     *self);

/* What the user made of the member; NULL takes it away. Nothing happens while the field is showing. */
void                callboard_field_put          (CallboardField     *self,
                                                  GVariant           *value);
void                callboard_field_put_text     (CallboardField     *self,
                                                  const char         *text);

/* Shows text beside the field; NULL for nothing. */
void                callboard_field_mark         (CallboardField     *self,
                                                  const char         *text,
                                                  gboolean            is_error);

/* In class_init, before the class's own properties: those of the interface, which have the first ids. A class with more
 * has its own functions for properties; these two return whether it was one of the interface's. */
enum
{
  CALLBOARD_FIELD_PROP_LABEL = 1,
  CALLBOARD_FIELD_PROP_MEMBER,
  CALLBOARD_FIELD_PROP_ONLY,
  CALLBOARD_FIELD_PROP_STAGES,
  CALLBOARD_FIELD_N_PROPS,
};

void                callboard_field_install       (GObjectClass      *klass);

/* The same for a class that has GtkWidget as its parent and one child, which takes the focus. */
void                callboard_field_install_bin   (GObjectClass      *klass);
gboolean            callboard_field_set_property  (GObject           *object,
                                                   guint              prop_id,
                                                   const GValue      *value);
gboolean            callboard_field_get_property  (GObject           *object,
                                                   guint              prop_id,
                                                   GValue            *value);

G_END_DECLS
