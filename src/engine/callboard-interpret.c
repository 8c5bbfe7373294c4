/* callboard-interpret.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-inbound.h"
#include "callboard-message.h"
#include "callboard-outbox.h"
#include "callboard-part.h"

#define EVENTS_AT_ONCE 200

typedef struct
{
  gint64           account;
  CallboardParser  parser;
  gint64           settle_time;
  gint64           next_due;
} Interpret;

/* @event is NULL if it was not understood; @at is when it happened, or came if nobody says. */
typedef struct
{
  gint64          id;
  gint64          stored_at;
  gint64          at;
  CallboardEvent *event;
} Stored;

static void
stored_clear (gpointer data)
{
  Stored *stored = data;

  g_clear_pointer (&stored->event, callboard_event_free);
}

static Stored
read_stored (CallboardRows *rows,
             Interpret     *self)
{
  g_autoptr(GError) fault = NULL;
  Stored stored = { .id = callboard_rows_int (rows, 0), .stored_at = callboard_rows_int (rows, 2) };

  stored.event = self->parser (callboard_rows_text (rows, 1), &fault);
  stored.at = stored.event != NULL && stored.event->at > 0 ? stored.event->at : stored.stored_at;
  if (stored.event == NULL)
    g_message ("An event of account %" G_GINT64_FORMAT " was not understood: %s", self->account, fault->message);

  return stored;
}

static int
compare_stored (gconstpointer a,
                gconstpointer b)
{
  const Stored *left = a;
  const Stored *right = b;

  if (left->at != right->at)
    return left->at < right->at ? -1 : 1;

  return left->id < right->id ? -1 : left->id > right->id;
}

/* In the order in which they happened, not in which they came. */
static GArray *
load_stored (CallboardDb  *db,
             Interpret    *self,
             GError      **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Stored));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT id, raw, stored_at FROM inbox WHERE state = 'stored' AND account_id = $1"
                         " ORDER BY id LIMIT $2", "ii", self->account, (gint64) EVENTS_AT_ONCE);

  g_array_set_clear_func (found, stored_clear);
  while (callboard_rows_next (rows, &fault))
    {
      Stored stored = read_stored (rows, self);

      g_array_append_val (found, stored);
    }

  g_array_sort (found, compare_stored);
  if (fault == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static gboolean
is_stop (const CallboardEvent *event)
{
  return event->choice == NULL && callboard_words_classify (event->text, NULL) == CALLBOARD_WORD_STOP;
}

/* Whether something that was said before may still be under way, or waits itself. STOP needs no order, and a clock that
 * was put back makes nothing wait. */
static gboolean
must_wait (Interpret    *self,
           const Stored *stored,
           GHashTable   *waiting,
           gint64        now)
{
  gint64 since = now - stored->stored_at;

  if (self->settle_time == 0 || stored->event == NULL || stored->event->kind != CALLBOARD_EVENT_MESSAGE ||
      stored->event->from == NULL || is_stop (stored->event))
    return FALSE;

  if (since < 0 || since >= self->settle_time)
    return g_hash_table_contains (waiting, stored->event->from);

  self->next_due = MIN (self->next_due, stored->stored_at + self->settle_time);
  g_hash_table_add (waiting, stored->event->from);

  return TRUE;
}

static gboolean
mark (CallboardDb   *db,
      const Stored  *stored,
      const char    *state,
      const char    *provider_id,
      GError       **error)
{
  return callboard_db_run (db, error, "UPDATE inbox SET state = $1, provider_id = $2 WHERE id = $3",
                           "ssi", state, provider_id, stored->id);
}

/* Receipts rank, and never go down; a failure counts until the message is known to have arrived. */
static gboolean
is_forward (CallboardMessageState from,
            CallboardMessageState to)
{
  if (to == CALLBOARD_MESSAGE_FAILED)
    return from == CALLBOARD_MESSAGE_ACCEPTED || from == CALLBOARD_MESSAGE_SENT;

  return from >= CALLBOARD_MESSAGE_ACCEPTED && from < to && to <= CALLBOARD_MESSAGE_READ;
}

/* Of a message whose answer was lost only our own key is known; the receipt that carries it says what the provider calls it. */
static gboolean
find_by_key (CallboardDb             *db,
             const CallboardAccount  *account,
             const CallboardEvent    *event,
             gint64                   now,
             gint64                  *id,
             CallboardChanges        *changes,
             GError                 **error)
{
  CallboardOutbound message;
  gboolean found = FALSE;

  if (event->key == NULL)
    return TRUE;

  if (!callboard_db_number (db, id, error,
                            "SELECT id FROM message WHERE key = $1 AND account_id = $2 AND provider_id IS NULL"
                            " AND state IN ('claimed', 'unknown')",
                            "si", event->key, account->id) ||
      !callboard_outbound_load (db, *id, &found, &message, error))
    return FALSE;

  return !found || callboard_outbound_accept (db, &message, event->provider_id, now, changes, error);
}

static gboolean
apply_receipt (CallboardDb             *db,
               const CallboardAccount  *account,
               const Stored            *stored,
               gint64                   now,
               CallboardChanges        *changes,
               GError                 **error)
{
  const CallboardEvent *event = stored->event;
  CallboardOutbound message;
  gboolean found = FALSE;
  gint64 id = 0;

  if (!callboard_db_number (db, &id, error, "SELECT id FROM message WHERE account_id = $1 AND provider_id = $2",
                            "is", account->id, event->provider_id) ||
      (id == 0 && !find_by_key (db, account, event, now, &id, changes, error)) ||
      !callboard_outbound_load (db, id, &found, &message, error))
    return FALSE;

  if (!found)
    return mark (db, stored, "early", event->provider_id, error);

  if (!mark (db, stored, "understood", event->provider_id, error))
    return FALSE;

  if (!is_forward (message.state, event->state))
    return TRUE;

  if (event->state == CALLBOARD_MESSAGE_FAILED)
    return callboard_outbound_fail (db, &message, event->failure, event->code, event->detail, now, changes, error);

  return callboard_outbound_become (db, &message, event->state, now, changes, error);
}

static gboolean
apply_message (CallboardDb             *db,
               const CallboardAccount  *account,
               const Stored            *stored,
               gint64                   now,
               CallboardChanges        *changes,
               GError                 **error)
{
  const CallboardEvent *event = stored->event;
  gboolean stranger = FALSE;

  return callboard_inbound_take (db, account, event, now, &stranger, changes, error) &&
         mark (db, stored, stranger ? "stranger" : "understood", event->provider_id, error);
}

static gboolean
interpret (CallboardDb             *db,
           const CallboardAccount  *account,
           const Stored            *stored,
           gint64                   now,
           CallboardChanges        *changes,
           GError                 **error)
{
  if (stored->event == NULL)
    return mark (db, stored, "malformed", NULL, error);

  switch (stored->event->kind)
    {
    case CALLBOARD_EVENT_MESSAGE:
      return apply_message (db, account, stored, now, changes, error);

    case CALLBOARD_EVENT_RECEIPT:
      return apply_receipt (db, account, stored, now, changes, error);

    case CALLBOARD_EVENT_OTHER:
    default:
      return mark (db, stored, "understood", stored->event->provider_id, error);
    }
}

/* Its raw text stays in the inbox, and what a candidate said stands in the conversation. */
static gboolean
set_aside (CallboardDb             *db,
           const CallboardAccount  *account,
           const Stored            *stored,
           gint64                   now,
           CallboardChanges        *changes,
           GError                 **error)
{
  GError *fault = NULL;

  if (stored->event != NULL && stored->event->kind == CALLBOARD_EVENT_MESSAGE)
    {
      if (!callboard_part_begin (db, error))
        return FALSE;

      if (callboard_inbound_keep (db, account, stored->event, now, changes, &fault)
          ? !callboard_part_keep (db, error)
          : !callboard_part_drop (db, fault, error))
        return FALSE;
    }

  return mark (db, stored, "malformed", stored->event != NULL ? stored->event->provider_id : NULL, error);
}

/* One event that cannot be applied does not keep the others from being heard. */
static gboolean
interpret_part (CallboardDb             *db,
                const CallboardAccount  *account,
                const Stored            *stored,
                gint64                   now,
                CallboardChanges        *changes,
                GError                 **error)
{
  GError *fault = NULL;

  if (!callboard_part_begin (db, error))
    return FALSE;

  if (interpret (db, account, stored, now, changes, &fault))
    return callboard_part_keep (db, error);

  g_message ("An event of account %" G_GINT64_FORMAT " could not be applied: %s", account->id, fault->message);

  return callboard_part_drop (db, fault, error) && set_aside (db, account, stored, now, changes, error);
}

static gboolean
execute_interpret (gpointer           data,
                   CallboardDb       *db,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  Interpret *self = data;
  CallboardAccount account;
  g_autoptr(GArray) stored = NULL;
  g_autoptr(GHashTable) waiting = g_hash_table_new (g_str_hash, g_str_equal);

  self->next_due = G_MAXINT64;
  if (!callboard_account_load (db, self->account, &account, error) ||
      (stored = load_stored (db, self, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < stored->len; i++)
    {
      const Stored *one = &g_array_index (stored, Stored, i);

      if (!must_wait (self, one, waiting, now) &&
          !interpret_part (db, &account, one, now + account.shift, changes, error))
        return FALSE;
    }

  /* There may be more: the sender hears of it and comes again. */
  if (stored->len == EVENTS_AT_ONCE && self->next_due == G_MAXINT64)
    callboard_changes_add (changes, CALLBOARD_CHANGED_INBOX);

  return TRUE;
}

CallboardCommand *
callboard_interpret_command_new (gint64          account,
                                 CallboardParser parser,
                                 gint64          settle_time)
{
  Interpret *self;

  g_return_val_if_fail (parser != NULL, NULL);

  self = g_new0 (Interpret, 1);
  self->account = account;
  self->parser = parser;
  self->settle_time = settle_time;
  self->next_due = G_MAXINT64;

  return callboard_command_new ("interpret", execute_interpret, self, g_free);
}

gint64
callboard_interpret_command_get_next_due (CallboardCommand *command)
{
  Interpret *self = callboard_command_get_data (command);

  return self->next_due;
}
