/* callboard-window-dialogs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-add-dialog.h"
#include "callboard-campaign-dialog.h"
#include "callboard-import.h"
#include "callboard-job-dialog.h"
#include "callboard-sample.h"
#include "callboard-window-private.h"

static char *
describe_arrivals (const CallboardImportResult *result)
{
  if (result->n_added == 0)
    return g_strdup (_("Already in this job: nothing was changed"));

  return g_strdup_printf (ngettext ("%u candidate added", "%u candidates added", result->n_added), result->n_added);
}

static void
on_arrived_cb (CallboardWindow             *self,
               const CallboardImportResult *result)
{
  g_autofree char *what = describe_arrivals (result);

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (result->n_added > 0)
    callboard_window_announce (self, what, &result->move);
  else
    callboard_window_add_toast (self, what);
}

void
callboard_window_add_candidate (CallboardWindow *self,
                                gint64           stage)
{
  CallboardAddDialog *dialog;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (self->job == 0)
    return;

  dialog = callboard_add_dialog_new (GTK_WINDOW (self), self->store, self->job, stage);
  g_signal_connect_object (dialog, "added", G_CALLBACK (on_arrived_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
callboard_window_edit_campaign (CallboardWindow *self,
                                gint64           stage)
{
  CallboardStage *found;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  found = callboard_window_find_stage (self, stage);
  if (found == NULL || callboard_stage_get_row (found)->type == CALLBOARD_STAGE_REVIEW)
    return;

  gtk_window_present (GTK_WINDOW (callboard_campaign_dialog_new (GTK_WINDOW (self), self->store, stage)));
}

static void
on_job_created_cb (CallboardWindow *self,
                   gint64           job)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  self->stale |= CALLBOARD_CHANGED_JOBS;
  callboard_window_refresh (self);
  callboard_window_open_job (self, job);
}

void
callboard_window_create_job (CallboardWindow *self)
{
  CallboardJobDialog *dialog;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  dialog = callboard_job_dialog_new (GTK_WINDOW (self), self->store);
  g_signal_connect_object (dialog, "created", G_CALLBACK (on_job_created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
callboard_window_open_sample (CallboardWindow *self)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (!callboard_sample_fill (self->store, &error))
    callboard_window_report (self, error);
  callboard_window_open_job (self, 0);
}
