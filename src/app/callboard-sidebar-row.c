/* callboard-sidebar-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sidebar-row.h"

#include <glib/gi18n.h>

#include "callboard-card-drag.h"

/* As long as a hand rests on purpose. */
#define HOVER_TIME 600

struct _CallboardSidebarRow
{
  GtkListBoxRow  parent_instance;

  GtkLabel      *attention;
  GtkLabel      *count;
  GtkLabel      *title;

  CallboardJob  *job;
  gboolean       open;
  guint          hover_source;
};

G_DEFINE_FINAL_TYPE (CallboardSidebarRow, callboard_sidebar_row, GTK_TYPE_LIST_BOX_ROW)

static void
describe (CallboardSidebarRow *self)
{
  const CallboardJobRow *row = callboard_job_get_row (self->job);
  g_autofree char *cards = g_strdup_printf (ngettext ("%'u card", "%'u cards", row->count), row->count);
  g_autofree char *needs = g_strdup_printf (ngettext ("%'u needs a person", "%'u need a person", row->attention),
                                            row->attention);
  g_autofree char *text = row->attention > 0 ? g_strdup_printf ("%s, %s", cards, needs) : g_strdup (cards);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->attention), needs);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), cards);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, row->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

static void
update (CallboardSidebarRow *self)
{
  const CallboardJobRow *row = callboard_job_get_row (self->job);
  g_autofree char *attention = g_strdup_printf ("%'u", row->attention);
  g_autofree char *count = g_strdup_printf ("%'u", row->count);

  gtk_label_set_label (self->title, row->title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), row->title);
  gtk_label_set_label (self->attention, attention);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->attention), row->attention > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), row->open == self->open);
  describe (self);
}

static void
activate (CallboardSidebarRow *self)
{
  g_signal_emit_by_name (self, "activate");
}

static gboolean
on_hovered_cb (gpointer user_data)
{
  CallboardSidebarRow *self = user_data;

  g_assert (CALLBOARD_IS_SIDEBAR_ROW (self));

  self->hover_source = 0;
  activate (self);

  return G_SOURCE_REMOVE;
}

static void
on_drag_entered_cb (CallboardSidebarRow *self)
{
  g_assert (CALLBOARD_IS_SIDEBAR_ROW (self));

  g_clear_handle_id (&self->hover_source, g_source_remove);
  self->hover_source = g_timeout_add (HOVER_TIME, on_hovered_cb, self);
}

static void
on_drag_left_cb (CallboardSidebarRow *self)
{
  g_assert (CALLBOARD_IS_SIDEBAR_ROW (self));

  g_clear_handle_id (&self->hover_source, g_source_remove);
}

/* A card stays in its job, so that a drop here only shows the job's board. */
static gboolean
on_dropped_cb (CallboardSidebarRow *self)
{
  g_assert (CALLBOARD_IS_SIDEBAR_ROW (self));

  activate (self);

  return TRUE;
}

static void
on_job_notified_cb (CallboardSidebarRow *self)
{
  g_assert (CALLBOARD_IS_SIDEBAR_ROW (self));

  update (self);
}

static void
callboard_sidebar_row_dispose (GObject *object)
{
  CallboardSidebarRow *self = CALLBOARD_SIDEBAR_ROW (object);

  g_clear_handle_id (&self->hover_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_SIDEBAR_ROW);
  g_clear_object (&self->job);

  G_OBJECT_CLASS (callboard_sidebar_row_parent_class)->dispose (object);
}

static void
callboard_sidebar_row_class_init (CallboardSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_sidebar_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/callboard-sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebarRow, attention);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebarRow, count);
  gtk_widget_class_bind_template_child (widget_class, CallboardSidebarRow, title);
}

static void
callboard_sidebar_row_init (CallboardSidebarRow *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  GtkDropTarget *target = gtk_drop_target_new (CALLBOARD_TYPE_CARD_DRAG, GDK_ACTION_MOVE);

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "enter", G_CALLBACK (on_drag_entered_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (on_drag_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

GtkWidget *
callboard_sidebar_row_new (CallboardJob *job,
                           gboolean      open)
{
  CallboardSidebarRow *self;

  g_return_val_if_fail (CALLBOARD_IS_JOB (job), NULL);

  self = g_object_new (CALLBOARD_TYPE_SIDEBAR_ROW, NULL);
  self->job = g_object_ref (job);
  self->open = !!open;
  g_signal_connect_object (job, "notify", G_CALLBACK (on_job_notified_cb), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

CallboardJob *
callboard_sidebar_row_get_job (CallboardSidebarRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SIDEBAR_ROW (self), NULL);

  return self->job;
}
