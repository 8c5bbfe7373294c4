/* callboard-window-view.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-queries-application.h"
#include "callboard-queries-jobs.h"
#include "callboard-script.h"
#include "callboard-window-private.h"

static CallboardJob *
find_job (CallboardWindow *self,
          gint64           id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->jobs));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardJob) job = g_list_model_get_item (G_LIST_MODEL (self->jobs), i);

      if (callboard_job_get_id (job) == id)
        return job;
    }

  return NULL;
}

static CallboardJob *
find_first_job (CallboardWindow *self)
{
  g_autoptr(CallboardJob) job = g_list_model_get_item (G_LIST_MODEL (self->jobs), 0);

  return job;
}

CallboardStage *
callboard_window_find_stage (CallboardWindow *self,
                             gint64           stage)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->stages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(CallboardStage) item = g_list_model_get_item (G_LIST_MODEL (self->stages), i);

      if (callboard_stage_get_id (item) == stage)
        return item;
    }

  return NULL;
}

/* "Leeds · 190 candidates · rehearsal": whether people will get what is sent is never left open. */
static char *
describe_job (CallboardWindow *self,
              CallboardJob    *job)
{
  const CallboardJobRow *row = callboard_job_get_row (job);
  g_autoptr(GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *cards = g_strdup_printf (ngettext ("%'u candidate", "%'u candidates", row->count), row->count);

  if (*row->location != '\0')
    g_ptr_array_add (parts, row->location);
  g_ptr_array_add (parts, cards);
  if (!row->open)
    g_ptr_array_add (parts, (char *) _("closed"));
  if (self->rehearsing)
    g_ptr_array_add (parts, (char *) _("rehearsal"));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (" · ", (char **) parts->pdata);
}

static CallboardShellPage
choose_page (CallboardWindow *self,
             CallboardJob    *job)
{
  if (self->in_tray)
    return CALLBOARD_SHELL_TRAY;
  if (job == NULL)
    return CALLBOARD_SHELL_EMPTY_PROGRAM;
  if (callboard_job_get_row (job)->count == 0)
    return CALLBOARD_SHELL_EMPTY_JOB;

  return CALLBOARD_SHELL_BOARD;
}

static void
update_title (CallboardWindow *self,
              CallboardJob    *job)
{
  g_autofree char *subtitle = NULL;
  g_autofree char *title = NULL;

  if (self->in_tray)
    {
      callboard_shell_set_title (self->shell, _("Send Tray"), "");
      gtk_window_set_title (GTK_WINDOW (self), _("Send Tray"));
      return;
    }
  if (job == NULL)
    {
      callboard_shell_set_title (self->shell, _("Callboard"), "");
      gtk_window_set_title (GTK_WINDOW (self), _("Callboard"));
      return;
    }

  subtitle = describe_job (self, job);
  /* Translators: the window's title: a job, and the program's name */
  title = g_strdup_printf (_("%s — Callboard"), callboard_job_get_row (job)->title);
  callboard_shell_set_title (self->shell, callboard_job_get_row (job)->title, subtitle);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_actions (CallboardWindow *self,
                CallboardJob    *job)
{
  GtkWidget *widget = GTK_WIDGET (self);

  callboard_window_update_job_actions (self, job);
  gtk_widget_action_set_enabled (widget, "win.add-candidate", job != NULL);
  gtk_widget_action_set_enabled (widget, "win.import", job != NULL);
  gtk_widget_action_set_enabled (widget, "win.search",
                                 callboard_shell_get_page (self->shell) == CALLBOARD_SHELL_BOARD);
}

void
callboard_window_update_page (CallboardWindow *self)
{
  CallboardJob *job;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  job = find_job (self, self->job);
  callboard_shell_set_page (self->shell, choose_page (self, job));
  update_title (self, job);
  update_actions (self, job);
}

/* The job that was wanted, or the first of all. */
void
callboard_window_open_job (CallboardWindow *self,
                           gint64           job)
{
  CallboardJob *found;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  found = find_job (self, job);
  if (found == NULL)
    found = find_first_job (self);

  self->in_tray = FALSE;
  if (found != NULL && callboard_job_get_id (found) != self->job)
    {
      self->job = callboard_job_get_id (found);
      callboard_shell_end_search (self->shell);
      callboard_shell_hide_details (self->shell);
      self->stale |= CALLBOARD_CHANGED_STAGES;
    }

  callboard_window_refresh (self);
  callboard_sidebar_select_job (callboard_shell_get_sidebar (self->shell), self->job);
  callboard_shell_leave_sidebar (self->shell);
}

void
callboard_window_show_tray (CallboardWindow *self)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  self->in_tray = TRUE;
  callboard_shell_hide_details (self->shell);
  callboard_sidebar_select_tray (callboard_shell_get_sidebar (self->shell));
  callboard_shell_leave_sidebar (self->shell);
  callboard_window_update_page (self);
}

void
callboard_window_show_details (CallboardWindow *self,
                               gint64           application)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  callboard_details_panel_set_application (self->details, application);
  callboard_shell_show_details (self->shell);

  /* Beside the board the focus stays on the card, so that the keys go from one to the next; a page has it. */
  if (!callboard_shell_get_details_beside (self->shell))
    gtk_widget_grab_focus (GTK_WIDGET (self->details));
}

void
callboard_window_write_to (CallboardWindow *self,
                           gint64           application)
{
  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  callboard_window_show_details (self, application);
  callboard_details_panel_write (self->details);
}

/* A board that has just come into sight has no places for its cards yet. */
static gboolean
focus_card_cb (gpointer user_data)
{
  CallboardWindow *self = user_data;

  g_assert (CALLBOARD_IS_WINDOW (self));

  self->focus_source = 0;
  callboard_board_focus_application (self->board, callboard_details_panel_get_application (self->details));

  return G_SOURCE_REMOVE;
}

void
callboard_window_open_application (CallboardWindow *self,
                                   gint64           application)
{
  g_autoptr(CallboardDetails) details = NULL;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (CALLBOARD_IS_WINDOW (self));

  details = callboard_queries_load_details (callboard_store_get_reader (self->store), application, &error);
  if (details == NULL)
    {
      callboard_window_add_toast (self, error != NULL ? error->message : _("This card is no longer there."));
      return;
    }

  callboard_window_open_job (self, details->job_id);
  callboard_window_show_details (self, application);
  if (self->focus_source == 0)
    self->focus_source = g_idle_add_full (G_PRIORITY_LOW, focus_card_cb, self, NULL);
}
