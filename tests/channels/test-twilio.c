/* test-twilio.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-twilio.h"
#include "twilio_fixture.h"

static CallboardSendResult *
look_up (CallboardChannel *channel,
         const char       *body,
         gint64            claimed_at)
{
  CallboardOutgoing outgoing = {
    .id = 42, .key = (char *) "k", .to = (char *) TWILIO_TO, .body = (char *) body, .claimed_at = claimed_at
  };
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GError) error = NULL;
  CallboardSendResult *result;

  callboard_channel_lookup_async (channel, &outgoing, NULL, twilio_done_cb, &done);
  result = callboard_channel_lookup_finish (channel, twilio_wait (&done), &error);
  g_assert_no_error (error);

  return result;
}

static char *
check (CallboardChannel  *channel,
       GError           **error)
{
  g_autoptr(CallboardCheckResult) result = NULL;
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_check_async (channel, NULL, twilio_done_cb, &done);
  result = callboard_channel_check_finish (channel, twilio_wait (&done), error);

  return result != NULL ? g_strdup (result->name) : NULL;
}

static void
test_send (TwilioFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(CallboardSendResult) result = twilio_send (fixture->channel, "Hi Anna & Zoë,\n50% + 1?");

  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpstr (result->provider_id, ==, "SM00000000000000000000000000000001");
  twilio_assert_log (fixture, "POST " TWILIO_MESSAGES " application/x-www-form-urlencoded To=%2B447700900123&From=%2B447700900000"
                       "&Body=Hi+Anna+%26+Zo%C3%AB%2C%0A50%25+%2B+1%3F");
  g_assert_cmpfloat (callboard_channel_get_rate (fixture->channel), ==, 10.0);
}

static void
test_send_by_service (TwilioFixture *fixture,
                      gconstpointer  data)
{
  CallboardTwilioConfig config = {
    .account_sid = FAKE_TWILIO_ACCOUNT, .api_key = FAKE_TWILIO_KEY, .secret = FAKE_TWILIO_SECRET,
    .from = FAKE_TWILIO_NUMBER, .messaging_service_sid = "MG1", .base_url = fake_twilio_get_url (fixture->fake),
  };
  g_autoptr(CallboardChannel) channel = CALLBOARD_CHANNEL (callboard_twilio_new (&config));
  g_autoptr(CallboardSendResult) result = twilio_send (channel, "Hi");

  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpfloat (callboard_channel_get_rate (channel), ==, 1.0);
  twilio_assert_log (fixture, "POST " TWILIO_MESSAGES " application/x-www-form-urlencoded "
                       "To=%2B447700900123&MessagingServiceSid=MG1&Body=Hi");
}

static void
test_wrong_secret (TwilioFixture *fixture,
                   gconstpointer  data)
{
  CallboardTwilioConfig config = {
    .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "wrong", .from = FAKE_TWILIO_NUMBER,
    .base_url = fake_twilio_get_url (fixture->fake),
  };
  g_autoptr(CallboardChannel) channel = CALLBOARD_CHANNEL (callboard_twilio_new (&config));
  g_autoptr(CallboardSendResult) result = twilio_send (channel, "Hi");
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(GError) poll_error = NULL;
  g_autoptr(GError) check_error = NULL;

  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCOUNT);
  g_assert_cmpint (result->failure, ==, CALLBOARD_FAILURE_CREDENTIALS);
  g_assert_cmpstr (result->code, ==, "20003");

  events = twilio_poll (channel, &fixture->cursor, NULL, &poll_error);
  g_assert_null (events);
  g_assert_error (poll_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED);

  g_assert_null (check (channel, &check_error));
  g_assert_error (check_error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED);
  g_test_message ("%s", check_error->message);
}

/* What the account lacks is said, and nothing leaves. */
static void
test_incomplete (TwilioFixture *fixture,
                 gconstpointer  data)
{
  const char *url = fake_twilio_get_url (fixture->fake);
  CallboardTwilioConfig configs[] = {
    { .account_sid = NULL, .secret = "s", .from = "+1", .base_url = url },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "", .from = "+1", .base_url = url },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "s", .from = "", .base_url = url },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "s", .from = "+1", .base_url = "http://example.org" },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "s", .from = "+1", .base_url = "ftp://127.0.0.1" },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "s", .from = "+1", .base_url = "https://" },
    { .account_sid = FAKE_TWILIO_ACCOUNT, .secret = "s", .from = "+1", .base_url = "api.twilio.com" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (configs); i++)
    {
      g_autoptr(CallboardChannel) channel = CALLBOARD_CHANNEL (callboard_twilio_new (&configs[i]));
      g_autoptr(CallboardSendResult) result = twilio_send (channel, "Hi");

      g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCOUNT);
      g_assert_cmpstr (result->detail, !=, NULL);
    }

  twilio_assert_log (fixture, "");
}

static void
test_lookup (TwilioFixture *fixture,
             gconstpointer  data)
{
  gint64 skew = GPOINTER_TO_INT (data) * CALLBOARD_SECOND;
  gint64 claimed_at = g_get_real_time ();
  g_autoptr(CallboardSendResult) lost = NULL;
  g_autoptr(CallboardSendResult) found = NULL;
  g_autoptr(CallboardSendResult) other = NULL;
  g_autoptr(CallboardSendResult) later = NULL;

  fake_twilio_set_skew (fixture->fake, skew);
  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "the text", 0, 0));
  fake_twilio_set_drop (fixture->fake, TRUE);
  lost = twilio_send (fixture->channel, "  the text\n");
  g_assert_cmpint (lost->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
  g_assert_cmpuint (fake_twilio_count_created (fixture->fake), ==, 1);

  found = look_up (fixture->channel, "the text ", claimed_at);
  g_assert_cmpint (found->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpstr (found->provider_id, ==, "SM00000000000000000000000000000002");

  other = look_up (fixture->channel, "another text", claimed_at);
  g_assert_cmpint (other->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);

  /* The same text, claimed when the one at Twilio was already there. */
  later = look_up (fixture->channel, "the text", claimed_at + CALLBOARD_MINUTE);
  g_assert_cmpint (later->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
}

static void
test_lookup_never_arrived (void)
{
  g_autoptr(FakeTwilio) fake = fake_twilio_new ();
  g_autoptr(CallboardChannel) channel = twilio_open (fake_twilio_get_url (fake), 5);
  g_autoptr(CallboardSendResult) result = look_up (channel, "Hi", g_get_real_time ());

  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
  g_assert_cmpint (result->message_id, ==, 42);
}

static void
test_check (TwilioFixture *fixture,
            gconstpointer  data)
{
  CallboardTwilioConfig config = {
    .account_sid = FAKE_TWILIO_ACCOUNT, .api_key = FAKE_TWILIO_KEY, .secret = FAKE_TWILIO_SECRET,
    .base_url = fake_twilio_get_url (fixture->fake),
  };
  g_autoptr(CallboardChannel) by_key = CALLBOARD_CHANNEL (callboard_twilio_new (&config));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = check (fixture->channel, &error);
  g_autofree char *sid = check (by_key, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (name, ==, "Theatre");
  g_assert_cmpstr (sid, ==, FAKE_TWILIO_ACCOUNT);
  twilio_assert_log (fixture, "GET /2010-04-01/Accounts/" FAKE_TWILIO_ACCOUNT ".json\nGET " TWILIO_MESSAGES "?PageSize=1");
}

static void
test_check_fault (TwilioFixture *fixture,
                  gconstpointer  data)
{
  const struct { guint status; const char *body; int code; } faults[] = {
    { 200, TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_MALFORMED },
    { 200, "{}", CALLBOARD_CHANNEL_ERROR_MALFORMED },
    { 200, "{\"sid\": \"AC\", \"status\": \"suspended\"}", CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 200, "{\"sid\": \"AC\", \"status\": \"closed\"}", CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 401, TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 404, "{\"code\": 20404}", CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 500, "", CALLBOARD_CHANNEL_ERROR_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;

      fake_twilio_set_answer (fixture->fake, faults[i].status, "application/json", faults[i].body, NULL);
      g_assert_null (check (fixture->channel, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, faults[i].code);
      g_test_message ("%s", error->message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TWILIO_TEST_ADD ("/twilio/send", NULL, test_send);
  TWILIO_TEST_ADD ("/twilio/send-by-service", NULL, test_send_by_service);
  TWILIO_TEST_ADD ("/twilio/wrong-secret", NULL, test_wrong_secret);
  TWILIO_TEST_ADD ("/twilio/incomplete", NULL, test_incomplete);
  TWILIO_TEST_ADD ("/twilio/lookup/same-clock", GINT_TO_POINTER (0), test_lookup);
  TWILIO_TEST_ADD ("/twilio/lookup/clock-ahead", GINT_TO_POINTER (3600), test_lookup);
  TWILIO_TEST_ADD ("/twilio/lookup/clock-behind", GINT_TO_POINTER (-3600), test_lookup);
  g_test_add_func ("/twilio/lookup/never-arrived", test_lookup_never_arrived);
  TWILIO_TEST_ADD ("/twilio/check", NULL, test_check);
  TWILIO_TEST_ADD ("/twilio/check-fault", NULL, test_check_fault);


  return g_test_run ();
}
