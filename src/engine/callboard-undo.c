/* callboard-undo.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"
#include "callboard-error.h"
#include "callboard-interview.h"
#include "callboard-move.h"
#include "callboard-nudge.h"

#define MOVES_SQL                                                                                             \
  "SELECT b.application_id, b.from_stage, b.from_rank, b.from_visit, b.from_enrolment, b.from_status, b.to_visit,"  \
  " a.stage_id, a.rank, a.visit_id, a.enrolment_id, d.made_at,"                                               \
  " EXISTS (SELECT 1 FROM stage s WHERE s.id = b.from_stage AND s.removed_at IS NOT NULL)"                    \
  " FROM batch_move b JOIN batch d ON d.id = b.batch_id JOIN application a ON a.id = b.application_id"        \
  " WHERE b.batch_id = $1 AND a.state = 'live' ORDER BY b.rowid"

typedef struct
{
  gint64              batch;
  CallboardUndoResult result;
  gboolean            stage_removed;
} Undo;

/* What one drop did to one card, and where the card stands now. A from_stage of 0 is a card the drop created; one that was
 * removed takes no card back. */
typedef struct
{
  gint64          application;
  gint64          from_stage;
  gint64          from_rank;
  gint64          from_visit;
  gint64          from_enrolment;
  CallboardStatus from_status;
  gint64          to_visit;
  gint64          stage;
  gint64          rank;
  gint64          visit;
  gint64          enrolment;
  gint64          made_at;
  gboolean        removed;
} Trace;

static GArray *
load_traces (CallboardDb  *db,
             gint64        batch,
             GError      **error)
{
  g_autoptr(GArray) traces = g_array_new (FALSE, FALSE, sizeof (Trace));
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, MOVES_SQL, "i", batch);

  while (callboard_rows_next (rows, &fault))
    {
      int status = CALLBOARD_STATUS_NONE;
      Trace trace = {
        .application = callboard_rows_int (rows, 0), .from_stage = callboard_rows_int (rows, 1),
        .from_rank = callboard_rows_int (rows, 2), .from_visit = callboard_rows_int (rows, 3),
        .from_enrolment = callboard_rows_int (rows, 4), .to_visit = callboard_rows_int (rows, 6),
        .stage = callboard_rows_int (rows, 7), .rank = callboard_rows_int (rows, 8),
        .visit = callboard_rows_int (rows, 9), .enrolment = callboard_rows_int (rows, 10),
        .made_at = callboard_rows_int (rows, 11), .removed = callboard_rows_int (rows, 12) != 0
      };

      callboard_enum_from_nick (CALLBOARD_TYPE_STATUS, callboard_rows_text (rows, 5), &status);
      trace.from_status = status;
      g_array_append_val (traces, trace);
    }

  if (fault == NULL)
    return g_steal_pointer (&traces);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static gboolean
has_left (CallboardDb  *db,
          const Trace  *trace,
          gboolean     *left,
          GError      **error)
{
  gint64 n_left = 0;

  if (!callboard_db_number (db, &n_left, error,
                            "SELECT count(*) FROM message m JOIN enrolment e ON e.id = m.enrolment_id"
                            " WHERE e.visit_id = $1 AND m.state NOT IN ('waiting', 'cancelled')", "i", trace->to_visit))
    return FALSE;

  *left = n_left > 0;

  return TRUE;
}

static gboolean
pull_enrolment (CallboardDb       *db,
                const Trace       *trace,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  CallboardEnrolment enrolment;

  if (trace->enrolment == 0)
    return TRUE;

  return callboard_enrolment_load (db, trace->enrolment, &enrolment, error) &&
         callboard_enrolment_become (db, &enrolment, CALLBOARD_STATUS_CANCELLED, now + enrolment.account.shift,
                                     changes, error);
}

static gboolean
restore_timer (CallboardDb               *db,
               const CallboardEnrolment  *enrolment,
               GError                   **error)
{
  CallboardScript *script = callboard_script_load (db, enrolment->campaign, enrolment->version, error);

  return script != NULL &&
         callboard_db_run (db, error,
                           "INSERT INTO timer (enrolment_id, account_id, kind, due_at)"
                           " SELECT id, account_id, 'expiry', delivered_at + $1 FROM enrolment"
                           " WHERE id = $2 AND delivered_at IS NOT NULL AND blast = 0 ON CONFLICT DO NOTHING",
                           "ii", callboard_script_get_expiry (script), enrolment->id);
}

/* What became of its messages while it was cancelled. */
static gboolean
catch_up (CallboardDb         *db,
          CallboardEnrolment  *enrolment,
          gint64               now,
          CallboardChanges    *changes,
          GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT state, failure, failure_code, failure_detail FROM message WHERE enrolment_id = $1"
                         " AND (state = 'failed' OR (kind = 'first' AND state IN ('delivered', 'read')))"
                         " ORDER BY state = 'failed' DESC LIMIT 1", "i", enrolment->id);

  if (callboard_rows_next (rows, &fault))
    {
      int failure = CALLBOARD_FAILURE_UNKNOWN;

      if (g_strcmp0 (callboard_rows_text (rows, 0), "failed") != 0)
        return callboard_enrolment_become (db, enrolment, CALLBOARD_STATUS_DELIVERED, now, changes, error);

      callboard_enum_from_nick (CALLBOARD_TYPE_FAILURE, callboard_rows_text (rows, 1), &failure);
      return callboard_enrolment_fail (db, enrolment, failure, callboard_rows_text (rows, 2),
                                       callboard_rows_text (rows, 3), now, changes, error);
    }

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  return enrolment->status != CALLBOARD_STATUS_QUEUED ||
         callboard_queue_release (db, enrolment->candidate, now, 0, changes, error);
}

/* A campaign that had not begun may always go back and wait; one that had, not beside another that began since. */
static gboolean
may_resume (CallboardDb               *db,
            const Trace               *trace,
            const CallboardEnrolment  *enrolment,
            gboolean                  *may,
            GError                   **error)
{
  gboolean begun = trace->from_status != CALLBOARD_STATUS_SCHEDULED && trace->from_status != CALLBOARD_STATUS_QUEUED;
  gint64 hindrances = 0;

  *may = FALSE;
  if (enrolment->status != CALLBOARD_STATUS_CANCELLED)
    return TRUE;

  if (!callboard_db_number (db, &hindrances, error,
                            "SELECT (SELECT opted_out_at IS NOT NULL FROM candidate WHERE id = $1)"
                            " + ($2 AND EXISTS (SELECT 1 FROM enrolment WHERE candidate_id = $1 AND " CALLBOARD_RUNNING_SQL "))",
                            "ii", enrolment->candidate, (gint64) begun))
    return FALSE;

  *may = hindrances == 0;

  return TRUE;
}

/* The campaign that the drop cut short goes on where it was. This restores what was; it is no move of the table of
 * statuses. */
static gboolean
resume_enrolment (CallboardDb       *db,
                  const Trace       *trace,
                  gint64             real_now,
                  CallboardChanges  *changes,
                  GError           **error)
{
  CallboardEnrolment enrolment;
  gboolean may;

  if (trace->from_enrolment == 0)
    return TRUE;

  if (!callboard_enrolment_load (db, trace->from_enrolment, &enrolment, error) ||
      !may_resume (db, trace, &enrolment, &may, error))
    return FALSE;

  if (!may || callboard_status_is_end (trace->from_status, enrolment.blast))
    return TRUE;

  enrolment.status = trace->from_status;

  return callboard_db_run (db, error, "UPDATE enrolment SET status = $1, ended_at = NULL WHERE id = $2",
                           "si", callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, trace->from_status), enrolment.id) &&
         callboard_db_run (db, error,
                           "UPDATE message SET state = 'waiting' WHERE enrolment_id = $1 AND state = 'cancelled'",
                           "i", enrolment.id) &&
         restore_timer (db, &enrolment, error) &&
         callboard_nudge_plan (db, &enrolment, real_now + enrolment.account.shift, error) &&
         catch_up (db, &enrolment, real_now + enrolment.account.shift, changes, error);
}

static gboolean
restore_visit (CallboardDb   *db,
               const Trace   *trace,
               gint64         now,
               GError       **error)
{
  return callboard_db_run (db, error, "UPDATE visit SET left_at = $1, undone_at = $1 WHERE id = $2",
                           "ii", now, trace->to_visit) &&
         callboard_db_run (db, error, "UPDATE visit SET left_at = NULL WHERE id = $1", "i", trace->from_visit) &&
         callboard_db_run (db, error,
                           "UPDATE application SET visit_id = $1, enrolment_id = nullif ($2, 0) WHERE id = $3",
                           "iii", trace->from_visit, trace->from_enrolment, trace->application);
}

static gboolean
remove_card (CallboardDb       *db,
             const Trace       *trace,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  CallboardMove move = { trace->application, trace->stage, trace->rank, 0, 0 };

  callboard_changes_add_move (changes, &move);

  return callboard_db_run (db, error, "UPDATE visit SET left_at = $1, undone_at = $1 WHERE id = $2",
                           "ii", now, trace->to_visit) &&
         callboard_db_run (db, error, "UPDATE application SET state = 'archived' WHERE id = $1",
                           "i", trace->application);
}

static gboolean
place_back (CallboardDb       *db,
            const Trace       *trace,
            CallboardChanges  *changes,
            GError           **error)
{
  CallboardMove move = { trace->application, trace->stage, trace->rank, trace->from_stage, trace->from_rank };

  callboard_changes_add_move (changes, &move);

  return callboard_db_run (db, error, "UPDATE application SET stage_id = $1, rank = $2 WHERE id = $3",
                           "iii", trace->from_stage, trace->from_rank, trace->application);
}

static gboolean
take_back (CallboardDb       *db,
           const Trace       *trace,
           gint64             now,
           CallboardChanges  *changes,
           GError           **error)
{
  if (trace->from_visit == trace->to_visit)
    return place_back (db, trace, changes, error);

  if (!pull_enrolment (db, trace, now, changes, error))
    return FALSE;

  if (trace->from_stage == 0)
    return remove_card (db, trace, now, changes, error);

  return restore_visit (db, trace, now, error) &&
         place_back (db, trace, changes, error) &&
         callboard_interview_restore (db, trace->application, trace->made_at, now, changes, error) &&
         resume_enrolment (db, trace, now, changes, error);
}

static gboolean
undo_trace (CallboardDb       *db,
            Undo              *undo,
            const Trace       *trace,
            gint64             now,
            CallboardChanges  *changes,
            GError           **error)
{
  gboolean reorder = trace->from_visit == trace->to_visit;
  gboolean left = FALSE;

  if (!reorder && !has_left (db, trace, &left, error))
    return FALSE;

  undo->stage_removed |= trace->removed;

  /* A card that somebody has moved on since stays where it was put. */
  if (left || trace->removed || trace->visit != trace->to_visit)
    {
      undo->result.n_too_late++;
      return TRUE;
    }

  undo->result.n_undone++;

  return take_back (db, trace, now, changes, error);
}

static gboolean
find_batch (CallboardDb  *db,
            Undo         *undo,
            GError      **error)
{
  gint64 wanted = undo->batch;

  undo->batch = 0;
  if (!callboard_db_number (db, &undo->batch, error,
                            "SELECT id FROM batch WHERE undone_at IS NULL AND (id = $1 OR ($1 = 0 AND NOT automatic))"
                            " ORDER BY id DESC LIMIT 1", "i", wanted))
    return FALSE;

  if (undo->batch != 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOTHING, _("There is nothing to undo."));

  return FALSE;
}

static gboolean
execute_undo (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Undo *undo = data;
  g_autoptr(GArray) traces = NULL;

  if (!find_batch (db, undo, error) || (traces = load_traces (db, undo->batch, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < traces->len; i++)
    {
      if (!undo_trace (db, undo, &g_array_index (traces, Trace, i), now, changes, error))
        return FALSE;
    }

  if (undo->result.n_undone == 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_TOO_LATE,
                           undo->stage_removed
                           ? _("The stage the card came from has been removed. Move it where it belongs.")
                           : _("The message has left and cannot be taken back. Write a correction instead."));
      return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_OUTBOX);

  return callboard_db_run (db, error, "UPDATE batch SET undone_at = $1 WHERE id = $2", "ii", now, undo->batch);
}

CallboardCommand *
callboard_undo_command_new (gint64 batch)
{
  Undo *undo = g_new0 (Undo, 1);

  undo->batch = batch;

  return callboard_command_new ("undo", execute_undo, undo, g_free);
}

const CallboardUndoResult *
callboard_undo_command_get_result (CallboardCommand *command)
{
  Undo *undo = callboard_command_get_data (command);

  return &undo->result;
}
