/* callboard-csv.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-csv.h"
#include "callboard-csv-private.h"
#include "callboard-table-private.h"

#include <string.h>

#include <csv.h>
#include <glib/gi18n.h>

#define MAX_RECORD       (64 * 1024)
#define CANCEL_INTERVAL  4096

/* States of libcsv's parser, which its header does not name. */
#define FIELD_BEGUN      2

/* A quoted cell may go on over lines; whether a record really does is looked up ahead, since one stray quote would
 * otherwise swallow the rest of the file. */
typedef struct
{
  struct csv_parser  parser;
  CallboardTable    *table;
  const char        *end;
  char               newline;
  char               delimiter;
  guint              line;
  guint              record_line;
  guint              n_expected;

  guint              literal : 1;
  guint              too_wide : 1;
} Reader;

G_DEFINE_QUARK (callboard-csv-error-quark, callboard_csv_error)

/* Quotes that were read as signs are not wanted around a name. */
static void
unquote (const char **text,
         gsize       *length)
{
  while (*length > 0 && ((*text)[0] == '"' || (*text)[0] == ' '))
    {
      (*text)++;
      (*length)--;
    }
  while (*length > 0 && ((*text)[*length - 1] == '"' || (*text)[*length - 1] == ' '))
    (*length)--;
}

static void
take_cell_cb (void   *data,
              size_t  length,
              void   *user_data)
{
  Reader *reader = user_data;
  const char *text = data;

  if (callboard_table_get_pending (reader->table) >= CALLBOARD_CSV_MAX_COLUMNS)
    {
      reader->too_wide = TRUE;
      return;
    }
  if (reader->literal)
    unquote (&text, &length);
  callboard_table_add_cell (reader->table, text != NULL ? text : "", length);
}

static void
end_row_cb (int   terminator,
            void *user_data)
{
  Reader *reader = user_data;

  if (reader->n_expected == 0)
    reader->n_expected = callboard_table_get_pending (reader->table);
  callboard_table_end_row (reader->table, reader->record_line);
}

static const char *
find_line_end (Reader     *reader,
               const char *start)
{
  const char *end = memchr (start, reader->newline, reader->end - start);

  return end != NULL ? end + 1 : reader->end;
}

static guint
count_columns (Reader     *reader,
               const char *start,
               const char *end)
{
  guint n_columns = 1;

  for (const char *at = start; at < end; at++)
    n_columns += *at == reader->delimiter;

  return n_columns;
}

/* The end of a quoted cell, after its closing quote; NULL if that is missing or followed by anything but the cell's end. */
static const char *
skip_quoted (Reader     *reader,
             const char *at,
             const char *limit)
{
  for (at++; (at = memchr (at, '"', limit - at)) != NULL; at += 2)
    if (at + 1 == limit || at[1] != '"')
      break;
  if (at == NULL)
    return NULL;

  for (at++; at < limit && *at == ' ';)
    at++;

  return at == limit || *at == reader->delimiter || *at == '\n' || *at == '\r' ? at : NULL;
}

/* The end of a record whose quotes all are in order. */
static const char *
find_record_end (Reader     *reader,
                 const char *start,
                 guint      *n_columns)
{
  const char *limit = start + MIN (reader->end - start, MAX_RECORD);
  const char *at = start;

  for (*n_columns = 1; at != NULL && at < limit; at++)
    {
      while (at < limit && *at == ' ')
        at++;
      if (at < limit && *at == '"')
        at = skip_quoted (reader, at, limit);
      if (at == NULL)
        return NULL;
      while (at < limit && *at != reader->delimiter && *at != '\n' && *at != '\r')
        at++;
      if (at == limit || *at != reader->delimiter)
        break;
      (*n_columns)++;
    }

  return at < limit ? find_line_end (reader, at) : limit == reader->end ? limit : NULL;
}

static gboolean
is_inside_quotes (Reader *reader)
{
  return reader->parser.quoted && reader->parser.pstate == FIELD_BEGUN;
}

static void
parse (Reader     *reader,
       const char *start,
       const char *end)
{
  csv_parse (&reader->parser, start, end - start, take_cell_cb, end_row_cb, reader);
}

static void
parse_literally (Reader     *reader,
                 const char *start,
                 const char *end)
{
  reader->literal = TRUE;
  csv_fini (&reader->parser, NULL, NULL, NULL);
  csv_set_quote (&reader->parser, '\0');
  parse (reader, start, end);
  csv_fini (&reader->parser, take_cell_cb, end_row_cb, reader);
  csv_set_quote (&reader->parser, CSV_QUOTE);
  reader->literal = FALSE;
}

/* Where the record goes on over lines and its quotes are in order, its end; else the end of the line. */
static const char *
choose_end (Reader     *reader,
            const char *start,
            const char *line_end)
{
  guint n_columns;
  const char *record_end = find_record_end (reader, start, &n_columns);

  if (record_end == NULL)
    return line_end;
  if (reader->n_expected > 0 && n_columns != reader->n_expected &&
      count_columns (reader, start, line_end) == reader->n_expected)
    return line_end;

  return record_end;
}

static const char *
read_record (Reader     *reader,
             const char *start)
{
  CallboardTableMark mark = callboard_table_mark (reader->table);
  const char *line_end = find_line_end (reader, start);
  const char *end = line_end;

  reader->record_line = reader->line++;
  parse (reader, start, line_end);
  if (!is_inside_quotes (reader))
    return line_end;

  end = choose_end (reader, start, line_end);
  if (end > line_end)
    parse (reader, line_end, end);
  if (is_inside_quotes (reader))
    {
      end = line_end;
      callboard_table_rewind (reader->table, &mark);
      parse_literally (reader, start, line_end);
    }
  for (const char *at = line_end; at < end; at = find_line_end (reader, at))
    reader->line++;

  return end;
}

static gboolean
set_too_wide (GError **error)
{
  g_set_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_TOO_MANY_COLUMNS,
               _("This file has more than %d columns. Keep the columns with names and phone numbers and import again."),
               CALLBOARD_CSV_MAX_COLUMNS);

  return FALSE;
}

static gboolean
read_records (Reader        *reader,
              const char    *at,
              GCancellable  *cancellable,
              GError       **error)
{
  for (guint i = 1; at < reader->end; i++)
    {
      at = read_record (reader, at);
      if (reader->too_wide)
        return set_too_wide (error);
      if (i % CANCEL_INTERVAL == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  csv_fini (&reader->parser, take_cell_cb, end_row_cb, reader);

  return reader->too_wide ? set_too_wide (error) : !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
finish_table (CallboardTable  *table,
              GError         **error)
{
  callboard_table_finish (table);
  if (callboard_table_get_n_rows (table) == 0)
    {
      g_set_error_literal (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_EMPTY, _("There is nothing in this file."));
      return FALSE;
    }
  callboard_table_set_has_header (table, callboard_csv_detect_header (table));

  return TRUE;
}

static char
detect_newline (const char *text,
                gsize       length)
{
  return memchr (text, '\n', length) == NULL && memchr (text, '\r', length) != NULL ? '\r' : '\n';
}

CallboardTable *
callboard_csv_parse (GBytes        *bytes,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(CallboardTable) table = NULL;
  g_autoptr(GBytes) decoded = NULL;
  Reader reader = { .line = 1, .record_line = 1 };
  const char *text;
  const char *start;
  gsize length;
  gboolean read;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  decoded = callboard_csv_decode (bytes, error);
  if (decoded == NULL)
    return NULL;

  text = g_bytes_get_data (decoded, &length);
  text = text != NULL ? text : "";
  table = callboard_table_new (length + 2);
  reader.table = table;
  reader.end = text + length;
  reader.newline = detect_newline (text, length);
  reader.delimiter = callboard_csv_detect_delimiter (text, length, &start);
  csv_init (&reader.parser, 0);
  csv_set_delim (&reader.parser, reader.delimiter);
  read = read_records (&reader, start, cancellable, error);
  csv_free (&reader.parser);

  return read && finish_table (table, error) ? g_steal_pointer (&table) : NULL;
}
