/* callboard-csv-columns.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-csv.h"
#include "callboard-csv-private.h"

#include <string.h>

#include "callboard-base-resources.h"
#include "callboard-fold.h"

#define COLUMNS_PATH  "/org/callboard/Callboard/base/columns.ini"
#define SAMPLE_ROWS   200
#define MIN_DIGITS    7
#define MAX_DIGITS    17
#define MIN_TITLE     4
#define MIN_NAME      6
#define MIN_LIKENESS  60
#define NOT_FOUND     (-1)

typedef enum
{
  TITLE_FIRST_NAME,
  TITLE_LAST_NAME,
  TITLE_NAME,
  TITLE_PHONE,
  TITLE_STAGE,
  TITLE_CONSENT,
  N_TITLES
} Title;

static const char * const keys[N_TITLES] = { "first_name", "last_name", "name", "phone", "stage", "consent" };

typedef struct
{
  GPtrArray *titles[N_TITLES];
} Titles;

static void
add_titles (Titles   *titles,
            GKeyFile *file)
{
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint g = 0; groups[g] != NULL; g++)
    for (guint i = 0; i < N_TITLES; i++)
      {
        g_auto(GStrv) list = g_key_file_get_string_list (file, groups[g], keys[i], NULL, NULL);

        for (guint t = 0; list != NULL && list[t] != NULL; t++)
          g_ptr_array_add (titles->titles[i], callboard_fold (list[t]));
      }
}

static Titles *
load_titles (void)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  Titles *titles = g_new0 (Titles, 1);

  bytes = g_resource_lookup_data (callboard_base_get_resource (), COLUMNS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("Built without the list of columns: %s", error->message);
  for (guint i = 0; i < N_TITLES; i++)
    titles->titles[i] = g_ptr_array_new_with_free_func (g_free);
  add_titles (titles, file);

  return titles;
}

static const Titles *
get_titles (void)
{
  static gsize titles;

  if (g_once_init_enter (&titles))
    g_once_init_leave (&titles, (gsize) load_titles ());

  return (const Titles *) titles;
}

static gboolean
contains_words (const char *text,
                const char *words,
                gsize       min_length)
{
  g_autofree char *padded_text = g_strdup_printf (" %s ", text);
  g_autofree char *padded_words = g_strdup_printf (" %s ", words);

  return strlen (words) >= min_length && strstr (padded_text, padded_words) != NULL;
}

/* A title inside a longer one, as in "Mobile phone (home)", except for "name": a company has one, too. */
static gboolean
matches (const char *text,
         Title       title,
         gboolean    exactly)
{
  GPtrArray *words = get_titles ()->titles[title];
  gsize min_length = title == TITLE_FIRST_NAME || title == TITLE_LAST_NAME ? MIN_NAME : MIN_TITLE;
  g_autofree char *folded = callboard_fold (text);

  if (exactly)
    return g_ptr_array_find_with_equal_func (words, folded, g_str_equal, NULL);
  if (title == TITLE_NAME)
    return FALSE;

  for (guint i = 0; i < words->len; i++)
    if (contains_words (folded, g_ptr_array_index (words, i), min_length))
      return TRUE;

  return FALSE;
}

static gboolean
looks_like_phone (const char *text)
{
  guint n_digits = 0;

  for (const char *at = text; *at != '\0'; at++)
    {
      if (g_ascii_isdigit (*at))
        n_digits++;
      else if (strchr ("+()-./' =\"\t", *at) == NULL)
        return FALSE;
    }

  return n_digits >= MIN_DIGITS && n_digits <= MAX_DIGITS;
}

static gboolean
looks_like_name (const char *text)
{
  guint n_letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isdigit (c) || c == '@' || c == ':' || c == '/' || c == ';')
        return FALSE;
      n_letters += g_unichar_isalpha (c) != FALSE;
    }

  return n_letters > 0;
}

/* In percent of the cells that are not blank. */
static guint
measure_column (CallboardTable  *table,
                guint            column,
                gboolean       (*looks) (const char *text))
{
  guint n_rows = MIN (callboard_table_get_n_rows (table), SAMPLE_ROWS);
  guint n_cells = 0;
  guint n_alike = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      const char *cell = callboard_table_get_cell (table, row, column);

      n_cells += *cell != '\0';
      n_alike += *cell != '\0' && looks (cell);
    }

  return n_cells > 0 ? 100 * n_alike / n_cells : 0;
}

static int
find_title (CallboardTable *table,
            Title           title,
            gboolean        exactly,
            const gboolean *taken)
{
  guint n_columns = callboard_table_get_n_columns (table);

  for (guint i = 0; i < n_columns; i++)
    {
      if (taken[i] || !matches (callboard_table_get_header (table, i), title, exactly))
        continue;
      /* There are many kinds of numbers. */
      if (exactly || title != TITLE_PHONE || measure_column (table, i, looks_like_phone) >= MIN_LIKENESS)
        return i;
    }

  return NOT_FOUND;
}

static int
find_alike (CallboardTable  *table,
            gboolean       (*looks) (const char *text),
            const gboolean  *taken)
{
  guint n_columns = callboard_table_get_n_columns (table);
  guint best = MIN_LIKENESS - 1;
  int found = NOT_FOUND;

  for (guint i = 0; i < n_columns; i++)
    {
      guint likeness = taken[i] ? 0 : measure_column (table, i, looks);

      if (likeness > best)
        {
          best = likeness;
          found = i;
        }
    }

  return found;
}

static void
take (int       column,
      gboolean *taken)
{
  if (column != NOT_FOUND)
    taken[column] = TRUE;
}

static void
guess_by_titles (CallboardTable *table,
                 int             found[N_TITLES],
                 gboolean       *taken)
{
  for (guint exactly = 2; exactly > 0; exactly--)
    for (guint i = 0; i < N_TITLES; i++)
      if (found[i] == NOT_FOUND)
        {
          found[i] = find_title (table, i, exactly == 2, taken);
          take (found[i], taken);
        }
}

/* "Name" is the last name beside a column of first names, and the first beside one of last names. */
static void
share_name (CallboardImportColumns *columns,
            int                     name)
{
  if (columns->first_name != NOT_FOUND && columns->last_name == NOT_FOUND)
    columns->last_name = name;
  else if (columns->last_name != NOT_FOUND && columns->first_name == NOT_FOUND)
    columns->first_name = name;
  else if (columns->first_name == NOT_FOUND)
    columns->full_name = name;
}

static void
guess_names_by_cells (CallboardTable         *table,
                      CallboardImportColumns *columns,
                      gboolean               *taken)
{
  int first = find_alike (table, looks_like_name, taken);
  int second;

  take (first, taken);
  second = first != NOT_FOUND ? find_alike (table, looks_like_name, taken) : NOT_FOUND;

  if (second == first + 1 && first != NOT_FOUND)
    {
      columns->first_name = first;
      columns->last_name = second;
    }
  else
    {
      columns->full_name = first;
    }
}

/*< private >
 * callboard_csv_detect_header:
 *
 * A first row with a known title and no phone number, or over a column of phone numbers, is a header.
 */
gboolean
callboard_csv_detect_header (CallboardTable *table)
{
  guint n_cells = callboard_table_get_n_cells (table, 0);
  gboolean known = FALSE;

  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = callboard_table_get_cell (table, 0, i);

      if (looks_like_phone (cell))
        return FALSE;
      for (guint title = 0; title < N_TITLES; title++)
        known = known || matches (cell, title, TRUE);
    }
  if (known)
    return TRUE;

  for (guint i = 0; i < n_cells; i++)
    if (callboard_table_get_n_rows (table) > 1 && *callboard_table_get_cell (table, 0, i) != '\0' &&
        measure_column (table, i, looks_like_phone) >= MIN_LIKENESS)
      return TRUE;

  return FALSE;
}

void
callboard_csv_guess_columns (CallboardTable         *table,
                             CallboardImportColumns *columns)
{
  int found[N_TITLES] = { NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND, NOT_FOUND };
  g_autofree gboolean *taken = NULL;

  g_return_if_fail (table != NULL);
  g_return_if_fail (columns != NULL);

  taken = g_new0 (gboolean, callboard_table_get_n_columns (table));
  if (callboard_table_get_has_header (table))
    guess_by_titles (table, found, taken);
  if (found[TITLE_PHONE] == NOT_FOUND)
    found[TITLE_PHONE] = find_alike (table, looks_like_phone, taken);
  take (found[TITLE_PHONE], taken);

  *columns = (CallboardImportColumns) {
    .first_name = found[TITLE_FIRST_NAME],
    .last_name = found[TITLE_LAST_NAME],
    .full_name = NOT_FOUND,
    .phone = found[TITLE_PHONE],
    .stage = found[TITLE_STAGE],
    .consent = found[TITLE_CONSENT],
  };
  if (found[TITLE_NAME] != NOT_FOUND)
    share_name (columns, found[TITLE_NAME]);
  else if (columns->first_name == NOT_FOUND && columns->last_name == NOT_FOUND)
    guess_names_by_cells (table, columns, taken);
}
