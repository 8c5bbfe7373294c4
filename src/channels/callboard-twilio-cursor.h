/* callboard-twilio-cursor.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How far inbound messages have been read: see CallboardTwilio. */
typedef struct _CallboardTwilioCursor CallboardTwilioCursor;

/**
 * callboard_twilio_cursor_new:
 * @text: (nullable): what callboard_twilio_cursor_to_text() gave; anything else starts anew
 * @now: microseconds since the epoch, UTC
 *
 * Returns: (transfer full): the cursor
 */
CallboardTwilioCursor *callboard_twilio_cursor_new     (const char            *text,
                                                        gint64                 now);
void                   callboard_twilio_cursor_free    (CallboardTwilioCursor *cursor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTwilioCursor, callboard_twilio_cursor_free)

/* The first day to list, "YYYY-MM-DD", UTC: one before the newest message's. */
char                  *callboard_twilio_cursor_dup_day (CallboardTwilioCursor *cursor);

gboolean               callboard_twilio_cursor_knows   (CallboardTwilioCursor *cursor,
                                                        const char            *sid);

/* Messages are added as they are listed, newest first. @at may be 0. */
void                   callboard_twilio_cursor_add     (CallboardTwilioCursor *cursor,
                                                        const char            *sid,
                                                        gint64                 at);
char                  *callboard_twilio_cursor_to_text (CallboardTwilioCursor *cursor);

G_END_DECLS
