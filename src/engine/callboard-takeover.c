/* callboard-takeover.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-takeover.h"

#include "callboard-card-state.h"
#include "callboard-error.h"
#include "callboard-nudge.h"

typedef struct
{
  gint64 application;
} Takeover;

static CallboardCommand *
takeover_command_new (const char       *what,
                      CallboardExecute  execute,
                      gint64            application)
{
  Takeover *takeover = g_new0 (Takeover, 1);

  takeover->application = application;

  return callboard_command_new (what, execute, takeover, g_free);
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED, message);

  return FALSE;
}

static gboolean
load_enrolment (CallboardDb         *db,
                gint64               application,
                CallboardEnrolment  *enrolment,
                GError             **error)
{
  g_auto(CallboardCardState) card = { 0 };

  if (!callboard_card_state_load (db, application, &card, error))
    return FALSE;

  if (card.enrolment == 0)
    return refuse (error, _("This card has no campaign."));

  return callboard_enrolment_load (db, card.enrolment, enrolment, error);
}

static gboolean
is_running (const CallboardEnrolment *enrolment)
{
  return !enrolment->blast &&
         (enrolment->status == CALLBOARD_STATUS_SENDING || enrolment->status == CALLBOARD_STATUS_DELIVERED ||
          enrolment->status == CALLBOARD_STATUS_IN_PROGRESS);
}

static void
note_change (CallboardChanges         *changes,
             const CallboardEnrolment *enrolment)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_OUTBOX | CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_JOBS);
  callboard_changes_add_application (changes, enrolment->application);
}

/* What the campaign still has to say waits; what is tried again later is parked by the claim. */
static gboolean
execute_hold (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Takeover *takeover = data;
  CallboardEnrolment enrolment;

  if (!load_enrolment (db, takeover->application, &enrolment, error))
    return FALSE;

  if (!is_running (&enrolment))
    return refuse (error, _("No campaign of this card is running, so there is nothing to pause."));

  if (enrolment.held)
    return refuse (error, _("The campaign of this card is paused already."));

  enrolment.held = TRUE;
  note_change (changes, &enrolment);

  return callboard_db_run (db, error, "UPDATE enrolment SET held_at = $1 WHERE id = $2",
                           "ii", now + enrolment.account.shift, enrolment.id) &&
         callboard_db_run (db, error,
                           "UPDATE message SET due_at = NULL WHERE enrolment_id = $1 AND state = 'waiting'"
                           " AND kind IN ('step', 'nudge')", "i", enrolment.id) &&
         callboard_nudge_plan (db, &enrolment, now + enrolment.account.shift, error);
}

CallboardCommand *
callboard_hold_command_new (gint64 application)
{
  return takeover_command_new ("hold", execute_hold, application);
}

/* As at the drop: nothing incomplete leaves. */
static gboolean
check_ready (CallboardDb               *db,
             const CallboardEnrolment  *enrolment,
             GError                   **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;

  if (script == NULL)
    return FALSE;

  /* The stage may be of another type by now. */
  problem = callboard_script_check (script, callboard_script_get_schedule (script) != NULL
                                    ? CALLBOARD_STAGE_SCHEDULE : CALLBOARD_STAGE_FORM, NULL, NULL);
  if (problem == NULL)
    return TRUE;

  words = callboard_problem_describe (problem);
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY,
               _("The campaign cannot go on: %s."), words);

  return FALSE;
}

/* Either the open question has not left yet and does now, or it is asked again. */
static gboolean
go_on (CallboardDb         *db,
       CallboardEnrolment  *enrolment,
       gint64               now,
       CallboardChanges    *changes,
       GError             **error)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_RESUME };

  if (!callboard_db_run (db, error,
                         "UPDATE message SET due_at = $1 WHERE enrolment_id = $2 AND state = 'waiting' AND kind <> 'first'",
                         "ii", now, enrolment->id))
    return FALSE;

  return callboard_db_changes (db) > 0 || callboard_enrolment_step (db, enrolment, &event, 0, now, NULL, changes, error);
}

static gboolean
execute_hand_back (gpointer           data,
                   CallboardDb       *db,
                   gint64             real_now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  Takeover *takeover = data;
  CallboardEnrolment enrolment;
  gint64 now;

  if (!load_enrolment (db, takeover->application, &enrolment, error))
    return FALSE;

  if (!enrolment.held || !is_running (&enrolment))
    return refuse (error, _("The campaign of this card is not paused."));

  if (!check_ready (db, &enrolment, error))
    return FALSE;

  now = real_now + enrolment.account.shift;
  enrolment.held = FALSE;
  note_change (changes, &enrolment);

  return callboard_db_run (db, error, "UPDATE enrolment SET held_at = NULL WHERE id = $1", "i", enrolment.id) &&
         callboard_db_run (db, error, "UPDATE application SET flag = nullif (flag, 'attention') WHERE id = $1",
                           "i", enrolment.application) &&
         go_on (db, &enrolment, now, changes, error) &&
         callboard_nudge_reset (db, &enrolment, now, error);
}

CallboardCommand *
callboard_hand_back_command_new (gint64 application)
{
  return takeover_command_new ("hand-back", execute_hand_back, application);
}
