/* callboard-job.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-types.h"

G_BEGIN_DECLS

/**
 * CallboardJobRow:
 * @id: the job's id
 * @title: what candidates see
 * @reference: the recruiter's own number for it, or ""
 * @location: where the work is, or ""
 * @contract_type: full time, seasonal and so on, or ""
 * @manager: the hiring manager, or ""
 * @country: two letters, for numbers written without a prefix
 * @open: whether it is on the sidebar
 * @count: live applications in it
 * @attention: how many of them need a person
 * @template: whether it is a template, which nobody applies for
 * @origin: (nullable): the shipped template that this one was made from
 *
 * What the sidebar and the title show of a vacancy.
 */
typedef struct
{
  gint64    id;
  char     *title;
  char     *reference;
  char     *location;
  char     *contract_type;
  char     *manager;
  char     *country;
  gboolean  open;
  guint     count;
  guint     attention;
  gboolean  template;
  char     *origin;
} CallboardJobRow;

#define CALLBOARD_TYPE_JOB (callboard_job_get_type())

/* A vacancy. Every field of the row but the last two is a property of the same name. */
G_DECLARE_FINAL_TYPE (CallboardJob, callboard_job, CALLBOARD, JOB, GObject)

/**
 * callboard_job_new:
 * @id: the job's id
 *
 * Returns: (transfer full): an item that shows nothing until callboard_job_apply()
 */
CallboardJob          *callboard_job_new     (gint64 id);

/**
 * callboard_job_apply:
 * @self: a job
 * @row: what the database holds of it
 *
 * Takes over @row and notifies only what differs.
 */
void                   callboard_job_apply   (CallboardJob          *self,
                                              const CallboardJobRow *row);

/**
 * callboard_job_get_id:
 * @self: a job
 *
 * Returns: its id
 */
gint64                 callboard_job_get_id  (CallboardJob *self);

/**
 * callboard_job_get_row:
 * @self: a job
 *
 * All that the properties hold, in one struct. Texts are never %NULL.
 *
 * Returns: (transfer none): valid until the next callboard_job_apply()
 */
const CallboardJobRow *callboard_job_get_row (CallboardJob *self);

G_END_DECLS
