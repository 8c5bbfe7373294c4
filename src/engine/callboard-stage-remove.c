/* callboard-stage-remove.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-stage-commands.h"

#include "callboard-archive-private.h"
#include "callboard-error.h"
#include "callboard-move-private.h"
#include "callboard-office-private.h"
#include "callboard-stage-private.h"

typedef struct
{
  CallboardOffice    office;
  CallboardStageFate fate;
  gint64             target;
  gint64             batch;
} Removal;

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED, message);

  return FALSE;
}

static gboolean
archive_all (CallboardDb       *db,
             GArray            *cards,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  for (guint i = 0; i < cards->len; i++)
    {
      if (!callboard_archive_run (db, g_array_index (cards, gint64, i), now, changes, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
clear_cards (CallboardDb       *db,
             Removal           *removal,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  g_autoptr(GArray) cards = callboard_db_numbers (db, error,
                                                  "SELECT id FROM application WHERE stage_id = $1 AND state = 'live'"
                                                  " ORDER BY rank, id", "i", removal->office.id);
  CallboardMoveResult result = { 0 };

  if (cards == NULL)
    return FALSE;

  if (cards->len == 0)
    return TRUE;

  switch (removal->fate)
    {
    case CALLBOARD_FATE_MOVE:
      if (removal->target == removal->office.id)
        return callboard_office_refuse (error, _("The cards cannot move into the stage that is removed."));
      if (!callboard_move_run (db, cards, removal->target, CALLBOARD_MOVE_WITHOUT_SENDING, now, &result, changes, error))
        return FALSE;
      removal->batch = result.batch;
      /* No drop: plain undo goes on to the drop before. */
      return callboard_db_run (db, error, "UPDATE batch SET automatic = 1 WHERE id = $1", "i", result.batch);

    case CALLBOARD_FATE_ARCHIVE:
      return archive_all (db, cards, now, changes, error);

    case CALLBOARD_FATE_NONE:
    default:
      return refuse (error, _("The stage has cards. Say where they shall go."));
    }
}

static gboolean
execute_remove (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Removal *removal = data;
  gint64 n_others = 0;
  gint64 job;

  if (!callboard_stage_find_job (db, removal->office.id, &job, error) ||
      !callboard_db_number (db, &n_others, error,
                            "SELECT count(*) FROM stage WHERE job_id = $1 AND id <> $2 AND removed_at IS NULL",
                            "ii", job, removal->office.id))
    return FALSE;

  if (n_others == 0)
    return refuse (error, _("A job needs at least one stage."));

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_CONVERSATIONS |
                         CALLBOARD_CHANGED_OUTBOX);

  return clear_cards (db, removal, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE stage SET next_stage_id = NULL WHERE next_stage_id = $1 OR id = $1",
                           "i", removal->office.id) &&
         callboard_db_run (db, error, "UPDATE stage SET removed_at = $1 WHERE id = $2", "ii", now, removal->office.id) &&
         callboard_stage_place (db, job, 0, 0, changes, error);
}

CallboardCommand *
callboard_remove_stage_command_new (gint64             stage,
                                    CallboardStageFate fate,
                                    gint64             target)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->office.id = stage;
  removal->fate = fate;
  removal->target = target;

  return callboard_command_new ("remove-stage", execute_remove, removal, g_free);
}

gint64
callboard_remove_stage_command_get_batch (CallboardCommand *command)
{
  Removal *removal = callboard_command_get_data (command);

  return removal->batch;
}

static gboolean
execute_restore (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  const Removal *removal = data;
  gint64 position = 0;
  gint64 job;

  return callboard_db_run (db, error, "UPDATE stage SET removed_at = NULL WHERE id = $1", "i", removal->office.id) &&
         callboard_stage_find_job (db, removal->office.id, &job, error) &&
         callboard_db_number (db, &position, error, "SELECT position FROM stage WHERE id = $1", "i",
                              removal->office.id) &&
         callboard_stage_place (db, job, removal->office.id, position, changes, error);
}

CallboardCommand *
callboard_restore_stage_command_new (gint64 stage)
{
  Removal *removal = g_new0 (Removal, 1);

  removal->office.id = stage;

  return callboard_command_new ("restore-stage", execute_restore, removal, g_free);
}
