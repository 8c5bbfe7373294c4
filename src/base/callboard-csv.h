/* callboard-csv.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "callboard-table.h"

G_BEGIN_DECLS

#define CALLBOARD_CSV_MAX_BYTES   (100 * 1024 * 1024)
#define CALLBOARD_CSV_MAX_COLUMNS 500

#define CALLBOARD_CSV_ERROR (callboard_csv_error_quark ())

/**
 * CallboardCsvError:
 * @CALLBOARD_CSV_ERROR_EMPTY: not a single cell
 * @CALLBOARD_CSV_ERROR_ENCODING: the bytes are no text in an encoding that is understood
 * @CALLBOARD_CSV_ERROR_TOO_LARGE: more than %CALLBOARD_CSV_MAX_BYTES
 * @CALLBOARD_CSV_ERROR_TOO_MANY_COLUMNS: more than %CALLBOARD_CSV_MAX_COLUMNS
 * @CALLBOARD_CSV_ERROR_BINARY: not a text file at all, such as a workbook
 */
typedef enum
{
  CALLBOARD_CSV_ERROR_EMPTY,
  CALLBOARD_CSV_ERROR_ENCODING,
  CALLBOARD_CSV_ERROR_TOO_LARGE,
  CALLBOARD_CSV_ERROR_TOO_MANY_COLUMNS,
  CALLBOARD_CSV_ERROR_BINARY,
} CallboardCsvError;

GQuark callboard_csv_error_quark (void);

/**
 * CallboardImportColumns:
 * @first_name: the column of first names, or -1
 * @last_name: the column of last names, or -1
 * @full_name: the column of whole names, or -1
 * @phone: the column of phone numbers, or -1
 * @stage: the column of stages, or -1
 * @consent: the column of consent, or -1
 *
 * Which column of a table holds what.
 */
typedef struct
{
  int first_name;
  int last_name;
  int full_name;
  int phone;
  int stage;
  int consent;
} CallboardImportColumns;

/**
 * callboard_csv_parse:
 * @bytes: a file, or a table pasted as text
 * @cancellable: (nullable): a cancellable
 * @error: return location for a %CALLBOARD_CSV_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads separated values as spreadsheets of all countries write them. UTF-8 with and without a mark, UTF-16, else
 * Windows-1252; comma, semicolon, tab or bar, whichever the lines agree on, or as a line "sep=;" says; any line ends;
 * quoted cells over several lines. A stray quote costs its own line at most: it is then read as a sign. Rows
 * may differ in length, rows of nothing but blanks are left out. The header row is guessed.
 *
 * It takes about a second for 50 MB; run it in a thread.
 *
 * Returns: (transfer full): the table, with at least one row or header; %NULL on error
 */
CallboardTable *callboard_csv_parse         (GBytes                  *bytes,
                                             GCancellable            *cancellable,
                                             GError                 **error);

/**
 * callboard_csv_guess_columns:
 * @table: a table
 * @columns: (out caller-allocates): where to put the guess
 *
 * Guesses which column holds what, by the titles (columns.ini has them in six languages), else for phone numbers and
 * names by what the cells look like. Consent is never guessed by cells.
 */
void            callboard_csv_guess_columns (CallboardTable          *table,
                                             CallboardImportColumns  *columns);

G_END_DECLS
