/* callboard-script-rules.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

static gboolean
fits_number (const CallboardTest *test,
             double               number)
{
  switch (test->kind)
    {
    case CALLBOARD_TEST_LESS:
      return number < test->number;

    case CALLBOARD_TEST_AT_MOST:
      return number <= test->number;

    case CALLBOARD_TEST_MORE:
      return number > test->number;

    case CALLBOARD_TEST_AT_LEAST:
      return number >= test->number;

    case CALLBOARD_TEST_EQUAL:
    default:
      return number == test->number;
    }
}

static gboolean
fits (const CallboardStep    *step,
      const CallboardTest    *test,
      const CallboardReading *reading)
{
  if (test->text == NULL)
    return fits_number (test, reading->number);

  if (step->choice_ids->len == 0)
    return g_strcmp0 (test->text, reading->value) == 0;

  for (guint i = 0; i < step->choice_ids->len; i++)
    {
      if ((reading->chosen >> i & 1) != 0 && g_str_equal (g_ptr_array_index (step->choice_ids, i), test->text))
        return TRUE;
    }

  return FALSE;
}

gboolean
callboard_step_flags (const CallboardStep    *step,
                      const CallboardReading *reading)
{
  for (guint i = 0; i < step->flags->len; i++)
    {
      if (fits (step, &g_array_index (step->flags, CallboardTest, i), reading))
        return TRUE;
    }

  return FALSE;
}

gboolean
callboard_step_leads (const CallboardStep    *step,
                      const CallboardReading *reading,
                      guint                  *target)
{
  for (guint i = 0; i < step->rules->len; i++)
    {
      const CallboardRule *rule = &g_array_index (step->rules, CallboardRule, i);

      if (!fits (step, &rule->test, reading))
        continue;

      *target = rule->target;
      return TRUE;
    }

  return FALSE;
}

double
callboard_step_score (const CallboardStep    *step,
                      const CallboardReading *reading)
{
  double score = 0;

  if (!step->scored)
    return 0;

  if (step->kind == CALLBOARD_STEP_RATING)
    return reading->number;

  for (guint i = 0; i < step->choice_points->len; i++)
    {
      if ((reading->chosen >> i & 1) != 0)
        score += g_array_index (step->choice_points, double, i);
    }

  for (guint i = 0; i < step->ranges->len; i++)
    {
      const CallboardPoints *range = &g_array_index (step->ranges, CallboardPoints, i);

      if (reading->number >= range->from && reading->number <= range->to)
        return range->points;
    }

  return score;
}
