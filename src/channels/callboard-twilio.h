/* callboard-twilio.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-http.h"

G_BEGIN_DECLS

#define CALLBOARD_TWILIO_BASE_URL "https://api.twilio.com"

/**
 * CallboardTwilioConfig:
 * @account_sid: "AC…"
 * @api_key: (nullable): "SK…"; without it the account SID is the user of Basic auth
 * @secret: the secret of @api_key, or the account's auth token
 * @from: (nullable): the sender, E.164; needed to receive only its messages
 * @messaging_service_sid: (nullable): "MG…", used instead of @from if set
 * @base_url: (nullable): where the API is, %NULL for Twilio's; https, or http on this machine only
 * @rate: messages a second, 0 for 1
 * @timeout: seconds without progress after which a request is given up, 0 for 30
 *
 * What an account says. Only read while the channel is created.
 */
typedef struct
{
  const char *account_sid;
  const char *api_key;
  const char *secret;
  const char *from;
  const char *messaging_service_sid;
  const char *base_url;
  double      rate;
  guint       timeout;
} CallboardTwilioConfig;

#define CALLBOARD_TYPE_TWILIO (callboard_twilio_get_type())

/* Twilio's Programmable Messaging, for SMS. What comes in and what became of messages is found by polling.
 *
 * The cursor of a poll is JSON: "day", the UTC day of the newest message seen, and "seen", the newest sids. A poll
 * lists from the day before, newest first, and walks until a whole page is known; messages that come in between two
 * polls are so found as long as they are fewer than a day late. A poll that found nothing new returns the cursor it
 * was given, byte for byte. A poll that fails half way returns nothing, and the next begins at the same place. */
G_DECLARE_FINAL_TYPE (CallboardTwilio, callboard_twilio, CALLBOARD, TWILIO, GObject)

/**
 * callboard_twilio_new:
 * @config: the account; copied
 *
 * What is wrong with @config is said by the first request, as a fault of the account, and nothing is sent.
 *
 * Returns: (transfer full): a #CallboardChannel
 */
CallboardTwilio *callboard_twilio_new          (const CallboardTwilioConfig  *config);

/**
 * callboard_twilio_get_http:
 * @self: a channel
 *
 * Returns: (transfer none): what sends its requests
 */
CallboardHttp   *callboard_twilio_get_http     (CallboardTwilio              *self);

G_END_DECLS
