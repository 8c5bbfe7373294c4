/* callboard-db.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CALLBOARD_STORE_ERROR (callboard_store_error_quark ())

/**
 * CallboardStoreError:
 * @CALLBOARD_STORE_ERROR_NEWER: a newer Callboard made the database
 * @CALLBOARD_STORE_ERROR_CORRUPT: the file is damaged or no database
 * @CALLBOARD_STORE_ERROR_READ_ONLY: the file or its folder cannot be written
 * @CALLBOARD_STORE_ERROR_LOCKED: another process has it open
 * @CALLBOARD_STORE_ERROR_FULL: no room on the disk
 * @CALLBOARD_STORE_ERROR_CONSTRAINT: the database refused what would break one of its promises
 * @CALLBOARD_STORE_ERROR_FAILED: anything else
 */
typedef enum
{
  CALLBOARD_STORE_ERROR_NEWER,
  CALLBOARD_STORE_ERROR_CORRUPT,
  CALLBOARD_STORE_ERROR_READ_ONLY,
  CALLBOARD_STORE_ERROR_LOCKED,
  CALLBOARD_STORE_ERROR_FULL,
  CALLBOARD_STORE_ERROR_CONSTRAINT,
  CALLBOARD_STORE_ERROR_FAILED,
} CallboardStoreError;

GQuark callboard_store_error_quark (void);

/* One connection with its prepared statements. Belongs to the thread that uses it. */
typedef struct _CallboardDb CallboardDb;

/* The rows of a running statement. */
typedef struct _CallboardRows CallboardRows;

typedef enum
{
  CALLBOARD_DB_READ_WRITE,
  CALLBOARD_DB_READ_ONLY,
} CallboardDbMode;

/**
 * callboard_db_open:
 * @path: the database file
 * @mode: how; a file that does not exist is created only for %CALLBOARD_DB_READ_WRITE
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Opens a connection with foreign keys on, WAL, synchronous=FULL (a claim must survive a power cut) and without
 * automatic checkpoints, which make the slowest commits an order of magnitude slower.
 *
 * Returns: (transfer full): the connection, or %NULL
 */
CallboardDb   *callboard_db_open     (const char       *path,
                                      CallboardDbMode   mode,
                                      GError          **error);
void           callboard_db_close    (CallboardDb      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardDb, callboard_db_close)

/**
 * callboard_db_get_path:
 * @self: a connection
 *
 * Returns: (transfer none): the absolute path of the database file; its folder is the data directory
 */
const char    *callboard_db_get_path (CallboardDb      *self);

/**
 * callboard_db_script:
 * @self: a connection
 * @sql: statements without parameters
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Runs statements that are not worth keeping prepared.
 *
 * Returns: whether all of them ran
 */
gboolean       callboard_db_script   (CallboardDb      *self,
                                      const char       *sql,
                                      GError          **error);

/**
 * callboard_db_run:
 * @self: a connection
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one statement with parameters $1, $2 …
 * @types: a letter per parameter: "i" for a #gint64, "s" for a nullable string
 * @...: the parameters
 *
 * Runs a statement that returns no row.
 *
 * Returns: whether it ran
 */
gboolean       callboard_db_run      (CallboardDb      *self,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_number:
 * @self: a connection
 * @number: (out): the first column of the first row; left alone if there is no row or it is null
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one statement
 * @types: as for callboard_db_run()
 * @...: the parameters
 *
 * Asks for one number, or runs an INSERT … RETURNING id.
 *
 * Returns: whether it ran
 */
gboolean       callboard_db_number   (CallboardDb      *self,
                                      gint64           *number,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_numbers:
 * @self: a connection
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one statement
 * @types: as for callboard_db_run()
 * @...: the parameters
 *
 * Asks for the first column of all rows, mostly ids: whoever changes the rows must have read them to the end.
 *
 * Returns: (transfer full) (element-type gint64): the numbers, or %NULL
 */
GArray        *callboard_db_numbers  (CallboardDb      *self,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_insert:
 * @self: a connection
 * @id: (out): the id of the new row
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one INSERT that cannot conflict silently
 * @types: as for callboard_db_run()
 * @...: the parameters
 *
 * Inserts a row. An INSERT … RETURNING would make a table for its answer each time.
 *
 * Returns: whether it did
 */
gboolean       callboard_db_insert   (CallboardDb      *self,
                                      gint64           *id,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_text:
 * @self: a connection
 * @text: (out) (transfer full) (nullable): the first column of the first row
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one statement
 * @types: as for callboard_db_run()
 * @...: the parameters
 *
 * Asks for one text.
 *
 * Returns: whether it ran
 */
gboolean       callboard_db_text     (CallboardDb      *self,
                                      char            **text,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_select:
 * @self: a connection
 * @error: return location for a %CALLBOARD_STORE_ERROR
 * @sql: one statement
 * @types: as for callboard_db_run()
 * @...: the parameters, which must stay alive while the rows are read
 *
 * Starts a statement that returns rows. The same statement may run once at a time.
 *
 * Returns: (transfer full): the rows, or %NULL
 */
CallboardRows *callboard_db_select   (CallboardDb      *self,
                                      GError          **error,
                                      const char       *sql,
                                      const char       *types,
                                      ...);

/**
 * callboard_db_changes:
 * @self: a connection
 *
 * Returns: how many rows the last statement changed
 */
guint          callboard_db_changes  (CallboardDb      *self);

/**
 * callboard_db_set_data:
 * @self: a connection
 * @name: (not nullable): static, a name
 * @data: (transfer full): what to keep with the connection
 * @free_data: frees it when the connection closes
 *
 * Keeps something that is worth computing once per connection.
 */
void           callboard_db_set_data (CallboardDb      *self,
                                      const char       *name,
                                      gpointer          data,
                                      GDestroyNotify    free_data);
gpointer       callboard_db_get_data (CallboardDb      *self,
                                      const char       *name);

/**
 * callboard_rows_next:
 * @self: (nullable): rows, or %NULL, which has none
 * @error: (inout): return location for a %CALLBOARD_STORE_ERROR
 *
 * Goes to the next row, or to the first.
 *
 * Returns: whether there is one; if not, @error tells the end from a fault
 */
gboolean       callboard_rows_next   (CallboardRows    *self,
                                      GError          **error);
gint64         callboard_rows_int    (CallboardRows    *self,
                                      int               column);
gboolean       callboard_rows_null   (CallboardRows    *self,
                                      int               column);

/**
 * callboard_rows_text:
 * @self: rows
 * @column: from 0
 *
 * Returns: (transfer none) (nullable): the text, valid until the next row
 */
const char    *callboard_rows_text   (CallboardRows    *self,
                                      int               column);

/**
 * callboard_rows_dup:
 * @self: rows
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): a copy of the text
 */
char          *callboard_rows_dup    (CallboardRows    *self,
                                      int               column);
void           callboard_rows_free   (CallboardRows    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardRows, callboard_rows_free)

G_END_DECLS
