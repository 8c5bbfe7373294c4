/* callboard-fold-button.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fold-button.h"

static void
show_cb (gpointer data)
{
  g_autoptr(GtkWidget) button = data;

  gtk_widget_set_visible (button, TRUE);
}

static void
hide_cb (gpointer data)
{
  g_autoptr(GtkWidget) button = data;

  gtk_widget_set_visible (button, FALSE);
}

static void
on_folded_cb (AdwLeaflet *leaflet,
              GParamSpec *pspec,
              GtkWidget  *button)
{
  g_assert (ADW_IS_LEAFLET (leaflet));
  g_assert (GTK_IS_WIDGET (button));

  g_idle_add_once (adw_leaflet_get_folded (leaflet) ? show_cb : hide_cb, g_object_ref (button));
}

void
callboard_fold_button_follow (GtkWidget  *button,
                              AdwLeaflet *leaflet)
{
  g_return_if_fail (GTK_IS_WIDGET (button));
  g_return_if_fail (ADW_IS_LEAFLET (leaflet));

  gtk_widget_set_visible (button, adw_leaflet_get_folded (leaflet));
  g_signal_connect_object (leaflet, "notify::folded", G_CALLBACK (on_folded_cb), button, 0);
}
