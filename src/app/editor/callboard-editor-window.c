/* callboard-editor-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-editor-window.h"

#include "callboard-editor-window-private.h"
#include "callboard-fold-button.h"
#include "callboard-place.h"

G_DEFINE_FINAL_TYPE (CallboardEditorWindow, callboard_editor_window, ADW_TYPE_APPLICATION_WINDOW)

void
callboard_editor_window_add_toast (CallboardEditorWindow *self,
                                   AdwToast              *toast)
{
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
callboard_editor_window_say (CallboardEditorWindow *self,
                             const char            *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  callboard_editor_window_add_toast (self, adw_toast_new (markup));
}

/* Where only one pane has room, the form takes it. */
void
callboard_editor_window_show_form (CallboardEditorWindow *self)
{
  adw_leaflet_set_visible_child (self->leaflet, self->form_pane);
}

static void
on_place_selected_cb (CallboardEditorWindow *self,
                      CallboardDraftNode    *node,
                      const char            *part)
{
  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  if (self->open == NULL)
    return;

  callboard_draft_break (callboard_open_draft_get_draft (self->open));
  callboard_editor_window_show_place (self, node, part);
}

static void
on_page_changed_cb (CallboardEditorWindow *self)
{
  gboolean deep;

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  deep = adw_leaflet_get_folded (self->leaflet) && adw_leaflet_get_visible_child (self->leaflet) == self->form_pane;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.back", deep);
}

static void
on_failed_cb (CallboardEditorWindow *self,
              const GError          *error)
{
  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  callboard_editor_window_say (self, error->message);
}

static gboolean
callboard_editor_window_close_request (GtkWindow *window)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (window);

  if (self->open != NULL)
    callboard_open_draft_save (self->open);

  return GTK_WINDOW_CLASS (callboard_editor_window_parent_class)->close_request (window);
}

static void
callboard_editor_window_dispose (GObject *object)
{
  CallboardEditorWindow *self = CALLBOARD_EDITOR_WINDOW (object);

  if (self->map != NULL)
    gtk_window_destroy (self->map);
  if (self->rehearsal != NULL)
    gtk_window_destroy (self->rehearsal);
  g_clear_weak_pointer (&self->map);
  g_clear_weak_pointer (&self->rehearsal);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_EDITOR_WINDOW);
  g_clear_object (&self->open);
  g_clear_object (&self->wanted);

  G_OBJECT_CLASS (callboard_editor_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-editor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, back);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, form);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, form_pane);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, list_pane);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, modules);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, preview_toggle);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, problem_list);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, problems);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, problems_icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, problems_label);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, problems_popover);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, publish);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, redo);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, undo);
  gtk_widget_class_bind_template_child (widget_class, CallboardEditorWindow, window_title);
  gtk_widget_class_bind_template_callback (widget_class, on_page_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_place_selected_cb);
}

static void
callboard_editor_window_class_init (CallboardEditorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_editor_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = callboard_editor_window_close_request;

  g_type_ensure (CALLBOARD_TYPE_FORM);
  g_type_ensure (CALLBOARD_TYPE_MODULE_LIST);
  g_type_ensure (CALLBOARD_TYPE_PREVIEW);
  bind_children (widget_class);
  callboard_editor_window_class_init_actions (widget_class);
}

static void
callboard_editor_window_init (CallboardEditorWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_editor_window_init_keys (self);
  callboard_fold_button_follow (self->back, self->leaflet);
  gtk_toggle_button_set_active (self->preview_toggle, adw_flap_get_reveal_flap (self->flap));
}

CallboardEditorWindow *
callboard_editor_window_new (GtkApplication     *application,
                             CallboardOpenDraft *open)
{
  CallboardEditorWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_OPEN_DRAFT (open), NULL);

  self = g_object_new (CALLBOARD_TYPE_EDITOR_WINDOW, "application", application, NULL);
  self->open = g_object_ref (open);
  callboard_editor_window_make_panels (self);
  callboard_editor_window_take_files (self);
  callboard_editor_window_follow_draft (self);
  callboard_editor_window_follow_problems (self);
  g_signal_connect_object (open, "failed", G_CALLBACK (on_failed_cb), self, G_CONNECT_SWAPPED);
  callboard_module_list_set_open (self->modules, open);
  on_page_changed_cb (self);

  return self;
}

static CallboardEditorWindow *
find (CallboardOpenDraft *open)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = g_list_model_get_n_items (windows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      if (CALLBOARD_IS_EDITOR_WINDOW (window) && CALLBOARD_EDITOR_WINDOW (window)->open == open)
        return CALLBOARD_EDITOR_WINDOW (window);
    }

  return NULL;
}

CallboardEditorWindow *
callboard_editor_window_open (GtkWindow       *parent,
                              CallboardStore  *store,
                              gint64           stage,
                              GError         **error)
{
  g_autoptr(CallboardOpenDraft) open = NULL;
  CallboardEditorWindow *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  open = callboard_open_draft_get (store, stage, error);
  if (open == NULL)
    return NULL;

  self = find (open);
  if (self == NULL)
    self = callboard_editor_window_new (parent != NULL ? gtk_window_get_application (parent) : NULL, open);
  gtk_window_present (GTK_WINDOW (self));

  return self;
}

CallboardOpenDraft *
callboard_editor_window_get_open (CallboardEditorWindow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_EDITOR_WINDOW (self), NULL);

  return self->open;
}

void
callboard_editor_window_go_to (CallboardEditorWindow *self,
                               CallboardDraftNode    *node,
                               const char            *member)
{
  CallboardDraftNode *place;
  const char *part;

  g_return_if_fail (CALLBOARD_IS_EDITOR_WINDOW (self));
  g_return_if_fail (CALLBOARD_IS_DRAFT_NODE (node));

  place = callboard_place_find (node, member, &part);
  callboard_module_list_select (self->modules, place, part);
  callboard_editor_window_show_form (self);
  callboard_editor_window_focus_field (self, node, member);
}
