/* callboard-editor-window-problems.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-editor-window-private.h"
#include "callboard-part-words.h"
#include "callboard-place.h"

static char *
describe_status (CallboardEditorWindow *self)
{
  guint version = callboard_open_draft_get_version (self->open);

  if (version == 0)
    return g_strdup (_("Never published"));

  /* Translators: the draft differs from the published version, %u is its number */
  return g_strdup_printf (callboard_open_draft_get_changed (self->open) ? _("Draft changed · Published v%u")
                                                                        : _("Published v%u"), version);
}

static char *
describe_publish (CallboardEditorWindow *self)
{
  guint version = callboard_open_draft_get_version (self->open);
  guint n_errors = callboard_open_draft_get_n_errors (self->open);

  if (n_errors > 0)
    return g_strdup_printf (ngettext ("%u error has to be mended first: see Problems",
                                      "%u errors have to be mended first: see Problems", n_errors), n_errors);
  if (!callboard_open_draft_get_changed (self->open))
    return g_strdup_printf (_("Version %u says the same already"), version);

  return g_strdup_printf (_("Publish as version %u (Ctrl+S)"), version + 1);
}

static void
on_status_changed_cb (CallboardEditorWindow *self)
{
  g_autofree char *status = describe_status (self);
  g_autofree char *publish = describe_publish (self);
  g_autofree char *title = NULL;

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  /* Translators: the title of a window: the name of a stage, and the title of its job */
  title = g_strdup_printf (_("%s – %s"), callboard_open_draft_get_stage_name (self->open),
                           callboard_open_draft_get_job_title (self->open));
  gtk_window_set_title (GTK_WINDOW (self), title);
  adw_window_title_set_title (self->window_title, title);
  adw_window_title_set_subtitle (self->window_title, status);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->window_title), status);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->publish), publish);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.publish",
                                 callboard_open_draft_get_can_publish (self->open));
}

static char *
count_problems (guint n_errors,
                guint n_advice)
{
  g_autofree char *errors = g_strdup_printf (ngettext ("%u error", "%u errors", n_errors), n_errors);
  g_autofree char *advice = g_strdup_printf (ngettext ("%u warning", "%u warnings", n_advice), n_advice);

  if (n_errors == 0 && n_advice == 0)
    return g_strdup (_("No problems"));
  if (n_errors == 0)
    return g_steal_pointer (&advice);
  if (n_advice == 0)
    return g_steal_pointer (&errors);

  /* Translators: “2 errors, 1 warning” */
  return g_strdup_printf (_("%s, %s"), errors, advice);
}

static void
on_problems_changed_cb (CallboardEditorWindow *self)
{
  guint n = g_list_model_get_n_items (callboard_open_draft_get_problems (self->open));
  guint n_errors = callboard_open_draft_get_n_errors (self->open);
  g_autofree char *label = count_problems (n_errors, n - n_errors);
  const char *icon = n_errors > 0 ? "dialog-error-symbolic" : n > 0 ? "dialog-information-symbolic" : "emblem-ok-symbolic";

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  gtk_label_set_label (self->problems_label, label);
  gtk_image_set_from_icon_name (self->problems_icon, icon);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->problems), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->problems), n > 0);
  if (n_errors > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self->problems), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->problems), "error");
  if (n == 0)
    gtk_popover_popdown (self->problems_popover);
  on_status_changed_cb (self);
}

static const char *
get_place_title (CallboardProblem *problem)
{
  const char *part;
  CallboardDraftNode *node = callboard_place_find (callboard_problem_get_node (problem),
                                                   callboard_problem_get_member (problem), &part);

  return callboard_part_get_title (part != NULL ? part : callboard_draft_node_get_kind (node));
}

static GtkWidget *
create_row_cb (gpointer item,
               gpointer user_data)
{
  CallboardProblem *problem = item;
  gboolean is_error = callboard_problem_is_error (problem);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (is_error ? "dialog-error-symbolic" : "dialog-information-symbolic");
  g_autofree char *text = g_markup_escape_text (callboard_problem_get_text (problem), -1);
  g_autofree char *said = g_strdup_printf ("%s, %s", is_error ? _("Error") : _("Warning"), get_place_title (problem));

  gtk_widget_add_css_class (icon, is_error ? "error" : "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 4);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), get_place_title (problem));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  callboard_problem_get_text (problem), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, said, -1);

  return row;
}

static gboolean
go_cb (gpointer user_data)
{
  CallboardEditorWindow *self = user_data;
  g_autoptr(CallboardProblem) problem = g_steal_pointer (&self->wanted);

  if (problem != NULL && self->open != NULL)
    callboard_editor_window_go_to (self, callboard_problem_get_node (problem), callboard_problem_get_member (problem));

  return G_SOURCE_REMOVE;
}

/* A popover gives the focus back to where it was, so the field gets it after that. */
static void
on_problem_activated_cb (CallboardEditorWindow *self,
                         GtkListBoxRow         *row)
{
  GListModel *problems = callboard_open_draft_get_problems (self->open);

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  g_clear_object (&self->wanted);
  self->wanted = g_list_model_get_item (problems, gtk_list_box_row_get_index (row));
  gtk_popover_popdown (self->problems_popover);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, go_cb, g_object_ref (self), g_object_unref);
}

void
callboard_editor_window_follow_problems (CallboardEditorWindow *self)
{
  static const char * const states[] = { "notify::can-publish", "notify::changed", "notify::version",
                                         "notify::stage-name", "notify::job-title" };
  GListModel *problems = callboard_open_draft_get_problems (self->open);

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    g_signal_connect_object (self->open, states[i], G_CALLBACK (on_status_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->problem_list, problems, create_row_cb, NULL, NULL);
  g_signal_connect_object (problems, "items-changed", G_CALLBACK (on_problems_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->problem_list, "row-activated", G_CALLBACK (on_problem_activated_cb), self,
                           G_CONNECT_SWAPPED);
  on_problems_changed_cb (self);
}
