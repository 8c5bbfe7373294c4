/* test-rehearsal-clock.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The clock of a rehearsal is put forward while the recruiter's goes on as ever. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-enrolment.h"
#include "callboard-queries-conversation.h"
#include "callboard-queries-outbox.h"
#include "callboard-settings.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

static gboolean
execute_rehearse (gpointer           data,
                  CallboardDb       *db,
                  gint64             now,
                  CallboardChanges  *changes,
                  GError           **error)
{
  return callboard_db_run (db, error, "UPDATE account SET provider = 'rehearsal'", "");
}

static CallboardTestOffice *
new_rehearsal (void)
{
  CallboardTestOffice *office = callboard_test_office_new ();

  callboard_test_execute (office->test, callboard_command_new ("rehearse", execute_rehearse, g_strdup (""), g_free));

  return office;
}

static void
put_forward (CallboardTestOffice *office,
             gint64               microseconds)
{
  callboard_test_execute (office->test, callboard_account_clock_command_new (office->account, microseconds));
}

static void
assert_conversation (CallboardTestOffice *office,
                     gint64               application,
                     const char * const  *expected,
                     const gint64        *times)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL;

  lines = callboard_queries_load_conversation (callboard_store_get_reader (office->test->store), application, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lines->len, ==, g_strv_length ((char **) expected));

  for (guint i = 0; i < lines->len; i++)
    {
      const CallboardLine *line = lines->pdata[i];

      g_assert_true (g_str_has_prefix (line->kind == CALLBOARD_LINE_MOVED ? line->stage : line->body, expected[i]));
      g_assert_cmpint (line->at, ==, CALLBOARD_TEST_NOW + times[i] * CALLBOARD_SECOND);
    }
}

/* She is written to, the clock goes on a day, she answers, it goes on two hours, she is moved back: the times are those
 * of the recruiter's clock, and stay so. */
static void
test_order (void)
{
  static const char * const lines[] = { "New", "Form", "Hi Anna", "yes", "We pay weekly", "When can you start", "New", NULL };
  static const gint64 times[] = { 0, 0, 0, 80, 80, 80, 140 };
  g_autoptr(CallboardTestOffice) office = new_rehearsal ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));

  put_forward (office, CALLBOARD_DAY);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  callboard_test_office_reply (office, ANNA, "yes");
  g_free (callboard_test_office_send (office));
  g_free (callboard_test_office_send (office));

  put_forward (office, 2 * CALLBOARD_HOUR);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  callboard_test_office_move (office, anna, office->review);

  assert_conversation (office, anna, lines, times);
}

static gint64
find_batch (CallboardTestOffice *office)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = callboard_queries_load_groups (callboard_store_get_reader (office->test->store), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (groups->len, ==, 1);

  return ((CallboardOutboxGroup *) groups->pdata[0])->batch;
}

/* A rejection waits for a day: on the clock that was put forward, not only on the recruiter's. */
static void
test_undo (void)
{
  g_autoptr(CallboardTestOffice) office = new_rehearsal ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->reject);

  put_forward (office, 2 * CALLBOARD_HOUR);
  g_assert_cmpint (find_batch (office), ==, result.batch);

  callboard_test_execute (office->test, callboard_undo_command_new (result.batch));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 0);
  callboard_test_assert_number (office->test, "SELECT stage_id FROM application", ==, office->review);
}

static gint64
find_sender (CallboardTestOffice *office)
{
  g_autoptr(GError) error = NULL;
  CallboardAccount account = { 0 };

  g_assert_true (callboard_account_load (callboard_store_get_reader (office->test->store), 0, &account, &error));
  g_assert_no_error (error);

  return account.id;
}

static gint64
add_account (CallboardTestOffice *office,
             CallboardProvider    provider)
{
  CallboardCommand *command = callboard_account_command_new (0, provider, "Another", "{}");

  callboard_test_execute (office->test, command);

  return callboard_office_command_get_id (command);
}

static void
choose (CallboardTestOffice *office,
        gint64               account)
{
  g_autofree char *id = g_strdup_printf ("%" G_GINT64_FORMAT, account);

  callboard_test_execute (office->test, callboard_setting_command_new (CALLBOARD_SETTING_ACCOUNT, id));
}

static void
set_state (CallboardTestOffice *office,
           gint64               account,
           const char          *state)
{
  callboard_test_execute (office->test, callboard_account_state_command_new (account, state, NULL));
}

/* Which account new campaigns leave through: what was chosen, else the newest that sends for real. */
static void
test_sender (void)
{
  g_autoptr(CallboardTestOffice) office = new_rehearsal ();
  gint64 london, berlin;

  g_assert_cmpint (find_sender (office), ==, office->account);
  london = add_account (office, CALLBOARD_PROVIDER_TWILIO);
  berlin = add_account (office, CALLBOARD_PROVIDER_TWILIO);
  g_assert_cmpint (find_sender (office), ==, berlin);

  choose (office, london);
  g_assert_cmpint (find_sender (office), ==, london);
  set_state (office, london, "paused");
  g_assert_cmpint (find_sender (office), ==, london);
  choose (office, office->account);
  g_assert_cmpint (find_sender (office), ==, office->account);

  choose (office, london);
  set_state (office, london, "removed");
  g_assert_cmpint (find_sender (office), ==, berlin);
  set_state (office, berlin, "paused");
  g_assert_cmpint (find_sender (office), ==, berlin);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rehearsal-clock/order", test_order);
  g_test_add_func ("/rehearsal-clock/undo", test_undo);
  g_test_add_func ("/rehearsal-clock/sender", test_sender);

  return g_test_run ();
}
