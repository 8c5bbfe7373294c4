/* callboard-file-type.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-type.h"

#include <gio/gio.h>
#include <string.h>

#define DOCX "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
#define DOCM "application/vnd.ms-word.document.macroEnabled.12"
#define XLSX "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define PPTX "application/vnd.openxmlformats-officedocument.presentationml.presentation"
#define ODT  "application/vnd.oasis.opendocument.text"
#define OLE  "application/x-ole-storage"

#define WINDOWS_PROGRAM "application/x-msdownload"
#define PROGRAM         "application/x-executable"
#define SHELL_SCRIPT    "application/x-shellscript"

/* Enough of the head for a type that is written inside it. */
#define NEAR 512

static const struct
{
  const char        *type;
  const char        *extension;
  CallboardFileKind  kind;
} types[] = {
  { "application/pdf", "pdf", CALLBOARD_FILE_KIND_PDF },
  { "image/jpeg", "jpg", CALLBOARD_FILE_KIND_IMAGE },
  { "image/png", "png", CALLBOARD_FILE_KIND_IMAGE },
  { "image/gif", "gif", CALLBOARD_FILE_KIND_IMAGE },
  { "image/webp", "webp", CALLBOARD_FILE_KIND_IMAGE },
  { "image/heic", "heic", CALLBOARD_FILE_KIND_IMAGE },
  { "image/avif", "avif", CALLBOARD_FILE_KIND_IMAGE },
  { "image/bmp", "bmp", CALLBOARD_FILE_KIND_IMAGE },
  { "image/tiff", "tiff", CALLBOARD_FILE_KIND_IMAGE },
  { DOCX, "docx", CALLBOARD_FILE_KIND_WORD },
  { ODT, "odt", CALLBOARD_FILE_KIND_WORD },
  { "application/msword", "doc", CALLBOARD_FILE_KIND_WORD },
  { "application/rtf", "rtf", CALLBOARD_FILE_KIND_WORD },
  { "video/mp4", "mp4", CALLBOARD_FILE_KIND_VIDEO },
  { "video/3gpp", "3gp", CALLBOARD_FILE_KIND_VIDEO },
  { "video/quicktime", "mov", CALLBOARD_FILE_KIND_VIDEO },
  { "video/webm", "webm", CALLBOARD_FILE_KIND_VIDEO },
  { "video/x-matroska", "mkv", CALLBOARD_FILE_KIND_VIDEO },
  { "video/ogg", "ogv", CALLBOARD_FILE_KIND_VIDEO },
  { "video/x-msvideo", "avi", CALLBOARD_FILE_KIND_VIDEO },
  { "audio/ogg", "ogg", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/amr", "amr", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/mpeg", "mp3", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/mp4", "m4a", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/aac", "aac", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/wav", "wav", CALLBOARD_FILE_KIND_AUDIO },
  { "audio/flac", "flac", CALLBOARD_FILE_KIND_AUDIO },
  { "text/plain", "txt", CALLBOARD_FILE_KIND_OTHER },
  { "application/zip", "zip", CALLBOARD_FILE_KIND_OTHER },
  { XLSX, "xlsx", CALLBOARD_FILE_KIND_OTHER },
  { PPTX, "pptx", CALLBOARD_FILE_KIND_OTHER },
};

/* Where the bytes say it plainly. Programs come first. */
static const struct
{
  guint       offset;
  guint       length;
  const char *bytes;
  const char *type;
} magics[] = {
  { 0, 4, "\x7f" "ELF", PROGRAM },
  { 0, 4, "\xca\xfe\xba\xbe", PROGRAM },
  { 0, 4, "\xcf\xfa\xed\xfe", PROGRAM },
  { 0, 4, "\xce\xfa\xed\xfe", PROGRAM },
  { 0, 5, "#!AMR", "audio/amr" },
  { 0, 2, "#!", SHELL_SCRIPT },
  { 0, 3, "\xff\xd8\xff", "image/jpeg" },
  { 0, 8, "\x89PNG\r\n\x1a\n", "image/png" },
  { 0, 6, "GIF87a", "image/gif" },
  { 0, 6, "GIF89a", "image/gif" },
  { 0, 4, "II*\0", "image/tiff" },
  { 0, 4, "MM\0*", "image/tiff" },
  { 8, 4, "WEBP", "image/webp" },
  { 8, 4, "WAVE", "audio/wav" },
  { 8, 4, "AVI ", "video/x-msvideo" },
  { 0, 4, "fLaC", "audio/flac" },
  { 0, 3, "ID3", "audio/mpeg" },
  { 0, 5, "{\\rtf", "application/rtf" },
};

/* The brand of an ISO media file, ISO/IEC 14496-12. */
static const struct
{
  const char *brand;
  const char *type;
} brands[] = {
  { "heic", "image/heic" }, { "heix", "image/heic" }, { "hevc", "image/heic" }, { "heim", "image/heic" },
  { "heis", "image/heic" }, { "mif1", "image/heic" }, { "msf1", "image/heic" },
  { "avif", "image/avif" }, { "avis", "image/avif" },
  { "qt  ", "video/quicktime" }, { "M4A ", "audio/mp4" }, { "M4B ", "audio/mp4" },
  { "3gp", "video/3gpp" }, { "3g2", "video/3gpp" },
};

static gboolean
contains (const guint8 *data,
          gsize         length,
          const char   *bytes,
          gsize         n_bytes)
{
  return data != NULL && memmem (data, length, bytes, n_bytes) != NULL;
}

#define HAS(data, length, literal) contains (data, length, literal, sizeof (literal) - 1)
#define STARTS(data, length, literal) ((length) >= sizeof (literal) - 1 && memcmp (data, literal, sizeof (literal) - 1) == 0)

static const char *
sniff_magic (const guint8 *head,
             gsize         length)
{
  for (guint i = 0; i < G_N_ELEMENTS (magics); i++)
    {
      if (length >= magics[i].offset + magics[i].length &&
          memcmp (head + magics[i].offset, magics[i].bytes, magics[i].length) == 0 &&
          (magics[i].offset == 0 || STARTS (head, length, "RIFF")))
        return magics[i].type;
    }

  return NULL;
}

/* A text may begin with these two letters as well, but has no zeroes. */
static gboolean
is_windows_program (const guint8 *head,
                    gsize         length)
{
  return STARTS (head, length, "MZ") && memchr (head, 0, MIN (length, NEAR)) != NULL;
}

/* Word processors put a byte order mark or blank lines in front; anything else in front is somebody's trick. */
static gboolean
is_pdf (const guint8 *head,
        gsize         length)
{
  gsize at = STARTS (head, length, "\xef\xbb\xbf") ? 3 : 0;

  while (at < length && g_ascii_isspace (head[at]))
    at++;

  return STARTS (head + at, length - at, "%PDF-");
}

static const char *
sniff_media (const guint8 *head,
             gsize         length)
{
  gsize near = MIN (length, NEAR);

  if (STARTS (head, length, "OggS"))
    return HAS (head, near, "theora") ? "video/ogg" : "audio/ogg";

  if (STARTS (head, length, "\x1a\x45\xdf\xa3"))
    return HAS (head, near, "webm") ? "video/webm" : "video/x-matroska";

  if (length < 12 || memcmp (head + 4, "ftyp", 4) != 0)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (brands); i++)
    {
      if (memcmp (head + 8, brands[i].brand, strlen (brands[i].brand)) == 0)
        return brands[i].type;
    }

  return "video/mp4";
}

/* A frame of MPEG audio without a tag before it: eleven set bits, then fields of which some values are forbidden. */
static const char *
sniff_frame (const guint8 *head,
             gsize         length)
{
  if (length < 4 || head[0] != 0xff)
    return NULL;

  if ((head[1] & 0xf6) == 0xf0)
    return "audio/aac";

  if ((head[1] & 0xe6) == 0xe2 && (head[1] & 0x18) != 0x08 && (head[2] & 0xf0) != 0xf0 && (head[2] & 0xf0) != 0 &&
      (head[2] & 0x0c) != 0x0c)
    return "audio/mpeg";

  return NULL;
}

static const char *
sniff_archive (const guint8 *head,
               gsize         n_head,
               const guint8 *tail,
               gsize         n_tail)
{
  if (!STARTS (head, n_head, "PK\x03\x04"))
    return NULL;

  if (HAS (head, MIN (n_head, NEAR), "mimetype" ODT))
    return ODT;

  if (!HAS (head, n_head, "[Content_Types].xml") && !HAS (tail, n_tail, "[Content_Types].xml"))
    return "application/zip";

  if (HAS (head, n_head, "vbaProject.bin") || HAS (tail, n_tail, "vbaProject.bin"))
    return DOCM;

  if (HAS (head, n_head, "word/document.xml") || HAS (tail, n_tail, "word/document.xml"))
    return DOCX;

  if (HAS (head, n_head, "xl/workbook.xml") || HAS (tail, n_tail, "xl/workbook.xml"))
    return XLSX;

  if (HAS (head, n_head, "ppt/presentation.xml") || HAS (tail, n_tail, "ppt/presentation.xml"))
    return PPTX;

  return "application/zip";
}

/* The older Word: a stream of that name, in UTF-16, in the directory of a compound file. */
static const char *
sniff_compound (const guint8 *head,
                gsize         n_head,
                const guint8 *tail,
                gsize         n_tail)
{
  static const char word[] = "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t";

  if (!STARTS (head, n_head, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"))
    return NULL;

  return contains (head, n_head, word, sizeof word) || contains (tail, n_tail, word, sizeof word) ? "application/msword" : OLE;
}

char *
callboard_file_sniff (const guint8 *head,
                      gsize         n_head,
                      const guint8 *tail,
                      gsize         n_tail)
{
  const char *type;
  g_autofree char *guess = NULL;
  gboolean uncertain = TRUE;

  g_return_val_if_fail (head != NULL || n_head == 0, NULL);

  if (n_head == 0)
    return g_strdup (CALLBOARD_FILE_TYPE_UNKNOWN);

  type = is_windows_program (head, n_head) ? WINDOWS_PROGRAM : sniff_magic (head, n_head);
  if (type == NULL && is_pdf (head, n_head))
    type = "application/pdf";
  if (type == NULL)
    type = sniff_media (head, n_head);
  if (type == NULL)
    type = sniff_archive (head, n_head, tail, n_tail);
  if (type == NULL)
    type = sniff_compound (head, n_head, tail, n_tail);
  if (type == NULL)
    type = sniff_frame (head, n_head);
  if (type != NULL)
    return g_strdup (type);

  guess = g_content_type_guess (NULL, head, n_head, &uncertain);
  type = guess != NULL && !uncertain ? guess : CALLBOARD_FILE_TYPE_UNKNOWN;

  /* What the system's table calls a picture by two bytes is not one. */
  return callboard_file_kind_from_type (type) == CALLBOARD_FILE_KIND_OTHER ? g_strdup (type)
                                                                           : g_strdup (CALLBOARD_FILE_TYPE_UNKNOWN);
}

static int
find_type (const char *type)
{
  gsize length = type != NULL ? strcspn (type, "; ") : 0;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (strlen (types[i].type) == length && g_ascii_strncasecmp (types[i].type, type, length) == 0)
        return i;
    }

  return -1;
}

CallboardFileKind
callboard_file_kind_from_type (const char *type)
{
  int found = find_type (type);

  return found < 0 ? CALLBOARD_FILE_KIND_OTHER : types[found].kind;
}

const char *
callboard_file_type_get_extension (const char *type)
{
  int found = find_type (type);

  return found < 0 ? "bin" : types[found].extension;
}

gboolean
callboard_file_type_is_program (const char *type)
{
  return g_strcmp0 (type, WINDOWS_PROGRAM) == 0 || g_strcmp0 (type, PROGRAM) == 0 || g_strcmp0 (type, SHELL_SCRIPT) == 0;
}
