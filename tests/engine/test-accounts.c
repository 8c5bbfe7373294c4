/* test-accounts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-account-choice.h"
#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-health.h"
#include "callboard-move.h"
#include "callboard-queries-office.h"
#include "callboard-settings.h"
#include "callboard-test-office.h"

static gint64
add_account (CallboardTest     *test,
             CallboardProvider  provider,
             const char        *name)
{
  CallboardCommand *command = callboard_account_command_new (0, provider, name, "{}");

  callboard_test_execute (test, command);

  return callboard_office_command_get_id (command);
}

static gint64
find_sending (CallboardTest *test,
              gint64         job)
{
  gint64 account = 0;

  g_assert_true (callboard_queries_find_sending_account (callboard_store_get_reader (test->store), job, &account, NULL));

  return account;
}

static gint64
find_for (CallboardTest      *test,
          gint64              job,
          CallboardRendering  channel)
{
  gint64 account = 0;

  g_assert_true (callboard_queries_find_channel_account (callboard_store_get_reader (test->store), job, channel, &account,
                                                         NULL));

  return account;
}

static void
test_channels (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  CallboardCommand *command = callboard_account_command_new (0, CALLBOARD_PROVIDER_INFOBIP, "I",
                                                             "{\"channel\":\"whatsapp\"}");

  add_account (test, CALLBOARD_PROVIDER_META, "M");
  add_account (test, CALLBOARD_PROVIDER_360DIALOG, "D");
  add_account (test, CALLBOARD_PROVIDER_TWILIO, "T");
  callboard_test_execute (test, command);
  add_account (test, CALLBOARD_PROVIDER_ANDROID, "A");
  add_account (test, CALLBOARD_PROVIDER_HTTP, "H");
  callboard_test_assert_text (test, "SELECT group_concat (name || ':' || channel, ' ') FROM account",
                              "M:whatsapp D:whatsapp T:sms I:whatsapp A:sms H:sms");
}

static void
test_choice (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardTest *test = office->test;
  gint64 meta = add_account (test, CALLBOARD_PROVIDER_META, "Meta");
  gint64 phone = add_account (test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  gint64 rehearsal = add_account (test, CALLBOARD_PROVIDER_REHEARSAL, "Rehearsal");
  g_autofree char *setting = g_strdup_printf ("%" G_GINT64_FORMAT, rehearsal);

  /* The newest, until a channel has a default. */
  g_assert_cmpint (find_sending (test, office->job), ==, phone);
  g_assert_cmpint (find_for (test, 0, CALLBOARD_RENDERING_SMS), ==, phone);
  callboard_test_execute (test, callboard_account_default_command_new (office->account));
  g_assert_cmpint (find_sending (test, office->job), ==, office->account);
  g_assert_cmpint (find_for (test, 0, CALLBOARD_RENDERING_SMS), ==, office->account);
  callboard_test_execute (test, callboard_account_default_command_new (meta));
  g_assert_cmpint (find_sending (test, office->job), ==, meta);
  g_assert_cmpint (find_for (test, office->job, CALLBOARD_RENDERING_WHATSAPP), ==, meta);

  /* What the recruiter named stands above defaults, and the job's choice above all. */
  callboard_test_execute (test, callboard_setting_command_new (CALLBOARD_SETTING_ACCOUNT, setting));
  g_assert_cmpint (find_sending (test, office->job), ==, rehearsal);
  callboard_test_execute (test, callboard_job_account_command_new (office->job, phone));
  g_assert_cmpint (find_sending (test, office->job), ==, phone);
  g_assert_cmpint (find_sending (test, 0), ==, rehearsal);
  g_assert_cmpint (find_for (test, office->job, CALLBOARD_RENDERING_SMS), ==, phone);

  callboard_test_execute (test, callboard_account_state_command_new (phone, "removed", NULL));
  g_assert_cmpint (find_sending (test, office->job), ==, rehearsal);
  callboard_test_execute (test, callboard_job_account_command_new (office->job, meta));
  callboard_test_execute (test, callboard_job_account_command_new (office->job, 0));
  g_assert_cmpint (find_sending (test, office->job), ==, rehearsal);
  callboard_test_refuse (test, callboard_job_account_command_new (office->job, phone), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOT_FOUND);
  callboard_test_refuse (test, callboard_job_account_command_new (999, meta), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOT_FOUND);
  callboard_test_refuse (test, callboard_account_default_command_new (phone), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

static void
test_job_sends_through_its_account (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 phone = add_account (office->test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM message WHERE account_id = %" G_GINT64_FORMAT,
                                          office->account);

  g_assert_cmpint (phone, !=, office->account);
  callboard_test_execute (office->test, callboard_job_account_command_new (office->job, office->account));
  callboard_test_office_move (office, callboard_test_office_add (office, "Anna", "+447700900001"), office->form);
  callboard_test_assert_number (office->test, sql, ==, 1);
}

/* So many people whose message is due. */
static void
add_due (CallboardTestOffice *office,
         guint                n_people)
{
  for (guint i = 0; i < n_people; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+447700900%03u", i);

      callboard_test_office_move (office, callboard_test_office_add (office, "Anna", phone), office->form);
    }

  callboard_test_advance (office->test, CALLBOARD_MINUTE);
}

static void
record (CallboardTestOffice *office,
        gint64               message,
        CallboardOutcome     outcome,
        CallboardFailure     failure,
        gint64               retry_after,
        CallboardScope       scope)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);
  CallboardSendResult *result = callboard_send_result_new (message, outcome);

  result->failure = failure;
  result->retry_after = retry_after;
  result->scope = scope;
  result->code = g_strdup ("4");
  result->detail = g_strdup ("Slow down.");
  result->provider_id = outcome == CALLBOARD_OUTCOME_ACCEPTED ? g_strdup_printf ("SM%d", (int) message) : NULL;
  g_ptr_array_add (results, result);
  callboard_test_execute (office->test, callboard_record_command_new (results, 0.0));
}

static gint64
claim (CallboardTestOffice *office,
       guint               *n_claimed)
{
  CallboardCommand *command = callboard_claim_command_new (office->account, 3);
  GPtrArray *claimed;

  callboard_test_execute (office->test, command);
  claimed = callboard_claim_command_get_claimed (command);
  *n_claimed = claimed->len;

  return claimed->len > 0 ? ((CallboardOutgoing *) g_ptr_array_index (claimed, 0))->id
                          : callboard_claim_command_get_next_due (command);
}

#define now(office) callboard_clock_now ((office)->test->clock)

static void
test_retry_after (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 message, due;
  guint n;

  add_due (office, 8);
  message = claim (office, &n);
  g_assert_cmpuint (n, ==, 3);
  record (office, message, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE, 90 * CALLBOARD_SECOND, CALLBOARD_SCOPE_USUAL);

  /* All of the account wait, not the one alone. */
  due = claim (office, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (due, ==, now (office) + 90 * CALLBOARD_SECOND);
  callboard_test_advance (office->test, 90 * CALLBOARD_SECOND);
  claim (office, &n);
  g_assert_cmpuint (n, ==, 3);
  callboard_test_assert_text (office->test, "SELECT fault || fault_code || fault_text FROM account_health", "rate4Slow down.");
}

static void
test_back_off (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 wait = 0;
  guint n;

  add_due (office, 40);
  record (office, claim (office, &n), CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_PROVIDER_DOWN, 0, CALLBOARD_SCOPE_USUAL);

  /* One fault may be bad luck; from the second on the wait doubles, and one message goes before the others. */
  for (guint i = 0; i < 12; i++)
    {
      gint64 message = claim (office, &n), due;

      g_assert_cmpuint (n, ==, i == 0 ? 3 : 1);
      record (office, message, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_PROVIDER_DOWN, 0, CALLBOARD_SCOPE_USUAL);
      due = claim (office, &n);
      g_assert_cmpuint (n, ==, 0);
      wait = wait == 0 ? CALLBOARD_SECOND : MIN (2 * wait, 10 * CALLBOARD_MINUTE);
      g_assert_cmpint (due - now (office), ==, wait);
      callboard_test_advance (office->test, wait);
    }

  record (office, claim (office, &n), CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE, 0, CALLBOARD_SCOPE_USUAL);
  claim (office, &n);
  g_assert_cmpuint (n, ==, 3);
  callboard_test_assert_number (office->test, "SELECT success_at >= fault_at FROM account_health", ==, 1);
}

/* What left together and fails together is one fault. */
static void
test_faults_together (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 message;
  guint n;

  add_due (office, 3);
  message = claim (office, &n);
  for (guint i = 0; i < 3; i++)
    record (office, message, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE, 30 * CALLBOARD_SECOND,
            CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_number (office->test, "SELECT back_off_count FROM account_health", ==, 1);
  callboard_test_execute (office->test, callboard_account_state_command_new (office->account, "active", NULL));
  callboard_test_assert_number (office->test, "SELECT back_off_until + back_off_count FROM account_health", ==, 0);
}

static void
test_person_waits_alone (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  guint n;

  add_due (office, 5);
  record (office, claim (office, &n), CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE, 60 * CALLBOARD_SECOND,
          CALLBOARD_SCOPE_PERSON);
  claim (office, &n);
  g_assert_cmpuint (n, ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM account_health", ==, 0);
}

static void
test_template_stops_campaign (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(GPtrArray) paused = NULL;
  const CallboardPausedRow *row;
  guint n;

  add_due (office, 5);
  record (office, claim (office, &n), CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_TEMPLATE, 0, CALLBOARD_SCOPE_USUAL);
  claim (office, &n);
  g_assert_cmpuint (n, ==, 0);
  callboard_test_office_move (office, callboard_test_office_add (office, "Bea", "+447700900500"), office->reject);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);

  paused = callboard_queries_load_paused (callboard_store_get_reader (office->test->store), NULL);
  g_assert_cmpuint (paused->len, ==, 1);
  row = g_ptr_array_index (paused, 0);
  g_assert_cmpstr (row->stage, ==, "Form");
  g_assert_cmpint (row->failure, ==, CALLBOARD_FAILURE_TEMPLATE);
  g_assert_cmpuint (row->waiting, ==, 2);

  callboard_test_execute (office->test, callboard_campaign_resume_command_new (row->campaign));
  claim (office, &n);
  g_assert_cmpuint (n, ==, 2);
  callboard_test_assert_text (office->test, "SELECT state FROM account", "active");
}

static void
test_campaign_scope (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  guint n;

  add_due (office, 2);
  record (office, claim (office, &n), CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_RATE, 0, CALLBOARD_SCOPE_CAMPAIGN);
  callboard_test_assert_text (office->test, "SELECT state FROM account", "active");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting' AND attempt = 0", ==, 1);
  callboard_test_assert_text (office->test, "SELECT failure || detail FROM campaign_pause", "rateSlow down.");
}

static void
test_account_stops (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  guint n;

  add_due (office, 2);
  record (office, claim (office, &n), CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_BALANCE, 0, CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_text (office->test, "SELECT state || pause_reason FROM account", "pausedbalance");
  claim (office, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_checked (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardCheckResult found = { .quality = (char *) "Good", .limit = (char *) "1,000 people a day" };
  g_autoptr(CallboardHealthRow) row = NULL;

  callboard_test_execute (office->test, callboard_account_checked_command_new (office->account, NULL, "Wrong token."));
  callboard_test_execute (office->test, callboard_account_checked_command_new (office->account, &found, NULL));
  row = callboard_queries_load_health (callboard_store_get_reader (office->test->store), office->account, NULL);
  g_assert_cmpstr (row->quality, ==, "Good");
  g_assert_cmpstr (row->limit, ==, "1,000 people a day");
  g_assert_cmpint (row->fault, ==, CALLBOARD_FAILURE_CREDENTIALS);
  g_assert_cmpstr (row->fault_text, ==, "Wrong token.");
  g_assert_cmpint (row->success_at, ==, now (office));
}

static void
test_prices (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardPriceRow) row = NULL;
  g_autoptr(CallboardPriceRow) none = NULL;

  callboard_test_execute (test, callboard_price_command_new ("DE", 75000, "EUR"));
  callboard_test_execute (test, callboard_price_command_new ("DE", 80000, "EUR"));
  callboard_test_execute (test, callboard_price_command_new ("GB", 40000, "GBP"));
  callboard_test_execute (test, callboard_price_command_new ("GB", -1, NULL));
  callboard_test_refuse (test, callboard_price_command_new ("de", 1, "EUR"), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_INVALID);
  callboard_test_refuse (test, callboard_price_command_new ("DE", 1, "Euro"), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_INVALID);
  row = callboard_queries_find_price (callboard_store_get_reader (test->store), "DE");
  none = callboard_queries_find_price (callboard_store_get_reader (test->store), "GB");
  g_assert_cmpint (row->price, ==, 80000);
  g_assert_cmpstr (row->currency, ==, "EUR");
  g_assert_null (none);
}

static void
test_log_is_bounded (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(GPtrArray) newest = NULL;

  for (guint round = 0; round < 3; round++)
    {
      GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_request_entry_free);

      for (guint i = 0; i < 400; i++)
        {
          CallboardRequestEntry *entry = g_new0 (CallboardRequestEntry, 1);

          entry->account = office->account;
          entry->at = 400 * round + i;
          entry->method = g_strdup ("POST");
          entry->target = g_strdup ("https://api.example.org/messages");
          entry->outcome = "answered";
          g_ptr_array_add (entries, entry);
        }
      callboard_test_execute (office->test, callboard_request_log_command_new (entries));
    }

  callboard_test_assert_number (office->test, "SELECT count(*) FROM request_log", ==, CALLBOARD_REQUESTS_KEPT);
  newest = callboard_queries_load_requests (callboard_store_get_reader (office->test->store), office->account, 2, NULL);
  g_assert_cmpuint (newest->len, ==, 2);
  g_assert_cmpint (((CallboardRequestRow *) g_ptr_array_index (newest, 0))->at, ==, 1199);
}

static gboolean
execute_sql (gpointer           data,
             CallboardDb       *db,
             gint64             time,
             CallboardChanges  *changes,
             GError           **error)
{
  return callboard_db_script (db, data, error);
}

static void
run (CallboardTestOffice *office,
     const char          *sql)
{
  callboard_test_execute (office->test, callboard_command_new ("sql", execute_sql, g_strdup (sql), g_free));
}

/* A welcome that leaves by WhatsApp, of a campaign that may go on by text if allowed. */
static gint64
send_by_whatsapp (CallboardTestOffice *office,
                  gboolean             allowed)
{
  g_autofree char *sql = g_strdup_printf ("SELECT json_set (c.draft, '$.settings.sms_fallback', json ('%s')) FROM campaign c"
                                          " JOIN stage s ON s.campaign_id = c.id WHERE s.id = %" G_GINT64_FORMAT,
                                          allowed ? "true" : "false", office->form);
  g_autofree char *document = callboard_test_text (office->test, sql);
  gint64 message;
  guint n;

  callboard_test_office_force (office, office->form, document);
  add_due (office, 1);
  run (office, "UPDATE account SET channel = 'whatsapp'");
  message = claim (office, &n);
  g_assert_cmpuint (n, ==, 1);

  return message;
}

static void
test_fallback (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 message = send_by_whatsapp (office, TRUE);
  gint64 phone = add_account (office->test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  gint64 whatsapp = office->account;
  guint n;

  record (office, message, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_NOT_ON_WHATSAPP, 0, CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment", ==, 1);
  callboard_test_assert_number (office->test, "SELECT account_id FROM enrolment", ==, phone);
  callboard_test_assert_number (office->test, "SELECT fallback_from FROM enrolment", ==, whatsapp);
  callboard_test_assert_text (office->test, "SELECT status FROM enrolment", "sending");
  callboard_test_assert_text (office->test, "SELECT group_concat (state || kind, ' ') FROM message", "failedfirst waitingfirst");

  /* By text the welcome tells how to begin. */
  callboard_test_assert_number (office->test, "SELECT max (body LIKE '%YES%') FROM message WHERE state = 'waiting'", ==, 1);
  office->account = phone;
  message = claim (office, &n);
  g_assert_cmpuint (n, ==, 1);
  record (office, message, CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE, 0, CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_text (office->test, "SELECT status FROM enrolment", "sending");

  /* The second way is the last one. */
  record (office, message, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_NOT_ON_WHATSAPP, 0, CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, 2);
}

static void
assert_fails (CallboardTestOffice *office,
              gint64               message,
              CallboardFailure     failure)
{
  record (office, message, CALLBOARD_OUTCOME_FAILED, failure, 0, CALLBOARD_SCOPE_USUAL);
  callboard_test_assert_text (office->test, "SELECT status FROM enrolment", "failed");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, 1);
}

static void
test_no_fallback (void)
{
  g_autoptr(CallboardTestOffice) alone = callboard_test_office_new ();
  g_autoptr(CallboardTestOffice) forbidden = callboard_test_office_new ();
  g_autoptr(CallboardTestOffice) wrong = callboard_test_office_new ();
  gint64 message = send_by_whatsapp (forbidden, FALSE);

  add_account (forbidden->test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  assert_fails (forbidden, message, CALLBOARD_FAILURE_NOT_ON_WHATSAPP);
  assert_fails (alone, send_by_whatsapp (alone, TRUE), CALLBOARD_FAILURE_NOT_ON_WHATSAPP);

  message = send_by_whatsapp (wrong, TRUE);
  add_account (wrong->test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  assert_fails (wrong, message, CALLBOARD_FAILURE_WRONG_NUMBER);
}

/* What is rehearsed never reaches a real phone. */
static void
test_rehearsal_stays_rehearsal (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 message = send_by_whatsapp (office, TRUE);

  add_account (office->test, CALLBOARD_PROVIDER_ANDROID, "Phone");
  run (office, "UPDATE account SET provider = 'rehearsal' WHERE name = 'Office'");
  assert_fails (office, message, CALLBOARD_FAILURE_NOT_ON_WHATSAPP);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/accounts/channels", test_channels);
  g_test_add_func ("/accounts/choice", test_choice);
  g_test_add_func ("/accounts/job-sends-through-its-account", test_job_sends_through_its_account);
  g_test_add_func ("/accounts/retry-after", test_retry_after);
  g_test_add_func ("/accounts/back-off", test_back_off);
  g_test_add_func ("/accounts/faults-together", test_faults_together);
  g_test_add_func ("/accounts/person-waits-alone", test_person_waits_alone);
  g_test_add_func ("/accounts/template-stops-campaign", test_template_stops_campaign);
  g_test_add_func ("/accounts/campaign-scope", test_campaign_scope);
  g_test_add_func ("/accounts/account-stops", test_account_stops);
  g_test_add_func ("/accounts/fallback", test_fallback);
  g_test_add_func ("/accounts/no-fallback", test_no_fallback);
  g_test_add_func ("/accounts/rehearsal-stays-rehearsal", test_rehearsal_stays_rehearsal);
  g_test_add_func ("/accounts/checked", test_checked);
  g_test_add_func ("/accounts/prices", test_prices);
  g_test_add_func ("/accounts/log-is-bounded", test_log_is_bounded);

  return g_test_run ();
}
