/* callboard-sender.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_SENDER (callboard_sender_get_type())

/* Carries one account's outbox out and its inbox in: claims what is due, sends it through the channel, records the
 * answers in batches, in turns: one transaction records what was answered and claims what goes next; polls, stores and interprets what came. Sleeps until something is due. */
G_DECLARE_FINAL_TYPE (CallboardSender, callboard_sender, CALLBOARD, SENDER, GObject)

/**
 * callboard_sender_new:
 * @store: the store
 * @account: the account's id
 * @channel: carries its messages
 * @parser: understands its events
 * @poll_interval: microseconds between two polls while something is expected
 *
 * Returns: (transfer full): a sender that does nothing yet
 */
CallboardSender *callboard_sender_new      (CallboardStore   *store,
                                            gint64            account,
                                            CallboardChannel *channel,
                                            CallboardParser   parser,
                                            gint64            poll_interval);

/* What was said before and is still under way arrives within this, microseconds. */
#define CALLBOARD_SETTLE_TIME (1500 * G_TIME_SPAN_MILLISECOND)

/**
 * callboard_sender_set_settle_time:
 * @self: a sender
 * @settle_time: how long a message waits for one that was said before it, microseconds; 0, as at first, for a channel
 *   that tells of them in order
 */
void             callboard_sender_set_settle_time (CallboardSender *self,
                                                   gint64           settle_time);

/**
 * callboard_sender_start:
 * @self: a sender
 *
 * Starts to send and to poll. The store has recovered (callboard_recover_command_new()).
 */
void             callboard_sender_start    (CallboardSender  *self);

/**
 * callboard_sender_stop:
 * @self: a sender
 *
 * Claims nothing more, and gives back what is claimed and has not left. Requests that have left are awaited for as long as
 * the main loop runs.
 */
void             callboard_sender_stop     (CallboardSender  *self);

/**
 * callboard_sender_poll:
 * @self: a sender
 *
 * Polls now.
 */
void             callboard_sender_poll     (CallboardSender  *self);

/**
 * callboard_sender_is_idle:
 * @self: a sender
 *
 * Returns: whether no request is under way, no answer waits to be recorded and nothing that came waits to be heard
 */
gboolean         callboard_sender_is_idle  (CallboardSender  *self);

/**
 * callboard_sender_get_trouble:
 * @self: a sender
 *
 * Returns: (transfer none) (nullable): why the provider or the database cannot be used at present, in the user's words;
 *   #CallboardSender::trouble-changed tells when that changes
 */
const char      *callboard_sender_get_trouble (CallboardSender  *self);

/**
 * callboard_sender_get_next_due:
 * @self: a sender
 *
 * Returns: when it will claim next, real time in microseconds since the epoch, or %G_MAXINT64 if nothing waits
 */
gint64           callboard_sender_get_next_due (CallboardSender *self);

G_END_DECLS
