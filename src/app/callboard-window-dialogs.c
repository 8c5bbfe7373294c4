/* callboard-window-dialogs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-add-dialog.h"
#include "callboard-editor-window.h"
#include "callboard-execute.h"
#include "callboard-import-dialog.h"
#include "callboard-import.h"
#include "callboard-job-dialog.h"
#include "callboard-office.h"
#include "callboard-preferences.h"
#include "callboard-rehearsal-window.h"
#include "callboard-sample.h"
#include "callboard-window-private.h"

static char *
describe_arrivals (const CallboardImportResult *result)
{
  if (result->n_added == 0)
    return g_strdup (_("Already in this job: nothing was changed"));

  return g_strdup_printf (ngettext ("%'u candidate added", "%'u candidates added", result->n_added), result->n_added);
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
callboard_window_import (CallboardWindow *self,
                         GFile           *file)
{
  CallboardImportDialog *dialog;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (self->job == 0)
    return;

  dialog = callboard_import_dialog_new (GTK_WINDOW (self), self->store, self->job);
  g_signal_connect_object (dialog, "imported", G_CALLBACK (on_arrived_cb), self, G_CONNECT_SWAPPED);
  if (file != NULL)
    callboard_import_dialog_open (dialog, file);
  gtk_window_present (GTK_WINDOW (dialog));
}

typedef struct
{
  CallboardWindow *window;
  GtkEditable     *entry;
  gint64           stage;
} Renaming;

static void
free_renaming_cb (gpointer  data,
                  GClosure *closure)
{
  g_free (data);
}

static void
on_rename_edited_cb (AdwMessageDialog *dialog,
                     GtkEditable      *entry)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "rename", *name != '\0');
}

static void
on_rename_answered_cb (AdwMessageDialog *dialog,
                       const char       *response,
                       Renaming         *renaming)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (renaming->entry)));

  if (g_str_equal (response, "rename"))
    callboard_execute (GTK_WIDGET (renaming->window), renaming->window->store,
                       callboard_rename_stage_command_new (renaming->stage, name));
}

void
callboard_window_rename_stage (CallboardWindow *self,
                               CallboardStage  *stage)
{
  AdwMessageDialog *dialog;
  Renaming *renaming;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));
  g_return_if_fail (CALLBOARD_IS_STAGE (stage));

  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (self), _("Rename Stage"), NULL));
  renaming = g_new0 (Renaming, 1);
  renaming->window = self;
  renaming->entry = GTK_EDITABLE (gtk_entry_new ());
  renaming->stage = callboard_stage_get_id (stage);

  gtk_editable_set_text (renaming->entry, callboard_stage_get_row (stage)->name);
  gtk_entry_set_activates_default (GTK_ENTRY (renaming->entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (renaming->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name"), -1);
  adw_message_dialog_set_extra_child (dialog, GTK_WIDGET (renaming->entry));
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "rename", _("_Rename"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "rename", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "rename");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_object (renaming->entry, "changed", G_CALLBACK (on_rename_edited_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_rename_answered_cb), renaming, free_renaming_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
callboard_window_edit_campaign (CallboardWindow *self,
                                gint64           stage)
{
  g_autoptr(GError) error = NULL;
  CallboardStage *found;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  found = callboard_window_find_stage (self, stage);
  if (found == NULL || callboard_stage_get_row (found)->type == CALLBOARD_STAGE_REVIEW)
    return;

  if (callboard_editor_window_open (GTK_WINDOW (self), self->store, stage, &error) == NULL)
    callboard_window_report (self, error);
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
callboard_window_show_preferences (CallboardWindow *self)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  gtk_window_present (GTK_WINDOW (callboard_preferences_new (GTK_WINDOW (self), self->store)));
}

/* Where the remedy of a failure is the account. */
void
callboard_window_show_accounts (CallboardWindow *self)
{
  CallboardPreferences *preferences;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  preferences = callboard_preferences_new (GTK_WINDOW (self), self->store);
  callboard_preferences_show_accounts (preferences);
  gtk_window_present (GTK_WINDOW (preferences));
}

static gint64
find_candidate (CallboardWindow *self)
{
  CallboardApplication *current = callboard_board_get_current (self->board);

  return current != NULL ? callboard_application_get_row (current)->candidate_id : 0;
}

/* One window of phones stands beside the board. */
void
callboard_window_rehearse (CallboardWindow *self)
{
  gint64 candidate;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  if (self->rehearsal == NULL)
    g_set_weak_pointer (&self->rehearsal,
                        GTK_WINDOW (callboard_rehearsal_window_new (GTK_WINDOW (self), self->context)));

  candidate = find_candidate (self);
  if (candidate != 0)
    callboard_rehearsal_window_show_candidate (CALLBOARD_REHEARSAL_WINDOW (self->rehearsal), candidate);
  gtk_window_present (self->rehearsal);
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
