/* test-application-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-application-list.h"
#include "callboard-array-source.h"

#define N_STAGES 4

typedef struct
{
  CallboardArraySource     *source;
  CallboardApplicationPool *pool;
  CallboardApplicationList *lists[N_STAGES];
  GArray                   *mirrors[N_STAGES]; /* of ids, driven by items-changed alone */
  guint                     n_signals;
} Fixture;

static void
mirror_cb (Fixture                  *fixture,
           guint                     position,
           guint                     removed,
           guint                     added,
           CallboardApplicationList *list)
{
  GArray *mirror = fixture->mirrors[callboard_application_list_get_stage_id (list) - 1];

  fixture->n_signals++;
  g_assert_cmpuint (position + removed, <=, mirror->len);
  g_array_remove_range (mirror, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      gint64 id = callboard_application_list_get_id (list, i);

      g_array_insert_val (mirror, i, id);
    }

  g_assert_cmpuint (mirror->len, ==, g_list_model_get_n_items (G_LIST_MODEL (list)));
}

static void
set_up (Fixture *fixture,
        guint    n_per_stage)
{
  *fixture = (Fixture) { 0 };
  fixture->source = callboard_array_source_new (N_STAGES, n_per_stage);
  fixture->pool = callboard_application_pool_new (CALLBOARD_APPLICATION_SOURCE (fixture->source));

  for (guint i = 0; i < N_STAGES; i++)
    {
      fixture->lists[i] = callboard_application_list_new (fixture->pool, i + 1);
      fixture->mirrors[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
      mirror_cb (fixture, 0, 0, n_per_stage, fixture->lists[i]);
      g_signal_connect_swapped (fixture->lists[i], "items-changed", G_CALLBACK (mirror_cb), fixture);
    }

  fixture->n_signals = 0;
}

static void
tear_down (Fixture *fixture)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      g_assert_finalize_object (fixture->lists[i]);
      g_array_unref (fixture->mirrors[i]);
    }

  g_assert_finalize_object (fixture->pool);
  g_assert_finalize_object (fixture->source);
}

static void
check (Fixture *fixture)
{
  for (guint i = 0; i < N_STAGES; i++)
    {
      GArray *keys = callboard_array_source_peek_stage (fixture->source, i + 1);

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->lists[i])), ==, keys->len);
      g_assert_cmpuint (fixture->mirrors[i]->len, ==, keys->len);

      for (guint p = 0; p < keys->len; p++)
        {
          gint64 id = g_array_index (keys, CallboardApplicationKey, p).id;

          g_assert_cmpint (callboard_application_list_get_id (fixture->lists[i], p), ==, id);
          g_assert_cmpint (g_array_index (fixture->mirrors[i], gint64, p), ==, id);
        }
    }
}

static void
move_at_random (Fixture          *fixture,
                gint64            n_ids,
                CallboardChanges *changes)
{
  gint64 id = g_test_rand_int_range (1, n_ids);
  gint64 to = g_test_rand_int_range (0, 20) ? g_test_rand_int_range (1, N_STAGES + 1) : 0;
  GArray *keys = callboard_array_source_peek_stage (fixture->source, to);
  gint64 before = 0;

  if (keys != NULL && keys->len > 0 && g_test_rand_int_range (0, 4))
    before = g_array_index (keys, CallboardApplicationKey, g_test_rand_int_range (0, keys->len)).id;

  callboard_array_source_move (fixture->source, id, to, before == id ? 0 : before, changes);
}

/* Any moves, in any batches, leave every list and its mirror as the naive model says. */
static void
test_random (void)
{
  Fixture fixture;

  set_up (&fixture, 50);

  for (guint round = 0; round < 400; round++)
    {
      g_autoptr(CallboardChanges) changes = callboard_changes_new ();
      guint n_moves = round % 10 == 9 ? 60 : g_test_rand_int_range (1, 6);

      for (guint i = 0; i < n_moves; i++)
        move_at_random (&fixture, N_STAGES * 50 + 10, changes);

      callboard_application_pool_apply (fixture.pool, changes);
      check (&fixture);
    }

  tear_down (&fixture);
}

/* A list whose keys were read after the commits, and so know more than the changes that still arrive. */
static void
test_late_list (void)
{
  Fixture fixture;

  set_up (&fixture, 20);

  for (guint round = 0; round < 100; round++)
    {
      g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr(CallboardApplicationList) late = NULL;
      GArray *keys = callboard_array_source_peek_stage (fixture.source, 1);

      for (guint i = 0; i < 8; i++)
        {
          g_ptr_array_add (pending, callboard_changes_new ());
          move_at_random (&fixture, N_STAGES * 20 + 1, g_ptr_array_index (pending, i));
        }

      late = callboard_application_list_new (fixture.pool, 1);
      for (guint i = 0; i < pending->len; i++)
        callboard_application_pool_apply (fixture.pool, g_ptr_array_index (pending, i));

      check (&fixture);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (late)), ==, keys->len);
      for (guint i = 0; i < keys->len; i++)
        g_assert_cmpint (callboard_application_list_get_id (late, i), ==,
                         g_array_index (keys, CallboardApplicationKey, i).id);
    }

  tear_down (&fixture);
}

typedef struct
{
  guint position;
  guint removed;
  guint added;
  guint n;
} Splice;

static void
splice_cb (Splice *splice,
           guint   position,
           guint   removed,
           guint   added)
{
  *splice = (Splice) { position, removed, added, splice->n + 1 };
}

static void
test_smallest_splice (void)
{
  Fixture fixture;
  Splice splice = { 0 };
  g_autoptr(CallboardChanges) inside = callboard_changes_new ();
  g_autoptr(CallboardChanges) across = callboard_changes_new ();

  set_up (&fixture, 100);
  g_signal_connect_swapped (fixture.lists[0], "items-changed", G_CALLBACK (splice_cb), &splice);

  callboard_array_source_move (fixture.source, 11, 1, 31, inside);
  callboard_application_pool_apply (fixture.pool, inside);
  g_assert_cmpuint (splice.n, ==, 1);
  g_assert_cmpuint (splice.position, ==, 10);
  g_assert_cmpuint (splice.removed, ==, 20);
  g_assert_cmpuint (splice.added, ==, 20);
  g_assert_cmpint (callboard_application_list_get_id (fixture.lists[0], 29), ==, 11);

  callboard_array_source_move (fixture.source, 11, 2, 0, across);
  callboard_application_pool_apply (fixture.pool, across);
  g_assert_cmpuint (splice.n, ==, 2);
  g_assert_cmpuint (splice.position, ==, 29);
  g_assert_cmpuint (splice.removed, ==, 1);
  g_assert_cmpuint (splice.added, ==, 0);
  g_assert_cmpuint (fixture.n_signals, ==, 3);

  tear_down (&fixture);
}

static void
test_bulk (void)
{
  Fixture fixture;
  Splice splice = { 0 };
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();

  set_up (&fixture, 2000);
  g_signal_connect_swapped (fixture.lists[1], "items-changed", G_CALLBACK (splice_cb), &splice);

  for (gint64 id = 1; id <= 1500; id++)
    callboard_array_source_move (fixture.source, id, 2, 0, changes);

  callboard_application_pool_apply (fixture.pool, changes);
  g_assert_cmpuint (splice.n, ==, 1);
  g_assert_cmpuint (splice.position, ==, 2000);
  g_assert_cmpuint (splice.added, ==, 1500);
  check (&fixture);

  tear_down (&fixture);
}

static void
test_filter (void)
{
  Fixture fixture;
  g_autoptr(CallboardChanges) changes = callboard_changes_new ();
  guint n_failed;

  set_up (&fixture, 100);
  callboard_application_list_set_filter (fixture.lists[0], NULL, TRUE);
  n_failed = g_list_model_get_n_items (G_LIST_MODEL (fixture.lists[0]));
  g_assert_cmpuint (n_failed, >, 0);
  g_assert_cmpuint (n_failed, <, 100);
  g_assert_true (callboard_application_list_is_filtered (fixture.lists[0]));

  callboard_array_source_set_status (fixture.source, callboard_application_list_get_id (fixture.lists[0], 0),
                                     CALLBOARD_STATUS_COMPLETED, changes);
  callboard_application_pool_apply (fixture.pool, changes);

  for (guint i = 0; i < 1000 && g_list_model_get_n_items (G_LIST_MODEL (fixture.lists[0])) == n_failed; i++)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.lists[0])), ==, n_failed - 1);

  callboard_application_list_set_filter (fixture.lists[0], "", FALSE);
  g_assert_false (callboard_application_list_is_filtered (fixture.lists[0]));
  check (&fixture);

  tear_down (&fixture);
}

static void
test_pages (void)
{
  Fixture fixture;

  set_up (&fixture, 25000);
  g_assert_cmpuint (callboard_array_source_get_n_reads (fixture.source), ==, 0);

  for (guint i = 0; i < 64; i++)
    {
      g_autoptr(CallboardApplication) application = g_list_model_get_item (G_LIST_MODEL (fixture.lists[0]), i);

      g_assert_cmpint (callboard_application_get_id (application), ==, i + 1);
      g_assert_cmpstr (callboard_application_get_row (application)->name, !=, "");
    }

  g_assert_cmpuint (callboard_array_source_get_n_reads (fixture.source), ==, 1);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture.lists[0]), 25000));

  for (guint i = 0; i < 25000; i += 64)
    g_object_unref (g_list_model_get_item (G_LIST_MODEL (fixture.lists[1]), i));
  g_assert_cmpuint (callboard_array_source_get_n_reads (fixture.source), ==, 1 + 25000 / 64 + 1);

  tear_down (&fixture);
}

static void
test_find (void)
{
  Fixture fixture;
  guint position = 7;

  set_up (&fixture, 10);

  g_assert_true (callboard_application_list_find (fixture.lists[1], 14, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_false (callboard_application_list_find (fixture.lists[0], 14, &position));
  g_assert_cmpuint (position, ==, 3);
  g_assert_cmpint (callboard_application_list_get_id (fixture.lists[0], 10), ==, 0);

  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/application-list/bulk", test_bulk);
  g_test_add_func ("/application-list/filter", test_filter);
  g_test_add_func ("/application-list/find", test_find);
  g_test_add_func ("/application-list/late-list", test_late_list);
  g_test_add_func ("/application-list/pages", test_pages);
  g_test_add_func ("/application-list/random", test_random);
  g_test_add_func ("/application-list/smallest-splice", test_smallest_splice);

  return g_test_run ();
}
