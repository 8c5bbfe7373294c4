/* callboard-interview-effects.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-interview-private.h"

static gboolean
offer (CallboardDb            *db,
       CallboardEnrolment     *self,
       const CallboardEffect  *effect,
       gint64                  message,
       gint64                  now,
       CallboardChanges       *changes,
       GError                **error)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_SLOTS };
  g_autoptr(GArray) slots = NULL;

  if (!callboard_interview_find_slots (db, self, effect->starts_at, effect->ends_at, now, &slots, error))
    return FALSE;

  event.slots = slots;

  return callboard_enrolment_step (db, self, &event, message, now, NULL, changes, error);
}

static gboolean
book (CallboardDb            *db,
      CallboardEnrolment     *self,
      const CallboardEffect  *effect,
      gint64                  message,
      gint64                  now,
      CallboardChanges       *changes,
      GError                **error)
{
  CallboardSlot slot = { effect->starts_at, effect->ends_at, effect->session };
  CallboardScriptEvent event = { .starts_at = effect->starts_at };
  gboolean booked;

  if (!callboard_interview_book (db, self, &slot, now, &booked, changes, error))
    return FALSE;

  event.kind = booked ? CALLBOARD_SCRIPT_BOOKED : CALLBOARD_SCRIPT_TAKEN;

  return callboard_enrolment_step (db, self, &event, message, now, NULL, changes, error);
}

gboolean
callboard_enrolment_interview (CallboardDb            *db,
                               CallboardEnrolment     *self,
                               const CallboardEffect  *effect,
                               gint64                  message,
                               gint64                  now,
                               CallboardChanges       *changes,
                               GError                **error)
{
  g_return_val_if_fail (effect != NULL, FALSE);

  switch ((int) effect->kind)
    {
    case CALLBOARD_EFFECT_OFFER:
      return offer (db, self, effect, message, now, changes, error);

    case CALLBOARD_EFFECT_BOOK:
      return book (db, self, effect, message, now, changes, error);

    case CALLBOARD_EFFECT_CONFIRM_INTERVIEW:
      return callboard_interview_confirm (db, self, now, changes, error);

    case CALLBOARD_EFFECT_CANCEL_INTERVIEW:
      return callboard_interview_cancel (db, self, now, changes, error);

    default:
      g_return_val_if_reached (FALSE);
    }
}

/* Campaigns that go on after their end: an interview lies ahead, or another time for one is being chosen. */
#define LISTENING_SQL                                                                                     \
  "SELECT i.enrolment_id FROM interview i JOIN enrolment e ON e.id = i.enrolment_id"                      \
  " WHERE i.candidate_id = $1 AND e.account_id = $2 AND ((i." CALLBOARD_LIVE_INTERVIEW_SQL                \
  "  AND i.ends_at > $3) OR (e.status = 'completed' AND json_extract (e.state, '$.phase') = 'slots'))"

/* The campaign that spoke last and got through is the one that is answered; of a button, the one that showed it. */
#define HEARER_SQL                                                                                        \
  "SELECT m.enrolment_id FROM message m WHERE m.candidate_id = $1 AND m.account_id = $2"                  \
  " AND (m.enrolment_id IN (" LISTENING_SQL ") OR m.enrolment_id = $4) AND m.direction = 'out'"           \
  " AND m.state NOT IN ('waiting', 'cancelled')"                                                          \
  " AND ($5 IS NULL OR instr (m.choices, '\"' || $5 || '\"') > 0) ORDER BY m.id DESC LIMIT 1"

gboolean
callboard_interview_find_hearer (CallboardDb  *db,
                                 gint64        candidate,
                                 gint64        account,
                                 const char   *choice,
                                 gint64        now,
                                 gint64       *enrolment,
                                 GError      **error)
{
  gint64 listening = 0;

  if (!callboard_db_number (db, &listening, error, LISTENING_SQL " ORDER BY i.id DESC LIMIT 1", "iii", candidate, account,
                            now))
    return FALSE;

  if (listening == 0)
    return TRUE;

  if (*enrolment == 0)
    *enrolment = listening;

  return callboard_db_number (db, enrolment, error, HEARER_SQL, "iiiis", candidate, account, now, *enrolment, choice);
}
