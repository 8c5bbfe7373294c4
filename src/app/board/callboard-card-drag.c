/* callboard-card-drag.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-card-drag.h"

#define OFFSET 5 /* between the cards of a stack */
#define RADIUS 9
#define BADGE  24

struct _CallboardCardDrag
{
  GObject  parent_instance;

  GArray  *ids;
  gint64   from_stage;
};

G_DEFINE_FINAL_TYPE (CallboardCardDrag, callboard_card_drag, G_TYPE_OBJECT)

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

/* Cards are translucent in the dark style; over other windows they must not be. */
static void
append_ground (GtkSnapshot  *snapshot,
               GtkWidget    *card,
               GdkPaintable *image,
               float         offset)
{
  GdkRGBA ground = lookup_colour (card, "popover_bg_color");
  GdkRGBA edge = lookup_colour (card, "popover_fg_color");
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (offset, offset, gdk_paintable_get_intrinsic_width (image),
                                               gdk_paintable_get_intrinsic_height (image));
  GskRoundedRect outline;

  edge.alpha = 0.25;
  gsk_rounded_rect_init_from_rect (&outline, &bounds, RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
append_badge (CallboardCardDrag *self,
              GtkSnapshot       *snapshot,
              GtkWidget         *card,
              int                card_width)
{
  g_autofree char *text = g_strdup_printf ("%'u", self->ids->len);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (card, text);
  GdkRGBA ground = lookup_colour (card, "accent_bg_color");
  GdkRGBA ink = lookup_colour (card, "accent_fg_color");
  GskRoundedRect outline;
  graphene_rect_t bounds;
  int width;
  int height;

  pango_layout_get_pixel_size (layout, &width, &height);
  bounds = GRAPHENE_RECT_INIT (card_width - MAX (width + 14, BADGE) - 6, 6, MAX (width + 14, BADGE), BADGE);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, BADGE / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ground, &bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (bounds.origin.x + (int) (bounds.size.width - width) / 2,
                                                bounds.origin.y + (BADGE - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &ink);
}

static void
callboard_card_drag_finalize (GObject *object)
{
  CallboardCardDrag *self = CALLBOARD_CARD_DRAG (object);

  g_clear_pointer (&self->ids, g_array_unref);

  G_OBJECT_CLASS (callboard_card_drag_parent_class)->finalize (object);
}

static void
callboard_card_drag_class_init (CallboardCardDragClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_card_drag_finalize;
}

static void
callboard_card_drag_init (CallboardCardDrag *self)
{
}

CallboardCardDrag *
callboard_card_drag_new (GArray *ids,
                         gint64  from_stage)
{
  CallboardCardDrag *self;

  g_return_val_if_fail (ids != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_CARD_DRAG, NULL);
  self->ids = g_array_ref (ids);
  self->from_stage = from_stage;

  return self;
}

GArray *
callboard_card_drag_get_ids (CallboardCardDrag *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CARD_DRAG (self), NULL);

  return self->ids;
}

gint64
callboard_card_drag_get_from_stage (CallboardCardDrag *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CARD_DRAG (self), 0);

  return self->from_stage;
}

GdkPaintable *
callboard_card_drag_create_icon (CallboardCardDrag *self,
                                 GtkWidget         *card)
{
  g_autoptr(GdkPaintable) live = NULL;
  g_autoptr(GdkPaintable) image = NULL;
  GtkSnapshot *snapshot;
  int depth;
  int width;
  int height;

  g_return_val_if_fail (CALLBOARD_IS_CARD_DRAG (self), NULL);

  /* The live picture would show another person once the card is used again. */
  live = gtk_widget_paintable_new (card);
  image = gdk_paintable_get_current_image (live);
  width = gdk_paintable_get_intrinsic_width (image);
  height = gdk_paintable_get_intrinsic_height (image);
  depth = ((int) MIN (self->ids->len, 3) - 1) * OFFSET;
  snapshot = gtk_snapshot_new ();

  for (int offset = depth; offset >= 0; offset -= OFFSET)
    append_ground (snapshot, card, image, offset);

  gdk_paintable_snapshot (image, snapshot, width, height);

  if (self->ids->len > 1)
    append_badge (self, snapshot, card, width);

  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (width + depth, height + depth));
}
