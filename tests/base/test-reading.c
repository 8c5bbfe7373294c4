/* test-reading.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#define NOT_READ (-1)

static const char * const shifts[] = { "Early shift", "Late shift", "Night shift", "Any time", NULL };
static const char * const languages[] = { "C", "C++", "C#", "Java", NULL };
static const char * const counts[] = { "0", "1", "2", "3 or more", NULL };
static const char * const licences[] = { "B", "C", "D", NULL };
static const char * const accents[] = { "Été", "Hiver", "Toute l'année", NULL };
static const char * const places[] = { "North", "South", "Northwest", NULL };
static const char * const times[] = { "Full-time", "Part-time", "5+ hours", "No preference", NULL };
static const char * const years[] = { "Under 2 years", "2 to 5 years", "More", NULL };
static const char * const thumbs[] = { "👍", "👎", NULL };
static const char * const same[] = { "Other", "other", NULL };
static const char * const none[] = { NULL };
static const char * const many[] = { "Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot", "Golf", "Hotel", "India",
                                     "Juliett", "Kilo", "Lima", NULL };

static const struct
{
  const char         *text;
  const char * const *labels;
  int                 index;
} choices[] = {
  { NULL, shifts, NOT_READ },
  { "", shifts, NOT_READ },
  { " ", shifts, NOT_READ },
  { "?", shifts, NOT_READ },
  { "1", none, NOT_READ },

  { "1", shifts, 0 },
  { "2", shifts, 1 },
  { " 2 ", shifts, 1 },
  { "2.", shifts, 1 },
  { "2)", shifts, 1 },
  { "(2)", shifts, 1 },
  { "#2", shifts, 1 },
  { "2!", shifts, 1 },
  { "02", shifts, 1 },
  { "２", shifts, 1 },
  { "2\xef\xb8\x8f\xe2\x83\xa3", shifts, 1 },
  { "2 please", shifts, 1 },
  { "Option 2", shifts, 1 },
  { "number 2, thanks", shifts, 1 },
  { "12", many, 11 },
  { "0", shifts, NOT_READ },
  { "5", shifts, NOT_READ },
  { "-", shifts, NOT_READ },
  { "22", shifts, NOT_READ },
  { "222222222222222222222", shifts, NOT_READ },
  { "1 2", shifts, NOT_READ },
  { "1 or 2", shifts, NOT_READ },
  { "1,2", shifts, NOT_READ },
  { "1.5", shifts, NOT_READ },
  { "two", shifts, NOT_READ },

  { "b", shifts, 1 },
  { "B)", shifts, 1 },
  { "(b)", shifts, 1 },
  { "answer b", shifts, 1 },
  { "z", shifts, NOT_READ },
  { "a b", shifts, NOT_READ },

  { "Night shift", shifts, 2 },
  { "NIGHT SHIFT!", shifts, 2 },
  { "night-shift", shifts, 2 },
  { "Night shift please", shifts, 2 },
  { "night", shifts, 2 },
  { "nig", shifts, 2 },
  { "ni", shifts, NOT_READ },
  { "shift", shifts, NOT_READ },
  { "3. Night shift", shifts, 2 },
  { "c) night", shifts, 2 },
  { "2 night shift", shifts, NOT_READ },
  { "I'd like the night shift best", shifts, 2 },
  { "not the night shift", shifts, NOT_READ },
  { "night shift or late shift", shifts, NOT_READ },
  { "keine Night shift", shifts, NOT_READ },
  { "anything else", shifts, NOT_READ },
  { "Any", shifts, 3 },

  { "C", languages, 0 },
  { "c++", languages, 1 },
  { "C#", languages, 2 },
  { "java", languages, 3 },
  { "I know C++", languages, 1 },
  { "I know C and C++", languages, NOT_READ },
  { "I know C", languages, NOT_READ },
  { "4", languages, 3 },

  { "2", counts, 2 },
  { "0", counts, 0 },
  { "3", counts, NOT_READ },
  { "3 or more", counts, 3 },
  { "c", counts, 2 },
  { "b", licences, 0 },
  { "C", licences, 1 },
  { "a", licences, NOT_READ },
  { "3", licences, 2 },

  { "ete", accents, 0 },
  { "ÉTÉ", accents, 0 },
  { "toute lannee", accents, 2 },
  { "toute l’année", accents, 2 },

  { "north", places, 0 },
  { "nor", places, NOT_READ },
  { "northw", places, 2 },
  { "no", places, NOT_READ },

  { "full time", times, 0 },
  { "FULL TIME", times, 0 },
  { "time", times, NOT_READ },
  { "5+", times, NOT_READ },
  { "5+ hours", times, 2 },
  { "no preference", times, 3 },

  { "2 to 5", years, 1 },
  { "2", years, 1 },
  { "more than 9", years, 2 },
  { "1 more", years, NOT_READ },

  { "👍", thumbs, 0 },
  { "👎", thumbs, 1 },
  { "Other", same, NOT_READ },
  { "2", same, 1 },

  { "\xff\xfe", shifts, NOT_READ },
  { "2\xff", shifts, 1 },
};

static void
test_choice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      guint index = 99;
      guint n = g_strv_length ((GStrv) choices[i].labels);
      gboolean read = callboard_read_choice (choices[i].text, choices[i].labels, n, &index);

      if ((read ? (int) index : NOT_READ) != choices[i].index)
        g_error ("“%s” of “%s”… is %d, not %d", choices[i].text, choices[i].labels[0], read ? (int) index : NOT_READ,
                 choices[i].index);
      if (!read)
        g_assert_cmpuint (index, ==, 99);
    }
}

static void
test_letters (void)
{
  g_assert_true (callboard_read_needs_letters (counts, 4));
  g_assert_false (callboard_read_needs_letters (shifts, 4));
  g_assert_false (callboard_read_needs_letters (times, 4));
  g_assert_false (callboard_read_needs_letters (licences, 3));
  g_assert_false (callboard_read_needs_letters (NULL, 0));
}

static const struct
{
  const char *text;
  const char *language;
  int         yes;
} answers[] = {
  { NULL, "en", NOT_READ },
  { "", "en", NOT_READ },
  { "yes", "en", TRUE },
  { "Yes!", "en", TRUE },
  { "👍", "en", TRUE },
  { "👎🏿", "en", FALSE },
  { "no", "en", FALSE },
  { "No thanks", "en", FALSE },
  { "Yes, I have three years", "en", TRUE },
  { "Yes I do have a car", "en", TRUE },
  { "Yes. But only at weekends", "en", NOT_READ },
  { "No, I have a bicycle", "en", FALSE },
  { "No. I have a bicycle", "en", FALSE },
  { "No - I have a bicycle", "en", FALSE },
  { "No\nI have a bicycle", "en", FALSE },
  { "No idea", "en", NOT_READ },
  { "No, yes", "en", NOT_READ },
  { "yes and no", "en", NOT_READ },
  { "Yes, not now", "en", NOT_READ },
  { "Yesterday", "en", NOT_READ },
  { "Nothing", "en", NOT_READ },
  { "maybe", "en", NOT_READ },
  { "stop", "en", NOT_READ },
  { "ja", "de", TRUE },
  { "Ja, seit drei Jahren", "de", TRUE },
  { "Ja, aber nicht heute", "de", NOT_READ },
  { "Nein, leider habe ich keinen", "de", FALSE },
  { "ja", "en", NOT_READ },
  { "yes", "de", TRUE },
  { "sí, claro", "es", TRUE },
  { "si tengo", "es", TRUE },
  { "No sé", "es", NOT_READ },
  { "No, no tengo", "es", FALSE },
  { "oui j'ai le permis", "fr", TRUE },
  { "non", "fr", FALSE },
  { "não, infelizmente", "pt", FALSE },
  { "no Porto", "pt", NOT_READ },
  { "tak", "pl", TRUE },
  { "no", "pl", NOT_READ },
  { "no tak", "pl", TRUE },
  { "nee, helaas", "nl", FALSE },
  { "\xff\xfe", "en", NOT_READ },
  { "yes\xff", "en", TRUE },
};

static void
test_yes_no (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      gboolean yes = 99;
      gboolean read = callboard_read_yes_no (answers[i].text, answers[i].language, &yes);

      if ((read ? yes : NOT_READ) != answers[i].yes)
        g_error ("“%s” in %s is %d, not %d", answers[i].text, answers[i].language, read ? yes : NOT_READ, answers[i].yes);
      if (!read)
        g_assert_cmpint (yes, ==, 99);
    }
}

static void
test_long (void)
{
  static const char * const units[] = { "2", "yes ", "no, ", "night shift ", " ", "\xff", "👍", "\xcc\x81\xcc\xa3" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      gboolean yes;
      guint index;

      while (text->len < 64 * 1024)
        g_string_append (text, units[i]);
      g_assert_false (callboard_read_choice (text->str, shifts, 4, &index));
      callboard_read_yes_no (text->str, "en", &yes);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading/choice", test_choice);
  g_test_add_func ("/reading/letters", test_letters);
  g_test_add_func ("/reading/yes-no", test_yes_no);
  g_test_add_func ("/reading/long", test_long);

  return g_test_run ();
}
