/* callboard-db.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <sqlite3.h>

#include "callboard-db-private.h"

#define BUSY_TIMEOUT_MS 5000

struct _CallboardDb
{
  sqlite3    *handle;
  GHashTable *statements;
  GData      *data;
};

struct _CallboardRows
{
  sqlite3_stmt *statement;
};

G_DEFINE_QUARK (callboard-store-error-quark, callboard_store_error)

static CallboardStoreError
classify (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return CALLBOARD_STORE_ERROR_CORRUPT;

    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return CALLBOARD_STORE_ERROR_READ_ONLY;

    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return CALLBOARD_STORE_ERROR_LOCKED;

    case SQLITE_FULL:
      return CALLBOARD_STORE_ERROR_FULL;

    case SQLITE_CONSTRAINT:
      return CALLBOARD_STORE_ERROR_CONSTRAINT;

    default:
      return CALLBOARD_STORE_ERROR_FAILED;
    }
}

static const char *
explain (CallboardStoreError code)
{
  switch (code)
    {
    case CALLBOARD_STORE_ERROR_CORRUPT:
      return _("The database is damaged, or it is not a Callboard database. Restore a backup from the “backups” folder.");

    case CALLBOARD_STORE_ERROR_READ_ONLY:
      return _("The database cannot be written. Check the permissions of its folder.");

    case CALLBOARD_STORE_ERROR_LOCKED:
      return _("Another program keeps the database busy. Close it and try again.");

    case CALLBOARD_STORE_ERROR_FULL:
      return _("The disk is full. Nothing was changed; make room and try again.");

    case CALLBOARD_STORE_ERROR_CONSTRAINT:
      return _("The database refused the change, because it contradicts what it already holds.");

    case CALLBOARD_STORE_ERROR_NEWER:
    case CALLBOARD_STORE_ERROR_FAILED:
    default:
      return _("The database could not be used.");
    }
}

void
callboard_store_set_error (GError  **error,
                           sqlite3  *handle,
                           int       code)
{
  CallboardStoreError class = classify (code);
  const char *detail = handle ? sqlite3_errmsg (handle) : sqlite3_errstr (code);

  /* Translators: a sentence for the user, then the database's own words for a report */
  g_set_error (error, CALLBOARD_STORE_ERROR, class, _("%s (%s)"), explain (class), detail);
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static gboolean
configure (CallboardDb      *self,
           CallboardDbMode   mode,
           GError          **error)
{
  sqlite3_extended_result_codes (self->handle, TRUE);
  sqlite3_busy_timeout (self->handle, BUSY_TIMEOUT_MS);

  if (!callboard_db_script (self, "PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000; PRAGMA temp_store=MEMORY;", error))
    return FALSE;

  if (mode == CALLBOARD_DB_READ_ONLY)
    return TRUE;

  return callboard_db_script (self,
                              "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=0;",
                              error);
}

CallboardDb *
callboard_db_open (const char       *path,
                   CallboardDbMode   mode,
                   GError          **error)
{
  g_autoptr(CallboardDb) self = g_new0 (CallboardDb, 1);
  int flags = SQLITE_OPEN_NOMUTEX;
  int code;

  g_return_val_if_fail (path != NULL, NULL);

  flags |= mode == CALLBOARD_DB_READ_ONLY ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);

  code = sqlite3_open_v2 (path, &self->handle, flags, NULL);
  if (code != SQLITE_OK)
    {
      callboard_store_set_error (error, self->handle, code);
      return NULL;
    }

  if (!configure (self, mode, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
callboard_db_close (CallboardDb *self)
{
  g_datalist_clear (&self->data);
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self);
}

sqlite3 *
callboard_db_get_handle (CallboardDb *self)
{
  return self->handle;
}

const char *
callboard_db_get_path (CallboardDb *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return sqlite3_db_filename (self->handle, "main");
}

gboolean
callboard_db_script (CallboardDb  *self,
                     const char   *sql,
                     GError      **error)
{
  int code;

  g_return_val_if_fail (self != NULL, FALSE);

  code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;

  callboard_store_set_error (error, self->handle, code);

  return FALSE;
}

static sqlite3_stmt *
prepare (CallboardDb  *self,
         const char   *sql,
         GError      **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement != NULL)
    {
      g_assert (!sqlite3_stmt_busy (statement));
      return statement;
    }

  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      callboard_store_set_error (error, self->handle, code);
      return NULL;
    }

  g_hash_table_insert (self->statements, g_strdup (sql), statement);

  return statement;
}

static void
bind (sqlite3_stmt *statement,
      const char   *types,
      va_list       args)
{
  for (int i = 0; types[i] != '\0'; i++)
    {
      if (types[i] == 'i')
        sqlite3_bind_int64 (statement, i + 1, va_arg (args, gint64));
      else
        sqlite3_bind_text (statement, i + 1, va_arg (args, const char *), -1, SQLITE_STATIC);
    }
}

static CallboardRows *
start (CallboardDb  *self,
       GError      **error,
       const char   *sql,
       const char   *types,
       va_list       args)
{
  sqlite3_stmt *statement = prepare (self, sql, error);
  CallboardRows *rows;

  if (statement == NULL)
    return NULL;

  bind (statement, types, args);
  rows = g_new0 (CallboardRows, 1);
  rows->statement = statement;

  return rows;
}

gboolean
callboard_db_run (CallboardDb  *self,
                  GError      **error,
                  const char   *sql,
                  const char   *types,
                  ...)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  va_list args;

  va_start (args, types);
  rows = start (self, &fault, sql, types, args);
  va_end (args);

  while (callboard_rows_next (rows, &fault))
    continue;

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_db_number (CallboardDb  *self,
                     gint64       *number,
                     GError      **error,
                     const char   *sql,
                     const char   *types,
                     ...)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  va_list args;

  va_start (args, types);
  rows = start (self, &fault, sql, types, args);
  va_end (args);

  if (callboard_rows_next (rows, &fault) && !callboard_rows_null (rows, 0))
    *number = callboard_rows_int (rows, 0);

  /* An INSERT … RETURNING does its work only when stepped to the end. */
  while (fault == NULL && callboard_rows_next (rows, &fault))
    continue;

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

GArray *
callboard_db_numbers (CallboardDb  *self,
                      GError      **error,
                      const char   *sql,
                      const char   *types,
                      ...)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  va_list args;

  va_start (args, types);
  rows = start (self, &fault, sql, types, args);
  va_end (args);

  while (callboard_rows_next (rows, &fault))
    {
      gint64 number = callboard_rows_int (rows, 0);

      g_array_append_val (numbers, number);
    }

  if (fault == NULL)
    return g_steal_pointer (&numbers);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

gboolean
callboard_db_insert (CallboardDb  *self,
                     gint64       *id,
                     GError      **error,
                     const char   *sql,
                     const char   *types,
                     ...)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  va_list args;

  va_start (args, types);
  rows = start (self, &fault, sql, types, args);
  va_end (args);

  while (callboard_rows_next (rows, &fault))
    continue;

  if (fault == NULL)
    {
      *id = sqlite3_last_insert_rowid (self->handle);
      return TRUE;
    }

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_db_text (CallboardDb  *self,
                   char        **text,
                   GError      **error,
                   const char   *sql,
                   const char   *types,
                   ...)
{
  g_autoptr(CallboardRows) rows = NULL;
  g_autoptr(GError) fault = NULL;
  va_list args;

  va_start (args, types);
  rows = start (self, &fault, sql, types, args);
  va_end (args);

  *text = callboard_rows_next (rows, &fault) ? callboard_rows_dup (rows, 0) : NULL;
  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

CallboardRows *
callboard_db_select (CallboardDb  *self,
                     GError      **error,
                     const char   *sql,
                     const char   *types,
                     ...)
{
  CallboardRows *rows;
  va_list args;

  va_start (args, types);
  rows = start (self, error, sql, types, args);
  va_end (args);

  return rows;
}

guint
callboard_db_changes (CallboardDb *self)
{
  return sqlite3_changes (self->handle);
}

void
callboard_db_set_data (CallboardDb    *self,
                       const char     *name,
                       gpointer        data,
                       GDestroyNotify  free_data)
{
  g_datalist_set_data_full (&self->data, name, data, free_data);
}

gpointer
callboard_db_get_data (CallboardDb *self,
                       const char  *name)
{
  return g_datalist_get_data (&self->data, name);
}

gboolean
callboard_rows_next (CallboardRows  *self,
                     GError        **error)
{
  int code;

  if (self == NULL)
    return FALSE;

  code = sqlite3_step (self->statement);
  if (code == SQLITE_ROW)
    return TRUE;

  if (code != SQLITE_DONE && (error == NULL || *error == NULL))
    callboard_store_set_error (error, sqlite3_db_handle (self->statement), code);

  return FALSE;
}

gint64
callboard_rows_int (CallboardRows *self,
                    int            column)
{
  return sqlite3_column_int64 (self->statement, column);
}

gboolean
callboard_rows_null (CallboardRows *self,
                     int            column)
{
  return sqlite3_column_type (self->statement, column) == SQLITE_NULL;
}

const char *
callboard_rows_text (CallboardRows *self,
                     int            column)
{
  return (const char *) sqlite3_column_text (self->statement, column);
}

char *
callboard_rows_dup (CallboardRows *self,
                    int            column)
{
  return g_strdup (callboard_rows_text (self, column));
}

void
callboard_rows_free (CallboardRows *self)
{
  sqlite3_reset (self->statement);
  g_free (self);
}
