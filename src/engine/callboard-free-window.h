/* callboard-free-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* WhatsApp's window (product.md, section 5): for 24 hours after each message from the person, free messages may be sent;
 * after that only templates. Other channels have none: it is always open. Times are the account's. */

#define CALLBOARD_FREE_WINDOW (24 * G_TIME_SPAN_HOUR)

/**
 * callboard_free_window_check:
 * @db: a connection
 * @account: what carries the messages
 * @candidate: who
 * @now: the account's time
 * @open: (out): whether free messages may be sent
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it could be found out
 */
gboolean callboard_free_window_check   (CallboardDb             *db,
                                        const CallboardAccount  *account,
                                        gint64                   candidate,
                                        gint64                   now,
                                        gboolean                *open,
                                        GError                 **error);

/**
 * callboard_free_window_park:
 * @db: the writing connection
 * @message: an outbound message that may not leave now
 * @changes: what changed
 * @error: return location
 *
 * Lets a message wait for the person: it has no time until callboard_free_window_release().
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_free_window_park    (CallboardDb             *db,
                                        gint64                   message,
                                        CallboardChanges        *changes,
                                        GError                 **error);

/**
 * callboard_free_window_release:
 * @db: the writing connection
 * @account: where the person wrote
 * @candidate: who
 * @now: the account's time
 * @n_steps: (out): how many steps of campaigns were let go
 * @changes: what changed
 * @error: return location
 *
 * Lets go what waited for the person, in the order it was written.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_free_window_release (CallboardDb             *db,
                                        const CallboardAccount  *account,
                                        gint64                   candidate,
                                        gint64                   now,
                                        guint                   *n_steps,
                                        CallboardChanges        *changes,
                                        GError                 **error);

G_END_DECLS
