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
 * @opted_out_at: when the person had opted out before, 0 if not
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
  gint64                  opted_out_at;
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

/* Does what a message says. */
gboolean callboard_inbound_act   (CallboardDb       *db,
                                  CallboardInbound  *inbound,
                                  CallboardChanges  *changes,
                                  GError           **error);

/* callboard-inbound-files.c: the campaign hears of a file once it is known what it is, and hears what a person says in
 * the order it was said. Until then a message waits: it stands in the conversation, and its row says so. */
gboolean callboard_inbound_must_wait  (CallboardDb       *db,
                                       CallboardInbound  *inbound,
                                       gboolean          *wait,
                                       GError           **error);
gboolean callboard_inbound_put_off    (CallboardDb       *db,
                                       CallboardInbound  *inbound,
                                       GError           **error);

/* (element-type CallboardReplyFile): without what was refused, except for its size */
GArray  *callboard_inbound_load_files (CallboardDb       *db,
                                       gint64             message,
                                       GError           **error);

G_END_DECLS
