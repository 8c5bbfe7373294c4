/* callboard-paste.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-paste.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

static void
add_file (gpointer file,
          gpointer files)
{
  g_ptr_array_add (files, g_object_ref (file));
}

static GFile *
save_picture (GdkTexture  *texture,
              GError     **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "callboard", "pasted", NULL);
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *name = g_strdup_printf ("%s.png", id);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0 && gdk_texture_save_to_png (texture, path))
    return g_file_new_for_path (path);

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The picture could not be kept in “%s”."), folder);

  return NULL;
}

static void
on_picture_read_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = gdk_clipboard_read_texture_finish (GDK_CLIPBOARD (object), result, &error);
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GFile *file = texture != NULL ? save_picture (texture, &error) : NULL;

  if (file == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_add (files, file);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

static void
on_files_read_cb (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (object), result, &error);

  if (value == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  g_slist_foreach (g_value_get_boxed (value), add_file, files);
  g_task_return_pointer (task, g_steal_pointer (&files), (GDestroyNotify) g_ptr_array_unref);
}

gboolean
callboard_paste_has_files (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return gdk_content_formats_contain_mime_type (formats, "text/uri-list") ||
         gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST) ||
         ((gdk_content_formats_contain_mime_type (formats, "image/png") ||
           gdk_content_formats_contain_gtype (formats, GDK_TYPE_TEXTURE)) &&
          !gdk_content_formats_contain_mime_type (formats, "text/plain;charset=utf-8"));
}

void
callboard_paste_async (GdkClipboard        *clipboard,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  GTask *task = g_task_new (clipboard, NULL, callback, user_data);
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  g_task_set_source_tag (task, callboard_paste_async);
  if (gdk_content_formats_contain_mime_type (formats, "text/uri-list") ||
      gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL, on_files_read_cb, task);
  else
    gdk_clipboard_read_texture_async (clipboard, NULL, on_picture_read_cb, task);
}

GPtrArray *
callboard_paste_finish (GAsyncResult  *result,
                        GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
