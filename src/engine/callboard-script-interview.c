/* callboard-script-interview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

#include "callboard-reading.h"
#include "callboard-when.h"

#define MAX_OFFERS 3

/* What stands below a message about the interview, in the state's lead while it is booked: numbers that are typed mean
 * what was offered last. */
enum
{
  AFTER_BOOKING,
  AFTER_REMINDER,
  SHORTLY_BEFORE,
};

static const char * const offers[][MAX_OFFERS + 1] = {
  [AFTER_BOOKING] = { "move", "cancel" },
  [AFTER_REMINDER] = { "confirm", "move", "cancel" },
  [SHORTLY_BEFORE] = { "confirm", "cancel" },
};

static const char *
get_label (CallboardTurn *turn,
           const char    *what)
{
  g_autofree char *phrase = g_strconcat (what, "-button", NULL);

  return callboard_phrase_peek (turn->script->language, phrase);
}

static char *
write_changes (CallboardTurn *turn,
               guint          offer)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; offers[offer][i] != NULL; i++)
    {
      g_ptr_array_add (ids, (char *) offers[offer][i]);
      g_ptr_array_add (labels, (char *) get_label (turn, offers[offer][i]));
    }

  return callboard_write_choices (callboard_turn_get_schedule (turn)->id, ids, labels);
}

static char *
tell (CallboardTurn *turn,
      const char    *phrase,
      gint64         starts_at)
{
  const char *zone = callboard_turn_get_schedule (turn)->zone;
  const char *language = turn->script->language;
  g_autofree char *date = callboard_when_tell (starts_at, zone, language, CALLBOARD_WHEN_DATE);
  g_autofree char *time = callboard_when_tell (starts_at, zone, language, CALLBOARD_WHEN_TIME);
  g_autofree char *where = callboard_when_tell (starts_at, zone, language, CALLBOARD_WHEN_ZONE);
  const CallboardPhraseFilling fillings[] = { { "date", date }, { "time", time }, { "zone", where }, { NULL } };

  return callboard_phrase_fill (language, phrase, fillings);
}

static char *
tell_with_place (CallboardTurn *turn,
                 const char    *phrase)
{
  static const char * const places[] = { "place-phone-at", "place-video", "place-location" };
  const CallboardSchedule *schedule = callboard_turn_get_schedule (turn);
  const CallboardPhraseFilling fillings[] = { { "place", schedule->place }, { NULL } };
  gboolean named = schedule->place != NULL && *schedule->place != '\0';
  g_autofree char *when = tell (turn, phrase, turn->next->booked_at);
  g_autofree char *place = NULL;

  if (named)
    place = callboard_phrase_fill (turn->script->language, places[schedule->place_kind], fillings);
  else if (schedule->place_kind == CALLBOARD_PLACE_PHONE)
    place = callboard_turn_phrase (turn, "place-phone", 0);

  return g_strconcat (when, place != NULL ? "\n" : NULL, place, NULL);
}

static CallboardEffect *
say (CallboardTurn *turn,
     char          *text,
     const char    *why)
{
  return callboard_turn_send (turn, callboard_turn_get_schedule (turn)->id, text, NULL, why);
}

static void
offer_changes (CallboardTurn   *turn,
               CallboardEffect *effect,
               guint            offer)
{
  effect->choices = write_changes (turn, offer);
  turn->next->phase = CALLBOARD_PHASE_BOOKED;
  turn->next->lead = offer;
}

static void
note_answer (CallboardTurn *turn)
{
  const CallboardStep *step = callboard_script_get_step (turn->script, turn->next->step);
  g_autoptr(GDateTime) starts = g_date_time_new_from_unix_utc (turn->next->booked_at / G_USEC_PER_SEC);
  const char *zone = step->schedule->zone;
  g_autofree char *date = callboard_when_tell (turn->next->booked_at, zone, turn->script->language, CALLBOARD_WHEN_DATE);
  g_autofree char *time = callboard_when_tell (turn->next->booked_at, zone, turn->script->language, CALLBOARD_WHEN_TIME);
  g_auto(CallboardReading) reading = {
    .value = g_date_time_format (starts, "%Y-%m-%dT%H:%MZ"), .words = g_strdup_printf ("%s, %s", date, time), .why = "booked"
  };

  callboard_turn_keep (turn, step, &reading, NULL);
}

void
callboard_turn_book (CallboardTurn *turn)
{
  CallboardScriptState *next = turn->next;
  gboolean first = !callboard_state_is_on_path (next, next->step);

  if (next->booked_at != 0)
    next->moves++;
  next->booked_at = turn->event->starts_at;
  next->n_slots = 0;
  next->more = FALSE;
  next->from = 0;
  next->offered = next->wanted = CALLBOARD_OFFERED_NONE;
  note_answer (turn);
  offer_changes (turn, say (turn, tell_with_place (turn, "booked"), "booked"), AFTER_BOOKING);
  if (!first)
    return;

  next->path[next->step / 64] |= G_GUINT64_CONSTANT (1) << next->step % 64;
  next->done++;
  callboard_turn_add (turn, CALLBOARD_EFFECT_COMPLETE, "booked");
}

static void
confirm (CallboardTurn *turn)
{
  callboard_turn_add (turn, CALLBOARD_EFFECT_CONFIRM_INTERVIEW, "confirmed");
  offer_changes (turn, say (turn, tell (turn, "confirmed", turn->next->booked_at), "confirmed"), AFTER_BOOKING);
}

void
callboard_turn_keep_interview (CallboardTurn *turn)
{
  offer_changes (turn, say (turn, tell (turn, "kept", turn->next->booked_at), "interview-kept"), AFTER_BOOKING);
}

static void
cancel (CallboardTurn *turn,
        const char    *phrase,
        const char    *why)
{
  CallboardEffect *effect;

  callboard_turn_add (turn, CALLBOARD_EFFECT_CANCEL_INTERVIEW, why);
  effect = say (turn, tell (turn, phrase, turn->next->booked_at), why);
  turn->next->booked_at = 0;
  turn->next->lead = 0;
  turn->next->n_slots = 0;
  turn->next->phase = CALLBOARD_PHASE_DONE;
  if (g_str_equal (phrase, "cancelled"))
    {
      callboard_turn_add (turn, CALLBOARD_EFFECT_ATTENTION, why);
      return;
    }

  effect->message_kind = "notice";
  effect->template = "reminder";
}

static void
move (CallboardTurn *turn)
{
  gint64 booked_at = turn->next->booked_at;

  if (booked_at - turn->now < CALLBOARD_SCHEDULE_MOVE_UNTIL)
    {
      say (turn, tell (turn, "move-late", booked_at), "move-late");
      callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "move-late");
    }
  else if (turn->next->moves >= CALLBOARD_SCHEDULE_MAX_MOVES)
    {
      say (turn, tell (turn, "move-often", booked_at), "moved-twice");
      callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "moved-twice");
    }
  else
    callboard_turn_offer (turn, turn->next->step, "moving");
}

gboolean
callboard_turn_change (CallboardTurn *turn,
                       const char    *what)
{
  if (turn->now >= turn->next->booked_at)
    return FALSE;

  if (g_str_equal (what, "confirm"))
    confirm (turn);
  else if (g_str_equal (what, "cancel"))
    cancel (turn, "cancelled", "cancelled");
  else if (g_str_equal (what, "move"))
    move (turn);
  else
    return FALSE;

  return TRUE;
}

/* The label of any change, the number of one that was offered, or yes where it was asked for. */
static const char *
read_change (CallboardTurn *turn)
{
  const char * const *offer = offers[MIN (turn->next->lead, SHORTLY_BEFORE)];
  const char *labels[MAX_OFFERS + 1] = { NULL };
  g_autofree char *folded = callboard_fold (turn->event->text);
  guint n = 0, index;
  gboolean yes;

  for (guint i = 0; offers[AFTER_REMINDER][i] != NULL; i++)
    {
      g_autofree char *label = callboard_fold (get_label (turn, offers[AFTER_REMINDER][i]));

      if (g_str_equal (folded, label))
        return offers[AFTER_REMINDER][i];
    }

  for (; offer[n] != NULL; n++)
    labels[n] = get_label (turn, offer[n]);

  if (callboard_read_choice (turn->event->text, labels, n, &index))
    return offer[index];

  return g_str_equal (offer[0], "confirm") &&
         callboard_read_yes_no (turn->event->text, turn->script->language, &yes) && yes ? "confirm" : NULL;
}

void
callboard_turn_hear_booked (CallboardTurn *turn)
{
  const char *id = callboard_turn_get_schedule (turn)->id;
  const char *what = turn->event->choice;

  if (what == NULL)
    what = read_change (turn);
  else if (g_str_has_prefix (what, id) && what[strlen (id)] == '/')
    what += strlen (id) + 1;

  if (what == NULL || !callboard_turn_change (turn, what))
    callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, turn->event->choice != NULL ? "old-question" : "ended");
}

void
callboard_turn_remind (CallboardTurn *turn)
{
  gboolean day = turn->event->reminder == CALLBOARD_REMINDER_DAY;
  gboolean booked = turn->next->phase == CALLBOARD_PHASE_BOOKED;
  CallboardEffect *effect;

  if (turn->next->booked_at == 0 || turn->now >= turn->next->booked_at)
    return;

  effect = say (turn, tell_with_place (turn, day ? "reminder-day" : "reminder-hours"), "reminder");
  effect->message_kind = "reminder";
  effect->template = "reminder";

  /* Whoever is choosing another time has that offer open. */
  if (booked)
    offer_changes (turn, effect, day ? AFTER_REMINDER : SHORTLY_BEFORE);
}

void
callboard_turn_rebook (CallboardTurn *turn)
{
  CallboardEffect *effect;

  if (turn->next->booked_at == 0 || turn->now >= turn->next->booked_at)
    return;

  callboard_turn_add (turn, CALLBOARD_EFFECT_CANCEL_INTERVIEW, "rebook");
  effect = say (turn, tell (turn, "rebook", turn->next->booked_at), "rebook");
  effect->message_kind = "notice";
  effect->template = "reminder";
  turn->next->booked_at = 0;
  callboard_turn_offer (turn, turn->next->step, "rebook");
}

void
callboard_turn_call_off (CallboardTurn *turn)
{
  if (turn->next->booked_at != 0 && turn->now < turn->next->booked_at)
    cancel (turn, "called-off", "called-off");
}
