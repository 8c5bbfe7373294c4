/* callboard-editor-window-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft-rehearsal.h"
#include "callboard-editor-window-private.h"

static CallboardDraft *
get_draft (CallboardEditorWindow *self)
{
  return callboard_open_draft_get_draft (self->open);
}

static void
undo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  callboard_draft_undo (get_draft (CALLBOARD_EDITOR_WINDOW (widget)));
}

static void
redo_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  callboard_draft_redo (get_draft (CALLBOARD_EDITOR_WINDOW (widget)));
}

static void
report (CallboardEditorWindow *self,
        const char            *message)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("That Did Not Work"), message);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "close");
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
report_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  report (CALLBOARD_EDITOR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_published_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardEditorWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;

  if (!callboard_open_draft_publish_finish (CALLBOARD_OPEN_DRAFT (object), result, &error))
    {
      if (self->open != NULL)
        report (self, error->message);
      return;
    }

  if (self->open == NULL)
    return;

  said = g_strdup_printf (_("Version %u is published. Cards dropped from now on get it."),
                          callboard_open_draft_get_version (self->open));
  callboard_editor_window_say (self, said);
}

static void
publish_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  callboard_open_draft_publish_async (self->open, on_published_cb, g_object_ref (self));
}

static void
rehearse_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);
  g_autoptr(GError) error = NULL;
  GtkWindow *rehearsal;

  rehearsal = callboard_draft_rehearsal_new (GTK_WINDOW (self), self->open, &error);
  if (rehearsal == NULL)
    {
      report (self, error->message);
      return;
    }

  /* The draft as it is now, on a phone that has seen nothing yet. */
  if (self->rehearsal != NULL)
    gtk_window_destroy (self->rehearsal);
  g_set_weak_pointer (&self->rehearsal, rehearsal);
  gtk_window_present (rehearsal);
}

static void
map_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  callboard_editor_window_show_map (CALLBOARD_EDITOR_WINDOW (widget));
}

static void
new_window_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  gtk_window_present (GTK_WINDOW (callboard_editor_window_new (application, self->open)));
}

static void
toast_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  callboard_editor_window_say (CALLBOARD_EDITOR_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
toast_undo_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  g_autofree char *markup = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast = adw_toast_new (markup);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "campaign.undo");
  callboard_editor_window_add_toast (CALLBOARD_EDITOR_WINDOW (widget), toast);
}

static void
show_form_cb (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  callboard_editor_window_show_form (self);
  callboard_form_focus_first (self->form);
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  adw_leaflet_set_visible_child (self->leaflet, self->list_pane);
}

static void
preview_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
problems_cb (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_menu_button_popup (CALLBOARD_EDITOR_WINDOW (widget)->problems);
}

void
callboard_editor_window_class_init_actions (GtkWidgetClass *widget_class)
{
  callboard_editor_window_install_file_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "campaign.map", NULL, map_cb);
  gtk_widget_class_install_action (widget_class, "campaign.new-window", NULL, new_window_cb);
  gtk_widget_class_install_action (widget_class, "campaign.publish", NULL, publish_cb);
  gtk_widget_class_install_action (widget_class, "campaign.redo", NULL, redo_cb);
  gtk_widget_class_install_action (widget_class, "campaign.rehearse", NULL, rehearse_cb);
  gtk_widget_class_install_action (widget_class, "campaign.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "editor.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "editor.preview", NULL, preview_cb);
  gtk_widget_class_install_action (widget_class, "editor.problems", NULL, problems_cb);
  gtk_widget_class_install_action (widget_class, "editor.show-form", NULL, show_form_cb);
  gtk_widget_class_install_action (widget_class, "editor.toast", "s", toast_cb);
  gtk_widget_class_install_action (widget_class, "editor.toast-undo", "s", toast_undo_cb);
  gtk_widget_class_install_action (widget_class, "win.report", "s", report_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "editor.back", NULL);
}

/* Before the fields, which would undo only what was typed in them. */
void
callboard_editor_window_init_keys (CallboardEditorWindow *self)
{
  static const struct
  {
    const char      *action;
    guint            key;
    GdkModifierType  modifiers;
  } keys[] = {
    { "campaign.undo", GDK_KEY_z, GDK_CONTROL_MASK },
    { "campaign.redo", GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK },
    { "campaign.redo", GDK_KEY_y, GDK_CONTROL_MASK },
    { "campaign.publish", GDK_KEY_s, GDK_CONTROL_MASK },
    { "campaign.rehearse", GDK_KEY_r, GDK_CONTROL_MASK },
    { "editor.problems", GDK_KEY_F8, 0 },
    { "editor.preview", GDK_KEY_F9, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, keys[i].modifiers),
                                                            gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
label_button (GtkButton  *button,
              const char *text)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
on_steps_changed_cb (CallboardEditorWindow *self)
{
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;
  g_autofree char *undo_text = NULL;
  g_autofree char *redo_text = NULL;
  gboolean can_undo, can_redo;

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  g_object_get (get_draft (self), "can-undo", &can_undo, "can-redo", &can_redo, "undo-label", &undo, "redo-label", &redo,
                NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "campaign.redo", can_redo);
  /* Translators: %s is what was done, as in “Add Module” */
  undo_text = can_undo ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  redo_text = can_redo ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
  label_button (self->undo, undo_text);
  label_button (self->redo, redo_text);
}

static void
on_visited_cb (CallboardEditorWindow *self,
               CallboardDraftNode    *node,
               const char            *member)
{
  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  /* The list itself shows which modules came and went. */
  if (g_strcmp0 (member, "modules") != 0 && gtk_window_is_active (GTK_WINDOW (self)))
    callboard_editor_window_go_to (self, node, member);
}

void
callboard_editor_window_follow_draft (CallboardEditorWindow *self)
{
  static const char * const steps[] = { "notify::can-undo", "notify::can-redo", "notify::undo-label", "notify::redo-label" };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_signal_connect_object (get_draft (self), steps[i], G_CALLBACK (on_steps_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (get_draft (self), "visited", G_CALLBACK (on_visited_cb), self, G_CONNECT_SWAPPED);
  on_steps_changed_cb (self);
}
