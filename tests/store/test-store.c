/* test-store.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "callboard-test.h"

#define N_FILLS   800
#define FILL_SIZE (128 * 1024)

typedef struct
{
  const char *name;
  const char *value;
  gboolean    fail;
} Set;

static gboolean
execute_set (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  Set *set = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_SETTINGS);
  if (!callboard_db_run (db, error, "INSERT INTO setting (name, value) VALUES ($1, $2)", "ss", set->name, set->value))
    return FALSE;

  if (set->fail)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "on purpose");

  return !set->fail;
}

static CallboardCommand *
set_new (const char *name,
         const char *value,
         gboolean    fail)
{
  Set *set = g_new0 (Set, 1);

  set->name = name;
  set->value = value;
  set->fail = fail;

  return callboard_command_new ("set", execute_set, set, g_free);
}

static void
count_cb (guint            *emitted,
          CallboardChanges *changes)
{
  g_assert_true (callboard_changes_has (changes, CALLBOARD_CHANGED_SETTINGS));
  (*emitted)++;
}

static void
test_commit (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  guint emitted = 0;

  g_signal_connect_swapped (test->store, "changed", G_CALLBACK (count_cb), &emitted);
  callboard_test_execute (test, set_new ("a", "1", FALSE));
  g_assert_cmpuint (emitted, ==, 1);
  callboard_test_assert_text (test, "SELECT value FROM setting WHERE name = 'a'", "1");

  callboard_test_reopen (test);
  callboard_test_assert_text (test, "SELECT value FROM setting WHERE name = 'a'", "1");
}

static void
test_roll_back (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  guint emitted = 0;

  g_signal_connect_swapped (test->store, "changed", G_CALLBACK (count_cb), &emitted);
  callboard_test_refuse (test, set_new ("a", "1", TRUE), G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpuint (emitted, ==, 0);
  callboard_test_assert_number (test, "SELECT count(*) FROM setting WHERE name <> 'database-id'", ==, 0);

  callboard_test_execute (test, set_new ("a", "1", FALSE));
  callboard_test_refuse (test, set_new ("a", "2", FALSE), CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_CONSTRAINT);
  callboard_test_assert_text (test, "SELECT value FROM setting WHERE name <> 'database-id'", "1");
}

typedef struct
{
  guint done;
  guint emitted_at_done;
  guint emitted;
} Order;

static void
executed_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  Order *order = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (callboard_command_get_name (command), ==, "set");
  order->done++;
  order->emitted_at_done = order->emitted;
  g_assert_cmpuint (order->emitted, >=, order->done);
}

static void
test_async_in_order (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  const char *names[] = { "a", "b", "c" };
  Order order = { 0 };

  g_signal_connect_swapped (test->store, "changed", G_CALLBACK (count_cb), &order.emitted);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(CallboardCommand) command = set_new (names[i], "1", FALSE);

      callboard_store_execute_async (test->store, command, NULL, executed_cb, &order);
    }

  /* A synchronous one behind them delivers theirs first. */
  callboard_test_execute (test, set_new ("d", "1", FALSE));
  g_assert_cmpuint (order.emitted, ==, 4);

  while (order.done < 3)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
execute_fill (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  return callboard_db_run (db, error, "INSERT INTO setting (name, value) VALUES ('a', $1)"
                           " ON CONFLICT (name) DO UPDATE SET value = excluded.value", "s", (const char *) data);
}

/* Commits that never pause: then the log is never folded back by itself. */
static void
test_log_begins_anew (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *log = g_build_filename (test->directory, "callboard.db-wal", NULL);
  GStatBuf status;

  for (guint i = 0; i < N_FILLS; i++)
    {
      g_autoptr(CallboardCommand) command =
        callboard_command_new ("fill", execute_fill, g_strnfill (FILL_SIZE, 'a' + i % 26), g_free);

      callboard_store_execute_async (test->store, command, NULL, NULL, NULL);
    }

  callboard_test_execute (test, set_new ("b", "1", FALSE));
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, <, N_FILLS * FILL_SIZE / 2);
}

static void
test_cancelled (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CallboardCommand) command = set_new ("a", "1", FALSE);

  g_cancellable_cancel (cancellable);
  callboard_store_execute_async (test->store, command, cancellable, NULL, NULL);
  callboard_test_execute (test, set_new ("b", "1", FALSE));
  callboard_test_assert_number (test, "SELECT count(*) FROM setting WHERE name <> 'database-id'", ==, 1);
}

static void
assert_refused (const char *directory,
                int         code)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_system ();
  g_autoptr(CallboardStore) store = NULL;
  g_autoptr(GError) error = NULL;

  store = callboard_store_open (directory, clock, &error);
  g_assert_null (store);
  g_assert_error (error, CALLBOARD_STORE_ERROR, code);
}

static void
test_second_process (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardStore) looker = NULL;
  g_autoptr(GError) error = NULL;

  assert_refused (test->directory, CALLBOARD_STORE_ERROR_LOCKED);

  looker = callboard_store_open_read_only (test->directory, test->clock, &error);
  g_assert_no_error (error);
  g_assert_nonnull (looker);
}

static char *
close_with (CallboardTest *test,
            const char    *sql)
{
  g_autofree char *path = g_build_filename (test->directory, "callboard.db", NULL);
  g_autoptr(CallboardDb) db = NULL;

  callboard_store_close (test->store);
  if (sql != NULL)
    {
      db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);
      g_assert_true (callboard_db_script (db, sql, NULL));
    }

  return g_steal_pointer (&path);
}

#define FIRST_OFFICE_SQL                                                                                  \
  "INSERT INTO account VALUES (1, 'twilio', 'T', '{}', 'active', NULL, 0, NULL, 0);"                      \
  "INSERT INTO job VALUES (1, 'Cook', '', '', '', '', 'GB', 'open', 0);"                                  \
  "INSERT INTO campaign VALUES (1, '{}', 1, NULL, 0);"                                                    \
  "INSERT INTO campaign_version VALUES (1, 1, '{\"settings\":{\"expiry_days\":3}}', 0);"                    \
  "INSERT INTO stage VALUES (1, 1, 'Form', 'form', 0, 1, NULL);"                                          \
  "INSERT INTO candidate VALUES (1, 'Anna', 'Berg', '+447700900001', 'GB', NULL, NULL, 0);"               \
  "INSERT INTO application VALUES (1, 1, 1, 1, 10, 'live', 1, 1, 0, NULL, 0);"                            \
  "INSERT INTO visit VALUES (1, 1, 1, 1, NULL, NULL);"                                                    \
  "INSERT INTO enrolment VALUES (1, 1, 1, 1, 1, 1, 0, 1, 0, 'in-progress', '', 1, 3, NULL, NULL, NULL, 1, 1, 10, NULL);" \
  "INSERT INTO message VALUES (1, 1, 1, 1, 1, 'in', 'reply', NULL, 'Ja', NULL, NULL, 'received', NULL, 0, NULL, 'SM1'," \
  " NULL, NULL, NULL, 5, 5);"                                                                             \
  "INSERT INTO attachment VALUES (1, 1, NULL, NULL, 'image/png', '', 'https://example.org/1');"           \
  "INSERT INTO answer VALUES (1, 1, 'q1', 'Ready?', 'yes', 'yes', 0, 1, 7);"

static void
test_newer (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test, "PRAGMA user_version=999");

  assert_refused (test->directory, CALLBOARD_STORE_ERROR_NEWER);
}

/* What the first version of the database held has to survive the tables that are made anew. */
static void
test_migrate (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test, NULL);
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "sql", "0001-initial.sql", NULL);
  g_autofree char *sql = NULL;
  g_autoptr(CallboardDb) db = NULL;

  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  g_unlink (path);
  db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);
  g_assert_true (callboard_db_script (db, sql, NULL));
  g_assert_true (callboard_db_script (db, FIRST_OFFICE_SQL "PRAGMA user_version=1", NULL));
  g_clear_pointer (&db, callboard_db_close);

  callboard_test_reopen (test);
  callboard_test_assert_text (test, "SELECT a.text || m.body FROM answer a JOIN message m ON m.id = a.message_id", "yesJa");
  callboard_test_assert_number (test, "SELECT due_at FROM timer WHERE kind = 'expiry'", ==, 10 + 3 * 86400000000);
  callboard_test_assert_text (test, "SELECT state FROM attachment", "fetching");
  callboard_test_assert_number (test, "SELECT length(value) FROM setting WHERE name = 'database-id'", ==, 32);
  callboard_test_assert_text (test, "SELECT a.name || a.channel FROM enrolment e JOIN account a ON a.id = e.account_id",
                              "Tsms");
}

#define FIFTH_OFFICE_SQL                                                                                  \
  "INSERT INTO account VALUES (2, 'rehearsal', 'Texts', '{\"rendering\":\"sms\"}', 'paused', 'rate', 7, 'c', 1);"     \
  "INSERT INTO account VALUES (3, 'rehearsal', 'Calls', '{}', 'removed', NULL, 0, NULL, 2);"              \
  "INSERT INTO clock_move VALUES (2, 0, 7);"                                                              \
  "INSERT INTO whatsapp_template VALUES (3, 't', 'en', 'h', 'approved', NULL, 3);"                        \
  "INSERT INTO inbox VALUES (1, 2, 'e', '{}', 'stored', NULL, 4);"

static void
run_file (CallboardDb *db,
          const char  *name)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "..", "data", "sql", name, NULL);
  g_autofree char *sql = NULL;

  g_assert_true (g_file_get_contents (file, &sql, NULL, NULL));
  g_assert_true (callboard_db_script (db, sql, NULL));
}

/* All that refers to an account finds it again in the table that was made anew. */
static void
test_migrate_accounts (void)
{
  static const char * const files[] = {
    "0001-initial.sql", "0002-conversation.sql", "0003-clock.sql", "0004-editor.sql", "0005-indexes.sql",
  };
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test, NULL);
  g_autoptr(CallboardDb) db = NULL;

  g_unlink (path);
  db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);
  g_assert_true (callboard_db_script (db, "PRAGMA foreign_keys=OFF;", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    run_file (db, files[i]);
  g_assert_true (callboard_db_script (db, FIFTH_OFFICE_SQL "PRAGMA user_version=5", NULL));
  g_clear_pointer (&db, callboard_db_close);

  callboard_test_reopen (test);
  callboard_test_assert_text (test, "SELECT group_concat (channel || state || coalesce (pause_reason, '') || clock_shift"
                              " || coalesce (cursor, '') || created_at, ' ') FROM account",
                              "smspausedrate7c1 whatsappremoved02");
  callboard_test_assert_number (test, "SELECT count(*) FROM account a JOIN clock_move c ON c.account_id = a.id"
                                " JOIN inbox i ON i.account_id = a.id", ==, 1);
  callboard_test_assert_text (test, "SELECT a.name FROM whatsapp_template t JOIN account a ON a.id = t.account_id", "Calls");
  callboard_test_assert_number (test, "SELECT count(*) FROM pragma_foreign_key_list ('message') WHERE \"table\" = 'account'",
                                ==, 1);
  callboard_test_assert_number (test, "SELECT count(*) FROM pragma_foreign_key_check", ==, 0);
}

#define VISIT_SQL "INSERT INTO visit (application_id, stage_id, entered_at, left_at) "

/* Any number of visits may end in one moment, but one alone be open. */
static void
test_one_open_visit (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test,
                                      "INSERT INTO job (id, title, country, created_at) VALUES (1, 'Cook', 'GB', 0);"
                                      "INSERT INTO stage (id, job_id, name, type, position) VALUES (1, 1, 'New', 'review', 0);"
                                      "INSERT INTO candidate (id, first_name, last_name, phone, created_at)"
                                      " VALUES (1, 'Anna', '', '+447700900001', 0);"
                                      "INSERT INTO application (id, candidate_id, job_id, stage_id, rank, created_at)"
                                      " VALUES (1, 1, 1, 1, 1, 0);"
                                      VISIT_SQL "VALUES (1, 1, 0, 5), (1, 1, 0, 5), (1, 1, 5, NULL);");
  g_autoptr(CallboardDb) db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);

  g_assert_false (callboard_db_script (db, VISIT_SQL "VALUES (1, 1, 6, NULL)", NULL));
  g_assert_false (callboard_db_script (db, "UPDATE visit SET left_at = NULL WHERE id = 1", NULL));
  g_assert_true (callboard_db_script (db, "UPDATE visit SET left_at = 5; " VISIT_SQL "VALUES (1, 1, 6, NULL)", NULL));
}

static void
test_corrupt (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test, NULL);
  g_autofree char *letter = g_strnfill (8192, 'x');
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, letter, -1, &error);
  g_assert_no_error (error);
  assert_refused (test->directory, CALLBOARD_STORE_ERROR_CORRUPT);
}

static void
test_read_only (void)
{
  assert_refused ("/proc/callboard", CALLBOARD_STORE_ERROR_READ_ONLY);
}

static void
test_full (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autofree char *path = close_with (test, NULL);
  g_autoptr(CallboardDb) db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (callboard_db_script (db, "PRAGMA max_page_count=125", NULL));
  g_assert_false (callboard_db_run (db, &error, "INSERT INTO setting VALUES ('a', $1)", "s", large));
  g_assert_error (error, CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_FULL);
  g_assert_true (callboard_db_run (db, NULL, "INSERT INTO setting VALUES ('a', 'small')", ""));
}

static void
test_versions_are_immutable (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autofree char *path = close_with (test,
                                      "INSERT INTO campaign (id, draft, version, problem, updated_at)"
                                      " VALUES (1, '{}', 1, NULL, 0);"
                                      "INSERT INTO campaign_version (campaign_id, version, document, published_at)"
                                      " VALUES (1, 1, '{}', 0);");
  g_autoptr(CallboardDb) db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, NULL);

  g_assert_false (callboard_db_script (db, "UPDATE campaign_version SET document = 'x'", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store/commit", test_commit);
  g_test_add_func ("/store/roll-back", test_roll_back);
  g_test_add_func ("/store/async-in-order", test_async_in_order);
  g_test_add_func ("/store/log-begins-anew", test_log_begins_anew);
  g_test_add_func ("/store/cancelled", test_cancelled);
  g_test_add_func ("/store/second-process", test_second_process);
  g_test_add_func ("/store/migrate", test_migrate);
  g_test_add_func ("/store/migrate-accounts", test_migrate_accounts);
  g_test_add_func ("/store/one-open-visit", test_one_open_visit);
  g_test_add_func ("/store/newer", test_newer);
  g_test_add_func ("/store/corrupt", test_corrupt);
  g_test_add_func ("/store/read-only", test_read_only);
  g_test_add_func ("/store/full", test_full);
  g_test_add_func ("/store/versions-are-immutable", test_versions_are_immutable);

  return g_test_run ();
}
