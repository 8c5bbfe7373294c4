/* callboard-job-dialog.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_JOB_DIALOG (callboard_job_dialog_get_type())

/* Creates a job: from scratch with its stages, from a template, or as a copy. */
G_DECLARE_FINAL_TYPE (CallboardJobDialog, callboard_job_dialog, CALLBOARD, JOB_DIALOG, AdwWindow)

/* Emits "created" with the job's id (gint64). */
CallboardJobDialog *callboard_job_dialog_new (GtkWindow      *parent,
                                              CallboardStore *store);

G_END_DECLS
