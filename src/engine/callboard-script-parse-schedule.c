/* callboard-script-parse-schedule.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "callboard-zone.h"

#define SCHEDULE(member) G_STRUCT_OFFSET (CallboardSchedule, member)

#define MINUTES_OF_DAY (24 * 60)
#define MAX_SESSIONS   500

static gboolean
read_place_kind (CallboardParser      *parser,
                 const CallboardField *field,
                 JsonNode             *node,
                 const char           *path,
                 gpointer              target)
{
  CallboardSchedule *schedule = target;
  const char *nick = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  for (guint i = CALLBOARD_PLACE_PHONE; i <= CALLBOARD_PLACE_LOCATION; i++)
    {
      if (g_strcmp0 (nick, callboard_place_kind_to_nick (i)) == 0)
        {
          schedule->place_kind = i;
          return TRUE;
        }
    }

  return callboard_parse_fail (parser, path, _("a place is \"phone\", \"video\" or \"location\""));
}

static gboolean
read_place (CallboardParser      *parser,
            const CallboardField *field,
            JsonNode             *node,
            const char           *path,
            gpointer              target)
{
  static const CallboardField fields[] = {
    { "kind", read_place_kind }, { "text", callboard_parse_string, SCHEDULE (place) }, { NULL }
  };

  return callboard_parse_members (parser, node, path, fields, NULL, target);
}

static gboolean
read_zone (CallboardParser      *parser,
           const CallboardField *field,
           JsonNode             *node,
           const char           *path,
           gpointer              target)
{
  CallboardSchedule *schedule = target;

  if (!callboard_parse_string (parser, field, node, path, target))
    return FALSE;

  /* GLib would also open any file that is named here. */
  g_clear_pointer (&schedule->time_zone, g_time_zone_unref);
  if (callboard_zone_is_valid (schedule->zone))
    schedule->time_zone = g_time_zone_new_identifier (schedule->zone);

  if (schedule->time_zone == NULL)
    return callboard_parse_fail (parser, path, _("there is no such time zone"));

  return TRUE;
}

static gboolean
read_weekday (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  static const char * const days[] = { "mon", "tue", "wed", "thu", "fri", "sat", "sun" };
  CallboardWeeklyHours *hours = target;
  const char *nick = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      if (g_strcmp0 (nick, days[i]) == 0)
        hours->weekday = i + 1;
    }

  if (hours->weekday == 0)
    return callboard_parse_fail (parser, path, _("a day is \"mon\", \"tue\", \"wed\", \"thu\", \"fri\", \"sat\" or \"sun\""));

  return TRUE;
}

static gboolean
read_minute (CallboardParser      *parser,
             const CallboardField *field,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  guint hour, minute;
  int length = 0;

  if (text == NULL || sscanf (text, "%2u:%2u%n", &hour, &minute, &length) != 2 || length != 5 || text[5] != '\0' ||
      minute > 59 || hour * 60 + minute > MINUTES_OF_DAY)
    return callboard_parse_fail (parser, path, _("a time such as \"09:00\" is expected here"));

  G_STRUCT_MEMBER (guint, target, field->offset) = hour * 60 + minute;

  return TRUE;
}

static gboolean
read_weekly (CallboardParser *parser,
             JsonNode        *node,
             const char      *path,
             gpointer         target)
{
  static const CallboardField fields[] = {
    { "day", read_weekday },
    { "from", read_minute, G_STRUCT_OFFSET (CallboardWeeklyHours, start_minute) },
    { "to", read_minute, G_STRUCT_OFFSET (CallboardWeeklyHours, end_minute) },
    { NULL }
  };
  CallboardSchedule *schedule = target;
  CallboardWeeklyHours hours = { 0 };

  if (!callboard_parse_members (parser, node, path, fields, NULL, &hours))
    return FALSE;

  if (hours.weekday == 0 || hours.end_minute <= hours.start_minute)
    return callboard_parse_fault (parser, "hours", path, hours.weekday == 0 ? "day" : "to",
                                  _("hours need a day, and an end after their beginning"));

  g_array_append_val (schedule->hours, hours);

  return TRUE;
}

static gboolean
read_hours (CallboardParser      *parser,
            const CallboardField *field,
            JsonNode             *node,
            const char           *path,
            gpointer              target)
{
  return callboard_parse_array (parser, node, path, read_weekly, target);
}

const CallboardField callboard_schedule_fields[] = {
  { "id", callboard_parse_id, SCHEDULE (id) },
  { "type", callboard_parse_ignore },
  { "text", callboard_parse_string, SCHEDULE (text) },
  { "duration", callboard_parse_uint, SCHEDULE (duration), 5, 8 * 60 },
  { "place", read_place },
  { "interviewer", callboard_parse_string, SCHEDULE (interviewer) },
  { "capacity", callboard_parse_uint, SCHEDULE (capacity), 1, 100 },
  { "zone", read_zone, SCHEDULE (zone) },
  { "hours", read_hours },
  { "sessions", callboard_parse_ignore },
  { "gap", callboard_parse_uint, SCHEDULE (gap), 0, MINUTES_OF_DAY },
  { "notice", callboard_parse_uint, SCHEDULE (notice), 0, 30 * MINUTES_OF_DAY },
  { "horizon", callboard_parse_uint, SCHEDULE (horizon), 1, 90 },
  { NULL }
};

/* A session while it is read: its time is the schedule's zone's. */
typedef struct
{
  CallboardSession   session;
  CallboardSchedule *schedule;
} Reading;

static gboolean
read_starts (CallboardParser      *parser,
             const CallboardField *field,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  Reading *reading = target;
  const char *text = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_string (node) : NULL;
  g_autoptr(GTimeZone) zone = g_time_zone_new_identifier (reading->schedule->zone);
  g_autoptr(GDateTime) starts = NULL;
  guint year, month, day, hour, minute;
  int length = 0;

  if (text != NULL && zone != NULL && strlen (text) == 16 &&
      sscanf (text, "%4u-%2u-%2uT%2u:%2u%n", &year, &month, &day, &hour, &minute, &length) == 5 && length == 16)
    starts = g_date_time_new (zone, year, month, day, hour, minute, 0);

  if (starts == NULL)
    return callboard_parse_fail (parser, path, _("a day and time such as \"2026-12-01T10:00\" is expected here"));

  reading->session.starts_at = g_date_time_to_unix (starts) * G_USEC_PER_SEC;

  return TRUE;
}

static gboolean
is_double (CallboardSchedule *schedule,
           gint64             starts_at)
{
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      if (g_array_index (schedule->sessions, CallboardSession, i).starts_at == starts_at)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_session (CallboardParser *parser,
              JsonNode        *node,
              const char      *path,
              gpointer         target)
{
  static const CallboardField fields[] = {
    { "id", callboard_parse_id, G_STRUCT_OFFSET (CallboardSession, id) },
    { "starts", read_starts },
    { "seats", callboard_parse_uint, G_STRUCT_OFFSET (CallboardSession, seats), 1, 1000 },
    { NULL }
  };
  CallboardSchedule *schedule = target;
  Reading reading = { .session.seats = 1, .schedule = schedule };
  const char *what = NULL;
  gboolean parsed = callboard_parse_members (parser, node, path, fields, NULL, &reading);

  if (parsed && reading.session.id == NULL)
    what = _("the id is missing");
  else if (parsed && reading.session.starts_at == 0)
    what = _("the time is missing");
  else if (parsed && is_double (schedule, reading.session.starts_at))
    what = _("another session begins at that time");
  else if (schedule->sessions->len >= MAX_SESSIONS)
    what = _("there are too many sessions");

  if (what != NULL)
    parsed = callboard_parse_fault (parser, "session", path, reading.session.id == NULL ? "id" : "starts", what);

  if (parsed)
    g_array_append_val (schedule->sessions, reading.session);
  else
    g_free (reading.session.id);

  return parsed;
}

static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const CallboardSession *one = a, *other = b;

  return (one->starts_at > other->starts_at) - (one->starts_at < other->starts_at);
}

/* Lets a draft be looked at whose zone is missing or, which was said before, wrong. */
static gboolean
use_utc (CallboardParser   *parser,
         CallboardSchedule *schedule,
         const char        *path)
{
  gboolean missing = schedule->zone == NULL;

  g_free (schedule->zone);
  schedule->zone = g_strdup ("UTC");
  schedule->time_zone = g_time_zone_new_utc ();

  return !missing || callboard_parse_fault (parser, "zone", path, "zone", _("the time zone is missing")) ||
         parser->faults != NULL;
}

gboolean
callboard_parse_sessions (CallboardParser   *parser,
                          CallboardSchedule *schedule,
                          JsonNode          *node,
                          const char        *path)
{
  JsonNode *sessions = json_object_get_member (json_node_get_object (node), "sessions");
  g_autofree char *place = g_strconcat (path, ".sessions", NULL);

  if (schedule->time_zone == NULL && !use_utc (parser, schedule, path))
    return FALSE;

  if (schedule->interviewer != NULL && *schedule->interviewer == '\0')
    g_clear_pointer (&schedule->interviewer, g_free);
  if (sessions != NULL && !callboard_parse_array (parser, sessions, place, read_session, schedule))
    return FALSE;

  g_array_sort (schedule->sessions, compare_sessions);

  return TRUE;
}
