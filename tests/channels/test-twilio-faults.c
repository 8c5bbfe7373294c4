/* test-twilio-faults.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "raw_peer.h"
#include "twilio_fixture.h"

typedef struct
{
  const char       *name;
  guint             status;
  const char       *type;
  const char       *body;
  const char       *retry_after;
  CallboardOutcome  outcome;
  CallboardFailure  failure;
  gint64            wait;
} AnswerCase;


static const AnswerCase answer_cases[] = {
  { "429", 429, "application/json", "{\"code\": 20429, \"message\": \"Too Many Requests\"}", "3",
    CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE, 3 * CALLBOARD_SECOND },
  { "429-no-wait", 429, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE, 0 },
  { "stop", 400, "application/json", "{\"code\": 21610, \"message\": \"unsubscribed\"}", NULL,
    CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_OPTED_OUT, 0 },
  { "402", 402, "application/json", "{\"message\": \"Payment\"}", NULL,
    CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_BALANCE, 0 },
  { "html-401", 401, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS, 0 },
  { "html-400", 400, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "html-200", 200, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "html-201", 201, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "json-200-no-sid", 200, "application/json", "{}", NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "json-200-sid-number", 200, "application/json", "{\"sid\": 7}", NULL,
    CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "json-200-sid", 200, "application/json", "{\"sid\": \"SM7\"}", NULL,
    CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE, 0 },
  { "empty-201", 201, "application/json", "", NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "deep-201", 201, "application/json", TWILIO_DEEP TWILIO_DEEP TWILIO_DEEP, NULL,
    CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "not-utf8-201", 201, "application/json", "{\"sid\": \"\xff\"}", NULL,
    CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "500", 500, "application/json", "{\"code\": 20500, \"message\": \"Internal\"}", NULL,
    CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "500-sid", 500, "application/json", "{\"sid\": \"SM7\"}", NULL,
    CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE, 0 },
  { "502-html", 502, "text/html", TWILIO_HTML, NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
  { "503-wait", 503, "text/plain", "later", "60",
    CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 60 * CALLBOARD_SECOND },
  { "302", 302, "text/html", "", NULL, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN, 0 },
};

static void
test_answer (TwilioFixture *fixture,
             gconstpointer  data)
{
  const AnswerCase *answer = data;
  g_autoptr(CallboardSendResult) result = NULL;
  g_auto(GStrv) log = NULL;

  fake_twilio_set_answer (fixture->fake, answer->status, answer->type, answer->body, answer->retry_after);
  result = twilio_send (fixture->channel, "Hi");

  g_assert_cmpint (result->outcome, ==, answer->outcome);
  g_assert_cmpint (result->failure, ==, answer->failure);
  g_assert_cmpint (result->retry_after, ==, answer->wait);
  g_assert_true ((result->provider_id != NULL) == (answer->outcome == CALLBOARD_OUTCOME_ACCEPTED));
  g_assert_true ((result->detail != NULL) == (answer->outcome != CALLBOARD_OUTCOME_ACCEPTED));

  log = fake_twilio_steal_log (fixture->fake);
  g_assert_cmpuint (g_strv_length (log), ==, 1);
}

typedef struct
{
  const char       *name;
  PeerStep          step;
  CallboardOutcome  outcome;
} WireCase;

/* The peer has the whole request each time, and may have made a message of it, unless it says 4xx. */
static const WireCase wire_cases[] = {
  { "close", { "", PEER_CLOSE }, CALLBOARD_OUTCOME_UNKNOWN },
  { "reset", { "", PEER_RESET }, CALLBOARD_OUTCOME_UNKNOWN },
  { "time-out", { "", PEER_HOLD }, CALLBOARD_OUTCOME_UNKNOWN },
  { "half-headers", { "HTTP/1.1 20", PEER_CLOSE }, CALLBOARD_OUTCOME_UNKNOWN },
  { "half-body-201", { "HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{\"sid\": \"SM1\"", PEER_CLOSE },
    CALLBOARD_OUTCOME_UNKNOWN },
  { "half-body-201-held", { "HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{\"sid\": \"SM1\"", PEER_HOLD },
    CALLBOARD_OUTCOME_UNKNOWN },
  { "half-body-400", { "HTTP/1.1 400 Bad Request\r\nContent-Length: 99\r\n\r\n{\"code\": 21", PEER_CLOSE },
    CALLBOARD_OUTCOME_FAILED },
  { "half-body-429", { "HTTP/1.1 429 Slow\r\nContent-Length: 99\r\n\r\n{\"code\": 204", PEER_CLOSE },
    CALLBOARD_OUTCOME_RETRY },
  { "half-body-500", { "HTTP/1.1 500 Oops\r\nContent-Length: 99\r\n\r\n{\"code\": 204", PEER_CLOSE },
    CALLBOARD_OUTCOME_UNKNOWN },
  { "too-short-length", { "HTTP/1.1 201 Created\r\nContent-Length: 9\r\n\r\n{\"sid\": \"SM1\"}", PEER_CLOSE },
    CALLBOARD_OUTCOME_UNKNOWN },
  { "bad-chunk", { "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"s", PEER_CLOSE },
    CALLBOARD_OUTCOME_UNKNOWN },
  { "not-http", { "hello\r\n\r\n", PEER_CLOSE }, CALLBOARD_OUTCOME_UNKNOWN },
  { "flood", { "HTTP/1.1 201 Created\r\n\r\n{\"sid\": \"SM1\", \"x\": \"", PEER_FLOOD }, CALLBOARD_OUTCOME_UNKNOWN },
  { "drip", { "HTTP/1.1 201 Created\r\nContent-Length: 99\r\n\r\n{\"sid\": \"SM1\"", PEER_DRIP },
    CALLBOARD_OUTCOME_UNKNOWN },
};

static void
test_wire (gconstpointer data)
{
  const WireCase *wire = data;
  g_autoptr(RawPeer) peer = raw_peer_new (&wire->step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 1);
  g_autoptr(CallboardSendResult) result = twilio_send (channel, "Hi");

  g_assert_cmpint (result->outcome, ==, wire->outcome);
  g_assert_null (result->provider_id);
  g_assert_nonnull (result->detail);
  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 1);
}

static void
test_refused (void)
{
  PeerStep step = { "", PEER_CLOSE };
  RawPeer *peer = raw_peer_new (&step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 1);
  g_autoptr(CallboardSendResult) result = NULL;

  raw_peer_free (peer);
  result = twilio_send (channel, "Hi");
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_RETRY);
  g_assert_cmpint (result->failure, ==, CALLBOARD_FAILURE_PROVIDER_DOWN);
}

/* The program ends while requests are on their way: whoever waits gets an answer, once. */
static void
test_cancelled (void)
{
  PeerStep step = { "", PEER_HOLD };
  g_autoptr(RawPeer) peer = raw_peer_new (&step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 5);
  CallboardOutgoing outgoing = { .id = 42, .key = (char *) "k", .to = (char *) TWILIO_TO, .body = (char *) "Hi" };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(CallboardSendResult) result = NULL;

  callboard_channel_send_async (channel, &outgoing, cancellable, twilio_done_cb, &done);
  while (raw_peer_get_requests (peer) == 0)
    g_main_context_iteration (NULL, FALSE);

  g_cancellable_cancel (cancellable);
  result = callboard_channel_send_finish (channel, twilio_wait (&done));
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/twilio/refused", test_refused);
  g_test_add_func ("/twilio/cancelled", test_cancelled);

  for (guint i = 0; i < G_N_ELEMENTS (answer_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/twilio/answer/", answer_cases[i].name, NULL);

      TWILIO_TEST_ADD (path, &answer_cases[i], test_answer);
    }

  for (guint i = 0; i < G_N_ELEMENTS (wire_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/twilio/wire/", wire_cases[i].name, NULL);

      g_test_add_data_func (path, &wire_cases[i], test_wire);
    }

  return g_test_run ();
}
