/* callboard-draft-copy.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

/* targets: new ids by those of the source; known: whether the source's ids are those of the draft. */
typedef struct
{
  CallboardDraft     *draft;
  CallboardDraftNode *top;
  GHashTable         *targets;
  GPtrArray          *lost;
  gboolean            known;
} Copying;

static void
rename_cb (CallboardDraftNode *node,
           gpointer            data)
{
  Copying *copying = data;
  const char *id = callboard_draft_node_get_id (node);
  char *renamed;

  if (id == NULL)
    return;

  /* Rules and flags name the choices of their question. */
  if (g_str_equal (node->kind, "choice") && node != copying->top)
    return;

  renamed = callboard_draft_new_id (copying->draft, node->kind);
  g_hash_table_insert (copying->targets, g_strdup (id), renamed);
  callboard_draft_node_set_text (node, "id", renamed);
}

static void
retarget_cb (CallboardDraftNode *node,
             gpointer            data)
{
  Copying *copying = data;
  const char *go, *target;

  if (!g_str_equal (node->kind, "rule"))
    return;

  go = callboard_draft_node_get_text (node, "go");
  target = g_hash_table_lookup (copying->targets, go);
  if (target != NULL)
    callboard_draft_node_set_text (node, "go", target);
  else if (!g_str_equal (go, "conclusion") && (!copying->known || callboard_draft_find (copying->draft, go) == NULL))
    g_ptr_array_add (copying->lost, node);
}

CallboardDraftNode *
callboard_draft_copy (CallboardDraft     *self,
                      CallboardDraftNode *node)
{
  g_autoptr(GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) lost = g_ptr_array_new ();
  Copying copying = { self, NULL, targets, lost, FALSE };
  CallboardDraft *source;
  CallboardDraftNode *copy;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (node), NULL);
  g_return_val_if_fail (!g_str_equal (node->kind, "campaign"), NULL);

  source = callboard_draft_node_get_draft (node);
  copying.known = source == NULL || source == self;
  copying.top = copy = callboard_draft_node_clone (node);
  callboard_draft_node_visit (copy, rename_cb, &copying);
  callboard_draft_node_visit (copy, retarget_cb, &copying);
  for (guint i = 0; i < lost->len; i++)
    {
      CallboardDraftNode *rule = g_ptr_array_index (lost, i);

      if (rule->parent != NULL)
        callboard_draft_node_remove (rule);
    }

  return copy;
}

static void adopt_node (CallboardDraftNode *mine,
                        CallboardDraftNode *theirs);

static gboolean
is_twin (CallboardDraftNode *mine,
         CallboardDraftNode *theirs)
{
  return g_str_equal (mine->kind, theirs->kind) &&
         g_strcmp0 (callboard_draft_node_get_id (mine), callboard_draft_node_get_id (theirs)) == 0;
}

static CallboardDraftNode *
find_twin (GListModel         *list,
           guint               first,
           CallboardDraftNode *theirs)
{
  for (guint i = first; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CallboardDraftNode) node = g_list_model_get_item (list, i);

      if (is_twin (node, theirs))
        return g_steal_pointer (&node);
    }

  return NULL;
}

static void
adopt_list (CallboardDraftNode *mine,
            CallboardDraftNode *theirs,
            const char         *name)
{
  GListModel *list = callboard_draft_node_get_list (mine, name);
  GListModel *others = callboard_draft_node_get_list (theirs, name);
  guint n = g_list_model_get_n_items (others);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardDraftNode) other = g_list_model_get_item (others, i);
      g_autoptr(CallboardDraftNode) twin = find_twin (list, i, other);

      if (twin == NULL)
        {
          twin = callboard_draft_node_clone (other);
          callboard_draft_node_insert (mine, name, i, twin);
          continue;
        }

      callboard_draft_node_move (twin, mine, name, i);
      adopt_node (twin, other);
    }

  while (g_list_model_get_n_items (list) > n)
    {
      g_autoptr(CallboardDraftNode) rest = g_list_model_get_item (list, n);

      callboard_draft_node_remove (rest);
    }
}

static void
adopt_node (CallboardDraftNode *mine,
            CallboardDraftNode *theirs)
{
  const char * const *members = callboard_draft_kind_list_members (mine->kind);

  for (guint i = 0; members[i] != NULL; i++)
    {
      /* An empty list may also be written as a value. */
      callboard_draft_node_set (mine, members[i], callboard_draft_node_get (theirs, members[i]));
      if (callboard_draft_kind_is_list (mine->kind, members[i]))
        adopt_list (mine, theirs, members[i]);
    }
}

void
callboard_draft_adopt (CallboardDraft *self,
                       CallboardDraft *other,
                       const char     *label)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT (self));
  g_return_if_fail (CALLBOARD_IS_DRAFT (other));

  callboard_draft_begin (self, label);
  adopt_node (self->root, other->root);
  callboard_draft_end (self);
}
