/* test-drop.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"

#define assert_sent(office, text)                                     \
  G_STMT_START {                                                      \
    g_autofree char *sent_ = callboard_test_office_send (office);     \
    g_assert_cmpstr (sent_, ==, text);                                \
  } G_STMT_END

static void
assert_nothing_due (CallboardTestOffice *office)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

  g_assert_cmpuint (claimed->len, ==, 0);
}

static void
test_main_job (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->form);

  g_assert_cmpuint (result.n_sending, ==, 1);
  g_assert_cmpint (result.leaves_at, ==, CALLBOARD_TEST_NOW + 20 * CALLBOARD_SECOND);
  callboard_test_office_assert_status (office, anna, "scheduled");
  assert_nothing_due (office);

  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  assert_sent (office, "Hi Anna, this is about Driver.\nReply YES to start.");
  callboard_test_office_assert_status (office, anna, "delivered");

  callboard_test_office_reply (office, ANNA, "yes");
  callboard_test_office_assert_status (office, anna, "in-progress");
  assert_sent (office, "We pay weekly.");
  assert_sent (office, "When can you start?");

  callboard_test_office_reply (office, ANNA, "Next Monday");
  assert_sent (office, "Which shift?\n1  Early\n2  Late\nReply with a number, for example 1.");
  callboard_test_office_reply (office, ANNA, "7");
  assert_sent (office, "Sorry, that was not one of the choices.\n1  Early\n2  Late\nReply with a number, for example 1.");
  callboard_test_office_reply (office, ANNA, "2");
  assert_sent (office, "Do you have a licence?\n1  Yes\n2  No\nReply with a number, for example 1.");
  callboard_test_office_reply (office, ANNA, "no");
  callboard_test_office_assert_status (office, anna, "completed");
  assert_sent (office, "Thank you.");
  assert_nothing_due (office);

  callboard_test_assert_text (office->test, "SELECT group_concat (value, '|') FROM (SELECT value FROM answer ORDER BY id)",
                              "Next Monday|late|no");
  callboard_test_assert_number (office->test, "SELECT flagged FROM answer WHERE question_id = 'q3'", ==, 1);
  callboard_test_assert_number (office->test, "SELECT unread FROM application", ==, 0);
}

static void
test_undo (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->form);

  callboard_test_execute (office->test, callboard_undo_command_new (result.batch));
  callboard_test_assert_number (office->test, "SELECT stage_id FROM application", ==, office->review);
  callboard_test_advance (office->test, CALLBOARD_DAY);
  assert_nothing_due (office);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM visit WHERE left_at IS NULL", ==, 1);
  callboard_test_assert_text (office->test, "SELECT status FROM enrolment", "cancelled");
  callboard_test_assert_text (office->test, "SELECT state FROM message", "cancelled");
}

static void
test_undo_too_late (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result = callboard_test_office_move (office, anna, office->form);
  g_autoptr(GPtrArray) claimed = NULL;

  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  claimed = callboard_test_office_claim (office);
  g_assert_cmpuint (claimed->len, ==, 1);
  callboard_test_refuse (office->test, callboard_undo_command_new (result.batch),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_TOO_LATE);
  callboard_test_assert_number (office->test, "SELECT stage_id FROM application", ==, office->form);
}

static void
test_undo_resumes (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result;
  g_autofree char *welcome = NULL;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  welcome = callboard_test_office_send (office);
  callboard_test_office_reply (office, ANNA, "yes");
  assert_sent (office, "We pay weekly.");

  /* Dropped by mistake while the first question was on its way out. */
  result = callboard_test_office_move (office, anna, office->reject);
  assert_nothing_due (office);
  callboard_test_execute (office->test, callboard_undo_command_new (result.batch));
  callboard_test_office_assert_status (office, anna, "in-progress");
  assert_sent (office, "When can you start?");
  callboard_test_office_reply (office, ANNA, "Monday");
  callboard_test_assert_text (office->test, "SELECT value FROM answer", "Monday");
}

static void
test_queue (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardStagePlan stages[] = { { "In", CALLBOARD_STAGE_REVIEW, NULL }, { "Blast", CALLBOARD_STAGE_REJECT, NULL } };
  CallboardJobPlan plan = { .title = "Other", .country = "GB", .stages = stages, .n_stages = 2 };
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardCommand *command = callboard_job_command_new (&plan);
  gint64 first_job = office->job;
  gint64 blast, again;

  callboard_test_execute (office->test, command);
  office->job = callboard_office_command_get_id (command);
  again = callboard_test_office_add (office, "Anna", ANNA);
  office->job = first_job;
  blast = callboard_test_number (office->test, "SELECT id FROM stage WHERE name = 'Blast'");

  callboard_test_office_move (office, anna, office->form);
  callboard_test_office_move (office, again, blast);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (office));
  callboard_test_advance (office->test, CALLBOARD_DAY);
  assert_nothing_due (office);
  callboard_test_office_assert_status (office, again, "queued");

  /* Moving on ends the first, which lets the second go. */
  callboard_test_office_move (office, anna, office->review);
  callboard_test_office_assert_status (office, again, "scheduled");

  /* It waits as long as the move can be taken back. */
  assert_nothing_due (office);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_office_assert_status (office, again, "delivered");
}

static void
test_stop (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, ANNA, "yes");
  callboard_test_office_reply (office, ANNA, "Stop, thanks!");
  callboard_test_office_assert_status (office, anna, "withdrawn");
  assert_nothing_due (office);

  result = callboard_test_office_move (office, anna, office->reject);
  g_assert_cmpuint (result.n_sending, ==, 0);
  g_assert_cmpuint (result.n_skipped[CALLBOARD_SKIP_OPTED_OUT], ==, 1);
}

static void
test_start (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  /* Who was asked to reply "to start" may well reply START: it begins the campaign. */
  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, ANNA, "START");
  callboard_test_office_assert_status (office, anna, "in-progress");
  assert_sent (office, "We pay weekly.");

  callboard_test_office_reply (office, ANNA, "STOP");
  callboard_test_assert_number (office->test, "SELECT opted_out_at IS NOT NULL FROM candidate", ==, 1);
  callboard_test_office_reply (office, ANNA, "START");
  callboard_test_assert_number (office->test, "SELECT opted_out_at IS NULL FROM candidate", ==, 1);
  assert_nothing_due (office);
}

static void
test_retry_and_failure (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  const gint64 delays[] = { 5, 30, 120, 600 };

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);

  for (guint i = 0; i <= G_N_ELEMENTS (delays); i++)
    {
      g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

      g_assert_cmpuint (claimed->len, ==, 1);
      callboard_test_office_record (office, ((CallboardOutgoing *) claimed->pdata[0])->id, CALLBOARD_OUTCOME_RETRY, NULL);
      if (i == G_N_ELEMENTS (delays))
        break;

      callboard_test_advance (office->test, delays[i] * CALLBOARD_SECOND - 1);
      assert_nothing_due (office);
      callboard_test_advance (office->test, 1);
    }

  callboard_test_office_assert_status (office, anna, "failed");
  callboard_test_assert_text (office->test, "SELECT failure FROM enrolment", "provider-down");
}

static void
test_unknown (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 message;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_ptr_array_unref (callboard_test_office_claim (office));

  /* The program dies with the message claimed. */
  callboard_test_reopen (office->test);
  callboard_test_execute (office->test, callboard_recover_command_new ());
  callboard_test_assert_text (office->test, "SELECT state FROM message", "unknown");
  assert_nothing_due (office);

  message = callboard_test_number (office->test, "SELECT id FROM message");
  callboard_test_execute (office->test, callboard_resolve_command_new (message, FALSE));
  assert_sent (office, "Hi Anna, this is about Driver.\nReply YES to start.");
  callboard_test_office_assert_status (office, anna, "delivered");
  callboard_test_refuse (office->test, callboard_resolve_command_new (message, TRUE),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING);
}

static void
test_receipts (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;
  gint64 message;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  claimed = callboard_test_office_claim (office);
  message = ((CallboardOutgoing *) claimed->pdata[0])->id;

  /* The receipt overtakes the answer to the send. */
  callboard_test_office_receipt (office, "SM1", "delivered");
  callboard_test_assert_text (office->test, "SELECT state FROM inbox", "early");
  callboard_test_office_record (office, message, CALLBOARD_OUTCOME_ACCEPTED, "SM1");
  callboard_test_office_receipt (office, "SM1", "sent");
  callboard_test_assert_text (office->test, "SELECT state FROM message", "delivered");
  callboard_test_office_receipt (office, "SM1", "failed");
  callboard_test_assert_text (office->test, "SELECT state FROM message", "delivered");
  callboard_test_office_receipt (office, "SM1", "read");
  callboard_test_assert_text (office->test, "SELECT state FROM message", "read");
  callboard_test_office_assert_status (office, anna, "delivered");
}

static void
test_account_pauses (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  claimed = callboard_test_office_claim (office);
  callboard_test_office_record (office, ((CallboardOutgoing *) claimed->pdata[0])->id, CALLBOARD_OUTCOME_ACCOUNT, NULL);
  assert_nothing_due (office);
  callboard_test_execute (office->test, callboard_account_state_command_new (office->account, "active", NULL));
  assert_sent (office, "Hi Anna, this is about Driver.\nReply YES to start.");
}

static void
test_expiry (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_advance (office->test, 7 * CALLBOARD_DAY - 1);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  callboard_test_office_assert_status (office, anna, "delivered");
  callboard_test_advance (office->test, 1);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  callboard_test_office_assert_status (office, anna, "expired");
}

static void
test_night (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardMoveResult result;

  /* Friday, 18:59:50: the undo time ends after seven, so it leaves on Monday at nine. */
  callboard_test_advance (office->test, 4 * CALLBOARD_DAY + 9 * CALLBOARD_HOUR - 10 * CALLBOARD_SECOND);
  result = callboard_test_office_move (office, anna, office->form);
  g_assert_cmpint (result.leaves_at, ==, CALLBOARD_TEST_NOW + 7 * CALLBOARD_DAY - CALLBOARD_HOUR);
}

static void
test_not_ready (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardCommand *without;

  callboard_test_office_force (office, office->form, "{\"callboard\": 1, \"welcome\": {\"text\": \" \"}}");
  callboard_test_refuse (office->test, callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY);
  callboard_test_assert_number (office->test, "SELECT stage_id FROM application", ==, office->review);

  without = callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_WITHOUT_SENDING);
  callboard_test_execute (office->test, without);
  g_assert_cmpuint (callboard_move_command_get_result (without)->n_skipped[CALLBOARD_SKIP_ASKED], ==, 1);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, 0);
}

static void
test_order (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 cards[40];
  g_autofree char *order = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cards); i++)
    {
      g_autofree char *phone = g_strdup_printf ("+4477009001%02u", i);

      cards[i] = callboard_test_office_add (office, "X", phone);
    }

  /* The last always goes before the second: the room between the ranks runs out and is made again. */
  for (guint i = 0; i < 39; i++)
    {
      gint64 last = callboard_test_number (office->test, "SELECT id FROM application ORDER BY rank DESC, id DESC LIMIT 1");
      gint64 second = callboard_test_number (office->test, "SELECT id FROM application ORDER BY rank, id LIMIT 1 OFFSET 1");

      callboard_test_execute (office->test, callboard_move_command_new (&last, 1, office->review, second,
                                                                        CALLBOARD_MOVE_DEFAULT));
      callboard_test_assert_number (office->test, "SELECT id FROM application ORDER BY rank, id LIMIT 1 OFFSET 1", ==, last);
      callboard_test_assert_number (office->test, "SELECT id FROM application ORDER BY rank, id LIMIT 1", ==, cards[0]);
    }

  callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(DISTINCT rank) FROM application", ==, 40);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drop/main-job", test_main_job);
  g_test_add_func ("/drop/undo", test_undo);
  g_test_add_func ("/drop/undo-too-late", test_undo_too_late);
  g_test_add_func ("/drop/undo-resumes", test_undo_resumes);
  g_test_add_func ("/drop/queue", test_queue);
  g_test_add_func ("/drop/stop", test_stop);
  g_test_add_func ("/drop/start", test_start);
  g_test_add_func ("/drop/retry-and-failure", test_retry_and_failure);
  g_test_add_func ("/drop/unknown", test_unknown);
  g_test_add_func ("/drop/receipts", test_receipts);
  g_test_add_func ("/drop/account-pauses", test_account_pauses);
  g_test_add_func ("/drop/expiry", test_expiry);
  g_test_add_func ("/drop/night", test_night);
  g_test_add_func ("/drop/not-ready", test_not_ready);
  g_test_add_func ("/drop/order", test_order);

  return g_test_run ();
}
