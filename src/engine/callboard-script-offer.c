/* callboard-script-offer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include <stdio.h>

#include "callboard-reading.h"
#include "callboard-when.h"

static GDateTime *
get_local (gint64      time,
           const char *zone)
{
  g_autoptr(GTimeZone) found = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (time / G_USEC_PER_SEC);

  if (utc == NULL)
    utc = g_date_time_new_from_unix_utc (0);

  return found != NULL ? g_date_time_to_timezone (utc, found) : g_date_time_ref (utc);
}

char *
callboard_slot_id (gint64            slot,
                   const char       *zone,
                   CallboardOffered  offered)
{
  g_autoptr(GDateTime) local = NULL;

  if (offered != CALLBOARD_OFFERED_DAYS)
    return g_strdup_printf ("%" G_GINT64_FORMAT, slot);

  local = get_local (slot, zone);

  return g_strdup_printf ("%04d-%02d-%02d", g_date_time_get_year (local), g_date_time_get_month (local),
                          g_date_time_get_day_of_month (local));
}

/* Where the clocks change at midnight, the first moment that exists is the day's beginning. */
gint64
callboard_slot_get_midnight (gint64      slot,
                             const char *zone,
                             int         days)
{
  g_autoptr(GDateTime) local = get_local (slot, zone);
  g_autoptr(GDateTime) day = g_date_time_add_days (local, days);
  g_autoptr(GTimeZone) found = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) midnight = NULL;

  if (day == NULL)
    return slot;

  midnight = g_date_time_new (found != NULL ? found : g_date_time_get_timezone (day), g_date_time_get_year (day),
                              g_date_time_get_month (day), g_date_time_get_day_of_month (day), 0, 0, 0);

  return midnight != NULL ? g_date_time_to_unix (midnight) * G_USEC_PER_SEC : slot;
}

static char *
tell_slot (CallboardTurn *turn,
           guint          index,
           CallboardWhen  what)
{
  return callboard_when_tell (turn->next->slots[index], callboard_turn_get_schedule (turn)->zone, turn->script->language, what);
}

static GPtrArray *
list_labels (CallboardTurn *turn,
             CallboardWhen  what)
{
  GPtrArray *labels = g_ptr_array_new_null_terminated (turn->next->n_slots, g_free, TRUE);

  for (guint i = 0; i < turn->next->n_slots; i++)
    g_ptr_array_add (labels, tell_slot (turn, i, what));

  if (turn->next->more)
    g_ptr_array_add (labels, g_strdup (callboard_phrase_peek (turn->script->language, "slot-more")));

  return labels;
}

GPtrArray *
callboard_turn_list_labels (CallboardTurn *turn)
{
  return list_labels (turn, turn->next->offered == CALLBOARD_OFFERED_DAYS ? CALLBOARD_WHEN_DAY : CALLBOARD_WHEN_TIME);
}

char *
callboard_turn_write_slots (CallboardTurn *turn)
{
  const CallboardSchedule *schedule = callboard_turn_get_schedule (turn);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) labels = callboard_turn_list_labels (turn);

  for (guint i = 0; i < turn->next->n_slots; i++)
    g_ptr_array_add (ids, callboard_slot_id (turn->next->slots[i], schedule->zone, turn->next->offered));

  if (turn->next->more)
    g_ptr_array_add (ids, g_strdup ("more"));

  return callboard_write_choices (schedule->id, ids, labels);
}

static void
append_paragraph (GString    *text,
                  const char *paragraph)
{
  if (paragraph == NULL || *paragraph == '\0')
    return;

  if (text->len > 0)
    g_string_append_c (text, '\n');

  g_string_append (text, paragraph);
}

static const char *
get_lead (CallboardTurn *turn)
{
  switch (turn->next->lead)
    {
    case CALLBOARD_LEAD_TAKEN:
      return callboard_phrase_peek (turn->script->language, "slot-taken");

    case CALLBOARD_LEAD_GONE:
      return callboard_phrase_peek (turn->script->language, "slot-gone");

    default:
      return turn->next->from == 0 ? callboard_turn_get_schedule (turn)->text : NULL;
    }
}

char *
callboard_turn_write_offer (CallboardTurn *turn)
{
  gboolean days = turn->next->offered == CALLBOARD_OFFERED_DAYS;
  g_autofree char *date = tell_slot (turn, 0, CALLBOARD_WHEN_DATE);
  g_autofree char *zone = tell_slot (turn, 0, CALLBOARD_WHEN_ZONE);
  const CallboardPhraseFilling fillings[] = { { "date", date }, { "zone", zone }, { NULL } };
  g_autofree char *question = callboard_phrase_fill (turn->script->language, days ? "slot-day" : "slot-time", fillings);
  GString *text = g_string_new (NULL);

  append_paragraph (text, get_lead (turn));
  append_paragraph (text, question);

  return g_string_free (text, FALSE);
}

/* "10:30", "10.30", "10h30", "10 am", "3pm"; minutes of the day, or -1 for no time of day. */
static int
read_clock (const char *text)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  guint hour, minute = 0;
  int length = 0;
  const char *rest = lower + strspn (lower, " ");

  if ((sscanf (rest, "%2u%*1[:.h]%2u%n", &hour, &minute, &length) != 2 || length == 0) &&
      (sscanf (rest, "%2u%n", &hour, &length) != 1))
    return -1;

  rest += length;
  rest += strspn (rest, " .");
  if (g_str_has_prefix (rest, "pm") && hour >= 1 && hour <= 12)
    hour = hour % 12 + 12;
  else if (g_str_has_prefix (rest, "am") && hour >= 1 && hour <= 12)
    hour = hour % 12;

  return hour < 24 && minute < 60 ? (int) (hour * 60 + minute) : -1;
}

static gboolean
find_clock (CallboardTurn *turn,
            int            minutes,
            guint         *index)
{
  const char *zone = callboard_turn_get_schedule (turn)->zone;

  for (guint i = 0; minutes >= 0 && i < turn->next->n_slots; i++)
    {
      g_autoptr(GDateTime) local = get_local (turn->next->slots[i], zone);

      if (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local) == minutes)
        {
          *index = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_time (CallboardTurn *turn,
           gboolean       chosen,
           guint         *index)
{
  const char *text = turn->event->text != NULL ? turn->event->text : "";
  guint other;

  if (!find_clock (turn, read_clock (text), &other))
    return chosen;

  /* "9" may be the ninth time or nine o'clock. */
  if (chosen && other != *index)
    return FALSE;

  *index = other;

  return TRUE;
}

static gboolean
read_day (CallboardTurn *turn,
          guint         *index)
{
  const char *zone = callboard_turn_get_schedule (turn)->zone;
  g_autoptr(GDateTime) local = get_local (turn->now, zone);
  GDate today, date;
  char day[16];

  g_date_clear (&today, 1);
  g_date_clear (&date, 1);
  g_date_set_dmy (&today, g_date_time_get_day_of_month (local), g_date_time_get_month (local), g_date_time_get_year (local));
  if (!callboard_read_date (turn->event->text, turn->script->language, &today, &date))
    return FALSE;

  g_snprintf (day, sizeof day, "%04u-%02u-%02u", g_date_get_year (&date), g_date_get_month (&date), g_date_get_day (&date));
  for (*index = 0; *index < turn->next->n_slots; ++*index)
    {
      g_autofree char *id = callboard_slot_id (turn->next->slots[*index], zone, CALLBOARD_OFFERED_DAYS);

      if (g_str_equal (id, day))
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_label (CallboardTurn *turn,
            GPtrArray     *labels,
            guint         *index)
{
  return callboard_read_choice (turn->event->text, (const char * const *) labels->pdata, labels->len, index);
}

/* index is n_slots for "more". */
gboolean
callboard_turn_read_slot (CallboardTurn *turn,
                          guint         *index)
{
  g_autoptr(GPtrArray) labels = callboard_turn_list_labels (turn);
  gboolean chosen = read_label (turn, labels, index);
  g_autoptr(GPtrArray) dates = NULL;

  if (turn->next->offered == CALLBOARD_OFFERED_TIMES)
    return read_time (turn, chosen, index);

  /* "Thursday" is the one on offer, if there is only one. */
  dates = list_labels (turn, CALLBOARD_WHEN_DATE);

  return chosen || read_label (turn, dates, index) || read_day (turn, index);
}
