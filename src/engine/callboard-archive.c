/* callboard-archive.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-archive.h"

#include "callboard-archive-private.h"
#include "callboard-card-state.h"
#include "callboard-entry.h"
#include "callboard-error.h"
#include "callboard-interview.h"

typedef struct
{
  GArray *applications;
} Archive;

/* Where an archived card stood, and whether a new stay begins: the last one was undone and so never was, or its stage was
 * removed. */
typedef struct
{
  gint64   stage;
  gint64   rank;
  gint64   visit;
  gboolean anew;
  gboolean has_rival;
} Place;

static void
archive_free (gpointer data)
{
  Archive *archive = data;

  g_array_unref (archive->applications);
  g_free (archive);
}

static CallboardCommand *
archive_command_new (const char       *what,
                     CallboardExecute  execute,
                     const gint64     *applications,
                     guint             n_applications)
{
  Archive *archive = g_new0 (Archive, 1);

  archive->applications = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_applications);
  g_array_append_vals (archive->applications, applications, n_applications);

  return callboard_command_new (what, execute, archive, archive_free);
}

gboolean
callboard_archive_run (CallboardDb       *db,
                       gint64             application,
                       gint64             now,
                       CallboardChanges  *changes,
                       GError           **error)
{
  g_auto(CallboardCardState) card = { 0 };
  CallboardMove move;

  if (!callboard_card_state_load (db, application, &card, error))
    return FALSE;

  move = (CallboardMove) { application, card.stage, card.rank, 0, 0 };
  callboard_changes_add_move (changes, &move);

  return callboard_card_state_cancel (db, &card, now, 0, changes, error) &&
         callboard_interview_release (db, application, now, changes, error) &&
         callboard_db_run (db, error, "UPDATE visit SET left_at = $1 WHERE id = $2", "ii", now, card.visit) &&
         callboard_db_run (db, error, "UPDATE application SET state = 'archived' WHERE id = $1", "i", application);
}

static gboolean
execute_archive (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Archive *archive = data;

  for (guint i = 0; i < archive->applications->len; i++)
    {
      if (!callboard_archive_run (db, g_array_index (archive->applications, gint64, i), now, changes, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CONVERSATIONS | CALLBOARD_CHANGED_OUTBOX);

  return TRUE;
}

CallboardCommand *
callboard_archive_command_new (const gint64 *applications,
                               guint         n_applications)
{
  g_return_val_if_fail (applications != NULL && n_applications > 0, NULL);

  return archive_command_new ("archive", execute_archive, applications, n_applications);
}

static gboolean
load_place (CallboardDb  *db,
            gint64        application,
            Place        *place,
            GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, &fault,
                         "SELECT coalesce (s.id, f.id), a.rank, v.id, v.undone_at IS NOT NULL OR s.id IS NULL, EXISTS (SELECT 1 FROM application o"
                         "  WHERE o.candidate_id = a.candidate_id AND o.job_id = a.job_id AND o.state = 'live')"
                         " FROM application a JOIN visit v ON v.id = a.visit_id"
                         " LEFT JOIN stage s ON s.id = a.stage_id AND s.removed_at IS NULL"
                         " JOIN stage f ON f.id = (SELECT id FROM stage WHERE job_id = a.job_id AND removed_at IS NULL"
                         "  ORDER BY position LIMIT 1) WHERE a.id = $1 AND a.state = 'archived'",
                         "i", application);

  if (callboard_rows_next (rows, &fault))
    {
      place->stage = callboard_rows_int (rows, 0);
      place->rank = callboard_rows_int (rows, 1);
      place->visit = callboard_rows_int (rows, 2);
      place->anew = callboard_rows_int (rows, 3) != 0;
      place->has_rival = callboard_rows_int (rows, 4) != 0;
      return TRUE;
    }

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The card is not in the archive."));

  return FALSE;
}

static gboolean
bring_back (CallboardDb       *db,
            gint64             application,
            gint64             now,
            CallboardChanges  *changes,
            GError           **error)
{
  CallboardMove move;
  Place place;

  if (!load_place (db, application, &place, error))
    return FALSE;

  if (place.has_rival)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                           _("This person has another card in the job by now. Use that one."));
      return FALSE;
    }

  move = (CallboardMove) { application, 0, 0, place.stage, place.rank };
  callboard_changes_add_move (changes, &move);
  if (!callboard_db_run (db, error, "UPDATE application SET state = 'live', stage_id = $1 WHERE id = $2",
                         "ii", place.stage, application))
    return FALSE;

  if (place.anew)
    return callboard_entry_open_visit (db, application, place.stage, now, &place.visit, error);

  return callboard_db_run (db, error, "UPDATE visit SET left_at = NULL WHERE id = $1", "i", place.visit);
}

static gboolean
execute_unarchive (gpointer           data,
                   CallboardDb       *db,
                   gint64             now,
                   CallboardChanges  *changes,
                   GError           **error)
{
  Archive *archive = data;

  for (guint i = 0; i < archive->applications->len; i++)
    {
      if (!bring_back (db, g_array_index (archive->applications, gint64, i), now, changes, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CONVERSATIONS);

  return TRUE;
}

CallboardCommand *
callboard_unarchive_command_new (const gint64 *applications,
                                 guint         n_applications)
{
  g_return_val_if_fail (applications != NULL && n_applications > 0, NULL);

  return archive_command_new ("unarchive", execute_unarchive, applications, n_applications);
}
