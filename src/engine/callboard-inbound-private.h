/* callboard-inbound-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-inbound.h"

G_BEGIN_DECLS

/**
 * CallboardInbound:
 * @enrolment: the campaign it may answer, 0 if there is none
 * @application: the application it belongs to, 0 if there is none
 * @message: its row, 0 until it has one
 * @opted_out: whether the person had opted out before
 * @waited: whether the campaign had something to say that waited for this message
 * @held: whether a person has taken the conversation over
 * @language: of the campaign
 * @zone: (nullable): where the candidate lives
 * @quoted: (nullable): the step whose message it quotes
 *
 * One message from a candidate on its way through.
 */
typedef struct
{
  const CallboardAccount *account;
  const CallboardEvent   *event;
  gint64                  now;
  gint64                  candidate;
  gint64                  application;
  gint64                  enrolment;
  gint64                  message;
  gboolean                opted_out;
  gboolean                waited;
  gboolean                held;
  char                   *language;
  char                   *zone;
  char                   *quoted;
} CallboardInbound;

void     callboard_inbound_clear (CallboardInbound  *inbound);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallboardInbound, callboard_inbound_clear)

/* Finds out who wrote, and which conversation it belongs to; the candidate is 0 if nobody has that number. */
gboolean callboard_inbound_find  (CallboardDb       *db,
                                  CallboardInbound  *inbound,
                                  GError           **error);

G_END_DECLS
