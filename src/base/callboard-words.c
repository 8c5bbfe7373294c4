/* callboard-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-words.h"

#include <string.h>

#include <gio/gio.h>

#include "callboard-base-resources.h"

#define WORDS_PATH "/org/callboard/Callboard/base/words.ini"
#define MAX_WORD   200

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

typedef struct
{
  GHashTable *words;
  GHashTable *ambiguous;
  char       *plain[G_N_ELEMENTS (keys)];
} Language;

/* Read once, never changed, never freed: safe from any thread. */
typedef struct
{
  GHashTable *languages;
  GHashTable *everywhere;
  GHashTable *negations;
  GHashTable *options;
  GPtrArray  *courtesy;
} Words;

/* Emoji fold to nothing. Their colour of skin does not matter, nor how often they are repeated. */
static char *
fold_emoji (const char *text)
{
  GString *emoji = g_string_new (NULL);
  gunichar last = 0;

  for (const char *at = text; *at != '\0' && emoji->len < MAX_WORD; at = g_utf8_next_char (at))
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

  return *folded != '\0' ? g_steal_pointer (&folded) : fold_emoji (text);
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
add_words (Words         *words,
           Language      *language,
           CallboardWord  word,
           char         **list)
{
  gboolean everywhere = word == CALLBOARD_WORD_STOP || word == CALLBOARD_WORD_START;

  language->plain[word] = g_strdup (list[0]);
  for (guint i = 0; list[i] != NULL; i++)
    g_hash_table_insert (everywhere ? words->everywhere : language->words, fold_word (list[i]), GINT_TO_POINTER (word));
}

static void
add_courtesy (Words  *words,
              char  **list)
{
  for (guint i = 0; list[i] != NULL; i++)
    {
      g_autofree char *folded = callboard_fold (list[i]);

      g_ptr_array_add (words->courtesy, g_strdup_printf (" %s ", folded));
    }
}

static void
add_language (Words      *words,
              GKeyFile   *file,
              const char *group)
{
  Language *language = g_new0 (Language, 1);
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

static Words *
load_words (void)
{
  g_autoptr(GKeyFile) file = load_file ();
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  Words *words = g_new0 (Words, 1);

  words->languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->everywhere = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->negations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->options = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  words->courtesy = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; groups[i] != NULL; i++)
    add_language (words, file, groups[i]);
  g_ptr_array_sort (words->courtesy, compare_length);

  return words;
}

static const Words *
get_words (void)
{
  static gsize words;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) load_words ());

  return (const Words *) words;
}

static const Language *
find_language (const Words *words,
               const char  *name)
{
  char code[4] = "";
  const Language *language;

  for (guint i = 0; name != NULL && i < sizeof code - 1 && g_ascii_isalpha (name[i]); i++)
    code[i] = g_ascii_tolower (name[i]);
  language = g_hash_table_lookup (words->languages, code);

  return language != NULL ? language : g_hash_table_lookup (words->languages, "en");
}

static CallboardWord
look_up (const Words    *words,
         const Language *language,
         const char     *folded)
{
  const Language *english = g_hash_table_lookup (words->languages, "en");
  gpointer word = g_hash_table_lookup (words->everywhere, folded);

  if (word == NULL)
    word = g_hash_table_lookup (language->words, folded);
  if (word == NULL && !g_hash_table_contains (language->ambiguous, folded))
    word = g_hash_table_lookup (english->words, folded);

  return GPOINTER_TO_INT (word);
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

CallboardWord
callboard_words_classify (const char *text,
                          const char *language_name)
{
  const Words *words = get_words ();
  const Language *language = find_language (words, language_name);
  g_autofree char *folded = callboard_fold (text);
  g_autofree char *bare = NULL;
  g_autofree char *simple = NULL;
  CallboardWord word;

  if (strlen (folded) > MAX_WORD)
    return CALLBOARD_WORD_NONE;

  word = look_up (words, language, folded);
  if (word != CALLBOARD_WORD_NONE)
    return word;

  bare = callboard_words_strip_courtesy (folded);
  simple = *bare != '\0' ? simplify (bare) : NULL;
  if (simple == NULL)
    {
      g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);

      simple = fold_emoji (valid);
    }

  return look_up (words, language, simple);
}

const char *
callboard_words_get_plain (CallboardWord  word,
                           const char    *language)
{
  const Words *words = get_words ();
  const char *plain;

  g_return_val_if_fail (word > CALLBOARD_WORD_NONE && word < G_N_ELEMENTS (keys), NULL);

  plain = find_language (words, language)->plain[word];

  return plain != NULL ? plain : keys[word];
}

char *
callboard_words_strip_courtesy (const char *folded)
{
  const Words *words = get_words ();
  g_autoptr(GString) padded = NULL;

  g_return_val_if_fail (folded != NULL, NULL);

  if (strlen (folded) > MAX_WORD)
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
    if (g_hash_table_contains (get_words ()->negations, parts[i]))
      return TRUE;

  return FALSE;
}

gboolean
callboard_words_is_option (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);

  return g_hash_table_contains (get_words ()->options, folded);
}
