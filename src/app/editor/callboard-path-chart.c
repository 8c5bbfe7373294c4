/* callboard-path-chart.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-path-chart.h"

#include <adwaita.h>
#include <math.h>

#include "callboard-path-card.h"

#define GAP       26
#define LANE      11
#define ARROW     4.5
#define ENTRY     16

/* cards: (element-type CallboardPathCard); lanes: for each stop, the lane in which rules come to it, from 1, or 0. */
struct _CallboardPathChart
{
  GtkWidget  parent_instance;

  GPtrArray *stops;
  GPtrArray *cards;
  GArray    *lanes;
  guint      n_lanes;
};

G_DEFINE_FINAL_TYPE (CallboardPathChart, callboard_path_chart, GTK_TYPE_WIDGET)

enum {
  PRESSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CallboardPathStop *
get_stop (CallboardPathChart *self,
          guint               position)
{
  return g_ptr_array_index (self->stops, position);
}

static int
get_margin (CallboardPathChart *self)
{
  return self->n_lanes > 0 ? (self->n_lanes + 1) * LANE : 0;
}

static gboolean
leads_by_rule (const CallboardPathStop *stop,
               guint                    target)
{
  for (guint i = 0; i < stop->edges->len; i++)
    {
      const CallboardPathEdge *edge = &g_array_index (stop->edges, CallboardPathEdge, i);

      if (edge->target == target && edge->label != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The first stop from which a rule leads to another, or that one if there is none. */
static guint
find_source (CallboardPathChart *self,
             guint               target)
{
  guint source = 0;

  while (source < target && !leads_by_rule (get_stop (self, source), target))
    source++;

  return source;
}

/* A lane ends where its target is; the next line may begin there. */
static void
choose_lanes (CallboardPathChart *self)
{
  g_autoptr(GArray) ends = g_array_new (FALSE, TRUE, sizeof (guint));

  self->n_lanes = 0;
  g_array_set_size (self->lanes, 0);
  g_array_set_size (self->lanes, self->stops->len);
  for (guint source = 0; source < self->stops->len; source++)
    {
      for (guint target = source + 1; target < self->stops->len; target++)
        {
          guint lane = 0;

          if (find_source (self, target) != source)
            continue;

          while (lane < ends->len && g_array_index (ends, guint, lane) > source)
            lane++;
          if (lane == ends->len)
            g_array_append_val (ends, target);
          g_array_index (ends, guint, lane) = target;
          g_array_index (self->lanes, guint, target) = lane + 1;
        }
    }

  self->n_lanes = ends->len;
}

static double
mirror (CallboardPathChart *self,
        double              x)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  return rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - x : x;
}

static void
get_place (CallboardPathChart *self,
           guint               position,
           graphene_rect_t    *place)
{
  if (!gtk_widget_compute_bounds (g_ptr_array_index (self->cards, position), GTK_WIDGET (self), place))
    graphene_rect_init (place, 0, 0, 0, 0);
}

static void
draw_head (cairo_t *cr,
           double   x,
           double   y,
           double   dx,
           double   dy)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - ARROW * (dx + dy * 0.8), y - ARROW * (dy + dx * 0.8));
  cairo_line_to (cr, x - ARROW * (dx - dy * 0.8), y - ARROW * (dy - dx * 0.8));
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_flow (CallboardPathChart *self,
           cairo_t            *cr,
           guint               position)
{
  graphene_rect_t from, to;
  double x;

  get_place (self, position, &from);
  get_place (self, position + 1, &to);
  x = floor (from.origin.x + from.size.width / 2) + 0.5;
  cairo_move_to (cr, x, from.origin.y + from.size.height + 3);
  cairo_line_to (cr, x, to.origin.y - 3 - ARROW);
  cairo_stroke (cr);
  draw_head (cr, x, to.origin.y - 3, 0, 1);
}

/* From a card's line out to the lane of the target, and down. */
static void
draw_rule (CallboardPathChart *self,
           cairo_t            *cr,
           guint               position,
           guint               target)
{
  guint lane = g_array_index (self->lanes, guint, target);
  double edge = gtk_widget_get_width (GTK_WIDGET (self)) - get_margin (self);
  double x = mirror (self, edge + lane * LANE), begin = mirror (self, edge + 2), end = mirror (self, edge + 3);
  graphene_rect_t to;
  double y;

  get_place (self, target, &to);
  if (!callboard_path_card_find_line (g_ptr_array_index (self->cards, position), target, &y))
    return;

  cairo_move_to (cr, begin, floor (y) + 0.5);
  cairo_line_to (cr, x, floor (y) + 0.5);
  cairo_line_to (cr, x, floor (to.origin.y + ENTRY) + 0.5);
  cairo_line_to (cr, end + (end < x ? ARROW : -ARROW), floor (to.origin.y + ENTRY) + 0.5);
  cairo_stroke (cr);
  draw_head (cr, end, floor (to.origin.y + ENTRY) + 0.5, end < x ? -1 : 1, 0);
}

/* Several answers may lead to one stop. */
static gboolean
is_repeated (const CallboardPathStop *stop,
             guint                    index)
{
  const CallboardPathEdge *edges = (const CallboardPathEdge *) (gconstpointer) stop->edges->data;

  for (guint i = 0; i < index; i++)
    {
      if (edges[i].target == edges[index].target && edges[i].label != NULL)
        return TRUE;
    }

  return FALSE;
}

static void
draw_stop (CallboardPathChart *self,
           cairo_t            *cr,
           guint               position)
{
  const CallboardPathStop *stop = get_stop (self, position);

  for (guint i = 0; i < stop->edges->len; i++)
    {
      const CallboardPathEdge *edge = &g_array_index (stop->edges, CallboardPathEdge, i);

      if (edge->label == NULL)
        draw_flow (self, cr, position);
      else if (!is_repeated (stop, i))
        draw_rule (self, cr, position, edge->target);
    }
}

/* The lines of the card that has the focus or the pointer stand out. */
static gboolean
is_looked_at (CallboardPathChart *self,
              guint               position)
{
  GtkStateFlags state = gtk_widget_get_state_flags (g_ptr_array_index (self->cards, position));

  return (state & (GTK_STATE_FLAG_FOCUSED | GTK_STATE_FLAG_PRELIGHT)) != 0;
}

static void
draw_lines (CallboardPathChart *self,
            cairo_t            *cr,
            gboolean            looked_at)
{
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  color.alpha *= looked_at || adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 1 : 0.5;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, looked_at ? 2 : 1);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->stops->len; i++)
    {
      if (is_looked_at (self, i) == looked_at)
        draw_stop (self, cr, i);
    }
}

static void
on_card_clicked_cb (CallboardPathChart *self,
                    GtkWidget          *card)
{
  guint position;

  g_assert (CALLBOARD_IS_PATH_CHART (self));

  if (g_ptr_array_find (self->cards, card, &position))
    g_signal_emit (self, signals[PRESSED], 0, position);
}

static GtkSizeRequestMode
callboard_path_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
callboard_path_chart_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  CallboardPathChart *self = CALLBOARD_PATH_CHART (widget);
  int margin = get_margin (self);

  *minimum = *natural = 0;
  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);
      int least, best;

      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          gtk_widget_measure (card, orientation, -1, &least, &best, NULL, NULL);
          *minimum = MAX (*minimum, least + margin);
          *natural = MAX (*natural, best + margin);
          continue;
        }

      gtk_widget_measure (card, orientation, for_size < 0 ? -1 : MAX (for_size - margin, 0), &least, &best, NULL, NULL);
      *minimum += best + (i > 0 ? GAP : 0);
      *natural = *minimum;
    }
}

static void
callboard_path_chart_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  CallboardPathChart *self = CALLBOARD_PATH_CHART (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int margin = get_margin (self);
  GtkAllocation place = { rtl ? margin : 0, 0, width - margin, 0 };

  for (guint i = 0; i < self->cards->len; i++)
    {
      GtkWidget *card = g_ptr_array_index (self->cards, i);

      gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, place.width, NULL, &place.height, NULL, NULL);
      gtk_widget_size_allocate (card, &place, -1);
      place.y += place.height + GAP;
    }
}

static void
callboard_path_chart_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  CallboardPathChart *self = CALLBOARD_PATH_CHART (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                                          gtk_widget_get_height (widget)));

  draw_lines (self, cr, FALSE);
  draw_lines (self, cr, TRUE);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (callboard_path_chart_parent_class)->snapshot (widget, snapshot);
}

static void
callboard_path_chart_dispose (GObject *object)
{
  CallboardPathChart *self = CALLBOARD_PATH_CHART (object);
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (card);

  g_ptr_array_set_size (self->cards, 0);

  G_OBJECT_CLASS (callboard_path_chart_parent_class)->dispose (object);
}

static void
callboard_path_chart_finalize (GObject *object)
{
  CallboardPathChart *self = CALLBOARD_PATH_CHART (object);

  g_ptr_array_unref (self->stops);
  g_ptr_array_unref (self->cards);
  g_array_unref (self->lanes);

  G_OBJECT_CLASS (callboard_path_chart_parent_class)->finalize (object);
}

static void
callboard_path_chart_class_init (CallboardPathChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_path_chart_dispose;
  object_class->finalize = callboard_path_chart_finalize;
  widget_class->get_request_mode = callboard_path_chart_get_request_mode;
  widget_class->measure = callboard_path_chart_measure;
  widget_class->size_allocate = callboard_path_chart_size_allocate;
  widget_class->snapshot = callboard_path_chart_snapshot;

  signals[PRESSED] = g_signal_new ("pressed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "pathchart");
}

static void
callboard_path_chart_init (CallboardPathChart *self)
{
  self->stops = g_ptr_array_new ();
  self->cards = g_ptr_array_new ();
  self->lanes = g_array_new (FALSE, TRUE, sizeof (guint));
}

static void
add_card (CallboardPathChart *self)
{
  GtkWidget *card = callboard_path_card_new ();

  gtk_widget_set_parent (card, GTK_WIDGET (self));
  g_ptr_array_add (self->cards, card);
  g_signal_connect_object (card, "clicked", G_CALLBACK (on_card_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "state-flags-changed", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

static void
remove_card (CallboardPathChart *self)
{
  gtk_widget_unparent (g_ptr_array_steal_index (self->cards, self->cards->len - 1));
}

void
callboard_path_chart_set_stops (CallboardPathChart *self,
                                GPtrArray          *stops)
{
  g_return_if_fail (CALLBOARD_IS_PATH_CHART (self));
  g_return_if_fail (stops != NULL);

  g_ptr_array_ref (stops);
  g_ptr_array_unref (self->stops);
  self->stops = stops;
  while (self->cards->len < stops->len)
    add_card (self);
  while (self->cards->len > stops->len)
    remove_card (self);

  choose_lanes (self);
  for (guint i = 0; i < stops->len; i++)
    callboard_path_card_show (g_ptr_array_index (self->cards, i), stops, i);

  gtk_widget_queue_resize (GTK_WIDGET (self));
}
