/* test-twilio-poll.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-twilio-parse.h"
#include "raw_peer.h"
#include "twilio_fixture.h"

#include <string.h>

static GPtrArray *
poll_new (TwilioFixture *fixture)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *events = twilio_poll (fixture->channel, &fixture->cursor, NULL, &error);

  g_assert_no_error (error);

  return events;
}

static void
assert_message (GPtrArray  *events,
                guint       index,
                const char *text)
{
  CallboardRawEvent *raw = g_ptr_array_index (events, index);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardEvent) event = callboard_twilio_parse (raw->raw, &error);

  g_assert_no_error (error);
  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_MESSAGE);
  g_assert_cmpstr (event->text, ==, text);
  g_assert_cmpstr (event->provider_id, ==, raw->event_id);
}

static void
test_poll (TwilioFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(CallboardSendResult) sent = twilio_send (fixture->channel, "Hi");
  g_autofree char *first_cursor = NULL;
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) again = NULL;
  g_autoptr(GPtrArray) third = NULL;

  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "one", 0, 0));
  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "two", 0, 0));
  g_assert_cmpint (sent->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  first = poll_new (fixture);
  g_assert_cmpuint (first->len, ==, 2);
  assert_message (first, 0, "one");
  assert_message (first, 1, "two");

  first_cursor = g_strdup (fixture->cursor);
  again = poll_new (fixture);
  g_assert_cmpuint (again->len, ==, 0);
  g_assert_cmpstr (fixture->cursor, ==, first_cursor);

  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "three", 0, 0));
  third = poll_new (fixture);
  g_assert_cmpuint (third->len, ==, 1);
  assert_message (third, 0, "three");
}

static void
test_poll_request (TwilioFixture *fixture,
                   gconstpointer  data)
{
  g_autoptr(GPtrArray) events = NULL;

  fixture->cursor = g_strdup ("{\"day\":\"2026-03-01\",\"seen\":[]}");
  events = poll_new (fixture);
  twilio_assert_log (fixture, "GET " TWILIO_MESSAGES "?To=%2B447700900000&DateSent%3E=2026-02-28&PageSize=100");
}

/* More messages than one page, some late by an hour, some known: each comes once, the oldest first. */
static void
test_poll_pages (TwilioFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint total = 0;

  for (guint round = 0; round < 5; round++)
    {
      guint n = (guint[]) { 350, 1, 0, 99, 260 }[round];
      g_autoptr(GPtrArray) events = NULL;

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("%u", total + i);

          g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, text,
                                       g_get_real_time () - (i % 7 == 0 ? CALLBOARD_HOUR : 0), 0));
        }

      events = poll_new (fixture);
      g_assert_cmpuint (events->len, ==, n);
      for (guint i = 0; i < n; i++)
        {
          g_autofree char *text = g_strdup_printf ("%u", total + i);

          assert_message (events, i, text);
          g_assert_true (g_hash_table_add (seen, g_strdup (((CallboardRawEvent *) events->pdata[i])->event_id)));
        }
      total += n;
    }
}

static void
test_poll_rubbish_cursor (TwilioFixture *fixture,
                          gconstpointer  data)
{
  const char *cursors[] = { "", "x", "{}", "[]", "{\"day\": 3}", "{\"day\": \"2026-13-99\", \"seen\": [3]}" };

  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "one", 0, 0));

  for (guint i = 0; i < G_N_ELEMENTS (cursors); i++)
    {
      g_autoptr(GPtrArray) events = NULL;

      g_free (fixture->cursor);
      fixture->cursor = g_strdup (cursors[i]);
      events = poll_new (fixture);
      g_assert_cmpuint (events->len, ==, 1);
    }
}

static void
test_poll_receiving (TwilioFixture *fixture,
                     gconstpointer  data)
{
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "par", 0, 0);
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GPtrArray) after = NULL;

  fake_twilio_set_status (fixture->fake, sid, "receiving", 0);
  before = poll_new (fixture);
  g_assert_cmpuint (before->len, ==, 0);

  fake_twilio_set_status (fixture->fake, sid, "received", 0);
  fake_twilio_set_member (fixture->fake, sid, "body", "part one and two");
  after = poll_new (fixture);
  g_assert_cmpuint (after->len, ==, 1);
  assert_message (after, 0, "part one and two");
}

static void
test_poll_media (TwilioFixture *fixture,
                 gconstpointer  data)
{
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "", 0, 2);
  g_autoptr(GPtrArray) events = poll_new (fixture);
  CallboardRawEvent *raw = g_ptr_array_index (events, 0);

  g_assert_cmpuint (events->len, ==, 1);
  g_assert_cmpstr (raw->event_id, ==, sid);
  assert_message (events, 0, "");
  g_assert_nonnull (strstr (raw->raw, "\"callboard_media\":[{\"sid\":\"ME00000000000000000000000000000000\""));
  g_assert_nonnull (strstr (raw->raw, "ME00000000000000000000000000000001"));
}

/* A page that cannot be had: nothing is taken, and the next poll begins at the same place. */
static void
test_poll_fault (TwilioFixture *fixture,
                 gconstpointer  data)
{
  const struct { guint status; const char *body; int code; } faults[] = {
    { 200, TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_MALFORMED },
    { 200, "{\"messages\": 3}", CALLBOARD_CHANNEL_ERROR_MALFORMED },
    { 200, TWILIO_DEEP TWILIO_DEEP, CALLBOARD_CHANNEL_ERROR_MALFORMED },
    { 401, TWILIO_HTML, CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 404, "{\"code\": 20404}", CALLBOARD_CHANNEL_ERROR_REFUSED },
    { 429, "", CALLBOARD_CHANNEL_ERROR_BUSY },
    { 503, "", CALLBOARD_CHANNEL_ERROR_FAILED },
    { 302, "", CALLBOARD_CHANNEL_ERROR_FAILED },
  };
  g_autoptr(GPtrArray) events = NULL;

  g_free (fake_twilio_inbound (fixture->fake, TWILIO_TO, "one", 0, 0));

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr(GError) error = NULL;

      fake_twilio_set_answer (fixture->fake, faults[i].status, "application/json", faults[i].body, NULL);
      g_assert_null (twilio_poll (fixture->channel, &fixture->cursor, NULL, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, faults[i].code);
      g_test_message ("%s", error->message);
    }

  fake_twilio_set_answer (fixture->fake, 0, NULL, NULL, NULL);
  events = poll_new (fixture);
  g_assert_cmpuint (events->len, ==, 1);
}

/* Pages lead nowhere else, whatever they say. */
static void
test_poll_foreign_page (gconstpointer data)
{
  PeerStep away[] = { { "HTTP/1.1 200 OK\r\nContent-Length: 15\r\n\r\n{\"messages\":[]}", PEER_KEEP } };
  g_autoptr(RawPeer) elsewhere = raw_peer_new (away, 1);
  g_autofree char *target = g_strconcat (data, raw_peer_get_url (elsewhere) + strlen ("http:"), "/x", NULL);
  g_autofree char *body = g_strdup_printf ("{\"messages\": [], \"next_page_uri\": \"%s\"}", target);
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Length: %u\r\n\r\n%s",
                                             (guint) strlen (body), body);
  PeerStep steps[] = { { answer, PEER_KEEP } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 1);
  g_autofree char *cursor = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) events = twilio_poll (channel, &cursor, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpuint (raw_peer_get_requests (elsewhere), ==, 0);
  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 1);
}

static void
assert_receipt (GPtrArray             *events,
                const char            *event_id,
                CallboardMessageState  state,
                CallboardFailure       failure)
{
  for (guint i = 0; i < events->len; i++)
    {
      CallboardRawEvent *raw = g_ptr_array_index (events, i);
      g_autoptr(CallboardEvent) event = callboard_twilio_parse (raw->raw, NULL);

      if (!g_str_equal (raw->event_id, event_id))
        continue;

      g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_RECEIPT);
      g_assert_cmpint (event->state, ==, state);
      g_assert_cmpint (event->failure, ==, failure);
      return;
    }

  g_assert_not_reached ();
}

static void
test_receipts (TwilioFixture *fixture,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *delivered_id = NULL;
  g_autofree char *failed_id = NULL;

  for (guint i = 0; i < 4; i++)
    {
      g_autoptr(CallboardSendResult) result = twilio_send (fixture->channel, "Hi");

      g_ptr_array_add (pending, g_strdup (result->provider_id));
    }

  g_ptr_array_add (pending, g_strdup ("SM-never-heard-of"));
  fake_twilio_set_status (fixture->fake, pending->pdata[0], "delivered", 0);
  fake_twilio_set_status (fixture->fake, pending->pdata[1], "undelivered", 30003);
  fake_twilio_set_status (fixture->fake, pending->pdata[2], "failed", 30006);
  delivered_id = g_strconcat (pending->pdata[0], ":delivered", NULL);
  failed_id = g_strconcat (pending->pdata[2], ":failed", NULL);

  events = twilio_poll (fixture->channel, &fixture->cursor, pending, NULL);
  g_assert_cmpuint (events->len, ==, 3);
  assert_receipt (events, delivered_id, CALLBOARD_MESSAGE_DELIVERED, CALLBOARD_FAILURE_NONE);
  assert_receipt (events, failed_id, CALLBOARD_MESSAGE_FAILED, CALLBOARD_FAILURE_WRONG_NUMBER);
}

/* Many are found in the list of the newest; those it does not show are asked for in turn. */
static void
test_many_receipts (TwilioFixture *fixture,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) events = NULL;
  g_auto(GStrv) log = NULL;

  for (guint i = 0; i < 250; i++)
    {
      g_autoptr(CallboardSendResult) result = twilio_send (fixture->channel, "Hi");

      g_ptr_array_add (pending, g_strdup (result->provider_id));
      fake_twilio_set_status (fixture->fake, result->provider_id, "delivered", 0);
    }

  g_strfreev (fake_twilio_steal_log (fixture->fake));
  events = twilio_poll (fixture->channel, &fixture->cursor, pending, NULL);
  g_assert_cmpuint (events->len, ==, 250);
  log = fake_twilio_steal_log (fixture->fake);
  g_assert_cmpuint (g_strv_length (log), ==, 4);
  g_assert_cmpstr (log[0], ==, "GET " TWILIO_MESSAGES "?From=%2B447700900000&PageSize=100");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  TWILIO_TEST_ADD ("/twilio/poll/new", NULL, test_poll);
  TWILIO_TEST_ADD ("/twilio/poll/request", NULL, test_poll_request);
  TWILIO_TEST_ADD ("/twilio/poll/pages", NULL, test_poll_pages);
  TWILIO_TEST_ADD ("/twilio/poll/rubbish-cursor", NULL, test_poll_rubbish_cursor);
  TWILIO_TEST_ADD ("/twilio/poll/receiving", NULL, test_poll_receiving);
  TWILIO_TEST_ADD ("/twilio/poll/media", NULL, test_poll_media);
  TWILIO_TEST_ADD ("/twilio/poll/fault", NULL, test_poll_fault);
  TWILIO_TEST_ADD ("/twilio/poll/receipts", NULL, test_receipts);
  TWILIO_TEST_ADD ("/twilio/poll/many-receipts", NULL, test_many_receipts);
  g_test_add_data_func ("/twilio/poll/foreign-page/absolute", "http:", test_poll_foreign_page);
  g_test_add_data_func ("/twilio/poll/foreign-page/no-scheme", "", test_poll_foreign_page);

  return g_test_run ();
}
