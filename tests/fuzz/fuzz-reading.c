/* fuzz-reading.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fuzz.h"

#include <math.h>
#include <string.h>

#include "callboard-reading.h"
#include "callboard-words.h"

#define MAX_RATING 5
#define UNTOUCHED  77
#define N_AT_ONCE  3

/* Any text as any kind of answer. All languages would be slow; the text itself tells which. */

static const char * const languages[] = { "en-GB", "en-US", "de", "fr", "es", "nl", "pl", "pt-BR", "xx", "" };
static const char * const shifts[] = { "Early shift", "Late shift", "Night shift, alone", "Any and all", "C++", "None",
                                       "3 or more" };
static const char * const marks[] = { "👍", "", "a", "\xff", "Mañana", "mañana" };

static GDate today;

int
LLVMFuzzerInitialize (int    *argc,
                      char ***argv)
{
  callboard_fuzz_be_strict ();
  g_date_set_dmy (&today, 25, G_DATE_NOVEMBER, 2026);

  return 0;
}

static void
check (gboolean    holds,
       const char *what)
{
  if (!holds)
    g_error ("%s", what);
}

static void
check_number (const char *text,
              const char *padded,
              const char *language)
{
  double value = UNTOUCHED;
  double again = UNTOUCHED;
  gboolean read = callboard_read_number (text, language, &value);

  check (read ? isfinite (value) : value == UNTOUCHED, "A number that is none");
  check (callboard_read_number (padded, language, &again) == read && again == value, "Space makes another number");
  if (read)
    callboard_read_number_for (text, "How many years?", language, &value);
}

static void
check_date (const char *text,
            const char *padded,
            const char *language)
{
  GDate date = today;
  GDate again = today;
  gboolean read = callboard_read_date (text, language, &today, &date);

  check (g_date_valid (&date), "A date that is none");
  check (callboard_read_date (padded, language, &today, &again) == read && g_date_compare (&date, &again) == 0,
         "Space makes another date");
}

static void
check_rating (const char *text,
              const char *language)
{
  guint rating = UNTOUCHED;
  gboolean read = callboard_read_rating (text, language, MAX_RATING, &rating);

  check (read ? rating >= 1 && rating <= MAX_RATING : rating == UNTOUCHED, "A mark that is none");
}

/* What is yes is not false, and what is no is not true. */
static void
check_truth (const char *text,
             const char *language)
{
  gboolean yes = UNTOUCHED;
  gboolean truth = UNTOUCHED;
  gboolean answered = callboard_read_yes_no (text, language, &yes);
  gboolean judged = callboard_read_true_false (text, language, &truth);

  check (answered ? yes == TRUE || yes == FALSE : yes == UNTOUCHED, "An answer that is none");
  check (judged ? truth == TRUE || truth == FALSE : truth == UNTOUCHED, "A truth that is none");
  check (!answered || !judged || yes == truth, "Yes is false");
}

static void
check_choices (const char         *text,
               const char * const *labels,
               guint               n)
{
  guint index = UNTOUCHED;
  guint64 chosen = 0;
  gboolean one = callboard_read_choice (text, labels, n, &index);
  gboolean some = callboard_read_choices (text, labels, n, &chosen);

  check (one ? index < n : index == UNTOUCHED, "A choice that was not offered");
  check (some ? chosen != 0 && chosen >> n == 0 : chosen == 0, "Choices that were not offered");
}

static void
check_email (const char *text)
{
  g_autofree char *email = NULL;
  g_autofree char *again = NULL;

  if (!callboard_read_email (text, &email))
    return;

  check (g_utf8_validate (email, -1, NULL) && strchr (email, '@') != NULL, "An address that is none");
  check (callboard_read_email (email, &again) && g_str_equal (again, email), "An address that cannot be read again");
}

static void
check_language (const char *text,
                const char *padded,
                const char *language)
{
  callboard_words_classify (text, language);
  check_number (text, padded, language);
  check_date (text, padded, language);
  check_rating (text, language);
  check_truth (text, language);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *padded = g_strdup_printf ("\xe2\x80\x8f%s ", text);

  for (guint i = 0; i < N_AT_ONCE; i++)
    check_language (text, strlen (text) < 900 ? padded : text, languages[(g_str_hash (text) + i) % G_N_ELEMENTS (languages)]);
  check_choices (text, shifts, G_N_ELEMENTS (shifts));
  check_choices (text, marks, G_N_ELEMENTS (marks));
  check_email (text);

  return 0;
}
