/* callboard-twilio-parse.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * callboard_twilio_parse:
 * @raw: a Message resource of Twilio's API, as JSON
 * @error: return location for %CALLBOARD_CHANNEL_ERROR_MALFORMED
 *
 * The #CallboardParser of Twilio. An inbound message is a message, an outbound one is a receipt; a direction or
 * status that is not documented is %CALLBOARD_EVENT_OTHER.
 *
 * Returns: (transfer full): the event
 */
CallboardEvent *callboard_twilio_parse       (const char             *raw,
                                              GError                **error);

/**
 * callboard_twilio_parse_date:
 * @text: (nullable): an RFC 2822 date
 *
 * Returns: microseconds since the epoch, UTC; 0 if @text is not a date
 */
gint64          callboard_twilio_parse_date  (const char             *text);

/**
 * callboard_twilio_parse_state:
 * @status: (nullable): the status of an outbound message
 * @state: (out): the state that stands for it
 *
 * Returns: whether @status is a documented one
 */
gboolean        callboard_twilio_parse_state (const char             *status,
                                              CallboardMessageState  *state);

/**
 * callboard_twilio_is_inbound:
 * @message: a Message resource
 *
 * Returns: whether somebody sent it to us
 */
gboolean        callboard_twilio_is_inbound  (JsonObject             *message);

G_END_DECLS
