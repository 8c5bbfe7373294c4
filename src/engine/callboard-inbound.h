/* callboard-inbound.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-enrolment.h"

G_BEGIN_DECLS

/**
 * callboard_inbound_take:
 * @db: the writing connection
 * @account: where it came in
 * @event: a message from a candidate
 * @now: the account's time
 * @stranger: (out): whether nobody has that number
 * @changes: what changed
 * @error: return location
 *
 * Puts a message into the conversation and does what it says: STOP first, then START, HELP and WITHDRAW, then the
 * answer to the running campaign. What fits nowhere, or comes while a person has taken over, stands in the conversation,
 * unread. What waited for the person is let go. The same message again does nothing.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_inbound_take (CallboardDb             *db,
                                 const CallboardAccount  *account,
                                 const CallboardEvent    *event,
                                 gint64                   now,
                                 gboolean                *stranger,
                                 CallboardChanges        *changes,
                                 GError                 **error);

/**
 * callboard_inbound_keep:
 * @db: the writing connection
 * @account: where it came in
 * @event: a message from a candidate
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * For a message that callboard_inbound_take() failed at: it stands in the conversation, for a person to look at.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_inbound_keep (CallboardDb             *db,
                                 const CallboardAccount  *account,
                                 const CallboardEvent    *event,
                                 gint64                   now,
                                 CallboardChanges        *changes,
                                 GError                 **error);

/**
 * callboard_inbound_hear_waiting:
 * @db: the writing connection
 * @account: where it came in
 * @candidate: who wrote
 * @parser: understands the events of @account
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Lets the campaign hear the messages that waited for their files, and those that came after them, in order, up to the
 * first of which a file is still missing.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_inbound_hear_waiting (CallboardDb             *db,
                                         const CallboardAccount  *account,
                                         gint64                   candidate,
                                         CallboardParser          parser,
                                         gint64                   now,
                                         CallboardChanges        *changes,
                                         GError                 **error);

G_END_DECLS
