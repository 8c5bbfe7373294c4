/* callboard-script-step.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-turn-private.h"

static void
start (CallboardTurn *turn)
{
  gboolean blast = callboard_script_is_blast (turn->script);
  CallboardEffect *effect;

  if (turn->next->phase != CALLBOARD_PHASE_START)
    return;

  effect = callboard_turn_send (turn, "welcome", g_strdup (turn->script->welcome),
                                blast ? NULL : turn->script->welcome_choices, "entered");
  effect->message_kind = "first";
  effect->template = "first";
  effect->starts = !blast;
  turn->next->phase = blast ? CALLBOARD_PHASE_DONE : CALLBOARD_PHASE_WELCOME;
}

static gboolean
has_schedule (CallboardTurn *turn)
{
  return turn->next->step < turn->script->steps->len && callboard_turn_get_schedule (turn) != NULL;
}

static void
reply (CallboardTurn *turn)
{
  switch (turn->next->phase)
    {
    case CALLBOARD_PHASE_WELCOME:
      if (turn->event->n_files > 0)
        callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "extra-file");
      callboard_turn_advance (turn, 0, "next");
      break;

    case CALLBOARD_PHASE_QUESTION:
    case CALLBOARD_PHASE_SLOTS:
    case CALLBOARD_PHASE_ATTENTION:
      callboard_turn_hear (turn);
      break;

    case CALLBOARD_PHASE_BOOKED:
      if (has_schedule (turn))
        callboard_turn_hear_booked (turn);
      break;

    case CALLBOARD_PHASE_START:
    case CALLBOARD_PHASE_DONE:
    default:
      callboard_turn_add (turn, CALLBOARD_EFFECT_NOTE, "ended");
    }
}

static void
greet_again (CallboardTurn *turn,
             char          *text,
             const char    *why)
{
  CallboardEffect *effect = callboard_turn_send (turn, "welcome", text, turn->script->welcome_choices, why);

  effect->starts = TRUE;
}

static const CallboardStep *
get_open (CallboardTurn *turn)
{
  return turn->next->step < turn->script->steps->len ? callboard_script_get_step (turn->script, turn->next->step) : NULL;
}

/* The open question once more, below a reminder. */
static void
nudge_for_answer (CallboardTurn *turn,
                  const char    *words)
{
  const CallboardStep *step = get_open (turn);
  g_autofree char *slots = NULL;
  g_autofree char *offer = NULL;

  if (step == NULL)
    return;

  if (step->schedule != NULL && turn->next->n_slots > 0)
    {
      slots = callboard_turn_write_slots (turn);
      offer = callboard_turn_write_offer (turn);
    }

  callboard_turn_send (turn, step->id, g_strconcat (words, "\n\n", offer != NULL ? offer : step->ask, NULL),
                       slots != NULL ? slots : step->choices, "nudge");
}

static void
nudge (CallboardTurn *turn)
{
  const char *name = turn->event->last ? "nudge-last" : turn->event->n > 1 ? "nudge-2" : "nudge-1";
  const char *words = callboard_phrase_peek (turn->script->language, name);
  CallboardEffect *effect;

  if (turn->next->phase == CALLBOARD_PHASE_WELCOME)
    greet_again (turn, g_strdup (words), "nudge");
  else if (turn->next->phase == CALLBOARD_PHASE_QUESTION || turn->next->phase == CALLBOARD_PHASE_SLOTS)
    nudge_for_answer (turn, words);

  if (turn->effects->len == 0)
    return;

  effect = g_ptr_array_index (turn->effects, 0);
  effect->message_kind = "nudge";
  effect->template = "nudge";
}

static void
resume (CallboardTurn *turn)
{
  if (turn->next->phase == CALLBOARD_PHASE_WELCOME)
    greet_again (turn, g_strdup (turn->script->welcome), "resumed");
  else if (turn->next->phase != CALLBOARD_PHASE_START && turn->next->phase != CALLBOARD_PHASE_BOOKED &&
           turn->next->phase != CALLBOARD_PHASE_DONE && get_open (turn) != NULL)
    callboard_turn_ask (turn, turn->next->step, "resumed");
}

static void
show_slots (CallboardTurn *turn)
{
  if (turn->next->phase == CALLBOARD_PHASE_SLOTS && turn->next->wanted != CALLBOARD_OFFERED_NONE && has_schedule (turn))
    callboard_turn_show_slots (turn);
}

static void
book (CallboardTurn *turn)
{
  if (turn->next->phase == CALLBOARD_PHASE_SLOTS && has_schedule (turn))
    callboard_turn_book (turn);
}

static void
lose_slot (CallboardTurn *turn)
{
  if (turn->next->phase == CALLBOARD_PHASE_SLOTS && has_schedule (turn))
    callboard_turn_lose_slot (turn);
}

static void
remind (CallboardTurn *turn)
{
  if (has_schedule (turn))
    callboard_turn_remind (turn);
}

static void
rebook (CallboardTurn *turn)
{
  if (has_schedule (turn))
    callboard_turn_rebook (turn);
}

static void
call_off (CallboardTurn *turn)
{
  if (has_schedule (turn))
    callboard_turn_call_off (turn);
}

static void (* const turns[]) (CallboardTurn *turn) = {
  [CALLBOARD_SCRIPT_START] = start,
  [CALLBOARD_SCRIPT_REPLY] = reply,
  [CALLBOARD_SCRIPT_NUDGE] = nudge,
  [CALLBOARD_SCRIPT_RESUME] = resume,
  [CALLBOARD_SCRIPT_SLOTS] = show_slots,
  [CALLBOARD_SCRIPT_BOOKED] = book,
  [CALLBOARD_SCRIPT_TAKEN] = lose_slot,
  [CALLBOARD_SCRIPT_REMIND] = remind,
  [CALLBOARD_SCRIPT_REBOOK] = rebook,
  [CALLBOARD_SCRIPT_CALL_OFF] = call_off,
};

GPtrArray *
callboard_script_step (CallboardScript            *self,
                       const CallboardScriptState *state,
                       const CallboardScriptEvent *event,
                       gint64                      now,
                       CallboardScriptState       *next)
{
  CallboardTurn turn = { .script = self, .event = event, .next = next, .now = now };

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (state != NULL && event != NULL && next != NULL, NULL);
  g_return_val_if_fail (event->kind < G_N_ELEMENTS (turns), NULL);

  *next = *state;
  turn.effects = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_effect_free);
  turns[event->kind] (&turn);

  /* States that mean the same are the same. */
  memset (next->slots + next->n_slots, 0, (CALLBOARD_SCRIPT_MAX_OFFERED - next->n_slots) * sizeof next->slots[0]);

  return turn.effects;
}
