/* callboard-job-commands.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-office.h"

G_BEGIN_DECLS

/* Commands on a whole job. In a #CallboardJobPlan that is given to them, only the details count, never the stages. Where
 * they make a job, callboard_office_command_get_id() is its id. */

/**
 * callboard_edit_job_command_new:
 * @job: a job or a template
 * @plan: its new details
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_edit_job_command_new     (gint64                  job,
                                                      const CallboardJobPlan *plan);

/**
 * callboard_job_state_command_new:
 * @job: a job or a template
 * @open: whether it is open
 *
 * In a closed job no campaign begins: a drop into a stage that sends is refused. Campaigns that have begun or been promised
 * go on to their end. A template that is closed is no longer offered.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_job_state_command_new    (gint64                  job,
                                                      gboolean                open);

/**
 * callboard_copy_job_command_new:
 * @source: a job or a template
 * @plan: the details of the new job
 *
 * Creates a job with the stages of @source, their limits, delays and ways on, and for each campaign its newest published
 * version, as version 1, and its draft. Never with applications. A copy of a template is linked to it: see
 * callboard_template_load_news().
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_copy_job_command_new     (gint64                  source,
                                                      const CallboardJobPlan *plan);

/**
 * callboard_save_template_command_new:
 * @source: a job
 * @name: what the template is called
 *
 * Copies a job into a template, which is among no jobs, takes no applications and so never sends.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_INVALID or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_save_template_command_new (gint64                 source,
                                                       const char            *name);

G_END_DECLS
