/* callboard-job-editor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_JOB_EDITOR (callboard_job_editor_get_type())

/* The details and the stages of a job or of a template. Every change is made at once.
 * ::edit-campaign (gint64 stage) */
G_DECLARE_FINAL_TYPE (CallboardJobEditor, callboard_job_editor, CALLBOARD, JOB_EDITOR, AdwPreferencesWindow)

CallboardJobEditor *callboard_job_editor_new        (GtkWindow          *parent,
                                                     CallboardStore     *store,
                                                     gint64              job);

/* Shows the stages, and opens that one; 0 opens none. */
void                callboard_job_editor_show_stage (CallboardJobEditor *self,
                                                     gint64              stage);

G_END_DECLS
