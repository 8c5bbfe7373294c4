/* test-secrets.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Through libsecret, with its file for a keyring, so that no test sees or touches the user's. */

#include "config.h"

#include "callboard-secrets.h"

#include "callboard-channel.h"

#include <glib/gstdio.h>
#include <libsecret/secret.h>

#define HERE  "0123456789abcdef"
#define THERE "fedcba9876543210"

const char *__asan_default_options (void);

/* libsecret's keyring in a file loses the name of each version it writes, in a stack without a frame of its own. */
const char *
__asan_default_options (void)
{
  return "detect_leaks=0";
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *done;
}

static char *
look_up (gint64   account,
         GError **error)
{
  g_autoptr(GAsyncResult) done = NULL;

  callboard_secrets_lookup_async (HERE, account, NULL, on_done_cb, &done);

  return callboard_secrets_lookup_finish (wait_for (&done), error);
}

static void
store (gint64      account,
       const char *secret)
{
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;

  callboard_secrets_store_async (HERE, account, "Twilio in London", secret, NULL, on_done_cb, &done);
  callboard_secrets_store_finish (wait_for (&done), &error);
  g_assert_no_error (error);
}

static void
assert_stored (gint64      account,
               const char *expected)
{
  g_autoptr(GError) async_error = NULL;
  g_autoptr(GError) sync_error = NULL;
  g_autofree char *async_secret = look_up (account, &async_error);
  g_autofree char *sync_secret = callboard_secrets_lookup_sync (HERE, account, &sync_error);

  g_assert_cmpstr (async_secret, ==, expected);
  g_assert_cmpstr (sync_secret, ==, expected);

  if (expected == NULL)
    {
      g_assert_error (async_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);
      g_assert_error (sync_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);
    }
}

static void
test_keep (void)
{
  g_autoptr(GAsyncResult) cleared = NULL;
  g_autoptr(GError) error = NULL;

  assert_stored (1, NULL);
  store (1, "one");
  store (12, "twelve");
  assert_stored (1, "one");
  store (1, "uno");
  assert_stored (1, "uno");
  assert_stored (12, "twelve");

  callboard_secrets_clear_async (HERE, 1, NULL, on_done_cb, &cleared);
  callboard_secrets_clear_finish (wait_for (&cleared), &error);
  g_assert_no_error (error);
  assert_stored (1, NULL);
  assert_stored (12, "twelve");
}

static void
test_sync (void)
{
  g_autoptr(GError) error = NULL;

  callboard_secrets_store_sync (HERE, 3, "Twilio", "three", &error);
  g_assert_no_error (error);
  assert_stored (3, "three");
  callboard_secrets_clear_sync (HERE, 3, &error);
  g_assert_no_error (error);
  assert_stored (3, NULL);
  callboard_secrets_clear_sync (HERE, 3, &error);
  g_assert_no_error (error);
}

/* Two databases of one user have accounts of the same number. */
static void
test_databases (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *there = NULL;

  store (6, "here");
  g_assert_null (callboard_secrets_lookup_sync (THERE, 6, &error));
  g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);
  g_clear_error (&error);

  callboard_secrets_store_sync (THERE, 6, "Twilio", "there", &error);
  g_assert_no_error (error);
  assert_stored (6, "here");
  callboard_secrets_clear_sync (HERE, 6, &error);
  g_assert_no_error (error);
  there = callboard_secrets_lookup_sync (THERE, 6, &error);
  g_assert_cmpstr (there, ==, "there");
}

/* What an older version stored is for whoever asks first. */
static void
test_take_over (void)
{
  static const SecretSchema old = {
    "org.callboard.Account", SECRET_SCHEMA_NONE, { { "account", SECRET_SCHEMA_ATTRIBUTE_STRING }, { NULL, 0 } }
  };
  g_autoptr(GError) error = NULL;

  secret_password_store_sync (&old, SECRET_COLLECTION_DEFAULT, "Callboard", "old", NULL, &error, "account", "7", NULL);
  g_assert_no_error (error);

  assert_stored (7, "old");
  g_assert_null (secret_password_lookup_sync (&old, NULL, &error, "account", "7", NULL));
  g_assert_no_error (error);
  g_assert_null (callboard_secrets_lookup_sync (THERE, 7, NULL));
}

static void
test_environment (void)
{
  store (4, "in the keyring");
  g_setenv ("CALLBOARD_SECRET_4", "in the environment", TRUE);
  assert_stored (4, "in the environment");
  g_setenv ("CALLBOARD_SECRET_4", "", TRUE);
  assert_stored (4, "in the keyring");
}

/* What is kept in memory is found, counts for its database alone, and goes when a secret is stored or cleared. */
static void
test_session (void)
{
  callboard_secrets_keep (HERE, 9, "for now");
  assert_stored (9, "for now");
  g_assert_true (callboard_secrets_is_kept (HERE, 9));
  g_assert_false (callboard_secrets_is_kept (THERE, 9));
  store (9, "for good");
  assert_stored (9, "for good");
  g_assert_false (callboard_secrets_is_kept (HERE, 9));
  callboard_secrets_keep (HERE, 9, "again");
  callboard_secrets_clear_sync (HERE, 9, NULL);
  assert_stored (9, NULL);
}

static void
test_no_service (void)
{
  g_autoptr(GError) lookup_error = NULL;
  g_autoptr(GError) store_error = NULL;
  g_autoptr(GError) clear_error = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("SECRET_BACKEND", "service", TRUE);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);

  g_assert_null (look_up (1, &lookup_error));
  g_assert_error (lookup_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);
  g_assert_false (callboard_secrets_store_sync (HERE, 1, "Twilio", "one", &store_error));
  g_assert_error (store_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);
  g_assert_false (callboard_secrets_clear_sync (HERE, 1, &clear_error));
  g_assert_error (clear_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_SECRET);

  /* A server needs no service. */
  g_setenv ("CALLBOARD_SECRET_1", "one", TRUE);
  assert_stored (1, "one");
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *directory = g_dir_make_tmp ("callboard-secrets-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "keyring", NULL);
  int result;

  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PATH", path, TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "of the test", TRUE);

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/secrets/keep", test_keep);
  g_test_add_func ("/secrets/sync", test_sync);
  g_test_add_func ("/secrets/databases", test_databases);
  g_test_add_func ("/secrets/take-over", test_take_over);
  g_test_add_func ("/secrets/environment", test_environment);
  g_test_add_func ("/secrets/session", test_session);
  g_test_add_func ("/secrets/no-service", test_no_service);

  result = g_test_run ();
  g_unlink (path);
  g_rmdir (directory);

  return result;
}
