/* callboard-message.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* An outbound message as the outbox commands see it, on the writer thread. */
typedef struct
{
  gint64                 id;
  gint64                 candidate;
  gint64                 application;
  gint64                 enrolment;
  gint64                 attempt;
  CallboardMessageState  state;
  gint64                 account;
  gint64                 shift;
  gboolean               first;
} CallboardOutbound;

/**
 * callboard_outbound_load:
 * @db: a connection
 * @id: which
 * @found: (out): whether there is such a message
 * @self: (out): the message
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_load   (CallboardDb              *db,
                                    gint64                    id,
                                    gboolean                 *found,
                                    CallboardOutbound        *self,
                                    GError                  **error);

/**
 * callboard_outbound_become:
 * @db: the writing connection
 * @self: a message
 * @state: its new state, which the caller has found to be a step forward
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Changes the state, and the status of the enrolment that depends on it.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_become (CallboardDb              *db,
                                    CallboardOutbound        *self,
                                    CallboardMessageState     state,
                                    gint64                    now,
                                    CallboardChanges         *changes,
                                    GError                  **error);

/**
 * callboard_outbound_accept:
 *
 * As callboard_outbound_become() Accepted, under an id of the provider that no other message has.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_accept (CallboardDb              *db,
                                    CallboardOutbound        *self,
                                    const char               *provider_id,
                                    gint64                    now,
                                    CallboardChanges         *changes,
                                    GError                  **error);

/**
 * callboard_outbound_fail:
 *
 * As callboard_outbound_become() Failed, with the reason. An opt-out that the provider knows of is recorded.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_fail   (CallboardDb              *db,
                                    CallboardOutbound        *self,
                                    CallboardFailure          failure,
                                    const char               *code,
                                    const char               *detail,
                                    gint64                    now,
                                    CallboardChanges         *changes,
                                    GError                  **error);

/**
 * callboard_outbound_is_moot:
 * @db: a connection
 * @self: a message that was claimed
 * @moot: (out): whether its campaign has ended while it was on its way, or its person has opted out
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * What is moot is not tried again.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_is_moot  (CallboardDb              *db,
                                      const CallboardOutbound  *self,
                                      gboolean                 *moot,
                                      GError                  **error);

/**
 * callboard_outbound_put_back:
 * @db: the writing connection
 * @self: a message that surely was not accepted
 * @attempt: how many tries are behind it
 * @due: when it may be tried again, the account's time
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Makes it wait again, or cancels it if it is moot.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_outbound_put_back (CallboardDb              *db,
                                      CallboardOutbound        *self,
                                      gint64                    attempt,
                                      gint64                    due,
                                      gint64                    now,
                                      CallboardChanges         *changes,
                                      GError                  **error);

G_END_DECLS
