/* callboard-window-board.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-window-private.h"

static const gint64 *
get_ids (GArray *ids)
{
  return (const gint64 *) (gpointer) ids->data;
}

static void
on_move_requested_cb (CallboardWindow *self,
                      GArray          *ids,
                      gint64           stage,
                      gint64           before,
                      gboolean         without_sending)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_move (self, get_ids (ids), ids->len, stage, before,
                         without_sending ? CALLBOARD_MOVE_WITHOUT_SENDING : CALLBOARD_MOVE_DEFAULT);
}

static void
on_send_again_requested_cb (CallboardWindow *self,
                            GArray          *ids)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  for (guint i = 0; i < ids->len; i++)
    callboard_window_send_again (self, get_ids (ids)[i]);
}

static void
on_archive_requested_cb (CallboardWindow *self,
                         GArray          *ids)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_archive (self, get_ids (ids), ids->len);
}

static void
on_open_requested_cb (CallboardWindow      *self,
                      CallboardApplication *application)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_show_details (self, callboard_application_get_id (application));
}

static void
on_undo_requested_cb (CallboardWindow *self)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_undo (self, 0);
}

static gboolean
contains (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    {
      if (get_ids (ids)[i] == id)
        return TRUE;
    }

  return FALSE;
}

/* The keys moved the card with the focus, and the others only if it is one of the selected. */
static void
on_move_refused_cb (CallboardWindow *self,
                    CallboardStage  *stage)
{
  CallboardApplication *current = callboard_board_get_current (self->board);
  g_autoptr(GArray) ids = callboard_board_get_selection (self->board);
  gint64 id;

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (current == NULL)
    return;

  id = callboard_application_get_id (current);
  if (contains (ids, id))
    callboard_window_refuse (self, get_ids (ids), ids->len, stage);
  else
    callboard_window_refuse (self, &id, 1, stage);
}

static void
on_add_requested_cb (CallboardWindow *self,
                     CallboardStage  *stage)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_add_candidate (self, callboard_stage_get_id (stage));
}

static void
on_edit_campaign_requested_cb (CallboardWindow *self,
                               CallboardStage  *stage)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_edit_campaign (self, callboard_stage_get_id (stage));
}

static void
on_edit_stage_requested_cb (CallboardWindow *self,
                            CallboardStage  *stage)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_edit_job (self, callboard_stage_get_id (stage));
}

static void
on_rename_stage_requested_cb (CallboardWindow *self,
                              CallboardStage  *stage)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_rename_stage (self, stage);
}

/* Another card that gets the focus is shown as soon as the details are open. */
static void
on_current_changed_cb (CallboardWindow *self)
{
  CallboardApplication *current = callboard_board_get_current (self->board);

  g_assert (CALLBOARD_IS_WINDOW (self));

  if (current != NULL && callboard_shell_get_details_beside (self->shell))
    callboard_details_panel_set_application (self->details, callboard_application_get_id (current));
}

static void
on_search_changed_cb (CallboardWindow *self,
                      const char      *text)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_board_set_filter (self->board, text);
}

static void
on_job_activated_cb (CallboardWindow *self,
                     CallboardJob    *job)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_window_open_job (self, callboard_job_get_id (job));
}

/* The focus goes back to the card that was looked at. */
static void
on_details_closed_cb (CallboardWindow *self)
{
  gint64 application = callboard_details_panel_get_application (self->details);

  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_details_panel_set_application (self->details, 0);
  if (application != 0 && callboard_shell_get_page (self->shell) == CALLBOARD_SHELL_BOARD)
    callboard_board_focus_application (self->board, application);
}

static void
on_trouble_changed_cb (CallboardWindow *self)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  callboard_shell_set_trouble (self->shell, callboard_context_get_trouble (self->context));
}

/* A table of people that is dropped on the window. */
static gboolean
on_file_dropped_cb (CallboardWindow *self,
                    const GValue    *value)
{
  g_assert (CALLBOARD_IS_WINDOW (self));

  if (self->job == 0)
    return FALSE;

  callboard_window_import (self, g_value_get_object (value));

  return TRUE;
}

static void
accept_files (CallboardWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_file_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->shell), GTK_EVENT_CONTROLLER (target));
}

static void
connect_board (CallboardWindow *self)
{
  g_signal_connect_object (self->board, "move-requested", G_CALLBACK (on_move_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "move-refused", G_CALLBACK (on_move_refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "send-again-requested", G_CALLBACK (on_send_again_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "archive-requested", G_CALLBACK (on_archive_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "open-requested", G_CALLBACK (on_open_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "undo-requested", G_CALLBACK (on_undo_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "add-requested", G_CALLBACK (on_add_requested_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "edit-campaign-requested", G_CALLBACK (on_edit_campaign_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "edit-stage-requested", G_CALLBACK (on_edit_stage_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "rename-stage-requested", G_CALLBACK (on_rename_stage_requested_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->board, "notify::current", G_CALLBACK (on_current_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
connect_shell (CallboardWindow *self)
{
  CallboardSidebar *sidebar = callboard_shell_get_sidebar (self->shell);

  g_signal_connect_object (self->shell, "search-changed", G_CALLBACK (on_search_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shell, "details-closed", G_CALLBACK (on_details_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sidebar, "job-activated", G_CALLBACK (on_job_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sidebar, "tray-activated", G_CALLBACK (callboard_window_show_tray), self,
                           G_CONNECT_SWAPPED);
}

void
callboard_window_fill_shell (CallboardWindow *self)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  self->board = CALLBOARD_BOARD (callboard_board_new ());
  callboard_board_set_clock (self->board, callboard_store_get_clock (self->store));
  callboard_board_set_model (self->board, G_LIST_MODEL (self->stages), self->pool);
  callboard_shell_set_board (self->shell, GTK_WIDGET (self->board));

  self->details = CALLBOARD_DETAILS_PANEL (callboard_details_panel_new (self->store, self->ticker));
  callboard_shell_set_details (self->shell, GTK_WIDGET (self->details));

  self->tray = CALLBOARD_TRAY_PAGE (callboard_tray_page_new (self->store, self->ticker));
  callboard_shell_set_tray (self->shell, GTK_WIDGET (self->tray));

  callboard_sidebar_set_jobs (callboard_shell_get_sidebar (self->shell), G_LIST_MODEL (self->jobs));
  connect_board (self);
  callboard_window_remember_folds (self);
  connect_shell (self);
  accept_files (self);
  g_signal_connect_object (self->context, "trouble-changed", G_CALLBACK (on_trouble_changed_cb), self,
                           G_CONNECT_SWAPPED);
  on_trouble_changed_cb (self);
}
