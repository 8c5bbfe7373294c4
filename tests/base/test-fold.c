/* test-fold.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fold.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *folded;
} table[] = {
  { NULL, "" },
  { "", "" },
  { "  \t\n ", "" },
  { "Hello", "hello" },
  { "  Night   shift! ", "night shift" },
  { "Full-time", "full time" },
  { "don’t", "dont" },
  { "d'accord", "daccord" },
  { "Müller", "muller" },
  { "Mu\xcc\x88ller", "muller" },
  { "STRASSE straße", "strasse strasse" },
  { "ŁÓDŹ łódź", "lodz lodz" },
  { "Søren Æther œuvre", "soren aether oeuvre" },
  { "São João", "sao joao" },
  { "¿Sí?", "si" },
  { "İstanbul ısı", "istanbul isi" },
  { "ＳＴＯＰ", "stop" },
  { "ﬁn", "fin" },
  { "2\xef\xb8\x8f\xe2\x83\xa3", "2" },
  { "Yes 👍🏽", "yes" },
  { "👍", "" },
  { "C++", "c++" },
  { "C#", "c" },
  { "€10–15", "€10 15" },
  { "zero\xe2\x80\x8bwidth", "zerowidth" },
  { "no\xc2\xa0" "break", "no break" },
  { "हिन्दी", "हिन्दी" },
  { "が", "が" },
  { "مُحَمَّد", "محمد" },
  { "a\xff" "b", "a b" },
  { "\xc3", "" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *folded = callboard_fold (table[i].text);
      g_autofree char *again = callboard_fold (folded);

      g_assert_cmpstr (folded, ==, table[i].folded);
      g_assert_cmpstr (again, ==, folded);
    }
}

/* Marks of alternating classes make a plain normalisation sort for seconds. */
static void
test_marks (void)
{
  static const char * const units[] = { "\xcc\x81\xcc\xa3", "\xe0\xa5\x8d\xe0\xa4\xbc", "\xe3\x82\x99", "ﷺ", "\xff" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new ("x");
      g_autofree char *folded = NULL;

      while (text->len < 128 * 1024)
        g_string_append (text, units[i]);
      folded = callboard_fold (text->str);
      g_assert_true (g_utf8_validate (folded, -1, NULL));
      g_assert_cmpint (folded[0], ==, 'x');
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/table", test_table);
  g_test_add_func ("/fold/marks", test_marks);

  return g_test_run ();
}
