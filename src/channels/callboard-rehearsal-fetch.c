/* callboard-rehearsal-fetch.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-fetch.h"

#include <glib/gi18n.h>

#define CHUNK (64 * 1024)

/* The writer is told nothing more once the task has returned. */
static gboolean
copy (GFile                *file,
      CallboardFileWriter  *writer,
      GCancellable         *cancellable,
      GError              **error)
{
  g_autoptr(GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gssize n_read = -1;

  if (stream == NULL)
    return FALSE;

  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, cancellable, error)) > 0)
    {
      if (!callboard_file_writer_write (writer, buffer, n_read, error))
        return FALSE;
    }

  return n_read == 0;
}

static void
fetch_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  CallboardFileWriter *writer = data;
  const char *uri = g_object_get_data (G_OBJECT (task), "uri");
  g_autoptr(GFile) file = g_file_new_for_uri (uri);
  GError *error = NULL;

  if (copy (file, writer, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else if (error->domain == CALLBOARD_FILES_ERROR || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_task_return_error (task, error);
  else
    {
      g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_GONE,
                               /* Translators: %s is the system’s reason */
                               _("The file that the phone sent could not be read. (%s)"), error->message);
      g_error_free (error);
    }
}

void
callboard_rehearsal_fetch_async (CallboardChannel    *channel,
                                 const char          *source,
                                 CallboardFileWriter *writer,
                                 GCancellable        *cancellable,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, callboard_rehearsal_fetch_async);
  g_task_set_task_data (task, writer, NULL);
  g_object_set_data_full (G_OBJECT (task), "uri", g_strdup (source), g_free);
  g_task_run_in_thread (task, fetch_in_thread);
}

gboolean
callboard_rehearsal_fetch_finish (CallboardChannel  *channel,
                                  GAsyncResult      *result,
                                  GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_rehearsal_fetch_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
