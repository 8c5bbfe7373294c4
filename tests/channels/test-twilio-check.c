/* test-twilio-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio.h"
#include "raw_peer.h"
#include "twilio_fixture.h"

#include <string.h>

/* What somebody may enter, and what Check says to it. */
typedef struct
{
  const char *name;
  const char *account;
  const char *key;
  const char *secret;
  const char *says;
  int         code;
} CheckCase;

static const CheckCase cases[] = {
  { "right", FAKE_TWILIO_ACCOUNT, NULL, FAKE_TWILIO_SECRET, "Theatre", 0 },
  { "key", FAKE_TWILIO_ACCOUNT, FAKE_TWILIO_KEY, FAKE_TWILIO_SECRET, FAKE_TWILIO_ACCOUNT, 0 },
  { "wrong-secret", FAKE_TWILIO_ACCOUNT, NULL, "another", NULL, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "wrong-key", FAKE_TWILIO_ACCOUNT, "SK1", FAKE_TWILIO_SECRET, NULL, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "wrong-account", "AC1", FAKE_TWILIO_KEY, FAKE_TWILIO_SECRET, NULL, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "no-account", "", NULL, FAKE_TWILIO_SECRET, NULL, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "no-secret", FAKE_TWILIO_ACCOUNT, NULL, "", NULL, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "odd-account", "AC 1/../%2f?x", FAKE_TWILIO_KEY, FAKE_TWILIO_SECRET, NULL, CALLBOARD_CHANNEL_ERROR_FAILED },
};

/* What a server answers, and what Check says to it. */
typedef struct
{
  const char *name;
  guint       status;
  const char *type;
  const char *body;
  int         code;
} AnswerCase;

static const AnswerCase answers[] = {
  { "suspended", 200, "application/json", "{\"sid\": \"AC1\", \"status\": \"suspended\"}", CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "closed", 200, "application/json", "{\"sid\": \"AC1\", \"status\": \"closed\"}", CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "hotel", 200, "text/html", TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "another-service", 200, "application/json", "{\"hello\": 1}", CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "list", 200, "application/json", "[1]", CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "deep", 200, "application/json", TWILIO_DEEP TWILIO_DEEP, CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "404", 404, "text/html", TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "429", 429, "application/json", "{\"code\": 20429}", CALLBOARD_CHANNEL_ERROR_BUSY },
  { "503", 503, "text/plain", "later", CALLBOARD_CHANNEL_ERROR_FAILED },
  { "redirect", 302, "text/html", "", CALLBOARD_CHANNEL_ERROR_FAILED },
};

static char *
check (const char            *url,
       const CheckCase       *entered,
       GError               **error)
{
  CallboardTwilioConfig config = {
    .account_sid = entered->account, .api_key = entered->key, .secret = entered->secret, .from = FAKE_TWILIO_NUMBER,
    .base_url = url, .rate = 1, .timeout = 1,
  };
  g_autoptr(CallboardTwilio) twilio = callboard_twilio_new (&config);
  g_autoptr(CallboardCheckResult) result = NULL;
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_check_async (CALLBOARD_CHANNEL (twilio), NULL, twilio_done_cb, &done);
  result = callboard_channel_check_finish (CALLBOARD_CHANNEL (twilio), twilio_wait (&done), error);

  return result != NULL ? g_strdup (result->name) : NULL;
}

static void
test_entered (TwilioFixture *fixture,
              gconstpointer  data)
{
  const CheckCase *entered = data;
  g_autoptr(GError) error = NULL;
  g_autofree char *says = check (fake_twilio_get_url (fixture->fake), entered, &error);

  g_assert_cmpstr (says, ==, entered->says);
  if (entered->says == NULL)
    {
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, entered->code);
      g_assert_true (g_str_has_suffix (error->message, "."));
    }
}

static void
test_answer (TwilioFixture *fixture,
             gconstpointer  data)
{
  const AnswerCase *answer = data;
  g_autoptr(GError) error = NULL;

  fake_twilio_set_answer (fixture->fake, answer->status, answer->type, answer->body, NULL);
  g_assert_null (check (fake_twilio_get_url (fixture->fake), &cases[0], &error));
  g_assert_error (error, CALLBOARD_CHANNEL_ERROR, answer->code);
  g_assert_null (strstr (error->message, "by itself"));
}

static void
test_unreachable (void)
{
  static const PeerStep silence = { "", PEER_HOLD };
  g_autoptr(RawPeer) peer = raw_peer_new (&silence, 1);
  g_autoptr(GError) error = NULL;

  g_assert_null (check ("http://127.0.0.1:1", &cases[0], &error));
  g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
  g_clear_error (&error);
  g_assert_null (check (raw_peer_get_url (peer), &cases[0], &error));
  g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/twilio/check/", cases[i].name, NULL);

      TWILIO_TEST_ADD (path, &cases[i], test_entered);
    }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/twilio/check/answer/", answers[i].name, NULL);

      TWILIO_TEST_ADD (path, &answers[i], test_answer);
    }

  g_test_add_func ("/twilio/check/unreachable", test_unreachable);

  return g_test_run ();
}
