/* callboard-page-bin.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-page-bin.h"

struct _CallboardPageBin
{
  GtkWidget  parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (CallboardPageBin, callboard_page_bin, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
callboard_page_bin_get_request_mode (GtkWidget *widget)
{
  CallboardPageBin *self = CALLBOARD_PAGE_BIN (widget);

  return self->child != NULL ? gtk_widget_get_request_mode (self->child) : GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
callboard_page_bin_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  CallboardPageBin *self = CALLBOARD_PAGE_BIN (widget);

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, for_size, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = G_MAXINT16;
}

static void
callboard_page_bin_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  CallboardPageBin *self = CALLBOARD_PAGE_BIN (widget);

  if (self->child != NULL)
    gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
callboard_page_bin_dispose (GObject *object)
{
  CallboardPageBin *self = CALLBOARD_PAGE_BIN (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (callboard_page_bin_parent_class)->dispose (object);
}

static void
callboard_page_bin_class_init (CallboardPageBinClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_page_bin_dispose;
  widget_class->get_request_mode = callboard_page_bin_get_request_mode;
  widget_class->measure = callboard_page_bin_measure;
  widget_class->size_allocate = callboard_page_bin_size_allocate;
}

static void
callboard_page_bin_init (CallboardPageBin *self)
{
}

void
callboard_page_bin_set_child (CallboardPageBin *self,
                              GtkWidget        *child)
{
  g_return_if_fail (CALLBOARD_IS_PAGE_BIN (self));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}
