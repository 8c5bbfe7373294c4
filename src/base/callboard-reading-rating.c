/* callboard-reading-rating.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-reading-private.h"

typedef struct
{
  const CallboardReadings *readings;
  GArray                  *tokens;
  guint                    at;
  guint                    max;
  guint                    mark;
  guint                    n_stars;
  guint                    n_empty;
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
take_number (Reader *reader,
             guint  *value)
{
  const CallboardToken *token = callboard_token (reader->tokens, reader->at);

  if (token->kind != CALLBOARD_TOKEN_FIGURES)
    return take (reader, CALLBOARD_READING_NUMBER, value);
  if (token->n_figures > 3)
    return FALSE;

  *value = token->number;
  reader->at++;

  return TRUE;
}

/* Whether "of 5" follows, or nothing of that kind. */
static gboolean
check_out_of (Reader *reader)
{
  guint value;

  if (callboard_token_is_sign (reader->tokens, reader->at, '/'))
    reader->at++;
  else if (!take (reader, CALLBOARD_READING_OUT_OF, &value))
    return TRUE;

  return take_number (reader, &value) && value == reader->max;
}

static gboolean
take_mark (Reader *reader)
{
  guint value;

  if (reader->mark != 0 || !take_number (reader, &value) || value < 1 || value > reader->max)
    return FALSE;
  reader->mark = value;

  return check_out_of (reader);
}

static gboolean
take_sign (Reader *reader)
{
  const CallboardToken *next = callboard_token (reader->tokens, reader->at + 1);

  if (callboard_token_is_sign (reader->tokens, reader->at, CALLBOARD_STAR))
    reader->n_stars++;
  else if (callboard_token_is_sign (reader->tokens, reader->at, CALLBOARD_EMPTY_STAR))
    reader->n_empty++;
  else if (!callboard_token_is_pause (reader->tokens, reader->at) || next->kind == CALLBOARD_TOKEN_FIGURES)
    return FALSE;
  reader->at++;

  return TRUE;
}

static gboolean
read_tokens (Reader *reader)
{
  guint nothing;

  while (callboard_token (reader->tokens, reader->at)->kind != CALLBOARD_TOKEN_END)
    if (!take_sign (reader) && !take (reader, CALLBOARD_READING_STARS, &nothing) &&
        !take (reader, CALLBOARD_READING_COURTESY, &nothing) && !take (reader, CALLBOARD_READING_NOISE, &nothing) &&
        !take_mark (reader))
      return FALSE;

  return TRUE;
}

/* "5 ⭐" means five, "4 ⭐⭐⭐" nothing, and "★★★☆☆" three of five. */
static gboolean
count_stars (Reader *reader)
{
  if (reader->n_empty > 0 && reader->n_stars + reader->n_empty != reader->max)
    return FALSE;
  if (reader->mark == 0)
    reader->mark = reader->n_stars;
  else if (reader->n_stars > 1 || reader->n_empty > 0)
    return reader->mark == reader->n_stars;

  return reader->mark >= 1 && reader->mark <= reader->max;
}

gboolean
callboard_read_rating (const char *text,
                       const char *language,
                       guint       max,
                       guint      *rating)
{
  g_autoptr(GArray) tokens = callboard_tokenise (text);
  Reader reader = { .tokens = tokens, .max = max };

  g_return_val_if_fail (max > 0, FALSE);
  g_return_val_if_fail (rating != NULL, FALSE);

  if (tokens == NULL)
    return FALSE;

  reader.readings = callboard_readings_get (language);
  if (!read_tokens (&reader) || !count_stars (&reader))
    return FALSE;

  *rating = reader.mark;

  return TRUE;
}
