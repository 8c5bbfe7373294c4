/* callboard-node-list-dnd.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft.h"
#include "callboard-node-list-private.h"
#include "callboard-node-words.h"

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source,
               double         x,
               double         y,
               GtkWidget     *row)
{
  CallboardDraftNode *node = callboard_node_row_get_node (CALLBOARD_NODE_ROW (row));

  return node != NULL ? gdk_content_provider_new_typed (CALLBOARD_TYPE_DRAFT_NODE, node) : NULL;
}

static void
on_drag_begin_cb (GtkDragSource *source,
                  GdkDrag       *drag,
                  GtkWidget     *row)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, paintable, 0, 0);
  gtk_widget_add_css_class (row, "dragged");
}

static void
on_drag_end_cb (GtkDragSource *source,
                GdkDrag       *drag,
                gboolean       delete_data,
                GtkWidget     *row)
{
  gtk_widget_remove_css_class (row, "dragged");
}

void
callboard_node_list_make_handle (GtkWidget *handle,
                                 GtkWidget *row)
{
  GtkDragSource *source = gtk_drag_source_new ();

  g_return_if_fail (GTK_IS_WIDGET (handle));

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (on_prepare_cb), row);
  g_signal_connect (source, "drag-begin", G_CALLBACK (on_drag_begin_cb), row);
  g_signal_connect (source, "drag-end", G_CALLBACK (on_drag_end_cb), row);
  gtk_widget_add_controller (handle, GTK_EVENT_CONTROLLER (source));
  gtk_widget_set_cursor_from_name (handle, "grab");
}

static void
mark_place (CallboardNodeList *self,
            guint              position)
{
  self->drop_position = position;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = self->rows->pdata[i];

      gtk_widget_remove_css_class (row, "drop-before");
      gtk_widget_remove_css_class (row, "drop-after");
      if (i == position)
        gtk_widget_add_css_class (row, "drop-before");
      else if (i + 1 == self->rows->len && position == self->rows->len)
        gtk_widget_add_css_class (row, "drop-after");
    }
}

/* Before which row a drop at y goes. */
static guint
find_place (CallboardNodeList *self,
            double             y)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      graphene_rect_t bounds;

      if (gtk_widget_compute_bounds (self->rows->pdata[i], GTK_WIDGET (self->list), &bounds) &&
          y < bounds.origin.y + bounds.size.height / 2)
        return i;
    }

  return self->rows->len;
}

static gboolean
may_drop (CallboardNodeList *self,
          const GValue      *value)
{
  CallboardDraftNode *node = value != NULL && G_VALUE_HOLDS (value, CALLBOARD_TYPE_DRAFT_NODE) ? g_value_get_object (value)
                                                                                             : NULL;

  return node != NULL && callboard_draft_node_get_parent (node) == callboard_field_get_node (CALLBOARD_FIELD (self)) &&
         g_strcmp0 (callboard_draft_node_get_list_name (node), callboard_field_get_member (CALLBOARD_FIELD (self))) == 0;
}

static GdkDragAction
on_motion_cb (CallboardNodeList *self,
              double             x,
              double             y,
              GtkDropTarget     *target)
{
  g_assert (CALLBOARD_IS_NODE_LIST (self));

  if (!may_drop (self, gtk_drop_target_get_value (target)))
    return 0;

  mark_place (self, find_place (self, y));

  return GDK_ACTION_MOVE;
}

static void
on_leave_cb (CallboardNodeList *self)
{
  g_assert (CALLBOARD_IS_NODE_LIST (self));

  mark_place (self, G_MAXUINT - 1);
}

static gboolean
on_drop_cb (CallboardNodeList *self,
            const GValue      *value,
            double             x,
            double             y)
{
  CallboardDraftNode *node;
  guint position, place;

  g_assert (CALLBOARD_IS_NODE_LIST (self));

  if (!may_drop (self, value))
    return FALSE;

  node = g_value_get_object (value);
  position = callboard_draft_node_get_position (node);
  place = find_place (self, y);
  mark_place (self, G_MAXUINT - 1);
  callboard_node_list_move (self, node, (int) place - (int) position - (place > position ? 1 : 0));

  return TRUE;
}

void
callboard_node_list_init_dnd (CallboardNodeList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (CALLBOARD_TYPE_DRAFT_NODE, GDK_ACTION_MOVE);

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (on_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (on_leave_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (on_motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (target));
}
