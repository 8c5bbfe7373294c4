/* callboard-csv-decode.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-csv-private.h"

#include <string.h>

#include <glib/gi18n.h>

#define SAMPLE_BYTES (64 * 1024)
#define SAMPLE_LINES 100

static const struct
{
  const char *magic;
  gsize       length;
} binaries[] = {
  { "PK\003\004", 4 },
  { "\xd0\xcf\x11\xe0", 4 },
  { "%PDF", 4 },
};

static const struct
{
  const char *mark;
  gsize       length;
  const char *encoding;
} marks[] = {
  { "\xef\xbb\xbf", 3, NULL },
  { "\xff\xfe", 2, "UTF-16LE" },
  { "\xfe\xff", 2, "UTF-16BE" },
};

static gboolean
begins_with (const char *text,
             gsize       length,
             const char *start,
             gsize       start_length)
{
  return length >= start_length && memcmp (text, start, start_length) == 0;
}

static gboolean
check_binary (const char  *text,
              gsize        length,
              GError     **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (binaries); i++)
    if (begins_with (text, length, binaries[i].magic, binaries[i].length))
      {
        g_set_error_literal (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_BINARY,
                             _("This is not a CSV file but a workbook or document. "
                               "Open it in its program, save it as CSV and import that."));
        return FALSE;
      }

  return TRUE;
}

static GBytes *
check_zeros (GBytes  *bytes,
             GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  if (length == 0 || memchr (text, '\0', length) == NULL)
    return bytes;

  g_bytes_unref (bytes);
  g_set_error_literal (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_BINARY,
                       _("This file holds bytes that are not text. Save the table as CSV and import that."));

  return NULL;
}

/* UTF-16 without a mark: every other byte of the first letters is zero. */
static const char *
guess_utf16 (const char *text,
             gsize       length)
{
  if (length < 4 || length % 2 != 0)
    return NULL;
  if (text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0)
    return "UTF-16LE";
  if (text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0)
    return "UTF-16BE";

  return NULL;
}

static GBytes *
convert (const char  *text,
         gsize        length,
         const char  *encoding,
         GError     **error)
{
  gsize written;
  char *converted = g_convert (text, length, "UTF-8", encoding, NULL, &written, NULL);

  if (converted != NULL)
    return g_bytes_new_take (converted, written);

  g_set_error_literal (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_ENCODING,
                       _("The letters in this file cannot be read. Save it again as CSV with the encoding UTF-8."));

  return NULL;
}

static GBytes *
decode (GBytes  *bytes,
        GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  const char *utf16 = guess_utf16 (text, length);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (begins_with (text, length, marks[i].mark, marks[i].length))
      {
        text += marks[i].length;
        length -= marks[i].length;
        if (marks[i].encoding != NULL)
          return convert (text, length, marks[i].encoding, error);
        break;
      }

  if (utf16 != NULL)
    return convert (text, length, utf16, error);
  if (length > 0 && memchr (text, '\0', length) == NULL && !g_utf8_validate_len (text, length, NULL))
    return convert (text, length, "WINDOWS-1252", error);

  return g_bytes_new_from_bytes (bytes, g_bytes_get_size (bytes) - length, length);
}

/* How many lines have the number of delimiters that most have, and that number. Quoted ones do not count. */
static guint
count_agreement (const char *text,
                 gsize       length,
                 char        delimiter,
                 guint      *usual)
{
  guint lines[CALLBOARD_CSV_MAX_COLUMNS + 1] = { 0 };
  guint n_lines = 0;
  guint count = 0;
  gboolean quoted = FALSE;

  for (gsize i = 0; i < length && n_lines < SAMPLE_LINES; i++)
    {
      quoted ^= text[i] == '"';
      if (!quoted && text[i] == delimiter)
        count++;
      if (text[i] != '\n' && text[i] != '\r' && i + 1 < length)
        continue;
      if (quoted && i + 1 < length)
        continue;
      lines[MIN (count, CALLBOARD_CSV_MAX_COLUMNS)]++;
      n_lines++;
      count = 0;
    }

  *usual = 1;
  for (guint i = 2; i <= CALLBOARD_CSV_MAX_COLUMNS; i++)
    if (lines[i] > lines[*usual])
      *usual = i;

  return lines[*usual];
}

/*< private >
 * callboard_csv_decode:
 *
 * Returns: (transfer full): the file as UTF-8 without a mark and without zero bytes
 */
GBytes *
callboard_csv_decode (GBytes  *bytes,
                      GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  GBytes *decoded;

  if (length > CALLBOARD_CSV_MAX_BYTES)
    {
      g_set_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_TOO_LARGE,
                   _("This file is larger than %d MB. Split it and import the parts."), CALLBOARD_CSV_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!check_binary (text, length, error))
    return NULL;

  decoded = decode (bytes, error);

  return decoded != NULL ? check_zeros (decoded, error) : NULL;
}

/*< private >
 * callboard_csv_detect_delimiter:
 * @after: where the table begins, after a line such as "sep=;"
 *
 * Of equals the one that is rarer inside texts.
 */
char
callboard_csv_detect_delimiter (const char  *text,
                                gsize        length,
                                const char **after)
{
  static const char delimiters[] = { '\t', ';', '|', ',' };
  guint best_lines = 0;
  guint best_usual = 0;
  char best = ',';

  *after = text;
  if (length > 5 && g_ascii_strncasecmp (text, "sep=", 4) == 0 && (text[5] == '\n' || text[5] == '\r'))
    {
      *after = text + 5;
      return text[4];
    }

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      guint usual;
      guint lines = count_agreement (text, MIN (length, SAMPLE_BYTES), delimiters[i], &usual);

      if (lines > best_lines || (lines == best_lines && lines > 0 && usual > best_usual))
        {
          best = delimiters[i];
          best_lines = lines;
          best_usual = usual;
        }
    }

  return best;
}
