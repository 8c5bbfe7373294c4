/* twilio_fixture.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "twilio_fixture.h"

#include "callboard-twilio.h"

void
twilio_done_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

GAsyncResult *
twilio_wait (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *done;
}

CallboardChannel *
twilio_open (const char *url,
             guint       timeout)
{
  CallboardTwilioConfig config = {
    .account_sid = FAKE_TWILIO_ACCOUNT, .secret = FAKE_TWILIO_SECRET, .from = FAKE_TWILIO_NUMBER,
    .base_url = url, .rate = 10, .timeout = timeout,
  };

  return CALLBOARD_CHANNEL (callboard_twilio_new (&config));
}

CallboardSendResult *
twilio_send (CallboardChannel *channel,
             const char       *body)
{
  CallboardOutgoing outgoing = { .id = 42, .key = (char *) "k", .to = (char *) TWILIO_TO, .body = (char *) body };
  g_autoptr(GAsyncResult) done = NULL;
  CallboardSendResult *result;

  callboard_channel_send_async (channel, &outgoing, NULL, twilio_done_cb, &done);
  result = callboard_channel_send_finish (channel, twilio_wait (&done));
  g_assert_cmpint (result->message_id, ==, 42);

  return result;
}

GPtrArray *
twilio_poll (CallboardChannel  *channel,
             char             **cursor,
             GPtrArray         *pending,
             GError           **error)
{
  g_autoptr(GAsyncResult) done = NULL;
  g_autofree char *next = NULL;
  GPtrArray *events;

  callboard_channel_poll_async (channel, *cursor, pending, NULL, twilio_done_cb, &done);
  events = callboard_channel_poll_finish (channel, twilio_wait (&done), &next, error);

  if (events != NULL)
    {
      g_free (*cursor);
      *cursor = g_steal_pointer (&next);
    }

  return events;
}

void
twilio_set_up (TwilioFixture *fixture,
               gconstpointer  data)
{
  fixture->fake = fake_twilio_new ();
  fixture->channel = twilio_open (fake_twilio_get_url (fixture->fake), 5);
}

void
twilio_tear_down (TwilioFixture *fixture,
                  gconstpointer  data)
{
  g_assert_finalize_object (fixture->channel);
  fake_twilio_free (fixture->fake);
  g_free (fixture->cursor);
}

void
twilio_assert_log (TwilioFixture *fixture,
                   const char    *expected)
{
  g_auto(GStrv) log = fake_twilio_steal_log (fixture->fake);
  g_autofree char *text = g_strjoinv ("\n", log);

  g_assert_cmpstr (text, ==, expected);
}
