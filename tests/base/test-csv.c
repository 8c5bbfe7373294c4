/* test-csv.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-csv.h"

#include <string.h>

#define PLAIN(text) (text), sizeof (text) - 1

static CallboardTable *
parse (const char  *text,
       gssize       length,
       GError     **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? (gssize) strlen (text) : length);

  return callboard_csv_parse (bytes, NULL, error);
}

/* The header, if any, then the rows, one a line: "a|b" */
static char *
describe (CallboardTable *table)
{
  GString *text = g_string_new (NULL);

  if (callboard_table_get_has_header (table))
    {
      for (guint column = 0; column < callboard_table_get_n_columns (table); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "[", callboard_table_get_header (table, column));
      g_string_append (text, "]");
    }
  for (guint row = 0; row < callboard_table_get_n_rows (table); row++)
    {
      if (text->len > 0)
        g_string_append (text, " / ");
      for (guint column = 0; column < callboard_table_get_n_cells (table, row); column++)
        g_string_append_printf (text, "%s%s", column > 0 ? "|" : "", callboard_table_get_cell (table, row, column));
    }

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *text;
  gsize       length;
  const char *expected;
} table[] = {
  { PLAIN ("a"), "a" },
  { PLAIN ("a,b\nc,d\n"), "a|b / c|d" },
  { PLAIN ("a,b\r\nc,d\r\n"), "a|b / c|d" },
  { PLAIN ("a,b\rc,d\r"), "a|b / c|d" },
  { PLAIN ("a,b\nc,d"), "a|b / c|d" },
  { PLAIN ("a;b\nc;d"), "a|b / c|d" },
  { PLAIN ("a\tb\nc\td"), "a|b / c|d" },
  { PLAIN ("a|b\nc|d"), "a|b / c|d" },
  { PLAIN ("sep=;\r\na;b,c\r\n"), "a|b,c" },
  { PLAIN ("SEP=|\na|b"), "a|b" },
  { PLAIN ("\xef\xbb\xbfName,Phone\nAna,+447700900123"), "[Name|Phone] / Ana|+447700900123" },
  { PLAIN ("\xff\xfe" "a\0,\0\xeb\0"), "a|ë" },
  { PLAIN ("\xfe\xff\0a\0,\0\xeb"), "a|ë" },
  { PLAIN ("a\0,\0b\0"), "a|b" },
  { PLAIN ("Ren\xe9,caf\xe9 \x93x\x94"), "René|café “x”" },
  { PLAIN ("Renée,x"), "Renée|x" },
  { PLAIN ("  a , b\t\n c ,\xc2\xa0" "d\xc2\xa0"), "a|b / c|d" },
  { PLAIN ("\" a \",b"), "a|b" },
  { PLAIN ("\n\n,,\n a,b\n , \n\nc,d\n\n"), "a|b / c|d" },
  { PLAIN ("a,b,c\nd\ne,f,g,h"), "a|b|c / d / e|f|g|h" },
  { PLAIN ("a,b\n,c\nd,"), "a|b / |c / d|" },
  { PLAIN ("\"a,b\",c\n\"d \"\"e\"\"\",f"), "a,b|c / d \"e\"|f" },
  { PLAIN ("\"\",\"\"\na,\"\""), "a|" },
  { PLAIN ("Smith, John;1\nMiller, Ann;2"), "Smith, John|1 / Miller, Ann|2" },
  { PLAIN ("1,5;2\n3,5;4"), "1,5|2 / 3,5|4" },
  { PLAIN ("Export of today\na;b\nc;d"), "Export of today / a|b / c|d" },

  /* Cells over several lines. */
  { PLAIN ("a,\"b\nc\",d\ne,f,g"), "a|b\nc|d / e|f|g" },
  { PLAIN ("a,\"b\n\nc\"\nd,e"), "a|b\n\nc / d|e" },
  { PLAIN ("x,y\na,\"b\nc, d\"\ne,f"), "x|y / a|b\nc, d / e|f" },
  { PLAIN ("a,\"b\nc\""), "a|b\nc" },

  /* Stray quotes. */
  { PLAIN ("a,5\" screen\nc,d"), "a|5\" screen / c|d" },
  { PLAIN ("a,O\"Brien,c\nd,e,f"), "a|O\"Brien|c / d|e|f" },
  { PLAIN ("\"John \"Johnny\" Smith\",b\nc,d"), "John \"Johnny\" Smith|b / c|d" },
  { PLAIN ("a,b\n\"c,d\ne,f\ng,h"), "a|b / c|d / e|f / g|h" },
  { PLAIN ("a,b,c\n1,\"Smith,x\n2,\"Brown\",y\n3,z,w"), "a|b|c / 1|Smith|x / 2|Brown|y / 3|z|w" },
  { PLAIN ("a,b\nc,\"d"), "a|b / c|d" },
  { PLAIN ("a,b\nc,\""), "a|b / c|" },
  { PLAIN ("\""), NULL },
  { PLAIN ("\"\n\"\n\""), NULL },

  /* Headers. */
  { PLAIN ("First name,Phone\nAna,07700 900123"), "[First name|Phone] / Ana|07700 900123" },
  { PLAIN ("Vorname;Telefon"), "[Vorname|Telefon]" },
  { PLAIN ("who,digits\nAna,07700 900123\nBen,07700 900124"), "[who|digits] / Ana|07700 900123 / Ben|07700 900124" },
  { PLAIN ("Ana,07700 900123\nBen,07700 900124"), "Ana|07700 900123 / Ben|07700 900124" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CallboardTable) parsed = parse (table[i].text, table[i].length, &error);
      g_autofree char *text = NULL;

      g_test_message ("%u: %s", i, table[i].expected);
      if (table[i].expected == NULL)
        {
          g_assert_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_EMPTY);
          continue;
        }
      g_assert_no_error (error);
      text = describe (parsed);
      g_assert_cmpstr (text, ==, table[i].expected);
    }
}

static const struct
{
  const char *text;
  gsize       length;
  int         code;
} refused[] = {
  { PLAIN (""), CALLBOARD_CSV_ERROR_EMPTY },
  { PLAIN ("\xef\xbb\xbf"), CALLBOARD_CSV_ERROR_EMPTY },
  { PLAIN (" \n,,\n\t\n"), CALLBOARD_CSV_ERROR_EMPTY },
  { PLAIN ("sep=;\n"), CALLBOARD_CSV_ERROR_EMPTY },
  { PLAIN ("PK\003\004xl/workbook.xml"), CALLBOARD_CSV_ERROR_BINARY },
  { PLAIN ("\xd0\xcf\x11\xe0\xa1\xb1"), CALLBOARD_CSV_ERROR_BINARY },
  { PLAIN ("%PDF-1.7"), CALLBOARD_CSV_ERROR_BINARY },
  { PLAIN ("Ana,07700\0 900123"), CALLBOARD_CSV_ERROR_BINARY },
  { PLAIN ("\0\0\0\0"), CALLBOARD_CSV_ERROR_BINARY },
  { PLAIN ("\xff\xfe" "a"), CALLBOARD_CSV_ERROR_ENCODING },
  { PLAIN ("\xff\xfe\x00\xd8" "a\0"), CALLBOARD_CSV_ERROR_ENCODING },
  { PLAIN ("a\x81\x8d,b"), CALLBOARD_CSV_ERROR_ENCODING },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (parse (refused[i].text, refused[i].length, &error));
      g_assert_error (error, CALLBOARD_CSV_ERROR, refused[i].code);
    }
}

static char *
repeat (const char *unit,
        guint       times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

static void
test_limits (void)
{
  g_autofree char *hundred = repeat ("x,", 99);
  g_autofree char *five_hundred = repeat ("x,", 499);
  g_autofree char *more = repeat ("x,", 501);
  g_autofree char *large = g_malloc0 (CALLBOARD_CSV_MAX_BYTES + 1);
  g_autoptr(CallboardTable) narrow = NULL;
  g_autoptr(CallboardTable) wide = NULL;
  g_autoptr(GError) error = NULL;

  narrow = parse (hundred, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (callboard_table_get_n_columns (narrow), ==, 100);
  wide = parse (five_hundred, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (callboard_table_get_n_columns (wide), ==, 500);

  g_assert_null (parse (more, -1, &error));
  g_assert_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_TOO_MANY_COLUMNS);
  g_clear_error (&error);
  g_assert_null (parse (large, CALLBOARD_CSV_MAX_BYTES + 1, &error));
  g_assert_error (error, CALLBOARD_CSV_ERROR, CALLBOARD_CSV_ERROR_TOO_LARGE);
}

static void
test_access (void)
{
  g_autoptr(CallboardTable) parsed = parse ("Name,Phone\n\nAna,\"1\n2\"\n\n\nBen,3", -1, NULL);
  g_autoptr(CallboardTable) same = g_boxed_copy (CALLBOARD_TYPE_TABLE, parsed);

  g_assert_true (same == parsed);
  g_assert_cmpuint (callboard_table_get_n_rows (parsed), ==, 2);
  g_assert_cmpstr (callboard_table_get_header (parsed, 1), ==, "Phone");
  g_assert_cmpstr (callboard_table_get_header (parsed, 99), ==, "");
  g_assert_cmpstr (callboard_table_get_cell (parsed, 0, 99), ==, "");
  g_assert_cmpuint (callboard_table_get_line (parsed, 0), ==, 3);
  g_assert_cmpuint (callboard_table_get_line (parsed, 1), ==, 7);

  callboard_table_set_has_header (parsed, FALSE);
  g_assert_cmpuint (callboard_table_get_n_rows (parsed), ==, 3);
  g_assert_null (callboard_table_get_header (parsed, 1));
  g_assert_cmpstr (callboard_table_get_cell (parsed, 0, 1), ==, "Phone");
  g_assert_cmpuint (callboard_table_get_line (parsed, 0), ==, 1);
}

static const struct
{
  const char             *text;
  CallboardImportColumns  columns;
} guesses[] = {
  { "First name,Last name,Phone,Stage,Consent\na,b,c,d,e", { 0, 1, -1, 2, 3, 4 } },
  { "Phone Number;Full Name\n07700 900123;Ana B", { -1, -1, 1, 0, -1, -1 } },
  { "Vorname;Nachname;Handynummer;Einwilligung\na;b;c;d", { 0, 1, -1, 2, -1, 3 } },
  { "Vorname;Name;Telefon\na;b;c", { 0, 1, -1, 2, -1, -1 } },
  { "Nom,Prénom,Téléphone portable,Étape\na,b,c,d", { 1, 0, -1, 2, 3, -1 } },
  { "Nombre,Apellidos,Móvil,Etapa\na,b,c,d", { 0, 1, -1, 2, 3, -1 } },
  { "Voornaam,Achternaam,Mobiel nummer,Toestemming\na,b,c,d", { 0, 1, -1, 2, -1, 3 } },
  { "Nome,Sobrenome,Celular,Etapa\na,b,c,d", { 0, 1, -1, 2, 3, -1 } },
  { "imie,nazwisko,nr telefonu,zgoda\na,b,c,d", { 0, 1, -1, 2, -1, 3 } },
  { "ID,FIRST_NAME *,SURNAME (legal),e-mail,Mobile (home),Company name\n1,a,b,c@d,07700900123,X", { 1, 2, -1, 4, -1, -1 } },
  { "Reference number,Name,contact phone no.\n12,Ana,07700900123\n13,Ben,07700900124", { -1, -1, 1, 2, -1, -1 } },
  { "Ana,Smith,07700 900123\nBen,Brown,07700 900124", { 0, 1, -1, 2, -1, -1 } },
  { "+447700900123;Ana Smith\n+447700900124;Ben Brown", { -1, -1, 1, 0, -1, -1 } },
  { "07700 900123\n07700 900124", { -1, -1, -1, 0, -1, -1 } },
  { "1,2\n3,4", { -1, -1, -1, -1, -1, -1 } },
};

static void
test_guess (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (guesses); i++)
    {
      g_autoptr(CallboardTable) parsed = parse (guesses[i].text, -1, NULL);
      const CallboardImportColumns *expected = &guesses[i].columns;
      CallboardImportColumns columns;

      g_test_message ("%s", guesses[i].text);
      callboard_csv_guess_columns (parsed, &columns);
      g_assert_cmpint (columns.first_name, ==, expected->first_name);
      g_assert_cmpint (columns.last_name, ==, expected->last_name);
      g_assert_cmpint (columns.full_name, ==, expected->full_name);
      g_assert_cmpint (columns.phone, ==, expected->phone);
      g_assert_cmpint (columns.stage, ==, expected->stage);
      g_assert_cmpint (columns.consent, ==, expected->consent);
    }
}

static void
test_cancel (void)
{
  g_autofree char *text = repeat ("Ana,07700 900123\n", 5000);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (callboard_csv_parse (bytes, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Looking ahead at every line for the end of a record would take minutes. */
static void
test_hostile (void)
{
  static const char * const units[] = { "\"", "\"\n", "\"a\n", "a,\"b\n", "\"\"\n", "\"a\"\"\n", "\"\"\"\n", ",\n", "\r", "\"a\",\"\n" };
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *text = repeat (units[i], 400000);
      g_autoptr(CallboardTable) parsed = parse (text, -1, NULL);

      g_test_message ("%u rows", parsed != NULL ? callboard_table_get_n_rows (parsed) : 0);
    }

  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

static void
test_large (void)
{
  g_autofree char *text = repeat ("Ana María,\"Smith, Jones\",+44 7700 900123,Screening,yes\r\n", 900000);
  gsize length = strlen (text);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardTable) parsed = NULL;
  gint64 start = g_get_monotonic_time ();

  parsed = parse (text, length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (callboard_table_get_n_rows (parsed), ==, 900000);
  g_assert_cmpstr (callboard_table_get_cell (parsed, 899999, 1), ==, "Smith, Jones");
  g_test_message ("%" G_GSIZE_FORMAT " bytes in %" G_GINT64_FORMAT " ms", length, (g_get_monotonic_time () - start) / 1000);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/csv/table", test_table);
  g_test_add_func ("/csv/refused", test_refused);
  g_test_add_func ("/csv/limits", test_limits);
  g_test_add_func ("/csv/access", test_access);
  g_test_add_func ("/csv/guess", test_guess);
  g_test_add_func ("/csv/cancel", test_cancel);
  g_test_add_func ("/csv/hostile", test_hostile);
  g_test_add_func ("/csv/large", test_large);

  return g_test_run ();
}
