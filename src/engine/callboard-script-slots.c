/* callboard-script-slots.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

/* A day as its first slot, or a time. */
#define MAX_SHOWN (CALLBOARD_SCRIPT_MAX_OFFERED - 1)

const CallboardSchedule *
callboard_turn_get_schedule (CallboardTurn *turn)
{
  return callboard_script_get_step (turn->script, turn->next->step)->schedule;
}

void
callboard_turn_offer_from (CallboardTurn    *turn,
                           CallboardOffered  wanted,
                           gint64            from,
                           CallboardLead     lead,
                           const char       *why)
{
  CallboardEffect *effect = callboard_turn_add (turn, CALLBOARD_EFFECT_OFFER, why);
  CallboardScriptState *next = turn->next;

  next->phase = CALLBOARD_PHASE_SLOTS;
  next->wanted = wanted;
  next->offered = CALLBOARD_OFFERED_NONE;
  next->from = from;
  next->lead = lead;
  next->n_slots = 0;
  next->more = FALSE;
  effect->starts_at = from;
  if (wanted == CALLBOARD_OFFERED_TIMES)
    effect->ends_at = callboard_slot_get_midnight (from, callboard_turn_get_schedule (turn)->zone, 1);
}

void
callboard_turn_offer (CallboardTurn *turn,
                      guint          index,
                      const char    *why)
{
  turn->next->step = index;
  turn->next->tries = 0;
  callboard_turn_offer_from (turn, CALLBOARD_OFFERED_DAYS, 0, CALLBOARD_LEAD_NONE, why);
}

/* What comes after a shown slot that stands for itself, or for its day. */
static gint64
find_next (CallboardTurn *turn,
           gint64         slot)
{
  if (turn->next->wanted == CALLBOARD_OFFERED_TIMES)
    return slot + 1;

  return callboard_slot_get_midnight (slot, callboard_turn_get_schedule (turn)->zone, 1);
}

static void
collect (CallboardTurn *turn,
         gint64         until)
{
  CallboardScriptState *next = turn->next;
  GArray *slots = turn->event->slots;
  gint64 from = next->from;

  next->n_slots = 0;
  next->more = FALSE;
  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      gint64 slot = g_array_index (slots, CallboardSlot, i).starts_at;

      if (slot < from || slot >= until)
        continue;

      if (next->n_slots == CALLBOARD_SCRIPT_MAX_OFFERED)
        {
          next->n_slots = MAX_SHOWN;
          next->more = TRUE;
          return;
        }

      next->slots[next->n_slots++] = slot;
      from = find_next (turn, slot);
    }
}

static void
give_up (CallboardTurn *turn)
{
  const CallboardStep *step = callboard_script_get_step (turn->script, turn->next->step);

  callboard_turn_send (turn, step->id, callboard_turn_phrase (turn, "slot-none", 0), NULL, "no-slots");
  callboard_turn_add (turn, CALLBOARD_EFFECT_ATTENTION, "no-slots");
  turn->next->phase = CALLBOARD_PHASE_ATTENTION;
  turn->next->wanted = CALLBOARD_OFFERED_NONE;
}

static void
say_offer (CallboardTurn *turn,
           const char    *why)
{
  g_autofree char *choices = callboard_turn_write_slots (turn);

  callboard_turn_send (turn, callboard_turn_get_schedule (turn)->id, callboard_turn_write_offer (turn), choices, why);
}

void
callboard_turn_show_slots (CallboardTurn *turn)
{
  CallboardScriptState *next = turn->next;
  const char *zone = callboard_turn_get_schedule (turn)->zone;
  gboolean times = next->wanted == CALLBOARD_OFFERED_TIMES;

  collect (turn, times ? callboard_slot_get_midnight (next->from, zone, 1) : G_MAXINT64);

  /* Whoever can only choose one day is asked for the time at once. */
  if (!times && next->n_slots == 1 && next->from == 0)
    {
      next->wanted = CALLBOARD_OFFERED_TIMES;
      collect (turn, callboard_slot_get_midnight (next->slots[0], zone, 1));
    }

  if (next->n_slots == 0 && next->from != 0)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_DAYS, 0,
                               next->lead == CALLBOARD_LEAD_TAKEN ? CALLBOARD_LEAD_TAKEN : CALLBOARD_LEAD_GONE,
                               "not-offered");
  else if (next->n_slots == 0)
    give_up (turn);
  else
    {
      next->offered = next->wanted;
      next->wanted = CALLBOARD_OFFERED_NONE;
      say_offer (turn, next->lead != CALLBOARD_LEAD_NONE ? "not-offered" : "offer");
      next->lead = CALLBOARD_LEAD_NONE;
    }
}

static void
book (CallboardTurn *turn,
      gint64         slot)
{
  const CallboardSchedule *schedule = callboard_turn_get_schedule (turn);
  CallboardEffect *effect = callboard_turn_add (turn, CALLBOARD_EFFECT_BOOK, "time-chosen");

  turn->next->phase = CALLBOARD_PHASE_SLOTS;
  turn->next->from = slot;
  effect->starts_at = slot;
  effect->ends_at = slot + schedule->duration * G_TIME_SPAN_MINUTE;
  for (guint i = 0; i < schedule->sessions->len; i++)
    {
      const CallboardSession *session = &g_array_index (schedule->sessions, CallboardSession, i);

      if (session->starts_at == slot)
        effect->session = g_strdup (session->id);
    }
}

/* Somebody was faster: other times of that day, or other days. */
void
callboard_turn_lose_slot (CallboardTurn *turn)
{
  gint64 midnight = callboard_slot_get_midnight (turn->next->from, callboard_turn_get_schedule (turn)->zone, 0);

  callboard_turn_offer_from (turn, CALLBOARD_OFFERED_TIMES, midnight, CALLBOARD_LEAD_TAKEN, "taken");
}

static void
choose (CallboardTurn *turn,
        guint          index)
{
  CallboardScriptState *next = turn->next;
  const char *zone = callboard_turn_get_schedule (turn)->zone;
  gint64 last = next->slots[next->n_slots - 1];

  next->tries = 0;
  if (index >= next->n_slots && next->offered == CALLBOARD_OFFERED_DAYS)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_DAYS, callboard_slot_get_midnight (last, zone, 1),
                               CALLBOARD_LEAD_NONE, "more");
  else if (index >= next->n_slots)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_TIMES, last + 1, CALLBOARD_LEAD_NONE, "more");
  else if (next->offered == CALLBOARD_OFFERED_DAYS)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_TIMES, callboard_slot_get_midnight (next->slots[index], zone, 0),
                               CALLBOARD_LEAD_NONE, "day-chosen");
  else
    book (turn, next->slots[index]);
}

static gboolean
find_offered (CallboardTurn *turn,
              guint         *index)
{
  const CallboardSchedule *schedule = callboard_turn_get_schedule (turn);

  *index = turn->next->n_slots;
  if (g_str_equal (turn->choice, "more"))
    return turn->next->more;

  for (*index = 0; *index < turn->next->n_slots; ++*index)
    {
      g_autofree char *id = callboard_slot_id (turn->next->slots[*index], schedule->zone, turn->next->offered);

      if (g_str_equal (id, turn->choice))
        return TRUE;
    }

  return FALSE;
}

/* A button of an earlier offer: what is free on that day now. */
static void
revive (CallboardTurn *turn)
{
  const char *zone = callboard_turn_get_schedule (turn)->zone;
  g_autoptr(GTimeZone) found = g_time_zone_new_identifier (zone);
  g_autoptr(GDateTime) day = NULL;
  g_autofree char *time = g_strconcat (turn->choice, "T00:00:00", NULL);
  gint64 slot = g_ascii_strtoll (turn->choice, NULL, 10);

  if (strlen (turn->choice) == 10)
    day = g_date_time_new_from_iso8601 (time, found);

  if (day != NULL)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_TIMES, g_date_time_to_unix (day) * G_USEC_PER_SEC,
                               CALLBOARD_LEAD_NONE, "day-chosen");
  else if (slot >= turn->now && strlen (turn->choice) > 10)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_TIMES, callboard_slot_get_midnight (slot, zone, 0),
                               CALLBOARD_LEAD_GONE, "not-offered");
  else
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_DAYS, 0, CALLBOARD_LEAD_GONE, "not-offered");
}

static void
step_back (CallboardTurn *turn)
{
  if (turn->next->offered == CALLBOARD_OFFERED_TIMES || turn->next->from != 0)
    callboard_turn_offer_from (turn, CALLBOARD_OFFERED_DAYS, 0, CALLBOARD_LEAD_NONE, "back");
  else if (turn->next->booked_at != 0)
    callboard_turn_keep_interview (turn);
  else if (!callboard_turn_go_back (turn))
    callboard_turn_offer (turn, turn->next->step, "first-question");
}

static void
ask_again (CallboardTurn *turn,
           const char    *why)
{
  const CallboardStep *step = callboard_script_get_step (turn->script, turn->next->step);
  g_autofree char *again = callboard_turn_phrase (turn, g_str_equal (why, "needed") ? why : "again-choice", 0);
  g_autofree char *offer = callboard_turn_write_offer (turn);
  CallboardEffect *effect = callboard_turn_ask_again (turn, step, why, g_strconcat (again, "\n", offer, NULL));

  if (effect != NULL)
    effect->choices = callboard_turn_write_slots (turn);
}

void
callboard_turn_hear_slot (CallboardTurn *turn)
{
  guint index;

  if (turn->event->n_files > 0)
    callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "extra-file");

  if (turn->choice != NULL && turn->next->booked_at != 0 && callboard_turn_change (turn, turn->choice))
    return;

  if (turn->next->n_slots == 0)
    callboard_turn_offer (turn, turn->next->step, "offer");
  else if (turn->choice != NULL && find_offered (turn, &index))
    choose (turn, index);
  else if (turn->choice != NULL)
    revive (turn);
  else if (turn->event->word == CALLBOARD_WORD_BACK)
    step_back (turn);
  else if (turn->event->word == CALLBOARD_WORD_SKIP)
    ask_again (turn, "needed");
  else if (callboard_turn_read_slot (turn, &index))
    choose (turn, index);
  else
    ask_again (turn, "not-understood");
}
