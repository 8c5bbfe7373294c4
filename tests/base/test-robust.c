/* test-robust.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-csv.h"
#include "callboard-fold.h"
#include "callboard-merge.h"
#include "callboard-phone.h"
#include "callboard-reading.h"
#include "callboard-sms.h"
#include "callboard-words.h"

#include <string.h>

/* Random texts made of what matters to the readers. The seed is printed; --seed runs it again. */

#define ROUNDS    2000
#define MAX_PARTS 60

static const char * const parts[] = {
  "a", "Z", " ", "\n", "\r", "\r\n", "\t", "0", "9", "+", "+44 7700 900123", "é", "e\xcc\x81", "ß", "ł", "😀", "👍🏽", "€",
  "’", "\"", "\"\"", "'", ",", ";", "|", "sep=;", "{", "}", "{{", "}}", "{{candidate.first_name", "|there}}", "job.title",
  "stop", "yes", "no", "please", "thank you", "option", "night shift", "\xff", "\xc3", "\xf0\x9f", "\xed\xa0\x80",
  "\xef\xbb\xbf", "\xff\xfe", "\xe2\x80\xae", "\xe2\x80\x8b", "\xcc\xa3\xcc\x81", "हिन्दी", "مُ", "PK\003\004", "=", "%", "%s", "\\",
};

static const char * const labels[] = { "Early shift", "Late shift", "2", "", "👍", "\xff" };

static char *
compose (GRand *rand)
{
  GString *text = g_string_new (NULL);
  guint n_parts = g_rand_int_range (rand, 0, MAX_PARTS);

  for (guint i = 0; i < n_parts; i++)
    {
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_append_c (text, g_rand_int_range (rand, 1, 256));
      else
        g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
    }

  return g_string_free (text, FALSE);
}

static char *
compose_valid (GRand *rand)
{
  g_autofree char *text = compose (rand);

  return g_utf8_make_valid (text, -1);
}

static const char *
look_up (const char *field,
         gpointer    data)
{
  return strlen (field) % 2 == 0 ? "{{job.title}}" : NULL;
}

static void
check_words (GRand *rand)
{
  g_autofree char *text = compose (rand);
  g_autofree char *folded = callboard_fold (text);
  g_autofree char *again = callboard_fold (folded);
  CallboardWord word = callboard_words_classify (text, "de");
  g_autofree char *padded = g_strdup_printf (" \n%s!? ", text);

  g_assert_true (g_utf8_validate (folded, -1, NULL));
  g_assert_cmpstr (again, ==, folded);
  g_assert_cmpint (callboard_words_classify (padded, "de"), ==, word);
}

/* What callboard_merge_check() lets pass has no field left in it, but for those in values. */
static void
check_merge (GRand *rand)
{
  g_autofree char *text = compose (rand);
  g_autofree char *rendered = callboard_merge_render (text, look_up, NULL);
  g_autoptr(GError) error = NULL;

  if (!callboard_merge_check (text, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  g_assert_null (strstr (rendered, "{{candidate.first_name"));
}

static void
check_sms (GRand *rand)
{
  g_autofree char *text = compose (rand);
  CallboardSmsCount count = callboard_sms_count (text);
  g_autofree char *simple = callboard_sms_simplify (text);
  guint capacity = count.encoding == CALLBOARD_SMS_ENCODING_GSM7 ? 153 : 67;

  g_assert_cmpint (count.offender != 0, ==, count.encoding == CALLBOARD_SMS_ENCODING_UCS2);
  g_assert_cmpint (count.parts == 0, ==, *text == '\0');
  g_assert_cmpuint (count.left, <=, 160);
  if (count.parts > 1)
    {
      g_assert_cmpuint (count.units + count.left, <=, count.parts * capacity);
      g_assert_cmpuint (count.units, >, (count.parts - 1) * (capacity - 1));
    }
  if (simple != NULL)
    g_assert_true (g_utf8_validate (simple, -1, NULL));
}

static void
check_table (CallboardTable *table)
{
  CallboardImportColumns columns;
  int n_columns = callboard_table_get_n_columns (table);
  guint line = 0;

  for (guint row = 0; row < callboard_table_get_n_rows (table); row++)
    {
      g_assert_cmpuint (callboard_table_get_line (table, row), >=, line);
      line = callboard_table_get_line (table, row);
      for (guint column = 0; column <= callboard_table_get_n_cells (table, row); column++)
        g_assert_true (g_utf8_validate (callboard_table_get_cell (table, row, column), -1, NULL));
    }
  callboard_csv_guess_columns (table, &columns);
  g_assert_cmpint (MAX (columns.phone, columns.full_name), <, n_columns);
  g_assert_cmpint (MAX (columns.first_name, columns.last_name), <, n_columns);
}

static void
check_csv (GRand *rand)
{
  g_autofree char *text = compose (rand);
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardTable) table = callboard_csv_parse (bytes, NULL, &error);

  if (table != NULL)
    check_table (table);
  else
    g_assert_true (error->domain == CALLBOARD_CSV_ERROR);
}

/* A table written with all cells quoted comes back as it was. */
static void
check_csv_again (GRand *rand)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GString) text = g_string_new ("\xef\xbb\xbf");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CallboardTable) table = NULL;

  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *inner = compose_valid (rand);
      g_auto(GStrv) halves = g_strsplit (inner, "\"", -1);
      g_autofree char *escaped = g_strjoinv ("\"\"", halves);

      g_ptr_array_add (cells, g_strdup_printf (".%s.", inner));
      g_string_append_printf (text, "\".%s.\"%s", escaped, i % 2 == 0 ? "," : "\r\n");
    }
  bytes = g_bytes_new_static (text->str, text->len);
  table = callboard_csv_parse (bytes, NULL, NULL);
  g_assert_nonnull (table);

  callboard_table_set_has_header (table, FALSE);
  g_assert_cmpuint (callboard_table_get_n_columns (table), ==, 2);
  g_assert_cmpuint (callboard_table_get_n_rows (table), ==, 3);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpstr (callboard_table_get_cell (table, i / 2, i % 2), ==, g_ptr_array_index (cells, i));
}

static void
check_reading (GRand *rand)
{
  g_autofree char *text = compose (rand);
  g_autofree char *number = NULL;
  g_autofree char *e164 = NULL;
  g_autoptr(GError) error = NULL;
  gboolean yes = FALSE;
  guint index = 0;

  if (callboard_read_choice (text, labels, G_N_ELEMENTS (labels), &index))
    g_assert_cmpuint (index, <, G_N_ELEMENTS (labels));
  if (callboard_read_yes_no (text, "es", &yes))
    g_assert_true (yes == TRUE || yes == FALSE);

  e164 = callboard_phone_normalise (text, "GB", NULL, &error);
  g_assert_true ((e164 != NULL) != (error != NULL));
  if (e164 != NULL)
    {
      number = callboard_phone_normalise (e164, NULL, NULL, NULL);
      g_assert_cmpstr (number, ==, e164);
    }
}

static void
run (gconstpointer data)
{
  void (*check) (GRand *rand) = data;
  g_autoptr(GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; i < ROUNDS; i++)
    check (rand);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/robust/words", check_words, run);
  g_test_add_data_func ("/robust/merge", check_merge, run);
  g_test_add_data_func ("/robust/sms", check_sms, run);
  g_test_add_data_func ("/robust/csv", check_csv, run);
  g_test_add_data_func ("/robust/csv-again", check_csv_again, run);
  g_test_add_data_func ("/robust/reading", check_reading, run);

  return g_test_run ();
}
