/* callboard-campaign-file-write.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-file-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "callboard-files.h"

#define CHUNK (64 * 1024)

/* 2 January 1980: an archive can say nothing earlier, in any zone. */
#define NO_TIME 315619200

typedef struct archive archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (archive, archive_write_free)

typedef struct
{
  struct archive *archive;
  GOutputStream  *stream;
  GCancellable   *cancellable;
  GError         *fault;
} Writer;

static la_ssize_t
write_cb (struct archive *zip,
          void           *user_data,
          const void     *buffer,
          size_t          length)
{
  Writer *self = user_data;

  if (self->fault == NULL &&
      g_output_stream_write_all (self->stream, buffer, length, NULL, self->cancellable, &self->fault))
    return length;

  archive_set_error (zip, EIO, "stopped");

  return -1;
}

static gboolean
begin_entry (Writer     *self,
             const char *name,
             gint64      size,
             gboolean    squeeze)
{
  struct archive_entry *entry = archive_entry_new ();
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, NO_TIME, 0);
  done = (squeeze ? archive_write_zip_set_compression_deflate (self->archive)
                  : archive_write_zip_set_compression_store (self->archive)) == ARCHIVE_OK &&
         archive_write_header (self->archive, entry) == ARCHIVE_OK;
  archive_entry_free (entry);

  return done;
}

static gboolean
fail_file (const CallboardScriptFile  *file,
           GError                    **error)
{
  g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_MISSING,
               _("“%s”, which the campaign sends, is no longer on this computer. Attach it again, then export."),
               callboard_campaign_file_get_name (file));

  return FALSE;
}

/* Pictures and videos are as small as they get. */
static gboolean
add_file (Writer                     *self,
          const char                 *directory,
          const CallboardScriptFile  *file,
          GError                    **error)
{
  g_autofree char *path = callboard_files_get_path (directory, file->hash);
  g_autofree char *name = g_strconcat (CALLBOARD_CAMPAIGN_FILE_FOLDER, file->hash, NULL);
  g_autoptr(GFile) source = g_file_new_for_path (path);
  g_autoptr(GFileInputStream) stream = g_file_read (source, self->cancellable, NULL);
  g_autoptr(GFileInfo) info = NULL;
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  gssize n_read;

  if (stream != NULL)
    info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, self->cancellable, NULL);

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  if (info == NULL || g_file_info_get_size (info) != file->size)
    return fail_file (file, error);

  if (!begin_entry (self, name, file->size, FALSE))
    return FALSE;

  while ((n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer, CHUNK, self->cancellable, error)) > 0)
    {
      if (archive_write_data (self->archive, buffer, n_read) != n_read)
        return FALSE;
    }

  return n_read == 0;
}

static gboolean
add_all (Writer      *self,
         const char  *directory,
         const char  *document,
         GPtrArray   *files,
         GError     **error)
{
  la_ssize_t length = strlen (document);

  if (!begin_entry (self, CALLBOARD_CAMPAIGN_FILE_DOCUMENT, length, TRUE) ||
      archive_write_data (self->archive, document, length) != length)
    return FALSE;

  for (guint i = 0; i < files->len; i++)
    {
      if (!add_file (self, directory, g_ptr_array_index (files, i), error))
        return FALSE;
    }

  return archive_write_close (self->archive) == ARCHIVE_OK;
}

/* Closing a stream that was stopped leaves what stood there before. */
static void
give_up (GOutputStream *stream)
{
  g_autoptr(GCancellable) stopped = g_cancellable_new ();

  g_cancellable_cancel (stopped);
  g_output_stream_close (stream, stopped, NULL);
}

/* What the caller understands goes on as it is; the system's reasons become part of a sentence. */
static gboolean
fail_writing (GError     **error,
              const char  *path,
              GError      *fault)
{
  g_autoptr(GError) reason = fault;

  if (reason != NULL && (reason->domain == CALLBOARD_CAMPAIGN_FILE_ERROR ||
                         g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED)))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_UNWRITABLE,
                 /* Translators: the last %s is the system’s reason */
                 _("The file “%s” could not be written. (%s)"), path,
                 reason != NULL ? reason->message : g_strerror (EIO));

  return FALSE;
}

static gboolean
write_stream (Writer      *self,
              const char  *directory,
              const char  *document,
              GPtrArray   *files,
              GError     **error)
{
  g_autoptr(archive) zip = archive_write_new ();

  self->archive = zip;
  archive_write_set_format_zip (zip);
  archive_write_set_bytes_per_block (zip, CHUNK);
  archive_write_set_bytes_in_last_block (zip, 1);

  return archive_write_open (zip, self, NULL, write_cb, NULL) == ARCHIVE_OK &&
         add_all (self, directory, document, files, error);
}

gboolean
callboard_campaign_file_export (const char    *directory,
                                const char    *document,
                                const char    *path,
                                GCancellable  *cancellable,
                                GError       **error)
{
  g_autoptr(GPtrArray) files = NULL;
  g_autoptr(GFile) target = NULL;
  GError *fault = NULL;
  g_autoptr(GFileOutputStream) stream = NULL;
  Writer self = { .cancellable = cancellable };

  g_return_val_if_fail (directory != NULL, FALSE);
  g_return_val_if_fail (document != NULL, FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  files = callboard_campaign_file_list_media (document, error);
  if (files == NULL)
    return FALSE;

  target = g_file_new_for_path (path);
  stream = g_file_replace (target, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, &fault);
  if (stream == NULL)
    return fail_writing (error, path, fault);

  self.stream = G_OUTPUT_STREAM (stream);
  if (write_stream (&self, directory, document, files, &fault) &&
      g_output_stream_close (self.stream, cancellable, &fault))
    return TRUE;

  give_up (self.stream);
  if (fault == NULL)
    fault = g_steal_pointer (&self.fault);
  g_clear_error (&self.fault);

  return fail_writing (error, path, fault);
}
