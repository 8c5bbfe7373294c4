/* callboard-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-office.h"

#include "callboard-error.h"
#include "callboard-office-private.h"

typedef struct
{
  char               *name;
  CallboardStageType  type;
  char               *campaign;
} Stage;

typedef struct
{
  CallboardOffice  office;
  char            *title;
  char            *reference;
  char            *location;
  char            *contract_type;
  char            *manager;
  char            *country;
  GPtrArray       *stages;
} Job;

static void
stage_free (gpointer data)
{
  Stage *stage = data;

  g_free (stage->name);
  g_free (stage->campaign);
  g_free (stage);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->title);
  g_free (job->reference);
  g_free (job->location);
  g_free (job->contract_type);
  g_free (job->manager);
  g_free (job->country);
  g_ptr_array_unref (job->stages);
  g_free (job);
}

gboolean
callboard_office_refuse (GError     **error,
                         const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, message);

  return FALSE;
}

gint64
callboard_office_command_get_id (CallboardCommand *command)
{
  CallboardOffice *office = callboard_command_get_data (command);

  return office->id;
}

static char *
empty_for_null (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static gboolean
insert_stage (CallboardDb  *db,
              gint64        job,
              const Stage  *stage,
              gint64        position,
              gint64        now,
              GError      **error)
{
  gint64 campaign = 0;

  if (stage->name == NULL || *stage->name == '\0')
    return callboard_office_refuse (error, _("Every stage needs a name."));

  if (stage->type != CALLBOARD_STAGE_REVIEW && !callboard_office_insert_campaign (db, stage->type, stage->campaign, now, &campaign, error))
    return FALSE;

  return callboard_db_run (db, error,
                           "INSERT INTO stage (job_id, name, type, position, campaign_id)"
                           " VALUES ($1, $2, $3, $4, nullif ($5, 0))",
                           "issii", job, stage->name, callboard_enum_to_nick (CALLBOARD_TYPE_STAGE_TYPE, stage->type),
                           position, campaign);
}

static gboolean
execute_job (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  Job *job = data;

  if (*job->title == '\0')
    return callboard_office_refuse (error, _("The job needs a title. Candidates see it."));

  if (strlen (job->country) != 2)
    return callboard_office_refuse (error, _("The job needs a country, from which phone numbers are read."));

  if (!callboard_db_insert (db, &job->office.id, error,
                            "INSERT INTO job (title, reference, location, contract_type, manager, country, created_at)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7)", "ssssssi", job->title, job->reference,
                            job->location, job->contract_type, job->manager, job->country, now))
    return FALSE;

  for (guint i = 0; i < job->stages->len; i++)
    {
      if (!insert_stage (db, job->office.id, g_ptr_array_index (job->stages, i), i, now, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES);

  return TRUE;
}

static GPtrArray *
copy_stages (const CallboardJobPlan *plan)
{
  GPtrArray *stages = g_ptr_array_new_with_free_func (stage_free);

  for (guint i = 0; i < plan->n_stages; i++)
    {
      Stage *stage = g_new0 (Stage, 1);

      stage->name = g_strdup (plan->stages[i].name);
      stage->type = plan->stages[i].type;
      stage->campaign = g_strdup (plan->stages[i].campaign);
      g_ptr_array_add (stages, stage);
    }

  return stages;
}

CallboardCommand *
callboard_job_command_new (const CallboardJobPlan *plan)
{
  Job *job;

  g_return_val_if_fail (plan != NULL, NULL);

  job = g_new0 (Job, 1);
  job->title = g_strstrip (empty_for_null (plan->title));
  job->reference = empty_for_null (plan->reference);
  job->location = empty_for_null (plan->location);
  job->contract_type = empty_for_null (plan->contract_type);
  job->manager = empty_for_null (plan->manager);
  job->country = empty_for_null (plan->country);
  job->stages = copy_stages (plan);

  return callboard_command_new ("job", execute_job, job, job_free);
}

typedef struct
{
  CallboardOffice  office;
  char            *text;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit);
}

static Edit *
edit_new (gint64      stage,
          const char *text)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->office.id = stage;
  edit->text = g_strdup (text);

  return edit;
}

static gboolean
execute_rename (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Edit *edit = data;

  if (*g_strstrip (edit->text) == '\0')
    return callboard_office_refuse (error, _("A stage needs a name."));

  callboard_changes_add (changes, CALLBOARD_CHANGED_STAGES);

  return callboard_db_run (db, error, "UPDATE stage SET name = $1 WHERE id = $2", "si", edit->text, edit->office.id);
}

CallboardCommand *
callboard_rename_stage_command_new (gint64      stage,
                                    const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  return callboard_command_new ("rename-stage", execute_rename, edit_new (stage, name), edit_free);
}
