/* callboard-job-editor-stages.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-difference.h"
#include "callboard-execute.h"
#include "callboard-job-editor-private.h"
#include "callboard-queries-jobs.h"
#include "callboard-stage-commands.h"
#include "callboard-template.h"
#include "callboard-texts.h"

/* The stages that are left when one goes, as answers to where its cards shall go. */
typedef struct
{
  CallboardJobEditor *editor;
  gint64              stage;
  GtkDropDown        *targets;
  GArray             *ids;
} Removal;

static GPtrArray *
load_stages (CallboardJobEditor *self)
{
  return callboard_queries_load_stages (callboard_store_get_reader (self->store), self->job, NULL);
}

static CallboardStageEditor *
find_row (CallboardJobEditor *self,
          gint64              stage)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->stages, i)) != NULL; i++)
    {
      if (callboard_stage_editor_get_id (CALLBOARD_STAGE_EDITOR (row)) == stage)
        return CALLBOARD_STAGE_EDITOR (row);
    }

  return NULL;
}

static void
reorder (CallboardJobEditor   *self,
         CallboardStageEditor *row,
         int                   position)
{
  self->focused = callboard_stage_editor_get_id (row);
  callboard_execute (GTK_WIDGET (self), self->store, callboard_reorder_stage_command_new (self->focused, MAX (position, 0)));
}

static void
on_move_cb (CallboardJobEditor   *self,
            int                   by,
            CallboardStageEditor *row)
{
  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  reorder (self, row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) + by);
}

static void
on_edit_campaign_cb (CallboardJobEditor   *self,
                     CallboardStageEditor *row)
{
  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  g_signal_emit_by_name (self, "edit-campaign", callboard_stage_editor_get_id (row));
}

static void
free_removal_cb (gpointer  data,
                 GClosure *closure)
{
  Removal *removal = data;

  g_array_unref (removal->ids);
  g_free (removal);
}

static void
on_removal_answered_cb (AdwMessageDialog *dialog,
                        const char       *response,
                        Removal          *removal)
{
  CallboardStageFate fate = g_str_equal (response, "archive") ? CALLBOARD_FATE_ARCHIVE : CALLBOARD_FATE_MOVE;
  guint selected = removal->targets != NULL ? gtk_drop_down_get_selected (removal->targets) : 0;
  gint64 target = fate == CALLBOARD_FATE_MOVE && selected < removal->ids->len
    ? g_array_index (removal->ids, gint64, selected) : 0;

  if (!g_str_equal (response, "cancel"))
    callboard_execute (GTK_WIDGET (removal->editor), removal->editor->store,
                       callboard_remove_stage_command_new (removal->stage, fate, target));
}

static GtkDropDown *
create_targets (Removal   *removal,
                GPtrArray *stages)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    {
      const CallboardStageInfo *info = g_ptr_array_index (stages, i);

      if (info->id == removal->stage)
        continue;

      gtk_string_list_append (names, info->name);
      g_array_append_val (removal->ids, info->id);
    }

  return GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (names), NULL));
}

static void
ask_where_to (CallboardJobEditor       *self,
              const CallboardStageInfo *info,
              GPtrArray                *stages)
{
  g_autofree char *heading = g_strdup_printf (_("Remove “%s”?"), info->name);
  g_autofree char *body = g_strdup_printf (ngettext ("Where shall its card go? Nothing is sent to anybody, and a campaign that"
                                                     " runs here ends.",
                                                     "Where shall its %'u cards go? Nothing is sent to anybody, and campaigns"
                                                     " that run here end.", info->count), info->count);
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  Removal *removal = g_new0 (Removal, 1);

  removal->editor = self;
  removal->stage = info->id;
  removal->ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  removal->targets = create_targets (removal, stages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (removal->targets), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Stage for the cards"), -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), GTK_WIDGET (removal->targets));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "archive", _("To the _Archive"),
                                    "move", _("_Move and Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "move", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_removal_answered_cb), removal, free_removal_cb, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
restore_stage_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  callboard_execute (widget, CALLBOARD_JOB_EDITOR (widget)->store,
                     callboard_restore_stage_command_new (g_variant_get_int64 (parameter)));
}

/* An empty stage goes at once, and comes back as easily. */
static void
remove_empty (CallboardJobEditor       *self,
              const CallboardStageInfo *info)
{
  g_autofree char *text = g_strdup_printf (_("“%s” is removed"), info->name);
  g_autofree char *markup = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "job.restore-stage");
  adw_toast_set_action_target (toast, "x", info->id);
  callboard_execute (GTK_WIDGET (self), self->store, callboard_remove_stage_command_new (info->id, CALLBOARD_FATE_NONE, 0));
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

static void
on_remove_cb (CallboardJobEditor   *self,
              CallboardStageEditor *row)
{
  g_autoptr(GPtrArray) stages = load_stages (self);

  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const CallboardStageInfo *info = g_ptr_array_index (stages, i);

      if (info->id != callboard_stage_editor_get_id (row))
        continue;

      if (info->count > 0)
        ask_where_to (self, info, stages);
      else
        remove_empty (self, info);
    }
}

static CallboardStageEditor *
create_row (CallboardJobEditor *self,
            gint64              stage)
{
  CallboardStageEditor *row = callboard_stage_editor_new (self->store, stage);

  g_signal_connect_object (row, "edit-campaign", G_CALLBACK (on_edit_campaign_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "move", G_CALLBACK (on_move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_remove_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* Rows stay the same while their stages do; only those that moved are put elsewhere. */
void
callboard_job_editor_show_stages (CallboardJobEditor *self)
{
  g_autoptr(GPtrArray) stages = load_stages (self);
  GtkListBoxRow *left;

  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const CallboardStageInfo *info = g_ptr_array_index (stages, i);
      CallboardStageEditor *row = find_row (self, info->id);

      if (row == NULL)
        row = create_row (self, info->id);
      g_object_ref_sink (row);
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) i)
        {
          if (gtk_widget_get_parent (GTK_WIDGET (row)) != NULL)
            gtk_list_box_remove (self->stages, GTK_WIDGET (row));
          gtk_list_box_insert (self->stages, GTK_WIDGET (row), i);
        }
      callboard_stage_editor_show (row, stages, i);
      if (info->id == self->focused)
        gtk_widget_grab_focus (GTK_WIDGET (row));
      g_object_unref (row);
    }

  self->focused = 0;
  while (stages != NULL && (left = gtk_list_box_get_row_at_index (self->stages, stages->len)) != NULL)
    gtk_list_box_remove (self->stages, GTK_WIDGET (left));
}

static void
on_added_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardJobEditor) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  CallboardStageEditor *row;

  if (command == NULL)
    {
      callboard_report (GTK_WIDGET (self), error);
      return;
    }

  if (self->stages == NULL)
    return;

  callboard_job_editor_show_stages (self);
  row = find_row (self, callboard_office_command_get_id (command));
  if (row != NULL)
    callboard_stage_editor_rename (row);
}

static void
add_stage_cb (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CallboardJobEditor *self = CALLBOARD_JOB_EDITOR (widget);
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *campaign = NULL;
  int type = CALLBOARD_STAGE_FORM;

  if (!callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, g_variant_get_string (parameter, NULL), &type))
    return;

  if (type != CALLBOARD_STAGE_REVIEW)
    campaign = callboard_texts_get_campaign (type, C_("the language of new texts: en or de", "en"));
  command = callboard_add_stage_command_new (self->job, &(CallboardStagePlan) { .name = _("New stage"), .type = type,
                                                                                .campaign = campaign }, G_MAXUINT);
  callboard_store_execute_async (self->store, command, NULL, on_added_cb, g_object_ref (self));
}

static gboolean
on_dropped_cb (CallboardJobEditor *self,
               const GValue       *value,
               double              x,
               double              y)
{
  CallboardStageEditor *row = g_value_get_object (value);
  GtkListBoxRow *under = gtk_list_box_get_row_at_y (self->stages, y);

  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  if (under == NULL || GTK_WIDGET (under) == GTK_WIDGET (row) ||
      gtk_widget_get_parent (GTK_WIDGET (row)) != GTK_WIDGET (self->stages))
    return FALSE;

  reorder (self, row, gtk_list_box_row_get_index (under));

  return TRUE;
}

static GdkDragAction
on_drag_moved_cb (CallboardJobEditor *self,
                  double              x,
                  double              y)
{
  GtkListBoxRow *under = gtk_list_box_get_row_at_y (self->stages, y);

  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  if (under != NULL)
    gtk_list_box_drag_highlight_row (self->stages, under);
  else
    gtk_list_box_drag_unhighlight_row (self->stages);

  return under != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_drag_left_cb (CallboardJobEditor *self)
{
  g_assert (CALLBOARD_IS_JOB_EDITOR (self));

  gtk_list_box_drag_unhighlight_row (self->stages);
}

void
callboard_job_editor_connect_stages (CallboardJobEditor *self)
{
  GtkDropTarget *target = gtk_drop_target_new (CALLBOARD_TYPE_STAGE_EDITOR, GDK_ACTION_MOVE);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_dropped_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_drag_moved_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_drag_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->stages), GTK_EVENT_CONTROLLER (target));
}

static char *
describe_news (const CallboardTemplateNews *news)
{
  g_autoptr(GPtrArray) lines = callboard_difference_new (news->before, news->after);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lines->len; i++)
    {
      const CallboardDifferenceLine *line = g_ptr_array_index (lines, i);
      g_autofree char *what = callboard_difference_describe (line);

      g_ptr_array_add (texts, line->after != NULL && line->label != NULL
                       ? g_strdup_printf ("%s\n  “%s”", what, line->after) : g_steal_pointer (&what));
    }
  g_ptr_array_add (texts, NULL);

  return g_strjoinv ("\n", (char **) texts->pdata);
}

static void
take_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gboolean publish = g_str_equal (action_name, "job.publish-news");

  callboard_execute (widget, CALLBOARD_JOB_EDITOR (widget)->store,
                     callboard_take_template_command_new (g_variant_get_int64 (parameter), publish));
}

static void
add_button (AdwExpanderRow *row,
            const char     *label,
            const char     *action,
            gint64          stage)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", stage);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_expander_row_add_action (row, button);
}

static GtkWidget *
create_news (const CallboardTemplateNews *news)
{
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *details = adw_action_row_new ();
  g_autofree char *what = describe_news (news);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), news->stage_name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _("See what has changed"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (details), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (details), what);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (details), 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), details);
  add_button (ADW_EXPANDER_ROW (row), _("Take as _Draft"), "job.take-news", news->stage);
  add_button (ADW_EXPANDER_ROW (row), _("Take and _Publish"), "job.publish-news", news->stage);

  return row;
}

void
callboard_job_editor_show_news (CallboardJobEditor *self)
{
  g_autoptr(GPtrArray) news = callboard_template_load_news (callboard_store_get_reader (self->store), self->job, NULL);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->news_list))) != NULL)
    gtk_list_box_remove (self->news_list, row);

  for (guint i = 0; news != NULL && i < news->len; i++)
    gtk_list_box_append (self->news_list, create_news (g_ptr_array_index (news, i)));

  gtk_widget_set_visible (GTK_WIDGET (self->news), news != NULL && news->len > 0);
}

void
callboard_job_editor_show_stage (CallboardJobEditor *self,
                                 gint64              stage)
{
  CallboardStageEditor *row;

  g_return_if_fail (CALLBOARD_IS_JOB_EDITOR (self));

  adw_preferences_window_set_visible_page (ADW_PREFERENCES_WINDOW (self), self->stages_page);
  row = find_row (self, stage);
  if (row == NULL)
    return;

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

void
callboard_job_editor_class_init_stages (GtkWidgetClass *widget_class)
{
  g_type_ensure (CALLBOARD_TYPE_STAGE_EDITOR);
  gtk_widget_class_install_action (widget_class, "job.add-stage", "s", add_stage_cb);
  gtk_widget_class_install_action (widget_class, "job.publish-news", "x", take_cb);
  gtk_widget_class_install_action (widget_class, "job.restore-stage", "x", restore_stage_cb);
  gtk_widget_class_install_action (widget_class, "job.take-news", "x", take_cb);
}
