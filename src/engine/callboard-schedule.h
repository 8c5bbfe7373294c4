/* callboard-schedule.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardWeeklyHours:
 * @weekday: 1 for Monday to 7 for Sunday
 * @start_minute: the first minute of the day, local time
 * @end_minute: the minute of the day from which no interview is held any more
 */
typedef struct
{
  guint weekday;
  guint start_minute;
  guint end_minute;
} CallboardWeeklyHours;

/**
 * CallboardSession:
 * @id: its id
 * @starts_at: microseconds since the epoch, UTC
 * @seats: how many candidates it has room for
 */
typedef struct
{
  char   *id;
  gint64  starts_at;
  guint   seats;
} CallboardSession;

typedef enum
{
  CALLBOARD_PLACE_PHONE,
  CALLBOARD_PLACE_VIDEO,
  CALLBOARD_PLACE_LOCATION,
} CallboardPlaceKind;

/**
 * callboard_place_kind_to_nick:
 * @kind: a kind
 *
 * Returns: (transfer none): "phone", "video" or "location"
 */
const char *callboard_place_kind_to_nick (CallboardPlaceKind kind);

/**
 * CallboardSchedule:
 * @id: the module's id
 * @text: (nullable): what goes before the offer
 * @duration: minutes
 * @place_kind: where it is held
 * @place: (nullable): the number, the link or the address; may have merge fields
 * @interviewer: (nullable): who holds it; %NULL for the job's hiring manager
 * @capacity: how many candidates one slot of the weekly hours has room for
 * @zone: the zone of hours, sessions and texts, such as "Europe/London"
 * @time_zone: (nullable): the same. GLib reads a zone's file again unless somebody holds it
 * @hours: (element-type CallboardWeeklyHours): when interviews may be held
 * @sessions: (element-type CallboardSession): the listed sessions, in order of time; if there are any, @hours do not count
 * @gap: minutes between two interviews
 * @notice: minutes between now and the first slot on offer
 * @horizon: days ahead that are on offer, more when there are too few slots
 *
 * A Schedule module (product.md, section 7).
 */
typedef struct
{
  char               *id;
  char               *text;
  guint               duration;
  CallboardPlaceKind  place_kind;
  char               *place;
  char               *interviewer;
  guint               capacity;
  char               *zone;
  GTimeZone          *time_zone;
  GArray             *hours;
  GArray             *sessions;
  guint               gap;
  guint               notice;
  guint               horizon;
} CallboardSchedule;

CallboardSchedule *callboard_schedule_new  (void);
void               callboard_schedule_free (CallboardSchedule *schedule);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardSchedule, callboard_schedule_free)

/* A candidate may move an interview until this long before it begins, in microseconds, and this often. */
#define CALLBOARD_SCHEDULE_MOVE_UNTIL (2 * G_TIME_SPAN_HOUR)
#define CALLBOARD_SCHEDULE_MAX_MOVES  2

G_END_DECLS
