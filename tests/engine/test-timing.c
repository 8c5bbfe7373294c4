/* test-timing.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window of WhatsApp, nudges and expiry, with the clock moved. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-takeover.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

#define assert_sent(office, text)                                     \
  G_STMT_START {                                                      \
    g_autofree char *sent_ = callboard_test_office_send (office);     \
    g_assert_cmpstr (sent_, ==, text);                                \
  } G_STMT_END

#define COUNT(kind) "SELECT count(*) FROM message WHERE kind = '" kind "' AND state <> 'cancelled'"

static void
assert_nothing_due (CallboardTestOffice *office)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

  g_assert_cmpuint (claimed->len, ==, 0);
}

static void
advance (CallboardTestOffice *office,
         gint64               microseconds)
{
  callboard_test_advance (office->test, microseconds);
  callboard_test_execute (office->test, callboard_tick_command_new ());
}

/* Anna has had the welcome over WhatsApp. */
static CallboardTestOffice *
open_office (gint64 *anna)
{
  CallboardTestOffice *office = callboard_test_office_new ();

  callboard_test_office_rehearse (office);
  *anna = callboard_test_office_add (office, "Anna", ANNA);
  callboard_test_office_move (office, *anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  assert_sent (office, "Hi Anna, this is about Driver.");

  return office;
}

static void
type (CallboardTestOffice *office,
      gint64               anna,
      const char          *text)
{
  callboard_test_execute (office->test, callboard_typed_command_new (anna, text));
}

static void
refuse_typed (CallboardTestOffice *office,
              gint64               anna)
{
  callboard_test_refuse (office->test, callboard_typed_command_new (anna, "Hello?"),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
}

static void
test_window (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  /* A first message is a template; free ones wait until the person has written. */
  callboard_test_assert_text (office->test, "SELECT template FROM message WHERE kind = 'first'", "first");
  refuse_typed (office, anna);
  callboard_test_office_reply (office, ANNA, "Yes");
  type (office, anna, "Good to hear.");
  assert_sent (office, "We pay weekly.");
  g_free (callboard_test_office_send (office));
  g_free (callboard_test_office_send (office));
  callboard_test_advance (office->test, CALLBOARD_DAY - CALLBOARD_SECOND);
  type (office, anna, "Still there?");
  g_free (callboard_test_office_send (office));
  callboard_test_advance (office->test, CALLBOARD_SECOND);
  refuse_typed (office, anna);
}

/* What the campaign could not say in time waits for the person, and leaves in order when they write. */
static void
test_parked (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  callboard_test_office_reply (office, ANNA, "Yes");
  callboard_test_advance (office->test, CALLBOARD_DAY);
  assert_nothing_due (office);
  assert_nothing_due (office);
  callboard_test_assert_number (office->test,
                                "SELECT count(*) FROM message WHERE state = 'waiting' AND due_at IS NULL", ==, 1);

  /* It opens the window, and answers no question, for none was asked yet. */
  callboard_test_office_reply (office, ANNA, "Are you still there?");
  assert_sent (office, "We pay weekly.");
  assert_sent (office, "When can you start?");
  assert_nothing_due (office);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM answer", ==, 0);
  callboard_test_office_reply (office, ANNA, "Monday");
  callboard_test_assert_text (office->test, "SELECT value FROM answer", "Monday");
}

static void
test_parked_until_sms (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  callboard_test_office_reply (office, ANNA, "Yes");
  callboard_test_advance (office->test, CALLBOARD_DAY);
  assert_nothing_due (office);
  callboard_test_execute (office->test,
                          callboard_account_rendering_command_new (office->account, CALLBOARD_RENDERING_SMS));
  assert_sent (office, "We pay weekly.");
  type (office, anna, "By SMS we may write at any time.");
}

/* Monday 10:01: 3 h, 23 h and 72 h after the last message, then nothing more, then it expires. */
static void
test_nudges (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  advance (office, 3 * CALLBOARD_HOUR - CALLBOARD_MINUTE);
  assert_nothing_due (office);
  advance (office, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 1);
  advance (office, 0);
  assert_nothing_due (office);

  advance (office, 20 * CALLBOARD_HOUR);
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 2);

  /* The window is closed; a nudge is a template, and leaves. The last one says how to withdraw. */
  advance (office, 49 * CALLBOARD_HOUR);
  {
    g_autofree char *last = callboard_test_office_send (office);

    g_assert_nonnull (strstr (last, "WITHDRAW"));
  }
  advance (office, 3 * CALLBOARD_DAY);
  assert_nothing_due (office);
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 3);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE kind = 'nudge' AND template = 'nudge'", ==, 3);
  advance (office, 2 * CALLBOARD_DAY);
  callboard_test_office_assert_status (office, anna, "expired");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM timer", ==, 0);
}

static void
test_nudge_stops (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  advance (office, 2 * CALLBOARD_HOUR);
  callboard_test_office_reply (office, ANNA, "Yes");
  g_free (callboard_test_office_send (office));
  g_free (callboard_test_office_send (office));
  advance (office, 2 * CALLBOARD_HOUR);
  assert_nothing_due (office);
  advance (office, CALLBOARD_HOUR);
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 1);

  /* One a day, whatever is said in between; and nothing in the evening. */
  callboard_test_office_reply (office, ANNA, "Monday");
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, "SELECT nudges FROM enrolment", ==, 0);
  advance (office, 4 * CALLBOARD_HOUR);
  assert_nothing_due (office);
  advance (office, 13 * CALLBOARD_HOUR + 58 * CALLBOARD_MINUTE);
  assert_nothing_due (office);
  advance (office, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 2);
}

/* Everything comes due at once after a long sleep, and a clock that is put back makes nothing happen twice. */
static void
test_clock_jumps (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  advance (office, CALLBOARD_DAY);
  g_free (callboard_test_office_send (office));
  advance (office, 0);
  assert_nothing_due (office);
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 1);

  advance (office, -CALLBOARD_DAY);
  advance (office, CALLBOARD_HOUR);
  assert_nothing_due (office);
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 1);
  callboard_test_assert_number (office->test, COUNT ("first"), ==, 1);

  advance (office, 2 * CALLBOARD_DAY);
  g_free (callboard_test_office_send (office));
  callboard_test_assert_number (office->test, COUNT ("nudge"), ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) - count(DISTINCT key) FROM message WHERE key IS NOT NULL", ==, 0);
}

static void
test_hold (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  callboard_test_office_reply (office, ANNA, "Yes");
  g_free (callboard_test_office_send (office));
  callboard_test_execute (office->test, callboard_hold_command_new (anna));

  /* The first question has not left: it waits. A typed reply leaves at once. */
  type (office, anna, "It is me, Karin.");
  assert_sent (office, "It is me, Karin.");
  assert_nothing_due (office);
  callboard_test_office_reply (office, ANNA, "Monday");
  callboard_test_office_reply (office, ANNA, "And late");
  callboard_test_assert_number (office->test, "SELECT unread FROM application", ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM answer", ==, 0);
  advance (office, 8 * CALLBOARD_DAY);
  assert_nothing_due (office);
  callboard_test_office_assert_status (office, anna, "in-progress");

  callboard_test_office_reply (office, ANNA, "Hello?");
  callboard_test_execute (office->test, callboard_hand_back_command_new (anna));
  assert_sent (office, "When can you start?");
  callboard_test_office_reply (office, ANNA, "Monday");
  callboard_test_assert_text (office->test, "SELECT value FROM answer", "Monday");
  g_free (callboard_test_office_send (office));

  /* Handed back with nothing left to say, it asks the open question again. */
  callboard_test_execute (office->test, callboard_hold_command_new (anna));
  callboard_test_execute (office->test, callboard_hand_back_command_new (anna));
  assert_sent (office, "Which shift?");
  callboard_test_office_reply (office, ANNA, "2");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM answer", ==, 2);
}

static void
test_hold_refused (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_refuse (office->test, callboard_hold_command_new (anna),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_office_move (office, anna, office->form);
  callboard_test_refuse (office->test, callboard_hold_command_new (anna),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_refuse (office->test, callboard_hand_back_command_new (anna),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
}

/* STOP counts whoever talks. */
static void
test_hold_stop (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  callboard_test_execute (office->test, callboard_hold_command_new (anna));
  callboard_test_office_reply (office, ANNA, "Stop!");
  callboard_test_office_assert_status (office, anna, "withdrawn");
  refuse_typed (office, anna);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timing/window", test_window);
  g_test_add_func ("/timing/parked", test_parked);
  g_test_add_func ("/timing/parked-until-sms", test_parked_until_sms);
  g_test_add_func ("/timing/nudges", test_nudges);
  g_test_add_func ("/timing/nudge-stops", test_nudge_stops);
  g_test_add_func ("/timing/clock-jumps", test_clock_jumps);
  g_test_add_func ("/timing/hold", test_hold);
  g_test_add_func ("/timing/hold-refused", test_hold_refused);
  g_test_add_func ("/timing/hold-stop", test_hold_stop);

  return g_test_run ();
}
