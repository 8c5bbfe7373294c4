/* callboard-picture.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-picture.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
callboard_picture_wait (CallboardCondition condition,
                        gpointer           data)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;
  guint source = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }

  g_source_remove (source);
}

static void
keep (GtkWidget  *widget,
      const char *path)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  int width = gdk_paintable_get_intrinsic_width (paintable);
  int height = gdk_paintable_get_intrinsic_height (paintable);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  g_autoptr(GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  if (node == NULL)
    return;

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  gdk_texture_save_to_png (texture, path);
  gsk_render_node_unref (node);
}

static gboolean
has_drawn (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

void
callboard_picture_show (GtkWindow  *window,
                        const char *name)
{
  const char *folder = g_getenv ("CALLBOARD_PICTURES");
  const char *width = g_getenv ("CALLBOARD_WIDTH");
  const char *dark = g_getenv ("CALLBOARD_DARK");
  g_autofree char *path = NULL;
  int height, ignored;

  if (g_getenv ("CALLBOARD_RTL") != NULL)
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  if (g_getenv ("CALLBOARD_LARGE") != NULL)
    g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", 144 * 1024, NULL);
  if (dark != NULL)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_get_default_size (window, &ignored, &height);
  if (width != NULL)
    gtk_window_set_default_size (window, atoi (width), height);
  gtk_window_present (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));

  if (folder == NULL)
    return;

  /* Transitions take up to a quarter of a second. */
  callboard_picture_wait (has_drawn, &(gint64) { g_get_monotonic_time () + 600000 });
  path = g_strdup_printf ("%s/%s-%s%s.png", folder, name, width ? width : "wide", dark ? "-dark" : "");
  keep (GTK_WIDGET (window), path);
}

gpointer
callboard_picture_find (gpointer    widget,
                        GType       type,
                        const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) &&
      (name == NULL || g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), name) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      gpointer found = callboard_picture_find (child, type, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}
