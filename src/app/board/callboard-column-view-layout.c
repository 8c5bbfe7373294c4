/* callboard-column-view-layout.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column-view-private.h"

#define GAP          6 /* between cards */
#define EDGE         6 /* around them */
#define WIDTH_CHARS  36
#define MARKER       3

static int
get_value (CallboardColumnView *self)
{
  return self->vadjustment ? (int) gtk_adjustment_get_value (self->vadjustment) : 0;
}

static void
allocate_card (CallboardColumnView *self,
               CallboardCard       *card,
               int                  width)
{
  const GtkAllocation allocation = {
    .x = EDGE,
    .y = callboard_column_view_get_row_y (self, callboard_card_get_position (card)),
    .width = MAX (width - 2 * EDGE, 0),
    .height = self->row_height - GAP,
  };
  int minimum;

  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  gtk_widget_size_allocate (GTK_WIDGET (card), &(GtkAllocation) { allocation.x, allocation.y,
                                                                  MAX (allocation.width, minimum), allocation.height },
                            -1);
}

static void
callboard_column_view_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int chars = pango_font_metrics_get_approximate_char_width (metrics);

  *minimum = *natural = 2 * EDGE + PANGO_PIXELS (WIDTH_CHARS * chars);
  pango_font_metrics_unref (metrics);
}

static void
callboard_column_view_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (widget);
  int old_row_height = self->row_height;
  double value = get_value (self);

  if (callboard_column_view_update_row_height (self) && old_row_height > 0)
    value = value / old_row_height * self->row_height;

  if (self->hadjustment != NULL)
    gtk_adjustment_configure (self->hadjustment, 0, 0, width, 1, width, width);

  callboard_column_view_configure (self, value);

  /* To show or hide children here is safe only if the parents are being allocated, too, as they are when the height
   * changed. All other changes have been bound before. */
  if (callboard_column_view_needs_rebind (self))
    callboard_column_view_rebind (self);

  for (guint i = 0; i < self->cards->len; i++)
    allocate_card (self, g_ptr_array_index (self->cards, i), width);

  if (self->stray != NULL)
    allocate_card (self, self->stray, width);
}

static void
snapshot_marker (CallboardColumnView *self,
                 GtkSnapshot         *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int y = callboard_column_view_get_row_y (self, self->marker) - (GAP + MARKER) / 2;
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (EDGE, MAX (y, 0), gtk_widget_get_width (widget) - 2 * EDGE, MARKER);
  GskRoundedRect line;
  GdkRGBA colour;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color", &colour))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &colour);

  gsk_rounded_rect_init_from_rect (&line, &bounds, MARKER / 2.0);
  gtk_snapshot_push_rounded_clip (snapshot, &line);
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
callboard_column_view_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  CallboardColumnView *self = CALLBOARD_COLUMN_VIEW (widget);

  for (guint i = 0; i < self->cards->len; i++)
    gtk_widget_snapshot_child (widget, g_ptr_array_index (self->cards, i), snapshot);

  if (self->marker >= 0)
    snapshot_marker (self, snapshot);
}

void
callboard_column_view_class_init_layout (GtkWidgetClass *widget_class)
{
  widget_class->measure = callboard_column_view_measure;
  widget_class->size_allocate = callboard_column_view_size_allocate;
  widget_class->snapshot = callboard_column_view_snapshot;
}

guint
callboard_column_view_get_n_items (CallboardColumnView *self)
{
  return self->list ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
}

/* One card is measured for all. Its height is that of its fonts and icons, whatever it says. */
gboolean
callboard_column_view_update_row_height (CallboardColumnView *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self));
  int height;

  if (callboard_column_view_get_n_items (self) == 0)
    return FALSE;

  if (card == NULL)
    {
      card = callboard_card_new (self->state);
      gtk_widget_set_parent (card, GTK_WIDGET (self));
      g_ptr_array_add (self->spare, card);
    }

  if (!gtk_widget_get_visible (card))
    return FALSE;

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, -1, NULL, &height, NULL, NULL);

  if (self->row_height == height + GAP)
    return FALSE;

  self->row_height = height + GAP;

  return TRUE;
}

/* Whole pixels, so that text is as sharp while scrolling as at rest. */
int
callboard_column_view_get_row_y (CallboardColumnView *self,
                                 guint                position)
{
  return EDGE + (int) position * self->row_height - get_value (self);
}

void
callboard_column_view_configure (CallboardColumnView *self,
                                 double               value)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  guint n = callboard_column_view_get_n_items (self);
  double upper = n ? 2 * EDGE - GAP + (double) n * self->row_height : 0;

  if (self->vadjustment == NULL)
    return;

  self->configuring = TRUE;
  gtk_adjustment_configure (self->vadjustment, value, 0, MAX (upper, height), self->row_height, height * 0.9, height);
  self->configuring = FALSE;
}

guint
callboard_column_view_get_insert_position (CallboardColumnView *self,
                                           double               y)
{
  guint n;

  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), 0);

  n = callboard_column_view_get_n_items (self);
  if (n == 0 || self->row_height == 0)
    return 0;

  y += get_value (self) - EDGE + self->row_height / 2.0;

  return CLAMP ((int) (y / self->row_height), 0, (int) n);
}

guint
callboard_column_view_get_nearest (CallboardColumnView *self,
                                   double               y)
{
  guint n;

  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), 0);

  n = callboard_column_view_get_n_items (self);
  if (n == 0 || self->row_height == 0)
    return 0;

  return CLAMP ((int) ((y + get_value (self) - EDGE) / self->row_height), 0, (int) n - 1);
}

double
callboard_column_view_get_middle (CallboardColumnView *self,
                                  guint                position)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), 0);

  return callboard_column_view_get_row_y (self, position) + (self->row_height - GAP) / 2.0;
}

guint
callboard_column_view_get_page (CallboardColumnView *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN_VIEW (self), 1);

  return self->row_height ? MAX (gtk_widget_get_height (GTK_WIDGET (self)) / self->row_height, 1) : 1;
}

void
callboard_column_view_set_marker (CallboardColumnView *self,
                                  int                  position)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  if (self->marker == position)
    return;

  self->marker = position;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
callboard_column_view_scroll_to (CallboardColumnView *self,
                                 guint                position)
{
  int top;
  int page;
  int value;

  g_return_if_fail (CALLBOARD_IS_COLUMN_VIEW (self));

  if (self->vadjustment == NULL)
    return;

  value = get_value (self);
  page = gtk_widget_get_height (GTK_WIDGET (self));
  top = (int) position * self->row_height;

  if (top < value)
    gtk_adjustment_set_value (self->vadjustment, top);
  else if (top + self->row_height + EDGE > value + page)
    gtk_adjustment_set_value (self->vadjustment, top + self->row_height + 2 * EDGE - GAP - page);
}
