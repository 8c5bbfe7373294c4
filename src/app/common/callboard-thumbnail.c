/* callboard-thumbnail.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-thumbnail.h"

#include <glib/gstdio.h>

/* 50 megapixels are 200 MB unpacked: the best telephones take that, and nobody's computer fails with it. */
#define MAX_PIXELS G_GINT64_CONSTANT (50000000)
#define MAX_SIDE   20000

/* Only what decoders have long been hardened for. */
static const char * const types[] = { "image/jpeg", "image/png", "image/gif", "image/webp", "image/heic", "image/avif" };

/* One picture at a time is unpacked. */
G_LOCK_DEFINE_STATIC (unpacking);

typedef struct
{
  char *path;
  char *cached;
  int   size;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free (request->path);
  g_free (request->cached);
  g_free (request);
}

gboolean
callboard_thumbnail_is_possible (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (g_strcmp0 (type, types[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_small_enough (const char  *path,
                 GError     **error)
{
  int width = 0;
  int height = 0;

  if (gdk_pixbuf_get_file_info (path, &width, &height) != NULL && width > 0 && height > 0 &&
      width <= MAX_SIDE && height <= MAX_SIDE && (gint64) width * height <= MAX_PIXELS)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not a picture, or one with too many pixels");

  return FALSE;
}

static GdkPixbuf *
make (const Request  *request,
      GError        **error)
{
  g_autoptr(GdkPixbuf) scaled = NULL;

  if (!is_small_enough (request->path, error))
    return NULL;

  scaled = gdk_pixbuf_new_from_file_at_scale (request->path, request->size, request->size, TRUE, error);

  return scaled != NULL ? gdk_pixbuf_apply_embedded_orientation (scaled) : NULL;
}

/* A cache that cannot be written is none. */
static void
keep (const Request *request,
      GdkPixbuf     *pixbuf)
{
  g_autofree char *folder = g_path_get_dirname (request->cached);
  g_autofree char *bytes = NULL;
  gsize length;

  if (g_mkdir_with_parents (folder, 0700) == 0 &&
      gdk_pixbuf_save_to_buffer (pixbuf, &bytes, &length, "png", NULL, NULL))
    g_file_set_contents_full (request->cached, bytes, length, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  g_autoptr(GdkPixbuf) pixbuf = NULL;
  GError *error = NULL;

  G_LOCK (unpacking);
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    {
      pixbuf = gdk_pixbuf_new_from_file (request->cached, NULL);
      if (pixbuf == NULL && (pixbuf = make (request, &error)) != NULL)
        keep (request, pixbuf);
    }
  G_UNLOCK (unpacking);

  if (pixbuf != NULL)
    g_task_return_pointer (task, gdk_texture_new_for_pixbuf (pixbuf), g_object_unref);
  else
    g_task_return_error (task, error);
}

void
callboard_thumbnail_load_async (const char          *path,
                                const char          *hash,
                                int                  size,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *name = NULL;
  Request *request;

  g_return_if_fail (path != NULL);
  g_return_if_fail (hash != NULL);

  name = g_strdup_printf ("%s-%d.png", hash, size);
  request = g_new0 (Request, 1);
  request->path = g_strdup (path);
  request->cached = g_build_filename (g_get_user_cache_dir (), "callboard", "thumbnails", name, NULL);
  request->size = size;
  g_task_set_source_tag (task, callboard_thumbnail_load_async);
  g_task_set_task_data (task, request, request_free);
  g_task_run_in_thread (task, load_in_thread);
}

GdkTexture *
callboard_thumbnail_load_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_thumbnail_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
