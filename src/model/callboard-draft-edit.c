/* callboard-draft-edit.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

/* Longer pauses begin a new step. */
#define TYPING_PAUSE (2 * G_TIME_SPAN_SECOND)

static CallboardDraftPlace
hold_place (const CallboardDraftPlace *place)
{
  CallboardDraftPlace held = *place;

  if (held.parent != NULL)
    g_object_ref (held.parent);

  return held;
}

CallboardDraftEdit *
callboard_draft_edit_new_value (CallboardDraftNode *node,
                                GQuark              name,
                                GVariant           *after)
{
  CallboardDraftEdit *self = g_new0 (CallboardDraftEdit, 1);
  GVariant *before = callboard_draft_node_get (node, g_quark_to_string (name));

  self->node = g_object_ref (node);
  self->name = name;
  self->before = before != NULL ? g_variant_ref (before) : NULL;
  self->after = after != NULL ? g_variant_ref (after) : NULL;

  return self;
}

CallboardDraftEdit *
callboard_draft_edit_new_place (CallboardDraftNode        *node,
                                const CallboardDraftPlace *to)
{
  CallboardDraftEdit *self = g_new0 (CallboardDraftEdit, 1);
  CallboardDraftPlace from = { node->parent, node->list, callboard_draft_node_get_position (node) };

  self->node = g_object_ref (node);
  self->from = hold_place (&from);
  self->to = hold_place (to);

  return self;
}

void
callboard_draft_edit_free (CallboardDraftEdit *edit)
{
  g_clear_object (&edit->node);
  g_clear_pointer (&edit->before, g_variant_unref);
  g_clear_pointer (&edit->after, g_variant_unref);
  g_clear_object (&edit->from.parent);
  g_clear_object (&edit->to.parent);
  g_free (edit);
}

void
callboard_draft_edit_apply (CallboardDraftEdit *edit,
                            gboolean            forward)
{
  const CallboardDraftPlace *place = forward ? &edit->to : &edit->from;

  if (edit->name != 0)
    {
      callboard_draft_node_put (edit->node, edit->name, forward ? edit->after : edit->before);
      return;
    }

  if (edit->node->parent != NULL)
    callboard_draft_node_detach (edit->node);
  if (place->parent != NULL)
    callboard_draft_node_attach (edit->node, place);
}

void
callboard_draft_do (CallboardDraftEdit *edit)
{
  CallboardDraft *draft = callboard_draft_node_get_draft (edit->node);

  callboard_draft_edit_apply (edit, TRUE);
  if (draft == NULL)
    draft = callboard_draft_node_get_draft (edit->node);

  if (draft != NULL)
    callboard_draft_record (draft, edit);
  else
    callboard_draft_edit_free (edit);
}

CallboardDraftStep *
callboard_draft_step_new (const char *label)
{
  CallboardDraftStep *self = g_new0 (CallboardDraftStep, 1);

  self->label = g_strdup (label);
  self->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_draft_edit_free);

  return self;
}

void
callboard_draft_step_free (CallboardDraftStep *step)
{
  g_free (step->label);
  g_ptr_array_unref (step->edits);
  g_free (step);
}

void
callboard_draft_step_apply (CallboardDraftStep *step,
                            gboolean            forward)
{
  guint n = step->edits->len;

  for (guint i = 0; i < n; i++)
    callboard_draft_edit_apply (g_ptr_array_index (step->edits, forward ? i : n - 1 - i), forward);
}

static gboolean
is_text (GVariant *value)
{
  return value == NULL || g_variant_is_of_type (value, G_VARIANT_TYPE_STRING);
}

static gboolean
is_typing (const CallboardDraftEdit *edit)
{
  return edit->name != 0 && is_text (edit->before) && is_text (edit->after);
}

gboolean
callboard_draft_step_grow (CallboardDraftStep       *step,
                           const CallboardDraftEdit *edit)
{
  gint64 now = g_get_monotonic_time ();
  CallboardDraftEdit *typed = step->edits->len == 1 ? g_ptr_array_index (step->edits, 0) : NULL;
  gboolean recent = step->last != 0 && now - step->last < TYPING_PAUSE;

  if (typed == NULL || !recent || typed->node != edit->node || typed->name != edit->name || !is_typing (edit))
    return FALSE;

  g_clear_pointer (&typed->after, g_variant_unref);
  typed->after = edit->after != NULL ? g_variant_ref (edit->after) : NULL;
  step->last = now;

  return TRUE;
}

gboolean
callboard_draft_step_is_nothing (CallboardDraftStep *step)
{
  const CallboardDraftEdit *edit = step->edits->len == 1 ? g_ptr_array_index (step->edits, 0) : NULL;

  if (edit == NULL || edit->name == 0)
    return step->edits->len == 0;

  return edit->before == edit->after ||
         (edit->before != NULL && edit->after != NULL && g_variant_equal (edit->before, edit->after));
}

CallboardDraftNode *
callboard_draft_step_find_place (CallboardDraftStep  *step,
                                 const char         **member)
{
  for (guint i = 0; i < step->edits->len; i++)
    {
      CallboardDraftEdit *edit = g_ptr_array_index (step->edits, i);
      CallboardDraftNode *parent = edit->from.parent != NULL ? edit->from.parent : edit->to.parent;

      *member = edit->name != 0 ? g_quark_to_string (edit->name) : NULL;
      if (callboard_draft_node_get_draft (edit->node) != NULL)
        return edit->node;

      if (parent == NULL || callboard_draft_node_get_draft (parent) == NULL)
        continue;

      *member = g_quark_to_string (edit->from.parent != NULL ? edit->from.list : edit->to.list);
      return parent;
    }

  return NULL;
}
