/* callboard-sender-outbox.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-sender-private.h"

#define MAX_IN_FLIGHT  32
#define MAX_AHEAD      320
#define MAX_WAIT_MS    (24 * 60 * 60 * 1000)
#define FAULT_WAIT_MS  2000

/* While more answers are about to come, a turn waits so long for them. */
#define LINGER_MS      5

/* What changes is mostly another account's: one that found nothing waits so long for more changes before it looks. */
#define IDLE_MS        20

/* What was claimed and could not leave within this time goes back into the outbox. */
#define MAX_KEEP       CALLBOARD_SECOND

/* How much of a second's messages may leave at once. */
#define BURST_SECONDS  0.02

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

static gint64
get_now (CallboardSender *self)
{
  return callboard_clock_now (callboard_store_get_clock (self->store));
}

static void
wake_at (CallboardSender *self,
         gint64           due)
{
  gint64 wait = (due - get_now (self)) / 1000 + 1;

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

/* How many may be claimed now: a token is there for each, so that what is claimed waits for nothing but a place. If there
 * are none because of the rate, looks again when one may be. */
static guint
count_allowance (CallboardSender *self)
{
  guint taken = self->in_flight + self->ready.length;
  double tokens;

  refill (self);
  tokens = self->tokens - self->ready.length;
  if (tokens < 1.0)
    {
      wake_in (self, 1 + (1.0 - tokens) * 1000.0 / callboard_channel_get_rate (self->channel));
      return 0;
    }

  return MIN (MAX_IN_FLIGHT + self->ahead - MIN (taken, MAX_IN_FLIGHT + self->ahead), tokens);
}

static void
keep (CallboardSender   *self,
      CallboardOutgoing *outgoing)
{
  g_ptr_array_add (self->results, callboard_send_result_new (outgoing->id, CALLBOARD_OUTCOME_KEPT));
  callboard_outgoing_free (outgoing);
}

static void
keep_ready (CallboardSender *self)
{
  CallboardOutgoing *outgoing;

  g_clear_handle_id (&self->keep_source, g_source_remove);
  self->ahead = 0;
  while ((outgoing = g_queue_pop_head (&self->ready)) != NULL)
    keep (self, outgoing);
}

static void watch_ready (CallboardSender *self);

static gboolean
keep_cb (gpointer user_data)
{
  CallboardSender *self = user_data;
  CallboardOutgoing *oldest = g_queue_peek_head (&self->ready);

  self->keep_source = 0;
  if (oldest != NULL && get_now (self) - oldest->claimed_at >= MAX_KEEP)
    {
      keep_ready (self);
      callboard_sender_look (self);
    }
  watch_ready (self);

  return G_SOURCE_REMOVE;
}

static void
watch_ready (CallboardSender *self)
{
  if (self->ready.length > 0 && self->keep_source == 0)
    self->keep_source = g_timeout_add (MAX_KEEP / 1000, keep_cb, self);
}

static void pump (CallboardSender *self);

static void
sent_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;

  self->in_flight--;
  self->n_finished++;
  pump (self);
  callboard_sender_take_result (self, callboard_channel_send_finish (CALLBOARD_CHANNEL (object), result));
}

static void
pump (CallboardSender *self)
{
  while (self->ready.length > 0 && self->in_flight < MAX_IN_FLIGHT)
    {
      g_autoptr(CallboardOutgoing) outgoing = g_queue_pop_head (&self->ready);

      if (outgoing->media != NULL)
        outgoing->media->path = callboard_files_get_path (callboard_store_get_directory (self->store), outgoing->media->hash);
      self->in_flight++;
      self->tokens -= 1.0;
      callboard_channel_send_async (self->channel, outgoing, self->cancellable, sent_cb, g_object_ref (self));
    }
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

/* What keeps all messages of the account, in the provider's words. */
static const char *
find_trouble (GPtrArray *results)
{
  for (guint i = results->len; i > 0; i--)
    {
      const CallboardSendResult *result = g_ptr_array_index (results, i - 1);

      if (result->outcome == CALLBOARD_OUTCOME_RETRY && result->scope == CALLBOARD_SCOPE_USUAL)
        return result->detail;
    }

  return NULL;
}

static gboolean
turn_again_cb (gpointer user_data)
{
  CallboardSender *self = user_data;

  self->turning = FALSE;
  callboard_sender_look (self);

  return G_SOURCE_REMOVE;
}

/* What the provider said must not be lost: it is kept until the database has taken it. */
static void
turn_later (CallboardSender *self)
{
  g_ptr_array_extend_and_steal (self->turned, g_steal_pointer (&self->results));
  self->results = g_steal_pointer (&self->turned);
  self->turning = TRUE;
  g_timeout_add_full (G_PRIORITY_DEFAULT, FAULT_WAIT_MS, turn_again_cb, g_object_ref (self), g_object_unref);
}

/* As many as went while the database was at it will go during the next turn: twice as many are claimed ahead, so that a
 * turn may begin when half of them have left. Where places stood empty in the end, more would have gone. Turns are not
 * alike, so it becomes less only by and by; if the provider stalls, keep_ready() makes it none. */
static guint
plan_ahead (CallboardSender *self)
{
  gboolean starved = self->n_finished > 0 && self->ready.length == 0 && self->in_flight < MAX_IN_FLIGHT;
  guint ahead = MAX (2 * self->n_finished, self->ahead * 15 / 16);

  return MIN (starved ? ahead + MAX_IN_FLIGHT : ahead, MAX_AHEAD);
}

static void
take_claimed (CallboardSender *self,
              GPtrArray       *claimed)
{
  self->ahead = plan_ahead (self);
  for (guint i = 0; i < claimed->len; i++)
    g_queue_push_tail (&self->ready, callboard_outgoing_copy (g_ptr_array_index (claimed, i)));

  if (!self->running)
    keep_ready (self);

  pump (self);
  watch_ready (self);
}

static void
turned_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);
  g_autoptr(GPtrArray) turned = NULL;
  GPtrArray *claimed;

  self->turning = FALSE;
  if (command == NULL)
    {
      callboard_sender_set_trouble (self, error->message);
      turn_later (self);
      return;
    }

  turned = g_steal_pointer (&self->turned);
  claimed = callboard_claim_command_get_claimed (command);
  take_claimed (self, claimed);
  self->idle = claimed->len == 0 && turned->len == 0;
  if (self->running && self->n_asked > 0)
    wake_at (self, callboard_claim_command_get_next_due (command));
  if (has_answer (turned))
    callboard_sender_set_trouble (self, NULL);
  else if (find_trouble (turned) != NULL)
    callboard_sender_set_trouble (self, find_trouble (turned));
  if (turned->len > 0)
    callboard_sender_plan_lookup (self);
  if (turned->len > 0 || claimed->len > 0 || self->turn_again || self->results->len > 0)
    callboard_sender_look (self);
}

static void
turn (CallboardSender *self,
      guint            limit)
{
  g_autoptr(CallboardCommand) command = NULL;

  g_clear_handle_id (&self->linger_source, g_source_remove);
  self->turning = TRUE;
  self->turn_again = FALSE;
  self->n_asked = limit;
  self->n_finished = 0;
  self->turned = g_steal_pointer (&self->results);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);
  command = callboard_turn_command_new (self->account, limit, g_ptr_array_ref (self->turned), g_random_double ());
  callboard_store_execute_async (self->store, command, NULL, turned_cb, g_object_ref (self));
}

static gboolean
linger_cb (gpointer user_data)
{
  g_autoptr(CallboardSender) self = g_object_ref (user_data);
  guint limit = self->running ? count_allowance (self) : 0;

  self->linger_source = 0;
  if (!self->turning && (limit > 0 || self->results->len > 0))
    turn (self, limit);

  return G_SOURCE_REMOVE;
}

/* A turn costs the disk the same for one message as for many. While many answers come, it waits for some more of them; it
 * never waits if none is to come and there was something to do the last time. */
static gboolean
is_worth_it (CallboardSender *self,
             guint            limit)
{
  guint enough = MAX (self->ahead, MAX_IN_FLIGHT) / 2;

  if (self->idle && self->results->len == 0)
    return FALSE;

  return self->in_flight == 0 || limit > enough || self->results->len > enough;
}

void
callboard_sender_look (CallboardSender *self)
{
  guint limit;

  g_assert (CALLBOARD_IS_SENDER (self));

  self->turn_again = self->turning;
  if (self->turning)
    return;

  limit = self->running ? count_allowance (self) : 0;
  if (limit == 0 && self->results->len == 0)
    return;

  if (is_worth_it (self, limit))
    turn (self, limit);
  else if (self->linger_source == 0)
    self->linger_source = g_timeout_add_full (G_PRIORITY_DEFAULT, self->idle ? IDLE_MS : LINGER_MS, linger_cb,
                                              g_object_ref (self), g_object_unref);
}

void
callboard_sender_take_result (CallboardSender     *self,
                              CallboardSendResult *result)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  g_ptr_array_add (self->results, result);
  callboard_sender_look (self);
}

void
callboard_sender_start_outbox (CallboardSender *self)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  self->tokens_at = g_get_monotonic_time ();
  self->tokens = 1.0;
  callboard_sender_look (self);
}

void
callboard_sender_stop_outbox (CallboardSender *self)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  self->next_due = G_MAXINT64;
  g_clear_handle_id (&self->due_source, g_source_remove);
  g_clear_handle_id (&self->linger_source, g_source_remove);
  keep_ready (self);
  callboard_sender_look (self);
}
