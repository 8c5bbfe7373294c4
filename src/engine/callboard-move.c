/* callboard-move.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-move.h"

#include "callboard-card-state.h"
#include "callboard-entry.h"
#include "callboard-error.h"
#include "callboard-interview.h"
#include "callboard-move-private.h"
#include "callboard-rank.h"

typedef struct
{
  GArray              *applications;
  gint64               stage;
  gint64               before;
  CallboardMoveFlags   flags;
  CallboardMoveResult  result;
} Move;

static void
move_free (gpointer data)
{
  Move *move = data;

  g_array_unref (move->applications);
  g_free (move);
}

static gboolean
note_move (CallboardDb               *db,
           const CallboardEntry      *entry,
           const CallboardCardState  *card,
           gint64                     visit,
           GError                   **error)
{
  return callboard_db_run (db, error,
                           "INSERT INTO batch_move (batch_id, application_id, from_stage, from_rank, from_visit,"
                           " from_enrolment, from_status, to_visit) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
                           " ON CONFLICT DO NOTHING",
                           "iiiiiisi", entry->batch, card->application, card->stage, card->rank, card->visit,
                           card->enrolment, card->status, visit);
}

/* Another campaign that this lets go leaves no sooner than the move can be undone. */
static gboolean
leave_visit (CallboardDb               *db,
             const CallboardEntry      *entry,
             const CallboardCardState  *card,
             gint64                     now,
             CallboardChanges          *changes,
             GError                   **error)
{
  return callboard_db_run (db, error, "UPDATE visit SET left_at = $1 WHERE id = $2", "ii", now, card->visit) &&
         callboard_card_state_cancel (db, card, now, entry->undo_time, changes, error) &&
         (entry->type != CALLBOARD_STAGE_REJECT ||
          callboard_interview_release (db, card->application, now, changes, error));
}

static gboolean
enter_visit (CallboardDb               *db,
             const CallboardEntry      *entry,
             const CallboardCardState  *card,
             Move                      *move,
             gint64                     now,
             CallboardChanges          *changes,
             GError                   **error)
{
  CallboardComer comer = {
    .application = card->application, .candidate = card->candidate, .opted_out = card->opted_out,
    .consented = card->consented, .country = card->country, .zone = card->zone
  };

  if (card->job != entry->job)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                           _("The stage belongs to another job."));
      return FALSE;
    }

  return callboard_entry_open_visit (db, card->application, entry->stage, now, &comer.visit, error) &&
         note_move (db, entry, card, comer.visit, error) &&
         callboard_entry_enrol (db, entry, &comer, move->flags, now, &move->result, changes, error);
}

static gboolean
place_card (CallboardDb               *db,
            const CallboardCardState  *card,
            gint64                     stage,
            gint64                     rank,
            CallboardChanges          *changes,
            GError                   **error)
{
  CallboardMove move = { card->application, card->stage, card->rank, stage, rank };

  callboard_changes_add_move (changes, &move);

  return callboard_db_run (db, error, "UPDATE application SET stage_id = $1, rank = $2 WHERE id = $3",
                           "iii", stage, rank, card->application);
}

static gboolean
move_card (CallboardDb           *db,
           const CallboardEntry  *entry,
           gint64                 application,
           gint64                 rank,
           Move                  *move,
           gint64                 now,
           CallboardChanges      *changes,
           GError               **error)
{
  g_auto(CallboardCardState) card = { 0 };

  if (!callboard_card_state_load (db, application, &card, error) || !place_card (db, &card, entry->stage, rank, changes, error))
    return FALSE;

  move->result.n_moved++;
  if (card.stage == entry->stage)
    {
      move->result.n_skipped[CALLBOARD_SKIP_SAME_STAGE]++;
      return note_move (db, entry, &card, card.visit, error);
    }

  return callboard_entry_check_ready (entry, move->flags, error) &&
         leave_visit (db, entry, &card, now, changes, error) &&
         enter_visit (db, entry, &card, move, now, changes, error);
}

static gboolean
execute_move (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  g_auto(CallboardEntry) entry = { 0 };
  Move *move = data;
  gint64 rank, step;

  if (!callboard_entry_load (db, move->stage, move->applications->len, &entry, error) ||
      !callboard_entry_open_batch (db, &entry, now, error) ||
      !callboard_rank_make_room (db, move->stage, move->before, move->applications->len, &rank, &step, changes, error))
    return FALSE;

  for (guint i = 0; i < move->applications->len; i++, rank += step)
    {
      if (!move_card (db, &entry, g_array_index (move->applications, gint64, i), rank, move, now, changes, error))
        return FALSE;
    }

  move->result.batch = entry.batch;
  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_OUTBOX);

  return TRUE;
}

gboolean
callboard_move_run (CallboardDb          *db,
                    GArray               *applications,
                    gint64                stage,
                    CallboardMoveFlags    flags,
                    gint64                now,
                    CallboardMoveResult  *result,
                    CallboardChanges     *changes,
                    GError              **error)
{
  Move move = { .applications = applications, .stage = stage, .flags = flags };

  if (!execute_move (&move, db, now, changes, error))
    return FALSE;

  *result = move.result;

  return TRUE;
}

CallboardCommand *
callboard_move_command_new (const gint64       *applications,
                            guint               n_applications,
                            gint64              stage,
                            gint64              before,
                            CallboardMoveFlags  flags)
{
  Move *move;

  g_return_val_if_fail (applications != NULL && n_applications > 0, NULL);

  move = g_new0 (Move, 1);
  move->applications = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_applications);
  g_array_append_vals (move->applications, applications, n_applications);
  move->stage = stage;
  move->before = before;
  move->flags = flags;

  return callboard_command_new ("move", execute_move, move, move_free);
}

const CallboardMoveResult *
callboard_move_command_get_result (CallboardCommand *command)
{
  Move *move = callboard_command_get_data (command);

  return &move->result;
}
