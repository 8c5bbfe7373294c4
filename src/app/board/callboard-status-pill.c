/* callboard-status-pill.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-status-pill.h"
#include "callboard-status-text.h"

struct _CallboardStatusPill
{
  GtkWidget   parent_instance;

  GtkWidget  *icon;
  GtkWidget  *label;

  const char *css_class;
};

G_DEFINE_FINAL_TYPE (CallboardStatusPill, callboard_status_pill, GTK_TYPE_WIDGET)

static void
callboard_status_pill_dispose (GObject *object)
{
  CallboardStatusPill *self = CALLBOARD_STATUS_PILL (object);

  g_clear_pointer (&self->icon, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (callboard_status_pill_parent_class)->dispose (object);
}

static void
callboard_status_pill_class_init (CallboardStatusPillClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_status_pill_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "statuspill");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
callboard_status_pill_init (CallboardStatusPill *self)
{
  self->icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_widget_set_parent (self->icon, GTK_WIDGET (self));

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

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), callboard_status_get_icon_name (status));
  gtk_label_set_text (GTK_LABEL (self->label), text ? text : callboard_status_get_words (status));

  if (self->css_class == css_class)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self), self->css_class);

  self->css_class = css_class;
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}
