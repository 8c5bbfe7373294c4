/* test-campaign-file.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-file.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

#include "callboard-files.h"
#include "callboard-test.h"

#define MIB (1024 * 1024)

static const char picture[] = "\x89PNG\r\n\x1a\n a picture";
static const char paper[] = "%PDF-1.7 a paper";
static const char program[] = "MZ\x90\0\x03\0\0\0 a program";

/* A thing in an archive; without bytes it is a link. */
typedef struct
{
  const char    *name;
  gconstpointer  bytes;
  gsize          length;
} Thing;

static char *
hash_of (gconstpointer bytes,
         gsize         length)
{
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
}

static char *
name_of (gconstpointer bytes,
         gsize         length)
{
  g_autofree char *hash = hash_of (bytes, length);

  return g_strconcat ("media/", hash, NULL);
}

static char *
write_file (const char    *type,
            const char    *name,
            const char    *media_type,
            gconstpointer  bytes,
            gsize          length)
{
  g_autofree char *hash = hash_of (bytes, length);

  return g_strdup_printf ("{\"id\":\"%s\",\"type\":\"%s\",\"file\":{\"hash\":\"%s\",\"name\":\"%s\","
                          "\"media_type\":\"%s\",\"size\":%" G_GSIZE_FORMAT "}}",
                          name, type, hash, name, media_type, length);
}

static char *
write_document (const char *blocks)
{
  return g_strdup_printf ("{\"callboard\":1,\"welcome\":{\"text\":\"Hi\"},\"modules\":[{\"id\":\"show\",\"type\":\"content\","
                          "\"blocks\":[%s]}],\"conclusion\":{\"text\":\"Bye\"}}", blocks);
}

static char *
write_usual_document (void)
{
  g_autofree char *image = write_file ("image", "map.png", "image/png", picture, strlen (picture));
  g_autofree char *document = write_file ("document", "rules.pdf", "application/pdf", paper, strlen (paper));
  g_autofree char *blocks = g_strjoin (",", image, document, NULL);

  return write_document (blocks);
}

static char *
get_path (CallboardTest *test,
          const char    *name)
{
  return g_build_filename (test->directory, name, NULL);
}

static void
add_thing (struct archive *zip,
           const Thing    *thing)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, thing->name);
  archive_entry_set_filetype (entry, thing->bytes != NULL ? AE_IFREG : AE_IFLNK);
  archive_entry_set_perm (entry, 0644);
  if (thing->bytes != NULL)
    archive_entry_set_size (entry, thing->length);
  else
    archive_entry_set_symlink (entry, "/etc/passwd");

  g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
  if (thing->length > 0)
    g_assert_cmpint (archive_write_data (zip, thing->bytes, thing->length), ==, thing->length);
  archive_entry_free (entry);
}

static char *
pack (CallboardTest *test,
      const Thing   *things,
      guint          n_things)
{
  char *path = get_path (test, "packed.callboard-campaign");
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (guint i = 0; i < n_things; i++)
    add_thing (zip, &things[i]);
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);

  return path;
}

/* What a person reads names neither classes nor codes. */
static void
assert_refused (CallboardTest *test,
                const char    *path,
                GQuark         domain,
                int            code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *document = callboard_campaign_file_import (test->directory, path, NULL, &error);

  g_assert_null (document);
  g_assert_error (error, domain, code);
  g_assert_cmpint (strlen (error->message), >, 20);
}

#define assert_campaign_refused(test, path, code) \
  assert_refused (test, path, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_##code)

static void
store (CallboardTest *test,
       const char    *bytes,
       gsize          length)
{
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (test->directory, MIB, NULL);
  g_autoptr(CallboardStoredFile) file = NULL;

  g_assert_true (callboard_file_writer_write (writer, bytes, length, NULL));
  file = callboard_file_writer_finish (writer, NULL);
  g_assert_nonnull (file);
}

static char *
export_usual (CallboardTest *test)
{
  g_autofree char *document = write_usual_document ();
  g_autoptr(GError) error = NULL;
  char *path = get_path (test, "usual.callboard-campaign");

  store (test, picture, strlen (picture));
  store (test, paper, strlen (paper));
  callboard_campaign_file_export (test->directory, document, path, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static void
test_there_and_back (void)
{
  g_autoptr(CallboardTest) here = callboard_test_new ();
  g_autoptr(CallboardTest) there = callboard_test_new ();
  g_autofree char *path = export_usual (here);
  g_autofree char *hash = hash_of (picture, strlen (picture));
  g_autofree char *sent = write_usual_document ();
  g_autofree char *received = NULL;
  g_autofree char *file = NULL;
  g_autofree char *bytes = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_false (callboard_files_has (there->directory, hash));
  received = callboard_campaign_file_import (there->directory, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (received, ==, sent);

  file = callboard_files_get_path (there->directory, hash);
  g_assert_true (g_file_get_contents (file, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, picture);
}

static void
test_same_bytes (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = export_usual (test);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *again = NULL;
  gsize n_first, n_second;

  g_assert_true (g_file_get_contents (path, &first, &n_first, NULL));
  again = export_usual (test);
  g_assert_true (g_file_get_contents (again, &second, &n_second, NULL));
  g_assert_cmpmem (first, n_first, second, n_second);
}

/* The document by itself, also as an editor of the same name saves it. */
static void
test_plain_document (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = get_path (test, "plain.json");
  g_autofree char *document = write_usual_document ();
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf\n", document, NULL);
  g_autofree char *found = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, marked, -1, NULL));
  found = callboard_campaign_file_import (test->directory, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_strstrip (found), ==, document);
}

static void
test_foreign (void)
{
  static const char * const texts[] = {
    "", "PK", "Hello, this is a letter.", "{\"name\": \"package\"}", "[1, 2, 3]", "\x89PNG\r\n\x1a\n", "<html></html>",
  };
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = get_path (test, "foreign");
  g_autofree char *pipe = get_path (test, "pipe");
  g_autofree char *nothing = get_path (test, "nothing");
  const Thing letter = { "word/document.xml", "<w/>", 4 };
  g_autofree char *packed = pack (test, &letter, 1);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      assert_campaign_refused (test, path, FOREIGN);
    }

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_campaign_refused (test, pipe, FOREIGN);
  assert_campaign_refused (test, packed, FOREIGN);
  assert_campaign_refused (test, test->directory, FOREIGN);
  assert_campaign_refused (test, nothing, UNREADABLE);
}

/* Beside a campaign that is well. */
static void
test_strange_things (void)
{
  static const char * const names[] = {
    "../campaign.json", "/etc/cron.d/job", "media/../../x", "media/x/y", "inner.zip", "campaign.json", "media",
    "C:\\autoexec.bat", "media/0000000000000000000000000000000000000000000000000000000000000000/", ".DS_Store",
    "MEDIA/96d3b7e500000000000000000000000000000000000000000000000000000000", "a\xff\xfe",
  };
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *document = write_document ("");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const Thing things[] = { { "campaign.json", document, strlen (document) }, { names[i], "x", 1 } };
      g_autofree char *path = pack (test, things, G_N_ELEMENTS (things));

      assert_campaign_refused (test, path, UNSAFE);
    }
}

static void
test_link (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *document = write_usual_document ();
  g_autofree char *name = name_of (picture, strlen (picture));
  const Thing things[] = { { "campaign.json", document, strlen (document) }, { name, NULL, 0 } };
  const Thing link = { "campaign.json", NULL, 0 };
  g_autofree char *path = pack (test, things, G_N_ELEMENTS (things));

  assert_campaign_refused (test, path, UNSAFE);

  g_free (path);
  path = pack (test, &link, 1);
  assert_campaign_refused (test, path, FOREIGN);
}

static void
refuse_document (CallboardTest              *test,
                 const char                 *document,
                 gsize                       length,
                 CallboardCampaignFileError  code)
{
  const Thing thing = { "campaign.json", document, length };
  g_autofree char *path = pack (test, &thing, 1);

  assert_refused (test, path, CALLBOARD_CAMPAIGN_FILE_ERROR, code);
}

static void
test_bad_documents (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *good = write_document ("");
  g_autofree char *twice = write_document ("{\"id\":\"a\",\"type\":\"text\",\"text\":\"A\"},"
                                           "{\"id\":\"a\",\"type\":\"text\",\"text\":\"B\"}");
  static const char newer[] = "{\"callboard\":2,\"scenes\":[]}";
  static const char two[] = "{\"callboard\":1}\0{}";

  refuse_document (test, twice, strlen (twice), CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID);
  refuse_document (test, good, strlen (good) - 5, CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID);
  refuse_document (test, "", 0, CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID);
  refuse_document (test, newer, sizeof newer - 1, CALLBOARD_CAMPAIGN_FILE_ERROR_NEWER);
  refuse_document (test, two, sizeof two - 1, CALLBOARD_CAMPAIGN_FILE_ERROR_DAMAGED);
}

/* What a newer program puts into a file is told by the campaign's version, not by the names. */
static void
test_newer_things (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  const Thing things[] = { { "scenes/1", "x", 1 }, { "campaign.json", "{\"callboard\":2}", 15 } };
  g_autofree char *path = pack (test, things, G_N_ELEMENTS (things));

  assert_campaign_refused (test, path, NEWER);
}

/* A few kilobytes that would be megabytes of blanks. */
static void
test_long_document (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *good = write_document ("");
  g_autofree char *blank = g_strnfill (CALLBOARD_CAMPAIGN_FILE_MAX_DOCUMENT, ' ');
  g_autofree char *document = g_strconcat (good, blank, NULL);
  g_autofree char *path = get_path (test, "long.json");

  refuse_document (test, document, strlen (document), CALLBOARD_CAMPAIGN_FILE_ERROR_TOO_LARGE);

  g_assert_true (g_file_set_contents (path, document, -1, NULL));
  assert_campaign_refused (test, path, TOO_LARGE);
}

static void
test_many_entries (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree Thing *things = g_new0 (Thing, CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES + 1);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *path = NULL;

  for (guint i = 0; i <= CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES; i++)
    {
      g_ptr_array_add (names, name_of (&i, sizeof i));
      things[i] = (Thing) { g_ptr_array_index (names, i), "x", 1 };
    }

  path = pack (test, things, CALLBOARD_CAMPAIGN_FILE_MAX_ENTRIES + 1);
  assert_campaign_refused (test, path, TOO_LARGE);
}

static char *
pack_with (CallboardTest *test,
           const char    *block,
           const char    *name,
           gconstpointer  bytes,
           gsize          length)
{
  g_autofree char *document = write_document (block);
  const Thing things[] = { { "campaign.json", document, strlen (document) }, { name, bytes, length } };

  return pack (test, things, G_N_ELEMENTS (things));
}

/* One file of blanks that is larger than any file may be. */
static void
test_large_file (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length = CALLBOARD_FILES_MAX_SIZE + 1;
  g_autofree char *blank = g_strnfill (length, ' ');
  g_autofree char *name = name_of (blank, length);
  g_autofree char *block = write_file ("document", "large.txt", "text/plain", blank, length);
  g_autofree char *path = pack_with (test, block, name, blank, length);
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 100 * 1024);
  assert_refused (test, path, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_TOO_LARGE);
}

/* Each of them would do, all of them do not. */
static void
test_large_files (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length = CALLBOARD_FILES_MAX_SIZE;
  g_autofree char *blank = g_strnfill (length, ' ');
  g_autoptr(GString) blocks = g_string_new (NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  struct archive *zip = archive_write_new ();
  g_autofree char *path = get_path (test, "large.callboard-campaign");
  g_autofree char *document = NULL;

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_filename (zip, path), ==, ARCHIVE_OK);
  for (char letter = 'a'; letter <= 'i'; letter++)
    {
      const char name[] = { letter, '\0' };
      g_autofree char *entry = NULL;
      g_autofree char *block = NULL;

      blank[0] = letter;
      entry = name_of (blank, length);
      block = write_file ("document", name, "text/plain", blank, length);
      g_string_append_printf (blocks, "%s%s", blocks->len > 0 ? "," : "", block);
      add_thing (zip, &(Thing) { entry, blank, length });
    }

  document = write_document (blocks->str);
  add_thing (zip, &(Thing) { "campaign.json", document, strlen (document) });
  archive_write_free (zip);
  assert_campaign_refused (test, path, TOO_LARGE);
}

static void
test_media (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length = strlen (picture);
  g_autofree char *name = name_of (picture, length);
  g_autofree char *block = write_file ("image", "map.png", "image/png", picture, length);
  g_autofree char *wrong_type = write_file ("document", "map.pdf", "application/pdf", picture, length);
  g_autofree char *evil_name = name_of (program, sizeof program - 1);
  g_autofree char *evil = write_file ("document", "cv.pdf", "application/pdf", program, sizeof program - 1);
  g_autofree char *other = pack_with (test, block, name, paper, strlen (paper));

  assert_campaign_refused (test, other, CHANGED);

  g_free (other);
  other = pack_with (test, block, "media/", "", 0);
  assert_campaign_refused (test, other, MISSING);

  g_free (other);
  other = pack_with (test, block, evil_name, program, sizeof program - 1);
  assert_campaign_refused (test, other, MISSING);

  g_free (other);
  other = pack_with (test, wrong_type, name, picture, length);
  assert_campaign_refused (test, other, CHANGED);

  g_free (other);
  other = pack_with (test, evil, evil_name, program, sizeof program - 1);
  assert_refused (test, other, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_PROGRAM);
}

/* What is missing in the file but is here already is not missing. */
static void
test_kept_before (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *block = write_file ("image", "map.png", "image/png", picture, strlen (picture));
  g_autofree char *name = name_of (paper, strlen (paper));
  g_autofree char *path = pack_with (test, block, name, paper, strlen (paper));
  g_autofree char *document = NULL;
  g_autoptr(GError) error = NULL;

  assert_campaign_refused (test, path, MISSING);
  store (test, picture, strlen (picture));
  document = callboard_campaign_file_import (test->directory, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (document);
}

static char *
read_usual (CallboardTest *test,
            gsize         *length)
{
  g_autofree char *path = export_usual (test);
  char *bytes;

  g_assert_true (g_file_get_contents (path, &bytes, length, NULL));

  return bytes;
}

static char *
write_bytes (CallboardTest *test,
             const char    *bytes,
             gsize          length)
{
  char *path = get_path (test, "broken.callboard-campaign");

  g_assert_true (g_file_set_contents_full (path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));

  return path;
}

/* Bits and numbers of a header, at the same place in each of the two that an entry has. */
static void
patch (char  *bytes,
       gsize  length,
       guint  offset,
       guint8 value)
{
  for (gsize i = 0; i + 46 < length; i++)
    {
      if (memcmp (bytes + i, "PK\x03\x04", 4) == 0)
        bytes[i + offset] = value;
      else if (memcmp (bytes + i, "PK\x01\x02", 4) == 0)
        bytes[i + offset + 2] = value;
    }
}

static void
test_locked (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length;
  g_autofree char *bytes = read_usual (test, &length);
  g_autofree char *path = NULL;

  patch (bytes, length, 6, 0x09);
  path = write_bytes (test, bytes, length);
  assert_campaign_refused (test, path, LOCKED);
}

/* LZMA may ask for four gigabytes before the first byte. */
static void
test_other_method (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length;
  g_autofree char *bytes = read_usual (test, &length);
  g_autofree char *path = NULL;

  patch (bytes, length, 8, 14);
  path = write_bytes (test, bytes, length);
  assert_campaign_refused (test, path, FOREIGN);
}

static void
test_truncated (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  gsize length;
  g_autofree char *bytes = read_usual (test, &length);

  for (gsize n = 4; n < length; n += 97)
    {
      g_autofree char *path = write_bytes (test, bytes, n);

      assert_campaign_refused (test, path, DAMAGED);
    }
}

/* Whatever is broken: a refusal in words, or the same campaign with the same files. */
static void
test_broken (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (4);
  gsize length;
  g_autofree char *bytes = read_usual (test, &length);
  g_autofree char *good = write_usual_document ();
  gint64 start = g_get_monotonic_time ();

  for (guint round = 0; round < 1500; round++)
    {
      g_autofree char *broken = g_memdup2 (bytes, length);
      g_autofree char *path = NULL;
      g_autofree char *document = NULL;
      g_autoptr(GError) error = NULL;

      for (gint n = g_rand_int_range (rand, 1, 5); n > 0; n--)
        broken[g_rand_int_range (rand, 0, length)] ^= 1 << g_rand_int_range (rand, 0, 8);

      path = write_bytes (test, broken, length);
      document = callboard_campaign_file_import (test->directory, path, NULL, &error);
      g_assert_true ((document != NULL) == (error == NULL));
      if (document != NULL)
        g_assert_cmpstr (document, ==, good);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 60 * G_TIME_SPAN_SECOND);
}

static void
test_export_refused (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *document = write_usual_document ();
  g_autofree char *path = get_path (test, "usual.callboard-campaign");
  g_autofree char *nowhere = get_path (test, "no/such/folder");
  g_autofree char *empty = write_document ("");
  g_autofree char *before = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_false (callboard_campaign_file_export (test->directory, document, path, NULL, &error));
  g_assert_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &before, NULL, NULL));
  g_assert_cmpstr (before, ==, "before");

  g_assert_false (callboard_campaign_file_export (test->directory, empty, nowhere, NULL, &error));
  g_assert_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_UNWRITABLE);
  g_clear_error (&error);

  g_assert_false (callboard_campaign_file_export (test->directory, "{}", path, NULL, &error));
  g_assert_error (error, CALLBOARD_CAMPAIGN_FILE_ERROR, CALLBOARD_CAMPAIGN_FILE_ERROR_INVALID);
}

static void
remember_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GAsyncResult **kept = user_data;

  *kept = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = export_usual (test);
  g_autofree char *sent = write_usual_document ();
  g_autofree char *received = NULL;
  g_autoptr(GAsyncResult) exported = NULL;
  g_autoptr(GAsyncResult) imported = NULL;
  g_autoptr(GError) error = NULL;

  callboard_campaign_file_export_async (test->directory, sent, path, NULL, remember_cb, &exported);
  while (exported == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (callboard_campaign_file_export_finish (exported, &error));
  g_assert_no_error (error);

  callboard_campaign_file_import_async (test->directory, path, NULL, remember_cb, &imported);
  while (imported == NULL)
    g_main_context_iteration (NULL, TRUE);
  received = callboard_campaign_file_import_finish (imported, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (received, ==, sent);
}

static void
test_cancel (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = export_usual (test);
  g_autofree char *document = write_usual_document ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr(GCancellable) stopped = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  gsize n_before, n_after;

  g_assert_true (g_file_get_contents (path, &before, &n_before, NULL));
  g_cancellable_cancel (stopped);
  g_assert_false (callboard_campaign_file_export (test->directory, document, path, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (path, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);

  g_assert_null (callboard_campaign_file_import (test->directory, path, stopped, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_suggested_names (void)
{
  static const char * const names[][2] = {
    { "Form", "Form.callboard-campaign" },
    { "Interview v1.2", "Interview v1.2.callboard-campaign" },
    { "a/b: c", "b_ c.callboard-campaign" },
    { NULL, "Campaign.callboard-campaign" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = callboard_campaign_file_suggest_name (names[i][0]);

      g_assert_cmpstr (name, ==, names[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/campaign-file/there-and-back", test_there_and_back);
  g_test_add_func ("/campaign-file/same-bytes", test_same_bytes);
  g_test_add_func ("/campaign-file/plain-document", test_plain_document);
  g_test_add_func ("/campaign-file/foreign", test_foreign);
  g_test_add_func ("/campaign-file/strange-things", test_strange_things);
  g_test_add_func ("/campaign-file/link", test_link);
  g_test_add_func ("/campaign-file/bad-documents", test_bad_documents);
  g_test_add_func ("/campaign-file/newer-things", test_newer_things);
  g_test_add_func ("/campaign-file/long-document", test_long_document);
  g_test_add_func ("/campaign-file/many-entries", test_many_entries);
  g_test_add_func ("/campaign-file/large-file", test_large_file);
  g_test_add_func ("/campaign-file/large-files", test_large_files);
  g_test_add_func ("/campaign-file/media", test_media);
  g_test_add_func ("/campaign-file/kept-before", test_kept_before);
  g_test_add_func ("/campaign-file/locked", test_locked);
  g_test_add_func ("/campaign-file/other-method", test_other_method);
  g_test_add_func ("/campaign-file/truncated", test_truncated);
  g_test_add_func ("/campaign-file/broken", test_broken);
  g_test_add_func ("/campaign-file/export-refused", test_export_refused);
  g_test_add_func ("/campaign-file/async", test_async);
  g_test_add_func ("/campaign-file/cancel", test_cancel);
  g_test_add_func ("/campaign-file/suggested-names", test_suggested_names);

  return g_test_run ();
}
