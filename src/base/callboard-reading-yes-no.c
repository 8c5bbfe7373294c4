/* callboard-reading-yes-no.c
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

/* Splits "No, thanks" into its first word and the rest; tells whether a sign stands between them. */
static gboolean
split_word (const char  *text,
            char       **word,
            const char **rest)
{
  const char *start = text;
  const char *end;

  while (*start != '\0' && !g_unichar_isalnum (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  end = start;
  while (g_unichar_isalnum (g_utf8_get_char (end)) || g_unichar_ismark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *word = g_strndup (start, end - start);
  while (*end == ' ')
    end++;
  *rest = end;

  return *end != '\0' && *end != '\'' && !g_unichar_isalnum (g_utf8_get_char (end));
}

static gboolean
is_plain (const char    *folded,
          CallboardWord  word,
          const char    *language)
{
  g_autofree char *plain = callboard_fold (callboard_words_get_plain (word, language));

  return g_str_equal (folded, plain);
}

static gboolean
contains_plain (const char    *folded,
                CallboardWord  word,
                const char    *language)
{
  g_autofree char *plain = callboard_fold (callboard_words_get_plain (word, language));
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);

  return g_strv_contains ((const char * const *) parts, plain);
}

/* "Yes, no problem" has no no. */
static gboolean
affirms (const char *others,
         const char *language)
{
  g_autofree char *bare = callboard_words_strip_courtesy (others);

  return !callboard_words_negates (others) ||
         callboard_is_phrase (callboard_readings_get (language), CALLBOARD_READING_NO_PROBLEM, bare);
}

static gboolean
has_phrase (const char           *text,
            CallboardReadingKind  kind,
            const char           *language)
{
  g_autoptr(GArray) tokens = callboard_tokenise (text);
  guint nothing;

  for (guint at = 0; tokens != NULL && at < tokens->len; at++)
    if (callboard_match (callboard_readings_get (language), kind, tokens, at, &nothing) > 0)
      return TRUE;

  return FALSE;
}

static gboolean
read_beginning (const char *text,
                const char *language,
                gboolean   *yes)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *word = NULL;
  g_autofree char *first = NULL;
  g_autofree char *others = NULL;
  const char *rest;
  gboolean set_off = split_word (valid, &word, &rest);

  first = callboard_fold (word);
  others = callboard_fold (rest);
  if (is_plain (first, CALLBOARD_WORD_YES, language) && affirms (others, language))
    {
      *yes = TRUE;
      return TRUE;
    }
  if (is_plain (first, CALLBOARD_WORD_NO, language) && set_off && !contains_plain (others, CALLBOARD_WORD_YES, language) &&
      !has_phrase (others, CALLBOARD_READING_NO_PROBLEM, language))
    {
      *yes = FALSE;
      return TRUE;
    }

  return FALSE;
}

/* "Yes?", or a thumb that says the opposite. */
static gboolean
is_doubtful (const char *text,
             gboolean    yes)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      char one[8] = "";
      CallboardWord word;

      if (*at == '?')
        return TRUE;
      if (g_unichar_type (g_utf8_get_char (at)) != G_UNICODE_OTHER_SYMBOL)
        continue;
      g_unichar_to_utf8 (g_utf8_get_char (at), one);
      word = callboard_words_classify (one, NULL);
      if (word == (yes ? CALLBOARD_WORD_NO : CALLBOARD_WORD_YES))
        return TRUE;
    }

  return FALSE;
}

gboolean
callboard_read_yes_no (const char *text,
                       const char *language,
                       gboolean   *yes)
{
  CallboardWord word = callboard_words_classify (text, language);
  gboolean found = word == CALLBOARD_WORD_YES;

  g_return_val_if_fail (yes != NULL, FALSE);

  if (text == NULL || strnlen (text, CALLBOARD_READING_MAX_LENGTH + 1) > CALLBOARD_READING_MAX_LENGTH)
    return FALSE;

  /* "Yes, but only mornings", "yes if needed" */
  if (word == CALLBOARD_WORD_NONE &&
      (!read_beginning (text, language, &found) || has_phrase (text, CALLBOARD_READING_BUT, language)))
    return FALSE;
  if (word != CALLBOARD_WORD_NONE && word != CALLBOARD_WORD_YES && word != CALLBOARD_WORD_NO)
    return FALSE;
  if (is_doubtful (text, found))
    return FALSE;

  *yes = found;

  return TRUE;
}
