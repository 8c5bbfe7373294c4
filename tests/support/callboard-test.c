/* callboard-test.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <ftw.h>
#include <glib/gstdio.h>

#include "callboard-test.h"

/* Holds the command of the last callboard_test_execute(), so that its results live until the next one. */
static CallboardCommand *last;

static int
remove_entry (const char        *path,
              const struct stat *info,
              int                kind,
              struct FTW        *place)
{
  return g_remove (path);
}

static void
open_store (CallboardTest *test)
{
  g_autoptr(GError) error = NULL;

  test->store = callboard_store_open (test->directory, test->clock, &error);
  g_assert_no_error (error);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
close_store (CallboardTest *test)
{
  drain ();

  /* The writer's thread may be just about to wake the main loop, and holds the store until that has been seen to. */
  callboard_store_close (test->store);
  drain ();

  g_assert_finalize_object (g_steal_pointer (&test->store));
}

CallboardTest *
callboard_test_new (void)
{
  CallboardTest *test = g_new0 (CallboardTest, 1);
  g_autoptr(GError) error = NULL;

  test->directory = g_dir_make_tmp ("callboard-XXXXXX", &error);
  g_assert_no_error (error);
  test->clock = callboard_clock_new_stopped (CALLBOARD_TEST_NOW);
  open_store (test);

  return test;
}

void
callboard_test_free (CallboardTest *test)
{
  g_clear_object (&last);
  close_store (test);
  g_clear_object (&test->clock);
  nftw (test->directory, remove_entry, 8, FTW_DEPTH | FTW_PHYS);
  g_free (test->directory);
  g_free (test);
}

void
callboard_test_reopen (CallboardTest *test)
{
  close_store (test);
  open_store (test);
}

void
callboard_test_advance (CallboardTest *test,
                        gint64         microseconds)
{
  callboard_clock_advance (test->clock, microseconds);
}

gpointer
callboard_test_execute (CallboardTest    *test,
                        CallboardCommand *command)
{
  g_autoptr(GError) error = NULL;

  callboard_store_execute (test->store, command, &error);
  g_assert_no_error (error);
  g_clear_object (&last);
  last = command;

  return callboard_command_get_data (command);
}

void
callboard_test_refuse (CallboardTest    *test,
                       CallboardCommand *command,
                       GQuark            domain,
                       int               code)
{
  g_autoptr(CallboardCommand) taken = command;
  g_autoptr(GError) error = NULL;

  g_assert_false (callboard_store_execute (test->store, taken, &error));
  g_assert_error (error, domain, code);
}

gint64
callboard_test_number (CallboardTest *test,
                       const char    *sql)
{
  gint64 number = 0;
  g_autoptr(GError) error = NULL;

  callboard_db_number (callboard_store_get_reader (test->store), &number, &error, sql, "");
  g_assert_no_error (error);

  return number;
}

char *
callboard_test_text (CallboardTest *test,
                     const char    *sql)
{
  char *text = NULL;
  g_autoptr(GError) error = NULL;

  callboard_db_text (callboard_store_get_reader (test->store), &text, &error, sql, "");
  g_assert_no_error (error);

  return text;
}
