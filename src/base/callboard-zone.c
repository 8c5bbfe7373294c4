/* callboard-zone.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-zone.h"
#include "callboard-zone-private.h"

#include "callboard-clock.h"

#define CIVIL_START  (8 * 60)
#define CIVIL_END    (21 * 60)
#define WIDENING     30
#define HORIZON      (15 * CALLBOARD_DAY)
#define MAX_KEY      96
/* The year 9000, up to which GDateTime surely reaches. */
#define MAX_TIME     (G_GINT64_CONSTANT (221845392000) * CALLBOARD_SECOND)

/* What was found last for one country or zone and hours. From `from` on, the answer is `open`; then, until `close`, the time
 * asked for. */
typedef struct
{
  GPtrArray *zones;
  gint64     from;
  gint64     open;
  gint64     close;
} Entry;

const CallboardSendHours callboard_send_hours_default = {
  .start_minute = 9 * 60,
  .end_minute = 19 * 60,
  .weekdays = CALLBOARD_WEEKDAY (G_DATE_MONDAY) | CALLBOARD_WEEKDAY (G_DATE_TUESDAY) |
              CALLBOARD_WEEKDAY (G_DATE_WEDNESDAY) | CALLBOARD_WEEKDAY (G_DATE_THURSDAY) |
              CALLBOARD_WEEKDAY (G_DATE_FRIDAY),
};

static GMutex lock;

/* The system's zones and not ICU's: governments change the clocks more often than ICU is updated. */
static Entry *
create_entry (const char *country,
              const char *zone)
{
  Entry *entry = g_new0 (Entry, 1);
  g_auto(GStrv) names = callboard_zone_find (country, zone);

  entry->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) g_time_zone_unref);
  for (guint i = 0; names[i] != NULL; i++)
    g_ptr_array_add (entry->zones, callboard_zone_open (names[i]));
  entry->close = G_MININT64;

  return entry;
}

static Entry *
get_entry (const char               *country,
           const char               *zone,
           const CallboardSendHours *hours)
{
  static GHashTable *entries;
  char key[MAX_KEY];
  Entry *entry;

  if (entries == NULL)
    entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_snprintf (key, sizeof key, "%.4s|%u|%u|%x|%s", country != NULL ? country : "",
              hours->start_minute, hours->end_minute, hours->weekdays, zone != NULL ? zone : "");
  entry = g_hash_table_lookup (entries, key);
  if (entry == NULL)
    {
      entry = create_entry (country, zone);
      g_hash_table_insert (entries, g_strdup (key), entry);
    }

  return entry;
}

static GDateTime *
get_local (GTimeZone *zone,
           gint64     time)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / CALLBOARD_SECOND);

  return g_date_time_to_timezone (utc, zone);
}

/* When it is `minute` of the day, some days after the one of `local`. */
static gint64
get_time (GTimeZone *zone,
          GDateTime *local,
          int        days,
          guint      minute)
{
  g_autoptr(GDateTime) day = g_date_time_add_days (local, days + minute / (24 * 60));
  g_autoptr(GDateTime) time = g_date_time_new (zone,
                                               g_date_time_get_year (day),
                                               g_date_time_get_month (day),
                                               g_date_time_get_day_of_month (day),
                                               minute / 60 % 24, minute % 60, 0);

  return g_date_time_to_unix (time) * CALLBOARD_SECOND;
}

static gboolean
is_sending_day (GDateTime                *local,
                const CallboardSendHours *hours,
                int                       days)
{
  int day = (g_date_time_get_day_of_week (local) - 1 + days) % 7 + 1;

  return (hours->weekdays & CALLBOARD_WEEKDAY (day)) != 0;
}

/* The next moment from `time` on that is inside the hours in this one zone. */
static gint64
find_open (GTimeZone                *zone,
           const CallboardSendHours *hours,
           gint64                    time)
{
  g_autoptr(GDateTime) local = get_local (zone, time);
  guint minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  int days;

  if (is_sending_day (local, hours, 0) && minute >= hours->start_minute && minute < hours->end_minute)
    return time;

  days = minute < hours->start_minute ? 0 : 1;
  while (!is_sending_day (local, hours, days))
    days++;

  return get_time (zone, local, days, hours->start_minute);
}

static gint64
find_close (GTimeZone                *zone,
            const CallboardSendHours *hours,
            gint64                    time)
{
  g_autoptr(GDateTime) local = get_local (zone, time);

  return get_time (zone, local, 0, hours->end_minute);
}

/* Lets one zone after the other push the time on, until none does. */
static gboolean
find_overlap (Entry                    *entry,
              const CallboardSendHours *hours,
              gint64                    now,
              guint                     n_zones)
{
  gint64 time = now;
  guint agreeing = 0;

  for (guint i = 0; agreeing < n_zones; i = (i + 1) % n_zones)
    {
      gint64 open = find_open (g_ptr_array_index (entry->zones, i), hours, time);

      agreeing = open == time ? agreeing + 1 : 1;
      time = open;
      if (time - now > HORIZON)
        return FALSE;
    }

  entry->from = now;
  entry->open = time;
  entry->close = G_MAXINT64;
  for (guint i = 0; i < n_zones; i++)
    entry->close = MIN (entry->close, find_close (g_ptr_array_index (entry->zones, i), hours, time));

  return TRUE;
}

static CallboardSendHours
widen_hours (const CallboardSendHours *hours,
             guint                     minutes)
{
  CallboardSendHours wide = *hours;

  if (wide.start_minute > CIVIL_START)
    wide.start_minute -= MIN (minutes, wide.start_minute - CIVIL_START);
  if (wide.end_minute < CIVIL_END)
    wide.end_minute += MIN (minutes, CIVIL_END - wide.end_minute);

  return wide;
}

static void
refresh_entry (Entry                    *entry,
               const CallboardSendHours *hours,
               gint64                    now)
{
  for (guint minutes = 0; minutes <= CIVIL_END - CIVIL_START; minutes += WIDENING)
    {
      CallboardSendHours wide = widen_hours (hours, minutes);

      if (find_overlap (entry, &wide, now, entry->zones->len))
        return;
    }

  if (!find_overlap (entry, hours, now, 1))
    g_assert_not_reached ();
}

static gboolean
is_american (const char *country)
{
  static const char * const countries[] = { "AS", "GU", "MP", "PR", "UM", "US", "VI", NULL };

  return country != NULL && g_strv_contains (countries, country);
}

static gboolean
has_any (const CallboardSendHours *hours)
{
  return hours->start_minute < hours->end_minute && hours->end_minute <= 24 * 60 && (hours->weekdays & 0x7f) != 0;
}

static CallboardSendHours
choose_hours (const CallboardSendHours *hours,
              const char               *country)
{
  CallboardSendHours chosen = hours != NULL && has_any (hours) ? *hours : callboard_send_hours_default;

  if (is_american (country))
    {
      chosen.start_minute = MAX (chosen.start_minute, CIVIL_START);
      chosen.end_minute = MIN (chosen.end_minute, CIVIL_END);
    }

  return has_any (&chosen) ? chosen : callboard_send_hours_default;
}

gint64
callboard_zone_next_send_time (gint64                    now,
                               const char               *country,
                               const char               *zone,
                               const CallboardSendHours *hours)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  CallboardSendHours chosen = choose_hours (hours, country);
  Entry *entry = get_entry (country, zone, &chosen);

  g_return_val_if_fail (now >= 0 && now < MAX_TIME, now);

  if (now < entry->from || now >= entry->close)
    refresh_entry (entry, &chosen, now);

  return MAX (now, entry->open);
}
