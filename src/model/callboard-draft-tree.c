/* callboard-draft-tree.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

static void
visit_list_cb (GQuark   name,
               gpointer list,
               gpointer data)
{
  gpointer *closure = data;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, i);

      callboard_draft_node_visit (child, (CallboardDraftVisit) closure[0], closure[1]);
    }
}

void
callboard_draft_node_visit (CallboardDraftNode  *self,
                            CallboardDraftVisit  visit,
                            gpointer             data)
{
  gpointer closure[] = { visit, data };

  visit (self, data);
  g_datalist_foreach (&self->lists, visit_list_cb, closure);
}

static void
index_cb (CallboardDraftNode *node,
          gpointer            draft)
{
  callboard_draft_index (draft, node);
}

static void
unindex_cb (CallboardDraftNode *node,
            gpointer            draft)
{
  callboard_draft_unindex (draft, node);
}

void
callboard_draft_node_attach (CallboardDraftNode        *self,
                             const CallboardDraftPlace *place)
{
  GListStore *list = callboard_draft_node_open_list (place->parent, place->list);
  CallboardDraft *draft = callboard_draft_node_get_draft (place->parent);

  self->parent = place->parent;
  self->list = place->list;
  if (draft != NULL)
    callboard_draft_node_visit (self, index_cb, draft);

  g_list_store_insert (list, place->position, self);
}

void
callboard_draft_node_detach (CallboardDraftNode *self)
{
  GListStore *list = callboard_draft_node_open_list (self->parent, self->list);
  CallboardDraft *draft = callboard_draft_node_get_draft (self);
  guint position = callboard_draft_node_get_position (self);
  g_autoptr(CallboardDraftNode) held = g_object_ref (self);

  if (draft != NULL)
    callboard_draft_node_visit (held, unindex_cb, draft);

  held->parent = NULL;
  held->list = 0;
  g_list_store_remove (list, position);
}

static void
clone_value_cb (GQuark   name,
                gpointer value,
                gpointer clone)
{
  callboard_draft_node_put (clone, name, value);
}

static void
clone_list_cb (GQuark   name,
               gpointer list,
               gpointer clone)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, i);
      g_autoptr(CallboardDraftNode) twin = callboard_draft_node_clone (child);

      callboard_draft_node_attach (twin, &(CallboardDraftPlace) { clone, name, i });
    }
}

CallboardDraftNode *
callboard_draft_node_clone (CallboardDraftNode *self)
{
  CallboardDraftNode *clone = callboard_draft_node_new (self->kind);

  g_datalist_foreach (&self->values, clone_value_cb, clone);
  g_datalist_foreach (&self->lists, clone_list_cb, clone);

  return clone;
}

static gboolean
takes (CallboardDraftNode *parent,
       const char         *list,
       CallboardDraftNode *child)
{
  return g_strcmp0 (callboard_draft_kind_find_list (parent->kind, child->kind), list) == 0;
}

void
callboard_draft_node_insert (CallboardDraftNode *self,
                             const char         *list,
                             guint               position,
                             CallboardDraftNode *child)
{
  CallboardDraftPlace to;

  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (self));
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (child) && child->parent == NULL && child->draft == NULL);
  g_return_if_fail (list != NULL && takes (self, list, child));

  to = (CallboardDraftPlace) { self, g_quark_from_string (list), position };
  to.position = MIN (position, g_list_model_get_n_items (callboard_draft_node_get_list (self, list)));
  callboard_draft_do (callboard_draft_edit_new_place (child, &to));
}

void
callboard_draft_node_remove (CallboardDraftNode *self)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (self));
  g_return_if_fail (self->parent != NULL);

  callboard_draft_do (callboard_draft_edit_new_place (self, &(CallboardDraftPlace) { NULL, 0, 0 }));
}

void
callboard_draft_node_move (CallboardDraftNode *self,
                           CallboardDraftNode *parent,
                           const char         *list,
                           guint               position)
{
  CallboardDraftPlace to;
  gboolean same;
  guint most;

  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (self) && self->parent != NULL);
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (parent));
  g_return_if_fail (callboard_draft_node_get_draft (self) == callboard_draft_node_get_draft (parent));
  g_return_if_fail (list != NULL && takes (parent, list, self));

  to = (CallboardDraftPlace) { parent, g_quark_from_string (list), 0 };
  same = parent == self->parent && to.list == self->list;
  most = g_list_model_get_n_items (callboard_draft_node_get_list (parent, list)) - (same ? 1 : 0);
  to.position = MIN (position, most);
  if (!same || to.position != callboard_draft_node_get_position (self))
    callboard_draft_do (callboard_draft_edit_new_place (self, &to));
}
