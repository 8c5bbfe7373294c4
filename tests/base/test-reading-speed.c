/* test-reading-speed.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

static const char * const shifts[] = { "Early shift", "Late shift", "Night shift", "Any time", NULL };

static void
read_choice (const char *text)
{
  guint index;

  callboard_read_choice (text, shifts, 4, &index);
}

static void
read_choices (const char *text)
{
  guint64 chosen;

  callboard_read_choices (text, shifts, 4, &chosen);
}

static void
read_yes_no (const char *text)
{
  gboolean yes;

  callboard_read_yes_no (text, "en", &yes);
}

static void
read_number (const char *text)
{
  double value;

  callboard_read_number (text, "en", &value);
}

static void
read_date (const char *text)
{
  GDate today;
  GDate date;

  g_date_clear (&today, 1);
  g_date_clear (&date, 1);
  g_date_set_dmy (&today, 25, G_DATE_NOVEMBER, 2026);
  callboard_read_date (text, "de", &today, &date);
}

static void
read_rating (const char *text)
{
  guint rating;

  callboard_read_rating (text, "fr", 5, &rating);
}

static void
read_true_false (const char *text)
{
  gboolean value;

  callboard_read_true_false (text, "es", &value);
}

static void
read_email (const char *text)
{
  g_autofree char *email = NULL;

  callboard_read_email (text, &email);
}

static void (* const readers[]) (const char *text) = {
  read_choice, read_choices, read_yes_no, read_number, read_date, read_rating, read_true_false, read_email,
};

static const struct
{
  const char *text;
  void      (*read) (const char *text);
} speeds[] = {
  { "2", read_choice },
  { "b)", read_choice },
  { "Night shift", read_choice },
  { "the night shift please", read_choice },
  { "Żółty i zielony", read_choice },
  { "yes", read_yes_no },
  { "Yes, I have", read_yes_no },
  { "1, 2 and 4", read_choices },
  { "early and night please", read_choices },
  { "3", read_number },
  { "about £1,200.50 a month", read_number },
  { "1.12.", read_date },
  { "am Dienstag, 1. Dezember", read_date },
  { "quatre étoiles", read_rating },
  { "verdadero", read_true_false },
  { "My email is maria@example.org, thanks", read_email },
};

/* As many bytes as are read at all, and far more. */
static void
test_long (void)
{
  static const char * const units[] = { "2", "1 ", "1,", "yes ", "no, ", "and ", "early shift ", "twenty ", " ", "\xff", "👍", "a@b.example ",
                                        "\xcc\x81\xcc\xa3", "quatre-vingt-", "1.", "de ", "⭐" };
  static const gsize lengths[] = { 990, 64 * 1024 };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units) * G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      while (text->len < lengths[i % 2])
        g_string_append (text, units[i / 2]);
      for (guint reader = 0; reader < G_N_ELEMENTS (readers); reader++)
        readers[reader] (text->str);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

static void
test_speed (void)
{
  if (!g_test_perf ())
    {
      g_test_skip ("run with -m perf");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (speeds); i++)
    {
      gint64 start;

      speeds[i].read (speeds[i].text);
      start = g_get_monotonic_time ();
      for (guint n = 0; n < 20000; n++)
        speeds[i].read (speeds[i].text);
      g_test_minimized_result ((g_get_monotonic_time () - start) / 20000.0, "%s: %.2f us", speeds[i].text,
                               (g_get_monotonic_time () - start) / 20000.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reading-speed/long", test_long);
  g_test_add_func ("/reading-speed/short", test_speed);

  return g_test_run ();
}
