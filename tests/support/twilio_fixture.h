/* twilio_fixture.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "fake_twilio.h"

G_BEGIN_DECLS

#define TWILIO_TO       "+447700900123"
#define TWILIO_MESSAGES "/2010-04-01/Accounts/" FAKE_TWILIO_ACCOUNT "/Messages.json"
#define TWILIO_HTML     "<!DOCTYPE html><html><body>Sign in to the hotel's network</body></html>"
#define TWILIO_DEEP     "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["

/* A server that stands for Twilio, and a channel that speaks to it. */
typedef struct
{
  FakeTwilio       *fake;
  CallboardChannel *channel;
  char             *cursor;
} TwilioFixture;

#define TWILIO_TEST_ADD(path, data, function) \
  g_test_add (path, TwilioFixture, data, twilio_set_up, function, twilio_tear_down)

void                 twilio_set_up     (TwilioFixture *fixture,
                                        gconstpointer  data);
void                 twilio_tear_down  (TwilioFixture *fixture,
                                        gconstpointer  data);

/* Every request the server has seen since the last call, one line each. */
void                 twilio_assert_log (TwilioFixture *fixture,
                                        const char    *expected);

CallboardChannel    *twilio_open       (const char    *url,
                                        guint          timeout);

/* For asynchronous calls: @user_data is a GAsyncResult **, for which twilio_wait() waits. */
void                 twilio_done_cb    (GObject       *object,
                                        GAsyncResult  *result,
                                        gpointer       user_data);
GAsyncResult        *twilio_wait       (GAsyncResult **done);

/* Sends @body to TWILIO_TO as message 42. */
CallboardSendResult *twilio_send       (CallboardChannel *channel,
                                        const char       *body);

/* Replaces the cursor, if the poll succeeds. */
GPtrArray           *twilio_poll       (CallboardChannel  *channel,
                                        char             **cursor,
                                        GPtrArray         *pending,
                                        GError           **error);

G_END_DECLS
