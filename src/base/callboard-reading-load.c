/* callboard-reading-load.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading-private.h"

#include <string.h>

#include <gio/gio.h>

#include "callboard-base-resources.h"
#include "callboard-fold.h"
#include "callboard-reading-names.h"
#include "callboard-words-private.h"

#define READINGS_PATH "/org/callboard/Callboard/base/readings.ini"

static const struct
{
  const char           *key;
  CallboardReadingKind  kind;
  guint                 value;
} keys[] = {
  { "january", CALLBOARD_READING_MONTH, 1 },
  { "february", CALLBOARD_READING_MONTH, 2 },
  { "march", CALLBOARD_READING_MONTH, 3 },
  { "april", CALLBOARD_READING_MONTH, 4 },
  { "may", CALLBOARD_READING_MONTH, 5 },
  { "june", CALLBOARD_READING_MONTH, 6 },
  { "july", CALLBOARD_READING_MONTH, 7 },
  { "august", CALLBOARD_READING_MONTH, 8 },
  { "september", CALLBOARD_READING_MONTH, 9 },
  { "october", CALLBOARD_READING_MONTH, 10 },
  { "november", CALLBOARD_READING_MONTH, 11 },
  { "december", CALLBOARD_READING_MONTH, 12 },
  { "monday", CALLBOARD_READING_WEEKDAY, G_DATE_MONDAY },
  { "tuesday", CALLBOARD_READING_WEEKDAY, G_DATE_TUESDAY },
  { "wednesday", CALLBOARD_READING_WEEKDAY, G_DATE_WEDNESDAY },
  { "thursday", CALLBOARD_READING_WEEKDAY, G_DATE_THURSDAY },
  { "friday", CALLBOARD_READING_WEEKDAY, G_DATE_FRIDAY },
  { "saturday", CALLBOARD_READING_WEEKDAY, G_DATE_SATURDAY },
  { "sunday", CALLBOARD_READING_WEEKDAY, G_DATE_SUNDAY },
  { "zero", CALLBOARD_READING_NUMBER, 0 },
  { "one", CALLBOARD_READING_NUMBER, 1 },
  { "two", CALLBOARD_READING_NUMBER, 2 },
  { "today", CALLBOARD_READING_DAY, 0 },
  { "tomorrow", CALLBOARD_READING_DAY, 1 },
  { "after-tomorrow", CALLBOARD_READING_DAY, 2 },
  { "next", CALLBOARD_READING_WHICH, CALLBOARD_WHICH_NEXT },
  { "coming", CALLBOARD_READING_WHICH, CALLBOARD_WHICH_COMING },
  { "this", CALLBOARD_READING_WHICH, CALLBOARD_WHICH_THIS },
  { "ordinal", CALLBOARD_READING_ORDINAL_ENDING, 0 },
  { "from", CALLBOARD_READING_FROM, FALSE },
  { "since", CALLBOARD_READING_FROM, TRUE },
  { "date-words", CALLBOARD_READING_DATE_WORD, 0 },
  { "about", CALLBOARD_READING_ABOUT, 0 },
  { "noise", CALLBOARD_READING_NOISE, 0 },
  { "years", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_YEARS },
  { "months", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_MONTHS },
  { "weeks", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_WEEKS },
  { "days", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_DAYS },
  { "hours", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_HOURS },
  { "minutes", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_MINUTES },
  { "units", CALLBOARD_READING_UNIT, CALLBOARD_UNIT_OTHER },
  { "thousand", CALLBOARD_READING_THOUSAND, 0 },
  { "out-of", CALLBOARD_READING_OUT_OF, 0 },
  { "stars", CALLBOARD_READING_STARS, 0 },
  { "true", CALLBOARD_READING_TRUTH, TRUE },
  { "false", CALLBOARD_READING_TRUTH, FALSE },
  { "and", CALLBOARD_READING_AND, 0 },
  { "all", CALLBOARD_READING_ALL, 0 },
  { "both", CALLBOARD_READING_BOTH, 0 },
  { "none", CALLBOARD_READING_NONE, 0 },
  { "but", CALLBOARD_READING_BUT, 0 },
  { "no-problem", CALLBOARD_READING_NO_PROBLEM, 0 },
};

/* By two-letter code; "" holds the words of all languages. */
typedef GHashTable AllReadings;

static CallboardReadings *
readings_new (void)
{
  CallboardReadings *readings = g_new0 (CallboardReadings, 1);

  for (guint i = 0; i < G_N_ELEMENTS (readings->words); i++)
    readings->words[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return readings;
}

/* The first meaning stays: the words of the file come before ICU's. */
static void
add_word (CallboardReadings    *readings,
          CallboardReadingKind  kind,
          const char           *word,
          guint                 value)
{
  g_autofree char *folded = callboard_fold (word);

  if (*folded != '\0' && !g_hash_table_contains (readings->words[kind], folded))
    g_hash_table_insert (readings->words[kind], g_steal_pointer (&folded), GUINT_TO_POINTER (value));
}

static void
add_name_cb (CallboardReadingKind  kind,
             const char           *word,
             guint                 value,
             gpointer              data)
{
  add_word (data, kind, word, value);
}

static char
read_sign (GKeyFile   *file,
           const char *group,
           const char *key)
{
  g_autofree char *sign = g_key_file_get_string (file, group, key, NULL);

  return sign != NULL ? *sign : '\0';
}

static void
read_list (CallboardReadings *readings,
           CallboardReadings *all,
           GKeyFile          *file,
           const char        *group,
           guint              key)
{
  g_auto(GStrv) list = g_key_file_get_string_list (file, group, keys[key].key, NULL, NULL);

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      add_word (readings, keys[key].kind, list[i], keys[key].value);
      add_word (all, keys[key].kind, list[i], keys[key].value);
    }
}

static CallboardReadings *
read_language (GKeyFile          *file,
               const char        *group,
               CallboardReadings *all)
{
  CallboardReadings *readings = readings_new ();
  g_autofree char *month_day = g_key_file_get_string (file, group, "month-day", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    read_list (readings, all, file, group, i);
  readings->decimal = read_sign (file, group, "decimal");
  readings->thousands = read_sign (file, group, "thousands");
  readings->short_date = g_key_file_get_string (file, group, "short-date", NULL);
  readings->day_first = g_key_file_get_string_list (file, group, "day-first", NULL, NULL);
  readings->month_first = g_key_file_get_string_list (file, group, "month-first", NULL, NULL);
  readings->month_day = g_strcmp0 (month_day, "yes") == 0;
  callboard_reading_names (group, add_name_cb, readings);

  return readings;
}

static void
add_courtesy (CallboardReadings *all)
{
  const CallboardWords *words = callboard_words_get ();

  for (guint i = 0; i < words->courtesy->len; i++)
    add_word (all, CALLBOARD_READING_COURTESY, g_ptr_array_index (words->courtesy, i), 0);
}

static GKeyFile *
load_file (void)
{
  g_autoptr(GKeyFile) file = g_key_file_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (callboard_base_get_resource (), READINGS_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("Built without the words of answers: %s", error->message);

  return g_steal_pointer (&file);
}

/* English falls back to nothing else but courtesy, which needs no language; the others to English. */
static AllReadings *
load_readings (void)
{
  g_autoptr(GKeyFile) file = load_file ();
  g_auto(GStrv) groups = g_key_file_get_groups (file, NULL);
  AllReadings *readings = g_hash_table_new (g_str_hash, g_str_equal);
  CallboardReadings *all = readings_new ();
  CallboardReadings *courtesy = readings_new ();
  CallboardReadings *english = read_language (file, "en", all);

  add_courtesy (all);
  add_courtesy (courtesy);
  english->fallback = courtesy;
  for (guint i = 0; groups[i] != NULL; i++)
    {
      CallboardReadings *language = g_str_equal (groups[i], "en") ? english : read_language (file, groups[i], all);

      if (language != english)
        language->fallback = english;
      g_hash_table_insert (readings, g_strdup (groups[i]), language);
    }
  g_hash_table_insert (readings, g_strdup (""), all);

  return readings;
}

static AllReadings *
get_loaded (void)
{
  static gsize loaded;

  if (g_once_init_enter (&loaded))
    g_once_init_leave (&loaded, (gsize) load_readings ());

  return (AllReadings *) loaded;
}

/* The readings of a language such as "de" or "pt-BR"; English if it is unknown. */
const CallboardReadings *
callboard_readings_get (const char *language)
{
  const CallboardReadings *readings = NULL;
  char code[4] = "";

  for (guint i = 0; language != NULL && i < sizeof code - 1 && g_ascii_isalpha (language[i]); i++)
    code[i] = g_ascii_tolower (language[i]);
  if (*code != '\0')
    readings = g_hash_table_lookup (get_loaded (), code);

  return readings != NULL ? readings : g_hash_table_lookup (get_loaded (), "en");
}

/* The words of all languages, for labels and answers that may be in any. */
const CallboardReadings *
callboard_readings_get_all (void)
{
  return g_hash_table_lookup (get_loaded (), "");
}
