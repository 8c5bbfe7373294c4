/* callboard-sender-inbox.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-sender-private.h"

/* A provider needs a moment before it finds what it has just taken (quality.md, finding 8). */
#define SETTLE_TIME     (10 * CALLBOARD_SECOND)
#define LOOKUP_RETRY    (60 * CALLBOARD_SECOND)
#define MAX_PENDING     100

/* Some carriers never report beyond "sent". */
#define PENDING_TIME    (72 * CALLBOARD_HOUR)

static gboolean
settled_cb (gpointer user_data)
{
  CallboardSender *self = user_data;

  self->settle_source = 0;
  callboard_sender_interpret (self);

  return G_SOURCE_REMOVE;
}

static void
wait_for_order (CallboardSender *self,
                gint64           due)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));

  if (due != G_MAXINT64 && self->running && self->settle_source == 0)
    self->settle_source = g_timeout_add (CLAMP (due - now, 0, self->settle_time) / 1000 + 1, settled_cb, self);
}

static void
interpreted_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  self->interpreting = FALSE;
  if (command == NULL)
    callboard_sender_set_trouble (self, error->message);
  else if (self->interpret_again)
    callboard_sender_interpret (self);
  else
    wait_for_order (self, callboard_interpret_command_get_next_due (command));
}

void
callboard_sender_interpret (CallboardSender *self)
{
  g_autoptr(CallboardCommand) command = NULL;

  g_assert (CALLBOARD_IS_SENDER (self));

  self->interpret_again = self->interpreting;
  if (!self->running || self->interpreting)
    return;

  self->interpreting = TRUE;
  command = callboard_interpret_command_new (self->account, self->parser, self->settle_time);
  callboard_store_execute_async (self->store, command, NULL, interpreted_cb, g_object_ref (self));
}

static void poll (CallboardSender *self);

static void
received_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  self->receiving = FALSE;

  /* The cursor has not moved, so the next poll brings them again. */
  if (command == NULL)
    callboard_sender_set_trouble (self, error->message);
  else if (self->poll_again)
    poll (self);
}

static void
polled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autofree char *cursor = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  GPtrArray *events = callboard_channel_poll_finish (CALLBOARD_CHANNEL (object), result, &cursor, &error);

  self->polling = FALSE;
  if (events == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        callboard_sender_set_trouble (self, error->message);
      return;
    }

  callboard_sender_set_trouble (self, NULL);

  self->receiving = TRUE;
  command = callboard_receive_command_new (self->account, events, cursor);
  callboard_store_execute_async (self->store, command, NULL, received_cb, g_object_ref (self));
}

/* The states are named twice, here and below: the first time as the index has them, so that it is used. Some of those
 * after @after, up to @upto; remembers where to go on. */
static void
add_pending (CallboardSender *self,
             GPtrArray       *pending,
             gint64           after,
             gint64           upto)
{
  gint64 since = callboard_clock_now (callboard_store_get_clock (self->store)) - PENDING_TIME;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (callboard_store_get_reader (self->store), &error,
                         "SELECT provider_id, id FROM message WHERE account_id = $1 AND id > $2 AND id <= $3"
                         " AND state IN ('claimed', 'accepted', 'sent', 'unknown') AND state IN ('accepted', 'sent')"
                         " AND provider_id IS NOT NULL AND claimed_at > $4 ORDER BY id LIMIT $5",
                         "iiiii", self->account, after, upto, since, (gint64) MAX_PENDING - pending->len);

  while (callboard_rows_next (rows, &error))
    {
      g_ptr_array_add (pending, callboard_rows_dup (rows, 0));
      self->pending_after = callboard_rows_int (rows, 1);
    }
}

/* A hundred at a time, in turn: one that is never reported must not keep the others from being asked for. */
static GPtrArray *
load_pending (CallboardSender *self)
{
  GPtrArray *pending = g_ptr_array_new_with_free_func (g_free);
  gint64 after = self->pending_after;

  add_pending (self, pending, after, G_MAXINT64);
  if (pending->len < MAX_PENDING)
    add_pending (self, pending, 0, after);

  return pending;
}

static void
poll (CallboardSender *self)
{
  g_autoptr(GPtrArray) pending = NULL;
  g_autofree char *cursor = NULL;

  if (!self->running || self->polling || self->receiving)
    return;

  self->polling = TRUE;
  self->poll_again = FALSE;
  pending = load_pending (self);
  callboard_db_text (callboard_store_get_reader (self->store), &cursor, NULL,
                     "SELECT cursor FROM account WHERE id = $1", "i", self->account);
  callboard_channel_poll_async (self->channel, cursor, pending, self->cancellable, polled_cb, g_object_ref (self));
}

/* Whoever asks has something to be fetched, which a poll that is under way may have missed. */
void
callboard_sender_poll (CallboardSender *self)
{
  g_return_if_fail (CALLBOARD_IS_SENDER (self));

  self->poll_again = self->polling || self->receiving;
  poll (self);
}

static gboolean
poll_cb (gpointer user_data)
{
  poll (user_data);

  return G_SOURCE_CONTINUE;
}

static void
looked_up_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardSender) self = user_data;
  g_autoptr(GError) error = NULL;
  CallboardSendResult *found = callboard_channel_lookup_finish (CALLBOARD_CHANNEL (object), result, &error);

  self->n_lookups--;
  if (found == NULL)
    {
      /* Not even this is known: ask for all of them again later. */
      callboard_sender_set_trouble (self, error->message);
      g_hash_table_remove_all (self->looked_up);
      return;
    }

  callboard_sender_take_result (self, found);
}

static CallboardOutgoing *
read_unknown (CallboardSender *self,
              CallboardRows   *rows)
{
  CallboardOutgoing *outgoing = g_new0 (CallboardOutgoing, 1);

  outgoing->id = callboard_rows_int (rows, 0);
  outgoing->account_id = self->account;
  outgoing->key = callboard_rows_dup (rows, 1);
  outgoing->to = callboard_rows_dup (rows, 2);
  outgoing->body = callboard_rows_dup (rows, 3);
  outgoing->claimed_at = callboard_rows_int (rows, 4);

  return outgoing;
}

static GPtrArray *
load_unknown (CallboardSender *self)
{
  GPtrArray *unknown = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_outgoing_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (callboard_store_get_reader (self->store), &error,
                         "SELECT m.id, m.key, c.phone, m.body, m.claimed_at FROM message m"
                         " JOIN candidate c ON c.id = m.candidate_id"
                         " WHERE m.account_id = $1 AND m.state IN ('unknown', 'failed') AND m.state = 'unknown'"
                         " AND m.claimed_at IS NOT NULL LIMIT $2",
                         "ii", self->account, (gint64) MAX_PENDING);

  while (callboard_rows_next (rows, &error))
    g_ptr_array_add (unknown, read_unknown (self, rows));

  return unknown;
}

/* Each unknown message is asked for once; returns when the next one may be. */
static gint64
look_up (CallboardSender *self)
{
  g_autoptr(GPtrArray) unknown = load_unknown (self);
  gint64 now = callboard_clock_now (callboard_store_get_clock (self->store));
  gint64 next = G_MAXINT64;

  for (guint i = 0; i < unknown->len; i++)
    {
      const CallboardOutgoing *outgoing = g_ptr_array_index (unknown, i);

      if (g_hash_table_contains (self->looked_up, &outgoing->id))
        continue;

      if (outgoing->claimed_at + SETTLE_TIME > now)
        {
          next = MIN (next, outgoing->claimed_at + SETTLE_TIME);
          continue;
        }

      g_hash_table_add (self->looked_up, g_memdup2 (&outgoing->id, sizeof outgoing->id));
      self->n_lookups++;
      callboard_channel_lookup_async (self->channel, outgoing, self->cancellable, looked_up_cb, g_object_ref (self));
    }

  return next;
}

static gboolean
look_up_cb (gpointer user_data)
{
  CallboardSender *self = user_data;

  self->lookup_source = 0;
  callboard_sender_plan_lookup (self);

  return G_SOURCE_REMOVE;
}

void
callboard_sender_plan_lookup (CallboardSender *self)
{
  gint64 now, next;

  g_assert (CALLBOARD_IS_SENDER (self));

  if (!self->running || self->lookup_source != 0)
    return;

  next = look_up (self);
  if (next == G_MAXINT64 && self->n_lookups == 0)
    return;

  now = callboard_clock_now (callboard_store_get_clock (self->store));
  next = MIN (next, now + LOOKUP_RETRY);
  self->lookup_source = g_timeout_add (MAX (next - now, 0) / 1000 + 1, look_up_cb, self);
}

void
callboard_sender_start_inbox (CallboardSender *self)
{
  g_assert (CALLBOARD_IS_SENDER (self));

  callboard_sender_plan_lookup (self);
  callboard_sender_poll (self);
  if (self->poll_interval > 0)
    self->poll_source = g_timeout_add (self->poll_interval / 1000, poll_cb, self);
}

void
callboard_sender_stop_inbox (CallboardSender *self)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_handle_id (&self->lookup_source, g_source_remove);
}
