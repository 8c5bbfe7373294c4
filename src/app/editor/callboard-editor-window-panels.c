/* callboard-editor-window-panels.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-editor-window-private.h"
#include "callboard-path-map.h"

static void
on_node_focused_cb (CallboardEditorWindow *self,
                    CallboardDraftNode    *node)
{
  const char *part;
  CallboardDraftNode *place;

  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  place = callboard_module_list_get_place (self->modules, &part);
  callboard_preview_show (self->preview, node, node == place ? part : NULL);
}

/* A message of the phone, or a stop of the map, is pressed. */
static void
on_node_chosen_cb (CallboardEditorWindow *self,
                   CallboardDraftNode    *node,
                   const char            *part)
{
  g_assert (CALLBOARD_IS_EDITOR_WINDOW (self));

  callboard_editor_window_go_to (self, node, part);
  gtk_window_present (GTK_WINDOW (self));
}

void
callboard_editor_window_make_panels (CallboardEditorWindow *self)
{
  callboard_form_set_open (self->form, self->open);
  callboard_preview_set_open (self->preview, self->open);
  g_signal_connect_object (self->form, "focused", G_CALLBACK (on_node_focused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->preview, "chosen", G_CALLBACK (on_node_chosen_cb), self, G_CONNECT_SWAPPED);
}

void
callboard_editor_window_show_place (CallboardEditorWindow *self,
                                    CallboardDraftNode    *node,
                                    const char            *part)
{
  callboard_form_show (self->form, node, part);
  callboard_preview_show (self->preview, node, part);
}

void
callboard_editor_window_focus_field (CallboardEditorWindow *self,
                                     CallboardDraftNode    *node,
                                     const char            *member)
{
  callboard_form_focus (self->form, node, member);
}

void
callboard_editor_window_show_map (CallboardEditorWindow *self)
{
  GtkBuilder *builder;
  GtkWidget *map;

  if (self->map == NULL)
    {
      g_type_ensure (CALLBOARD_TYPE_PATH_MAP);
      builder = gtk_builder_new_from_resource (APP_PATH "/editor/path-window.ui");
      map = GTK_WIDGET (gtk_builder_get_object (builder, "map"));
      callboard_path_map_set_open (CALLBOARD_PATH_MAP (map), self->open);
      g_signal_connect_object (map, "chosen", G_CALLBACK (on_node_chosen_cb), self, G_CONNECT_SWAPPED);
      g_set_weak_pointer (&self->map, GTK_WINDOW (gtk_builder_get_object (builder, "window")));
      gtk_window_set_transient_for (self->map, GTK_WINDOW (self));
      g_object_unref (builder);
    }

  gtk_window_present (self->map);
}
