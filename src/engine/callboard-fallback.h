/* callboard-fallback.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-message.h"

G_BEGIN_DECLS

/**
 * callboard_fallback_try:
 * @db: the writing connection
 * @message: a message that has just failed
 * @failure: why
 * @now: the account's time
 * @taken: (out): whether its campaign goes on by text
 * @changes: what changed
 * @error: return location
 *
 * A campaign whose first message found a number that surely is not on WhatsApp begins again by text, within the same
 * enrolment: if the campaign allows it and has nothing that a text cannot carry, and if there is an active account for
 * texts. A rehearsal never goes on through a real account.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_fallback_try (CallboardDb              *db,
                                 const CallboardOutbound  *message,
                                 CallboardFailure          failure,
                                 gint64                    now,
                                 gboolean                 *taken,
                                 CallboardChanges         *changes,
                                 GError                  **error);

G_END_DECLS
