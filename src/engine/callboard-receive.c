/* callboard-receive.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-outbox.h"

typedef struct
{
  gint64     account;
  GPtrArray *events;
  char      *cursor;
} Receive;

static void
receive_free (gpointer data)
{
  Receive *receive = data;

  g_ptr_array_unref (receive->events);
  g_free (receive->cursor);
  g_free (receive);
}

static gboolean
execute_receive (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Receive *receive = data;

  for (guint i = 0; i < receive->events->len; i++)
    {
      const CallboardRawEvent *event = g_ptr_array_index (receive->events, i);

      if (!callboard_db_run (db, error,
                             "INSERT INTO inbox (account_id, event_id, raw, stored_at) VALUES ($1, $2, $3, $4)"
                             " ON CONFLICT DO NOTHING", "issi", receive->account, event->event_id, event->raw, now))
        return FALSE;

      if (callboard_db_changes (db) > 0)
        callboard_changes_add (changes, CALLBOARD_CHANGED_INBOX);
    }

  return receive->cursor == NULL ||
         callboard_db_run (db, error, "UPDATE account SET cursor = $1 WHERE id = $2", "si",
                           receive->cursor, receive->account);
}

CallboardCommand *
callboard_receive_command_new (gint64      account,
                               GPtrArray  *events,
                               const char *cursor)
{
  Receive *receive;

  g_return_val_if_fail (events != NULL, NULL);

  receive = g_new0 (Receive, 1);
  receive->account = account;
  receive->events = events;
  receive->cursor = g_strdup (cursor);

  return callboard_command_new ("receive", execute_receive, receive, receive_free);
}
