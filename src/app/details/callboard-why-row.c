/* callboard-why-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-why-row.h"

#include <glib/gi18n.h>

#include "callboard-format.h"

struct _CallboardWhyRow
{
  GtkListBoxRow  parent_instance;

  GtkBox        *effects;
  GtkLabel      *event;
  GtkLabel      *time;
};

G_DEFINE_FINAL_TYPE (CallboardWhyRow, callboard_why_row, GTK_TYPE_LIST_BOX_ROW)

static void
add_line (CallboardWhyRow *self,
          const char      *text,
          const char      *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (self->effects, label);
}

static void
fill (CallboardWhyRow           *self,
      const CallboardReplayStep *step)
{
  g_autofree char *event = callboard_replay_describe_event (step->event);
  g_autofree char *hour = callboard_format_hour (step->at);
  g_autofree char *exactly = callboard_format_exactly (step->at);

  gtk_label_set_label (self->event, event);
  gtk_label_set_label (self->time, hour);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->time), exactly);
  if (step->effects->len == 0)
    add_line (self, _("Nothing follows from it"), "dim-label");

  for (guint i = 0; i < step->effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (step->effects, i);
      g_autofree char *text = callboard_replay_describe_effect (effect);

      add_line (self, text, "why-effect");
      add_line (self, callboard_why_describe (effect->why), "why-reason");
    }
}

static void
callboard_why_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_WHY_ROW);

  G_OBJECT_CLASS (callboard_why_row_parent_class)->dispose (object);
}

static void
callboard_why_row_class_init (CallboardWhyRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_why_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-why-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyRow, effects);
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyRow, event);
  gtk_widget_class_bind_template_child (widget_class, CallboardWhyRow, time);
}

static void
callboard_why_row_init (CallboardWhyRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_why_row_new (const CallboardReplayStep *step)
{
  CallboardWhyRow *self;

  g_return_val_if_fail (step != NULL && step->effects != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_WHY_ROW, NULL);
  fill (self, step);

  return GTK_WIDGET (self);
}
