/* callboard-campaign-file.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "callboard-error.h"
#include "callboard-file-type.h"
#include "callboard-script-private.h"
#include "callboard-util.h"

/* The longest file that could hold what is taken, with its list of contents. */
#define MAX_FILE (CALLBOARD_CAMPAIGN_FILE_MAX_MEDIA + G_GINT64_CONSTANT (16) * 1024 * 1024)

G_DEFINE_QUARK (callboard-campaign-file-error-quark, callboard_campaign_file_error)

gboolean
callboard_campaign_file_fail (GError                     **error,
                              CallboardCampaignFileError   code,
                              const char                  *message)
{
  g_set_error_literal (error, CALLBOARD_CAMPAIGN_FILE_ERROR, code, message);

  return FALSE;
}

const char *
callboard_campaign_file_get_name (const CallboardScriptFile *file)
{
  return file->name != NULL && *file->name != '\0' ? file->name : file->hash;
}

char *
callboard_campaign_file_suggest_name (const char *stage)
{
  g_autofree char *text = g_strconcat (stage != NULL && *stage != '\0' ? stage : _("Campaign"), ".txt", NULL);
  g_autofree char *safe = callboard_file_safe_name (text, "text/plain");

  /* The dot that is left belongs to the extension. */
  safe[strlen (safe) - strlen (".txt")] = '\0';

  return g_strconcat (safe, CALLBOARD_CAMPAIGN_FILE_EXTENSION, NULL);
}

static void
translate_fault (GError       **error,
                 const GError  *fault)
{
  if (g_error_matches (fault, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NEWER))
    callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_NEWER, fault->message);
  else
    g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID,
                 /* Translators: %s is the place in the campaign, and what is wrong there */
                 _("The campaign has a mistake that Callboard cannot mend. (%s)"), fault->message);
}

GPtrArray *
callboard_campaign_file_list_media (const char  *document,
                                    GError     **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (document, &fault);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *files;

  if (script == NULL)
    {
      translate_fault (error, fault);
      return NULL;
    }

  files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_script_file_free);
  for (guint i = 0; i < script->steps->len; i++)
    {
      const CallboardStep *step = g_ptr_array_index (script->steps, i);

      if (step->media != NULL && g_hash_table_add (seen, step->media->hash))
        g_ptr_array_add (files, callboard_script_file_copy (step->media));
    }

  return files;
}

/* What was saved by somebody's editor may begin with a byte order mark. */
static char *
read_plain (int            fd,
            gsize          size,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autofree char *text = g_malloc (size + 1);
  g_autoptr(GPtrArray) files = NULL;
  gsize length = 0;
  gssize n_read;
  const char *start;

  while (length < size && (n_read = pread (fd, text + length, size - length, length)) > 0)
    length += n_read;
  text[length] = '\0';

  start = g_str_has_prefix (text, "\xef\xbb\xbf") ? text + 3 : text;
  if (strlen (text) < length || start[strspn (start, " \t\r\n")] != '{' || strstr (start, "\"callboard\"") == NULL)
    {
      callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_FOREIGN,
                                    _("This is not a campaign of Callboard."));
      return NULL;
    }

  files = callboard_campaign_file_list_media (start, error);

  return files != NULL ? g_strdup (start) : NULL;
}

static char *
read_any (const char    *directory,
          int            fd,
          GCancellable  *cancellable,
          GError       **error)
{
  struct stat info;
  char head[4] = "";

  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode) || info.st_size < (goffset) sizeof head ||
      pread (fd, head, sizeof head, 0) != sizeof head)
    {
      callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_FOREIGN,
                                    _("This is not a campaign of Callboard."));
      return NULL;
    }

  if (memcmp (head, "PK", 2) == 0 && info.st_size <= MAX_FILE)
    return callboard_campaign_file_check_frame (fd, error)
      ? callboard_campaign_file_read (directory, fd, cancellable, error) : NULL;

  if (memcmp (head, "PK", 2) != 0 && info.st_size <= CALLBOARD_CAMPAIGN_FILE_MAX_DOCUMENT)
    return read_plain (fd, info.st_size, cancellable, error);

  callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_TOO_LARGE,
                                _("The file is larger than a campaign can be."));

  return NULL;
}

char *
callboard_campaign_file_import (const char    *directory,
                                const char    *path,
                                GCancellable  *cancellable,
                                GError       **error)
{
  char *document;
  int fd;

  g_return_val_if_fail (directory != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  /* What is no file, a pipe for instance, must not make anybody wait. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (fd < 0)
    {
      g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_UNREADABLE,
                   /* Translators: the last %s is the system’s reason */
                   _("The file “%s” could not be read. (%s)"), path, g_strerror (errno));
      return NULL;
    }

  document = read_any (directory, fd, cancellable, error);
  close (fd);

  return document;
}

typedef struct
{
  char *directory;
  char *document;
  char *path;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->directory);
  g_free (work->document);
  g_free (work->path);
  g_free (work);
}

static void
start (GTask           *task,
       const char      *directory,
       const char      *document,
       const char      *path,
       GTaskThreadFunc  run)
{
  Work *work = g_new0 (Work, 1);

  work->directory = g_strdup (directory);
  work->document = g_strdup (document);
  work->path = g_strdup (path);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, run);
}

static void
export_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;

  if (callboard_campaign_file_export (work->directory, work->document, work->path, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
callboard_campaign_file_export_async (const char          *directory,
                                      const char          *document,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (directory != NULL);
  g_return_if_fail (document != NULL);
  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, callboard_campaign_file_export_async);
  start (task, directory, document, path, export_in_thread);
}

gboolean
callboard_campaign_file_export_finish (GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_campaign_file_export_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      data,
                  GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  char *document = callboard_campaign_file_import (work->directory, work->path, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_free);
  else
    g_task_return_error (task, error);
}

void
callboard_campaign_file_import_async (const char          *directory,
                                      const char          *path,
                                      GCancellable        *cancellable,
                                      GAsyncReadyCallback  callback,
                                      gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (directory != NULL);
  g_return_if_fail (path != NULL);

  g_task_set_source_tag (task, callboard_campaign_file_import_async);
  start (task, directory, NULL, path, import_in_thread);
}

char *
callboard_campaign_file_import_finish (GAsyncResult  *result,
                                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_campaign_file_import_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
