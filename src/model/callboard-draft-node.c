/* callboard-draft-node.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE (CallboardDraftNode, callboard_draft_node, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Beyond it doubles are not exact. */
#define MAX_WHOLE 9007199254740992.0

static void
orphan_cb (GQuark   name,
           gpointer data,
           gpointer nothing)
{
  GListModel *list = data;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, i);

      child->parent = NULL;
    }
}

static void
callboard_draft_node_finalize (GObject *object)
{
  CallboardDraftNode *self = CALLBOARD_DRAFT_NODE (object);

  g_datalist_foreach (&self->lists, orphan_cb, NULL);
  g_datalist_clear (&self->lists);
  g_datalist_clear (&self->values);

  G_OBJECT_CLASS (callboard_draft_node_parent_class)->finalize (object);
}

static void
callboard_draft_node_class_init (CallboardDraftNodeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_draft_node_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST | G_SIGNAL_DETAILED | G_SIGNAL_NO_RECURSE,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
callboard_draft_node_init (CallboardDraftNode *self)
{
  g_datalist_init (&self->values);
  g_datalist_init (&self->lists);
}

CallboardDraftNode *
callboard_draft_node_new (const char *kind)
{
  CallboardDraftNode *self;

  g_return_val_if_fail (callboard_draft_kind_list_members (kind) != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_DRAFT_NODE, NULL);
  self->kind = g_intern_string (kind);
  if (callboard_draft_kind_is_typed (kind))
    callboard_draft_node_set (self, "type", g_variant_new_string (kind));

  return self;
}

const char *
callboard_draft_node_get_kind (CallboardDraftNode *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);

  return self->kind;
}

const char *
callboard_draft_node_get_id (CallboardDraftNode *self)
{
  const char *id = callboard_draft_node_get_text (self, "id");

  return id != NULL && *id != '\0' ? id : NULL;
}

CallboardDraftNode *
callboard_draft_node_get_parent (CallboardDraftNode *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);

  return self->parent;
}

const char *
callboard_draft_node_get_list_name (CallboardDraftNode *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);

  return g_quark_to_string (self->list);
}

GListStore *
callboard_draft_node_open_list (CallboardDraftNode *self,
                                GQuark              name)
{
  GListStore *list = g_datalist_id_get_data (&self->lists, name);

  if (list != NULL)
    return list;

  list = g_list_store_new (CALLBOARD_TYPE_DRAFT_NODE);
  g_datalist_id_set_data_full (&self->lists, name, list, g_object_unref);

  return list;
}

guint
callboard_draft_node_get_position (CallboardDraftNode *self)
{
  guint position = 0;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), 0);

  if (self->parent != NULL)
    g_list_store_find (callboard_draft_node_open_list (self->parent, self->list), self, &position);

  return position;
}

CallboardDraft *
callboard_draft_node_get_draft (CallboardDraftNode *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);

  while (self->parent != NULL)
    self = self->parent;

  return self->draft;
}

GListModel *
callboard_draft_node_get_list (CallboardDraftNode *self,
                               const char         *name)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return G_LIST_MODEL (callboard_draft_node_open_list (self, g_quark_from_string (name)));
}

GVariant *
callboard_draft_node_get (CallboardDraftNode *self,
                          const char         *member)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_NODE (self), NULL);
  g_return_val_if_fail (member != NULL, NULL);

  return g_datalist_id_get_data (&self->values, g_quark_try_string (member));
}

const char *
callboard_draft_node_get_text (CallboardDraftNode *self,
                               const char         *member)
{
  GVariant *value = callboard_draft_node_get (self, member);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_get_string (value, NULL) : "";
}

gboolean
callboard_draft_node_get_boolean (CallboardDraftNode *self,
                                  const char         *member,
                                  gboolean            fallback)
{
  GVariant *value = callboard_draft_node_get (self, member);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) ? g_variant_get_boolean (value) : fallback;
}

double
callboard_draft_node_get_number (CallboardDraftNode *self,
                                 const char         *member,
                                 double              fallback)
{
  GVariant *value = callboard_draft_node_get (self, member);

  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_variant_get_int64 (value);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return g_variant_get_double (value);

  return fallback;
}

static gboolean
equal_values (GVariant *one,
              GVariant *other)
{
  return one == other || (one != NULL && other != NULL && g_variant_equal (one, other));
}

void
callboard_draft_node_set (CallboardDraftNode *self,
                          const char         *member,
                          GVariant           *value)
{
  g_autoptr(GVariant) sunk = value != NULL ? g_variant_ref_sink (value) : NULL;

  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (self));
  g_return_if_fail (callboard_draft_kind_has_member (self->kind, member));

  if (!equal_values (callboard_draft_node_get (self, member), sunk))
    callboard_draft_do (callboard_draft_edit_new_value (self, g_quark_from_string (member), sunk));
}

static gboolean
needs_text (const char *member)
{
  static const char * const needed[] = { "text", "label", "when", "go", "welcome.text", "conclusion.text", NULL };

  return g_strv_contains (needed, member);
}

void
callboard_draft_node_set_text (CallboardDraftNode *self,
                               const char         *member,
                               const char         *text)
{
  gboolean some;

  g_return_if_fail (member != NULL);

  some = text != NULL && (*text != '\0' || needs_text (member));
  callboard_draft_node_set (self, member, some ? g_variant_new_string (text) : NULL);
}

void
callboard_draft_node_set_boolean (CallboardDraftNode *self,
                                  const char         *member,
                                  gboolean            value)
{
  callboard_draft_node_set (self, member, g_variant_new_boolean (value));
}

void
callboard_draft_node_set_number (CallboardDraftNode *self,
                                 const char         *member,
                                 double              value)
{
  gboolean whole = fabs (value) < MAX_WHOLE && value == trunc (value);

  g_return_if_fail (isfinite (value));

  callboard_draft_node_set (self, member, whole ? g_variant_new_int64 (value) : g_variant_new_double (value));
}

void
callboard_draft_node_put (CallboardDraftNode *self,
                          GQuark              name,
                          GVariant           *value)
{
  const char *member = g_quark_to_string (name);
  CallboardDraft *draft = g_str_equal (member, "id") ? callboard_draft_node_get_draft (self) : NULL;

  if (draft != NULL)
    callboard_draft_unindex (draft, self);

  g_datalist_id_set_data_full (&self->values, name, value != NULL ? g_variant_ref (value) : NULL,
                               value != NULL ? (GDestroyNotify) g_variant_unref : NULL);
  if (g_str_equal (member, "type"))
    self->kind = g_intern_string (callboard_draft_node_get_text (self, "type"));
  if (draft != NULL)
    callboard_draft_index (draft, self);

  g_signal_emit (self, signals[SIGNAL_CHANGED], name);
}
