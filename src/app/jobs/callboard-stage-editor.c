/* callboard-stage-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-stage-editor.h"

#include "callboard-execute.h"
#include "callboard-office.h"
#include "callboard-stage-commands.h"
#include "callboard-status-text.h"
#include "callboard-wheel.h"
#include "callboard-zone.h"

struct _CallboardStageEditor
{
  AdwExpanderRow   parent_instance;

  AdwEntryRow     *name;
  AdwComboRow     *type;
  AdwComboRow     *delay;
  AdwComboRow     *next;
  GtkSpinButton   *stale;
  GtkSpinButton   *late;
  GtkWidget       *campaign;
  GtkWidget       *handle;

  CallboardStore  *store;
  GArray          *nexts;
  gint64           stage;
  CallboardStageType shown_type;
  gboolean         showing;
};

G_DEFINE_FINAL_TYPE (CallboardStageEditor, callboard_stage_editor, ADW_TYPE_EXPANDER_ROW)

enum
{
  EDIT_CAMPAIGN,
  MOVE,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the list in the template; -1 is the rule of all stages. */
static const gint64 delays[] = {
  -1, 0, 20 * CALLBOARD_SECOND, CALLBOARD_MINUTE, 5 * CALLBOARD_MINUTE, CALLBOARD_HOUR, CALLBOARD_DAY
};

static void
on_name_applied_cb (CallboardStageEditor *self)
{
  g_assert (CALLBOARD_IS_STAGE_EDITOR (self));

  callboard_execute (GTK_WIDGET (self), self->store,
                     callboard_rename_stage_command_new (self->stage, gtk_editable_get_text (GTK_EDITABLE (self->name))));
}

static void
on_type_changed_cb (CallboardStageEditor *self)
{
  CallboardStageType type = adw_combo_row_get_selected (self->type);

  g_assert (CALLBOARD_IS_STAGE_EDITOR (self));

  if (!self->showing && type != self->shown_type)
    callboard_stage_editor_retype (self, self->shown_type, type);
}

static void
on_rules_changed_cb (CallboardStageEditor *self)
{
  guint delay = adw_combo_row_get_selected (self->delay);
  guint next = adw_combo_row_get_selected (self->next);
  CallboardStageRules rules = { .undo_time = -1 };

  g_assert (CALLBOARD_IS_STAGE_EDITOR (self));

  if (self->showing || next >= self->nexts->len || delay >= G_N_ELEMENTS (delays))
    return;

  rules.undo_time = delays[delay];
  rules.stale_days = gtk_spin_button_get_value_as_int (self->stale);
  rules.late_days = gtk_spin_button_get_value_as_int (self->late);
  rules.next_stage = g_array_index (self->nexts, gint64, next);

  /* Red never comes before amber. */
  rules.late_days = MAX (rules.late_days, rules.stale_days);
  callboard_execute (GTK_WIDGET (self), self->store, callboard_stage_rules_command_new (self->stage, &rules));
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  g_signal_emit (widget, signals[MOVE], 0, g_str_equal (name, "stage.move-up") ? -1 : 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  g_signal_emit (widget, signals[REMOVE], 0);
}

static void
edit_campaign_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  g_signal_emit (widget, signals[EDIT_CAMPAIGN], 0);
}

static GdkContentProvider *
on_drag_prepared_cb (CallboardStageEditor *self)
{
  g_assert (CALLBOARD_IS_STAGE_EDITOR (self));

  return gdk_content_provider_new_typed (CALLBOARD_TYPE_STAGE_EDITOR, self);
}

static void
on_drag_begun_cb (CallboardStageEditor *self,
                  GdkDrag              *drag,
                  GtkDragSource        *source)
{
  g_autoptr(GdkPaintable) icon = gtk_widget_paintable_new (GTK_WIDGET (self));

  g_assert (CALLBOARD_IS_STAGE_EDITOR (self));

  gtk_drag_source_set_icon (source, icon, 16, 16);
}

static void
callboard_stage_editor_dispose (GObject *object)
{
  CallboardStageEditor *self = CALLBOARD_STAGE_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_STAGE_EDITOR);
  g_clear_pointer (&self->nexts, g_array_unref);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_stage_editor_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/jobs/callboard-stage-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, campaign);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, delay);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, handle);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, late);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, next);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, stale);
  gtk_widget_class_bind_template_child (widget_class, CallboardStageEditor, type);
  gtk_widget_class_bind_template_callback (widget_class, on_name_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_rules_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_type_changed_cb);
}

static void
callboard_stage_editor_class_init (CallboardStageEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_stage_editor_dispose;

  signals[EDIT_CAMPAIGN] = g_signal_new ("edit-campaign", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 0);
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_install_action (widget_class, "stage.edit-campaign", NULL, edit_campaign_cb);
  gtk_widget_class_install_action (widget_class, "stage.move-down", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "stage.move-up", NULL, move_cb);
  gtk_widget_class_install_action (widget_class, "stage.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "stage.move-down", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "stage.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "stage.remove", NULL);
}

static void
callboard_stage_editor_init (CallboardStageEditor *self)
{
  GtkDragSource *source = gtk_drag_source_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_wheel_leave_numbers (GTK_WIDGET (self));

  self->nexts = g_array_new (FALSE, FALSE, sizeof (gint64));
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (on_drag_prepared_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (on_drag_begun_cb), self);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (source));
}

CallboardStageEditor *
callboard_stage_editor_new (CallboardStore *store,
                            gint64          stage)
{
  CallboardStageEditor *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_STAGE_EDITOR, NULL);
  self->store = g_object_ref (store);
  self->stage = stage;

  return self;
}

gint64
callboard_stage_editor_get_id (CallboardStageEditor *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STAGE_EDITOR (self), 0);

  return self->stage;
}

CallboardStore *
callboard_stage_editor_get_store (CallboardStageEditor *self)
{
  g_return_val_if_fail (CALLBOARD_IS_STAGE_EDITOR (self), NULL);

  return self->store;
}

/* "Form · 12 cards" */
static void
show_head (CallboardStageEditor     *self,
           const CallboardStageInfo *info)
{
  const char *type = callboard_stage_type_get_words (info->type);
  g_autofree char *cards = g_strdup_printf (ngettext ("%'u card", "%'u cards", info->count), info->count);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", type, cards);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), info->name);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  if (!gtk_widget_has_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->name)))))
    gtk_editable_set_text (GTK_EDITABLE (self->name), info->name);
}

static void
show_next (CallboardStageEditor     *self,
           GPtrArray                *stages,
           const CallboardStageInfo *info)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gint64 nowhere = 0;
  guint selected = 0;

  g_array_set_size (self->nexts, 0);
  g_array_append_val (self->nexts, nowhere);
  gtk_string_list_append (names, _("Stays Here"));
  for (guint i = 0; i < stages->len; i++)
    {
      const CallboardStageInfo *other = g_ptr_array_index (stages, i);

      if (other->id == info->id)
        continue;

      if (other->id == info->next_stage_id)
        selected = self->nexts->len;
      g_array_append_val (self->nexts, other->id);
      gtk_string_list_append (names, other->name);
    }

  adw_combo_row_set_model (self->next, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->next, selected);
}

static void
show_delay (CallboardStageEditor     *self,
            const CallboardStageInfo *info)
{
  for (guint i = 0; i < G_N_ELEMENTS (delays); i++)
    {
      if (delays[i] == info->undo_time)
        adw_combo_row_set_selected (self->delay, i);
    }
}

void
callboard_stage_editor_show (CallboardStageEditor *self,
                             GPtrArray            *stages,
                             guint                 position)
{
  const CallboardStageInfo *info;
  gboolean sends;

  g_return_if_fail (CALLBOARD_IS_STAGE_EDITOR (self));
  g_return_if_fail (position < stages->len);

  info = g_ptr_array_index (stages, position);
  sends = info->type != CALLBOARD_STAGE_REVIEW;
  self->showing = TRUE;
  self->shown_type = info->type;
  show_head (self, info);
  show_next (self, stages, info);
  show_delay (self, info);
  adw_combo_row_set_selected (self->type, info->type);
  gtk_spin_button_set_value (self->stale, info->stale_days != 0 ? info->stale_days : CALLBOARD_STALE_DAYS);
  gtk_spin_button_set_value (self->late, info->late_days != 0 ? info->late_days : CALLBOARD_LATE_DAYS);
  gtk_widget_set_visible (self->campaign, sends);
  gtk_widget_set_visible (GTK_WIDGET (self->delay), sends);
  gtk_widget_set_visible (GTK_WIDGET (self->next), sends);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-up", position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.move-down", position + 1 < stages->len);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "stage.remove", stages->len > 1);
  self->showing = FALSE;
}

void
callboard_stage_editor_rename (CallboardStageEditor *self)
{
  g_return_if_fail (CALLBOARD_IS_STAGE_EDITOR (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));
}

void
callboard_stage_editor_reset (CallboardStageEditor *self)
{
  g_return_if_fail (CALLBOARD_IS_STAGE_EDITOR (self));

  self->showing = TRUE;
  adw_combo_row_set_selected (self->type, self->shown_type);
  self->showing = FALSE;
}
