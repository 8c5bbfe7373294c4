/* callboard-schedule.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-schedule.h"

#define DEFAULT_DURATION 30
#define DEFAULT_GAP      10
#define DEFAULT_NOTICE   240
#define DEFAULT_HORIZON  7

static void
clear_session (gpointer data)
{
  CallboardSession *session = data;

  g_free (session->id);
}

const char *
callboard_place_kind_to_nick (CallboardPlaceKind kind)
{
  static const char * const nicks[] = {
    [CALLBOARD_PLACE_PHONE] = "phone",
    [CALLBOARD_PLACE_VIDEO] = "video",
    [CALLBOARD_PLACE_LOCATION] = "location",
  };

  g_return_val_if_fail (kind < G_N_ELEMENTS (nicks), nicks[0]);

  return nicks[kind];
}

CallboardSchedule *
callboard_schedule_new (void)
{
  CallboardSchedule *schedule = g_new0 (CallboardSchedule, 1);

  schedule->hours = g_array_new (FALSE, TRUE, sizeof (CallboardWeeklyHours));
  schedule->sessions = g_array_new (FALSE, TRUE, sizeof (CallboardSession));
  schedule->duration = DEFAULT_DURATION;
  schedule->capacity = 1;
  schedule->gap = DEFAULT_GAP;
  schedule->notice = DEFAULT_NOTICE;
  schedule->horizon = DEFAULT_HORIZON;
  g_array_set_clear_func (schedule->sessions, clear_session);

  return schedule;
}

void
callboard_schedule_free (CallboardSchedule *schedule)
{
  g_free (schedule->id);
  g_free (schedule->text);
  g_free (schedule->place);
  g_free (schedule->interviewer);
  g_free (schedule->zone);
  g_clear_pointer (&schedule->time_zone, g_time_zone_unref);
  g_array_unref (schedule->hours);
  g_array_unref (schedule->sessions);
  g_free (schedule);
}
