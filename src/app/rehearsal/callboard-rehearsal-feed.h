/* callboard-rehearsal-feed.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-context.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* What the simulated phones show, as the store has it. */

/**
 * callboard_rehearsal_feed_load:
 * @context: a started context
 * @candidate: whose phone
 * @messages: (element-type CallboardPhoneMessage): brought up to date
 * @looked: whether somebody looks at the phone, so that what arrived is read
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it could be read
 */
gboolean           callboard_rehearsal_feed_load          (CallboardContext  *context,
                                                           gint64             candidate,
                                                           GListStore        *messages,
                                                           gboolean           looked,
                                                           GError           **error);

/* The time of the phones, microseconds since the epoch. */
gint64             callboard_rehearsal_feed_get_now       (CallboardContext  *context);

/* Which channel they play. */
CallboardRendering callboard_rehearsal_feed_get_rendering (CallboardContext  *context);

/* Returns: (transfer full): whom they talk with */
char              *callboard_rehearsal_feed_get_contact   (CallboardContext  *context);

G_END_DECLS
