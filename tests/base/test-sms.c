/* test-sms.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sms.h"

#include <string.h>

#define GSM7 CALLBOARD_SMS_ENCODING_GSM7
#define UCS2 CALLBOARD_SMS_ENCODING_UCS2

static const struct
{
  const char           *unit;
  guint                 times;
  const char           *rest;
  CallboardSmsEncoding  encoding;
  guint                 parts;
  gsize                 units;
  guint                 left;
} table[] = {
  { "", 0, "", GSM7, 0, 0, 160 },
  { "a", 1, "", GSM7, 1, 1, 159 },
  { "a", 160, "", GSM7, 1, 160, 0 },
  { "a", 161, "", GSM7, 2, 161, 145 },
  { "a", 306, "", GSM7, 2, 306, 0 },
  { "a", 307, "", GSM7, 3, 307, 152 },
  { "é", 160, "", GSM7, 1, 160, 0 },
  { "€", 80, "", GSM7, 1, 160, 0 },
  { "€", 81, "", GSM7, 2, 162, 143 },
  { "a", 152, "€aaaaaaaaaa", GSM7, 2, 164, 141 },
  { "a", 151, "€aaaaaaaaaa", GSM7, 2, 163, 143 },
  { "a", 158, "€", GSM7, 1, 160, 0 },
  { "a", 159, "€", GSM7, 2, 161, 145 },
  { "\f", 80, "", GSM7, 1, 160, 0 },
  { "я", 1, "", UCS2, 1, 1, 69 },
  { "я", 70, "", UCS2, 1, 70, 0 },
  { "я", 71, "", UCS2, 2, 71, 63 },
  { "я", 134, "", UCS2, 2, 134, 0 },
  { "я", 135, "", UCS2, 3, 135, 66 },
  { "😀", 35, "", UCS2, 1, 70, 0 },
  { "😀", 36, "", UCS2, 2, 72, 61 },
  { "a", 66, "😀aaaa", UCS2, 2, 72, 61 },
  { "a", 69, "я", UCS2, 1, 70, 0 },
  { "a", 70, "я", UCS2, 2, 71, 63 },
  { "\xff", 70, "", UCS2, 1, 70, 0 },
};

static char *
repeat (const char *unit,
        guint       times,
        const char *rest)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);
  g_string_append (text, rest);

  return g_string_free (text, FALSE);
}

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *text = repeat (table[i].unit, table[i].times, table[i].rest);
      CallboardSmsCount count = callboard_sms_count (text);

      g_assert_cmpint (count.encoding, ==, table[i].encoding);
      g_assert_cmpuint (count.parts, ==, table[i].parts);
      g_assert_cmpuint (count.units, ==, table[i].units);
      g_assert_cmpuint (count.left, ==, table[i].left);
    }

  g_assert_cmpuint (callboard_sms_count (NULL).parts, ==, 0);
}

static void
test_alphabet (void)
{
  static const char one[] = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                            "abcdefghijklmnopqrstuvwxyzäöñüà";
  static const char two[] = "^{}\\[~]|€\f";
  static const char none[] = "áíóúçâêîôûãõłąęńśżź`’“–…\t₤ÀÈ😀я中";

  g_assert_cmpuint (g_utf8_strlen (one, -1), ==, 127);
  g_assert_cmpuint (callboard_sms_count (one).units, ==, 127);
  g_assert_cmpuint (callboard_sms_count (two).units, ==, 20);
  for (const char *at = none; *at != '\0'; at = g_utf8_next_char (at))
    {
      g_autofree char *text = g_strdup_printf ("ab%.*s", (int) (g_utf8_next_char (at) - at), at);

      g_assert_cmpuint (callboard_sms_count (text).offender, ==, g_utf8_get_char (at));
    }
  g_assert_cmpuint (callboard_sms_count ("niño 5 €").offender, ==, 0);
}

static const struct
{
  const char *text;
  const char *simple;
} simplified[] = {
  { "", NULL },
  { "Plain 'text' - with 5 €", NULL },
  { "São João está", NULL },
  { "Привет", NULL },
  { "It’s “here” – now…", "It's \"here\" - now..." },
  { "«Bonjour\u00a0!»", "\"Bonjour !\"" },
  { "• one\n• two", "- one\n- two" },
  { "zero\u200bwidth", "zerowidth" },
  { "3×4 m", "3x4 m" },
  { "São “João”", "São \"João\"" },
};

static void
test_simplify (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (simplified); i++)
    {
      g_autofree char *simple = callboard_sms_simplify (simplified[i].text);

      g_assert_cmpstr (simple, ==, simplified[i].simple);
      if (simple != NULL)
        g_assert_null (callboard_sms_simplify (simple));
    }
}

static void
test_long (void)
{
  static const char * const units[] = { "a", "€", "😀", "’", "\xff", "Ξ" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = repeat (units[i], 100000, "");
      g_autofree char *simple = callboard_sms_simplify (text);

      g_assert_true (simple == NULL || strlen (simple) == 100000);
      g_assert_cmpuint (callboard_sms_count (text).parts, >=, 100000 / 153);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 10 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sms/table", test_table);
  g_test_add_func ("/sms/alphabet", test_alphabet);
  g_test_add_func ("/sms/simplify", test_simplify);
  g_test_add_func ("/sms/long", test_long);

  return g_test_run ();
}
