/* callboard-sender-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-fetcher.h"
#include "callboard-outbox.h"
#include "callboard-sender.h"

G_BEGIN_DECLS

struct _CallboardSender
{
  GObject           parent_instance;

  CallboardStore   *store;
  CallboardChannel *channel;
  CallboardFetcher *fetcher;
  CallboardParser   parser;
  gint64            account;
  gint64            poll_interval;
  GCancellable     *cancellable;
  char             *trouble;

  /* Out. What is claimed waits in ready for one of the places in flight, as few as keep these busy; what became of it
   * waits in results for the next turn, and in turned for the database to take it. */
  GQueue            ready;
  GPtrArray        *results;
  GPtrArray        *turned;
  guint             in_flight;
  guint             n_asked;
  guint             n_finished;
  guint             ahead;
  guint             due_source;
  guint             keep_source;
  guint             linger_source;
  gint64            next_due;
  double            tokens;
  gint64            tokens_at;

  /* In */
  GHashTable       *looked_up;
  gint64            settle_time;
  guint             settle_source;
  guint             poll_source;
  guint             lookup_source;
  guint             n_lookups;
  gint64            pending_after;

  guint             running : 1;
  guint             idle : 1;
  guint             turning : 1;
  guint             turn_again : 1;
  guint             interpreting : 1;
  guint             interpret_again : 1;
  guint             polling : 1;
  guint             poll_again : 1;
  guint             receiving : 1;
};

void callboard_sender_set_trouble  (CallboardSender     *self,
                                    const char          *trouble);
void callboard_sender_look         (CallboardSender     *self);
void callboard_sender_take_result  (CallboardSender     *self,
                                    CallboardSendResult *result);
void callboard_sender_interpret    (CallboardSender     *self);
void callboard_sender_start_outbox (CallboardSender     *self);
void callboard_sender_stop_outbox  (CallboardSender     *self);
void callboard_sender_start_inbox  (CallboardSender     *self);
void callboard_sender_stop_inbox   (CallboardSender     *self);
void callboard_sender_plan_lookup  (CallboardSender     *self);

G_END_DECLS
