/* callboard-reading-number.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-reading-private.h"

#define N_TIMES CALLBOARD_UNIT_OTHER

typedef struct
{
  const CallboardReadings *readings;
  GArray                  *tokens;
  guint                    at;
  double                   value;
  guint                    n_figures;
  guint                    n_words;
  guint                    times;
  gboolean                 contradicts;
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

static void
set_value (Reader *reader,
           double  value)
{
  if (reader->n_figures + reader->n_words > 0 && reader->value != value)
    reader->contradicts = TRUE;
  reader->value = value;
}

/* Dutch and German prices end in ",-". */
static void
skip_dash (Reader *reader)
{
  guint at = reader->at;

  if (!callboard_token_is_pause (reader->tokens, at) || callboard_token (reader->tokens, at)->spaced)
    return;
  while (callboard_token_is_sign (reader->tokens, at + 1, '-'))
    reader->at = ++at + 1;
}

static gboolean
take_figures (Reader *reader)
{
  guint start = reader->at;
  gboolean minus = callboard_token_is_sign (reader->tokens, start, '-') && !callboard_token (reader->tokens, start + 1)->spaced;
  double value;
  guint nothing;
  guint n = callboard_read_figures (reader->readings, reader->tokens, start + minus, &value);

  if (n == 0 || (minus && start > 0 && !callboard_token (reader->tokens, start)->spaced))
    return FALSE;

  reader->at = start + minus + n;
  if (take (reader, CALLBOARD_READING_THOUSAND, &nothing))
    value *= 1000;
  else
    skip_dash (reader);
  set_value (reader, minus ? -value : value);
  reader->n_figures++;

  return TRUE;
}

static gboolean
take_number_word (Reader *reader)
{
  guint value;

  if (!take (reader, CALLBOARD_READING_NUMBER, &value))
    return FALSE;
  set_value (reader, value);
  reader->n_words++;

  return TRUE;
}

static gboolean
take_unit (Reader *reader)
{
  guint unit;

  if (!take (reader, CALLBOARD_READING_UNIT, &unit))
    return FALSE;
  if (unit < N_TIMES)
    reader->times |= 1u << unit;

  return TRUE;
}

static gboolean
take_sign (Reader *reader)
{
  const CallboardToken *token = callboard_token (reader->tokens, reader->at);
  guint nothing;

  /* "12.50/hour" */
  if (callboard_token_is_sign (reader->tokens, reader->at, '/') &&
      callboard_match (reader->readings, CALLBOARD_READING_UNIT, reader->tokens, reader->at + 1, &nothing) > 0)
    {
      reader->at++;
      return TRUE;
    }
  if (token->kind != CALLBOARD_TOKEN_SIGN)
    return FALSE;
  if (!callboard_token_is_pause (reader->tokens, reader->at) && token->sign != '%' && token->sign != '~' &&
      token->sign != 0x2248 && g_unichar_type (token->sign) != G_UNICODE_CURRENCY_SYMBOL)
    return FALSE;
  reader->at++;

  return TRUE;
}

/* Everything has to be understood, and be one number; "3 (three)" is. */
static gboolean
read_tokens (Reader *reader)
{
  guint nothing;

  while (callboard_token (reader->tokens, reader->at)->kind != CALLBOARD_TOKEN_END)
    if (!take_figures (reader) && !take_sign (reader) && !take_unit (reader) &&
        !take (reader, CALLBOARD_READING_NOISE, &nothing) && !take (reader, CALLBOARD_READING_ABOUT, &nothing) &&
        !take_number_word (reader) && !take (reader, CALLBOARD_READING_COURTESY, &nothing))
      return FALSE;

  return !reader->contradicts && reader->n_figures <= 1 && reader->n_words <= 1 && reader->n_figures + reader->n_words > 0;
}

static guint
find_times (const CallboardReadings *readings,
            const char              *question)
{
  g_autoptr(GArray) tokens = callboard_tokenise (question);
  guint times = 0;

  for (guint i = 0; tokens != NULL && i < tokens->len; i++)
    {
      guint unit;

      if (callboard_match (readings, CALLBOARD_READING_UNIT, tokens, i, &unit) > 0 && unit < N_TIMES)
        times |= 1u << unit;
    }

  return times;
}

gboolean
callboard_read_number_for (const char *text,
                           const char *question,
                           const char *language,
                           double     *value)
{
  g_autoptr(GArray) tokens = callboard_tokenise (text);
  Reader reader = { .tokens = tokens };
  guint asked;

  g_return_val_if_fail (value != NULL, FALSE);

  if (tokens == NULL)
    return FALSE;

  reader.readings = callboard_readings_get (language);
  if (!read_tokens (&reader))
    return FALSE;
  asked = reader.times != 0 ? find_times (reader.readings, question) : 0;
  if (asked != 0 && (reader.times & ~asked) != 0)
    return FALSE;

  *value = reader.value;

  return TRUE;
}

gboolean
callboard_read_number (const char *text,
                       const char *language,
                       double     *value)
{
  return callboard_read_number_for (text, NULL, language, value);
}
