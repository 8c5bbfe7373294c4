/* callboard-column-header.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-column-header.h"

#include <glib/gi18n.h>

#include "callboard-status-text.h"

struct _CallboardColumnHeader
{
  GtkWidget  parent_instance;

  GtkWidget *count;
  GtkWidget *failed;
  GtkWidget *failed_count;
  GtkWidget *icon;
  GtkWidget *menu_button;
  GtkWidget *name;
  GtkWidget *not_ready;

  guint      n_failed;
};

G_DEFINE_FINAL_TYPE (CallboardColumnHeader, callboard_column_header, GTK_TYPE_WIDGET)

enum
{
  FILTER_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update_failed (CallboardColumnHeader *self)
{
  gboolean active = callboard_column_header_get_failed_only (self);
  g_autofree char *count = g_strdup_printf ("%'u", self->n_failed);
  g_autofree char *words = g_strdup_printf (ngettext ("Show the %u that failed", "Show the %u that failed",
                                                      self->n_failed), self->n_failed);

  gtk_label_set_label (GTK_LABEL (self->failed_count), count);
  gtk_widget_set_tooltip_text (self->failed, active ? _("Show all") : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->failed), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (self->failed, self->n_failed > 0 || active);
}

static void
update_ready (CallboardColumnHeader   *self,
              const CallboardStageRow *row)
{
  gtk_widget_set_visible (self->not_ready, !row->ready);
  gtk_widget_set_tooltip_text (self->not_ready, row->reason);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->not_ready),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("The campaign is not ready"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, row->reason,
                                  -1);
}

static void
on_failed_toggled_cb (CallboardColumnHeader *self)
{
  g_assert (CALLBOARD_IS_COLUMN_HEADER (self));

  update_failed (self);
  g_signal_emit (self, signals[FILTER_CHANGED], 0);
}

static void
callboard_column_header_dispose (GObject *object)
{
  GtkWidget *widget = GTK_WIDGET (object);
  GtkWidget *child;

  gtk_widget_dispose_template (widget, CALLBOARD_TYPE_COLUMN_HEADER);

  while ((child = gtk_widget_get_first_child (widget)))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (callboard_column_header_parent_class)->dispose (object);
}

static void
callboard_column_header_class_init (CallboardColumnHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_column_header_dispose;

  signals[FILTER_CHANGED] = g_signal_new ("filter-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/board/callboard-column-header.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, count);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, failed);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, failed_count);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardColumnHeader, not_ready);
  gtk_widget_class_bind_template_callback (widget_class, on_failed_toggled_cb);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "columnheader");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
callboard_column_header_init (CallboardColumnHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_column_header_set_stage (CallboardColumnHeader   *self,
                                   const CallboardStageRow *row)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_HEADER (self));
  g_return_if_fail (row != NULL);

  gtk_label_set_label (GTK_LABEL (self->name), row->name);
  gtk_widget_set_tooltip_text (self->name, row->name);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), callboard_stage_type_get_icon_name (row->type));
  gtk_widget_set_tooltip_text (self->icon, callboard_stage_type_get_words (row->type));
  self->n_failed = row->failed;
  update_failed (self);
  update_ready (self, row);
}

void
callboard_column_header_set_count (CallboardColumnHeader *self,
                                   const char            *count)
{
  g_return_if_fail (CALLBOARD_IS_COLUMN_HEADER (self));

  gtk_label_set_label (GTK_LABEL (self->count), count);
}

gboolean
callboard_column_header_get_failed_only (CallboardColumnHeader *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN_HEADER (self), FALSE);

  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->failed));
}

GtkWidget *
callboard_column_header_get_menu_button (CallboardColumnHeader *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COLUMN_HEADER (self), NULL);

  return self->menu_button;
}
