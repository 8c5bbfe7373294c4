/* test-faults.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The disk is full, or breaks, at the first, second, … write or sync of a drop and of a claim: each time the command
 * says so, nothing is half done, and the next try works. */

#include "config.h"

#include <sqlite3.h>

#include "callboard-clock.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define MANY 1000

static sqlite3_vfs faulty;
static struct {
  sqlite3_io_methods        methods;
  const sqlite3_io_methods *original;
} kinds[4];
static int (*open_file) (sqlite3_vfs *, const char *, sqlite3_file *, int, int *);
static int countdown;
static int fault;

/* Returns: whether this write or sync is the one that fails. */
static gboolean
is_hit (void)
{
  return g_atomic_int_get (&countdown) > 0 && g_atomic_int_dec_and_test (&countdown);
}

/* SQLite has a table of methods per kind of file; a file with the last of ours is found by it. */
static const sqlite3_io_methods *
get_original (sqlite3_file *file)
{
  guint i = 0;

  while (file->pMethods != &kinds[i].methods)
    i++;

  return kinds[i].original;
}

static int
write_file (sqlite3_file  *file,
            const void    *bytes,
            int            n_bytes,
            sqlite3_int64  offset)
{
  return is_hit () ? fault : get_original (file)->xWrite (file, bytes, n_bytes, offset);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  return is_hit () ? SQLITE_IOERR_FSYNC : get_original (file)->xSync (file, flags);
}

static int
open_faulty (sqlite3_vfs  *vfs,
             const char   *name,
             sqlite3_file *file,
             int           flags,
             int          *out_flags)
{
  int code = open_file (vfs, name, file, flags, out_flags);
  guint i = 0;

  if (code != SQLITE_OK || file->pMethods == NULL)
    return code;

  while (kinds[i].original != NULL && kinds[i].original != file->pMethods)
    g_assert_cmpuint (++i, <, G_N_ELEMENTS (kinds));

  if (kinds[i].original == NULL)
    {
      kinds[i].original = file->pMethods;
      kinds[i].methods = *file->pMethods;
      kinds[i].methods.xWrite = write_file;
      kinds[i].methods.xSync = sync_file;
    }

  file->pMethods = &kinds[i].methods;

  return code;
}

static void
install (void)
{
  faulty = *sqlite3_vfs_find (NULL);
  open_file = faulty.xOpen;
  faulty.zName = "faulty";
  faulty.xOpen = open_faulty;
  sqlite3_vfs_register (&faulty, TRUE);
}

static gboolean
try (CallboardTestOffice *office,
     CallboardCommand    *command,
     int                  n,
     int                  expected)
{
  g_autoptr(CallboardCommand) taken = command;
  g_autoptr(GError) error = NULL;
  gboolean done;

  g_atomic_int_set (&countdown, n);
  done = callboard_store_execute (office->test->store, taken, &error);
  g_atomic_int_set (&countdown, 0);
  if (!done)
    g_assert_true (g_error_matches (error, CALLBOARD_STORE_ERROR, expected) ||
                   g_error_matches (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_FAILED));

  return done;
}

static void
assert_whole (CallboardTestOffice *office)
{
  callboard_test_assert_text (office->test, "PRAGMA integrity_check", "ok");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM pragma_foreign_key_check", ==, 0);
}

static void
test_fault (gconstpointer data)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  int expected = GPOINTER_TO_INT (data) == SQLITE_FULL ? CALLBOARD_STORE_ERROR_FULL : CALLBOARD_STORE_ERROR_FAILED;
  gboolean done = FALSE;
  int n;

  fault = GPOINTER_TO_INT (data);
  for (n = 1; n < MANY && !done; n++)
    {
      done = try (office, callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT), n, expected);
      callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, done);
      callboard_test_assert_number (office->test, "SELECT count(*) FROM visit WHERE left_at IS NULL", ==, 1);
      assert_whole (office);
    }

  g_assert_true (done);
  g_assert_cmpint (n, >, 2);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  for (done = FALSE, n = 1; n < MANY && !done; n++)
    {
      done = try (office, callboard_claim_command_new (office->account, 10), n, expected);
      callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'claimed'", ==, done);
      assert_whole (office);
    }

  g_assert_true (done);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install ();

  g_test_add_data_func ("/faults/full", GINT_TO_POINTER (SQLITE_FULL), test_fault);
  g_test_add_data_func ("/faults/broken", GINT_TO_POINTER (SQLITE_IOERR_WRITE), test_fault);

  return g_test_run ();
}
