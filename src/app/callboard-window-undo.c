/* callboard-window-undo.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-talk.h"
#include "callboard-queries-undo.h"
#include "callboard-window-private.h"

typedef struct
{
  CallboardWindow *window;
  gint64           batch;
} Undo;

static void
undo_free (Undo *undo)
{
  g_clear_object (&undo->window);
  g_free (undo);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Undo, undo_free)

static void
on_too_late_answered_cb (CallboardWindow *self,
                         const char      *response,
                         GObject         *dialog)
{
  gint64 *application = g_object_get_data (dialog, "application");

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (g_str_equal (response, "correct") && application != NULL)
    callboard_window_write_to (self, *application);
}

static gboolean
may_write (CallboardWindow *self,
           gint64           application)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  CallboardTalk talk;

  return callboard_queries_load_talk (callboard_store_get_reader (self->store), application, &talk, NULL) &&
         (!talk.has_window || talk.window_closes_at > now);
}

/* A correction is written to one person, if the channel lets one write; after a drop of many, everybody's conversation is open to it. */
static void
show_too_late (CallboardWindow *self,
               gint64           batch,
               const GError    *error)
{
  g_autoptr(GArray) applications = callboard_queries_load_batch (callboard_store_get_reader (self->store), batch, NULL);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Too Late to Undo"), error->message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  if (applications != NULL && applications->len == 1 && may_write (self, g_array_index (applications, gint64, 0)))
    {
      g_object_set_data_full (G_OBJECT (dialog), "application",
                              g_memdup2 (applications->data, sizeof (gint64)), g_free);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "correct", _("_Write a Correction"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "correct", ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "correct");
    }
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_too_late_answered_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
describe (const CallboardUndoResult *result)
{
  g_autofree char *back = g_strdup_printf (ngettext ("%'u card is back", "%'u cards are back", result->n_undone),
                                           result->n_undone);
  g_autofree char *late = NULL;

  if (result->n_too_late == 0)
    return g_steal_pointer (&back);

  late = g_strdup_printf (ngettext ("%'u stays: its message has left", "%'u stay: their messages have left",
                                    result->n_too_late), result->n_too_late);

  return g_strdup_printf ("%s · %s", back, late);
}

static void
on_undone_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Undo) undo = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *text = NULL;

  command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  if (g_error_matches (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_TOO_LATE))
    {
      show_too_late (undo->window, undo->batch, error);
      return;
    }
  if (command == NULL)
    {
      callboard_window_report (undo->window, error);
      return;
    }

  callboard_move_toast_dismiss (undo->window->move_toast);
  text = describe (callboard_undo_command_get_result (command));
  callboard_window_add_toast (undo->window, text);
}

void
callboard_window_undo (CallboardWindow *self,
                       gint64           batch)
{
  g_autoptr(CallboardCommand) command = NULL;
  Undo *undo;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  undo = g_new0 (Undo, 1);
  undo->window = g_object_ref (self);
  undo->batch = batch;
  command = callboard_undo_command_new (batch);
  callboard_store_execute_async (self->store, command, NULL, on_undone_cb, undo);
}
