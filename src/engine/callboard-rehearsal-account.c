/* callboard-rehearsal-account.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-rehearsal-account.h"

#include "callboard-clock.h"
#include "callboard-office-private.h"
#include "callboard-settings.h"

#define MORNING (10 * CALLBOARD_HOUR)

static GDateTime *
to_local (gint64 now)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (now / CALLBOARD_SECOND);

  return g_date_time_to_local (utc);
}

static gint64
get_minute_of_day (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

static gboolean
is_working_time (GDateTime                *time,
                 const CallboardSendHours *hours)
{
  gint64 minute = get_minute_of_day (time);

  return (hours->weekdays & CALLBOARD_WEEKDAY (g_date_time_get_day_of_week (time))) != 0 &&
         minute >= hours->start_minute && minute < hours->end_minute;
}

/* How far the clock has to be put forward to stand at 10:00 of a working day. */
static gint64
find_shift (gint64                    now,
            const CallboardSendHours *hours)
{
  g_autoptr(GDateTime) local = to_local (now);
  gint64 since_midnight = get_minute_of_day (local) * CALLBOARD_MINUTE;
  gint64 shift = MORNING - since_midnight;

  if (is_working_time (local, hours))
    return 0;

  for (guint day = 0; day < 8; day++, shift += CALLBOARD_DAY)
    {
      g_autoptr(GDateTime) morning = to_local (now + shift);

      if (shift > 0 && (hours->weekdays & CALLBOARD_WEEKDAY (g_date_time_get_day_of_week (morning))) != 0)
        return shift;
    }

  return 0;
}

static gboolean
load_account (CallboardDb      *db,
              CallboardOffice  *office,
              gint64           *shift,
              GError          **error)
{
  return callboard_db_number (db, &office->id, error, "SELECT id FROM account WHERE provider = 'rehearsal' LIMIT 1", "") &&
         callboard_db_number (db, shift, error, "SELECT clock_shift FROM account WHERE id = $1", "i", office->id);
}

static gboolean
execute_rehearsal (gpointer           data,
                   CallboardDb       *db,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  CallboardOffice *office = data;
  CallboardSendHours hours = callboard_settings_get_hours (db);
  gint64 shift = 0;
  gint64 later;
  gboolean is_new;

  if (!load_account (db, office, &shift, error))
    return FALSE;

  is_new = office->id == 0;
  if (is_new &&
      !callboard_db_insert (db, &office->id, error,
                            "INSERT INTO account (provider, channel, name, created_at) VALUES ('rehearsal', 'whatsapp', $1, $2)",
                            "si", _("Rehearsal"), now))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_ACCOUNTS);
  later = shift + find_shift (now + shift, &hours);

  /* A clock that nobody has looked at yet has always been ahead: so the past of the sample keeps its order. */
  return later == shift ||
         callboard_office_put_clock (db, office->id, later, is_new ? 0 : now + later, error);
}

CallboardCommand *
callboard_rehearsal_account_command_new (void)
{
  return callboard_command_new ("rehearsal-account", execute_rehearsal, g_new0 (CallboardOffice, 1), g_free);
}

gint64
callboard_rehearsal_account_command_get_id (CallboardCommand *command)
{
  return callboard_office_command_get_id (command);
}
