/* callboard-when.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-when.h"

#include <string.h>

#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/ustring.h>

#include "callboard-clock.h"
#include "callboard-zone-private.h"

#define MAX_PATTERN 128
#define MAX_TEXT    256
#define MAX_ZONE    64

static const char * const skeletons[] = {
  [CALLBOARD_WHEN_DATE] = "EEEEdMMMM",
  [CALLBOARD_WHEN_DAY] = "EEEdMMM",
  [CALLBOARD_WHEN_TIME] = "jmm",
  [CALLBOARD_WHEN_SHORT] = "dMMMjmm",
};

static char *
choose_locale (const char *language,
               const char *zone)
{
  if (language == NULL || !g_str_equal (language, "en"))
    return g_strdup (language != NULL ? language : "en_GB");

  return g_strdup (g_str_has_prefix (zone, "America/") || g_str_has_prefix (zone, "US/") ? "en_US" : "en_GB");
}

static UChar *
load_pattern (const char *locale,
              const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (locale, &status);
  UChar *pattern = g_new0 (UChar, MAX_PATTERN);
  UChar wide[MAX_PATTERN];

  u_uastrncpy (wide, skeleton, G_N_ELEMENTS (wide));
  udatpg_getBestPattern (generator, wide, -1, pattern, MAX_PATTERN, &status);
  udatpg_close (generator);
  if (U_FAILURE (status))
    u_uastrncpy (pattern, "y-MM-dd HH:mm", MAX_PATTERN);

  return pattern;
}

/* Finding the pattern of a language costs a hundred times what using it does. */
static const UChar *
get_pattern (const char *locale,
             const char *skeleton)
{
  static GMutex lock;
  static GHashTable *patterns;
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *key = g_strdup_printf ("%s %s", skeleton, locale);
  UChar *pattern;

  if (patterns == NULL)
    patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  pattern = g_hash_table_lookup (patterns, key);
  if (pattern == NULL)
    {
      pattern = load_pattern (locale, skeleton);
      g_hash_table_insert (patterns, g_steal_pointer (&key), pattern);
    }

  return pattern;
}

static char *
format (gint64       time,
        const char  *locale,
        const UChar *zone,
        const UChar *pattern)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];
  UDateFormat *formatter = udat_open (UDAT_PATTERN, UDAT_PATTERN, locale, zone, -1, pattern, -1, &status);
  int length = udat_format (formatter, (double) (time / 1000), text, G_N_ELEMENTS (text), NULL, &status);

  udat_close (formatter);
  if (U_FAILURE (status))
    return NULL;

  for (int i = 0; i < length; i++)
    {
      if (text[i] == 0xa0 || text[i] == 0x2009 || text[i] == 0x202f)
        text[i] = ' ';
    }

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* Such as "London", or in German "Rom". */
static char *
tell_city (gint64      time,
           const char *zone,
           const char *locale)
{
  UChar name[MAX_ZONE];
  char *city = NULL;
  char *place;

  if (strlen (zone) < MAX_ZONE && g_str_is_ascii (zone))
    {
      u_uastrncpy (name, zone, G_N_ELEMENTS (name));
      city = format (time, locale, name, u"VVV");
    }

  if (city != NULL)
    return city;

  place = strrchr (zone, '/');
  city = g_strdup (place != NULL ? place + 1 : zone);

  return g_strdelimit (city, "_", ' ');
}

/* The system's abbreviations: ICU writes GMT+1 for most. Some zones have only a number. */
static char *
tell_zone (gint64      time,
           const char *name,
           const char *locale,
           GTimeZone  *zone,
           int         interval)
{
  const char *short_name = g_time_zone_get_abbreviation (zone, interval);
  g_autofree char *city = NULL;

  if (g_str_equal (name, "UTC"))
    return g_strdup (name);

  city = tell_city (time, name, locale);

  return g_strdup_printf ("%s%s, %s", g_ascii_isalpha (*short_name) ? "" : "UTC", short_name, city);
}

char *
callboard_when_tell (gint64         time,
                     const char    *zone,
                     const char    *language,
                     CallboardWhen  what)
{
  const char *name = zone != NULL && callboard_zone_is_valid (zone) ? zone : "UTC";
  g_autoptr(GTimeZone) opened = callboard_zone_open (name);
  g_autofree char *locale = choose_locale (language, name);
  int interval = g_time_zone_find_interval (opened, G_TIME_TYPE_UNIVERSAL, time / CALLBOARD_SECOND);
  char *text;

  if (what == CALLBOARD_WHEN_ZONE)
    return tell_zone (time, name, locale, opened, interval);

  g_return_val_if_fail (what < G_N_ELEMENTS (skeletons), NULL);

  /* ICU tells only what a calendar of no zone shows, since its zones may be older than the system's. */
  text = format (time + g_time_zone_get_offset (opened, interval) * CALLBOARD_SECOND, locale, u"UTC",
                 get_pattern (locale, skeletons[what]));

  return text != NULL ? text : g_strdup ("");
}
