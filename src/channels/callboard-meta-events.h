/* callboard-meta-events.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/* Meta's webhooks come with up to 3 MB. */
#define CALLBOARD_META_MAX_WEBHOOK (4 * 1024 * 1024)

/**
 * callboard_meta_events_split:
 * @body: the body of a webhook
 * @phone_number_id: (nullable): the number to read for, %NULL for any
 * @error: return location for %CALLBOARD_CHANNEL_ERROR_MALFORMED
 *
 * Takes a webhook of WhatsApp apart: it may tell of many messages and statuses, of several numbers. What is told of
 * another number than @phone_number_id is left out. What is not known is kept as it is.
 *
 * The raw text of a message is {"metadata", "contacts", "message"}, of a status {"metadata", "status"}, of anything else
 * {"field", "value"}; callboard_meta_parse() reads them. The event id is the message's id, or the id and the status.
 *
 * Returns: (transfer full) (element-type CallboardRawEvent): the events in the order in which they stand there
 */
GPtrArray *callboard_meta_events_split (GBytes      *body,
                                        const char  *phone_number_id,
                                        GError     **error);

G_END_DECLS
