/* callboard-next-stage.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-next-stage.h"

#include "callboard-entry.h"
#include "callboard-error.h"
#include "callboard-move-private.h"
#include "callboard-office-private.h"

static gboolean
move_on (CallboardDb         *db,
         gint64               application,
         gint64               stage,
         gint64               now,
         CallboardChanges    *changes,
         GError             **error)
{
  g_autoptr(GArray) applications = g_array_new (FALSE, FALSE, sizeof (gint64));
  CallboardMoveResult result;

  g_array_append_val (applications, application);

  return callboard_move_run (db, applications, stage, CALLBOARD_MOVE_DEFAULT, now, &result, changes, error) &&
         callboard_db_run (db, error, "UPDATE batch SET automatic = 1 WHERE id = $1", "i", result.batch) &&
         callboard_db_run (db, error,
                           "UPDATE visit SET automatic = 1 WHERE id = (SELECT visit_id FROM application WHERE id = $1)",
                           "i", application);
}

gboolean
callboard_next_stage_enter (CallboardDb               *db,
                            const CallboardEnrolment  *self,
                            gint64                     now,
                            CallboardChanges          *changes,
                            GError                   **error)
{
  g_auto(CallboardEntry) entry = { 0 };
  g_autoptr(GError) refusal = NULL;
  gint64 next = 0;

  if (!callboard_db_number (db, &next, error,
                            "SELECT s.next_stage_id FROM application a JOIN stage s ON s.id = a.stage_id"
                            " WHERE a.id = $1 AND a.visit_id = $2 AND a.state = 'live'",
                            "ii", self->application, self->visit))
    return FALSE;

  if (next == 0)
    return TRUE;

  if (callboard_entry_load (db, next, 1, &entry, &refusal) &&
      callboard_entry_check_ready (&entry, CALLBOARD_MOVE_DEFAULT, &refusal))
    return move_on (db, self->application, next, now, changes, error);

  if (refusal->domain != CALLBOARD_ENGINE_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  return callboard_db_run (db, error, "UPDATE application SET flag = 'next-stage' WHERE id = $1",
                           "i", self->application);
}

gboolean
callboard_next_stage_check (CallboardDb  *db,
                            gint64        stage,
                            gint64        next,
                            GError      **error)
{
  gint64 n_known = 0;
  gint64 n_circles = 0;

  if (!callboard_db_number (db, &n_known, error,
                            "SELECT count(*) FROM stage s JOIN stage n ON n.job_id = s.job_id AND n.removed_at IS NULL"
                            " WHERE s.id = $1 AND n.id = $2", "ii", stage, next) ||
      !callboard_db_number (db, &n_circles, error,
                            "WITH RECURSIVE way (id) AS (SELECT $1 UNION SELECT s.next_stage_id FROM way"
                            " JOIN stage s ON s.id = way.id WHERE s.next_stage_id IS NOT NULL)"
                            " SELECT count(*) FROM way WHERE id = $2", "ii", next, stage))
    return FALSE;

  if (n_known == 0)
    return callboard_office_refuse (error, _("The next stage is not a stage of this job."));

  if (n_circles > 0)
    return callboard_office_refuse (error, _("The stages would send a card round in circles. Choose a later stage."));

  return TRUE;
}
