/* callboard-reading-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CALLBOARD_READING_MAX_LENGTH 1000

/* Stars, whichever were typed. */
#define CALLBOARD_STAR       0x2b50
#define CALLBOARD_EMPTY_STAR 0x2606

typedef enum
{
  CALLBOARD_TOKEN_END,
  CALLBOARD_TOKEN_FIGURES,
  CALLBOARD_TOKEN_WORD,
  CALLBOARD_TOKEN_SIGN,
} CallboardTokenKind;

/* A piece of an answer. Apostrophes, emoji, brackets, quotes, and the point of an abbreviation are gone. */
typedef struct
{
  CallboardTokenKind  kind;
  gboolean            spaced;
  char               *word;
  guint64             number;
  guint               n_figures;
  gunichar            sign;
} CallboardToken;

typedef enum
{
  CALLBOARD_READING_NUMBER,
  CALLBOARD_READING_ORDINAL,
  CALLBOARD_READING_ORDINAL_ENDING,
  CALLBOARD_READING_MONTH,
  CALLBOARD_READING_WEEKDAY,
  CALLBOARD_READING_SHORT_WEEKDAY,
  CALLBOARD_READING_DAY,
  CALLBOARD_READING_WHICH,
  CALLBOARD_READING_FROM,
  CALLBOARD_READING_DATE_WORD,
  CALLBOARD_READING_ABOUT,
  CALLBOARD_READING_NOISE,
  CALLBOARD_READING_UNIT,
  CALLBOARD_READING_THOUSAND,
  CALLBOARD_READING_OUT_OF,
  CALLBOARD_READING_STARS,
  CALLBOARD_READING_TRUTH,
  CALLBOARD_READING_AND,
  CALLBOARD_READING_ALL,
  CALLBOARD_READING_BOTH,
  CALLBOARD_READING_NONE,
  CALLBOARD_READING_BUT,
  CALLBOARD_READING_NO_PROBLEM,
  CALLBOARD_READING_COURTESY,
} CallboardReadingKind;

#define CALLBOARD_READING_N_KINDS (CALLBOARD_READING_COURTESY + 1)

/* The values of CALLBOARD_READING_WHICH and CALLBOARD_READING_UNIT. That of CALLBOARD_READING_FROM says whether the day may
 * be past, that of CALLBOARD_READING_TRUTH which it is. */
enum { CALLBOARD_WHICH_NEXT, CALLBOARD_WHICH_COMING, CALLBOARD_WHICH_THIS };
enum { CALLBOARD_UNIT_YEARS, CALLBOARD_UNIT_MONTHS, CALLBOARD_UNIT_WEEKS, CALLBOARD_UNIT_DAYS, CALLBOARD_UNIT_HOURS,
       CALLBOARD_UNIT_MINUTES, CALLBOARD_UNIT_OTHER };

/* The words of one language, or of all. Read once, never changed, never freed: safe from any thread. */
typedef struct _CallboardReadings CallboardReadings;

struct _CallboardReadings
{
  GHashTable              *words[CALLBOARD_READING_N_KINDS];
  const CallboardReadings *fallback;
  char                     decimal;
  char                     thousands;
  char                    *short_date;
  char                   **day_first;
  char                   **month_first;
  gboolean                 month_day;
};

/* A day of the calendar; the year may be 0. */
typedef struct
{
  guint day;
  guint month;
  int   year;
} CallboardCalendarDay;

GArray                  *callboard_tokenise     (const char              *text);
const CallboardReadings *callboard_readings_get (const char              *language);
const CallboardReadings *callboard_readings_get_all (void);
guint                    callboard_match        (const CallboardReadings *readings,
                                                 CallboardReadingKind     kind,
                                                 GArray                  *tokens,
                                                 guint                    at,
                                                 guint                   *value);
guint                    callboard_read_figures (const CallboardReadings *readings,
                                                 GArray                  *tokens,
                                                 guint                    at,
                                                 double                  *value);
gboolean                 callboard_read_calendar (const CallboardReadings *readings,
                                                 const char              *language,
                                                 int                      this_year,
                                                 GArray                  *tokens,
                                                 guint                   *at,
                                                 CallboardCalendarDay    *day);
guint64                  callboard_read_list     (GArray                  *tokens,
                                                 GPtrArray               *labels,
                                                 gboolean                 figures,
                                                 gboolean                 letters);
gboolean                 callboard_is_phrase     (const CallboardReadings *readings,
                                                 CallboardReadingKind     kind,
                                                 const char              *folded);

static inline const CallboardToken *
callboard_token (GArray *tokens,
                 guint   at)
{
  return &g_array_index (tokens, CallboardToken, at);
}

static inline gboolean
callboard_token_is_sign (GArray   *tokens,
                         guint     at,
                         gunichar  sign)
{
  const CallboardToken *token = callboard_token (tokens, at);

  return token->kind == CALLBOARD_TOKEN_SIGN && token->sign == sign;
}

/* A sign that only ends a part of a sentence. */
static inline gboolean
callboard_token_is_pause (GArray *tokens,
                          guint   at)
{
  const CallboardToken *token = callboard_token (tokens, at);

  return token->kind == CALLBOARD_TOKEN_SIGN && token->sign < 0x80 && token->sign != 0 &&
         (token->sign == '.' || token->sign == ',' || token->sign == '!' || token->sign == ';' || token->sign == ':');
}

G_END_DECLS
