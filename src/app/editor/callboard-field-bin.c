/* callboard-field-bin.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-field.h"

static void
dispose_bin (GObject *object)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (object));

  g_clear_pointer (&child, gtk_widget_unparent);

  G_OBJECT_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->dispose (object);
}

static gboolean
grab_focus_bin (GtkWidget *widget)
{
  return gtk_widget_grab_focus (gtk_widget_get_first_child (widget));
}

/* What takes the focus by itself keeps it from going back out. */
static gboolean
focus_bin (GtkWidget        *widget,
           GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_widget_get_first_child (widget), direction);
}

void
callboard_field_install_bin (GObjectClass *klass)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (klass));

  callboard_field_install (klass);
  klass->dispose = dispose_bin;
  GTK_WIDGET_CLASS (klass)->focus = focus_bin;
  GTK_WIDGET_CLASS (klass)->grab_focus = grab_focus_bin;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}
