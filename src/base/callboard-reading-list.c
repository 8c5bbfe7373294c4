/* callboard-reading-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include <string.h>

#include "callboard-reading-private.h"
#include "callboard-words.h"

/* A list of choices word by word: numbers, letters and whole labels, and what may stand between them. */

#define MAX_DENSE 9

typedef struct
{
  const CallboardReadings *readings;
  GArray                  *tokens;
  GPtrArray               *labels;
  guint                    at;
  gboolean                 figures;
  gboolean                 letters;
  int                      pointed;
  guint                    n_figures;
  guint                    n_letters;
  guint64                  chosen;
} Reader;

static gboolean
is_same (const CallboardToken *a,
         const CallboardToken *b)
{
  return a->kind == b->kind && g_strcmp0 (a->word, b->word) == 0 && a->number == b->number && a->n_figures == b->n_figures &&
         a->sign == b->sign;
}

static guint
match_label (Reader *reader,
             guint   index)
{
  GArray *label = g_ptr_array_index (reader->labels, index);
  guint n = label != NULL ? label->len - 1 : 0;

  if (reader->at + n >= reader->tokens->len)
    return 0;
  for (guint i = 0; i < n; i++)
    if (!is_same (callboard_token (label, i), callboard_token (reader->tokens, reader->at + i)))
      return 0;

  return n;
}

/* The longest label from here on; -1 for none and for two that look the same. */
static int
find_label (Reader *reader,
            guint  *length)
{
  int found = -1;

  *length = 0;
  for (guint i = 0; i < reader->labels->len; i++)
    {
      guint n = match_label (reader, i);

      if (n == 0 || n < *length)
        continue;
      found = n > *length ? (int) i : -1;
      *length = n;
    }

  return found;
}

static gboolean
take_label (Reader *reader)
{
  guint length;
  int index = find_label (reader, &length);

  if (index < 0 || (reader->pointed >= 0 && reader->pointed != index))
    return FALSE;

  reader->chosen |= G_GUINT64_CONSTANT (1) << index;
  reader->at += length;
  reader->pointed = -1;

  return TRUE;
}

/* "134", when no choice has two figures. */
static gboolean
read_dense (Reader               *reader,
            const CallboardToken *token)
{
  guint64 chosen = 0;

  if (token->n_figures < 2 || token->n_figures > MAX_DENSE || reader->labels->len > MAX_DENSE)
    return FALSE;

  for (guint64 rest = token->number, i = 0; i < token->n_figures; i++, rest /= 10)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (rest % 10);

      if (rest % 10 == 0 || rest % 10 > reader->labels->len || (chosen & bit) != 0)
        return FALSE;
      chosen |= bit;
    }
  reader->chosen |= chosen >> 1;
  reader->at++;

  return TRUE;
}

static void
point (Reader *reader,
       guint   index)
{
  reader->chosen |= G_GUINT64_CONSTANT (1) << index;
  reader->pointed = index;
  reader->at++;
}

static gboolean
take_figures (Reader *reader)
{
  const CallboardToken *token = callboard_token (reader->tokens, reader->at);

  if (token->kind != CALLBOARD_TOKEN_FIGURES || !reader->figures)
    return FALSE;
  reader->n_figures++;
  if (token->n_figures > 2 || token->number < 1 || token->number > reader->labels->len)
    return read_dense (reader, token);

  point (reader, token->number - 1);

  return TRUE;
}

static gboolean
is_letter (Reader *reader,
           guint   at)
{
  const CallboardToken *token = callboard_token (reader->tokens, at);

  return token->kind == CALLBOARD_TOKEN_WORD && strlen (token->word) == 1 && *token->word >= 'a' &&
         (guint) (*token->word - 'a') < reader->labels->len;
}

/* "a e c": Portuguese for a and c, or three letters? */
static gboolean
take_letter (Reader *reader)
{
  guint at = reader->at;
  guint nothing;

  if (!reader->letters || !is_letter (reader, at))
    return FALSE;
  if (callboard_match (reader->readings, CALLBOARD_READING_AND, reader->tokens, at, &nothing) == 1 && at > 0 &&
      callboard_token (reader->tokens, at - 1)->kind != CALLBOARD_TOKEN_SIGN &&
      callboard_token (reader->tokens, at + 1)->kind != CALLBOARD_TOKEN_SIGN &&
      callboard_token (reader->tokens, at + 1)->kind != CALLBOARD_TOKEN_END)
    return FALSE;

  reader->n_letters++;
  point (reader, *callboard_token (reader->tokens, at)->word - 'a');

  return TRUE;
}

static gboolean
is_joined_letters (Reader *reader)
{
  return reader->letters && is_letter (reader, reader->at) && reader->at > 0 && is_letter (reader, reader->at - 1);
}

static gboolean
take_separator (Reader *reader)
{
  const CallboardToken *token = callboard_token (reader->tokens, reader->at);

  if (token->kind != CALLBOARD_TOKEN_SIGN)
    return FALSE;
  if (!callboard_token_is_pause (reader->tokens, reader->at) && token->sign != '/' && token->sign != '&' &&
      token->sign != '+' && token->sign != 0x2022 && token->sign != 0xb7)
    return FALSE;

  /* "1. Early shift", but "1, early shift" are two. */
  if (token->sign != '.' && token->sign != ':')
    reader->pointed = -1;
  reader->at++;

  return TRUE;
}

static gboolean
take_filler (Reader *reader)
{
  static const CallboardReadingKind kinds[] = { CALLBOARD_READING_AND, CALLBOARD_READING_COURTESY, CALLBOARD_READING_NOISE };
  const CallboardToken *token = callboard_token (reader->tokens, reader->at);
  guint nothing;

  if (token->kind != CALLBOARD_TOKEN_WORD || is_joined_letters (reader))
    return FALSE;
  reader->pointed = -1;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = callboard_match (reader->readings, kinds[i], reader->tokens, reader->at, &nothing);

      reader->at += n;
      if (n > 0)
        return TRUE;
    }
  if (!callboard_words_is_option (token->word))
    return FALSE;
  reader->at++;

  return TRUE;
}

/* Everything has to be understood; 0 if not. Nobody mixes figures and letters: the "a" of "2 a 3" is a word. */
guint64
callboard_read_list (GArray    *tokens,
                     GPtrArray *labels,
                     gboolean   figures,
                     gboolean   letters)
{
  Reader reader = { callboard_readings_get_all (), tokens, labels, 0, figures, letters, -1, 0, 0, 0 };

  while (callboard_token (tokens, reader.at)->kind != CALLBOARD_TOKEN_END)
    if (!take_label (&reader) && !take_figures (&reader) && !take_letter (&reader) && !take_separator (&reader) &&
        !take_filler (&reader))
      return 0;

  return reader.n_figures == 0 || reader.n_letters == 0 ? reader.chosen : 0;
}
