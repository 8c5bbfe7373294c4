/* callboard-campaign-file-read.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-file-private.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "callboard-files.h"

#define CHUNK (64 * 1024)

/* The record that ends an archive, and the most bytes of the list before it: names are at most 70 characters. */
#define END_LENGTH    22
#define MAX_DIRECTORY (1024 * 1024)

typedef struct archive archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (archive, archive_read_free)

typedef struct
{
  const char   *directory;
  int           fd;
  GCancellable *cancellable;
  GPtrArray    *files;
  GHashTable   *kept;
  gint64        n_bytes;
} Reader;

static gboolean
fail_damaged (GError **error)
{
  return callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_DAMAGED,
                                       _("The file is damaged or not complete. Ask for it once more."));
}

static gboolean
fail_too_large (GError **error)
{
  return callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_TOO_LARGE,
                                       _("There is more in the file than a campaign can be."));
}

static gboolean
fail_locked (GError **error)
{
  return callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_LOCKED,
                                       _("The file has a password. Ask for it without one."));
}

static guint32
get_number (const guint8 *bytes,
            guint         length)
{
  guint32 number = 0;

  while (length-- > 0)
    number = number << 8 | bytes[length];

  return number;
}

/* The library reads the whole list of contents into memory before it gives the first name. */
gboolean
callboard_campaign_file_check_frame (int       fd,
                                     GError  **error)
{
  guint8 end[END_LENGTH];
  struct stat info;
  gint64 n_entries, length, offset;

  if (fstat (fd, &info) != 0 || info.st_size < END_LENGTH ||
      pread (fd, end, END_LENGTH, info.st_size - END_LENGTH) != END_LENGTH || memcmp (end, "PK\x05\x06", 4) != 0)
    return fail_damaged (error);

  n_entries = get_number (end + 10, 2);
  length = get_number (end + 12, 4);
  offset = get_number (end + 16, 4);
  if (offset + length != info.st_size - END_LENGTH)
    return fail_damaged (error);

  return (n_entries <= CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES && length <= MAX_DIRECTORY) || fail_too_large (error);
}

static struct archive *
open_archive (Reader  *self,
              GError **error)
{
  struct archive *reader = archive_read_new ();

  if (lseek (self->fd, 0, SEEK_SET) == 0 && archive_read_support_format_zip_seekable (reader) == ARCHIVE_OK &&
      archive_read_open_fd (reader, self->fd, CHUNK) == ARCHIVE_OK)
    return reader;

  archive_read_free (reader);
  fail_damaged (error);

  return NULL;
}

/* Returns: whether there is another one; without an error, it was the last. */
static gboolean
next_entry (Reader                *self,
            struct archive        *reader,
            struct archive_entry **entry,
            GError               **error)
{
  int status;

  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;

  status = archive_read_next_header (reader, entry);

  return status == ARCHIVE_OK || status == ARCHIVE_WARN || (status != ARCHIVE_EOF && fail_damaged (error));
}

static const char *
get_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname (entry);

  return name != NULL ? name : "";
}

static const char *
get_hash (const char *name)
{
  const char *hash = name + strlen (CALLBOARD_CAMPAIGN_FILE_FOLDER);

  return g_str_has_prefix (name, CALLBOARD_CAMPAIGN_FILE_FOLDER) && callboard_files_is_hash (hash) ? hash : NULL;
}

/* Only what every zip program writes: other methods may ask for gigabytes of memory. */
static gboolean
is_plain (struct archive       *reader,
          struct archive_entry *entry)
{
  const char *format = archive_format_name (reader);

  return archive_entry_filetype (entry) == AE_IFREG && archive_entry_hardlink (entry) == NULL && format != NULL &&
         (g_str_has_suffix (format, "(deflation)") || g_str_has_suffix (format, "(uncompressed)"));
}

static gboolean
belongs (struct archive       *reader,
         struct archive_entry *entry,
         GHashTable           *names)
{
  const char *name = get_name (entry);

  if (!g_hash_table_add (names, g_strdup (name)))
    return FALSE;

  if (archive_entry_filetype (entry) == AE_IFDIR)
    return g_str_equal (name, CALLBOARD_CAMPAIGN_FILE_FOLDER);

  return is_plain (reader, entry) && (get_hash (name) != NULL || g_str_equal (name, CALLBOARD_CAMPAIGN_FILE_DOCUMENT));
}

static char *
read_document (Reader          *self,
               struct archive  *reader,
               GError         **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  la_ssize_t n_read;

  while ((n_read = archive_read_data (reader, buffer, CHUNK)) > 0)
    {
      if (bytes->len + n_read > CALLBOARD_CAMPAIGN_FILE_MAX_DOCUMENT)
        {
          fail_too_large (error);
          return NULL;
        }

      g_byte_array_append (bytes, buffer, n_read);
    }

  g_byte_array_append (bytes, (const guint8 *) "", 1);
  if (n_read < 0 || strlen ((const char *) bytes->data) + 1 < bytes->len)
    {
      fail_damaged (error);
      return NULL;
    }

  return (char *) g_byte_array_free (g_steal_pointer (&bytes), FALSE);
}

/* Looks at every name before the first file is kept. A newer Callboard may have put things in that are unknown here, so that
 * they are told of only when the campaign itself can be read. */
static gboolean
look (Reader    *self,
      char     **document,
      gboolean  *strange,
      GError   **error)
{
  g_autoptr(archive) reader = open_archive (self, error);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) fault = NULL;
  struct archive_entry *entry;

  while (reader != NULL && fault == NULL && next_entry (self, reader, &entry, &fault))
    {
      gboolean known = belongs (reader, entry, names);

      if (archive_entry_is_encrypted (entry))
        fail_locked (&fault);
      else if (g_hash_table_size (names) > CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES)
        fail_too_large (&fault);
      else if (!known)
        *strange = TRUE;
      else if (g_str_equal (get_name (entry), CALLBOARD_CAMPAIGN_FILE_DOCUMENT))
        *document = read_document (self, reader, &fault);
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  return reader != NULL && (*document != NULL ||
                            callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_FOREIGN,
                                                          _("This is not a campaign of Callboard.")));
}

static const CallboardScriptFile *
find_file (Reader     *self,
           const char *hash)
{
  for (guint i = 0; hash != NULL && i < self->files->len; i++)
    {
      const CallboardScriptFile *file = g_ptr_array_index (self->files, i);

      if (g_str_equal (file->hash, hash))
        return file;
    }

  return NULL;
}

static gboolean
fail_changed (const CallboardScriptFile  *file,
              GError                    **error)
{
  g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_CHANGED,
               /* Translators: %s is the name of a picture, video or document */
               _("“%s” in the file is not what the campaign sends. Ask for the file once more."),
               callboard_campaign_file_get_name (file));

  return FALSE;
}

static gboolean
copy_in (Reader               *self,
         struct archive       *reader,
         CallboardFileWriter  *writer,
         GChecksum            *checksum,
         GError              **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  la_ssize_t n_read;

  while ((n_read = archive_read_data (reader, buffer, CHUNK)) > 0)
    {
      self->n_bytes += n_read;
      if (self->n_bytes > CALLBOARD_CAMPAIGN_FILE_MAX_MEDIA)
        return fail_too_large (error);

      g_checksum_update (checksum, buffer, n_read);
      if (!callboard_file_writer_write (writer, buffer, n_read, error) ||
          g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
    }

  return n_read == 0 || fail_damaged (error);
}

/* What the campaign says of a file decides how it is sent, so that it has to be true. */
static gboolean
is_as_said (const CallboardStoredFile *stored,
            const CallboardScriptFile *file)
{
  return stored->size == file->size && stored->kind == callboard_file_kind_from_type (file->media_type);
}

static gboolean
keep (Reader                     *self,
      struct archive             *reader,
      const CallboardScriptFile  *file,
      GError                    **error)
{
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (self->directory, CALLBOARD_FILES_MAX_SIZE, error);
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr(CallboardStoredFile) stored = NULL;

  if (writer == NULL || !copy_in (self, reader, writer, checksum, error))
    return FALSE;

  if (!g_str_equal (g_checksum_get_string (checksum), file->hash))
    return fail_changed (file, error);

  stored = callboard_file_writer_finish (writer, error);
  if (stored == NULL)
    return FALSE;

  g_hash_table_add (self->kept, file->hash);

  return is_as_said (stored, file) || fail_changed (file, error);
}

static gboolean
check_missing (Reader  *self,
               GError **error)
{
  for (guint i = 0; i < self->files->len; i++)
    {
      const CallboardScriptFile *file = g_ptr_array_index (self->files, i);

      if (g_hash_table_contains (self->kept, file->hash) || callboard_files_has (self->directory, file->hash))
        continue;

      g_set_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_MISSING,
                   _("“%s”, which the campaign sends, is missing in the file. Ask for it to be exported once more."),
                   callboard_campaign_file_get_name (file));
      return FALSE;
    }

  return TRUE;
}

/* What the campaign does not send is left where it is. */
static gboolean
keep_files (Reader  *self,
            GError **error)
{
  g_autoptr(archive) reader = open_archive (self, error);
  g_autoptr(GError) fault = NULL;
  struct archive_entry *entry;

  while (reader != NULL && fault == NULL && next_entry (self, reader, &entry, &fault))
    {
      const CallboardScriptFile *file = find_file (self, get_hash (get_name (entry)));

      if (file != NULL)
        keep (self, reader, file, &fault);
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (reader != NULL)
    return check_missing (self, error);

  return FALSE;
}

static char *
check_document (Reader    *self,
                char      *document,
                gboolean   strange,
                GError   **error)
{
  g_autofree char *text = document;

  self->files = callboard_campaign_file_list_media (text, error);
  if (self->files == NULL)
    return NULL;

  if (!strange)
    return g_steal_pointer (&text);

  callboard_campaign_file_fail (error, CALLBOARD_CAMPAIGN_FILE_ERROR_UNSAFE,
                                _("There are things in the file that do not belong into a campaign. Nothing was taken from it."));

  return NULL;
}

char *
callboard_campaign_file_read (const char    *directory,
                              int            fd,
                              GCancellable  *cancellable,
                              GError       **error)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (g_str_hash, g_str_equal);
  Reader self = { .directory = directory, .fd = fd, .cancellable = cancellable, .kept = kept };
  g_autofree char *document = NULL;
  g_autofree char *checked = NULL;
  g_autoptr(GPtrArray) files = NULL;
  gboolean strange = FALSE;

  if (!look (&self, &document, &strange, error))
    return NULL;

  checked = check_document (&self, g_steal_pointer (&document), strange, error);
  files = self.files;

  return checked != NULL && keep_files (&self, error) ? g_steal_pointer (&checked) : NULL;
}
