/* test-thumbnail.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-thumbnail.h"

#include <glib/gstdio.h>

#define SIZE 160

/* The head of a picture of 30,000 by 30,000 pixels, which is a gigabyte and more unpacked. */
static const char bomb[] =
  "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\x75\x30\0\0\x75\x30\x01\0\0\0\0\x4e\x5c\xc5\x17\0\0\0\0IEND\xae\x42\x60\x82";

static char *
write_file (const char *name,
            const char *bytes,
            gsize       length)
{
  char *path = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);

  return path;
}

static char *
write_picture (int width,
               int height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *path = g_build_filename (g_get_user_cache_dir (), "picture", NULL);

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save (pixbuf, path, "png", NULL, NULL));

  return path;
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GdkTexture *
load (const char    *path,
      const char    *hash,
      GCancellable  *cancellable,
      GError       **error)
{
  g_autoptr(GAsyncResult) done = NULL;

  callboard_thumbnail_load_async (path, hash, SIZE, cancellable, done_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return callboard_thumbnail_load_finish (done, error);
}

static void
test_picture (void)
{
  g_autofree char *path = write_picture (800, 400);
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = load (path, "aa", NULL, &error);
  g_autoptr(GdkTexture) again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, SIZE);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, SIZE / 2);

  /* From the cache. */
  g_remove (path);
  again = load (path, "aa", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (again), ==, SIZE);
}

static void
test_hostile (void)
{
  g_autofree char *large = write_file ("bomb", bomb, sizeof bomb - 1);
  g_autofree char *half = write_file ("half", bomb, 30);
  g_autofree char *text = write_file ("text", "no picture", 10);
  const char *paths[] = { large, half, text, "/nowhere" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (load (paths[i], "bb", NULL, &error));
      g_assert_nonnull (error);
    }
}

static void
test_cancelled (void)
{
  g_autofree char *path = write_picture (10, 10);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (load (path, "cc", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_types (void)
{
  g_assert_true (callboard_thumbnail_is_possible ("image/jpeg"));
  g_assert_false (callboard_thumbnail_is_possible ("image/svg+xml"));
  g_assert_false (callboard_thumbnail_is_possible ("application/pdf"));
  g_assert_false (callboard_thumbnail_is_possible (NULL));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("callboard-XXXXXX", NULL);

  /* GLib's own isolation would hide the types of files, which pictures are told by. */
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/thumbnail/picture", test_picture);
  g_test_add_func ("/thumbnail/hostile", test_hostile);
  g_test_add_func ("/thumbnail/cancelled", test_cancelled);
  g_test_add_func ("/thumbnail/types", test_types);

  return g_test_run ();
}
