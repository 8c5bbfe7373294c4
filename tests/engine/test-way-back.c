/* test-way-back.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-queries-undo.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"

static gint64
find (CallboardTestOffice *office,
      const gint64        *applications,
      guint                n_applications,
      gint64               stage)
{
  g_autoptr(GError) error = NULL;
  gint64 since = callboard_clock_now (office->test->clock) - 20 * CALLBOARD_SECOND;
  gint64 batch = -1;

  g_assert_true (callboard_queries_find_way_back (callboard_store_get_reader (office->test->store), applications,
                                                  n_applications, stage, since, &batch, &error));
  g_assert_no_error (error);

  return batch;
}

static void
test_while_it_waits (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 ben = callboard_test_office_add (office, "Ben", BEN);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->form);
  gint64 both[] = { anna, ben };

  g_assert_cmpint (find (office, &anna, 1, office->review), ==, result.batch);
  g_assert_cmpint (find (office, &anna, 1, office->form), ==, 0);
  g_assert_cmpint (find (office, both, 2, office->review), ==, 0);
  g_assert_cmpint (find (office, &ben, 1, office->review), ==, 0);
}

static void
test_after_it_left (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));

  g_assert_cmpint (find (office, &anna, 1, office->review), ==, 0);
}

/* Without a message, nothing but time says that a move back was meant to take back. */
static void
test_without_message (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result;

  callboard_test_office_move (office, anna, office->form);
  result = callboard_test_office_move (office, anna, office->review);

  g_assert_cmpint (find (office, &anna, 1, office->form), ==, result.batch);
  callboard_test_advance (office->test, 21 * CALLBOARD_SECOND);
  g_assert_cmpint (find (office, &anna, 1, office->form), ==, 0);
}

static void
test_batch (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->form);
  CallboardDb *db = callboard_store_get_reader (office->test->store);
  g_autoptr(GArray) named = callboard_queries_load_batch (db, result.batch, NULL);
  g_autoptr(GArray) newest = callboard_queries_load_batch (db, 0, NULL);

  g_assert_cmpuint (named->len, ==, 1);
  g_assert_cmpint (g_array_index (named, gint64, 0), ==, anna);
  g_assert_cmpint (g_array_index (newest, gint64, 0), ==, anna);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/way-back/while-it-waits", test_while_it_waits);
  g_test_add_func ("/way-back/after-it-left", test_after_it_left);
  g_test_add_func ("/way-back/without-message", test_without_message);
  g_test_add_func ("/way-back/batch", test_batch);

  return g_test_run ();
}
