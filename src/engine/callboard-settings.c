/* callboard-settings.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>

#include "callboard-settings.h"

#include "callboard-clock.h"

static const struct {
  const char *name;
  gint64      seconds;
} default_times[] = {
  { CALLBOARD_SETTING_UNDO_ONE, 20 },
  { CALLBOARD_SETTING_UNDO_MANY, 60 },
  { CALLBOARD_SETTING_UNDO_REJECT, 24 * 60 * 60 },
};

char *
callboard_settings_get_text (CallboardDb *db,
                             const char  *name)
{
  g_autoptr(GError) error = NULL;
  char *text = NULL;

  if (!callboard_db_text (db, &text, &error, "SELECT value FROM setting WHERE name = $1", "s", name))
    g_warning ("Could not read a setting: %s", error->message);

  return text;
}

gint64
callboard_settings_get_time (CallboardDb *db,
                             const char  *name)
{
  g_autofree char *text = callboard_settings_get_text (db, name);
  guint64 seconds;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 0, 7 * 24 * 60 * 60, &seconds, NULL))
    return (gint64) seconds * CALLBOARD_SECOND;

  for (guint i = 0; i < G_N_ELEMENTS (default_times); i++)
    {
      if (g_str_equal (name, default_times[i].name))
        return default_times[i].seconds * CALLBOARD_SECOND;
    }

  g_return_val_if_reached (0);
}

CallboardSendHours
callboard_settings_get_hours (CallboardDb *db)
{
  g_autofree char *text = callboard_settings_get_text (db, CALLBOARD_SETTING_HOURS);
  CallboardSendHours hours;

  if (text != NULL &&
      sscanf (text, "%u-%u-%u", &hours.start_minute, &hours.end_minute, &hours.weekdays) == 3 &&
      hours.start_minute < hours.end_minute && hours.end_minute <= 24 * 60 && (hours.weekdays & 0x7f) != 0)
    return hours;

  return callboard_send_hours_default;
}
