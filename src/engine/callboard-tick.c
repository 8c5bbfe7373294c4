/* callboard-tick.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-enrolment.h"
#include "callboard-interview.h"
#include "callboard-late.h"
#include "callboard-nudge.h"
#include "callboard-outbox.h"
#include "callboard-part.h"

#define TIMERS_AT_ONCE 200

/* Expiry first: who has run out of time is not nudged. */
#define DUE_SQL                                                                                 \
  "SELECT t.id FROM account a CROSS JOIN timer t ON t.account_id = a.id"                        \
  " WHERE t.kind IN ('expiry', 'nudge') AND t.due_at <= $1 + a.clock_shift"                     \
  " ORDER BY t.kind, t.due_at LIMIT $2"

typedef struct
{
  gint64 next_due;
} Tick;

static gboolean
put_off (CallboardDb  *db,
         gint64        timer,
         gint64        due,
         GError      **error)
{
  return callboard_db_run (db, error, "UPDATE timer SET due_at = $1 WHERE id = $2", "ii", due, timer);
}

/* A conversation that a person has taken over does not run out. */
static gboolean
expire (CallboardDb         *db,
        gint64               timer,
        CallboardEnrolment  *enrolment,
        gint64               now,
        CallboardChanges    *changes,
        GError             **error)
{
  if (enrolment->held)
    return put_off (db, timer, now + CALLBOARD_DAY, error);

  return callboard_enrolment_become (db, enrolment, CALLBOARD_STATUS_EXPIRED, now, changes, error) &&
         callboard_db_run (db, error, "DELETE FROM timer WHERE id = $1", "i", timer);
}

static gboolean
act (CallboardDb       *db,
     gint64             timer,
     gint64             real_now,
     CallboardChanges  *changes,
     GError           **error)
{
  CallboardEnrolment enrolment;
  g_autofree char *kind = NULL;
  gint64 id = 0;
  gint64 now;

  /* One that came due with it may have removed it. */
  if (!callboard_db_text (db, &kind, error, "SELECT kind FROM timer WHERE id = $1", "i", timer))
    return FALSE;

  if (kind == NULL)
    return TRUE;

  if (!callboard_db_number (db, &id, error, "SELECT enrolment_id FROM timer WHERE id = $1", "i", timer) ||
      !callboard_enrolment_load (db, id, &enrolment, error))
    return FALSE;

  now = real_now + enrolment.account.shift;
  if (g_str_equal (kind, "nudge"))
    return callboard_nudge_send (db, &enrolment, now, changes, error);

  return expire (db, timer, &enrolment, now, changes, error);
}

/* What fails is tried again later, and keeps nothing else from happening. */
static gboolean
act_part (CallboardDb       *db,
          gint64             timer,
          gint64             now,
          CallboardChanges  *changes,
          GError           **error)
{
  GError *fault = NULL;

  if (!callboard_part_begin (db, error))
    return FALSE;

  if (act (db, timer, now, changes, &fault))
    return callboard_part_keep (db, error);

  g_message ("A timer could not be heeded: %s", fault->message);

  return callboard_part_drop (db, fault, error) &&
         callboard_db_run (db, error, "UPDATE timer SET due_at = due_at + $1 WHERE id = $2", "ii", CALLBOARD_HOUR, timer);
}

static gboolean
execute_tick (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Tick *tick = data;
  g_autoptr(GArray) due = NULL;

  if (!callboard_late_wake (db, now, changes, error) || !callboard_late_stay_awake (db, now, error))
    return FALSE;

  due = callboard_db_numbers (db, error, DUE_SQL, "ii", now, (gint64) TIMERS_AT_ONCE);
  if (due == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    {
      if (!act_part (db, g_array_index (due, gint64, i), now, changes, error))
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
