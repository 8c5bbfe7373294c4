/* callboard-twilio-webhook.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * callboard_twilio_webhook_read:
 * @body: a form as Twilio posts it
 * @now: when it came, microseconds since the epoch, UTC; Twilio's webhooks say nothing of the time
 * @error: return location for %CALLBOARD_CHANNEL_ERROR_MALFORMED
 *
 * Makes the event that polling would have made of the same message or status, so that what comes both ways is known again
 * and callboard_twilio_parse() understands it.
 *
 * Returns: (transfer full): the event
 */
CallboardRawEvent *callboard_twilio_webhook_read (GBytes  *body,
                                                  gint64   now,
                                                  GError **error);

G_END_DECLS
