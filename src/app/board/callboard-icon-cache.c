/* callboard-icon-cache.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-icon-cache.h"

/* A change of style fades through many colours; the cache must not keep them all. */
#define MAX_TEXTURES 256

typedef struct
{
  const char *icon_name; /* interned */
  int         size;
  int         scale;
  GdkRGBA     colour;
  gboolean    rtl;
} Key;

static guint
hash_key (gconstpointer data)
{
  const Key *key = data;

  return g_direct_hash (key->icon_name) ^ gdk_rgba_hash (&key->colour) ^ (guint) (key->size * 31 + key->scale * 7 + key->rtl);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const Key *left = a;
  const Key *right = b;

  return left->icon_name == right->icon_name && left->size == right->size && left->scale == right->scale
         && left->rtl == right->rtl && gdk_rgba_equal (&left->colour, &right->colour);
}

static GHashTable *
get_textures (GdkDisplay *display)
{
  static GQuark quark;
  GHashTable *textures;

  if (quark == 0)
    quark = g_quark_from_static_string ("callboard-icon-cache");

  textures = g_object_get_qdata (G_OBJECT (display), quark);

  if (textures == NULL)
    {
      textures = g_hash_table_new_full (hash_key, equal_keys, g_free, g_object_unref);
      g_object_set_qdata_full (G_OBJECT (display), quark, textures, (GDestroyNotify) g_hash_table_unref);
    }

  return textures;
}

static GskRenderNode *
create_node (GtkWidget *widget,
             const Key *key)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GtkTextDirection direction = key->rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR;
  g_autoptr(GtkIconPaintable) icon = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  int pixels = key->size * key->scale;

  icon = gtk_icon_theme_lookup_icon (theme, key->icon_name, NULL, key->size, key->scale, direction, 0);
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon), snapshot, pixels, pixels, &key->colour, 1);

  return gtk_snapshot_free_to_node (snapshot);
}

static GdkTexture *
create_texture (GtkWidget *widget,
                const Key *key)
{
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (widget));
  GskRenderNode *node = create_node (widget, key);
  int pixels = key->size * key->scale;
  GdkTexture *texture;

  if (node == NULL)
    return NULL;

  texture = gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, pixels, pixels));
  gsk_render_node_unref (node);

  return texture;
}

void
callboard_icon_cache_snapshot (GtkWidget     *widget,
                               GtkSnapshot   *snapshot,
                               const char    *icon_name,
                               int            size,
                               const GdkRGBA *colour)
{
  GHashTable *textures = get_textures (gtk_widget_get_display (widget));
  const Key key = {
    .icon_name = g_intern_string (icon_name),
    .size = size,
    .scale = gtk_widget_get_scale_factor (widget),
    .colour = *colour,
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  GdkTexture *texture = g_hash_table_lookup (textures, &key);

  if (texture == NULL)
    {
      texture = create_texture (widget, &key);
      if (texture == NULL)
        return;

      if (g_hash_table_size (textures) >= MAX_TEXTURES)
        g_hash_table_remove_all (textures);

      g_hash_table_insert (textures, g_memdup2 (&key, sizeof key), texture);
    }

  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, size, size));
}
