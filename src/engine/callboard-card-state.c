/* callboard-card-state.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-card-state.h"

#include "callboard-error.h"

#define CARD_SQL                                                                                                      \
  "SELECT a.stage_id, a.rank, a.visit_id, a.enrolment_id, a.candidate_id, a.job_id, c.opted_out_at IS NOT NULL,"      \
  " EXISTS (SELECT 1 FROM consent n WHERE n.candidate_id = c.id AND n.phone = c.phone), c.country, c.zone, e.status"  \
  " FROM application a JOIN candidate c ON c.id = a.candidate_id LEFT JOIN enrolment e ON e.id = a.enrolment_id"      \
  " WHERE a.id = $1 AND a.state = 'live'"

void
callboard_card_state_clear (CallboardCardState *self)
{
  g_clear_pointer (&self->country, g_free);
  g_clear_pointer (&self->zone, g_free);
  g_clear_pointer (&self->status, g_free);
}

static void
read_card (CallboardRows      *rows,
           CallboardCardState *self)
{
  self->stage = callboard_rows_int (rows, 0);
  self->rank = callboard_rows_int (rows, 1);
  self->visit = callboard_rows_int (rows, 2);
  self->enrolment = callboard_rows_int (rows, 3);
  self->candidate = callboard_rows_int (rows, 4);
  self->job = callboard_rows_int (rows, 5);
  self->opted_out = callboard_rows_int (rows, 6) != 0;
  self->consented = callboard_rows_int (rows, 7) != 0;
  self->country = callboard_rows_dup (rows, 8);
  self->zone = callboard_rows_dup (rows, 9);
  self->status = callboard_rows_dup (rows, 10);
}

gboolean
callboard_card_state_load (CallboardDb         *db,
                           gint64               application,
                           CallboardCardState  *self,
                           GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, CARD_SQL, "i", application);

  self->application = application;
  if (callboard_rows_next (rows, &fault))
    {
      read_card (rows, self);
      return TRUE;
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The card is no longer on the board."));

  return FALSE;
}

gboolean
callboard_card_state_cancel (CallboardDb               *db,
                             const CallboardCardState  *self,
                             gint64                     now,
                             gint64                     delay,
                             CallboardChanges          *changes,
                             GError                   **error)
{
  CallboardEnrolment enrolment;

  if (self->enrolment == 0)
    return TRUE;

  if (!callboard_enrolment_load (db, self->enrolment, &enrolment, error))
    return FALSE;

  enrolment.release_delay = delay;

  return callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_CANCELLED, now + enrolment.account.shift,
                                     changes, error);
}
