/* callboard-script-turn-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-phrases.h"
#include "callboard-script-private.h"

G_BEGIN_DECLS

/* One call of callboard_script_step(). choice: what was pressed, without the step, if it is the open one's. */
typedef struct
{
  CallboardScript            *script;
  const CallboardScriptEvent *event;
  CallboardScriptState       *next;
  GPtrArray                  *effects;
  gint64                      now;
  const char                 *choice;
} CallboardTurn;

/* What a reply was understood as: value and words, a bit for each choice, a number; or why it was not, and what is said
 * to it. */
typedef struct
{
  char       *value;
  char       *words;
  guint64     chosen;
  double      number;
  const char *why;
  char       *again;
} CallboardReading;

void callboard_reading_clear (CallboardReading *reading);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallboardReading, callboard_reading_clear)

/* Saying: callboard-script-ask.c. Texts are taken. */
CallboardEffect *callboard_turn_add       (CallboardTurn       *turn,
                                           CallboardEffectKind  kind,
                                           const char          *why);
CallboardEffect *callboard_turn_send      (CallboardTurn       *turn,
                                           const char          *step,
                                           char                *text,
                                           const char          *choices,
                                           const char          *why);
void             callboard_turn_ask       (CallboardTurn       *turn,
                                           guint                index,
                                           const char          *why);
/* Returns: (nullable): the message, unless a person has to look instead */
CallboardEffect *callboard_turn_ask_again (CallboardTurn       *turn,
                                           const CallboardStep *step,
                                           const char          *why,
                                           char                *text);
void             callboard_turn_advance   (CallboardTurn       *turn,
                                           guint                index,
                                           const char          *why);
char            *callboard_turn_phrase    (CallboardTurn       *turn,
                                           const char          *name,
                                           guint                max);
char            *callboard_write_choices  (const char          *step,
                                           GPtrArray           *ids,
                                           GPtrArray           *labels);

/* Hearing: callboard-script-hear.c. */
void             callboard_turn_hear      (CallboardTurn       *turn);
void             callboard_turn_answer    (CallboardTurn       *turn,
                                           const CallboardStep *step,
                                           CallboardReading    *reading,
                                           GArray              *files);
/* Notes the answer of an open step without going on. */
CallboardEffect *callboard_turn_keep      (CallboardTurn       *turn,
                                           const CallboardStep *step,
                                           CallboardReading    *reading,
                                           GArray              *files);
/* Goes on from the open step, whose answer is noted. */
void             callboard_turn_leave     (CallboardTurn       *turn);
gboolean         callboard_turn_go_back   (CallboardTurn       *turn);

/* Reading: callboard-script-read.c, and callboard-script-read-value.c. */
gboolean         callboard_turn_read      (CallboardTurn       *turn,
                                           const CallboardStep *step,
                                           CallboardReading    *reading);
gboolean         callboard_turn_read_number (CallboardTurn       *turn,
                                             const CallboardStep *step,
                                             CallboardReading    *reading);
gboolean         callboard_turn_read_rating (CallboardTurn       *turn,
                                             const CallboardStep *step,
                                             CallboardReading    *reading);
gboolean         callboard_turn_read_date (CallboardTurn       *turn,
                                           const CallboardStep *step,
                                           CallboardReading    *reading);
gboolean         callboard_turn_read_email (CallboardTurn       *turn,
                                            const CallboardStep *step,
                                            CallboardReading    *reading);
gboolean         callboard_turn_refuse    (CallboardReading    *reading,
                                           const char          *why,
                                           char                *again);

/* Judging: callboard-script-rules.c. */
gboolean         callboard_step_flags     (const CallboardStep    *step,
                                           const CallboardReading *reading);
double           callboard_step_score     (const CallboardStep    *step,
                                           const CallboardReading *reading);
gboolean         callboard_step_leads     (const CallboardStep    *step,
                                           const CallboardReading *reading,
                                           guint                  *target);

/* Files: callboard-script-files.c. */
static inline gboolean
callboard_step_wants_file (const CallboardStep *step)
{
  return step->kind == CALLBOARD_STEP_PROMPT || step->kind == CALLBOARD_STEP_REQUEST;
}

void             callboard_turn_hear_file (CallboardTurn       *turn,
                                           const CallboardStep *step);

/* Interviews: callboard-script-slots.c asks for slots and hears which, callboard-script-offer.c writes them,
 * callboard-script-interview.c does what comes after. */

/* Which sentence comes before an offer, in the state's lead. */
typedef enum
{
  CALLBOARD_LEAD_NONE,
  CALLBOARD_LEAD_TAKEN,
  CALLBOARD_LEAD_GONE,
} CallboardLead;

const CallboardSchedule *callboard_turn_get_schedule (CallboardTurn *turn);

/* from: the first moment that is asked for, 0 for now. */
void             callboard_turn_offer        (CallboardTurn    *turn,
                                              guint             index,
                                              const char       *why);
void             callboard_turn_offer_from   (CallboardTurn    *turn,
                                              CallboardOffered  wanted,
                                              gint64            from,
                                              CallboardLead     lead,
                                              const char       *why);
void             callboard_turn_show_slots   (CallboardTurn    *turn);
void             callboard_turn_hear_slot    (CallboardTurn    *turn);
void             callboard_turn_lose_slot    (CallboardTurn    *turn);

/* Days are "2026-12-01", times microseconds. */
char            *callboard_slot_id           (gint64            slot,
                                              const char       *zone,
                                              CallboardOffered  offered);
gint64           callboard_slot_get_midnight (gint64            slot,
                                              const char       *zone,
                                              int               days);
GPtrArray       *callboard_turn_list_labels  (CallboardTurn    *turn);
char            *callboard_turn_write_offer  (CallboardTurn    *turn);
char            *callboard_turn_write_slots  (CallboardTurn    *turn);
gboolean         callboard_turn_read_slot    (CallboardTurn    *turn,
                                              guint            *index);

void             callboard_turn_book         (CallboardTurn    *turn);
void             callboard_turn_hear_booked  (CallboardTurn    *turn);
void             callboard_turn_remind       (CallboardTurn    *turn);
void             callboard_turn_rebook       (CallboardTurn    *turn);
void             callboard_turn_call_off     (CallboardTurn    *turn);
/* "confirm", "move" or "cancel" of an interview that is booked; FALSE for anything else. */
gboolean         callboard_turn_change       (CallboardTurn    *turn,
                                              const char       *what);
void             callboard_turn_keep_interview (CallboardTurn  *turn);

G_END_DECLS
