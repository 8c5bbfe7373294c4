/* callboard-sender.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-sender-private.h"
#include "callboard-util.h"

G_DEFINE_FINAL_TYPE (CallboardSender, callboard_sender, G_TYPE_OBJECT)

enum {
  TROUBLE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* One line in the log per trouble, not one per try. */
void
callboard_sender_set_trouble (CallboardSender *self,
                              const char      *trouble)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  if (!callboard_set_str (&self->trouble, trouble))
    return;

  if (trouble != NULL)
    g_message ("Account %" G_GINT64_FORMAT ": %s", self->account, trouble);

  g_signal_emit (self, signals[TROUBLE_CHANGED], 0);
}

static void
store_changed_cb (CallboardSender  *self,
                  CallboardChanges *changes)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_ACCOUNTS))
    callboard_sender_look (self);

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_INBOX))
    callboard_sender_interpret (self);
}

static void
callboard_sender_dispose (GObject *object)
{
  CallboardSender *self = CALLBOARD_SENDER (object);

  callboard_sender_stop (self);
  g_clear_object (&self->fetcher);

  G_OBJECT_CLASS (callboard_sender_parent_class)->dispose (object);
}

static void
callboard_sender_finalize (GObject *object)
{
  CallboardSender *self = CALLBOARD_SENDER (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->channel);
  g_clear_object (&self->store);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->turned, g_ptr_array_unref);
  g_clear_pointer (&self->looked_up, g_hash_table_unref);
  g_clear_pointer (&self->trouble, g_free);

  G_OBJECT_CLASS (callboard_sender_parent_class)->finalize (object);
}

static void
callboard_sender_class_init (CallboardSenderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = callboard_sender_dispose;
  object_class->finalize = callboard_sender_finalize;

  /**
   * CallboardSender::trouble-changed:
   *
   * callboard_sender_get_trouble() says something else.
   */
  signals[TROUBLE_CHANGED] =
    g_signal_new ("trouble-changed",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 0);
}

static void
callboard_sender_init (CallboardSender *self)
{
  self->cancellable = g_cancellable_new ();
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);
  self->looked_up = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->next_due = G_MAXINT64;
  g_queue_init (&self->ready);
}

CallboardSender *
callboard_sender_new (CallboardStore   *store,
                      gint64            account,
                      CallboardChannel *channel,
                      CallboardParser   parser,
                      gint64            poll_interval)
{
  CallboardSender *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (channel), NULL);
  g_return_val_if_fail (parser != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_SENDER, NULL);
  self->store = g_object_ref (store);
  self->account = account;
  self->channel = g_object_ref (channel);
  self->parser = parser;
  self->poll_interval = poll_interval;
  self->fetcher = callboard_fetcher_new (store, account, channel, parser);
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (callboard_store_get_clock (store), "moved", G_CALLBACK (callboard_sender_look), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
callboard_sender_set_settle_time (CallboardSender *self,
                                  gint64           settle_time)
{
  g_return_if_fail (CALLBOARD_IS_SENDER (self));

  self->settle_time = settle_time;
}

void
callboard_sender_start (CallboardSender *self)
{
  g_return_if_fail (CALLBOARD_IS_SENDER (self));

  if (self->running)
    return;

  self->running = TRUE;
  callboard_sender_interpret (self);
  callboard_sender_start_outbox (self);
  callboard_sender_start_inbox (self);
  callboard_fetcher_start (self->fetcher);
}

void
callboard_sender_stop (CallboardSender *self)
{
  g_return_if_fail (CALLBOARD_IS_SENDER (self));

  self->running = FALSE;
  callboard_sender_stop_outbox (self);
  callboard_sender_stop_inbox (self);
  if (self->fetcher != NULL)
    callboard_fetcher_stop (self->fetcher);
}

gboolean
callboard_sender_is_idle (CallboardSender *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SENDER (self), TRUE);

  return self->in_flight == 0 && self->ready.length == 0 && self->results->len == 0 && self->n_lookups == 0 &&
         !self->turning && !self->interpreting && self->settle_source == 0 && !self->polling && !self->receiving &&
         callboard_fetcher_is_idle (self->fetcher);
}

const char *
callboard_sender_get_trouble (CallboardSender *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SENDER (self), NULL);

  return self->trouble;
}

gint64
callboard_sender_get_next_due (CallboardSender *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SENDER (self), G_MAXINT64);

  return self->next_due;
}
