/* callboard-slots.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-slots.h"

#include "callboard-clock.h"

#define MAX_DAYS 60

/* One call of callboard_slots_find(). */
typedef struct
{
  const CallboardSchedule *schedule;
  const CallboardTaken    *taken;
  guint                    n_taken;
  GTimeZone               *zone;
  gint64                   earliest;
  gint64                   horizon;
  GArray                  *found;
} Search;

/* When the clock on the wall shows a minute of a day; in spring there are minutes that it never shows. */
static gboolean
find_time (const Search *search,
           const GDate  *date,
           guint         minute,
           gint64       *time)
{
  g_autoptr(GDateTime) local = g_date_time_new (search->zone, g_date_get_year (date), g_date_get_month (date),
                                                g_date_get_day (date), minute / 60, minute % 60, 0);

  if (local == NULL || (guint) (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local)) != minute)
    return FALSE;

  *time = g_date_time_to_unix (local) * CALLBOARD_SECOND;

  return TRUE;
}

static guint
count_free (const Search        *search,
            const CallboardSlot *slot,
            guint                seats)
{
  gint64 gap = search->schedule->gap * CALLBOARD_MINUTE;

  for (guint i = 0; i < search->n_taken; i++)
    {
      const CallboardTaken *taken = &search->taken[i];

      if (taken->same && taken->starts_at == slot->starts_at)
        seats -= MIN (seats, taken->seats);
      else if (taken->starts_at < slot->ends_at + gap && slot->starts_at < taken->ends_at + gap)
        return 0;
    }

  return seats;
}

static gboolean
add_slot (Search     *search,
          gint64      starts_at,
          guint       seats,
          const char *session)
{
  CallboardSlot slot = { starts_at, starts_at + search->schedule->duration * CALLBOARD_MINUTE, NULL };

  if (starts_at < search->earliest || count_free (search, &slot, seats) == 0)
    return FALSE;

  callboard_slots_add (search->found, slot.starts_at, slot.ends_at, session);

  return TRUE;
}

static void
add_sessions (Search *search)
{
  for (guint i = 0; i < search->schedule->sessions->len; i++)
    {
      const CallboardSession *session = &g_array_index (search->schedule->sessions, CallboardSession, i);

      add_slot (search, session->starts_at, session->seats, session->id);
    }
}

static guint
add_day (Search      *search,
         const GDate *date)
{
  const CallboardSchedule *schedule = search->schedule;
  guint step = MAX (schedule->duration + schedule->gap, 1);
  guint n_added = 0;
  gint64 time;

  for (guint i = 0; i < schedule->hours->len; i++)
    {
      const CallboardWeeklyHours *hours = &g_array_index (schedule->hours, CallboardWeeklyHours, i);

      if (hours->weekday != (guint) g_date_get_weekday (date))
        continue;

      for (guint minute = hours->start_minute; minute + schedule->duration <= hours->end_minute; minute += step)
        {
          if (find_time (search, date, minute, &time))
            n_added += add_slot (search, time, schedule->capacity, NULL);
        }
    }

  return n_added;
}

static void
read_date (const Search *search,
           gint64        time,
           GDate        *date)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / CALLBOARD_SECOND);
  g_autoptr(GDateTime) local = g_date_time_to_timezone (utc, search->zone);

  g_date_clear (date, 1);
  g_date_set_dmy (date, g_date_time_get_day_of_month (local), g_date_time_get_month (local), g_date_time_get_year (local));
}

static void
add_weeks (Search *search)
{
  guint n_found = 0;
  GDate date, last;

  read_date (search, search->earliest, &date);
  read_date (search, search->horizon, &last);
  for (guint i = 0; i < MAX_DAYS; i++)
    {
      if (g_date_compare (&date, &last) > 0 && n_found >= CALLBOARD_SLOTS_LEAST)
        break;

      n_found += add_day (search, &date);
      g_date_add_days (&date, 1);
    }
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const CallboardSlot *first = a;
  const CallboardSlot *second = b;

  return (first->starts_at > second->starts_at) - (first->starts_at < second->starts_at);
}

/* What is in the horizon, once each, and of that what is wanted. */
static GArray *
choose (Search *search,
        gint64  from,
        gint64  until)
{
  GArray *slots = callboard_slots_new ();
  gint64 last = 0;
  guint n_free = 0;

  g_array_sort (search->found, compare_slots);
  for (guint i = 0; i < search->found->len; i++)
    {
      const CallboardSlot *slot = &g_array_index (search->found, CallboardSlot, i);

      if (slot->starts_at >= search->horizon && n_free >= CALLBOARD_SLOTS_LEAST)
        break;

      if (n_free > 0 && slot->starts_at == last)
        continue;

      n_free++;
      last = slot->starts_at;
      if (slot->starts_at >= from && (until == 0 || slot->starts_at < until))
        callboard_slots_add (slots, slot->starts_at, slot->ends_at, slot->session);
    }

  return slots;
}

GArray *
callboard_slots_find (const CallboardSchedule *schedule,
                      const CallboardTaken    *taken,
                      guint                    n_taken,
                      gint64                   now,
                      gint64                   from,
                      gint64                   until)
{
  g_autoptr(GTimeZone) zone = NULL;
  g_autoptr(GArray) found = callboard_slots_new ();
  Search search = { .schedule = schedule, .taken = taken, .n_taken = n_taken, .found = found };

  g_return_val_if_fail (schedule != NULL, NULL);
  g_return_val_if_fail (taken != NULL || n_taken == 0, NULL);

  zone = schedule->zone != NULL ? g_time_zone_new_identifier (schedule->zone) : NULL;
  if (zone == NULL)
    return g_steal_pointer (&found);

  search.zone = zone;
  search.earliest = now + schedule->notice * CALLBOARD_MINUTE;
  search.horizon = now + schedule->horizon * CALLBOARD_DAY;
  if (schedule->sessions->len > 0)
    add_sessions (&search);
  else
    add_weeks (&search);

  return choose (&search, from, until);
}

static guint
count_seats (const CallboardSchedule *schedule,
             const CallboardSlot     *slot)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const CallboardSession *session = &g_array_index (schedule->sessions, CallboardSession, i);

      if (g_strcmp0 (session->id, slot->session) == 0)
        return session->seats;
    }

  return schedule->capacity;
}

gboolean
callboard_slots_is_free (const CallboardSchedule *schedule,
                         const CallboardTaken    *taken,
                         guint                    n_taken,
                         const CallboardSlot     *slot)
{
  Search search = { .schedule = schedule, .taken = taken, .n_taken = n_taken };

  g_return_val_if_fail (schedule != NULL && slot != NULL, FALSE);
  g_return_val_if_fail (taken != NULL || n_taken == 0, FALSE);

  return count_free (&search, slot, count_seats (schedule, slot)) > 0;
}
