/* callboard-reading-match.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-private.h"

#include <string.h>

#define MAX_WORDS  6
#define MAX_LENGTH 80

/* Small words are others elsewhere: "of" is "or" in Dutch. */
static gboolean
is_small (CallboardReadingKind kind)
{
  return kind == CALLBOARD_READING_DATE_WORD || kind == CALLBOARD_READING_ORDINAL_ENDING || kind == CALLBOARD_READING_FROM ||
         kind == CALLBOARD_READING_ABOUT || kind == CALLBOARD_READING_NOISE || kind == CALLBOARD_READING_OUT_OF;
}

static gboolean
look_up (const CallboardReadings *readings,
         CallboardReadingKind     kind,
         const char              *phrase,
         guint                   *value)
{
  gpointer found;

  for (; readings != NULL; readings = is_small (kind) ? NULL : readings->fallback)
    if (g_hash_table_lookup_extended (readings->words[kind], phrase, NULL, &found))
      {
        *value = GPOINTER_TO_UINT (found);
        return TRUE;
      }

  return FALSE;
}

/* The next word of a phrase, over the hyphen of "twenty-one"; 0 if there is none. */
static guint
skip_to_word (GArray *tokens,
              guint   at)
{
  if (callboard_token_is_sign (tokens, at, '-') && !callboard_token (tokens, at)->spaced &&
      !callboard_token (tokens, at + 1)->spaced)
    at++;

  return callboard_token (tokens, at)->kind == CALLBOARD_TOKEN_WORD ? at : 0;
}

/* How many tokens from there on are the longest phrase of this kind; 0 if none. */
guint
callboard_match (const CallboardReadings *readings,
                 CallboardReadingKind     kind,
                 GArray                  *tokens,
                 guint                    at,
                 guint                   *value)
{
  char phrase[MAX_LENGTH + 1] = "";
  gsize length = 0;
  guint matched = 0;
  guint next = at;

  if (callboard_token (tokens, at)->kind != CALLBOARD_TOKEN_WORD)
    return 0;

  for (guint n = 0; n < MAX_WORDS && (n == 0 || next != 0); n++)
    {
      const char *word = callboard_token (tokens, next)->word;
      gsize added = strlen (word);

      if (length + 1 + added > MAX_LENGTH)
        break;
      if (length > 0)
        phrase[length++] = ' ';
      memcpy (phrase + length, word, added + 1);
      length += added;
      next++;
      if (look_up (readings, kind, phrase, value))
        matched = next - at;
      next = skip_to_word (tokens, next);
    }

  return matched;
}

gboolean
callboard_is_phrase (const CallboardReadings *readings,
                     CallboardReadingKind     kind,
                     const char              *folded)
{
  guint value;

  return look_up (readings, kind, folded, &value);
}
