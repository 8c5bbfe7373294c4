/* callboard-outbox.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-command.h"

G_BEGIN_DECLS

/* Commands of the sender and the poller. */

/**
 * callboard_recover_command_new:
 *
 * To be executed once at the start: messages that were claimed by a program that died are Unknown now.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_recover_command_new          (void);

/**
 * callboard_claim_command_new:
 * @account: whose outbox
 * @limit: how many at most
 *
 * Claims messages that are due: durable before any request leaves. Per person, in the order they were written, one at a
 * time; the first message of an enrolment only if no other campaign of the person is running, else it is Queued.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_claim_command_new            (gint64            account,
                                                          guint             limit);

/**
 * callboard_turn_command_new:
 * @account: whose outbox
 * @limit: how many to claim at most; 0 only records
 * @results: (transfer full) (element-type CallboardSendResult): what became of claimed messages
 * @jitter: 0 to 1, by how much a retry is spread
 *
 * What callboard_record_command_new() and then callboard_claim_command_new() do, in one transaction: a sender that is
 * busy waits for the disk once for many messages.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_turn_command_new             (gint64            account,
                                                          guint             limit,
                                                          GPtrArray        *results,
                                                          double            jitter);

/**
 * callboard_claim_command_get_claimed:
 * @command: an executed claim or turn
 *
 * Returns: (transfer none) (element-type CallboardOutgoing): what to send
 */
GPtrArray        *callboard_claim_command_get_claimed    (CallboardCommand *command);

/**
 * callboard_claim_command_get_next_due:
 * @command: an executed claim or turn
 *
 * Returns: when to look again, real time in microseconds since the epoch, or %G_MAXINT64 if nothing waits
 */
gint64            callboard_claim_command_get_next_due   (CallboardCommand *command);

/**
 * callboard_record_command_new:
 * @results: (transfer full) (element-type CallboardSendResult): what became of claimed messages
 * @jitter: 0 to 1, by how much a retry is spread
 *
 * Records answers of a provider. A retry is due after 5 s, 30 s, 2 min, 10 min with jitter, or later if the provider
 * asked for that; after the fourth it has failed. Faults that are not the person's let the whole account wait, see
 * callboard_health_note(); an account's fault pauses the account, a template's the campaign. What was kept waits as before,
 * unless it has become moot in the meantime.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_record_command_new           (GPtrArray        *results,
                                                          double            jitter);

/**
 * callboard_resolve_command_new:
 * @message: an Unknown message
 * @arrived: whether it arrived; if not it is put into the outbox again
 *
 * What the recruiter says of a message whose answer was lost.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_resolve_command_new          (gint64            message,
                                                          gboolean          arrived);

/**
 * callboard_receive_command_new:
 * @account: where from
 * @events: (transfer full) (element-type CallboardRawEvent): what came
 * @cursor: (nullable): where the next poll begins
 *
 * Stores events durably, before anybody understands them. One that is known already is ignored.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_receive_command_new          (gint64            account,
                                                          GPtrArray        *events,
                                                          const char       *cursor);

/**
 * callboard_interpret_command_new:
 * @account: whose inbox
 * @parser: understands one event
 * @settle_time: how long a message waits at the door for one that was said before, microseconds; 0 if the provider tells
 *   of them in order
 *
 * Understands stored events of an account: receipts, replies that advance a campaign, STOP and START, and everything
 * else, which stands in the conversation. Events are taken in the order in which they happened; one that cannot be applied
 * is set aside and keeps no other from being heard. STOP never waits.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_interpret_command_new        (gint64            account,
                                                          CallboardParser   parser,
                                                          gint64            settle_time);

/**
 * callboard_interpret_command_get_next_due:
 * @command: an executed interpretation
 *
 * Returns: when to come again for a message that waits at the door, real time in microseconds since the epoch, or
 *   %G_MAXINT64
 */
gint64            callboard_interpret_command_get_next_due (CallboardCommand *command);

/**
 * callboard_tick_command_new:
 *
 * Does what has come due and is not in the outbox: enrolments expire.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_tick_command_new             (void);

/**
 * callboard_tick_command_get_next_due:
 * @command: an executed tick
 *
 * Returns: when to tick again, real time in microseconds since the epoch, or %G_MAXINT64
 */
gint64            callboard_tick_command_get_next_due    (CallboardCommand *command);

G_END_DECLS
