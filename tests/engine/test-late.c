/* test-late.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* After a sleep nothing leaves by itself that should have left hours ago. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-late.h"
#include "callboard-move.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

/* The card of somebody whose first message is due in 20 s, and a program that has just ticked. */
static gint64
begin (CallboardTestOffice *office)
{
  gint64 card = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, card, office->form);
  callboard_test_execute (office->test, callboard_tick_command_new ());

  return card;
}

static guint
claim (CallboardTestOffice *office)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

  return claimed->len;
}

/* A working day's afternoon is in send hours still. */
static void
sleep_for (CallboardTestOffice *office,
           gint64               time)
{
  callboard_test_advance (office->test, time);
}

static void
test_short_sleep (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();

  begin (office);
  sleep_for (office, CALLBOARD_HOUR);
  g_assert_cmpuint (claim (office), ==, 1);
}

/* The claim may come before the first tick, and after it. */
static void
test_long_sleep (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 card = begin (office);

  sleep_for (office, 4 * CALLBOARD_HOUR);
  g_assert_cmpuint (claim (office), ==, 0);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  g_assert_cmpuint (claim (office), ==, 0);
  callboard_test_office_assert_status (office, card, "scheduled");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM late_message", ==, 1);
  callboard_test_assert_number (office->test, "SELECT leaves_at IS NULL FROM enrolment", ==, 1);
}

static void
test_yes (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 card = begin (office);

  sleep_for (office, 4 * CALLBOARD_HOUR);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  callboard_test_execute (office->test, callboard_late_command_new (0, TRUE));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM late_message", ==, 0);
  g_assert_cmpuint (claim (office), ==, 1);
  callboard_test_office_assert_status (office, card, "sending");
}

static void
test_no (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(CallboardCommand) again = callboard_late_command_new (0, FALSE);
  g_autoptr(GError) error = NULL;
  gint64 card = begin (office);

  sleep_for (office, 4 * CALLBOARD_HOUR);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  callboard_test_execute (office->test, callboard_late_command_new (0, FALSE));
  callboard_test_office_assert_status (office, card, "cancelled");
  g_assert_cmpuint (claim (office), ==, 0);

  g_assert_false (callboard_store_execute (office->test->store, again, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING);
}

/* A long queue on an account that sends slowly is no sleep. */
static void
test_awake (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();

  begin (office);
  for (guint i = 0; i < 8; i++)
    {
      sleep_for (office, 30 * CALLBOARD_MINUTE);
      callboard_test_execute (office->test, callboard_tick_command_new ());
    }
  g_assert_cmpuint (claim (office), ==, 1);
}

static void
test_undone (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(CallboardCommand) yes = callboard_late_command_new (0, TRUE);

  begin (office);
  sleep_for (office, 4 * CALLBOARD_HOUR);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  callboard_test_execute (office->test, callboard_undo_command_new (0));
  g_assert_false (callboard_store_execute (office->test->store, yes, NULL));
  g_assert_cmpuint (claim (office), ==, 0);
}

static void
test_rehearsal (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();

  callboard_test_office_rehearse (office);
  begin (office);
  sleep_for (office, 4 * CALLBOARD_HOUR);
  g_assert_cmpuint (claim (office), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/late/short-sleep", test_short_sleep);
  g_test_add_func ("/late/long-sleep", test_long_sleep);
  g_test_add_func ("/late/yes", test_yes);
  g_test_add_func ("/late/no", test_no);
  g_test_add_func ("/late/awake", test_awake);
  g_test_add_func ("/late/undone", test_undone);
  g_test_add_func ("/late/rehearsal", test_rehearsal);

  return g_test_run ();
}
