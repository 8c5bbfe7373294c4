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
  CallboardOffice   office;
  CallboardJobPlan *plan;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  callboard_job_plan_free (job->plan);
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

gboolean
callboard_office_insert_stage (CallboardDb               *db,
                               gint64                     job,
                               const CallboardStagePlan  *plan,
                               guint                      position,
                               gint64                     now,
                               gint64                    *stage,
                               GError                   **error)
{
  gint64 campaign = 0;

  if (plan->name == NULL || *plan->name == '\0')
    return callboard_office_refuse (error, _("Every stage needs a name."));

  if (plan->type != CALLBOARD_STAGE_REVIEW &&
      !callboard_office_insert_campaign (db, plan->type, plan->campaign, now, &campaign, error))
    return FALSE;

  return callboard_db_insert (db, stage, error,
                              "INSERT INTO stage (job_id, name, type, position, campaign_id)"
                              " VALUES ($1, $2, $3, $4, nullif ($5, 0))",
                              "issii", job, plan->name, callboard_enum_to_nick (CALLBOARD_TYPE_STAGE_TYPE, plan->type),
                              (gint64) position, campaign);
}

gboolean
callboard_office_insert_job (CallboardDb             *db,
                             const CallboardJobPlan  *plan,
                             gint64                   now,
                             gint64                  *job,
                             CallboardChanges        *changes,
                             GError                 **error)
{
  gint64 stage;

  if (*plan->title == '\0')
    return callboard_office_refuse (error, _("The job needs a title. Candidates see it."));

  if (strlen (plan->country) != 2)
    return callboard_office_refuse (error, _("The job needs a country, from which phone numbers are read."));

  if (!callboard_db_insert (db, job, error,
                            "INSERT INTO job (title, reference, location, contract_type, manager, country, created_at)"
                            " VALUES ($1, $2, $3, $4, $5, $6, $7)", "ssssssi", plan->title, plan->reference,
                            plan->location, plan->contract_type, plan->manager, plan->country, now))
    return FALSE;

  for (guint i = 0; i < plan->n_stages; i++)
    {
      if (!callboard_office_insert_stage (db, *job, &plan->stages[i], i, now, &stage, error))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES);

  return TRUE;
}

static gboolean
execute_job (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  Job *job = data;

  return callboard_office_insert_job (db, job->plan, now, &job->office.id, changes, error);
}

CallboardCommand *
callboard_job_command_new (const CallboardJobPlan *plan)
{
  Job *job;

  g_return_val_if_fail (plan != NULL, NULL);

  job = g_new0 (Job, 1);
  job->plan = callboard_job_plan_copy (plan);

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
