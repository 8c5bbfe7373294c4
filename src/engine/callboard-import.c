/* callboard-import.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-import.h"

#include "callboard-entry.h"
#include "callboard-error.h"
#include "callboard-person.h"

#define PROGRESS_ROWS 256
#define GAP           G_GINT64_CONSTANT (1048576)

typedef struct
{
  gint64                   job;
  GPtrArray               *people;
  CallboardMoveFlags       flags;
  GCancellable            *cancellable;
  CallboardImportProgress  progress;
  gpointer                 progress_data;
  CallboardImportResult    result;
} Import;

/* The stages people come into, each with the rank of its last card. */
typedef struct
{
  CallboardEntry entry;
  gint64         rank;
} Door;

static void
door_free (gpointer data)
{
  Door *door = data;

  callboard_entry_clear (&door->entry);
  g_free (door);
}

static void
import_free (gpointer data)
{
  Import *import = data;

  g_ptr_array_unref (import->people);
  g_clear_object (&import->cancellable);
  g_free (import);
}

static Door *
open_door (CallboardDb  *db,
           GHashTable   *doors,
           Import       *import,
           gint64        stage,
           GError      **error)
{
  Door *door = g_hash_table_lookup (doors, &stage);

  if (door != NULL)
    return door;

  door = g_new0 (Door, 1);
  door->entry.stage = stage;
  g_hash_table_insert (doors, g_memdup2 (&stage, sizeof stage), door);

  if (!callboard_entry_load (db, stage, import->people->len, &door->entry, error) ||
      !callboard_entry_check_ready (&door->entry, import->flags, error) ||
      !callboard_db_number (db, &door->rank, error,
                            "SELECT rank FROM application WHERE stage_id = $1 AND state = 'live'"
                            " ORDER BY rank DESC LIMIT 1", "i", stage))
    return NULL;

  if (door->entry.job == import->job)
    return door;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("The stage belongs to another job."));

  return NULL;
}

static gboolean
find_first_stage (CallboardDb  *db,
                  gint64        job,
                  gint64       *stage,
                  GError      **error)
{
  gint64 template = 0;

  *stage = 0;
  if (!callboard_db_number (db, &template, error, "SELECT id FROM job WHERE id = $1 AND kind = 'template'", "i", job))
    return FALSE;

  if (template != 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                           _("This is a template. Make a job from it, and add people there."));
      return FALSE;
    }

  if (!callboard_db_number (db, stage, error, "SELECT id FROM stage WHERE job_id = $1 AND removed_at IS NULL"
                            " ORDER BY position LIMIT 1",
                            "i", job))
    return FALSE;

  if (*stage != 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("The job no longer exists, or it has no stages."));

  return FALSE;
}

static gboolean
load_comer (CallboardDb      *db,
            gint64            candidate,
            CallboardComer   *comer,
            char            **country,
            char            **zone,
            GError          **error)
{
  g_autoptr(CallboardRows) rows =
    callboard_db_select (db, error,
                         "SELECT opted_out_at IS NOT NULL, country, zone,"
                         " EXISTS (SELECT 1 FROM consent n WHERE n.candidate_id = c.id AND n.phone = c.phone)"
                         " FROM candidate c WHERE id = $1", "i", candidate);

  if (!callboard_rows_next (rows, error))
    return FALSE;

  comer->candidate = candidate;
  comer->opted_out = callboard_rows_int (rows, 0) != 0;
  comer->country = *country = callboard_rows_dup (rows, 1);
  comer->zone = *zone = callboard_rows_dup (rows, 2);
  comer->consented = callboard_rows_int (rows, 3) != 0;

  return TRUE;
}

static gboolean
insert_application (CallboardDb       *db,
                    Import            *import,
                    Door              *door,
                    gint64             candidate,
                    gint64             now,
                    CallboardChanges  *changes,
                    GError           **error)
{
  CallboardMove move = { .to_stage = door->entry.stage };

  door->rank += GAP;
  move.to_rank = door->rank;
  if (!callboard_db_insert (db, &move.application, error,
                            "INSERT INTO application (candidate_id, job_id, stage_id, rank, created_at)"
                            " VALUES ($1, $2, $3, $4, $5)",
                            "iiiii", candidate, import->job, door->entry.stage, door->rank, now))
    return FALSE;

  callboard_changes_add_move (changes, &move);
  import->result.application = move.application;
  import->result.n_added++;

  return TRUE;
}

static gboolean
note_creation (CallboardDb   *db,
               Import        *import,
               gint64         visit,
               GError       **error)
{
  return callboard_db_run (db, error,
                           "INSERT INTO batch_move (batch_id, application_id, from_stage, from_rank, from_visit, to_visit)"
                           " VALUES ($1, $2, 0, 0, 0, $3)",
                           "iii", import->result.move.batch, import->result.application, visit);
}

static gboolean
enter (CallboardDb       *db,
       Import            *import,
       Door              *door,
       gint64             candidate,
       gint64             now,
       CallboardChanges  *changes,
       GError           **error)
{
  g_autofree char *country = NULL;
  g_autofree char *zone = NULL;
  CallboardComer comer = { .application = import->result.application };

  return load_comer (db, candidate, &comer, &country, &zone, error) &&
         callboard_entry_open_visit (db, comer.application, door->entry.stage, now, &comer.visit, error) &&
         note_creation (db, import, comer.visit, error) &&
         callboard_entry_enrol (db, &door->entry, &comer, import->flags, now, &import->result.move, changes, error);
}

static gboolean
is_present (CallboardDb  *db,
            Import       *import,
            gint64        candidate,
            gboolean     *present,
            GError      **error)
{
  gint64 application = 0;

  if (!callboard_db_number (db, &application, error,
                            "SELECT id FROM application WHERE candidate_id = $1 AND job_id = $2 AND state = 'live'",
                            "ii", candidate, import->job))
    return FALSE;

  *present = application != 0;

  return TRUE;
}

static gboolean
add_person (CallboardDb            *db,
            Import                 *import,
            Door                   *door,
            const CallboardPerson  *person,
            gint64                  now,
            CallboardChanges       *changes,
            GError                **error)
{
  gboolean present = FALSE;
  gint64 candidate = 0;

  if (!callboard_db_number (db, &candidate, error, "SELECT id FROM candidate WHERE phone = $1", "s", person->phone))
    return FALSE;

  if (candidate != 0)
    {
      if (!is_present (db, import, candidate, &present, error))
        return FALSE;

      import->result.n_present += present;
      import->result.n_known += !present;
      if (present)
        return TRUE;
    }
  else if (!callboard_person_insert (db, person, now, &candidate, error))
    return FALSE;

  return callboard_person_consent (db, person, candidate, now, error) &&
         insert_application (db, import, door, candidate, now, changes, error) &&
         enter (db, import, door, candidate, now, changes, error);
}

static gboolean
report (Import  *import,
        guint    done,
        GError **error)
{
  if (done % PROGRESS_ROWS != 0 && done != import->people->len)
    return TRUE;

  if (import->progress != NULL)
    import->progress (done, import->people->len, import->progress_data);

  return !g_cancellable_set_error_if_cancelled (import->cancellable, error);
}

static gboolean
execute_import (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Import *import = data;
  g_autoptr(GHashTable) doors = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, door_free);
  gint64 first_stage;

  if (!find_first_stage (db, import->job, &first_stage, error) ||
      !callboard_db_insert (db, &import->result.move.batch, error,
                            "INSERT INTO batch (made_at) VALUES ($1)", "i", now))
    return FALSE;

  for (guint i = 0; i < import->people->len; i++)
    {
      const CallboardPerson *person = g_ptr_array_index (import->people, i);
      gint64 stage = person->stage != 0 ? person->stage : first_stage;
      Door *door = open_door (db, doors, import, stage, error);

      if (door == NULL || !callboard_person_check (person, error) ||
          !add_person (db, import, door, person, now, changes, error) ||
          !report (import, i + 1, error))
        return FALSE;
    }

  import->result.move.n_moved = import->result.n_added;
  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_CANDIDATES | CALLBOARD_CHANGED_OUTBOX);

  return TRUE;
}

CallboardCommand *
callboard_import_command_new (gint64                   job,
                              GPtrArray               *people,
                              CallboardMoveFlags       flags,
                              GCancellable            *cancellable,
                              CallboardImportProgress  progress,
                              gpointer                 data)
{
  Import *import;

  g_return_val_if_fail (people != NULL, NULL);

  import = g_new0 (Import, 1);
  import->job = job;
  import->people = people;
  import->flags = flags;
  g_set_object (&import->cancellable, cancellable);
  import->progress = progress;
  import->progress_data = data;

  return callboard_command_new ("import", execute_import, import, import_free);
}

const CallboardImportResult *
callboard_import_command_get_result (CallboardCommand *command)
{
  Import *import = callboard_command_get_data (command);

  return &import->result;
}
