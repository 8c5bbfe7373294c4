/* callboard-status-pill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-status-pill.h"

#include "callboard-icon-cache.h"
#include "callboard-status-text.h"

#define ICON_SIZE 12
#define SPACING   5

struct _CallboardStatusPill
{
  GtkWidget        parent_instance;

  GtkWidget       *label;

  CallboardStatus  status;
  const char      *css_class;
};

G_DEFINE_FINAL_TYPE (CallboardStatusPill, callboard_status_pill, GTK_TYPE_WIDGET)

static void
callboard_status_pill_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  CallboardStatusPill *self = CALLBOARD_STATUS_PILL (widget);

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL, NULL);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum += ICON_SIZE + SPACING;
      *natural += ICON_SIZE + SPACING;
    }
  else
    {
      *minimum = MAX (*minimum, ICON_SIZE);
      *natural = MAX (*natural, ICON_SIZE);
    }
}

static void
callboard_status_pill_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CallboardStatusPill *self = CALLBOARD_STATUS_PILL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int indent = ICON_SIZE + SPACING;

  gtk_widget_size_allocate (self->label, &(GtkAllocation) { rtl ? 0 : indent, 0, MAX (width - indent, 0), height }, -1);
}

static void
callboard_status_pill_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CallboardStatusPill *self = CALLBOARD_STATUS_PILL (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  graphene_point_t corner = GRAPHENE_POINT_INIT (rtl ? gtk_widget_get_width (widget) - ICON_SIZE : 0,
                                                 (gtk_widget_get_height (widget) - ICON_SIZE) / 2);
  GdkRGBA colour;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &corner);
  callboard_icon_cache_snapshot (widget, snapshot, callboard_status_get_icon_name (self->status), ICON_SIZE, &colour);
  gtk_snapshot_restore (snapshot);
  gtk_widget_snapshot_child (widget, self->label, snapshot);
}

static void
callboard_status_pill_dispose (GObject *object)
{
  CallboardStatusPill *self = CALLBOARD_STATUS_PILL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (callboard_status_pill_parent_class)->dispose (object);
}

static void
callboard_status_pill_class_init (CallboardStatusPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_status_pill_dispose;

  widget_class->measure = callboard_status_pill_measure;
  widget_class->size_allocate = callboard_status_pill_size_allocate;
  widget_class->snapshot = callboard_status_pill_snapshot;

  gtk_widget_class_set_css_name (widget_class, "statuspill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
callboard_status_pill_init (CallboardStatusPill *self)
{
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}

GtkWidget *
callboard_status_pill_new (void)
{
  return g_object_new (CALLBOARD_TYPE_STATUS_PILL, NULL);
}

void
callboard_status_pill_set (CallboardStatusPill *self,
                           CallboardStatus      status,
                           const char          *text)
{
  const char *css_class = callboard_status_get_css_class (status);

  g_return_if_fail (CALLBOARD_IS_STATUS_PILL (self));

  if (self->status != status)
    gtk_widget_queue_draw (GTK_WIDGET (self));

  self->status = status;
  gtk_label_set_text (GTK_LABEL (self->label), text ? text : callboard_status_get_words (status));

  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);

  self->css_class = css_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}
