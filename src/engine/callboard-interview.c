/* callboard-interview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-interview-private.h"

#include "callboard-clock.h"

static gboolean
choose_seat (CallboardDb           *db,
             const CallboardDiary  *diary,
             const CallboardSlot   *slot,
             gint64                *seat,
             GError               **error)
{
  g_autoptr(GArray) seats =
    callboard_db_numbers (db, error,
                          "SELECT seat FROM interview WHERE interviewer = $1 AND starts_at = $2 AND " CALLBOARD_LIVE_INTERVIEW_SQL
                          " ORDER BY seat", "si", diary->interviewer, slot->starts_at);

  if (seats == NULL)
    return FALSE;

  *seat = 0;
  while (*seat < seats->len && g_array_index (seats, gint64, *seat) == *seat)
    (*seat)++;

  return TRUE;
}

/* The database has the last word: of two that take a seat, its index refuses the second. */
static gboolean
insert_interview (CallboardDb               *db,
                  const CallboardEnrolment  *enrolment,
                  const CallboardDiary      *diary,
                  const CallboardSlot       *slot,
                  gint64                     moves,
                  gint64                     now,
                  gint64                    *id,
                  GError                   **error)
{
  const CallboardSchedule *schedule = diary->schedule;
  gint64 seat;

  return choose_seat (db, diary, slot, &seat, error) &&
         callboard_db_number (db, id, error,
                              "INSERT INTO interview (enrolment_id, application_id, candidate_id, job_id, interviewer,"
                              " session, seat, starts_at, ends_at, zone, place_kind, place, state, moves, booked_at,"
                              " changed_at) SELECT $1, id, candidate_id, job_id, $2, $3, $4, $5, $6, $7, $8,"
                              " coalesce ($9, ''), 'booked', $10, $11, $11 FROM application WHERE id = $12"
                              " ON CONFLICT DO NOTHING RETURNING id",
                              "issiiisssiii", enrolment->id, diary->interviewer, slot->session, seat, slot->starts_at,
                              slot->ends_at, schedule->zone, callboard_place_kind_to_nick (schedule->place_kind),
                              schedule->place, moves, now, enrolment->application);
}

static gboolean
replace (CallboardDb               *db,
         const CallboardEnrolment  *enrolment,
         const CallboardDiary      *diary,
         const CallboardSlot       *slot,
         gint64                     now,
         gboolean                  *booked,
         GError                   **error)
{
  gint64 old = 0, moves = 0, id = 0;

  if (!callboard_db_number (db, &old, error,
                            "SELECT i.id FROM interview i JOIN enrolment e ON e.id = i.enrolment_id"
                            " WHERE e.visit_id = $1 AND i." CALLBOARD_LIVE_INTERVIEW_SQL, "i", enrolment->visit) ||
      !callboard_db_number (db, &moves, error, "SELECT moves + 1 FROM interview WHERE id = $1", "i", old) ||
      !callboard_db_run (db, error, "SAVEPOINT booking", "") ||
      !callboard_db_run (db, error, "UPDATE interview SET state = 'moved', changed_at = $1 WHERE id = $2", "ii", now, old) ||
      !insert_interview (db, enrolment, diary, slot, moves, now, &id, error))
    return FALSE;

  *booked = id != 0;

  return (*booked || callboard_db_run (db, error, "ROLLBACK TO booking", "")) &&
         callboard_db_run (db, error, "RELEASE booking", "");
}

static gboolean
note_change (CallboardDb               *db,
             const CallboardEnrolment  *enrolment,
             gint64                     now,
             CallboardChanges          *changes,
             GError                   **error)
{
  callboard_changes_add_application (changes, enrolment->application);
  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error,
                           "DELETE FROM timer WHERE kind IN ('reminder-day', 'reminder-hours') AND enrolment_id IN"
                           " (SELECT id FROM enrolment WHERE visit_id = $1)", "i", enrolment->visit) &&
         callboard_db_run (db, error,
                           "UPDATE message SET state = 'cancelled', changed_at = $1 WHERE kind = 'reminder'"
                           " AND state = 'waiting' AND enrolment_id IN (SELECT id FROM enrolment WHERE visit_id = $2)",
                           "ii", now, enrolment->visit);
}

gboolean
callboard_interview_book (CallboardDb               *db,
                          const CallboardEnrolment  *enrolment,
                          const CallboardSlot       *slot,
                          gint64                     now,
                          gboolean                  *booked,
                          CallboardChanges          *changes,
                          GError                   **error)
{
  g_auto(CallboardDiary) diary = { 0 };

  if (!callboard_diary_load (db, enrolment, &diary, now, error))
    return FALSE;

  *booked = slot->starts_at >= now + diary.schedule->notice * CALLBOARD_MINUTE && callboard_diary_is_free (&diary, slot);
  if (*booked && !replace (db, enrolment, &diary, slot, now, booked, error))
    return FALSE;

  return !*booked ||
         (note_change (db, enrolment, now, changes, error) &&
          callboard_interview_set_reminders (db, enrolment, slot->starts_at, now, error));
}

gboolean
callboard_interview_confirm (CallboardDb               *db,
                             const CallboardEnrolment  *enrolment,
                             gint64                     now,
                             CallboardChanges          *changes,
                             GError                   **error)
{
  callboard_changes_add_application (changes, enrolment->application);

  return callboard_db_run (db, error,
                           "UPDATE interview SET state = 'confirmed', changed_at = $1"
                           " WHERE enrolment_id = $2 AND state = 'booked'", "ii", now, enrolment->id);
}

gboolean
callboard_interview_cancel (CallboardDb               *db,
                            const CallboardEnrolment  *enrolment,
                            gint64                     now,
                            CallboardChanges          *changes,
                            GError                   **error)
{
  return callboard_db_run (db, error,
                           "UPDATE interview SET state = 'cancelled', changed_at = $1"
                           " WHERE enrolment_id = $2 AND starts_at > $1 AND " CALLBOARD_LIVE_INTERVIEW_SQL, "ii", now, enrolment->id) &&
         (callboard_db_changes (db) == 0 || note_change (db, enrolment, now, changes, error));
}

static gboolean
release (CallboardDb       *db,
         const GArray      *enrolments,
         gint64             now,
         gboolean           real,
         CallboardChanges  *changes,
         GError           **error)
{
  CallboardEnrolment enrolment;

  if (enrolments == NULL)
    return FALSE;

  for (guint i = 0; i < enrolments->len; i++)
    {
      if (!callboard_enrolment_load (db, g_array_index (enrolments, gint64, i), &enrolment, error) ||
          !callboard_interview_cancel (db, &enrolment, real ? now + enrolment.account.shift : now, changes, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_interview_release (CallboardDb       *db,
                             gint64             application,
                             gint64             now,
                             CallboardChanges  *changes,
                             GError           **error)
{
  g_autoptr(GArray) enrolments =
    callboard_db_numbers (db, error, "SELECT enrolment_id FROM interview WHERE application_id = $1 AND " CALLBOARD_LIVE_INTERVIEW_SQL,
                          "i", application);

  return release (db, enrolments, now, TRUE, changes, error);
}

gboolean
callboard_interview_release_candidate (CallboardDb       *db,
                                       gint64             candidate,
                                       gint64             now,
                                       CallboardChanges  *changes,
                                       GError           **error)
{
  g_autoptr(GArray) enrolments =
    callboard_db_numbers (db, error, "SELECT enrolment_id FROM interview WHERE candidate_id = $1 AND " CALLBOARD_LIVE_INTERVIEW_SQL,
                          "i", candidate);

  return release (db, enrolments, now, FALSE, changes, error);
}

/* The seat as it was, and not the slot: its notice may be over. */
static gboolean
book_again (CallboardDb       *db,
            gint64             id,
            gint64             real_now,
            CallboardChanges  *changes,
            GError           **error)
{
  CallboardEnrolment enrolment;
  g_auto(CallboardDiary) diary = { 0 };
  CallboardSlot slot = { 0 };
  gint64 now;

  if (!callboard_enrolment_load (db, id, &enrolment, error) ||
      !callboard_diary_load (db, &enrolment, &diary, real_now, error) ||
      !callboard_db_number (db, &slot.starts_at, error,
                            "SELECT starts_at FROM interview WHERE enrolment_id = $1 ORDER BY id DESC LIMIT 1", "i", id) ||
      !callboard_db_number (db, &slot.ends_at, error,
                            "SELECT ends_at FROM interview WHERE enrolment_id = $1 ORDER BY id DESC LIMIT 1", "i", id))
    return FALSE;

  now = real_now + enrolment.account.shift;
  if (slot.starts_at <= now || !callboard_diary_is_free (&diary, &slot))
    return TRUE;

  return callboard_db_run (db, error,
                           "UPDATE OR IGNORE interview SET state = 'booked', changed_at = $1 WHERE id ="
                           " (SELECT max (id) FROM interview WHERE enrolment_id = $2)", "ii", now, id) &&
         (callboard_db_changes (db) == 0 ||
          (note_change (db, &enrolment, now, changes, error) &&
           callboard_interview_set_reminders (db, &enrolment, slot.starts_at, now, error)));
}

gboolean
callboard_interview_restore (CallboardDb       *db,
                             gint64             application,
                             gint64             released_at,
                             gint64             now,
                             CallboardChanges  *changes,
                             GError           **error)
{
  g_autoptr(GArray) enrolments =
    callboard_db_numbers (db, error,
                          "SELECT i.enrolment_id FROM interview i JOIN enrolment e ON e.id = i.enrolment_id"
                          " JOIN account a ON a.id = e.account_id WHERE i.application_id = $1 AND i.state = 'cancelled'"
                          " AND i.changed_at - a.clock_shift = $2", "ii", application, released_at);

  if (enrolments == NULL)
    return FALSE;

  for (guint i = 0; i < enrolments->len; i++)
    {
      if (!book_again (db, g_array_index (enrolments, gint64, i), now, changes, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_interview_get_start (CallboardDb  *db,
                               gint64        enrolment,
                               gint64       *starts_at,
                               GError      **error)
{
  *starts_at = 0;

  return callboard_db_number (db, starts_at, error,
                              "SELECT starts_at FROM interview WHERE enrolment_id = $1 AND " CALLBOARD_LIVE_INTERVIEW_SQL, "i", enrolment);
}
