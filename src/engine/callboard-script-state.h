/* callboard-script-state.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CALLBOARD_SCRIPT_MAX_STEPS 1024

/* Choices that are offered at once: what a list on WhatsApp can hold. */
#define CALLBOARD_SCRIPT_MAX_OFFERED 10

/**
 * CallboardPhase:
 * @CALLBOARD_PHASE_START: nothing has been said
 * @CALLBOARD_PHASE_WELCOME: the welcome waits for an answer
 * @CALLBOARD_PHASE_QUESTION: the question, prompt or request at step waits for an answer
 * @CALLBOARD_PHASE_SLOTS: the candidate is choosing an interview time
 * @CALLBOARD_PHASE_BOOKED: an interview is booked; it may be confirmed, moved or cancelled
 * @CALLBOARD_PHASE_ATTENTION: the answer was not understood three times; a person has to look. An answer that is
 *   understood still goes on
 * @CALLBOARD_PHASE_DONE: the last word is spoken
 */
typedef enum
{
  CALLBOARD_PHASE_START,
  CALLBOARD_PHASE_WELCOME,
  CALLBOARD_PHASE_QUESTION,
  CALLBOARD_PHASE_SLOTS,
  CALLBOARD_PHASE_BOOKED,
  CALLBOARD_PHASE_ATTENTION,
  CALLBOARD_PHASE_DONE,
} CallboardPhase;

/**
 * CallboardOffered:
 * @CALLBOARD_OFFERED_NONE: the office computes the free slots
 * @CALLBOARD_OFFERED_DAYS: days stand to choose from
 * @CALLBOARD_OFFERED_TIMES: times of one day stand to choose from
 */
typedef enum
{
  CALLBOARD_OFFERED_NONE,
  CALLBOARD_OFFERED_DAYS,
  CALLBOARD_OFFERED_TIMES,
} CallboardOffered;

/**
 * CallboardScriptState:
 * @step: index of the step that is open
 * @tries: how often its answer was not understood
 * @asked: how many messages were sent, so that each has a key of its own
 * @done: answered steps, skipped ones too
 * @takes: files that were received for the open prompt
 * @moves: how often the candidate moved the interview
 * @offered: what is offered of the slots
 * @wanted: what the next slots are for: days, or the times of one day
 * @lead: which sentence comes before the next offer, 0 for none; callboard-script-schedule.c
 * @n_slots: how many of @slots are set
 * @more: whether "more" is offered after them
 * @booked_at: start of the booked interview, microseconds since the epoch, UTC; 0 if there is none
 * @from: the first moment of the offer under way, 0 for now
 * @slots: starts of the offered slots; for days, of the first on each
 * @path: a bit for each answered step. Rules only lead forward, so that these are the way the candidate came
 *
 * Where a conversation is. A plain value: it may be copied and compared.
 */
typedef struct
{
  CallboardPhase   phase;
  guint            step;
  guint            tries;
  guint            asked;
  guint            done;
  guint            takes;
  guint            moves;
  CallboardOffered offered;
  CallboardOffered wanted;
  guint            lead;
  guint            n_slots;
  gboolean         more;
  gint64           booked_at;
  gint64           from;
  gint64           slots[CALLBOARD_SCRIPT_MAX_OFFERED];
  guint64          path[CALLBOARD_SCRIPT_MAX_STEPS / 64];
} CallboardScriptState;

/**
 * callboard_script_state_to_text:
 * @state: a state
 *
 * Returns: (transfer full): the state as the database holds it, one line of JSON
 */
char                 *callboard_script_state_to_text   (const CallboardScriptState *state);

/**
 * callboard_script_state_from_text:
 * @text: (nullable): what callboard_script_state_to_text() wrote, in this or an earlier version
 *
 * Returns: the state; a text that is not one reads as the beginning
 */
CallboardScriptState  callboard_script_state_from_text (const char                 *text);

G_END_DECLS
