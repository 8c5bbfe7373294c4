/* callboard-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

G_DEFINE_FINAL_TYPE (CallboardDraft, callboard_draft, G_TYPE_OBJECT)

typedef enum
{
  PROP_CAN_REDO = 1,
  PROP_CAN_UNDO,
  PROP_REDO_LABEL,
  PROP_UNDO_LABEL,
} CallboardDraftProps;

static GParamSpec *properties[PROP_UNDO_LABEL + 1];

enum
{
  SIGNAL_CHANGED,
  SIGNAL_VISITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *
get_label (GPtrArray *steps)
{
  CallboardDraftStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  return step != NULL ? step->label : "";
}

void
callboard_draft_tell (CallboardDraft *self)
{
  for (guint i = PROP_CAN_REDO; i < G_N_ELEMENTS (properties); i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);

  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
callboard_draft_finalize (GObject *object)
{
  CallboardDraft *self = CALLBOARD_DRAFT (object);

  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);
  g_clear_pointer (&self->open, callboard_draft_step_free);
  self->root->draft = NULL;
  g_clear_object (&self->root);
  g_clear_pointer (&self->nodes, g_hash_table_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->token, g_free);

  G_OBJECT_CLASS (callboard_draft_parent_class)->finalize (object);
}

static void
callboard_draft_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CallboardDraft *self = CALLBOARD_DRAFT (object);

  switch ((CallboardDraftProps) prop_id)
    {
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->redo->len > 0);
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->undo->len > 0);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, get_label (self->redo));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, get_label (self->undo));
      break;
    }
}

static void
callboard_draft_class_init (CallboardDraftClass *klass)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = callboard_draft_finalize;
  object_class->get_property = callboard_draft_get_property;

  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, "", flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, "", flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_VISITED] = g_signal_new ("visited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 2, CALLBOARD_TYPE_DRAFT_NODE, G_TYPE_STRING);
}

static void
callboard_draft_init (CallboardDraft *self)
{
  self->root = callboard_draft_node_new ("campaign");
  callboard_draft_node_set_number (self->root, "callboard", 1);
  self->root->draft = self;
  self->token = g_uuid_string_random ();
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_draft_step_free);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_draft_step_free);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

CallboardDraft *
callboard_draft_new (void)
{
  return g_object_new (CALLBOARD_TYPE_DRAFT, NULL);
}

CallboardDraftNode *
callboard_draft_get_root (CallboardDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);

  return self->root;
}

CallboardDraftNode *
callboard_draft_find (CallboardDraft *self,
                      const char     *id)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);

  return id != NULL ? g_hash_table_lookup (self->nodes, id) : NULL;
}

const char *
callboard_draft_get_token (CallboardDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), NULL);

  return self->token;
}

void
callboard_draft_index (CallboardDraft     *self,
                       CallboardDraftNode *node)
{
  const char *id = callboard_draft_node_get_id (node);

  if (id == NULL)
    return;

  g_hash_table_add (self->ids, g_strdup (id));
  if (!g_str_equal (node->kind, "choice"))
    g_hash_table_insert (self->nodes, g_strdup (id), node);
}

void
callboard_draft_unindex (CallboardDraft     *self,
                         CallboardDraftNode *node)
{
  const char *id = callboard_draft_node_get_id (node);

  /* While another content is taken over, the new node of an id may come before the old one goes. */
  if (id != NULL && g_hash_table_lookup (self->nodes, id) == node)
    g_hash_table_remove (self->nodes, id);
}

char *
callboard_draft_new_id (CallboardDraft *self,
                        const char     *kind)
{
  char prefix = callboard_draft_kind_get_id_prefix (kind);
  char *id;

  for (;;)
    {
      id = g_strdup_printf ("%c%u", prefix, ++self->next[(guchar) prefix]);
      if (g_hash_table_add (self->ids, g_strdup (id)))
        return id;

      g_free (id);
    }
}
