/* callboard-interview-diary.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-interview-private.h"

#include "callboard-settings.h"

/* People of one campaign may share a time; everybody else's interviews with the interviewer, and the candidate's own
 * others, block theirs. Those of the same visit would be moved, and block nothing. */
#define TAKEN_SQL                                                                                             \
  "SELECT i.starts_at, i.ends_at, count(*), i.interviewer = $1 AND e.campaign_id = $2 AND i.candidate_id <> $3 AS same"  \
  " FROM interview i JOIN enrolment e ON e.id = i.enrolment_id"                                               \
  " WHERE i.state IN ('booked', 'confirmed') AND i.ends_at > $4 AND e.visit_id <> $5"                         \
  " AND (i.interviewer = $1 OR i.candidate_id = $3) GROUP BY i.starts_at, i.ends_at, same"

#define INTERVIEWER_SQL                                                                        \
  "SELECT coalesce (nullif (trim ($1), ''), nullif (trim (j.manager), ''),"                     \
  " nullif ((SELECT value FROM setting WHERE name = '" CALLBOARD_SETTING_RECRUITER "'), ''), j.title)"  \
  " FROM application a JOIN job j ON j.id = a.job_id WHERE a.id = $2"

void
callboard_diary_clear (CallboardDiary *self)
{
  g_free (self->interviewer);
  g_clear_pointer (&self->taken, g_array_unref);
}

static gboolean
load_taken (CallboardDb               *db,
            const CallboardEnrolment  *enrolment,
            CallboardDiary            *diary,
            gint64                     now,
            GError                   **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault, TAKEN_SQL, "siiii", diary->interviewer, enrolment->campaign, enrolment->candidate,
                         now, enrolment->visit);

  diary->taken = g_array_new (FALSE, FALSE, sizeof (CallboardTaken));
  while (callboard_rows_next (rows, &fault))
    {
      CallboardTaken taken = {
        .starts_at = callboard_rows_int (rows, 0), .ends_at = callboard_rows_int (rows, 1),
        .seats = callboard_rows_int (rows, 2), .same = callboard_rows_int (rows, 3) != 0
      };

      g_array_append_val (diary->taken, taken);
    }

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

gboolean
callboard_diary_load (CallboardDb               *db,
                      const CallboardEnrolment  *enrolment,
                      CallboardDiary            *self,
                      gint64                     now,
                      GError                   **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);

  if (script == NULL)
    return FALSE;

  self->schedule = callboard_script_get_schedule (script);
  g_return_val_if_fail (self->schedule != NULL, FALSE);

  return callboard_db_text (db, &self->interviewer, error, INTERVIEWER_SQL, "si", self->schedule->interviewer,
                            enrolment->application) &&
         load_taken (db, enrolment, self, now, error);
}

gboolean
callboard_diary_is_free (const CallboardDiary *self,
                         const CallboardSlot  *slot)
{
  return callboard_slots_is_free (self->schedule, (gconstpointer) self->taken->data, self->taken->len, slot);
}

static gboolean
find_current (CallboardDb               *db,
              const CallboardEnrolment  *enrolment,
              gint64                    *starts_at,
              GError                   **error)
{
  *starts_at = 0;

  return callboard_db_number (db, starts_at, error,
                              "SELECT i.starts_at FROM interview i JOIN enrolment e ON e.id = i.enrolment_id"
                              " WHERE e.visit_id = $1 AND i." CALLBOARD_LIVE_INTERVIEW_SQL, "i", enrolment->visit);
}

gboolean
callboard_interview_find_slots (CallboardDb               *db,
                                const CallboardEnrolment  *enrolment,
                                gint64                     from,
                                gint64                     until,
                                gint64                     now,
                                GArray                   **slots,
                                GError                   **error)
{
  g_auto(CallboardDiary) diary = { 0 };
  gint64 current;

  if (!callboard_diary_load (db, enrolment, &diary, now, error) || !find_current (db, enrolment, &current, error))
    return FALSE;

  *slots = callboard_slots_find (diary.schedule, (gconstpointer) diary.taken->data, diary.taken->len, now, from,
                                 until);
  for (guint i = (*slots)->len; i > 0; i--)
    {
      if (g_array_index (*slots, CallboardSlot, i - 1).starts_at == current)
        g_array_remove_index (*slots, i - 1);
    }

  return TRUE;
}
