/* callboard-words-load.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-words-private.h"

#include <string.h>

#include <gio/gio.h>

#include "callboard-base-resources.h"

#define WORDS_PATH "/org/callboard/Callboard/base/words.ini"

static const char * const keys[] = {
  [CALLBOARD_WORD_NONE] = "",
  [CALLBOARD_WORD_STOP] = "stop",
  [CALLBOARD_WORD_START] = "start",
  [CALLBOARD_WORD_HELP] = "help",
  [CALLBOARD_WORD_WITHDRAW] = "withdraw",
  [CALLBOARD_WORD_SKIP] = "skip",
  [CALLBOARD_WORD_BACK] = "back",
  [CALLBOARD_WORD_YES] = "yes",
  [CALLBOARD_WORD_NO] = "no",
};

/* Emoji fold to nothing. Their colour of skin does not matter, nor how often they are repeated. */
char *
callboard_words_fold_emoji (const char *text)
{
  GString *emoji = g_string_new (NULL);
  gunichar last = 0;

  for (const char *at = text; *at != '\0' && emoji->len < CALLBOARD_WORDS_MAX_LENGTH; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_type (c) == G_UNICODE_OTHER_SYMBOL && c != last)
        g_string_append_unichar (emoji, last = c);
    }

  return g_string_free (emoji, FALSE);
}

static char *
fold_word (const char *text)
{
  g_autofree char *folded = callboard_fold (text);

  return *folded != '\0' ? g_steal_pointer (&folded) : callboard_words_fold_emoji (text);
}

static char **
read_list (GKeyFile   *file,
           const char *group,
           const char *key)
{
  char **list = g_key_file_get_string_list (file, group, key, NULL, NULL);

  return list != NULL ? list : g_new0 (char *, 1);
}

static void
add_set (GHashTable *set,
         GKeyFile   *file,
         const char *group,
         const char *key)
{
  g_auto(GStrv) list = read_list (file, group, key);

  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_add (set, callboard_fold (list[i]));
}

static void
add_words (CallboardWords     *words,
           CallboardLanguage  *language,
           CallboardWord       word,
           char              **list)
{
  gboolean everywhere = word == CALLBOARD_WORD_STOP || word == CALLBOARD_WORD_START;

  language->plain[word] = g_strdup (list[0]);
  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_insert (everywhere ? words->everywhere : language->words, fold_word (list[i]), GINT_TO_POINTER (word));
}

static void
add_courtesy (CallboardWords  *words,
              char           **list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = callboard_fold (list[i]);

      g_ptr_array_add (words->courtesy, g_strdup_printf (" %s ", folded));
      g_hash_table_add (words->courtesy_starts, g_strndup (folded, strcspn (folded, " ")));
    }
}

static void
add_language (CallboardWords *words,
              GKeyFile       *file,
              const char     *group)
{
  CallboardLanguage *language = g_new0 (CallboardLanguage, 1);
  g_auto(GStrv) courtesy = read_list (file, group, "thanks");

  language->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  language->ambiguous = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (CallboardWord word = CALLBOARD_WORD_STOP; word < G_N_ELEMENTS (keys); word++)
    {
      g_auto(GStrv) list = read_list (file, group, keys[word]);

      add_words (words, language, word, list);
    }
  add_set (language->ambiguous, file, group, "ambiguous");
  add_set (words->negations, file, group, "negation");
  add_set (words->options, file, group, "option");
  add_courtesy (words, courtesy);
  g_hash_table_insert (words->languages, g_strdup (group), language);
}

/* Longest first, so that "thank you very much" is not left as "very much". */
static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  return (int) strlen (*(const char * const *) b) - (int) strlen (*(const char * const *) a);
}

static GKeyFile *
load_file (void)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (callboard_base_get_resource (), WORDS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("Built without the list of words: %s", error->message);

  return g_steal_pointer (&file);
}

static CallboardWords *
load_words (void)
{
  g_autoptr(GKeyFile) file = load_file ();
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  CallboardWords *words = g_new0 (CallboardWords, 1);

  words->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->everywhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->negations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->courtesy = g_ptr_array_new_with_free_func (g_free);
  words->courtesy_starts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    add_language (words, file, groups[i]);
  g_ptr_array_sort (words->courtesy, compare_length);

  return words;
}

const CallboardWords *
callboard_words_get (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) load_words ());

  return (const CallboardWords *) words;
}
