/* callboard-card-marks.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-card-marks.h"

#include "callboard-icon-cache.h"

#define SIZE    14
#define SPACING 5

struct _CallboardCardMarks
{
  GtkWidget         parent_instance;

  CallboardCardMark marks;
};

G_DEFINE_FINAL_TYPE (CallboardCardMarks, callboard_card_marks, GTK_TYPE_WIDGET)

static const struct
{
  CallboardCardMark  mark;
  const char        *icon_name;
  const char        *colour; /* a named colour, or NULL for that of the text */
} looks[] = {
  { CALLBOARD_CARD_MARK_INTERVIEW, "callboard-stage-schedule-symbolic", NULL },
  { CALLBOARD_CARD_MARK_CONFIRMED, "callboard-interview-confirmed-symbolic", "success_color" },
  { CALLBOARD_CARD_MARK_BY_SMS, "callboard-by-sms-symbolic", NULL },
  { CALLBOARD_CARD_MARK_ATTACHMENT, "callboard-attachment-symbolic", NULL },
  { CALLBOARD_CARD_MARK_NO_CONSENT, "callboard-no-consent-symbolic", "warning_color" },
  { CALLBOARD_CARD_MARK_OPTED_OUT, "callboard-withdrawn-symbolic", "error_color" },
  { CALLBOARD_CARD_MARK_FLAGGED, "callboard-flag-symbolic", "error_color" },
  { CALLBOARD_CARD_MARK_UNREAD, "callboard-unread-symbolic", "accent_color" },
};

static guint
count_marks (CallboardCardMarks *self)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    n += (self->marks & looks[i].mark) != 0;

  return n;
}

static void
snapshot_mark (CallboardCardMarks *self,
               GtkSnapshot        *snapshot,
               guint               i)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  GdkRGBA colour;

  if (looks[i].colour == NULL || !gtk_style_context_lookup_color (context, looks[i].colour, &colour))
    gtk_style_context_get_color (context, &colour);

  callboard_icon_cache_snapshot (GTK_WIDGET (self), snapshot, looks[i].icon_name, SIZE, &colour);
}

static void
callboard_card_marks_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  guint n = count_marks (CALLBOARD_CARD_MARKS (widget));

  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? SIZE : n ? n * (SIZE + SPACING) - SPACING : 0;
}

static void
callboard_card_marks_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  CallboardCardMarks *self = CALLBOARD_CARD_MARKS (widget);
  int step = SIZE + SPACING;
  int x = 0;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      x = gtk_widget_get_width (widget) - SIZE;
      step = -step;
    }

  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    {
      if ((self->marks & looks[i].mark) == 0)
        continue;

      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - SIZE) / 2));
      snapshot_mark (self, snapshot, i);
      gtk_snapshot_restore (snapshot);
      x += step;
    }
}

static void
callboard_card_marks_class_init (CallboardCardMarksClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = callboard_card_marks_measure;
  widget_class->snapshot = callboard_card_marks_snapshot;

  gtk_widget_class_set_css_name (widget_class, "cardmarks");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
callboard_card_marks_init (CallboardCardMarks *self)
{
}

GtkWidget *
callboard_card_marks_new (void)
{
  return g_object_new (CALLBOARD_TYPE_CARD_MARKS, NULL);
}

void
callboard_card_marks_set (CallboardCardMarks *self,
                          CallboardCardMark   marks)
{
  g_return_if_fail (CALLBOARD_IS_CARD_MARKS (self));

  if (self->marks == marks)
    return;

  self->marks = marks;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
