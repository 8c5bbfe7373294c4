/* callboard-context.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-sender.h"
#include "callboard-store.h"

G_BEGIN_DECLS

typedef struct _CallboardRehearsal CallboardRehearsal;

#define CALLBOARD_TYPE_CONTEXT (callboard_context_get_type())

/* The running office: the store, and for each active account a channel with its sender. Both the window and callboardctl
 * have one. */
G_DECLARE_FINAL_TYPE (CallboardContext, callboard_context, CALLBOARD, CONTEXT, GObject)

/**
 * callboard_context_new:
 * @store: an open store
 *
 * Returns: (transfer full): a context that does not send yet
 */
CallboardContext   *callboard_context_new           (CallboardStore    *store);

/**
 * callboard_context_start:
 * @self: a context
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Recovers what a dead program left claimed, makes sure that there is a rehearsal account, then starts a sender per
 * active account, and follows changes of accounts.
 *
 * Returns: whether it runs
 */
gboolean            callboard_context_start         (CallboardContext  *self,
                                                     GError           **error);

/**
 * callboard_context_stop:
 * @self: a context
 *
 * Claims nothing more, and gives back what has not left. Requests that have left are awaited for as long as the main loop
 * runs and callboard_context_is_idle() says no.
 */
void                callboard_context_stop          (CallboardContext  *self);
CallboardStore     *callboard_context_get_store     (CallboardContext  *self);

/**
 * callboard_context_get_rehearsal:
 * @self: a started context
 *
 * Returns: (transfer none): the simulated phones
 */
CallboardRehearsal *callboard_context_get_rehearsal (CallboardContext  *self);

/**
 * callboard_context_get_rehearsal_account:
 * @self: a started context
 *
 * Returns: the id of the rehearsal account
 */
gint64              callboard_context_get_rehearsal_account (CallboardContext *self);

/**
 * callboard_context_get_trouble:
 * @self: a context
 *
 * Returns: (transfer none) (nullable): why a provider or the database cannot be used at present, in the user's words;
 *   #CallboardContext::trouble-changed tells when that changes
 */
const char         *callboard_context_get_trouble   (CallboardContext  *self);

/**
 * callboard_context_is_idle:
 * @self: a context
 *
 * Returns: whether no request is under way, also none of a stopped context, and all answers are recorded
 */
gboolean            callboard_context_is_idle       (CallboardContext  *self);

/**
 * callboard_context_get_next_due:
 * @self: a context
 *
 * Returns: when the next message leaves, real time in microseconds since the epoch, or %G_MAXINT64
 */
gint64              callboard_context_get_next_due  (CallboardContext  *self);

/**
 * callboard_context_poll:
 * @self: a context
 *
 * Asks every provider now.
 */
void                callboard_context_poll          (CallboardContext  *self);

G_END_DECLS
