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

static GKeyFile *
load_phrases (void)
{
  GKeyFile *phrases = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_resource_lookup_data (callboard_engine_get_resource (), PHRASES_PATH, 0, &error);

  if (bytes == NULL || !g_key_file_load_from_bytes (phrases, bytes, G_KEY_FILE_NONE, &error))
    g_error ("The phrases are missing: %s", error->message);

  return phrases;
}

static GKeyFile *
get_phrases (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_phrases ());

  return (GKeyFile *) loaded;
}

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

static void
put_number (GString    *text,
            const char *token,
            guint       number)
{
  g_autofree char *digits = g_strdup_printf ("%u", number);

  g_string_replace (text, token, digits, 0);
}

char *
callboard_phrase (const char                  *language,
                  const char                  *name,
                  const CallboardPhraseValues *values)
{
  g_autofree char *group = g_strndup (language != NULL ? language : "en", 2);
  g_autofree char *phrase = NULL;
  GString *text;

  g_return_val_if_fail (name != NULL, NULL);

  phrase = g_key_file_get_string (get_phrases (), group, name, NULL);
  if (phrase == NULL)
    phrase = g_key_file_get_string (get_phrases (), "en", name, NULL);

  g_return_val_if_fail (phrase != NULL, NULL);

  text = g_string_new (phrase);
  for (guint i = 0; i < G_N_ELEMENTS (word_tokens); i++)
    put_word (text, word_tokens[i].token, word_tokens[i].word, language);

  if (values != NULL)
    {
      put_number (text, "{n}", values->n);
      put_number (text, "{total}", values->total);
      put_number (text, "{max}", values->max);
    }

  return g_string_free (text, FALSE);
}
