/* callboard-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-files.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define HASH_LENGTH 64
#define CHUNK       (64 * 1024)

/* callboardctl may be writing a file right now. */
#define MAX_AGE     (60 * 60)

static gboolean
copy_in (CallboardFileWriter  *writer,
         GInputStream         *stream,
         GCancellable         *cancellable,
         GError              **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, buffer, CHUNK, cancellable, error)) > 0)
    {
      if (!callboard_file_writer_write (writer, buffer, n_read, error))
        return FALSE;
    }

  return n_read == 0;
}

static CallboardStoredFile *
add (const char    *directory,
     const char    *path,
     gint64         max_size,
     GCancellable  *cancellable,
     GError       **error)
{
  g_autoptr(GFile) source = g_file_new_for_path (path);
  g_autoptr(GError) fault = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (source, cancellable, &fault);
  g_autoptr(CallboardFileWriter) writer = NULL;

  if (stream == NULL)
    {
      g_set_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_MISSING,
                   /* Translators: the last %s is the system’s reason */
                   _("The file “%s” could not be read. (%s)"), path, fault->message);
      return NULL;
    }

  writer = callboard_file_writer_new (directory, max_size, error);
  if (writer == NULL || !copy_in (writer, G_INPUT_STREAM (stream), cancellable, error))
    return NULL;

  return callboard_file_writer_finish (writer, error);
}

CallboardStoredFile *
callboard_files_add (const char  *directory,
                     const char  *path,
                     gint64       max_size,
                     GError     **error)
{
  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  return add (directory, path, max_size, NULL, error);
}

typedef struct
{
  char   *directory;
  char   *path;
  gint64  max_size;
} Adding;

static void
adding_free (gpointer data)
{
  Adding *adding = data;

  g_free (adding->directory);
  g_free (adding->path);
  g_free (adding);
}

static void
add_in_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Adding *adding = data;
  GError *error = NULL;
  CallboardStoredFile *file = add (adding->directory, adding->path, adding->max_size, cancellable, &error);

  if (file == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, file, (GDestroyNotify) callboard_stored_file_free);
}

void
callboard_files_add_async (const char          *directory,
                           const char          *path,
                           gint64               max_size,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Adding *adding;

  g_return_if_fail (directory != NULL);
  g_return_if_fail (path != NULL);

  adding = g_new0 (Adding, 1);
  adding->directory = g_strdup (directory);
  adding->path = g_strdup (path);
  adding->max_size = max_size;
  g_task_set_source_tag (task, callboard_files_add_async);
  g_task_set_task_data (task, adding, adding_free);
  g_task_run_in_thread (task, add_in_thread);
}

CallboardStoredFile *
callboard_files_add_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_files_add_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
callboard_files_is_hash (const char *hash)
{
  return hash != NULL && strlen (hash) == HASH_LENGTH && strspn (hash, "0123456789abcdef") == HASH_LENGTH;
}

char *
callboard_files_get_path (const char *directory,
                          const char *hash)
{
  g_autofree char *prefix = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  if (!callboard_files_is_hash (hash))
    return NULL;

  prefix = g_strndup (hash, 2);

  return g_build_filename (directory, "files", prefix, hash, NULL);
}

gboolean
callboard_files_has (const char *directory,
                     const char *hash)
{
  g_autofree char *path = callboard_files_get_path (directory, hash);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

void
callboard_files_clean (const char *directory)
{
  g_autofree char *folder = g_build_filename (directory, "files", NULL);
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      GStatBuf info;

      if (g_str_has_prefix (name, CALLBOARD_FILES_INCOMING) && g_stat (path, &info) == 0 &&
          info.st_mtime < g_get_real_time () / G_USEC_PER_SEC - MAX_AGE)
        g_unlink (path);
    }
}
