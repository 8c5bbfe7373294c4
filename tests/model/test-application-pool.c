/* test-application-pool.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-application-list.h"
#include "callboard-array-source.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_identity (void)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (2, 100);
  CallboardApplicationPool *pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  CallboardApplicationList *list = callboard_application_list_new (pool, 1);
  CallboardApplicationList *other = callboard_application_list_new (pool, 2);
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();
  g_autoptr(CallboardApplication) held = g_list_model_get_item (G_LIST_MODEL (list), 5);
  g_autoptr(CallboardApplication) again = callboard_application_pool_get (pool, 6);
  g_autoptr(CallboardApplication) moved = NULL;

  g_assert_true (held == again);
  g_assert_true (held == callboard_application_pool_peek (pool, 6));

  callboard_array_source_move (source, 6, 2, 101, changes);
  callboard_application_pool_apply (pool, changes);
  moved = g_list_model_get_item (G_LIST_MODEL (other), 0);
  g_assert_true (held == moved);
  g_assert_cmpint (callboard_application_get_row (held)->stage_id, ==, 2);

  g_assert_finalize_object (list);
  g_assert_finalize_object (other);
  g_assert_finalize_object (pool);
}

static void
test_weak (void)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (1, 10);
  g_autoptr(CallboardApplicationPool) pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  CallboardApplication *application = callboard_application_pool_get (pool, 3);

  g_assert_true (callboard_application_pool_peek (pool, 3) == application);
  g_assert_finalize_object (application);
  g_assert_null (callboard_application_pool_peek (pool, 3));
}

static void
test_gone (void)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (1, 10);
  g_autoptr(CallboardApplicationPool) pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  g_autoptr(CallboardApplication) application = callboard_application_pool_get (pool, 4711);

  g_assert_cmpint (callboard_application_get_id (application), ==, 4711);
  g_assert_cmpstr (callboard_application_get_row (application)->name, ==, "");
}

static void
test_refresh (void)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (1, 500);
  g_autoptr(CallboardApplicationPool) pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  g_autoptr(CallboardApplication) first = callboard_application_pool_get (pool, 1);
  g_autoptr(CallboardApplication) last = callboard_application_pool_get (pool, 500);
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();
  guint n_notified = 0;
  guint n_changed = 0;
  guint n_reads = callboard_array_source_get_n_reads (source);

  g_signal_connect_swapped (last, "notify::status", G_CALLBACK (count_cb), &n_notified);
  g_signal_connect_swapped (last, "changed", G_CALLBACK (count_cb), &n_changed);

  for (gint64 id = 1; id <= 500; id++)
    callboard_array_source_set_status (source, id, CALLBOARD_STATUS_NONE, changes);

  callboard_application_pool_apply (pool, changes);
  g_assert_cmpint (callboard_application_get_row (last)->status, ==, CALLBOARD_STATUS_NONE);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (callboard_array_source_get_n_reads (source), ==, n_reads + 1);
}

/* Whoever holds an application longer than the pool lives must not bring the program down. */
static void
test_outlive (void)
{
  g_autoptr(CallboardArraySource) source = callboard_array_source_new (1, 10);
  CallboardApplicationPool *pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (source));
  CallboardApplication *application = callboard_application_pool_get (pool, 3);

  g_assert_finalize_object (pool);
  g_assert_finalize_object (application);
}

static void
test_properties (void)
{
  g_autoptr(CallboardApplication) application = callboard_application_new (3);
  CallboardApplicationRow row = { .id = 3, .candidate_id = 4, .stage_id = 5, .name = (char *) "Ada", .unread = 2,
                                  .status = CALLBOARD_STATUS_FAILED, .reason = (char *) "No such number.",
                                  .flagged = TRUE, .done = 1, .total = 7 };
  guint n_changed = 0;
  g_autofree char *name = NULL;
  g_autofree char *reason = NULL;
  gboolean flagged;
  CallboardStatus status;
  guint total;

  g_signal_connect_swapped (application, "changed", G_CALLBACK (count_cb), &n_changed);
  callboard_application_apply (application, &row);
  callboard_application_apply (application, &row);
  g_assert_cmpuint (n_changed, ==, 1);

  g_object_get (application, "name", &name, "reason", &reason, "flagged", &flagged, "status", &status,
                "total", &total, NULL);
  g_assert_cmpstr (name, ==, "Ada");
  g_assert_cmpstr (reason, ==, "No such number.");
  g_assert_true (flagged);
  g_assert_cmpint (status, ==, CALLBOARD_STATUS_FAILED);
  g_assert_cmpuint (total, ==, 7);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application-pool/gone", test_gone);
  g_test_add_func ("/application-pool/identity", test_identity);
  g_test_add_func ("/application-pool/outlive", test_outlive);
  g_test_add_func ("/application-pool/properties", test_properties);
  g_test_add_func ("/application-pool/refresh", test_refresh);
  g_test_add_func ("/application-pool/weak", test_weak);

  return g_test_run ();
}
