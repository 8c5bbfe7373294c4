/* callboard-health.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-command.h"

G_BEGIN_DECLS

/* How accounts are: what was last heard from their providers, and what waits because of it. Times are real, not the
 * account's. */

/**
 * callboard_health_note:
 * @db: the writing connection
 * @account: whose messages they were
 * @results: (element-type CallboardSendResult): what became of them
 * @jitter: 0 to 1, by how much a back-off is spread
 * @now: real time
 * @changes: what changed
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Keeps the last success and the last fault, and lets the whole account wait: as long as the provider asks, and after the
 * second fault in a row a second, then twice as long each time, up to ten minutes. A success ends it.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_health_note                (CallboardDb                *db,
                                                        gint64                      account,
                                                        GPtrArray                  *results,
                                                        double                      jitter,
                                                        gint64                      now,
                                                        CallboardChanges           *changes,
                                                        GError                    **error);

/**
 * callboard_health_get_back_off:
 * @db: a connection
 * @account: which
 * @until: (out): when the account may send again, 0 if it need not wait
 * @probing: (out): whether one message has to get through before others are sent
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_health_get_back_off        (CallboardDb                *db,
                                                        gint64                      account,
                                                        gint64                     *until,
                                                        gboolean                   *probing,
                                                        GError                    **error);

/**
 * callboard_health_pause_account:
 * @db: the writing connection
 * @account: which
 * @failure: why
 * @code: (nullable): the provider's code
 * @detail: (nullable): the provider's words
 * @now: real time
 * @changes: what changed
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Nothing more is sent until a person resumes the account.
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_health_pause_account       (CallboardDb                *db,
                                                        gint64                      account,
                                                        CallboardFailure            failure,
                                                        const char                 *code,
                                                        const char                 *detail,
                                                        gint64                      now,
                                                        CallboardChanges           *changes,
                                                        GError                    **error);

/**
 * callboard_health_pause_campaign:
 * @db: the writing connection
 * @enrolment: one of the campaign; 0 for none, and then nothing happens
 * @failure: why
 * @code: (nullable): the provider's code
 * @detail: (nullable): the provider's words
 * @now: real time
 * @changes: what changed
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * A fault that everybody would meet: the campaign begins with nobody until callboard_campaign_resume_command_new().
 *
 * Returns: whether nothing went wrong
 */
gboolean          callboard_health_pause_campaign      (CallboardDb                *db,
                                                        gint64                      enrolment,
                                                        CallboardFailure            failure,
                                                        const char                 *code,
                                                        const char                 *detail,
                                                        gint64                      now,
                                                        CallboardChanges           *changes,
                                                        GError                    **error);

/**
 * callboard_campaign_resume_command_new:
 * @campaign: a campaign that was paused
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_campaign_resume_command_new (gint64                     campaign);

/**
 * callboard_account_checked_command_new:
 * @account: which
 * @found: (nullable): what the provider said; copied. %NULL if it refused
 * @words: (nullable): why it refused
 *
 * Keeps what callboard_channel_check_finish() found.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_account_checked_command_new (gint64                      account,
                                                         const CallboardCheckResult *found,
                                                         const char                 *words);

G_END_DECLS
