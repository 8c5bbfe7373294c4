/* callboard-reading-date.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-reading-private.h"

#define MAX_LEAP_WAIT 8
#define NO_WHICH      G_MAXUINT

typedef struct
{
  const CallboardReadings *readings;
  const char              *language;
  const GDate             *today;
  GArray                  *tokens;
  guint                    at;
  guint                    which;
  guint                    weekday;
  gboolean                 abbreviated;
  gboolean                 since;
} Reader;

static gboolean
take (Reader               *reader,
      CallboardReadingKind  kind,
      guint                *value)
{
  guint n = callboard_match (reader->readings, kind, reader->tokens, reader->at, value);

  reader->at += n;

  return n > 0;
}

static gboolean
take_pause (Reader *reader)
{
  gboolean pause = callboard_token_is_pause (reader->tokens, reader->at);

  reader->at += pause;

  return pause;
}

/* Whether that was all. Nothing may stay that was not understood. */
static gboolean
is_at_end (Reader *reader)
{
  guint nothing;

  while (take_pause (reader) || take (reader, CALLBOARD_READING_COURTESY, &nothing))
    continue;

  return callboard_token (reader->tokens, reader->at)->kind == CALLBOARD_TOKEN_END;
}

static gboolean
take_from (Reader *reader)
{
  guint since;

  if (!take (reader, CALLBOARD_READING_FROM, &since))
    return FALSE;
  reader->since |= since;

  return TRUE;
}

static void
skip_beginning (Reader *reader)
{
  guint nothing;

  while (take_pause (reader) || take_from (reader) || take (reader, CALLBOARD_READING_COURTESY, &nothing))
    continue;
}

/* The next such day, today included. */
static gboolean
complete (Reader                     *reader,
          const CallboardCalendarDay *day,
          GDate                      *date)
{
  int this_year = g_date_get_year (reader->today);
  int last = day->year != 0 ? day->year : this_year + MAX_LEAP_WAIT;

  for (int year = day->year != 0 ? day->year : this_year; year <= last; year++)
    {
      if (!g_date_valid_dmy (day->day, day->month, year))
        continue;
      g_date_set_dmy (date, day->day, day->month, year);
      if (day->year != 0 || g_date_compare (date, reader->today) >= 0)
        return TRUE;
    }

  return FALSE;
}

static void
take_weekday (Reader *reader)
{
  take (reader, CALLBOARD_READING_WHICH, &reader->which);
  reader->abbreviated = !take (reader, CALLBOARD_READING_WEEKDAY, &reader->weekday);
  if (reader->abbreviated)
    take (reader, CALLBOARD_READING_SHORT_WEEKDAY, &reader->weekday);
  if (reader->which == NO_WHICH)
    take (reader, CALLBOARD_READING_WHICH, &reader->which);
}

static gboolean
read_calendar (Reader *reader,
               GDate  *date)
{
  CallboardCalendarDay day;

  while (take_pause (reader) || take_from (reader))
    continue;
  if (reader->which != NO_WHICH ||
      !callboard_read_calendar (reader->readings, reader->language, g_date_get_year (reader->today), reader->tokens,
                                &reader->at, &day) ||
      (reader->since && day.year == 0) || !complete (reader, &day, date))
    return FALSE;

  while (take_pause (reader))
    continue;
  if (reader->weekday == G_DATE_BAD_WEEKDAY)
    take_weekday (reader);
  if (reader->which != NO_WHICH)
    return FALSE;

  return reader->weekday == G_DATE_BAD_WEEKDAY || reader->weekday == g_date_get_weekday (date);
}

/* "Next Friday" is in two days for some who say it on a Wednesday, and in nine for others; "this Friday" is in this week.
 * On a Sunday nobody knows which week is the next. */
static gboolean
read_weekday (Reader *reader,
              GDate  *date)
{
  guint today = g_date_get_weekday (reader->today);
  guint ahead = (reader->weekday + 7 - today) % 7;
  gboolean in_this_week = reader->weekday > today;

  if (ahead == 0 && reader->which != CALLBOARD_WHICH_NEXT && reader->which != CALLBOARD_WHICH_COMING)
    return FALSE;
  if (reader->which == CALLBOARD_WHICH_NEXT && (in_this_week || (today == G_DATE_SUNDAY && ahead != 0)))
    return FALSE;
  if (reader->which == CALLBOARD_WHICH_THIS && !in_this_week)
    return FALSE;

  *date = *reader->today;
  g_date_add_days (date, ahead != 0 ? ahead : 7);

  return TRUE;
}

static gboolean
read_day (Reader *reader,
          GDate  *date)
{
  guint ahead;

  skip_beginning (reader);
  if (take (reader, CALLBOARD_READING_DAY, &ahead))
    {
      *date = *reader->today;
      g_date_add_days (date, ahead);
      return TRUE;
    }

  take_weekday (reader);
  if (reader->weekday != G_DATE_BAD_WEEKDAY && !reader->abbreviated && is_at_end (reader))
    return !reader->since && read_weekday (reader, date);

  return read_calendar (reader, date);
}

gboolean
callboard_read_date (const char  *text,
                     const char  *language,
                     const GDate *today,
                     GDate       *date)
{
  g_autoptr(GArray) tokens = callboard_tokenise (text);
  Reader reader = { callboard_readings_get (language), language, today, tokens, 0, NO_WHICH, G_DATE_BAD_WEEKDAY, FALSE, FALSE };
  GDate found;

  g_return_val_if_fail (today != NULL && g_date_valid (today), FALSE);
  g_return_val_if_fail (date != NULL, FALSE);

  if (tokens == NULL || !read_day (&reader, &found) || !is_at_end (&reader))
    return FALSE;

  *date = found;

  return TRUE;
}
