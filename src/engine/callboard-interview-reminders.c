/* callboard-interview-reminders.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-interview.h"
#include "callboard-zone.h"

#define REMINDERS_AT_ONCE 200

#define DUE_SQL                                                                                                  \
  "SELECT t.id FROM account a CROSS JOIN timer t ON t.account_id = a.id"                                         \
  " WHERE t.kind IN ('reminder-day', 'reminder-hours') AND t.due_at <= $1 + a.clock_shift ORDER BY t.due_at LIMIT $2"

static const struct
{
  const char        *kind;
  CallboardReminder  reminder;
  gint64             before;
} reminders[] = {
  { "reminder-day", CALLBOARD_REMINDER_DAY, CALLBOARD_DAY },
  { "reminder-hours", CALLBOARD_REMINDER_HOURS, 2 * CALLBOARD_HOUR },
};

/* Every day from 07:30 (product.md, section 8); an early interview is reminded of that late, or not at all. */
static const CallboardSendHours hours = { 7 * 60 + 30, 21 * 60, 0x7f };

typedef struct
{
  gint64             enrolment;
  gint64             due;
  CallboardReminder  reminder;
} Timer;

static gint64
find_due (CallboardDb               *db,
          const CallboardEnrolment  *enrolment,
          gint64                     time,
          GError                   **error)
{
  g_autoptr(CallboardRows) rows = callboard_db_select (db, error, "SELECT country, zone FROM candidate WHERE id = $1",
                                                       "i", enrolment->candidate);

  if (!callboard_rows_next (rows, error))
    return time;

  return callboard_zone_next_send_time (time, callboard_rows_text (rows, 0), callboard_rows_text (rows, 1), &hours);
}

static gboolean
set_reminder (CallboardDb               *db,
              const CallboardEnrolment  *enrolment,
              guint                      which,
              gint64                     starts_at,
              GError                   **error)
{
  gint64 due = find_due (db, enrolment, starts_at - reminders[which].before, error);

  if (due >= starts_at)
    return TRUE;

  return callboard_db_run (db, error,
                           "INSERT INTO timer (enrolment_id, account_id, kind, due_at) VALUES ($1, $2, $3, $4)"
                           " ON CONFLICT (enrolment_id, kind) DO UPDATE SET due_at = excluded.due_at", "iisi",
                           enrolment->id, enrolment->account.id, reminders[which].kind, due);
}

gboolean
callboard_interview_set_reminders (CallboardDb               *db,
                                   const CallboardEnrolment  *enrolment,
                                   gint64                     starts_at,
                                   gint64                     now,
                                   GError                   **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (reminders); i++)
    {
      if (now < starts_at - reminders[i].before && !set_reminder (db, enrolment, i, starts_at, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_timer (CallboardDb  *db,
            gint64        id,
            Timer        *timer,
            GError      **error)
{
  g_autoptr(CallboardRows) rows = callboard_db_select (db, error, "SELECT enrolment_id, due_at, kind FROM timer WHERE id = $1",
                                                       "i", id);

  if (!callboard_rows_next (rows, error))
    return FALSE;

  timer->enrolment = callboard_rows_int (rows, 0);
  timer->due = callboard_rows_int (rows, 1);
  timer->reminder = g_strcmp0 (callboard_rows_text (rows, 2), reminders[0].kind) == 0 ? CALLBOARD_REMINDER_DAY
                                                                                      : CALLBOARD_REMINDER_HOURS;
  g_clear_pointer (&rows, callboard_rows_free);

  return callboard_db_run (db, error, "DELETE FROM timer WHERE id = $1", "i", id);
}

static gboolean
is_past (const CallboardEnrolment *enrolment,
         const Timer              *timer,
         gint64                    starts_at,
         gint64                    now)
{
  return starts_at <= now ||
         (enrolment->account.provider != CALLBOARD_PROVIDER_REHEARSAL && now > timer->due + CALLBOARD_REMINDER_LATEST);
}

static gboolean
remind (CallboardDb       *db,
        gint64             id,
        gint64             real_now,
        CallboardChanges  *changes,
        GError           **error)
{
  CallboardEnrolment enrolment;
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REMIND };
  Timer timer;
  gint64 now;

  if (!take_timer (db, id, &timer, error) ||
      !callboard_enrolment_load (db, timer.enrolment, &enrolment, error) ||
      !callboard_interview_get_start (db, enrolment.id, &event.starts_at, error))
    return FALSE;

  now = real_now + enrolment.account.shift;
  event.reminder = timer.reminder;

  return is_past (&enrolment, &timer, event.starts_at, now) ||
         callboard_enrolment_step (db, &enrolment, &event, 0, now, NULL, changes, error);
}

gboolean
callboard_interview_remind (CallboardDb       *db,
                            gint64             now,
                            CallboardChanges  *changes,
                            GError           **error)
{
  g_autoptr(GArray) due = callboard_db_numbers (db, error, DUE_SQL, "ii", now, (gint64) REMINDERS_AT_ONCE);

  if (due == NULL)
    return FALSE;

  for (guint i = 0; i < due->len; i++)
    {
      if (!remind (db, g_array_index (due, gint64, i), now, changes, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_interview_drop_late (CallboardDb       *db,
                               gint64             account,
                               gint64             now,
                               CallboardChanges  *changes,
                               GError           **error)
{
  if (!callboard_db_run (db, error,
                         "UPDATE message SET state = 'cancelled', changed_at = $1 WHERE account_id = $2"
                         " AND state = 'waiting' AND kind = 'reminder' AND due_at <= $3", "iii", now, account,
                         now - CALLBOARD_REMINDER_LATEST))
    return FALSE;

  if (callboard_db_changes (db) > 0)
    callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS);

  return TRUE;
}
