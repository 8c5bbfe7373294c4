/* callboard-module-list-palette.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft-rules.h"
#include "callboard-module-list-private.h"
#include "callboard-part-words.h"

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source,
               double         x,
               double         y,
               const char    *kind)
{
  g_autoptr(CallboardModuleDrag) drag = callboard_module_drag_new (NULL, kind);

  return gdk_content_provider_new_typed (CALLBOARD_TYPE_MODULE_DRAG, drag);
}

static void
on_drag_begin_cb (GtkDragSource *source)
{
  callboard_module_drag_begin (source, gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (source)));
}

static void
free_kind_cb (gpointer  data,
              GClosure *closure)
{
  g_free (data);
}

static void
add_drag_source (GtkWidget  *button,
                 const char *kind)
{
  GtkDragSource *source = gtk_drag_source_new ();

  /* Before the button takes the press for itself. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (source), GTK_PHASE_CAPTURE);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_data (source, "prepare", G_CALLBACK (on_prepare_cb), g_strdup (kind), free_kind_cb, 0);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), NULL);
  gtk_widget_add_controller (button, GTK_EVENT_CONTROLLER (source));
}

static gboolean
find_place (CallboardModuleList  *self,
            const char           *kind,
            char                **why)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);
  CallboardStageType type = callboard_open_draft_get_stage_type (self->open);
  guint n = g_list_model_get_n_items (callboard_module_list_get_modules (self));

  for (guint i = 0; i < n; i++)
    {
      if (callboard_draft_may_add (draft, type, kind, i, NULL))
        return TRUE;
    }

  return callboard_draft_may_add (draft, type, kind, n, why);
}

static GtkWidget *
create_face (const char *kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = gtk_label_new (callboard_part_get_title (kind));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (callboard_part_get_icon (kind)));
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
create_button (CallboardModuleList *self,
               const char          *kind)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *why = NULL;

  gtk_button_set_child (GTK_BUTTON (button), create_face (kind));
  gtk_widget_set_name (button, kind);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, callboard_part_get_title (kind),
                                  -1);

  if (!find_place (self, kind, &why))
    {
      gtk_widget_set_sensitive (button, FALSE);
      gtk_widget_set_tooltip_text (button, why);
      return button;
    }

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", kind);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "module.add");
  gtk_widget_set_tooltip_text (button, _("Add behind the selected part, or drag to its place"));
  add_drag_source (button, kind);

  return button;
}

static gboolean
needs_filling (CallboardModuleList *self,
               const char * const  *kinds)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *old = g_steal_pointer (&self->palette_state);

  for (guint i = 0; kinds[i] != NULL; i++)
    g_string_append_printf (text, "%s %d ", kinds[i], find_place (self, kinds[i], NULL));
  self->palette_state = g_strdup (text->str);

  return g_strcmp0 (old, text->str) != 0;
}

/* The modules the type of the stage allows; what has no place now says why. */
void
callboard_module_list_fill_palette (CallboardModuleList *self)
{
  const char * const *kinds = callboard_draft_list_kinds (callboard_open_draft_get_stage_type (self->open));
  GtkFlowBoxChild *child;

  /* Buttons that stay keep the focus. */
  if (!needs_filling (self, kinds))
    return;

  while ((child = gtk_flow_box_get_child_at_index (self->palette, 0)) != NULL)
    gtk_flow_box_remove (self->palette, GTK_WIDGET (child));

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      gtk_flow_box_append (self->palette, create_button (self, kinds[i]));
      gtk_widget_set_focusable (GTK_WIDGET (gtk_flow_box_get_child_at_index (self->palette, i)), FALSE);
    }
}
