/* callboard-media.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"
#include "callboard-message.h"

G_BEGIN_DECLS

/* The files of outbound messages, on the writer thread. */

/**
 * callboard_media_has_file:
 * @hash: SHA-256 of a file
 * @db: a #CallboardDb
 *
 * A #CallboardHasFile.
 *
 * Returns: whether the file is in the data directory of @db
 */
gboolean        callboard_media_has_file (const char                *hash,
                                          gpointer                   db);

/**
 * callboard_media_insert:
 * @db: the writing connection
 * @message: the row of an outbound message
 * @file: (nullable): what it carries; %NULL does nothing
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean        callboard_media_insert   (CallboardDb               *db,
                                          gint64                     message,
                                          const CallboardScriptFile *file,
                                          GError                   **error);

/**
 * callboard_media_load:
 * @db: a connection
 * @message: the row of an outbound message
 * @media: (out) (nullable) (transfer full): the file it carries, without its path
 * @error: return location
 *
 * Returns: whether nothing went wrong
 */
gboolean        callboard_media_load     (CallboardDb               *db,
                                          gint64                     message,
                                          CallboardMedia           **media,
                                          GError                   **error);

/**
 * callboard_media_find_wait:
 * @db: a connection
 * @enrolment: whose next step it is
 * @message: the step's row
 * @now: real time
 * @until: (out): when the step may leave; 0 if it may now
 * @error: return location
 *
 * A step waits for the receipt of a picture, video or document before it, at most 15 s (product.md, section 5): large
 * files overtake nothing.
 *
 * Returns: whether nothing went wrong
 */
gboolean        callboard_media_find_wait (CallboardDb              *db,
                                           gint64                    enrolment,
                                           gint64                    message,
                                           gint64                    now,
                                           gint64                   *until,
                                           GError                  **error);

/**
 * callboard_media_arrived:
 * @db: the writing connection
 * @message: an outbound message that was delivered
 * @now: the account's time
 * @error: return location
 *
 * Lets the step go that waited for it.
 *
 * Returns: whether nothing went wrong
 */
gboolean        callboard_media_arrived  (CallboardDb               *db,
                                          const CallboardOutbound   *message,
                                          gint64                     now,
                                          GError                   **error);

G_END_DECLS
