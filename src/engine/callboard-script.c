/* callboard-script.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-private.h"

#include "callboard-error.h"

G_DEFINE_QUARK (callboard-engine-error-quark, callboard_engine_error)

CallboardStep *
callboard_step_new (CallboardStepKind kind)
{
  CallboardStep *step = g_new0 (CallboardStep, 1);

  step->kind = kind;
  step->choice_ids = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  step->choice_labels = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  step->flag_when = g_ptr_array_new_with_free_func (g_free);
  step->required = TRUE;
  step->max_length = CALLBOARD_STEP_MAX_LENGTH;

  return step;
}

void
callboard_step_free (CallboardStep *step)
{
  g_free (step->id);
  g_free (step->text);
  g_free (step->help);
  g_free (step->retry);
  g_ptr_array_unref (step->choice_ids);
  g_ptr_array_unref (step->choice_labels);
  g_ptr_array_unref (step->flag_when);
  g_free (step);
}

CallboardScript *
callboard_script_ref (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
callboard_script_unref (CallboardScript *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->language);
  g_free (self->welcome);
  g_free (self->conclusion);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->nudges);
  g_free (self);
}

const char *
callboard_script_get_language (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

gboolean
callboard_script_is_blast (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->steps->len == 0 && (self->conclusion == NULL || *self->conclusion == '\0');
}

guint
callboard_script_get_total (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total;
}

gint64
callboard_script_get_expiry (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->expiry;
}

const gint64 *
callboard_script_get_nudges (CallboardScript *self,
                             guint           *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  *n = self->nudges->len;

  return (const gint64 *) (gpointer) self->nudges->data;
}

const CallboardSchedule *
callboard_script_get_schedule (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return NULL;
}

void
callboard_script_get_progress (CallboardScript            *self,
                               const CallboardScriptState *state,
                               guint                      *done,
                               guint                      *total)
{
  g_return_if_fail (self != NULL && state != NULL);

  *done = state->done;
  *total = self->total;
}

gboolean
callboard_script_get_max_score (CallboardScript            *self,
                                const CallboardScriptState *state,
                                double                     *max)
{
  g_return_val_if_fail (self != NULL && state != NULL && max != NULL, FALSE);

  *max = 0;

  return FALSE;
}
