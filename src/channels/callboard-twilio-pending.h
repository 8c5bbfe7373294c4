/* callboard-twilio-pending.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Messages whose final status a poll wants to know. Few are asked for one by one. Of many the newest are looked for in
 * the list first, some pages of it, and of those it does not show some are asked for at each poll, in turn. */
typedef struct _CallboardTwilioPending CallboardTwilioPending;

/**
 * callboard_twilio_pending_new:
 * @sids: (nullable) (element-type utf8): which messages
 *
 * Returns: (transfer full): the messages
 */
CallboardTwilioPending *callboard_twilio_pending_new         (GPtrArray              *sids);
void                    callboard_twilio_pending_free        (CallboardTwilioPending *pending);

/* Whether they are so many that the list is worth its while, and another page of it. */
gboolean                callboard_twilio_pending_wants_page  (CallboardTwilioPending *pending);

/**
 * callboard_twilio_pending_read_page:
 * @pending: the messages
 * @messages: a page of the list
 * @events: (element-type CallboardRawEvent): receipts are added to it
 */
void                    callboard_twilio_pending_read_page   (CallboardTwilioPending *pending,
                                                              JsonArray              *messages,
                                                              GPtrArray              *events);

/* As callboard_twilio_pending_read_page(), for one message that was asked for. */
void                    callboard_twilio_pending_read        (CallboardTwilioPending *pending,
                                                              JsonObject             *message,
                                                              GPtrArray              *events);

/**
 * callboard_twilio_pending_take_sid:
 * @pending: the messages
 * @turn: (inout): where this poll begins; kept for the next
 *
 * Returns: (transfer full) (nullable): the next message to ask for, escaped; %NULL if that is enough for one poll
 */
char                   *callboard_twilio_pending_take_sid    (CallboardTwilioPending *pending,
                                                              guint                  *turn);

G_END_DECLS
