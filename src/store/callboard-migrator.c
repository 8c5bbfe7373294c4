/* callboard-migrator.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "callboard-migrator.h"
#include "callboard-store-resources.h"

#define BACKUPS_KEPT 14
#define SQL_PATH     "/org/callboard/Callboard/sql/"

static const char * const steps[] = {
  "0001-initial.sql",
  "0002-conversation.sql",
  "0003-clock.sql",
  "0004-editor.sql",
  "0005-indexes.sql",
  "0006-accounts.sql",
  "0007-templates.sql",
};

static gboolean
get_version (CallboardDb  *db,
             gint64       *version,
             GError      **error)
{
  *version = 0;

  return callboard_db_number (db, version, error, "PRAGMA user_version", "");
}

static gboolean
refuse_newer (gint64   version,
              GError **error)
{
  if (version <= (gint64) G_N_ELEMENTS (steps))
    return TRUE;

  g_set_error_literal (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_NEWER,
                       _("This database was made by a newer version of Callboard. Update Callboard to open it. "
                         "Nothing was changed."));

  return FALSE;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

static void
drop_old_backups (const char *backups)
{
  g_autoptr(GDir) dir = g_dir_open (backups, 0, NULL);
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".db"))
        g_ptr_array_add (names, g_strdup (name));
    }

  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i + BACKUPS_KEPT < names->len; i++)
    {
      g_autofree char *path = g_build_filename (backups, g_ptr_array_index (names, i), NULL);

      g_unlink (path);
    }
}

static gboolean
back_up (CallboardDb  *db,
         const char   *backups,
         GError      **error)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *name = g_date_time_format (now, "callboard-%Y%m%d-%H%M%S.db");
  g_autofree char *path = g_build_filename (backups, name, NULL);

  g_mkdir_with_parents (backups, 0700);
  if (!callboard_db_run (db, error, "VACUUM INTO $1", "s", path))
    return FALSE;

  drop_old_backups (backups);

  return TRUE;
}

static gboolean
check_references (CallboardDb  *db,
                  GError      **error)
{
  gint64 n_broken = 0;

  if (!callboard_db_number (db, &n_broken, error, "SELECT count(*) FROM pragma_foreign_key_check", ""))
    return FALSE;

  if (n_broken == 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_CORRUPT,
                       _("The database is damaged and could not be brought up to date. Nothing was changed."));

  return FALSE;
}

static gboolean
run_step (CallboardDb  *db,
          gint64        version,
          GError      **error)
{
  g_autofree char *path = g_strconcat (SQL_PATH, steps[version], NULL);
  g_autofree char *done = g_strdup_printf ("PRAGMA user_version=%" G_GINT64_FORMAT "; COMMIT;", version + 1);
  g_autoptr(GBytes) sql = g_resource_lookup_data (callboard_sql_get_resource (), path, 0, error);

  if (sql == NULL)
    return FALSE;

  if (callboard_db_script (db, "BEGIN IMMEDIATE;", error) &&
      callboard_db_script (db, g_bytes_get_data (sql, NULL), error) &&
      check_references (db, error) &&
      callboard_db_script (db, done, error))
    return TRUE;

  callboard_db_script (db, "ROLLBACK;", NULL);

  return FALSE;
}

static gboolean
run_steps (CallboardDb  *db,
           gint64        version,
           GError      **error)
{
  for (; version < (gint64) G_N_ELEMENTS (steps); version++)
    {
      if (!run_step (db, version, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_migrator_run (CallboardDb  *db,
                        const char   *backups,
                        GError      **error)
{
  gboolean migrated;
  gint64 version;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!get_version (db, &version, error) || !refuse_newer (version, error))
    return FALSE;

  if (version > 0 && version < (gint64) G_N_ELEMENTS (steps) && !back_up (db, backups, error))
    return FALSE;

  if (version == (gint64) G_N_ELEMENTS (steps))
    return TRUE;

  /* A table that is made anew would take the rows that refer to it along (sqlite.org/lang_altertable.html, section 7). */
  if (!callboard_db_script (db, "PRAGMA foreign_keys=OFF;", error))
    return FALSE;

  migrated = run_steps (db, version, error);

  return callboard_db_script (db, "PRAGMA foreign_keys=ON;", migrated ? error : NULL) && migrated;
}

gboolean
callboard_migrator_check (CallboardDb  *db,
                          GError      **error)
{
  gint64 version;

  g_return_val_if_fail (db != NULL, FALSE);

  if (!get_version (db, &version, error) || !refuse_newer (version, error))
    return FALSE;

  if (version == (gint64) G_N_ELEMENTS (steps))
    return TRUE;

  g_set_error_literal (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_FAILED,
                       _("This database was made by an older version of Callboard. Open it once for writing."));

  return FALSE;
}
