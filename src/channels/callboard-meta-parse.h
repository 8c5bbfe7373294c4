/* callboard-meta-parse.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"

G_BEGIN_DECLS

/**
 * callboard_meta_parse:
 * @raw: an event of callboard_meta_events_split()
 * @error: return location for %CALLBOARD_CHANNEL_ERROR_MALFORMED
 *
 * A #CallboardParser for WhatsApp's Cloud API, also where 360dialog hands it on. What cannot be an answer, such as a
 * reaction, is of no matter; so is a message of somebody of whom WhatsApp tells no number.
 *
 * Returns: (transfer full): the event, or %NULL
 */
CallboardEvent *callboard_meta_parse (const char  *raw,
                                      GError     **error);

G_END_DECLS
