/* test-words.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-words.h"

#include <string.h>

#define NONE     CALLBOARD_WORD_NONE
#define STOP     CALLBOARD_WORD_STOP
#define START    CALLBOARD_WORD_START
#define HELP     CALLBOARD_WORD_HELP
#define WITHDRAW CALLBOARD_WORD_WITHDRAW
#define SKIP     CALLBOARD_WORD_SKIP
#define BACK     CALLBOARD_WORD_BACK
#define YES      CALLBOARD_WORD_YES
#define NO       CALLBOARD_WORD_NO

static const struct
{
  const char    *text;
  const char    *language;
  CallboardWord  word;
} table[] = {
  { NULL, NULL, NONE },
  { "", "en", NONE },
  { "   ", "en", NONE },
  { "!?", "en", NONE },
  { "Three years at the counter", "en", NONE },

  { "STOP", "en", STOP },
  { "stop", NULL, STOP },
  { " Stop. ", "de", STOP },
  { "stop please", "en", STOP },
  { "Stop, thanks", "en", STOP },
  { "please STOP!!! thank you very much", "en", STOP },
  { "“STOP”", "pl", STOP },
  { "S.T.O.P.", "en", STOP },
  { "stop stop STOP", "en", STOP },
  { "ＳＴＯＰ", "en", STOP },
  { "stop\n\n", "en", STOP },
  { "stop 😡", "en", STOP },
  { "🛑", "en", STOP },
  { "STOPALL", "en", STOP },
  { "unsubscribe", "de", STOP },
  { "cancel", "en", STOP },
  { "END", "en", STOP },
  { "quit", "en", STOP },
  { "Revoke", "en", STOP },
  { "opt-out", "en", STOP },
  { "OptOut", "en", STOP },
  { "arrêt", "en", STOP },
  { "ARRET s'il vous plait", "de", STOP },
  { "Bitte aufhören", "fr", STOP },
  { "abmelden danke", "en", STOP },
  { "baja por favor", "en", STOP },
  { "darme de baja", "pl", STOP },
  { "désabonnement", "pt", STOP },
  { "afmelden aub", "en", STOP },
  { "usun mnie", "en", STOP },
  { "sair, obrigado", "en", STOP },
  { "I could stop there on my way", "en", NONE },
  { "stop by tomorrow", "en", NONE },
  { "non-stop", "en", NONE },
  { "STOP 2", "en", NONE },

  { "START", "fr", START },
  { "unstop", "en", START },
  { "wieder anmelden", "en", START },
  { "help", "de", HELP },
  { "Hilfe!", "de", HELP },
  { "Hilfe!", "en", NONE },
  { "INFO", "en", HELP },
  { "pomoc", "pl", HELP },
  { "withdraw", "es", WITHDRAW },
  { "Ich ziehe meine Bewerbung zurück.", "de", WITHDRAW },
  { "desisto", "pt-BR", WITHDRAW },
  { "desisto", "pt_BR.UTF-8", WITHDRAW },
  { "skip", "nl", SKIP },
  { "überspringen bitte", "de", SKIP },
  { "BACK", "en", BACK },
  { "zurück", "de", BACK },
  { "zurück", "en", NONE },

  { "yes", "en", YES },
  { "YES PLEASE", "en", YES },
  { "y", "en", YES },
  { "Yes!", "de", YES },
  { "ja", "de", YES },
  { "ja", "en", NONE },
  { "Jaja", "de", NONE },
  { "oui merci", "fr", YES },
  { "Sí", "es", YES },
  { "si", "es-MX", YES },
  { "sim", "pt", YES },
  { "tak", "pl", YES },
  { "jazeker", "nl", YES },
  { "👍", "en", YES },
  { "👍🏽👍🏽", "pl", YES },
  { "👍 thanks", "en", YES },
  { "no", "en", NO },
  { "No, thank you", "en", NO },
  { "nope", "fr", NO },
  { "nein danke", "de", NO },
  { "non, merci!", "fr", NO },
  { "nao", "pt", NO },
  { "nie dziekuje", "pl", NO },
  { "nee", "nl", NO },
  { "no", "de", NO },
  { "no", "pl", NONE },
  { "n", "pl", NONE },
  { "👎", "de", NO },
  { "👍👎", "en", NONE },
  { "yes", "xx", YES },
  { "yes", "", YES },
  { "yes", "!!", YES },

  { "st\xffop", "en", NONE },
  { "\xff\xfe", "en", NONE },
  { "stop\xff", "en", STOP },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      CallboardWord word = callboard_words_classify (table[i].text, table[i].language);

      if (word != table[i].word)
        g_error ("“%s” in %s is %d, not %d", table[i].text, table[i].language, word, table[i].word);
    }
}

/* A word added to the file must not already mean something else. */
static void
test_file (void)
{
  static const char * const keys[] = { "stop", "start", "help", "withdraw", "skip", "back", "yes", "no" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "src", "base", "words.ini", NULL);
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) groups = NULL;

  g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);
  groups = g_key_file_get_groups (file, NULL);
  g_assert_cmpuint (g_strv_length (groups), >=, 6);

  for (guint i = 0; groups[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (keys); k++)
      {
        g_auto(GStrv) words = g_key_file_get_string_list (file, groups[i], keys[k], NULL, &error);

        g_assert_no_error (error);
        for (guint w = 0; words[w] != NULL; w++)
          if (callboard_words_classify (words[w], groups[i]) != k + 1)
            g_error ("“%s” of [%s] %s also means something else", words[w], groups[i], keys[k]);
        g_assert_cmpstr (callboard_words_get_plain (k + 1, groups[i]), ==, words[0]);
      }
}

static void
test_long (void)
{
  static const char * const units[] = { "stop ", " ", "please ", "\xff", "👍", "\xcc\x81\xcc\xa3", "s " };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      while (text->len < 64 * 1024)
        g_string_append (text, units[i]);
      callboard_words_classify (text->str, "en");
      g_string_prepend (text, "I would like to tell that ");
      g_assert_cmpint (callboard_words_classify (text->str, "en"), ==, NONE);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
test_helpers (void)
{
  g_autofree char *bare = callboard_words_strip_courtesy ("please night shift thank you very much");

  g_assert_cmpstr (bare, ==, "night shift");
  g_assert_true (callboard_words_negates ("certainly not night shift"));
  g_assert_true (callboard_words_negates ("nicht"));
  g_assert_false (callboard_words_negates ("nothing knotted"));
  g_assert_true (callboard_words_is_option ("opcao"));
  g_assert_false (callboard_words_is_option ("night"));
  g_assert_cmpstr (callboard_words_get_plain (YES, "xx"), ==, "yes");
  g_assert_cmpstr (callboard_words_get_plain (NO, "pt-BR"), ==, "não");
}

static gpointer
classify_thread (gpointer data)
{
  for (guint i = 0; i < 1000; i++)
    g_assert_cmpint (callboard_words_classify ("nein danke", "de"), ==, NO);

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", classify_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/threads", test_threads);
  g_test_add_func ("/words/table", test_table);
  g_test_add_func ("/words/file", test_file);
  g_test_add_func ("/words/long", test_long);
  g_test_add_func ("/words/helpers", test_helpers);

  return g_test_run ();
}
