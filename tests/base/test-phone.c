/* test-phone.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-country.h"
#include "callboard-phone.h"

#include <string.h>

static const struct
{
  const char *text;
  const char *country;
  const char *e164;
  const char *assumed;
} good[] = {
  { "+44 7700 900123", NULL, "+447700900123", NULL },
  { "+44 7700 900123", "DE", "+447700900123", NULL },
  { "07700 900123", "GB", "+447700900123", "GB" },
  { "07700 900123", "gb", "+447700900123", "GB" },
  { "07700 900123", "UK", "+447700900123", "GB" },
  { "7700900123", "GB", "+447700900123", "GB" },
  { "447700900123", "GB", "+447700900123", "GB" },
  { "447700900123", "FR", "+447700900123", "GB" },
  { "447700900123", "US", "+447700900123", "GB" },
  { "0044 7700 900123", NULL, "+447700900123", NULL },
  { "0044 7700 900123", "DE", "+447700900123", NULL },
  { "0044 7700 900123", "US", "+447700900123", NULL },
  { "+44 (0)7700 900123", NULL, "+447700900123", NULL },
  { "+44-7700-900-123", NULL, "+447700900123", NULL },
  { "+44.7700.900123", NULL, "+447700900123", NULL },
  { "\xe2\x80\xaa+44 7700 900123\xe2\x80\xac", NULL, "+447700900123", NULL },
  { "＋４４ 7700 900123", NULL, "+447700900123", NULL },
  { "٠٧٧٠٠٩٠٠١٢٣", "GB", "+447700900123", "GB" },
  { "tel:+44-7700-900123", NULL, "+447700900123", NULL },
  { "Tel. 07700 900123", "GB", "+447700900123", "GB" },
  { "+44 7700 900123 ext. 5", NULL, "+447700900123", NULL },
  { "=\"+447700900123\"", NULL, "+447700900123", NULL },
  { "'+447700900123", NULL, "+447700900123", NULL },
  { "447700900123.0", "GB", "+447700900123", "GB" },
  { "  +447700900123\t\n", NULL, "+447700900123", NULL },
  { "+44 1632 960123", NULL, "+441632960123", NULL },
  { "020 7946 0123", "GB", "+442079460123", "GB" },
  { "(202) 555-0123", "US", "+12025550123", "US" },
  { "1 202 555 0123", "US", "+12025550123", "US" },
  { "604-555-0199", "US", "+16045550199", "CA" },
  { "+1 202 555 0100", "GB", "+12025550100", NULL },
  { "011 44 7700 900123", "US", "+447700900123", "GB" },
  { "06 39 98 12 34", "FR", "+33639981234", "FR" },
  { "030 23125 123", "DE", "+493023125123", "DE" },
  { "0171 3920012", "DE", "+491713920012", "DE" },
  { "0152 28817386", "DE", "+4915228817386", "DE" },
  { "0176 04069012", "DE", "+4917604069012", "DE" },
  { "020 910 1234", "IE", "+353209101234", "IE" },
  { "0491 570 006", "AU", "+61491570006", "AU" },
  { "612 345 678", "ES", "+34612345678", "ES" },
  { "(11) 98765-4321", "BR", "+5511987654321", "BR" },
};

static const struct
{
  const char *text;
  const char *country;
  int         code;
  const char *named;
} bad[] = {
  { NULL, "GB", CALLBOARD_PHONE_ERROR_EMPTY },
  { "", "GB", CALLBOARD_PHONE_ERROR_EMPTY },
  { " \t\r\n", NULL, CALLBOARD_PHONE_ERROR_EMPTY },
  { "12", "DE", CALLBOARD_PHONE_ERROR_TOO_SHORT, "Germany" },
  { "07700 90012", "GB", CALLBOARD_PHONE_ERROR_IMPOSSIBLE, "United Kingdom" },
  { "07700 9", "GB", CALLBOARD_PHONE_ERROR_TOO_SHORT, "United Kingdom" },
  { "555-0123", "US", CALLBOARD_PHONE_ERROR_TOO_SHORT, "“555-0123”" },
  { "+44 7700", NULL, CALLBOARD_PHONE_ERROR_TOO_SHORT, "United Kingdom" },
  { "07700 900123456", "GB", CALLBOARD_PHONE_ERROR_TOO_LONG },
  { "07700900123 / 07700900124", "GB", CALLBOARD_PHONE_ERROR_TOO_LONG },
  { "+1 202 555 01234", NULL, CALLBOARD_PHONE_ERROR_TOO_LONG, "United States" },
  { "+44 0000 000000", NULL, CALLBOARD_PHONE_ERROR_IMPOSSIBLE },
  { "+1 555 555 0123", "GB", CALLBOARD_PHONE_ERROR_IMPOSSIBLE, "United States" },
  { "0000000000", "US", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "hello", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER, "“hello”" },
  { "n/a", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "+", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "-", NULL, CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "ana@example.org", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "4.4770E+11", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER, "spreadsheet" },
  { "4,4770E+11", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER, "spreadsheet" },
  { "\xff\xfe\xfd", "GB", CALLBOARD_PHONE_ERROR_NOT_A_NUMBER },
  { "+999 123 456 789", "GB", CALLBOARD_PHONE_ERROR_COUNTRY },
  { "07700 900123", NULL, CALLBOARD_PHONE_ERROR_COUNTRY, "+ and the code" },
  { "07700 900123", "XX", CALLBOARD_PHONE_ERROR_COUNTRY },
  { "447700900123", NULL, CALLBOARD_PHONE_ERROR_COUNTRY },
};

static void
test_good (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *assumed = NULL;
      g_autofree char *e164 = NULL;
      g_autofree char *again = NULL;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s in %s", good[i].text, good[i].country);
      e164 = callboard_phone_normalise (good[i].text, good[i].country, &assumed, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (e164, ==, good[i].e164);
      g_assert_cmpstr (assumed, ==, good[i].assumed);

      again = callboard_phone_normalise (e164, "FR", NULL, &error);
      g_assert_cmpstr (again, ==, e164);
    }
}

static void
test_bad (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      char *assumed = (char *) "to be cleared";
      g_autofree char *e164 = NULL;
      g_autofree char *shown = g_strescape (bad[i].text != NULL ? bad[i].text : "", NULL);
      g_autoptr(GError) error = NULL;

      g_test_message ("“%s” in %s", shown, bad[i].country);
      e164 = callboard_phone_normalise (bad[i].text, bad[i].country, &assumed, &error);
      g_assert_cmpstr (e164, ==, NULL);
      g_assert_null (assumed);
      g_assert_error (error, CALLBOARD_PHONE_ERROR, bad[i].code);
      g_test_message ("%s", error->message);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      if (bad[i].named != NULL)
        g_assert_nonnull (strstr (error->message, bad[i].named));
    }
}

static void
test_long (void)
{
  static const char * const units[] = { "1", "+", "0", "(", "\xff", "٠", "x1", "+44 7700 900123;" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);
      g_autoptr(GError) error = NULL;

      while (text->len < 64 * 1024)
        g_string_append (text, units[i]);
      g_assert_null (callboard_phone_normalise (text->str, "GB", NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (strlen (error->message), <, 500);
    }
}

static const struct
{
  const char *e164;
  const char *country;
  const char *formatted;
} shown[] = {
  { "+447700900123", "GB", "+44 7700 900123" },
  { "+12025550123", "US", "+1 202-555-0123" },
  { "+16045550199", "CA", "+1 604-555-0199" },
  { "+493023125123", "DE", "+49 30 23125123" },
  { "+33639981234", "FR", "+33 6 39 98 12 34" },
  { "+80012345678", NULL, "+800 1234 5678" },
  { "nonsense", NULL, "nonsense" },
  { "", NULL, "" },
};

static void
test_shown (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      g_autofree char *country = callboard_phone_country (shown[i].e164);
      g_autofree char *formatted = callboard_phone_format_international (shown[i].e164);

      g_assert_cmpstr (country, ==, shown[i].country);
      g_assert_cmpstr (formatted, ==, shown[i].formatted);
    }
}

static void
test_countries (void)
{
  g_auto(GStrv) countries = callboard_country_list ();
  g_autofree char *name = callboard_country_get_name ("DE");
  g_autofree char *none = callboard_country_get_name ("QQ");
  g_autofree char *parsed = callboard_country_parse (" de ");

  g_assert_cmpuint (g_strv_length (countries), >, 200);
  g_assert_true (g_strv_contains ((const char * const *) countries, "DE"));
  g_assert_cmpstr (name, ==, "Germany");
  g_assert_cmpstr (none, ==, "QQ");
  g_assert_cmpstr (parsed, ==, "DE");
  g_assert_null (callboard_country_parse ("Germany"));
  g_assert_null (callboard_country_parse (""));
  g_assert_null (callboard_country_get_default ());
}

static gpointer
normalise_thread (gpointer data)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *text = g_strdup_printf ("07700 900%03u", i % 1000);
      g_autofree char *expected = g_strdup_printf ("+447700900%03u", i % 1000);
      g_autofree char *e164 = callboard_phone_normalise (text, "GB", NULL, NULL);

      g_assert_cmpstr (e164, ==, expected);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("phone", normalise_thread, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

static void
test_speed (void)
{
  static const char * const texts[] = { "+447700900123", "020 7946 0123", "(202) 555-0123", "0171 3920012", "12" };
  static const char * const countries[] = { NULL, "GB", "US", "DE", "DE" };

  if (!g_test_perf ())
    {
      g_test_skip ("run with -m perf");
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint n = 0; n < 10000; n++)
        g_free (callboard_phone_normalise (texts[i], countries[i], NULL, NULL));
      g_test_minimized_result ((g_get_monotonic_time () - start) / 10000.0, "%s: %.1f µs", texts[i],
                               (g_get_monotonic_time () - start) / 10000.0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/phone/threads", test_threads);
  g_test_add_func ("/phone/good", test_good);
  g_test_add_func ("/phone/bad", test_bad);
  g_test_add_func ("/phone/long", test_long);
  g_test_add_func ("/phone/shown", test_shown);
  g_test_add_func ("/phone/countries", test_countries);
  g_test_add_func ("/phone/speed", test_speed);

  return g_test_run ();
}
