/* callboard-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-words.h"
#include "callboard-words-private.h"

#include <string.h>

static const CallboardLanguage *
find_language (const CallboardWords *words,
               const char           *name)
{
  char code[4] = "";
  const CallboardLanguage *language;

  for (guint i = 0; name != NULL && i < sizeof code - 1 && g_ascii_isalpha (name[i]); i++)
    code[i] = g_ascii_tolower (name[i]);
  language = g_hash_table_lookup (words->languages, code);

  return language != NULL ? language : g_hash_table_lookup (words->languages, "en");
}

static CallboardWord
look_up (const CallboardWords    *words,
         const CallboardLanguage *language,
         const char              *folded)
{
  const CallboardLanguage *english = g_hash_table_lookup (words->languages, "en");
  gpointer word = g_hash_table_lookup (words->everywhere, folded);

  if (word == NULL)
    word = g_hash_table_lookup (language->words, folded);
  if (word == NULL && !g_hash_table_contains (language->ambiguous, folded))
    word = g_hash_table_lookup (english->words, folded);

  return GPOINTER_TO_INT (word);
}

/* Most messages have none, and every message is looked at. */
static gboolean
may_have_courtesy (const CallboardWords *words,
                   const char           *folded)
{
  while (*folded != '\0')
    {
      char word[CALLBOARD_WORDS_MAX_LENGTH + 1];
      gsize length = strcspn (folded, " ");

      memcpy (word, folded, length);
      word[length] = '\0';
      if (g_hash_table_contains (words->courtesy_starts, word))
        return TRUE;
      folded += length;
      folded += strspn (folded, " ");
    }

  return FALSE;
}

static void
remove_phrase (GString    *padded,
               const char *phrase)
{
  gsize length = strlen (phrase) - 1;
  char *at;

  while ((at = strstr (padded->str, phrase)) != NULL)
    g_string_erase (padded, at - padded->str, length);
}

/* "S.T.O.P" and "stop stop stop" are the word as well. */
static char *
simplify (const char *folded)
{
  g_auto(GStrv) parts = g_strsplit (folded, " ", -1);
  guint n_parts = g_strv_length (parts);
  gboolean spelled = n_parts > 2;
  gboolean repeated = n_parts > 1;

  for (guint i = 0; i < n_parts; i++)
    {
      spelled = spelled && strlen (parts[i]) == 1;
      repeated = repeated && g_str_equal (parts[i], parts[0]);
    }

  if (repeated)
    return g_strdup (parts[0]);

  return spelled ? g_strjoinv ("", parts) : g_strdup (folded);
}

/* "yesss" and "jaaa" are the word with feeling. Two of a letter may be right; "kkkk" is laughter. */
static char *
squeeze (const char *folded)
{
  GString *squeezed = g_string_sized_new (strlen (folded) + 1);

  for (const char *at = folded; *at != '\0';)
    {
      gsize size = g_utf8_next_char (at) - at;
      const char *end = at + size;

      while (strncmp (end, at, size) == 0)
        end += size;
      g_string_append_len (squeezed, at, (gsize) (end - at) > 2 * size ? size : (gsize) (end - at));
      at = end;
    }
  if (squeezed->len < 2)
    g_string_truncate (squeezed, 0);

  return g_string_free (squeezed, FALSE);
}

CallboardWord
callboard_words_classify (const char *text,
                          const char *language_name)
{
  const CallboardWords *words = callboard_words_get ();
  const CallboardLanguage *language = find_language (words, language_name);
  g_autofree char *folded = callboard_fold (text);
  g_autofree char *bare = NULL;
  g_autofree char *simple = NULL;
  g_autofree char *squeezed = NULL;
  CallboardWord word;

  if (strlen (folded) > CALLBOARD_WORDS_MAX_LENGTH)
    return CALLBOARD_WORD_NONE;

  word = look_up (words, language, folded);
  if (word != CALLBOARD_WORD_NONE)
    return word;

  bare = callboard_words_strip_courtesy (folded);
  simple = *bare != '\0' ? simplify (bare) : NULL;
  if (simple == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      simple = callboard_words_fold_emoji (valid);
    }

  word = look_up (words, language, simple);
  if (word != CALLBOARD_WORD_NONE)
    return word;

  squeezed = squeeze (simple);

  return look_up (words, language, squeezed);
}

const char *
callboard_words_get_plain (CallboardWord  word,
                           const char    *language)
{
  const CallboardWords *words = callboard_words_get ();
  const char *plain;

  g_return_val_if_fail (word > CALLBOARD_WORD_NONE && word <= CALLBOARD_WORD_NO, NULL);

  plain = find_language (words, language)->plain[word];

  return plain != NULL ? plain : find_language (words, "en")->plain[word];
}

char *
callboard_words_strip_courtesy (const char *folded)
{
  const CallboardWords *words = callboard_words_get ();
  g_autoptr(GString) padded = NULL;

  g_return_val_if_fail (folded != NULL, NULL);

  if (strlen (folded) > CALLBOARD_WORDS_MAX_LENGTH || !may_have_courtesy (words, folded))
    return g_strdup (folded);

  padded = g_string_new (" ");
  g_string_append (padded, folded);
  g_string_append_c (padded, ' ');
  for (guint i = 0; i < words->courtesy->len; i++)
    remove_phrase (padded, g_ptr_array_index (words->courtesy, i));

  return g_strdup (g_strstrip (padded->str));
}

gboolean
callboard_words_negates (const char *folded)
{
  g_auto(GStrv) parts = NULL;

  g_return_val_if_fail (folded != NULL, FALSE);

  parts = g_strsplit (folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_hash_table_contains (callboard_words_get ()->negations, parts[i]))
      return TRUE;

  return FALSE;
}

gboolean
callboard_words_is_option (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  return g_hash_table_contains (callboard_words_get ()->options, folded);
}
