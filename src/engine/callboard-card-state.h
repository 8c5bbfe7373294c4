/* callboard-card-state.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/**
 * CallboardCardState:
 * @enrolment: the newest of the visit, 0 for none
 * @country: where the number is from
 * @zone: (nullable): where the person lives, if that was set
 * @status: (nullable): of @enrolment
 * @opted_out: whether the person wants no messages
 * @consented: whether an opt-in is recorded for the number
 *
 * A live application as commands find it, on the writer thread.
 */
typedef struct
{
  gint64  application;
  gint64  stage;
  gint64  rank;
  gint64  visit;
  gint64  enrolment;
  gint64  candidate;
  gint64  job;
  char   *country;
  char   *zone;
  char   *status;
  guint   opted_out : 1;
  guint   consented : 1;
} CallboardCardState;

void     callboard_card_state_clear (CallboardCardState        *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallboardCardState, callboard_card_state_clear)

/**
 * callboard_card_state_load:
 * @db: a connection
 * @application: which
 * @self: (out): to be cleared
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND or a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether it is on a board
 */
gboolean callboard_card_state_load  (CallboardDb               *db,
                                     gint64                     application,
                                     CallboardCardState        *self,
                                     GError                   **error);

/**
 * callboard_card_state_cancel:
 * @db: the writing connection
 * @self: a card
 * @now: real time
 * @delay: how long a campaign of the same person that this releases waits before it leaves, microseconds
 * @changes: what changed
 * @error: return location
 *
 * Ends the card's enrolment, if it is open, as Cancelled.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_card_state_cancel (CallboardDb               *db,
                                      const CallboardCardState  *self,
                                      gint64                     now,
                                      gint64                     delay,
                                      CallboardChanges          *changes,
                                      GError                   **error);

G_END_DECLS
