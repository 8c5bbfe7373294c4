/* callboard-queries-talk.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/**
 * CallboardTalk:
 * @can_hold: whether a campaign talks with the person that could be paused
 * @held: whether a person has taken the conversation over
 * @waits_reply: whether the campaign has something to say that waits until the person writes
 * @has_window: whether the channel allows free messages only for a while after each one from the person
 * @window_closes_at: when they end, real time in microseconds since the epoch, UTC; 0 if the person never wrote
 *
 * Who talks with a candidate, and whether a typed reply may leave.
 */
typedef struct
{
  gboolean can_hold;
  gboolean held;
  gboolean waits_reply;
  gboolean has_window;
  gint64   window_closes_at;
} CallboardTalk;

/**
 * callboard_queries_load_talk:
 * @db: a connection
 * @application: a card
 * @talk: (out): what is known
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it could be read; of a card that is not there nothing is known
 */
gboolean callboard_queries_load_talk (CallboardDb    *db,
                                      gint64          application,
                                      CallboardTalk  *talk,
                                      GError        **error);

G_END_DECLS
