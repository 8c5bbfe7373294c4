/* callboard-job-ways.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"
#include "callboard-template.h"

G_BEGIN_DECLS

/**
 * CallboardJobWay:
 * @source: the job or template in the database that is copied, or 0
 * @template: (nullable): the shipped template it is made from
 * @plan: what the details begin with
 * @stages: (nullable): the stages it brings, "New → Interview"
 *
 * How a new job begins; from scratch if it has neither a source nor a template.
 */
typedef struct
{
  gint64                   source;
  const CallboardTemplate *template;
  CallboardJobPlan        *plan;
  char                    *stages;
} CallboardJobWay;

#define CALLBOARD_TYPE_JOB_WAYS (callboard_job_ways_get_type())

/* The ways to a new job: from scratch, from a template, as a copy. ::chosen (const CallboardJobWay *) */
G_DECLARE_FINAL_TYPE (CallboardJobWays, callboard_job_ways, CALLBOARD, JOB_WAYS, AdwBin)

void callboard_job_ways_load       (CallboardJobWays *self,
                                    CallboardStore   *store);
void callboard_job_ways_take_focus (CallboardJobWays *self);

G_END_DECLS
