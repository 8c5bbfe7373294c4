/* test-carrier.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-carrier.h"
#include "callboard-clock.h"
#include "callboard-rehearsal.h"
#include "callboard-twilio-parse.h"
#include "callboard-twilio.h"
#include "twilio_fixture.h"

static void
test_twilio (TwilioFixture *fixture,
             gconstpointer  data)
{
  g_autofree char *settings = g_strdup_printf ("{\"account_sid\": \"" FAKE_TWILIO_ACCOUNT "\", \"from\": \""
                                               FAKE_TWILIO_NUMBER "\", \"base_url\": \"%s/\", \"rate\": 2.5, "
                                               "\"poll_seconds\": 3}", fake_twilio_get_url (fixture->fake));
  g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (CALLBOARD_PROVIDER_TWILIO, settings, FAKE_TWILIO_SECRET);
  g_autoptr(CallboardSendResult) result = twilio_send (carrier->channel, "Hi");

  g_assert_true (CALLBOARD_IS_TWILIO (carrier->channel));
  g_assert_true (carrier->parser == callboard_twilio_parse);
  g_assert_cmpint (carrier->poll_interval, ==, 3 * CALLBOARD_SECOND);
  g_assert_cmpfloat (callboard_channel_get_rate (carrier->channel), ==, 2.5);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
}

static void
test_rehearsal (void)
{
  g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (CALLBOARD_PROVIDER_REHEARSAL, NULL, NULL);

  g_assert_true (CALLBOARD_IS_REHEARSAL (carrier->channel));
  g_assert_true (carrier->parser == callboard_rehearsal_parse);
  g_assert_cmpint (carrier->poll_interval, >, 0);
  g_assert_false (callboard_carrier_needs_secret (CALLBOARD_PROVIDER_REHEARSAL));
  g_assert_true (callboard_carrier_needs_secret (CALLBOARD_PROVIDER_TWILIO));
}

/* Nothing leaves through what this program cannot do: the account is paused and says so. */
static void
test_unable (void)
{
  g_autoptr(CallboardCarrier) whatsapp = callboard_carrier_new (CALLBOARD_PROVIDER_TWILIO, "{\"channel\": \"whatsapp\"}", "s");
  g_autoptr(CallboardCarrier) infobip = callboard_carrier_new (CALLBOARD_PROVIDER_INFOBIP, "{}", "s");

  g_assert_null (whatsapp->channel);
  g_assert_null (infobip->channel);
}

static void
test_rubbish (void)
{
  const char *settings[] = {
    "", "[]", "{", "{}", "{\"rate\": \"fast\", \"poll_seconds\": [], \"account_sid\": 3}",
    "{\"rate\": -1, \"poll_seconds\": -1e300}", "{\"poll_seconds\": 1e300}", "{\"poll_seconds\": null}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr(CallboardCarrier) carrier = callboard_carrier_new (CALLBOARD_PROVIDER_TWILIO, settings[i], "s");
      g_autoptr(CallboardSendResult) result = twilio_send (carrier->channel, "Hi");

      g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCOUNT);
      g_assert_cmpint (carrier->poll_interval, >, 0);
      g_assert_cmpint (carrier->poll_interval, <=, CALLBOARD_HOUR);
      g_assert_cmpfloat (callboard_channel_get_rate (carrier->channel), ==, 1.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TWILIO_TEST_ADD ("/carrier/twilio", NULL, test_twilio);
  g_test_add_func ("/carrier/rehearsal", test_rehearsal);
  g_test_add_func ("/carrier/rubbish", test_rubbish);
  g_test_add_func ("/carrier/unable", test_unable);

  return g_test_run ();
}
