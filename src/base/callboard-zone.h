/* callboard-zone.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* When a message may leave by itself, in the candidate's time (product.md, section 8). Zones are names such as
 * "Europe/Berlin", countries codes such as "DE". Everything here may be called from any thread. */

#define CALLBOARD_WEEKDAY(day) (1u << ((day) - 1))

/**
 * CallboardSendHours:
 * @start_minute: the first minute of the day in which messages leave, local time
 * @end_minute: the minute of the day from which they no longer do; at most 1440
 * @weekdays: a bit for each day, CALLBOARD_WEEKDAY (%G_DATE_MONDAY) and so on
 */
typedef struct
{
  guint start_minute;
  guint end_minute;
  guint weekdays;
} CallboardSendHours;

/**
 * callboard_send_hours_default:
 *
 * 09:00–19:00, Monday to Friday.
 */
extern const CallboardSendHours callboard_send_hours_default;

/**
 * callboard_zone_next_send_time:
 * @now: the earliest time that would do, microseconds since the epoch, UTC
 * @country: (nullable): the country of the candidate's number
 * @zone: (nullable): the candidate's own zone, which goes before @country; one that does not exist is ignored
 * @hours: (nullable): the hours; %NULL, or hours that never come, for callboard_send_hours_default
 *
 * Finds the next moment inside the hours. A country with several zones is inside only when all of them are: from
 * 14:00 to 19:00 in New York it is also past 09:00 in Honolulu. Where no moment suits all (Russia), the hours are
 * widened evenly by half-hours, but never beyond 08:00–21:00, until one does; and where not even that helps, as in
 * Antarctica or with very short hours, the country's first zone decides. In the United States and their territories
 * the hours are cut to 08:00–21:00, whoever set them. Without country or zone the machine's zone counts.
 *
 * Changes of the clocks are respected. The last answer for each country, zone and hours is kept, so that a call for
 * thousands of candidates at about the same time costs less than a microsecond each.
 *
 * Returns: @now if it is inside, else the time at which the hours begin
 */
gint64     callboard_zone_next_send_time (gint64                    now,
                                          const char               *country,
                                          const char               *zone,
                                          const CallboardSendHours *hours);

/**
 * callboard_zone_describe:
 * @time: microseconds since the epoch, UTC
 * @country: (nullable): the country of the candidate's number
 * @zone: (nullable): the candidate's own zone
 *
 * Tells a time as the candidate's clock shows it, and whose clock that is. For a country with several zones, the
 * earliest and the latest.
 *
 * Returns: (transfer full): the text, in the user's language
 */
char      *callboard_zone_describe       (gint64                    time,
                                          const char               *country,
                                          const char               *zone);

/**
 * callboard_zone_is_valid:
 * @zone: the name of a zone
 *
 * Returns: whether there is such a zone
 */
gboolean   callboard_zone_is_valid       (const char               *zone);

/**
 * callboard_zone_list:
 * @country: a country
 *
 * Returns: (transfer full) (array zero-terminated=1): the zones of the country, perhaps none
 */
char     **callboard_zone_list           (const char               *country);

/**
 * callboard_zone_list_all:
 *
 * Returns: (transfer full) (array zero-terminated=1): the zones of all countries and "UTC", by name
 */
char     **callboard_zone_list_all       (void);

G_END_DECLS
