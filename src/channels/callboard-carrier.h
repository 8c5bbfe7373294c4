/* callboard-carrier.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-enums.h"
#include "callboard-http.h"

G_BEGIN_DECLS

/**
 * CallboardCarrier:
 * @channel: (nullable): what carries the messages of an account; %NULL if this program cannot talk to the provider
 * @http: (nullable): what sends its requests
 * @parser: understands its events
 * @poll_interval: microseconds between two polls
 */
typedef struct
{
  CallboardChannel *channel;
  CallboardHttp    *http;
  CallboardParser   parser;
  gint64            poll_interval;
} CallboardCarrier;

void              callboard_carrier_free         (CallboardCarrier   *carrier);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardCarrier, callboard_carrier_free)

/**
 * callboard_carrier_new:
 * @provider: who carries the messages
 * @settings: (nullable): the account's settings, a JSON object. Of Twilio: account_sid, api_key, from,
 *   messaging_service_sid, base_url (texts), rate (messages a second), poll_seconds; of Meta: phone_number_id, waba_id,
 *   version, from, base_url, rate
 * @secret: (nullable): from callboard_secrets_lookup_async()
 *
 * Makes an account's channel. What its settings lack is said by the channel's first request, as a fault of the account.
 *
 * Returns: (transfer full): the carrier
 */
CallboardCarrier *callboard_carrier_new          (CallboardProvider   provider,
                                                  const char         *settings,
                                                  const char         *secret);

/**
 * callboard_carrier_needs_secret:
 * @provider: who carries the messages
 *
 * Returns: whether accounts of @provider have a secret
 */
gboolean          callboard_carrier_needs_secret (CallboardProvider   provider);

G_END_DECLS
