/* callboard-draft-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft-kind.h"
#include "callboard-draft.h"

G_BEGIN_DECLS

/* list: that of the parent it stands in. draft: only the root knows it. values: GVariant by name; lists: GListStore. */
struct _CallboardDraftNode
{
  GObject             parent_instance;

  const char         *kind;
  CallboardDraftNode *parent;
  CallboardDraft     *draft;
  GQuark              list;
  GData              *values;
  GData              *lists;
};

/* One edit. Of a value: name and what it was and became. Of a place (name is 0): where the node stood and stands, whose
 * parent is NULL outside. */
typedef struct
{
  CallboardDraftNode *parent;
  GQuark              list;
  guint               position;
} CallboardDraftPlace;

typedef struct
{
  CallboardDraftNode  *node;
  GQuark               name;
  GVariant            *before;
  GVariant            *after;
  CallboardDraftPlace  from;
  CallboardDraftPlace  to;
} CallboardDraftEdit;

/* What undo takes back at once. */
typedef struct
{
  char      *label;
  GPtrArray *edits;
  gint64     last; /* monotonic time of the last edit that may grow by typing, else 0 */
} CallboardDraftStep;

/* undo, redo: (element-type CallboardDraftStep), the next one last; open: the group that is open, if depth is not 0.
 * nodes: by id; ids: all that ever were; next: the number to try next, by prefix. */
struct _CallboardDraft
{
  GObject             parent_instance;

  CallboardDraftNode *root;
  char               *token;

  GPtrArray          *undo;
  GPtrArray          *redo;
  CallboardDraftStep *open;
  guint               depth;

  GHashTable         *nodes;
  GHashTable         *ids;
  guint               next[128];
};

CallboardDraftEdit *callboard_draft_edit_new_value  (CallboardDraftNode        *node,
                                                     GQuark                     name,
                                                     GVariant                  *after);
CallboardDraftEdit *callboard_draft_edit_new_place  (CallboardDraftNode        *node,
                                                     const CallboardDraftPlace *to);
void                callboard_draft_edit_free       (CallboardDraftEdit        *edit);
void                callboard_draft_edit_apply      (CallboardDraftEdit        *edit,
                                                     gboolean                   forward);

CallboardDraftStep *callboard_draft_step_new        (const char                *label);
void                callboard_draft_step_free       (CallboardDraftStep        *step);
void                callboard_draft_step_apply      (CallboardDraftStep        *step,
                                                     gboolean                   forward);
/* Returns: whether edit, which is not taken, was one more letter of the step's only edit */
gboolean            callboard_draft_step_grow       (CallboardDraftStep        *step,
                                                     const CallboardDraftEdit  *edit);
gboolean            callboard_draft_step_is_nothing (CallboardDraftStep        *step);
/* Returns: (transfer none) (nullable): the first node it touched that is in the draft; where in it */
CallboardDraftNode *callboard_draft_step_find_place (CallboardDraftStep        *step,
                                                     const char               **member);

/* Applies an edit and keeps it if the node is in a draft; takes it. */
void                callboard_draft_do              (CallboardDraftEdit        *edit);

/* What changes the tree, and records nothing. */
void                callboard_draft_node_put        (CallboardDraftNode        *self,
                                                     GQuark                     name,
                                                     GVariant                  *value);
void                callboard_draft_node_attach     (CallboardDraftNode        *self,
                                                     const CallboardDraftPlace *place);
void                callboard_draft_node_detach     (CallboardDraftNode        *self);
GListStore         *callboard_draft_node_open_list  (CallboardDraftNode        *self,
                                                     GQuark                     name);

/* Returns: (transfer full): the same again, with the same ids */
CallboardDraftNode *callboard_draft_node_clone      (CallboardDraftNode        *self);

typedef void (*CallboardDraftVisit) (CallboardDraftNode *node, gpointer data);

/* node and all below it */
void                callboard_draft_node_visit      (CallboardDraftNode        *self,
                                                     CallboardDraftVisit        visit,
                                                     gpointer                   data);

/* Steps and groups; takes the edit, which is applied. */
void                callboard_draft_record          (CallboardDraft            *self,
                                                     CallboardDraftEdit        *edit);

/* That something changed. */
void                callboard_draft_tell            (CallboardDraft            *self);

/* Ids of nodes that come into the draft and leave it. */
void                callboard_draft_index           (CallboardDraft            *self,
                                                     CallboardDraftNode        *node);
void                callboard_draft_unindex         (CallboardDraft            *self,
                                                     CallboardDraftNode        *node);
/* Returns: (transfer full): an id that was never used */
char               *callboard_draft_new_id          (CallboardDraft            *self,
                                                     const char                *kind);

G_END_DECLS
