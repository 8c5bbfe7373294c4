/* callboard-script.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-private.h"

#include <math.h>

#include "callboard-error.h"

G_DEFINE_QUARK (callboard-engine-error-quark, callboard_engine_error)

static void
clear_module (gpointer data)
{
  CallboardModule *module = data;

  g_free (module->id);
  g_free (module->path);
}

CallboardScript *
callboard_script_new (void)
{
  CallboardScript *self = g_new0 (CallboardScript, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_step_free);
  self->modules = g_array_new (FALSE, TRUE, sizeof (CallboardModule));
  self->rests = g_array_new (FALSE, TRUE, sizeof (CallboardRest));
  self->nudges = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->indices = g_hash_table_new (g_str_hash, g_str_equal);
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_script_problem_free);
  g_array_set_clear_func (self->modules, clear_module);

  return self;
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
  g_free (self->welcome_choices);
  g_free (self->conclusion);
  g_hash_table_unref (self->indices);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->modules);
  g_array_unref (self->rests);
  g_array_unref (self->nudges);
  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->template, callboard_script_template_free);
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

  return g_array_index (self->rests, CallboardRest, 0).steps;
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

  for (guint i = self->steps->len; i > 0; i--)
    {
      const CallboardStep *step = callboard_script_get_step (self, i - 1);

      if (step->schedule != NULL)
        return step->schedule;
    }

  return NULL;
}

/* The open step itself is still to come; after the last word nothing is. */
static const CallboardRest *
get_rest (CallboardScript            *self,
          const CallboardScriptState *state)
{
  guint index = MIN (state->step, self->steps->len);

  if (state->phase == CALLBOARD_PHASE_DONE || state->phase == CALLBOARD_PHASE_BOOKED ||
      (index < self->steps->len && callboard_state_is_on_path (state, index)))
    index = self->steps->len;

  return &g_array_index (self->rests, CallboardRest, index);
}

void
callboard_script_get_progress (CallboardScript            *self,
                               const CallboardScriptState *state,
                               guint                      *done,
                               guint                      *total)
{
  g_return_if_fail (self != NULL && state != NULL);

  *done = state->done;
  *total = state->done + get_rest (self, state)->steps;
}

gboolean
callboard_script_get_max_score (CallboardScript            *self,
                                const CallboardScriptState *state,
                                double                     *max)
{
  g_return_val_if_fail (self != NULL && state != NULL && max != NULL, FALSE);

  *max = get_rest (self, state)->points;
  for (guint i = 0; i < self->steps->len; i++)
    {
      if (callboard_state_is_on_path (state, i))
        *max += callboard_script_get_step (self, i)->best;
    }

  return self->scored;
}

gboolean
callboard_script_allows_sms (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->sms_fallback;
}

gboolean
callboard_script_has_media (CallboardScript *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->steps->len; i++)
    {
      const CallboardStep *step = g_ptr_array_index (self->steps, i);

      if (step->kind == CALLBOARD_STEP_MEDIA)
        return TRUE;
    }

  return FALSE;
}
