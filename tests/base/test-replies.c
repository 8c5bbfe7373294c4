/* test-replies.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"
#include "callboard-words.h"

#include <string.h>

/* Reads tests/data/replies.tsv, and names every line that is understood otherwise. */

#define NOT_READ   "-"
#define MIN_LINES  350
#define MAX_RATING 5

enum { LANGUAGE, KIND, REPLY, UNDERSTANDING, N_COLUMNS };

static const char * const words[] = {
  [CALLBOARD_WORD_NONE] = NOT_READ,
  [CALLBOARD_WORD_STOP] = "stop",
  [CALLBOARD_WORD_START] = "start",
  [CALLBOARD_WORD_HELP] = "help",
  [CALLBOARD_WORD_WITHDRAW] = "withdraw",
  [CALLBOARD_WORD_SKIP] = "skip",
  [CALLBOARD_WORD_BACK] = "back",
  [CALLBOARD_WORD_YES] = "yes",
  [CALLBOARD_WORD_NO] = "no",
};

static GHashTable *label_sets;
static GDate today;

static char **
find_labels (const char *name)
{
  char **labels = g_hash_table_lookup (label_sets, name);

  g_assert_nonnull (labels);

  return labels;
}

static char *
describe_choices (guint64 chosen)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < CALLBOARD_READ_MAX_CHOICES; i++)
    if ((chosen >> i & 1) != 0)
      g_string_append_printf (text, "%s%u", text->len > 0 ? "," : "", i + 1);

  return g_string_free (text, FALSE);
}

static char *
read_yes_no (const char *detail,
             const char *language,
             const char *reply)
{
  gboolean yes;

  return g_strdup (!callboard_read_yes_no (reply, language, &yes) ? NOT_READ : yes ? "yes" : "no");
}

static char *
read_choice (const char *detail,
             const char *language,
             const char *reply)
{
  char **labels = find_labels (detail);
  guint index;

  if (!callboard_read_choice (reply, (const char * const *) labels, g_strv_length (labels), &index))
    return g_strdup (NOT_READ);

  return g_strdup_printf ("%u", index + 1);
}

static char *
read_choices (const char *detail,
              const char *language,
              const char *reply)
{
  char **labels = find_labels (detail);
  guint64 chosen;

  if (!callboard_read_choices (reply, (const char * const *) labels, g_strv_length (labels), &chosen))
    return g_strdup (NOT_READ);

  return describe_choices (chosen);
}

static char *
read_number (const char *question,
             const char *language,
             const char *reply)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double value;

  if (!callboard_read_number_for (reply, question, language, &value))
    return g_strdup (NOT_READ);

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.15g", value));
}

static char *
read_date (const char *detail,
           const char *language,
           const char *reply)
{
  char text[32];
  GDate date;

  if (!callboard_read_date (reply, language, &today, &date))
    return g_strdup (NOT_READ);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);

  return g_strdup (text);
}

static char *
read_rating (const char *detail,
             const char *language,
             const char *reply)
{
  guint rating;

  return callboard_read_rating (reply, language, MAX_RATING, &rating) ? g_strdup_printf ("%u", rating) : g_strdup (NOT_READ);
}

static char *
read_true_false (const char *detail,
                 const char *language,
                 const char *reply)
{
  gboolean value;

  return g_strdup (!callboard_read_true_false (reply, language, &value) ? NOT_READ : value ? "true" : "false");
}

static char *
read_email (const char *detail,
            const char *language,
            const char *reply)
{
  char *email;

  return callboard_read_email (reply, &email) ? email : g_strdup (NOT_READ);
}

static char *
read_word (const char *detail,
           const char *language,
           const char *reply)
{
  return g_strdup (words[callboard_words_classify (reply, language)]);
}

static const struct
{
  const char *name;
  char *    (*read) (const char *detail,
                     const char *language,
                     const char *reply);
} kinds[] = {
  { "yes-no", read_yes_no },
  { "choice", read_choice },
  { "choices", read_choices },
  { "number", read_number },
  { "date", read_date },
  { "rating", read_rating },
  { "true-false", read_true_false },
  { "email", read_email },
  { "word", read_word },
};

static char *
understand (char **columns)
{
  g_auto(GStrv) kind = g_strsplit (columns[KIND], ":", 2);
  g_autofree char *reply = g_strcompress (columns[REPLY]);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kind[0], kinds[i].name))
      return kinds[i].read (kind[1], columns[LANGUAGE], reply);

  return g_strdup ("(no such kind)");
}

static gboolean
check_line (guint   number,
            char  **columns)
{
  g_autofree char *understood = NULL;

  g_assert_cmpuint (g_strv_length (columns), ==, N_COLUMNS);
  understood = understand (columns);
  if (g_str_equal (understood, columns[UNDERSTANDING]))
    return TRUE;

  g_test_message ("replies.tsv:%u: in %s, “%s” as %s is %s, not %s", number, columns[LANGUAGE], columns[REPLY], columns[KIND],
                  understood, columns[UNDERSTANDING]);

  return FALSE;
}

static void
add_labels (char **columns)
{
  g_hash_table_insert (label_sets, g_strdup (columns[1]), g_strsplit (columns[2], "|", -1));
}

static void
test_table (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "replies.tsv", NULL);
  g_autofree char *contents = NULL;
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) lines = NULL;
  guint n_read = 0;
  guint n_wrong = 0;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto(GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      if (g_str_equal (columns[LANGUAGE], "labels"))
        {
          add_labels (columns);
          continue;
        }
      n_read++;
      n_wrong += !check_line (i + 1, columns);
    }

  g_test_message ("%u replies", n_read);
  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_read, >=, MIN_LINES);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  label_sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  g_date_set_dmy (&today, 25, G_DATE_NOVEMBER, 2026);

  g_test_add_func ("/replies/table", test_table);
  result = g_test_run ();
  g_hash_table_unref (label_sets);

  return result;
}
