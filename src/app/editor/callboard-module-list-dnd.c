/* callboard-module-list-dnd.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document.h"
#include "callboard-drag-escape.h"
#include "callboard-module-list-private.h"

static GdkDragAction
on_motion_cb (CallboardModuleList *self,
              double               x,
              double               y,
              GtkDropTarget       *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (value == NULL || self->open == NULL)
    return 0;

  g_set_object (&self->drag, g_value_get_object (value));
  self->y = y;
  callboard_module_list_hover (self);
  callboard_module_list_autoscroll (self);

  return self->marked != NULL ? GDK_ACTION_MOVE : 0;
}

static void
on_leave_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  callboard_module_list_end_hover (self);
}

/* On X11 no leave follows a drop. */
static gboolean
on_drop_cb (CallboardModuleList *self,
            const GValue        *value,
            double               x,
            double               y)
{
  g_autoptr(CallboardModuleDrag) drag = g_value_dup_object (value);
  guint position;

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  self->y = y;
  position = callboard_module_list_get_drop_position (self);
  callboard_module_list_end_hover (self);

  return callboard_module_list_drop (self, drag, position);
}

static GdkContentProvider *
on_prepare_cb (CallboardModuleList *self,
               double               x,
               double               y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  g_autoptr(CallboardModuleDrag) drag = NULL;
  g_autofree char *text = NULL;
  CallboardDraftNode *node;

  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (row == NULL || callboard_module_row_get_part (CALLBOARD_MODULE_ROW (row)) != NULL)
    return NULL;

  node = callboard_module_row_get_node (CALLBOARD_MODULE_ROW (row));
  drag = callboard_module_drag_new (node, callboard_draft_node_get_kind (node));
  text = callboard_draft_node_to_text (node);
  g_set_weak_pointer (&self->dragged, GTK_WIDGET (row));

  return gdk_content_provider_new_union ((GdkContentProvider *[]) {
                                           gdk_content_provider_new_typed (CALLBOARD_TYPE_MODULE_DRAG, drag),
                                           gdk_content_provider_new_typed (G_TYPE_STRING, text) }, 2);
}

static GdkRGBA
lookup_colour (GtkWidget  *widget,
               const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (context, name, &colour))
    gtk_style_context_get_color (context, &colour);

  return colour;
}

/* A picture of now, on a ground of its own, since rows are translucent. */
static GdkPaintable *
draw_icon (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) live = gtk_widget_paintable_new (widget);
  g_autoptr(GdkPaintable) image = gdk_paintable_get_current_image (live);
  int width = gdk_paintable_get_intrinsic_width (image);
  int height = gdk_paintable_get_intrinsic_height (image);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  GdkRGBA ground = lookup_colour (widget, "popover_bg_color");
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 6);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gdk_paintable_snapshot (image, snapshot, width, height);
  gtk_snapshot_pop (snapshot);

  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (width, height));
}

void
callboard_module_drag_begin (GtkDragSource *source,
                             GtkWidget     *widget)
{
  g_autoptr(GdkPaintable) icon = draw_icon (widget);

  gtk_drag_source_set_icon (source, icon, 12, gtk_widget_get_height (widget) / 2);
  callboard_drag_escape_watch (source);
}

static void
on_drag_begin_cb (CallboardModuleList *self,
                  GdkDrag             *drag,
                  GtkDragSource       *source)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (self->dragged == NULL)
    return;

  callboard_module_drag_begin (source, self->dragged);
  gtk_widget_add_css_class (self->dragged, "dragged");
}

static void
on_drag_end_cb (CallboardModuleList *self)
{
  g_assert (CALLBOARD_IS_MODULE_LIST (self));

  if (self->dragged != NULL)
    gtk_widget_remove_css_class (self->dragged, "dragged");
  g_clear_weak_pointer (&self->dragged);
  callboard_module_list_end_hover (self);
}

void
callboard_module_list_init_dnd (CallboardModuleList *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (CALLBOARD_TYPE_MODULE_DRAG, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_object (source, "prepare", G_CALLBACK (on_prepare_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (source, "drag-end", G_CALLBACK (on_drag_end_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_object (target, "enter", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "motion", G_CALLBACK (on_motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (on_leave_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->scrolled), GTK_EVENT_CONTROLLER (target));
}
