/* callboard-import-dialog-run.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-dialog-private.h"

/* How often the progress bar looks, in milliseconds. */
#define LOOK 80

static gboolean
look_cb (gpointer user_data)
{
  CallboardImportDialog *self = user_data;
  guint done = g_atomic_int_get (&self->done);
  guint total = g_atomic_int_get (&self->total);
  g_autofree char *text = NULL;

  if (total == 0)
    return G_SOURCE_CONTINUE;

  text = g_strdup_printf (_("%'u of %'u"), done, total);
  gtk_progress_bar_set_fraction (self->progress_bar, (double) done / total);
  gtk_progress_bar_set_text (self->progress_bar, text);

  return G_SOURCE_CONTINUE;
}

void
callboard_import_dialog_begin_progress (CallboardImportDialog *self,
                                        GtkProgressBar        *bar)
{
  self->done = self->total = 0;
  self->progress_bar = bar;
  gtk_progress_bar_set_fraction (bar, 0.0);
  gtk_progress_bar_set_text (bar, "");
  g_clear_handle_id (&self->progress_source, g_source_remove);
  self->progress_source = g_timeout_add (LOOK, look_cb, self);
}

void
callboard_import_dialog_end_progress (CallboardImportDialog *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
}

/* On another thread. The dialog lives: what runs there holds it. */
void
callboard_import_dialog_note_progress (guint    done,
                                       guint    total,
                                       gpointer data)
{
  CallboardImportDialog *self = data;

  g_atomic_int_set (&self->total, total);
  g_atomic_int_set (&self->done, done);
}

static void
append_count (GString    *text,
              char       *line)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
  g_free (line);
}

static void
show_result (CallboardImportDialog       *self,
             const CallboardImportResult *result)
{
  guint left_out = callboard_import_plan_count (callboard_import_rows_get_plan (self->rows), CALLBOARD_IMPORT_INVALID);
  guint present = result->n_present +
                  callboard_import_plan_count (callboard_import_rows_get_plan (self->rows), CALLBOARD_IMPORT_PRESENT);
  g_autofree char *title = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  title = g_strdup_printf (ngettext ("%'u Person Added", "%'u People Added", result->n_added), result->n_added);
  if (result->n_known > 0)
    append_count (text, g_strdup_printf (ngettext ("%'u of them was known from another job.",
                                                   "%'u of them were known from other jobs.", result->n_known),
                                         result->n_known));
  if (present > 0)
    append_count (text, g_strdup_printf (ngettext ("%'u was in the job already and is unchanged.",
                                                   "%'u were in the job already and are unchanged.", present), present));
  if (left_out > 0)
    append_count (text, g_strdup_printf (ngettext ("%'u row was left out.", "%'u rows were left out.", left_out),
                                         left_out));
  if (result->move.n_sending > 0)
    append_count (text, g_strdup_printf (ngettext ("%'u message waits in the send tray.",
                                                   "%'u messages wait in the send tray.", result->move.n_sending),
                                         result->move.n_sending));

  adw_status_page_set_title (self->result, title);
  adw_status_page_set_description (self->result, text->str);
  gtk_widget_set_visible (self->save, left_out > 0);
  callboard_import_dialog_show_page (self, "result");
}

static void
on_imported_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CallboardImportDialog) self = user_data;
  g_autoptr(CallboardCommand) command = NULL;
  g_autoptr(GError) error = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  callboard_import_dialog_end_progress (self);

  if (command != NULL)
    g_signal_emit_by_name (self, "imported", callboard_import_command_get_result (command));
  if (self->store == NULL)
    return;

  if (command != NULL)
    {
      show_result (self, callboard_import_command_get_result (command));
      return;
    }

  callboard_import_dialog_show_page (self, "consent");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    callboard_notice_set_text (self->notice, _("The import was cancelled. Nobody was added."));
  else
    callboard_notice_set_text (self->notice, error->message);
}

void
callboard_import_dialog_run (CallboardImportDialog *self)
{
  g_autoptr(CallboardCommand) command = NULL;
  CallboardMoveFlags flags = CALLBOARD_MOVE_WITHOUT_SENDING;

  g_return_if_fail (CALLBOARD_IS_IMPORT_DIALOG (self));

  if (callboard_import_consent_page_get_sends (self->consent))
    flags = CALLBOARD_MOVE_DEFAULT;

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  callboard_import_dialog_show_page (self, "running");
  callboard_import_dialog_begin_progress (self, self->progress);

  command = callboard_import_command_new (self->job, callboard_import_consent_page_dup_people (self->consent), flags,
                                          self->cancellable, callboard_import_dialog_note_progress, self);
  callboard_store_execute_async (self->store, command, self->cancellable, on_imported_cb, g_object_ref (self));
}
