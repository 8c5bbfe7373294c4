/* callboard-zone-names.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-zone.h"
#include "callboard-zone-private.h"

#include <string.h>

#include <unicode/ucal.h>
#include <unicode/uenum.h>

static gboolean
is_known (const char *zone)
{
  g_autoptr(GTimeZone) known = g_time_zone_new_identifier (zone);

  return known != NULL;
}

static GPtrArray *
list_zones (const char          *country,
            USystemTimeZoneType  type)
{
  g_autoptr(GPtrArray) zones = g_ptr_array_new_with_free_func (g_free);
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration *names = ucal_openTimeZoneIDEnumeration (type, country, NULL, &status);
  const char *name;

  while (U_SUCCESS (status) && (name = uenum_next (names, NULL, &status)) != NULL)
    g_ptr_array_add (zones, g_strdup (name));
  uenum_close (names);

  return g_steal_pointer (&zones);
}

static gboolean
drop_unknown (GPtrArray *zones)
{
  guint before = zones->len;

  for (guint i = zones->len; i > 0; i--)
    if (!is_known (g_ptr_array_index (zones, i - 1)))
      g_ptr_array_remove_index (zones, i - 1);

  return zones->len < before;
}

/* The machine's zone, by the name that ICU and the system both know. */
static char *
get_default_zone (void)
{
  g_autoptr(GTimeZone) local = g_time_zone_new_local ();
  const char *name = g_time_zone_get_identifier (local);

  return g_strdup (callboard_zone_is_valid (name) ? name : "UTC");
}

char **
callboard_zone_find (const char *country,
                     const char *zone)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *fallback = NULL;

  if (zone == NULL || !callboard_zone_is_valid (zone))
    {
      g_auto(GStrv) zones = callboard_zone_list (country != NULL ? country : "");

      if (zones[0] != NULL)
        return g_steal_pointer (&zones);
      zone = fallback = get_default_zone ();
    }
  g_strv_builder_add (builder, zone);

  return g_strv_builder_end (builder);
}

GTimeZone *
callboard_zone_open (const char *zone)
{
  GTimeZone *opened = g_time_zone_new_identifier (zone);

  return opened != NULL ? opened : g_time_zone_new_utc ();
}

gboolean
callboard_zone_is_valid (const char *zone)
{
  g_return_val_if_fail (zone != NULL, FALSE);

  /* GLib also takes "+02" and the like, which have no name, and absolute paths. */
  return g_ascii_isalpha (*zone) && strstr (zone, "..") == NULL && g_utf8_validate (zone, -1, NULL) && is_known (zone);
}

char **
callboard_zone_list (const char *country)
{
  g_autoptr(GPtrArray) zones = NULL;

  g_return_val_if_fail (country != NULL, NULL);

  if (strlen (country) != 2)
    return g_new0 (char *, 1);

  zones = list_zones (country, UCAL_ZONE_TYPE_CANONICAL_LOCATION);
  /* ICU's own names are the old ones, such as Asia/Calcutta, which newer systems leave out. */
  if (drop_unknown (zones))
    {
      g_ptr_array_unref (zones);
      zones = list_zones (country, UCAL_ZONE_TYPE_ANY);
      drop_unknown (zones);
    }
  g_ptr_array_add (zones, NULL);
  g_ptr_array_set_free_func (zones, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&zones), FALSE);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

char **
callboard_zone_list_all (void)
{
  GPtrArray *zones = list_zones (NULL, UCAL_ZONE_TYPE_CANONICAL_LOCATION);

  drop_unknown (zones);
  g_ptr_array_add (zones, g_strdup ("UTC"));
  g_ptr_array_sort (zones, compare_names);
  g_ptr_array_add (zones, NULL);
  g_ptr_array_set_free_func (zones, NULL);

  return (char **) g_ptr_array_free (zones, FALSE);
}
