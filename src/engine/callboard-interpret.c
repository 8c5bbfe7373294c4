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

#define EVENTS_AT_ONCE 200

typedef struct
{
  gint64           account;
  CallboardParser  parser;
} Interpret;

typedef struct
{
  gint64  id;
  char   *raw;
} Stored;

static void
stored_clear (gpointer data)
{
  Stored *stored = data;

  g_free (stored->raw);
}

static GArray *
load_stored (CallboardDb  *db,
             gint64        account,
             GError      **error)
{
  g_autoptr(GArray) found = g_array_new (FALSE, FALSE, sizeof (Stored));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT id, raw FROM inbox WHERE state = 'stored' AND account_id = $1 ORDER BY id LIMIT $2",
                         "ii", account, (gint64) EVENTS_AT_ONCE);

  g_array_set_clear_func (found, stored_clear);
  while (callboard_rows_next (rows, &fault))
    {
      Stored stored = { callboard_rows_int (rows, 0), callboard_rows_dup (rows, 1) };

      g_array_append_val (found, stored);
    }

  if (fault == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
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

static gboolean
apply_receipt (CallboardDb             *db,
               const CallboardAccount  *account,
               const Stored            *stored,
               const CallboardEvent    *event,
               gint64                   now,
               CallboardChanges        *changes,
               GError                 **error)
{
  CallboardOutbound message;
  gboolean found = FALSE;
  gint64 id = 0;

  if (!callboard_db_number (db, &id, error, "SELECT id FROM message WHERE account_id = $1 AND provider_id = $2",
                            "is", account->id, event->provider_id) ||
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
               const CallboardEvent    *event,
               gint64                   now,
               CallboardChanges        *changes,
               GError                 **error)
{
  gboolean stranger = FALSE;

  return callboard_inbound_take (db, account, event, now, &stranger, changes, error) &&
         mark (db, stored, stranger ? "stranger" : "understood", event->provider_id, error);
}

static gboolean
interpret (CallboardDb             *db,
           Interpret               *self,
           const CallboardAccount  *account,
           const Stored            *stored,
           gint64                   now,
           CallboardChanges        *changes,
           GError                 **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardEvent) event = self->parser (stored->raw, &fault);

  if (event == NULL)
    {
      g_message ("An event of account %" G_GINT64_FORMAT " was not understood: %s", account->id, fault->message);
      return mark (db, stored, "malformed", NULL, error);
    }

  switch (event->kind)
    {
    case CALLBOARD_EVENT_MESSAGE:
      return apply_message (db, account, stored, event, now, changes, error);

    case CALLBOARD_EVENT_RECEIPT:
      return apply_receipt (db, account, stored, event, now, changes, error);

    case CALLBOARD_EVENT_OTHER:
    default:
      return mark (db, stored, "understood", event->provider_id, error);
    }
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

  if (!callboard_account_load (db, self->account, &account, error) ||
      (stored = load_stored (db, self->account, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < stored->len; i++)
    {
      if (!interpret (db, self, &account, &g_array_index (stored, Stored, i), now + account.shift, changes, error))
        return FALSE;
    }

  /* There may be more: the sender hears of it and comes again. */
  if (stored->len == EVENTS_AT_ONCE)
    callboard_changes_add (changes, CALLBOARD_CHANGED_INBOX);

  return TRUE;
}

CallboardCommand *
callboard_interpret_command_new (gint64          account,
                                 CallboardParser parser)
{
  Interpret *self;

  g_return_val_if_fail (parser != NULL, NULL);

  self = g_new0 (Interpret, 1);
  self->account = account;
  self->parser = parser;

  return callboard_command_new ("interpret", execute_interpret, self, g_free);
}
