/* callboard-phrases.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phrases.h"

#include "callboard-engine-resources.h"
#include "callboard-words.h"

#define PHRASES_PATH "/org/callboard/Callboard/engine/phrases.ini"

static const struct {
  const char    *token;
  CallboardWord  word;
} word_tokens[] = {
  { "{yes}", CALLBOARD_WORD_YES },
  { "{no}", CALLBOARD_WORD_NO },
  { "{stop}", CALLBOARD_WORD_STOP },
  { "{start}", CALLBOARD_WORD_START },
  { "{skip}", CALLBOARD_WORD_SKIP },
  { "{withdraw}", CALLBOARD_WORD_WITHDRAW },
};

static void
put_word (GString       *text,
          const char    *token,
          CallboardWord  word,
          const char    *language)
{
  g_autofree char *capitals = NULL;

  if (strstr (text->str, token) == NULL)
    return;

  capitals = g_utf8_strup (callboard_words_get_plain (word, language), -1);
  g_string_replace (text, token, capitals, 0);
}

static GHashTable *
load_language (GKeyFile   *file,
               const char *language)
{
  GHashTable *phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) names = g_key_file_get_keys (file, "en", NULL, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *own = g_key_file_get_string (file, language, names[i], NULL);
      g_autofree char *english = g_key_file_get_string (file, "en", names[i], NULL);
      GString *text = g_string_new (own != NULL ? own : english);

      for (guint j = 0; j < G_N_ELEMENTS (word_tokens); j++)
        put_word (text, word_tokens[j].token, word_tokens[j].word, language);

      g_hash_table_insert (phrases, g_strdup (names[i]), g_string_free (text, FALSE));
    }

  return phrases;
}

/* For each language its phrases by name, the words already in their places. */
static GHashTable *
load_phrases (void)
{
  GHashTable *languages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (callboard_engine_get_resource (), PHRASES_PATH, 0, &error);
  g_auto(GStrv) groups = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The phrases are missing: %s", error->message);

  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    g_hash_table_insert (languages, g_strdup (groups[i]), load_language (file, groups[i]));

  return languages;
}

static GHashTable *
get_phrases (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_phrases ());

  return (GHashTable *) loaded;
}

const char *
callboard_phrase_peek (const char *language,
                       const char *name)
{
  char group[3] = "en";
  GHashTable *phrases;

  g_return_val_if_fail (name != NULL, NULL);

  if (language != NULL)
    g_strlcpy (group, language, sizeof group);

  phrases = g_hash_table_lookup (get_phrases (), group);
  if (phrases == NULL)
    phrases = g_hash_table_lookup (get_phrases (), "en");

  return g_hash_table_lookup (phrases, name);
}

static const char *
find_value (const char                   *token,
            gsize                         length,
            const CallboardPhraseFilling *fillings)
{
  for (; fillings->token != NULL; fillings++)
    {
      if (strlen (fillings->token) == length && strncmp (fillings->token, token, length) == 0)
        return fillings->text;
    }

  return NULL;
}

char *
callboard_phrase_fill (const char                   *language,
                       const char                   *name,
                       const CallboardPhraseFilling *fillings)
{
  const char *phrase = callboard_phrase_peek (language, name);
  const char *open, *close;
  GString *text;

  g_return_val_if_fail (phrase != NULL, NULL);
  g_return_val_if_fail (fillings != NULL, NULL);

  text = g_string_new (NULL);
  while ((open = strchr (phrase, '{')) != NULL && (close = strchr (open, '}')) != NULL)
    {
      const char *value = find_value (open + 1, close - open - 1, fillings);

      g_string_append_len (text, phrase, open - phrase);
      if (value != NULL)
        g_string_append (text, value);
      else
        g_string_append_len (text, open, close + 1 - open);
      phrase = close + 1;
    }

  g_string_append (text, phrase);

  return g_string_free (text, FALSE);
}

char *
callboard_phrase (const char                  *language,
                  const char                  *name,
                  const CallboardPhraseValues *values)
{
  char n[12], total[12], max[12];
  const CallboardPhraseFilling fillings[] = { { "n", n }, { "total", total }, { "max", max }, { NULL } };

  if (values == NULL)
    return g_strdup (callboard_phrase_peek (language, name));

  g_snprintf (n, sizeof n, "%u", values->n);
  g_snprintf (total, sizeof total, "%u", values->total);
  g_snprintf (max, sizeof max, "%u", values->max);

  return callboard_phrase_fill (language, name, fillings);
}
