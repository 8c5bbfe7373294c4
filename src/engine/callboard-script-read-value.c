/* callboard-script-read-value.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include <math.h>

#include "callboard-clock.h"
#include "callboard-reading.h"
#include "callboard-when.h"

/* What is larger is no answer to a question. */
#define MAX_NUMBER 1e12

/* "2.5": no digits that say nothing. */
static char *
write_number (double number)
{
  char digits[64], *end;

  g_ascii_formatd (digits, sizeof digits, "%.6f", number);
  end = digits + strlen (digits);
  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    *--end = '\0';

  return g_strdup (g_str_equal (digits, "-0") ? "0" : digits);
}

/* As the candidate would write it. */
static char *
tell_number (CallboardTurn *turn,
             double         number)
{
  char *text = write_number (number);

  if (!g_str_has_prefix (turn->script->language, "en"))
    g_strdelimit (text, ".", ',');

  return text;
}

static gboolean
refuse_number (CallboardTurn    *turn,
               CallboardReading *reading,
               const char       *why,
               const char       *phrase,
               double            number)
{
  g_autofree char *told = tell_number (turn, number);
  const CallboardPhraseFilling fillings[] = { { "min", told }, { "max", told }, { "example", told }, { NULL } };

  return callboard_turn_refuse (reading, why, callboard_phrase_fill (turn->script->language, phrase, fillings));
}

static double
find_example (const CallboardStep *step)
{
  if (isfinite (step->min))
    return step->min;

  return isfinite (step->max) ? step->max : 3;
}

static gboolean
has_more_decimals (double number,
                   guint  decimals)
{
  double scaled = number * pow (10, decimals);

  return fabs (scaled - round (scaled)) > 1e-6 * MAX (1, fabs (scaled) * 1e-6);
}

gboolean
callboard_turn_read_number (CallboardTurn       *turn,
                            const CallboardStep *step,
                            CallboardReading    *reading)
{
  double number;

  if (!callboard_read_number (turn->event->text, turn->script->language, &number) || fabs (number) > MAX_NUMBER)
    return refuse_number (turn, reading, "not-understood", "again-number", find_example (step));
  if (number < step->min)
    return refuse_number (turn, reading, "too-small", "again-number-min", step->min);
  if (number > step->max)
    return refuse_number (turn, reading, "too-big", "again-number-max", step->max);
  if (has_more_decimals (number, step->decimals))
    return refuse_number (turn, reading, "decimals", step->decimals == 0 ? "again-whole" : "again-decimals",
                          step->decimals);

  reading->number = number;
  reading->value = write_number (number);

  return TRUE;
}

gboolean
callboard_turn_read_rating (CallboardTurn       *turn,
                            const CallboardStep *step,
                            CallboardReading    *reading)
{
  guint rating;

  if (!callboard_read_rating (turn->event->text, turn->script->language, step->rating_max, &rating))
    return refuse_number (turn, reading, "not-understood", "again-rating", step->rating_max);

  reading->number = rating;
  reading->value = write_number (rating);

  return TRUE;
}

static void
find_today (CallboardTurn *turn,
            GDate         *today)
{
  g_autoptr(GTimeZone) zone = turn->event->zone != NULL ? g_time_zone_new_identifier (turn->event->zone) : NULL;
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (turn->now / G_USEC_PER_SEC);
  g_autoptr(GDateTime) local = utc != NULL && zone != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
  GDateTime *found = local != NULL ? local : utc;

  if (found == NULL)
    g_date_set_dmy (today, 1, 1, 1970);
  else
    g_date_set_dmy (today, g_date_time_get_day_of_month (found), g_date_time_get_month (found),
                    g_date_time_get_year (found));
}

/* The year is told where it is not this one. */
static char *
tell_date (CallboardTurn *turn,
           const GDate   *date,
           const GDate   *today)
{
  g_autoptr(GDateTime) noon = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date), g_date_get_day (date),
                                                   12, 0, 0);
  g_autofree char *told = callboard_when_tell (g_date_time_to_unix (noon) * G_USEC_PER_SEC, "UTC", turn->script->language,
                                               CALLBOARD_WHEN_DATE);

  if (g_date_get_year (date) == g_date_get_year (today))
    return g_steal_pointer (&told);

  return g_strdup_printf ("%s %u", told, g_date_get_year (date));
}

static gboolean
refuse_date (CallboardTurn    *turn,
             CallboardReading *reading,
             const char       *why,
             const char       *phrase,
             const GDate      *date,
             const GDate      *today)
{
  g_autofree char *told = tell_date (turn, date, today);
  const CallboardPhraseFilling fillings[] = { { "date", told }, { "example", told }, { NULL } };

  return callboard_turn_refuse (reading, why, callboard_phrase_fill (turn->script->language, phrase, fillings));
}

gboolean
callboard_turn_read_date (CallboardTurn       *turn,
                          const CallboardStep *step,
                          CallboardReading    *reading)
{
  GDate today, date, example;
  char value[16];

  g_date_clear (&today, 1);
  g_date_clear (&date, 1);
  find_today (turn, &today);
  example = today;
  g_date_add_days (&example, 7);
  if (!callboard_read_date (turn->event->text, turn->script->language, &today, &date))
    return refuse_date (turn, reading, "not-understood", "again-date", &example, &today);
  if (g_date_valid (&step->earliest) && g_date_compare (&date, &step->earliest) < 0)
    return refuse_date (turn, reading, "too-early", "again-date-min", &step->earliest, &today);
  if (g_date_valid (&step->latest) && g_date_compare (&date, &step->latest) > 0)
    return refuse_date (turn, reading, "too-late", "again-date-max", &step->latest, &today);

  g_snprintf (value, sizeof value, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date),
              g_date_get_day (&date));
  reading->value = g_strdup (value);

  return TRUE;
}

gboolean
callboard_turn_read_email (CallboardTurn       *turn,
                           const CallboardStep *step,
                           CallboardReading    *reading)
{
  if (callboard_read_email (turn->event->text, &reading->value))
    return TRUE;

  return callboard_turn_refuse (reading, "not-understood", callboard_turn_phrase (turn, "again-email", 0));
}
