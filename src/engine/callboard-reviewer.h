/* callboard-reviewer.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REVIEWER (callboard_reviewer_get_type())

/* Submits the templates of one account to the provider, and keeps what the provider says of them: at once when one was
 * submitted, every 2 minutes while one is looked at, and else every hour, for an approved one may be paused. */
G_DECLARE_FINAL_TYPE (CallboardReviewer, callboard_reviewer, CALLBOARD, REVIEWER, GObject)

/**
 * callboard_reviewer_new:
 * @store: the store
 * @account: the account's id
 * @channel: one that can review
 *
 * Returns: (transfer full): a reviewer at work
 */
CallboardReviewer *callboard_reviewer_new  (CallboardStore    *store,
                                            gint64             account,
                                            CallboardChannel  *channel);

/* What is on its way is given up, and asked for again after the next start. */
void               callboard_reviewer_stop (CallboardReviewer *self);

G_END_DECLS
