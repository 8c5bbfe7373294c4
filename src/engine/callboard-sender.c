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

#define MAX_IN_FLIGHT  32
#define MAX_WAIT_MS    (24 * 60 * 60 * 1000)
#define FAULT_WAIT_MS  2000

/* How much of a second's messages may leave at once. */
#define BURST_SECONDS  0.02

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

static gboolean
look_again_cb (gpointer user_data)
{
  CallboardSender *self = user_data;

  self->due_source = 0;
  callboard_sender_look (self);

  return G_SOURCE_REMOVE;
}

static void
wake_in (CallboardSender *self,
         guint            milliseconds)
{
  g_clear_handle_id (&self->due_source, g_source_remove);
  self->due_source = g_timeout_add (milliseconds, look_again_cb, self);
}

static void
wake_at (CallboardSender *self,
         gint64           due)
{
  gint64 wait = (due - callboard_clock_now (callboard_store_get_clock (self->store))) / 1000 + 1;

  self->next_due = due;
  if (due != G_MAXINT64)
    wake_in (self, CLAMP (wait, 0, MAX_WAIT_MS));
}

static void
refill (CallboardSender *self)
{
  double rate = callboard_channel_get_rate (self->channel);
  gint64 now = g_get_monotonic_time ();

  self->tokens += (now - self->tokens_at) * rate / CALLBOARD_SECOND;
  self->tokens = MIN (self->tokens, MAX (1.0, rate * BURST_SECONDS));
  self->tokens_at = now;
}

/* How many may be claimed now; if none because of the rate, looks again when one may. */
static guint
count_allowance (CallboardSender *self)
{
  guint free_places = MAX_IN_FLIGHT - MIN (self->in_flight, MAX_IN_FLIGHT);

  refill (self);
  if (self->tokens < 1.0)
    {
      wake_in (self, 1 + (1.0 - self->tokens) * 1000.0 / callboard_channel_get_rate (self->channel));
      return 0;
    }

  return MIN (free_places, (guint) self->tokens);
}

static void record (CallboardSender *self);

static gboolean
record_again_cb (gpointer user_data)
{
  g_autoptr(CallboardSender) self = user_data;

  self->recording = FALSE;
  record (self);

  return G_SOURCE_REMOVE;
}

typedef struct
{
  CallboardSender *self;
  GPtrArray       *results;
} Recording;

static void
recording_free (Recording *recording)
{
  g_clear_object (&recording->self);
  g_clear_pointer (&recording->results, g_ptr_array_unref);
  g_free (recording);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Recording, recording_free)

/* What the provider said must not be lost: it is kept until the database has taken it. */
static void
keep_results (CallboardSender *self,
              GPtrArray       *results)
{
  g_ptr_array_extend_and_steal (results, g_steal_pointer (&self->results));
  self->results = g_ptr_array_ref (results);
  g_timeout_add (FAULT_WAIT_MS, record_again_cb, g_object_ref (self));
}

/* What has to be tried again says nothing good of the provider. */
static gboolean
has_answer (GPtrArray *results)
{
  for (guint i = 0; i < results->len; i++)
    {
      const CallboardSendResult *result = g_ptr_array_index (results, i);

      if (result->outcome == CALLBOARD_OUTCOME_ACCEPTED || result->outcome == CALLBOARD_OUTCOME_FAILED)
        return TRUE;
    }

  return FALSE;
}

static void
recorded_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Recording) recording = user_data;
  CallboardSender *self = recording->self;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (command == NULL)
    {
      callboard_sender_set_trouble (self, error->message);
      keep_results (self, recording->results);
      return;
    }

  self->recording = FALSE;
  if (has_answer (recording->results))
    callboard_sender_set_trouble (self, NULL);
  callboard_sender_plan_lookup (self);
  record (self);
  callboard_sender_look (self);
}

static void
record (CallboardSender *self)
{
  g_autoptr(CallboardCommand) command = NULL;
  Recording *recording;

  if (self->recording || self->results->len == 0)
    return;

  self->recording = TRUE;
  recording = g_new0 (Recording, 1);
  recording->self = g_object_ref (self);
  recording->results = g_steal_pointer (&self->results);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);
  command = callboard_record_command_new (g_ptr_array_ref (recording->results), g_random_double ());
  callboard_store_execute_async (self->store, command, NULL, recorded_cb, recording);
}

void
callboard_sender_take_result (CallboardSender     *self,
                              CallboardSendResult *result)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  g_ptr_array_add (self->results, result);
  record (self);
}

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;

  self->in_flight--;
  callboard_sender_take_result (self, callboard_channel_send_finish (CALLBOARD_CHANNEL (object), result));
  callboard_sender_look (self);
}

static void
send (CallboardSender         *self,
      const CallboardOutgoing *outgoing)
{
  self->in_flight++;
  self->tokens -= 1.0;
  callboard_channel_send_async (self->channel, outgoing, self->cancellable, sent_cb, g_object_ref (self));
}

static void
claimed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  GPtrArray *claimed;

  self->claiming = FALSE;
  if (command == NULL)
    {
      callboard_sender_set_trouble (self, error->message);
      wake_in (self, FAULT_WAIT_MS);
      return;
    }

  claimed = callboard_claim_command_get_claimed (command);
  for (guint i = 0; i < claimed->len; i++)
    send (self, g_ptr_array_index (claimed, i));

  wake_at (self, callboard_claim_command_get_next_due (command));
  if (claimed->len > 0 || self->claim_again)
    callboard_sender_look (self);
}

void
callboard_sender_look (CallboardSender *self)
{
  g_autoptr(CallboardCommand) command = NULL;
  guint allowance;

  g_assert (CALLBOARD_IS_SENDER (self));

  self->claim_again = self->claiming;
  if (!self->running || self->claiming)
    return;

  allowance = count_allowance (self);
  if (allowance == 0)
    return;

  self->claiming = TRUE;
  command = callboard_claim_command_new (self->account, allowance);
  callboard_store_execute_async (self->store, command, NULL, claimed_cb, g_object_ref (self));
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
  g_clear_object (&self->channel);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_sender_parent_class)->dispose (object);
}

static void
callboard_sender_finalize (GObject *object)
{
  CallboardSender *self = CALLBOARD_SENDER (object);

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->results, g_ptr_array_unref);
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
  self->tokens_at = g_get_monotonic_time ();
  self->tokens = 1.0;
  callboard_sender_interpret (self);
  callboard_sender_look (self);
  callboard_sender_start_inbox (self);
  callboard_fetcher_start (self->fetcher);
}

void
callboard_sender_stop (CallboardSender *self)
{
  g_return_if_fail (CALLBOARD_IS_SENDER (self));

  self->running = FALSE;
  self->next_due = G_MAXINT64;
  g_clear_handle_id (&self->due_source, g_source_remove);
  callboard_sender_stop_inbox (self);
  if (self->fetcher != NULL)
    callboard_fetcher_stop (self->fetcher);
}

gboolean
callboard_sender_is_idle (CallboardSender *self)
{
  g_return_val_if_fail (CALLBOARD_IS_SENDER (self), TRUE);

  return self->in_flight == 0 && self->results->len == 0 && self->n_lookups == 0 &&
         !self->claiming && !self->recording && !self->interpreting && !self->polling && !self->receiving &&
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
