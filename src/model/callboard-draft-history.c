/* callboard-draft-history.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-private.h"

#include <glib/gi18n-lib.h>

/* Returns: whether a letter was added to what stands on top. */
static gboolean
grow_top (CallboardDraft           *self,
          const CallboardDraftEdit *edit)
{
  CallboardDraftStep *top = self->undo->len > 0 ? g_ptr_array_index (self->undo, self->undo->len - 1) : NULL;

  if (self->open != NULL || self->redo->len > 0 || top == NULL || !callboard_draft_step_grow (top, edit))
    return FALSE;

  if (callboard_draft_step_is_nothing (top))
    g_ptr_array_set_size (self->undo, self->undo->len - 1);

  return TRUE;
}

static void
push (CallboardDraft     *self,
      CallboardDraftStep *step)
{
  g_ptr_array_set_size (self->redo, 0);
  g_ptr_array_add (self->undo, step);
}

static const char *
describe (const CallboardDraftEdit *edit)
{
  if (edit->name != 0)
    return edit->after != NULL && g_variant_is_of_type (edit->after, G_VARIANT_TYPE_STRING) ? _("Typing") : _("Change");

  if (edit->from.parent == NULL)
    return _("Add");

  return edit->to.parent == NULL ? _("Remove") : _("Move");
}

void
callboard_draft_record (CallboardDraft     *self,
                        CallboardDraftEdit *edit)
{
  CallboardDraftStep *step;

  if (self->open != NULL)
    {
      g_ptr_array_add (self->open->edits, edit);
      return;
    }

  if (grow_top (self, edit))
    {
      callboard_draft_edit_free (edit);
    }
  else
    {
      step = callboard_draft_step_new (describe (edit));
      step->last = g_get_monotonic_time ();
      g_ptr_array_add (step->edits, edit);
      push (self, step);
    }

  callboard_draft_tell (self);
}

void
callboard_draft_begin (CallboardDraft *self,
                       const char     *label)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT (self));

  if (self->depth++ == 0)
    self->open = callboard_draft_step_new (label != NULL ? label : _("Change"));
}

void
callboard_draft_end (CallboardDraft *self)
{
  CallboardDraftStep *step;

  g_return_if_fail (CALLBOARD_IS_DRAFT (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  step = g_steal_pointer (&self->open);
  if (callboard_draft_step_is_nothing (step))
    {
      callboard_draft_step_free (step);
      return;
    }

  push (self, step);
  callboard_draft_tell (self);
}

void
callboard_draft_break (CallboardDraft *self)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT (self));

  if (self->undo->len > 0)
    ((CallboardDraftStep *) g_ptr_array_index (self->undo, self->undo->len - 1))->last = 0;
}

void
callboard_draft_forget (CallboardDraft *self)
{
  g_return_if_fail (CALLBOARD_IS_DRAFT (self));
  g_return_if_fail (self->depth == 0);

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  callboard_draft_tell (self);
}

/* What is typed after it never joins what was typed before. */
static gboolean
go (CallboardDraft *self,
    GPtrArray      *from,
    GPtrArray      *to)
{
  g_autoptr(CallboardDraftNode) node = NULL;
  CallboardDraftStep *step;
  const char *member = NULL;

  if (from->len == 0)
    return FALSE;

  step = g_ptr_array_steal_index (from, from->len - 1);
  callboard_draft_step_apply (step, from == self->redo);
  step->last = 0;
  g_ptr_array_add (to, step);
  callboard_draft_break (self);
  node = callboard_draft_step_find_place (step, &member);
  if (node != NULL)
    g_object_ref (node);

  callboard_draft_tell (self);
  if (node != NULL)
    g_signal_emit_by_name (self, "visited", node, member);

  return TRUE;
}

gboolean
callboard_draft_undo (CallboardDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  return go (self, self->undo, self->redo);
}

gboolean
callboard_draft_redo (CallboardDraft *self)
{
  g_return_val_if_fail (CALLBOARD_IS_DRAFT (self), FALSE);
  g_return_val_if_fail (self->depth == 0, FALSE);

  return go (self, self->redo, self->undo);
}
