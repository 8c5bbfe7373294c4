/* callboard-tick.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-enrolment.h"
#include "callboard-interview.h"
#include "callboard-outbox.h"

#define TIMERS_AT_ONCE 200

#define DUE_SQL                                                                       \
  "SELECT t.enrolment_id FROM account a JOIN timer t ON t.account_id = a.id"          \
  " WHERE t.kind = 'expiry' AND t.due_at <= $1 + a.clock_shift LIMIT $2"

typedef struct
{
  gint64 next_due;
} Tick;

static gboolean
expire (CallboardDb       *db,
        gint64             id,
        gint64             now,
        CallboardChanges  *changes,
        GError           **error)
{
  CallboardEnrolment enrolment;

  return callboard_enrolment_load (db, id, &enrolment, error) &&
         callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_EXPIRED, now + enrolment.account.shift,
                                     changes, error) &&
         callboard_db_run (db, error, "DELETE FROM timer WHERE enrolment_id = $1", "i", id);
}

static gboolean
execute_tick (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Tick *tick = data;
  g_autoptr(GArray) due = callboard_db_numbers (db, error, DUE_SQL, "ii", now, (gint64) TIMERS_AT_ONCE);

  if (due == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    {
      if (!expire (db, g_array_index (due, gint64, i), now, changes, error))
        return FALSE;
    }

  return callboard_interview_remind (db, now, changes, error) &&
         callboard_db_number (db, &tick->next_due, error,
                              "SELECT min (t.due_at - a.clock_shift) FROM timer t JOIN account a ON a.id = t.account_id",
                              "");
}

CallboardCommand *
callboard_tick_command_new (void)
{
  Tick *tick = g_new0 (Tick, 1);

  tick->next_due = G_MAXINT64;

  return callboard_command_new ("tick", execute_tick, tick, g_free);
}

gint64
callboard_tick_command_get_next_due (CallboardCommand *command)
{
  Tick *tick = callboard_command_get_data (command);

  return tick->next_due;
}
