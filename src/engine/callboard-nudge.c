/* callboard-nudge.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-nudge.h"

#include "callboard-clock.h"

/* What has not left yet is no silence of the candidate. */
#define UNSENT_WAIT CALLBOARD_HOUR

/* A step that waits for the person, without a time, was not said. */
#define LAST_SQL                                                                                     \
  "SELECT max (coalesce ((SELECT delivered_at FROM enrolment WHERE id = $1), 0),"                    \
  " coalesce ((SELECT max (created_at) FROM message WHERE candidate_id = $2"                         \
  "  AND kind IN ('step', 'typed', 'reply') AND state NOT IN ('waiting', 'cancelled')), 0))"

static gboolean
waits_for_candidate (const CallboardEnrolment *enrolment)
{
  if (enrolment->blast || enrolment->held ||
      (enrolment->status != CALLBOARD_STATUS_DELIVERED && enrolment->status != CALLBOARD_STATUS_IN_PROGRESS))
    return FALSE;

  switch (enrolment->state.phase)
    {
    case CALLBOARD_PHASE_WELCOME:
    case CALLBOARD_PHASE_QUESTION:
    case CALLBOARD_PHASE_SLOTS:
      return TRUE;

    case CALLBOARD_PHASE_START:
    case CALLBOARD_PHASE_BOOKED:
    case CALLBOARD_PHASE_ATTENTION:
    case CALLBOARD_PHASE_DONE:
    default:
      return FALSE;
    }
}

/* A clock that was put back would keep a person from being nudged until it has caught up. */
static gboolean
find_nudged (CallboardDb  *db,
             gint64        candidate,
             gint64        now,
             gint64       *nudged_at,
             GError      **error)
{
  *nudged_at = 0;

  return callboard_db_run (db, error, "UPDATE candidate SET nudged_at = $1 WHERE id = $2 AND nudged_at > $1",
                           "ii", now, candidate) &&
         callboard_db_number (db, nudged_at, error, "SELECT coalesce (nudged_at, 0) FROM candidate WHERE id = $1",
                              "i", candidate);
}

/* The beginning of the day after, where the candidate lives. */
static gboolean
find_next_day (CallboardDb  *db,
               gint64        candidate,
               gint64        time,
               gint64       *next,
               GError      **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / CALLBOARD_SECOND);
  g_autoptr(GDateTime) local = NULL;
  g_autoptr(GDateTime) midnight = NULL;

  if (!callboard_candidate_find_zone (db, candidate, &name, error))
    return FALSE;

  zone = name != NULL ? g_time_zone_new_identifier (name) : NULL;
  if (zone == NULL)
    zone = g_time_zone_new_utc ();
  local = g_date_time_to_timezone (utc, zone);
  midnight = g_date_time_new (zone, g_date_time_get_year (local), g_date_time_get_month (local),
                              g_date_time_get_day_of_month (local), 0, 0, 0.0);
  *next = (g_date_time_to_unix (midnight) + 24 * 60 * 60) * CALLBOARD_SECOND;

  return TRUE;
}

/* When the next nudge is due, %G_MAXINT64 for never. */
static gboolean
find_due (CallboardDb               *db,
          const CallboardEnrolment  *enrolment,
          gint64                     now,
          gint64                    *due,
          GError                   **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  const gint64 *nudges;
  gint64 last = 0;
  gint64 nudged_at, next_day;
  guint n;

  *due = G_MAXINT64;
  if (script == NULL)
    return FALSE;

  nudges = callboard_script_get_nudges (script, &n);
  if (enrolment->nudges >= n || !waits_for_candidate (enrolment))
    return TRUE;

  if (!callboard_db_number (db, &last, error, LAST_SQL, "ii", enrolment->id, enrolment->candidate) ||
      !find_nudged (db, enrolment->candidate, now, &nudged_at, error) ||
      !find_next_day (db, enrolment->candidate, nudged_at, &next_day, error))
    return FALSE;

  *due = MIN (last, now) + nudges[enrolment->nudges];
  if (nudged_at != 0)
    *due = MAX (*due, next_day);
  *due = callboard_next_send_time (db, enrolment->candidate, MAX (*due, now));

  return TRUE;
}

static gboolean
set_timer (CallboardDb               *db,
           const CallboardEnrolment  *enrolment,
           gint64                     due,
           GError                   **error)
{
  if (due == G_MAXINT64)
    return callboard_db_run (db, error, "DELETE FROM timer WHERE enrolment_id = $1 AND kind = 'nudge'",
                             "i", enrolment->id);

  return callboard_db_run (db, error,
                           "INSERT INTO timer (enrolment_id, account_id, kind, due_at) VALUES ($1, $2, 'nudge', $3)"
                           " ON CONFLICT (enrolment_id, kind) DO UPDATE SET due_at = excluded.due_at",
                           "iii", enrolment->id, enrolment->account.id, due);
}

static gboolean
has_unsent (CallboardDb               *db,
            const CallboardEnrolment  *enrolment,
            gboolean                  *unsent,
            GError                   **error)
{
  gint64 n = 0;

  if (!callboard_db_number (db, &n, error,
                            "SELECT EXISTS (SELECT 1 FROM message WHERE enrolment_id = $1"
                            " AND (state = 'claimed' OR (state = 'waiting' AND due_at IS NOT NULL)))", "i", enrolment->id))
    return FALSE;

  *unsent = n != 0;

  return TRUE;
}

/* Counted before it is written, so that whatever happens it is not written twice. */
static gboolean
nudge (CallboardDb         *db,
       CallboardEnrolment  *enrolment,
       gint64               now,
       CallboardChanges    *changes,
       GError             **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_NUDGE, .n = ++enrolment->nudges };
  guint n;

  if (script == NULL)
    return FALSE;

  callboard_script_get_nudges (script, &n);
  event.last = event.n >= n;

  return callboard_db_run (db, error, "UPDATE enrolment SET nudges = $1 WHERE id = $2",
                           "ii", (gint64) enrolment->nudges, enrolment->id) &&
         callboard_db_run (db, error, "UPDATE candidate SET nudged_at = $1 WHERE id = $2",
                           "ii", now, enrolment->candidate) &&
         callboard_enrolment_step (db, enrolment, &event, 0, now, NULL, changes, error) &&
         callboard_nudge_plan (db, enrolment, now, error);
}

gboolean
callboard_nudge_plan (CallboardDb               *db,
                      const CallboardEnrolment  *enrolment,
                      gint64                     now,
                      GError                   **error)
{
  gint64 due;

  return find_due (db, enrolment, now, &due, error) && set_timer (db, enrolment, due, error);
}

gboolean
callboard_nudge_reset (CallboardDb         *db,
                       CallboardEnrolment  *enrolment,
                       gint64               now,
                       GError             **error)
{
  enrolment->nudges = 0;

  return callboard_db_run (db, error, "UPDATE enrolment SET nudges = 0 WHERE id = $1", "i", enrolment->id) &&
         callboard_nudge_plan (db, enrolment, now, error);
}

gboolean
callboard_nudge_send (CallboardDb         *db,
                      CallboardEnrolment  *enrolment,
                      gint64               now,
                      CallboardChanges    *changes,
                      GError             **error)
{
  gboolean unsent = FALSE;
  gint64 due;

  if (!find_due (db, enrolment, now, &due, error))
    return FALSE;

  if (due > now)
    return set_timer (db, enrolment, due, error);

  if (!has_unsent (db, enrolment, &unsent, error))
    return FALSE;

  return unsent ? set_timer (db, enrolment, now + UNSENT_WAIT, error) : nudge (db, enrolment, now, changes, error);
}
