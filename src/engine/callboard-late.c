/* callboard-late.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"
#include "callboard-error.h"
#include "callboard-late.h"
#include "callboard-message.h"
#include "callboard-settings.h"

#define PUT_ASIDE_SQL                                                                                    \
  "INSERT OR REPLACE INTO late_message (message_id, due_at)"                                             \
  " SELECT m.id, m.due_at FROM account a JOIN message m ON m.account_id = a.id"                          \
  " WHERE a.provider <> 'rehearsal' AND m.state = 'waiting' AND m.kind IN ('first', 'nudge')"            \
  " AND m.due_at < $1 + a.clock_shift RETURNING message_id"

/* One that a move has cancelled is kept: an undo may bring it back. */
#define WAITING_SQL                                                                                      \
  "SELECT l.message_id FROM late_message l JOIN message m ON m.id = l.message_id"                        \
  " WHERE $1 IN (0, l.message_id) AND m.state = 'waiting' AND m.due_at IS NULL ORDER BY l.message_id"

typedef struct
{
  gint64   message;
  gboolean send;
} Late;

static gboolean
was_awake (CallboardDb  *db,
           gint64        now,
           gboolean     *awake,
           GError      **error)
{
  gint64 at = now;

  if (!callboard_db_number (db, &at, error, "SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_AWAKE "'", ""))
    return FALSE;

  *awake = now - at <= CALLBOARD_LATE_AFTER;

  return TRUE;
}

gboolean
callboard_late_stay_awake (CallboardDb  *db,
                           gint64        now,
                           GError      **error)
{
  return callboard_db_run (db, error, "INSERT OR REPLACE INTO setting (name, value) VALUES ('" CALLBOARD_SETTING_AWAKE
                           "', $1)", "i", now);
}

static gboolean
take_time (CallboardDb  *db,
           gint64        message,
           GError      **error)
{
  return callboard_db_run (db, error, "UPDATE enrolment SET leaves_at = NULL WHERE status = 'scheduled'"
                           " AND id = (SELECT enrolment_id FROM message WHERE id = $1)", "i", message) &&
         callboard_db_run (db, error, "UPDATE message SET due_at = NULL WHERE id = $1", "i", message);
}

gboolean
callboard_late_wake (CallboardDb       *db,
                     gint64             now,
                     CallboardChanges  *changes,
                     GError           **error)
{
  g_autoptr(GArray) late = NULL;
  gboolean awake;

  if (!was_awake (db, now, &awake, error))
    return FALSE;

  if (awake)
    return TRUE;

  late = callboard_db_numbers (db, error, PUT_ASIDE_SQL, "i", now - CALLBOARD_LATE_AFTER);
  if (late == NULL)
    return FALSE;

  for (guint i = 0; i < late->len; i++)
    {
      if (!take_time (db, g_array_index (late, gint64, i), error))
        return FALSE;
    }

  if (late->len > 0)
    callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_APPLICATIONS);

  return TRUE;
}

static gboolean
let_go (CallboardDb              *db,
        const CallboardOutbound  *message,
        gint64                    now,
        GError                  **error)
{
  gint64 due = callboard_next_send_time (db, message->candidate, now);

  return callboard_db_run (db, error, "UPDATE message SET due_at = $1 WHERE id = $2", "ii", due, message->id) &&
         callboard_db_run (db, error, "UPDATE enrolment SET leaves_at = $1 WHERE id = $2 AND status = 'scheduled'",
                           "ii", due, message->enrolment);
}

static gboolean
leave_out (CallboardDb        *db,
           CallboardOutbound  *message,
           gint64              now,
           CallboardChanges   *changes,
           GError            **error)
{
  CallboardEnrolment enrolment;

  if (!message->first)
    return callboard_outbound_become (db, message, CALLBOARD_MESSAGE_CANCELLED, now, changes, error);

  return callboard_enrolment_load (db, message->enrolment, &enrolment, error) &&
         callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_CANCELLED, now, changes, error);
}

static gboolean
answer (CallboardDb       *db,
        gint64             id,
        gboolean           send,
        gint64             real_now,
        CallboardChanges  *changes,
        GError           **error)
{
  CallboardOutbound message;
  gboolean found;

  if (!callboard_outbound_load (db, id, &found, &message, error) ||
      !callboard_db_run (db, error, "DELETE FROM late_message WHERE message_id = $1", "i", id))
    return FALSE;

  return send ? let_go (db, &message, real_now + message.shift, error)
              : leave_out (db, &message, real_now + message.shift, changes, error);
}

static gboolean
execute_late (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Late *late = data;
  g_autoptr(GArray) messages = callboard_db_numbers (db, error, WAITING_SQL, "i", late->message);

  if (messages == NULL)
    return FALSE;

  if (messages->len == 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING,
                           _("This message does not wait for a yes any more."));
      return FALSE;
    }

  for (guint i = 0; i < messages->len; i++)
    {
      if (!answer (db, g_array_index (messages, gint64, i), late->send, now, changes, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_APPLICATIONS);

  return TRUE;
}

CallboardCommand *
callboard_late_command_new (gint64   message,
                            gboolean send)
{
  Late *late = g_new0 (Late, 1);

  late->message = message;
  late->send = send;

  return callboard_command_new ("late", execute_late, late, g_free);
}
