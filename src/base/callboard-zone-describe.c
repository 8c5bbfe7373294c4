/* callboard-zone-describe.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-zone.h"
#include "callboard-zone-private.h"

#include <string.h>

#include <glib/gi18n.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

#include "callboard-clock.h"
#include "callboard-locale.h"

#define MAX_ZONE    64
#define MAX_PATTERN 128
#define MAX_TEXT    256
#define MAX_TOLD    500

static void
widen_ascii (const char *text,
             UChar      *wide,
             gsize       size)
{
  gsize length = MIN (strlen (text), size - 1);

  for (gsize i = 0; i < length; i++)
    wide[i] = (UChar) (guchar) text[i];
  wide[length] = 0;
}

static UChar *
load_pattern (void)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateTimePatternGenerator *generator = udatpg_open (callboard_locale_get (), &status);
  UChar *pattern = g_new0 (UChar, MAX_PATTERN);
  UChar skeleton[MAX_PATTERN];

  widen_ascii ("EEEdMMMjmm", skeleton, G_N_ELEMENTS (skeleton));
  udatpg_getBestPattern (generator, skeleton, -1, pattern, MAX_PATTERN, &status);
  udatpg_close (generator);
  if (U_FAILURE (status))
    g_error ("No pattern for times: %s", u_errorName (status));

  return pattern;
}

static const UChar *
get_pattern (void)
{
  static gsize pattern;

  if (g_once_init_enter (&pattern))
    g_once_init_leave (&pattern, (gsize) load_pattern ());

  return (const UChar *) pattern;
}

/* ICU tells only what a calendar of no zone shows, since its zones may be older than the system's. */
static char *
format_wall (gint64 time)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];
  UDateFormat *format = udat_open (UDAT_PATTERN, UDAT_PATTERN, callboard_locale_get (), u"UTC", -1, get_pattern (), -1, &status);
  int length = udat_format (format, (double) (time / 1000), text, G_N_ELEMENTS (text), NULL, &status);

  udat_close (format);
  if (U_FAILURE (status))
    g_error ("A time cannot be told: %s", u_errorName (status));

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

/* Such as "Germany Time" or "New York Time". */
static char *
format_zone (gint64      time,
             const char *zone)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar name[MAX_ZONE];
  UChar text[MAX_TEXT];
  UDateFormat *format;
  int length;

  widen_ascii (zone, name, G_N_ELEMENTS (name));
  format = udat_open (UDAT_PATTERN, UDAT_PATTERN, callboard_locale_get (), name, -1, u"VVVV", -1, &status);
  length = udat_format (format, (double) (time / 1000), text, G_N_ELEMENTS (text), NULL, &status);
  udat_close (format);
  if (U_FAILURE (status))
    return g_strdup (zone);

  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

static gint64
get_offset (const char *zone,
            gint64      time)
{
  g_autoptr(GTimeZone) opened = callboard_zone_open (zone);
  int interval = g_time_zone_find_interval (opened, G_TIME_TYPE_UNIVERSAL, time / CALLBOARD_SECOND);

  return g_time_zone_get_offset (opened, interval) * CALLBOARD_SECOND;
}

static char *
format_time (gint64      time,
             const char *zone)
{
  g_autofree char *wall = format_wall (time + get_offset (zone, time));
  g_autofree char *name = format_zone (time, zone);

  /* Translators: a date and time, then the name of its zone, such as "Germany Time". */
  return g_strdup_printf (_("%s (%s)"), wall, name);
}

/* Of equals the later: the lists end with the larger cities, New York and not Detroit. */
static char *
tell_time (gint64      time,
           const char *country,
           const char *zone)
{
  g_auto(GStrv) zones = callboard_zone_find (country, zone);
  gint64 lowest = get_offset (zones[0], time);
  gint64 highest = lowest;
  const char *first = zones[0];
  const char *last = zones[0];
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 1; zones[i] != NULL; i++)
    {
      gint64 offset = get_offset (zones[i], time);

      if (offset <= lowest)
        first = zones[i];
      if (offset >= highest)
        last = zones[i];
      lowest = MIN (lowest, offset);
      highest = MAX (highest, offset);
    }

  if (lowest == highest)
    return format_time (time, zones[0]);

  from = format_time (time, first);
  to = format_time (time, last);

  /* Translators: a span from the westernmost to the easternmost place of a country. */
  return g_strdup_printf (_("%s to %s"), from, to);
}

char *
callboard_zone_describe (gint64      time,
                         const char *country,
                         const char *zone)
{
  static GMutex lock;
  static GHashTable *told;
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&lock);
  g_autofree char *key = g_strdup_printf ("%" G_GINT64_FORMAT "|%s|%s", time / CALLBOARD_MINUTE,
                                          country != NULL ? country : "", zone != NULL ? zone : "");
  const char *text;

  if (told == NULL)
    told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (g_hash_table_size (told) >= MAX_TOLD)
    g_hash_table_remove_all (told);

  text = g_hash_table_lookup (told, key);
  if (text == NULL)
    {
      text = tell_time (time, country, zone);
      g_hash_table_insert (told, g_steal_pointer (&key), (gpointer) text);
    }

  return g_strdup (text);
}
