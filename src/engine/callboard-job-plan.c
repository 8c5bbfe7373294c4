/* callboard-job-plan.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-office.h"

static char *
empty_for_null (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static CallboardStagePlan *
copy_stages (const CallboardJobPlan *plan)
{
  CallboardStagePlan *stages = g_new0 (CallboardStagePlan, plan->n_stages);

  for (guint i = 0; i < plan->n_stages; i++)
    {
      stages[i].name = empty_for_null (plan->stages[i].name);
      stages[i].type = plan->stages[i].type;
      stages[i].campaign = g_strdup (plan->stages[i].campaign);
    }

  return stages;
}

CallboardJobPlan *
callboard_job_plan_copy (const CallboardJobPlan *plan)
{
  CallboardJobPlan *copy;

  g_return_val_if_fail (plan != NULL, NULL);

  copy = g_new0 (CallboardJobPlan, 1);
  copy->title = g_strstrip (empty_for_null (plan->title));
  copy->reference = empty_for_null (plan->reference);
  copy->location = empty_for_null (plan->location);
  copy->contract_type = empty_for_null (plan->contract_type);
  copy->manager = empty_for_null (plan->manager);
  copy->country = empty_for_null (plan->country);
  copy->stages = copy_stages (plan);
  copy->n_stages = plan->n_stages;

  return copy;
}

void
callboard_job_plan_free (CallboardJobPlan *plan)
{
  for (guint i = 0; i < plan->n_stages; i++)
    {
      g_free ((char *) plan->stages[i].name);
      g_free ((char *) plan->stages[i].campaign);
    }

  g_free ((char *) plan->title);
  g_free ((char *) plan->reference);
  g_free ((char *) plan->location);
  g_free ((char *) plan->contract_type);
  g_free ((char *) plan->manager);
  g_free ((char *) plan->country);
  g_free ((gpointer) plan->stages);
  g_free (plan);
}
