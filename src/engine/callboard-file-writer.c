/* callboard-file-writer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-files.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define HEAD   (8 * 1024)
#define TAIL   (64 * 1024)
#define PREFIX CALLBOARD_FILES_INCOMING

struct _CallboardFileWriter
{
  char      *folder;
  char      *path;
  GChecksum *checksum;
  gint64     size;
  gint64     max_size;
  int        fd;
};

G_DEFINE_QUARK (callboard-files-error-quark, callboard_files_error)

void
callboard_stored_file_free (CallboardStoredFile *file)
{
  g_free (file->hash);
  g_free (file->type);
  g_free (file);
}

static gboolean
fail_writing (GError     **error,
              const char  *folder,
              int          number)
{
  if (number == ENOSPC || number == EDQUOT || number == EFBIG)
    g_set_error_literal (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_FULL,
                         _("There is no room left on the disk for this file. Free some, then try again."));
  else if (number == EACCES || number == EPERM || number == EROFS || number == ENOTDIR)
    g_set_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_UNWRITABLE,
                 _("Files cannot be kept in “%s”. Check who may write there."), folder);
  else
    g_set_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_FAILED,
                 /* Translators: %s is the system’s reason */
                 _("The file could not be kept on the disk. (%s)"), g_strerror (number));

  return FALSE;
}

static gboolean
fail_too_large (GError **error,
                gint64   max_size)
{
  g_autofree char *size = g_format_size_full (max_size, G_FORMAT_SIZE_IEC_UNITS);

  g_set_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_TOO_LARGE,
               _("The file is too large. At most %s can be kept."), size);

  return FALSE;
}

void
callboard_file_writer_free (CallboardFileWriter *self)
{
  if (self->fd >= 0)
    close (self->fd);

  if (self->path != NULL)
    g_unlink (self->path);

  g_free (self->folder);
  g_free (self->path);
  g_clear_pointer (&self->checksum, g_checksum_free);
  g_free (self);
}

CallboardFileWriter *
callboard_file_writer_new (const char  *directory,
                           gint64       max_size,
                           GError     **error)
{
  g_autoptr(CallboardFileWriter) self = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (directory != NULL, NULL);

  self = g_new0 (CallboardFileWriter, 1);
  self->folder = g_build_filename (directory, "files", NULL);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->max_size = max_size;
  self->fd = -1;

  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    {
      fail_writing (error, self->folder, errno);
      return NULL;
    }

  path = g_build_filename (self->folder, PREFIX "XXXXXX", NULL);
  self->fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      fail_writing (error, self->folder, errno);
      return NULL;
    }

  self->path = g_steal_pointer (&path);

  return g_steal_pointer (&self);
}

gboolean
callboard_file_writer_expect (CallboardFileWriter  *self,
                              gint64                size,
                              GError              **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return size <= self->max_size || fail_too_large (error, self->max_size);
}

gboolean
callboard_file_writer_write (CallboardFileWriter  *self,
                             gconstpointer         data,
                             gsize                 length,
                             GError              **error)
{
  const guint8 *bytes = data;
  gsize done = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (length > (guint64) (self->max_size - self->size))
    {
      self->size = self->max_size;
      return fail_too_large (error, self->max_size);
    }

  while (done < length)
    {
      gssize n_written = write (self->fd, bytes + done, length - done);

      if (n_written < 0 && errno == EINTR)
        continue;

      if (n_written < 0)
        return fail_writing (error, self->folder, errno);

      done += n_written;
    }

  g_checksum_update (self->checksum, data, length);
  self->size += length;

  return TRUE;
}

static gsize
read_at (CallboardFileWriter *self,
         guint8              *buffer,
         gsize                length,
         gint64               offset)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n_read = pread (self->fd, buffer + done, length - done, offset + done);

      if (n_read < 0 && errno == EINTR)
        continue;

      if (n_read <= 0)
        break;

      done += n_read;
    }

  return done;
}

static char *
sniff (CallboardFileWriter *self)
{
  g_autofree guint8 *head = g_malloc (HEAD);
  g_autofree guint8 *tail = g_malloc (TAIL);
  gsize n_head = read_at (self, head, HEAD, 0);
  gsize n_tail = read_at (self, tail, TAIL, MAX (self->size - TAIL, 0));

  return callboard_file_sniff (head, n_head, tail, n_tail);
}

static void
sync_folder (const char *folder)
{
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

/* The name appears only once the bytes are on the disk, so that it never stands for half a file. */
static gboolean
give_name (CallboardFileWriter  *self,
           const char           *hash,
           GError              **error)
{
  g_autofree char *prefix = g_strndup (hash, 2);
  g_autofree char *folder = g_build_filename (self->folder, prefix, NULL);
  g_autofree char *path = g_build_filename (folder, hash, NULL);

  if (fsync (self->fd) != 0 || g_mkdir_with_parents (folder, 0700) != 0 || g_rename (self->path, path) != 0)
    return fail_writing (error, self->folder, errno);

  g_clear_pointer (&self->path, g_free);
  sync_folder (folder);

  return TRUE;
}

gboolean
callboard_file_writer_matches (CallboardFileWriter *self,
                               const char          *hash)
{
  g_autoptr(GChecksum) so_far = NULL;

  g_return_val_if_fail (self != NULL && hash != NULL, FALSE);

  so_far = g_checksum_copy (self->checksum);

  return g_str_equal (g_checksum_get_string (so_far), hash);
}

CallboardStoredFile *
callboard_file_writer_finish (CallboardFileWriter  *self,
                              GError              **error)
{
  g_autoptr(CallboardStoredFile) file = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->size == 0)
    {
      g_set_error_literal (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_EMPTY, _("The file is empty."));
      return NULL;
    }

  file = g_new0 (CallboardStoredFile, 1);
  file->type = sniff (self);
  if (callboard_file_type_is_program (file->type))
    {
      g_set_error_literal (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_PROGRAM,
                           _("This is a program, whatever its name says. It was not kept."));
      return NULL;
    }

  file->hash = g_strdup (g_checksum_get_string (self->checksum));
  file->size = self->size;
  file->kind = callboard_file_kind_from_type (file->type);

  return give_name (self, file->hash, error) ? g_steal_pointer (&file) : NULL;
}
