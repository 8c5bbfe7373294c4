/* callboard-vertical-label.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-vertical-label.h"

struct _CallboardVerticalLabel
{
  GtkWidget    parent_instance;

  PangoLayout *layout;
};

G_DEFINE_FINAL_TYPE (CallboardVerticalLabel, callboard_vertical_label, GTK_TYPE_WIDGET)

static void
callboard_vertical_label_measure (GtkWidget      *widget,
                                  GtkOrientation  orientation,
                                  int             for_size,
                                  int            *minimum,
                                  int            *natural,
                                  int            *minimum_baseline,
                                  int            *natural_baseline)
{
  CallboardVerticalLabel *self = CALLBOARD_VERTICAL_LABEL (widget);
  int width;
  int height;

  pango_layout_set_width (self->layout, -1);
  pango_layout_get_pixel_size (self->layout, &width, &height);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = *natural = height;
    }
  else
    {
      *minimum = MIN (width, 2 * height);
      *natural = width;
    }
}

static void
callboard_vertical_label_snapshot (GtkWidget   *widget,
                                   GtkSnapshot *snapshot)
{
  CallboardVerticalLabel *self = CALLBOARD_VERTICAL_LABEL (widget);
  int height;

  pango_layout_set_width (self->layout, gtk_widget_get_height (widget) * PANGO_SCALE);
  pango_layout_get_pixel_size (self->layout, NULL, &height);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((gtk_widget_get_width (widget) + height) / 2, 0));
  gtk_snapshot_rotate (snapshot, 90);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, self->layout);
}

/* The layout keeps the font it was made with. */
static void
callboard_vertical_label_css_changed (GtkWidget         *widget,
                                      GtkCssStyleChange *change)
{
  CallboardVerticalLabel *self = CALLBOARD_VERTICAL_LABEL (widget);

  GTK_WIDGET_CLASS (callboard_vertical_label_parent_class)->css_changed (widget, change);

  pango_layout_context_changed (self->layout);
  gtk_widget_queue_resize (widget);
}

static void
callboard_vertical_label_finalize (GObject *object)
{
  CallboardVerticalLabel *self = CALLBOARD_VERTICAL_LABEL (object);

  g_clear_object (&self->layout);

  G_OBJECT_CLASS (callboard_vertical_label_parent_class)->finalize (object);
}

static void
callboard_vertical_label_class_init (CallboardVerticalLabelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = callboard_vertical_label_finalize;

  widget_class->css_changed = callboard_vertical_label_css_changed;
  widget_class->measure = callboard_vertical_label_measure;
  widget_class->snapshot = callboard_vertical_label_snapshot;

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
callboard_vertical_label_init (CallboardVerticalLabel *self)
{
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "");
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

GtkWidget *
callboard_vertical_label_new (void)
{
  return g_object_new (CALLBOARD_TYPE_VERTICAL_LABEL, NULL);
}

void
callboard_vertical_label_set_text (CallboardVerticalLabel *self,
                                   const char             *text)
{
  g_return_if_fail (CALLBOARD_IS_VERTICAL_LABEL (self));

  pango_layout_set_text (self->layout, text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
