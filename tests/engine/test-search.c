/* test-search.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"

static void
assert_found (CallboardTestOffice *office,
              gint64               stage,
              const char          *text,
              gboolean             failed_only,
              guint                n_expected,
              const gint64        *expected)
{
  CallboardApplicationFilter filter = { .text = (char *) text, .failed_only = failed_only };
  g_autoptr(GArray) keys =
    callboard_application_source_load_keys (CALLBOARD_APPLICATION_SOURCE (office->test->store), stage, &filter);

  g_assert_cmpuint (keys->len, ==, n_expected);
  for (guint i = 0; i < n_expected; i++)
    g_assert_cmpint (g_array_index (keys, CallboardApplicationKey, i).id, ==, expected[i]);
}

/* What was found once is not found there after it moved, or under a name it no longer has. */
static void
test_changes (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 ben = callboard_test_office_add (office, "Änne", BEN);
  const gint64 both[] = { anna, ben };
  gint64 candidate = callboard_test_number (office->test, "SELECT id FROM candidate WHERE phone = '" BEN "'");
  CallboardCommand *first;

  assert_found (office, office->review, "ann", FALSE, 2, both);
  assert_found (office, office->form, "ann", FALSE, 0, NULL);

  callboard_test_office_move (office, ben, office->form);
  assert_found (office, office->review, "ann", FALSE, 1, &anna);
  assert_found (office, office->form, "ann", FALSE, 1, &ben);

  callboard_test_execute (office->test, callboard_candidate_command_new (candidate, "Ben", "", BEN));
  assert_found (office, office->form, "ann", FALSE, 0, NULL);
  assert_found (office, office->form, "b 4477", FALSE, 1, &ben);

  first = callboard_move_command_new (&ben, 1, office->review, anna, CALLBOARD_MOVE_DEFAULT);
  callboard_test_execute (office->test, first);
  assert_found (office, office->review, "4477", FALSE, 2, (gint64[]) { ben, anna });
}

static void
test_failed (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  assert_found (office, office->form, "anna", TRUE, 0, NULL);

  claimed = callboard_test_office_claim (office);
  callboard_test_office_record (office, ((CallboardOutgoing *) claimed->pdata[0])->id, CALLBOARD_OUTCOME_FAILED, NULL);
  assert_found (office, office->form, "anna", TRUE, 1, &anna);
  assert_found (office, office->form, "ben", TRUE, 0, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search/changes", test_changes);
  g_test_add_func ("/search/failed", test_failed);

  return g_test_run ();
}
