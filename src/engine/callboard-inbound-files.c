/* callboard-inbound-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-inbound-private.h"

#include "callboard-files.h"

/* A message that waits to be heard has a due time; no other inbound message has one. */
#define WAITING_SQL "candidate_id = $1 AND account_id = $2 AND direction = 'in' AND due_at IS NOT NULL"

gboolean
callboard_inbound_must_wait (CallboardDb       *db,
                             CallboardInbound  *inbound,
                             gboolean          *wait,
                             GError           **error)
{
  gint64 found = 0;

  if (!callboard_db_number (db, &found, error,
                            "SELECT EXISTS (SELECT 1 FROM message WHERE " WAITING_SQL " AND id < $3)"
                            " OR EXISTS (SELECT 1 FROM attachment WHERE message_id = $3 AND state = 'fetching')",
                            "iii", inbound->candidate, inbound->account->id, inbound->message))
    return FALSE;

  *wait = found != 0;

  return TRUE;
}

gboolean
callboard_inbound_put_off (CallboardDb       *db,
                           CallboardInbound  *inbound,
                           GError           **error)
{
  return callboard_db_run (db, error, "UPDATE message SET due_at = $1 WHERE id = $2", "ii", inbound->now, inbound->message);
}

GArray *
callboard_inbound_load_files (CallboardDb  *db,
                              gint64        message,
                              GError      **error)
{
  g_autoptr(GArray) files = g_array_new (FALSE, TRUE, sizeof (CallboardReplyFile));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT id, type, coalesce (size, 0) FROM attachment WHERE message_id = $1"
                         " AND (state <> 'refused' OR size > 0) ORDER BY id", "i", message);

  while (callboard_rows_next (rows, &fault))
    {
      CallboardReplyFile file = {
        .attachment = callboard_rows_int (rows, 0),
        .kind = callboard_file_kind_from_type (callboard_rows_text (rows, 1)),
        .size = callboard_rows_int (rows, 2)
      };

      g_array_append_val (files, file);
    }

  if (fault == NULL)
    return g_steal_pointer (&files);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

/* The first message of the person that waits, if nothing of it is missing any more; else 0. */
static gboolean
find_ready (CallboardDb  *db,
            gint64        candidate,
            gint64        account,
            gint64       *message,
            GError      **error)
{
  gint64 missing = 0;

  *message = 0;
  if (!callboard_db_number (db, message, error, "SELECT id FROM message WHERE " WAITING_SQL " ORDER BY id LIMIT 1",
                            "ii", candidate, account) ||
      !callboard_db_number (db, &missing, error,
                            "SELECT count(*) FROM attachment WHERE message_id = $1 AND state = 'fetching'", "i", *message))
    return FALSE;

  if (missing > 0)
    *message = 0;

  return TRUE;
}

/* The event is still at the door, with all that it says. */
static CallboardEvent *
load_event (CallboardDb      *db,
            gint64            message,
            CallboardParser   parser,
            GError          **error)
{
  g_autofree char *raw = NULL;

  if (!callboard_db_text (db, &raw, error,
                          "SELECT i.raw FROM message m JOIN inbox i ON i.account_id = m.account_id"
                          " AND i.event_id = m.provider_id WHERE m.id = $1", "i", message))
    return NULL;

  return raw != NULL ? parser (raw, NULL) : NULL;
}

static gboolean
hear (CallboardDb             *db,
      const CallboardAccount  *account,
      gint64                   message,
      CallboardParser          parser,
      gint64                   now,
      CallboardChanges        *changes,
      GError                 **error)
{
  GError *fault = NULL;
  g_autoptr(CallboardEvent) event = load_event (db, message, parser, &fault);
  g_auto(CallboardInbound) inbound = { .account = account, .event = event, .now = now, .message = message };

  if (fault != NULL)
    {
      g_propagate_error (error, fault);
      return FALSE;
    }

  if (!callboard_db_run (db, error, "UPDATE message SET due_at = NULL WHERE id = $1", "i", message))
    return FALSE;

  /* It stands in the conversation in any case. */
  if (event == NULL)
    return TRUE;

  return callboard_inbound_find (db, &inbound, error) && callboard_inbound_act (db, &inbound, changes, error);
}

/* A file that cannot be had is a thing for a person. */
static gboolean
flag_lost (CallboardDb  *db,
           gint64        message,
           GError      **error)
{
  return callboard_db_run (db, error,
                           "UPDATE application SET flag = coalesce (flag, 'attention'), unread = unread + 1"
                           " WHERE id = (SELECT application_id FROM message WHERE id = $1)"
                           " AND EXISTS (SELECT 1 FROM attachment WHERE message_id = $1 AND state = 'lost')", "i", message);
}

gboolean
callboard_inbound_hear_waiting (CallboardDb             *db,
                                const CallboardAccount  *account,
                                gint64                   candidate,
                                CallboardParser          parser,
                                gint64                   now,
                                CallboardChanges        *changes,
                                GError                 **error)
{
  gint64 message = 0;

  g_return_val_if_fail (parser != NULL, FALSE);

  for (;;)
    {
      if (!find_ready (db, candidate, account->id, &message, error))
        return FALSE;

      if (message == 0)
        return TRUE;

      if (!hear (db, account, message, parser, now, changes, error) || !flag_lost (db, message, error))
        return FALSE;

      callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_JOBS);
    }
}
