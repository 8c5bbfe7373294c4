/* test-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-files.h"

#include "callboard-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <utime.h>

#define KIB 1024

/* Bytes as they are on the disk, and what they are. */
static const struct
{
  const char        *bytes;
  gsize              length;
  const char        *type;
  CallboardFileKind  kind;
} samples[] = {
#define SAMPLE(literal, type, kind) { literal, sizeof (literal) - 1, type, CALLBOARD_FILE_KIND_##kind }
  SAMPLE ("%PDF-1.7\n1 0 obj", "application/pdf", PDF),
  SAMPLE ("\xef\xbb\xbf\r\n%PDF-1.4\n", "application/pdf", PDF),
  SAMPLE ("\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg", IMAGE),
  SAMPLE ("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", IMAGE),
  SAMPLE ("GIF89a\x01\0\x01\0", "image/gif", IMAGE),
  SAMPLE ("RIFF\x24\0\0\0WEBPVP8 ", "image/webp", IMAGE),
  SAMPLE ("\0\0\0\x18" "ftypheic\0\0\0\0mif1heic", "image/heic", IMAGE),
  SAMPLE ("\0\0\0\x18" "ftypmp42\0\0\0\0mp42isom", "video/mp4", VIDEO),
  SAMPLE ("\0\0\0\x18" "ftypisom\0\0\x02\0isomiso2", "video/mp4", VIDEO),
  SAMPLE ("\0\0\0\x14" "ftyp3gp5\0\0\0\0" "3gp5", "video/3gpp", VIDEO),
  SAMPLE ("\0\0\0\x14" "ftypqt  \0\0\0\0qt  ", "video/quicktime", VIDEO),
  SAMPLE ("\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\x82\x84webm", "video/webm", VIDEO),
  SAMPLE ("OggS\0\x02\0\0\0\0\0\0\0\0abcd\0\0\0\0efgh\x01\x13OpusHead", "audio/ogg", AUDIO),
  SAMPLE ("#!AMR\n\x3c\x91", "audio/amr", AUDIO),
  SAMPLE ("ID3\x04\0\0\0\0\0\0", "audio/mpeg", AUDIO),
  SAMPLE ("\xff\xfb\x90\x64\0\0", "audio/mpeg", AUDIO),
  SAMPLE ("\0\0\0\x18" "ftypM4A \0\0\0\0M4A ", "audio/mp4", AUDIO),
  SAMPLE ("PK\x03\x04\x14\0\0\0\0\0\0\0!\0^\xc6\x32\x0c'\0\0\0'\0\0\0\x08\0\0\0mimetypeapplication/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.text", WORD),
  SAMPLE ("PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml ... word/document.xml",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document", WORD),
  SAMPLE ("PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml ... word/document.xml word/vbaProject.bin",
          "application/vnd.ms-word.document.macroEnabled.12", OTHER),
  SAMPLE ("PK\x03\x04\x14\0\x06\0\x08\0[Content_Types].xml ... xl/workbook.xml",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", OTHER),
  SAMPLE ("PK\x03\x04\x14\0\0\0\0\0secret.txt", "application/zip", OTHER),
  SAMPLE ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0\0\0", "application/msword", WORD),
  SAMPLE ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....W\0o\0r\0k\0b\0o\0o\0k\0\0", "application/x-ole-storage", OTHER),
  SAMPLE ("{\\rtf1\\ansi Hello}", "application/rtf", WORD),
  SAMPLE ("MZ\x90\0\x03\0\0\0%PDF-1.7", "application/x-msdownload", OTHER),
  SAMPLE ("\x7f" "ELF\x02\x01\x01", "application/x-executable", OTHER),
  SAMPLE ("#!/bin/sh\nrm -rf ~\n", "application/x-shellscript", OTHER),
#undef SAMPLE
};

static void
test_types (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const guint8 *bytes = (const guint8 *) samples[i].bytes;
      g_autofree char *type = callboard_file_sniff (bytes, samples[i].length, bytes, samples[i].length);

      g_assert_cmpstr (type, ==, samples[i].type);
      g_assert_cmpint (callboard_file_kind_from_type (type), ==, samples[i].kind);
    }
}

/* What only looks like one of them. */
static void
test_no_types (void)
{
  static const char * const texts[] = {
    "Dear %PDF-1.4", "<!DOCTYPE html><html>%PDF-1.4", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF....", "ftypheic",
    "BM", "PK", "MZ Industries", "\xff", ("\xff\xfe" "a\0"), "....ftyp", "\xff\xd8", "%PDF",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *type = callboard_file_sniff ((const guint8 *) texts[i], strlen (texts[i]), NULL, 0);

      g_assert_cmpint (callboard_file_kind_from_type (type), ==, CALLBOARD_FILE_KIND_OTHER);
    }
}

/* Every beginning of every sample, and every byte broken: no crash, and never a type that is not in the table. */
static void
test_truncated (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      for (gsize length = 0; length <= samples[i].length; length++)
        {
          g_autofree guint8 *bytes = g_memdup2 (samples[i].bytes, length);
          g_autofree char *type = callboard_file_sniff (bytes, length, bytes, length);
          g_autofree char *broken = NULL;

          g_assert_nonnull (type);
          if (length > 0)
            bytes[length - 1] ^= 0xff;
          broken = callboard_file_sniff (bytes, length, NULL, 0);
          g_assert_nonnull (broken);
        }
    }
}

static const struct
{
  const char *name;
  const char *type;
  const char *safe;
} names[] = {
  { "cv.pdf", "application/pdf", "cv.pdf" },
  { "cv.PDF", "application/pdf", "cv.pdf" },
  { "cv.exe", "application/pdf", "cv.pdf" },
  { "cv.pdf", "application/x-msdownload", "cv.bin" },
  { "cv.pdf.exe", "application/x-msdownload", "cv.pdf.bin" },
  { "Zoë’s CV v1.2.docx", "application/pdf", "Zoë’s CV v1.2.pdf" },
  { "J. Smith", "image/png", "J. Smith.png" },
  { "../../x", "application/pdf", "x.pdf" },
  { "..\\..\\evil.pdf", "application/pdf", "evil.pdf" },
  { "/etc/passwd", "text/plain", "passwd.txt" },
  { "/", "application/pdf", "Document.pdf" },
  { "..", "image/jpeg", "Picture.jpg" },
  { ".bashrc", "text/plain", "bashrc.txt" },
  { "", "audio/ogg", "Recording.ogg" },
  { NULL, "video/mp4", "Video.mp4" },
  { NULL, CALLBOARD_FILE_TYPE_UNKNOWN, "File.bin" },
  { "cv\xe2\x80\xae" "fdp.exe", "application/x-msdownload", "cvfdp.bin" },
  { "a\tb\nc\x01" "d.pdf", "application/pdf", "a b cd.pdf" },
  { "a:b*c?.pdf", "application/pdf", "a_b_c_.pdf" },
  { "con.pdf", "application/pdf", "_con.pdf" },
  { "LPT1", "application/pdf", "_LPT1.pdf" },
  { "nul.tar.gz", "application/zip", "_nul.tar.zip" },
  { "   . . ", "application/pdf", "Document.pdf" },
  { "cafe\xcc\x81.pdf", "application/pdf", "caf\xc3\xa9.pdf" },
  { "\xff\xfe.pdf", "application/pdf", "\xef\xbf\xbd\xef\xbf\xbd.pdf" },
};

static void
test_names (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *safe = callboard_file_safe_name (names[i].name, names[i].type);

      g_assert_cmpstr (safe, ==, names[i].safe);
    }
}

static void
test_long_names (void)
{
  static const char * const characters[] = { "x", "é", "漢", "😀" };

  for (guint i = 0; i < G_N_ELEMENTS (characters); i++)
    {
      g_autoptr(GString) name = g_string_new (NULL);
      g_autofree char *safe = NULL;

      for (guint n = 0; n < 300; n++)
        g_string_append (name, characters[i]);

      g_string_append (name, ".pdf");
      safe = callboard_file_safe_name (name->str, "application/pdf");
      g_assert_true (g_utf8_validate (safe, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (safe, -1), <=, 120);
      g_assert_cmpint (strlen (safe), <=, 255);
      g_assert_true (g_str_has_suffix (safe, ".pdf"));
    }
}

static CallboardStoredFile *
store (CallboardTest  *test,
       gconstpointer   bytes,
       gsize           length,
       gint64          max_size,
       GError        **error)
{
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (test->directory, max_size, error);

  for (gsize done = 0; writer != NULL && done < length; done += KIB)
    {
      if (!callboard_file_writer_write (writer, (const guint8 *) bytes + done, MIN (KIB, length - done), error))
        return NULL;
    }

  return writer != NULL ? callboard_file_writer_finish (writer, error) : NULL;
}

static void
assert_nothing_incoming (CallboardTest *test)
{
  g_autofree char *folder = g_build_filename (test->directory, "files", NULL);
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    g_assert_false (g_str_has_prefix (name, CALLBOARD_FILES_INCOMING));
}

static void
test_store (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) file = store (test, "abc", 3, KIB, &error);
  g_autoptr(CallboardStoredFile) again = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (file->hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpint (file->size, ==, 3);
  g_assert_true (callboard_files_has (test->directory, file->hash));

  path = callboard_files_get_path (test->directory, file->hash);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_cmpstr (bytes, ==, "abc");

  again = store (test, "abc", 3, KIB, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (again->hash, ==, file->hash);
  assert_nothing_incoming (test);
}

/* A program that calls itself cv.pdf. */
static void
test_program (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = g_build_filename (test->directory, "cv.pdf", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "MZ\x90\0\x03\0\0\0", 8, NULL));
  g_assert_null (callboard_files_add (test->directory, path, CALLBOARD_FILES_MAX_SIZE, &error));
  g_assert_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_PROGRAM);
  assert_nothing_incoming (test);
}

static void
test_limits (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree guint8 *bytes = g_malloc0 (10 * KIB + 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) fits = NULL;

  g_assert_null (store (test, "", 0, KIB, &error));
  g_assert_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_EMPTY);
  g_clear_error (&error);

  g_assert_null (store (test, bytes, 10 * KIB + 1, 10 * KIB, &error));
  g_assert_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_TOO_LARGE);
  g_clear_error (&error);

  fits = store (test, bytes, 10 * KIB, 10 * KIB, &error);
  g_assert_no_error (error);
  g_assert_cmpint (fits->size, ==, 10 * KIB);
  assert_nothing_incoming (test);
}

/* After a refusal nothing more is taken, however small. */
static void
test_stays_refused (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (test->directory, 4, NULL);

  g_assert_true (callboard_file_writer_write (writer, "ab", 2, NULL));
  g_assert_false (callboard_file_writer_write (writer, "cde", 3, NULL));
  g_assert_false (callboard_file_writer_write (writer, "f", 1, NULL));
}

static void
test_unwritable (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *folder = g_build_filename (test->directory, "files", NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "a file where the folder should be", -1, NULL));
  g_assert_null (store (test, "abc", 3, KIB, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == CALLBOARD_FILES_ERROR);
  g_assert_cmpint (error->code, !=, CALLBOARD_FILES_ERROR_MISSING);
}

/* A limit of the process stands for a full disk: what the system says of both means the same to us. */
static void
test_full (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (test->directory, 64 * KIB, NULL);
  g_autofree guint8 *bytes = g_malloc0 (64 * KIB);
  g_autoptr(GError) error = NULL;
  struct rlimit before, limit;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  limit = (struct rlimit) { .rlim_cur = 16 * KIB, .rlim_max = before.rlim_max };
  setrlimit (RLIMIT_FSIZE, &limit);
  g_assert_false (callboard_file_writer_write (writer, bytes, 64 * KIB, &error));
  setrlimit (RLIMIT_FSIZE, &before);

  g_assert_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_FULL);
  g_clear_pointer (&writer, callboard_file_writer_free);
  assert_nothing_incoming (test);
}

static void
test_missing (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_files_add (test->directory, "/nowhere/cv.pdf", KIB, &error));
  g_assert_error (error, CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_MISSING);
  g_clear_error (&error);
  g_assert_null (callboard_files_add (test->directory, test->directory, KIB, &error));
  g_assert_nonnull (error);
}

static void
test_hashes (void)
{
  static const char * const wrong[] = {
    NULL, "", "ab", "../../../../../../../../../../../../../../../../../../../../etc/pa",
    "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_assert_null (callboard_files_get_path ("/tmp", wrong[i]));
      g_assert_false (callboard_files_has ("/tmp", wrong[i]));
    }
}

static void
test_clean (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardStoredFile) file = store (test, "abc", 3, KIB, NULL);
  struct utimbuf long_ago = { 0, 0 };
  g_autofree char *half = g_build_filename (test->directory, "files", CALLBOARD_FILES_INCOMING "a1b2c3", NULL);

  g_assert_true (g_file_set_contents (half, "half", -1, NULL));
  callboard_files_clean (test->directory);
  g_assert_true (g_file_test (half, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_utime (half, &long_ago), ==, 0);
  callboard_files_clean (test->directory);
  assert_nothing_incoming (test);
  g_assert_true (callboard_files_has (test->directory, file->hash));
}

static void
added_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_add_async (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = g_build_filename (test->directory, "a.txt", NULL);
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "abc", -1, NULL));
  callboard_files_add_async (test->directory, path, KIB, NULL, added_cb, &done);
  while (done == NULL)
    g_main_context_iteration (NULL, TRUE);

  file = callboard_files_add_finish (done, &error);
  g_assert_no_error (error);
  g_assert_true (callboard_files_has (test->directory, file->hash));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/files/types", test_types);
  g_test_add_func ("/files/no-types", test_no_types);
  g_test_add_func ("/files/truncated", test_truncated);
  g_test_add_func ("/files/names", test_names);
  g_test_add_func ("/files/long-names", test_long_names);
  g_test_add_func ("/files/store", test_store);
  g_test_add_func ("/files/program", test_program);
  g_test_add_func ("/files/limits", test_limits);
  g_test_add_func ("/files/stays-refused", test_stays_refused);
  g_test_add_func ("/files/unwritable", test_unwritable);
  g_test_add_func ("/files/full", test_full);
  g_test_add_func ("/files/missing", test_missing);
  g_test_add_func ("/files/hashes", test_hashes);
  g_test_add_func ("/files/clean", test_clean);
  g_test_add_func ("/files/add-async", test_add_async);

  return g_test_run ();
}
