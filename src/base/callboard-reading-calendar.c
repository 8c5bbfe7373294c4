/* callboard-reading-calendar.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-private.h"

#include <string.h>

#define FIRST_YEAR  1900
#define LAST_YEAR   2100
#define YEARS_AHEAD 10
#define YEARS_BACK  80
#define LAST_HOUR   24

typedef struct
{
  const CallboardReadings *readings;
  const char              *language;
  GArray                  *tokens;
  guint                    at;
  int                      this_year;
  CallboardCalendarDay     found;
} Reader;

static const CallboardToken *
peek (Reader *reader)
{
  return callboard_token (reader->tokens, reader->at);
}

static gboolean
take (Reader               *reader,
      CallboardReadingKind  kind,
      guint                *value)
{
  guint n = callboard_match (reader->readings, kind, reader->tokens, reader->at, value);

  reader->at += n;

  return n > 0;
}

static const CallboardToken *
take_figures (Reader *reader,
              guint   max_figures)
{
  const CallboardToken *token = peek (reader);

  if (token->kind != CALLBOARD_TOKEN_FIGURES || token->n_figures > max_figures)
    return NULL;
  reader->at++;

  return token;
}

/* One of "./-", ' ' where the next figures merely stand apart, or 0. */
static char
take_separator (Reader *reader)
{
  const CallboardToken *token = peek (reader);

  if (token->kind == CALLBOARD_TOKEN_FIGURES && token->spaced)
    return ' ';
  if (token->kind != CALLBOARD_TOKEN_SIGN || (token->sign != '.' && token->sign != '/' && token->sign != '-'))
    return '\0';
  reader->at++;

  return token->sign;
}

static gboolean
set_year (Reader               *reader,
          const CallboardToken *figures)
{
  int year = figures->number;
  int century = reader->this_year / 100 * 100;

  if (figures->n_figures == 2)
    {
      year += century;
      if (year > reader->this_year + YEARS_AHEAD)
        year -= 100;
      if (year < reader->this_year - YEARS_BACK)
        return FALSE;
    }
  reader->found.year = year;

  return (figures->n_figures == 2 || figures->n_figures == 4) && year >= FIRST_YEAR && year <= LAST_YEAR;
}

static gboolean
is_country (char       **countries,
            const char  *language)
{
  const char *dash = language != NULL ? strpbrk (language, "-_") : NULL;
  g_autofree char *country = g_ascii_strup (dash != NULL ? dash + 1 : "", -1);

  return countries != NULL && (g_strv_contains ((const char * const *) countries, "*") ||
                               g_strv_contains ((const char * const *) countries, country));
}

/* Which of the two numbers is the day: the country says, or only one can be. Strangers write whole dates their own way. */
static gboolean
set_day_and_month (Reader   *reader,
                   guint     first,
                   guint     second,
                   gboolean  stranger)
{
  gboolean day_first = is_country (reader->readings->day_first, reader->language);
  gboolean month_first = !day_first && is_country (reader->readings->month_first, reader->language);
  gboolean unclear = !day_first && !month_first;

  if (unclear && first <= 12 && second <= 12 && first != second)
    return FALSE;
  if (unclear || (stranger && (day_first ? second : first) > 12))
    {
      day_first = second <= 12;
      month_first = !day_first;
    }
  reader->found.day = day_first ? first : second;
  reader->found.month = day_first ? second : first;

  return reader->found.month <= 12;
}

static gboolean
read_year_first (Reader *reader)
{
  const CallboardToken *year = take_figures (reader, 4);
  char separator = take_separator (reader);
  const CallboardToken *month = take_figures (reader, 2);
  gboolean same = separator != '\0' && separator != ' ' && take_separator (reader) == separator;
  const CallboardToken *day = take_figures (reader, 2);

  if (!same || month == NULL || day == NULL || !set_year (reader, year))
    return FALSE;
  reader->found.day = day->number;
  reader->found.month = month->number;

  return TRUE;
}

/* After "1.12": perhaps ".2026", perhaps only a point. */
static gboolean
read_rest (Reader *reader,
           char    separator,
           guint   first,
           guint   second)
{
  guint start = reader->at;
  gboolean same = take_separator (reader) == separator;
  const CallboardToken *year = same ? take_figures (reader, 4) : NULL;

  if (year != NULL)
    return (year->n_figures == 4 || !year->spaced) && set_year (reader, year) &&
           set_day_and_month (reader, first, second, year->n_figures == 4 && separator == '/');

  reader->at = start;
  if (separator == '.' && callboard_token_is_sign (reader->tokens, start, '.'))
    reader->at++;

  return separator != ' ' && reader->readings->short_date != NULL && strchr (reader->readings->short_date, separator) != NULL &&
         set_day_and_month (reader, first, second, FALSE);
}

static gboolean
read_in_figures (Reader *reader)
{
  const CallboardToken *first = take_figures (reader, 2);
  char separator = take_separator (reader);
  const CallboardToken *second = take_figures (reader, 2);

  if (separator == '\0' || second == NULL)
    return FALSE;

  return read_rest (reader, separator, first->number, second->number);
}

static void
skip_between (Reader *reader)
{
  guint nothing;

  while (take (reader, CALLBOARD_READING_DATE_WORD, &nothing) || callboard_token_is_sign (reader->tokens, reader->at, ',') ||
         take_separator (reader) > ' ')
    if (callboard_token_is_sign (reader->tokens, reader->at, ','))
      reader->at++;
}

/* The year after the name of a month. "10" might be the time of day. */
static gboolean
read_named_year (Reader *reader)
{
  const CallboardToken *year;

  skip_between (reader);
  year = take_figures (reader, 4);
  if (year == NULL)
    return TRUE;

  return (year->n_figures == 4 || year->number > LAST_HOUR) && set_year (reader, year);
}

static gboolean
read_day (Reader *reader)
{
  const CallboardToken *day = take_figures (reader, 2);
  guint nothing;

  if (day == NULL)
    return take (reader, CALLBOARD_READING_ORDINAL, &reader->found.day) ||
           take (reader, CALLBOARD_READING_NUMBER, &reader->found.day);

  reader->found.day = day->number;
  if (!peek (reader)->spaced)
    take (reader, CALLBOARD_READING_ORDINAL_ENDING, &nothing);

  return TRUE;
}

static gboolean
read_with_name (Reader *reader)
{
  if (reader->readings->month_day && take (reader, CALLBOARD_READING_MONTH, &reader->found.month))
    {
      skip_between (reader);
      return read_day (reader) && read_named_year (reader);
    }
  if (!read_day (reader))
    return FALSE;
  skip_between (reader);

  return take (reader, CALLBOARD_READING_MONTH, &reader->found.month) && read_named_year (reader);
}

/* Reads a day of the calendar; @at moves on over it. The year is 0 when it is left out. */
gboolean
callboard_read_calendar (const CallboardReadings *readings,
                         const char              *language,
                         int                      this_year,
                         GArray                  *tokens,
                         guint                   *at,
                         CallboardCalendarDay    *day)
{
  Reader reader = { readings, language, tokens, *at, this_year, { 0 } };
  guint nothing;
  gboolean read;

  while (take (&reader, CALLBOARD_READING_DATE_WORD, &nothing))
    continue;
  *at = reader.at;
  if (peek (&reader)->kind == CALLBOARD_TOKEN_FIGURES && peek (&reader)->n_figures == 4)
    read = read_year_first (&reader);
  else
    read = peek (&reader)->kind == CALLBOARD_TOKEN_FIGURES && peek (&reader)->n_figures <= 2 && read_in_figures (&reader);

  if (!read)
    {
      reader.at = *at;
      read = read_with_name (&reader);
    }
  *at = reader.at;
  *day = reader.found;

  return read && day->day >= 1 && day->day <= 31 && day->month >= 1 && day->month <= 12;
}
