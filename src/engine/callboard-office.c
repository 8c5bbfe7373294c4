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
#include "callboard-media.h"
#include "callboard-office-private.h"
#include "callboard-script.h"
#include "callboard-texts.h"

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
insert_version (CallboardDb         *db,
                gint64               campaign,
                CallboardStageType   type,
                const char          *document,
                gint64               now,
                GError             **error)
{
  g_autoptr(CallboardScript) script = callboard_script_parse (document, error);
  g_autofree char *problem = NULL;

  if (script == NULL)
    return FALSE;

  problem = callboard_script_check (script, type, callboard_media_has_file, db);

  return callboard_db_run (db, error,
                           "UPDATE campaign SET draft = $1, version = version + 1, problem = $2, updated_at = $3"
                           " WHERE id = $4", "ssii", document, problem, now, campaign) &&
         callboard_db_run (db, error,
                           "INSERT INTO campaign_version (campaign_id, version, document, published_at)"
                           " SELECT id, version, draft, updated_at FROM campaign WHERE id = $1", "i", campaign);
}

static gboolean
insert_campaign (CallboardDb  *db,
                 const Stage  *stage,
                 gint64        now,
                 gint64       *campaign,
                 GError      **error)
{
  g_autofree char *document = stage->campaign != NULL
    ? g_strdup (stage->campaign)
    : callboard_texts_get_campaign (stage->type, "en");

  return callboard_db_insert (db, campaign, error,
                              "INSERT INTO campaign (draft, updated_at) VALUES ('{}', $1)", "i", now) &&
         insert_version (db, *campaign, stage->type, document, now, error);
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

  if (stage->type != CALLBOARD_STAGE_REVIEW && !insert_campaign (db, stage, now, &campaign, error))
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

static gboolean
load_campaign (CallboardDb         *db,
               gint64               stage,
               gint64              *campaign,
               CallboardStageType  *type,
               GError             **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT campaign_id, type FROM stage WHERE id = $1",
                                                       "i", stage);
  int value = CALLBOARD_STAGE_REVIEW;

  if (callboard_rows_next (rows, &fault))
    {
      callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_rows_text (rows, 1), &value);
      *campaign = callboard_rows_int (rows, 0);
      *type = value;
      return *campaign != 0 || callboard_office_refuse (error, _("A Review stage has no campaign."));
    }

  if (fault == NULL)
    g_set_error_literal (&fault, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The stage no longer exists."));

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
execute_publish (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Edit *edit = data;
  CallboardStageType type;
  gint64 campaign;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS | CALLBOARD_CHANGED_STAGES);

  return load_campaign (db, edit->office.id, &campaign, &type, error) &&
         insert_version (db, campaign, type, edit->text, now, error);
}

CallboardCommand *
callboard_publish_command_new (gint64      stage,
                               const char *document)
{
  g_return_val_if_fail (document != NULL, NULL);

  return callboard_command_new ("publish", execute_publish, edit_new (stage, document), edit_free);
}
