/* callboard-job-copy.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"
#include "callboard-office.h"

G_BEGIN_DECLS

/**
 * callboard_job_copy_run:
 * @db: the writing connection
 * @source: a job or a template
 * @plan: the details of the new one; its stages do not count
 * @as_template: whether the new one is a template
 * @now: real time
 * @job: (out): the new job
 * @changes: what changed
 * @error: return location
 *
 * callboard_copy_job_command_new() inside another command's transaction. What a template gives is linked to it; a job's
 * copy keeps the job's links.
 *
 * Returns: whether it did
 */
gboolean callboard_job_copy_run (CallboardDb             *db,
                                 gint64                   source,
                                 const CallboardJobPlan  *plan,
                                 gboolean                 as_template,
                                 gint64                   now,
                                 gint64                  *job,
                                 CallboardChanges        *changes,
                                 GError                 **error);

G_END_DECLS
