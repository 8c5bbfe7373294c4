/* callboard-script-paths.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-check-private.h"
#include "callboard-script-turn-private.h"

#include <math.h>

/* Whether some rule takes an answer. */
static gboolean
leads (const CallboardStep *step,
       guint64              chosen,
       double               number)
{
  CallboardReading reading = { .chosen = chosen, .number = number };
  guint target;

  return callboard_step_leads (step, &reading, &target);
}

static gboolean
leads_from_all_choices (const CallboardStep *step)
{
  for (guint i = 0; i < step->choice_ids->len; i++)
    {
      if (!leads (step, G_GUINT64_CONSTANT (1) << i, NAN))
        return FALSE;
    }

  return step->choice_ids->len > 0;
}

static gboolean
leads_from_number (const CallboardStep *step,
                   double               number)
{
  return number < step->min || number > step->max || leads (step, 0, number);
}

/* Which rule takes a number changes only at the numbers that rules name: looks at those, and beside each. */
static gboolean
leads_from_all_numbers (const CallboardStep *step)
{
  double beside = pow (10, -(double) step->decimals);

  for (guint i = 0; i < step->rules->len; i++)
    {
      double at = g_array_index (step->rules, CallboardRule, i).test.number;

      if (isfinite (at) &&
          (!leads_from_number (step, at) || !leads_from_number (step, at - beside) || !leads_from_number (step, at + beside)))
        return FALSE;
    }

  return leads_from_number (step, MAX (step->min, -DBL_MAX)) && leads_from_number (step, MIN (step->max, DBL_MAX));
}

static gboolean
leads_from_all_ratings (const CallboardStep *step)
{
  for (guint i = 1; i <= step->rating_max; i++)
    {
      if (!leads (step, 0, i))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_step_hides_rule (const CallboardStep *step,
                           guint                index)
{
  const CallboardTest *test = &g_array_index (step->rules, CallboardRule, index).test;

  for (guint i = 0; i < index; i++)
    {
      const CallboardTest *earlier = &g_array_index (step->rules, CallboardRule, i).test;

      if (earlier->kind == test->kind && earlier->number == test->number && g_strcmp0 (earlier->text, test->text) == 0)
        return TRUE;
    }

  return FALSE;
}

gboolean
callboard_step_ends_path (const CallboardStep *step)
{
  if (step->rules->len == 0 || !step->required)
    return FALSE;

  if (step->kind == CALLBOARD_STEP_NUMBER)
    return leads_from_all_numbers (step);

  if (step->kind == CALLBOARD_STEP_RATING)
    return leads_from_all_ratings (step);

  return leads_from_all_choices (step);
}

static void
follow (CallboardScript *self,
        GArray          *steps)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      const CallboardStep *step = callboard_script_get_step (self, i);

      if (!g_array_index (steps, gboolean, i))
        continue;

      for (guint j = 0; j < step->rules->len; j++)
        g_array_index (steps, gboolean, g_array_index (step->rules, CallboardRule, j).target) |=
          !callboard_step_hides_rule (step, j);

      if (!callboard_step_ends_path (step))
        g_array_index (steps, gboolean, i + 1) = TRUE;
    }
}

GArray *
callboard_script_list_reached (CallboardScript *self)
{
  g_autoptr(GArray) steps = NULL;
  GArray *modules;

  g_return_val_if_fail (self != NULL, NULL);

  steps = g_array_new (FALSE, TRUE, sizeof (gboolean));
  modules = g_array_new (FALSE, TRUE, sizeof (gboolean));
  g_array_set_size (steps, self->steps->len + 1);
  g_array_set_size (modules, self->modules->len);
  g_array_index (steps, gboolean, 0) = TRUE;
  follow (self, steps);

  for (guint i = 0; i < self->modules->len; i++)
    g_array_index (modules, gboolean, i) =
      g_array_index (steps, gboolean, g_array_index (self->modules, CallboardModule, i).first);

  return modules;
}
