/* callboard-stage-commands.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-stage-commands.h"

#include "callboard-error.h"
#include "callboard-next-stage.h"
#include "callboard-office-private.h"
#include "callboard-stage.h"
#include "callboard-stage-private.h"

/* One of them for all commands: each uses what it needs. */
typedef struct
{
  CallboardOffice      office;
  gint64               job;
  char                *text;
  char                *name;
  CallboardStageType   type;
  guint                position;
  CallboardStageRules  rules;
} Edit;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_free (edit->text);
  g_free (edit->name);
  g_free (edit);
}

gboolean
callboard_stage_find_job (CallboardDb  *db,
                          gint64        stage,
                          gint64       *job,
                          GError      **error)
{
  *job = 0;
  if (!callboard_db_number (db, job, error, "SELECT job_id FROM stage WHERE id = $1 AND removed_at IS NULL", "i", stage))
    return FALSE;

  if (*job != 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                       _("The stage no longer exists."));

  return FALSE;
}

gboolean
callboard_stage_place (CallboardDb       *db,
                       gint64             job,
                       gint64             stage,
                       guint              position,
                       CallboardChanges  *changes,
                       GError           **error)
{
  g_autoptr(GArray) ids = callboard_db_numbers (db, error,
                                                "SELECT id FROM stage WHERE job_id = $1 AND id <> $2 AND removed_at IS NULL"
                                                " ORDER BY position, id", "ii", job, stage);

  if (ids == NULL)
    return FALSE;

  if (stage != 0)
    g_array_insert_val (ids, MIN (position, ids->len), stage);

  for (guint i = 0; i < ids->len; i++)
    {
      if (!callboard_db_run (db, error, "UPDATE stage SET position = $1 WHERE id = $2",
                             "ii", (gint64) i, g_array_index (ids, gint64, i)))
        return FALSE;
    }

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES);

  return TRUE;
}

static gboolean
execute_add (gpointer           data,
             CallboardDb       *db,
             gint64             now,
             CallboardChanges  *changes,
             GError           **error)
{
  Edit *edit = data;
  const CallboardStagePlan plan = { .name = g_strstrip (edit->name), .type = edit->type, .campaign = edit->text };
  gint64 job = 0;

  if (!callboard_db_number (db, &job, error, "SELECT id FROM job WHERE id = $1", "i", edit->job))
    return FALSE;

  if (job == 0)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                           _("The job no longer exists."));
      return FALSE;
    }

  return callboard_office_insert_stage (db, job, &plan, 0, now, &edit->office.id, error) &&
         callboard_stage_place (db, job, edit->office.id, edit->position, changes, error);
}

CallboardCommand *
callboard_add_stage_command_new (gint64                    job,
                                 const CallboardStagePlan *plan,
                                 guint                     position)
{
  Edit *edit;

  g_return_val_if_fail (plan != NULL && plan->name != NULL, NULL);

  edit = g_new0 (Edit, 1);
  edit->job = job;
  edit->name = g_strdup (plan->name);
  edit->type = plan->type;
  edit->text = g_strdup (plan->campaign);
  edit->position = position;

  return callboard_command_new ("add-stage", execute_add, edit, edit_free);
}

static gboolean
execute_reorder (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  Edit *edit = data;
  gint64 job;

  return callboard_stage_find_job (db, edit->office.id, &job, error) &&
         callboard_stage_place (db, job, edit->office.id, edit->position, changes, error);
}

CallboardCommand *
callboard_reorder_stage_command_new (gint64 stage,
                                     guint  position)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->office.id = stage;
  edit->position = position;

  return callboard_command_new ("reorder-stage", execute_reorder, edit, edit_free);
}

static gboolean
adapt_campaign (CallboardDb  *db,
                const Edit   *edit,
                gint64        campaign,
                gint64        now,
                GError      **error)
{
  return callboard_db_run (db, error, "UPDATE campaign SET draft = coalesce ($1, draft), updated_at = $2 WHERE id = $3",
                           "sii", edit->text, now, campaign) &&
         callboard_office_check_campaign (db, campaign, edit->type, error);
}

static gboolean
execute_retype (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Edit *edit = data;
  gint64 campaign = 0;
  gint64 job;

  if (!callboard_stage_find_job (db, edit->office.id, &job, error) ||
      !callboard_db_number (db, &campaign, error, "SELECT campaign_id FROM stage WHERE id = $1", "i", edit->office.id))
    return FALSE;

  if (edit->type == CALLBOARD_STAGE_REVIEW)
    campaign = 0;
  else if (campaign != 0 && !adapt_campaign (db, edit, campaign, now, error))
    return FALSE;
  else if (campaign == 0 && !callboard_office_insert_campaign (db, edit->type, edit->text, now, &campaign, error))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_STAGES | CALLBOARD_CHANGED_CAMPAIGNS);

  return callboard_db_run (db, error,
                           "UPDATE stage SET type = $1, campaign_id = nullif ($2, 0),"
                           " next_stage_id = CASE WHEN $2 = 0 THEN NULL ELSE next_stage_id END WHERE id = $3",
                           "sii", callboard_enum_to_nick (CALLBOARD_TYPE_STAGE_TYPE, edit->type), campaign,
                           edit->office.id);
}

CallboardCommand *
callboard_retype_stage_command_new (gint64              stage,
                                    CallboardStageType  type,
                                    const char         *document)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->office.id = stage;
  edit->type = type;
  edit->text = g_strdup (document);

  return callboard_command_new ("retype-stage", execute_retype, edit, edit_free);
}

static gboolean
check_rules (const CallboardStageRules  *rules,
             GError                    **error)
{
  guint stale = rules->stale_days != 0 ? rules->stale_days : CALLBOARD_STALE_DAYS;
  guint late = rules->late_days != 0 ? rules->late_days : CALLBOARD_LATE_DAYS;

  return stale <= late ||
         callboard_office_refuse (error, _("A card has to turn amber before it turns red. Choose fewer days for amber."));
}

static gboolean
execute_rules (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Edit *edit = data;
  const CallboardStageRules *rules = &edit->rules;
  gint64 job;

  if (!callboard_stage_find_job (db, edit->office.id, &job, error) || !check_rules (rules, error))
    return FALSE;

  if (rules->next_stage != 0 && !callboard_next_stage_check (db, edit->office.id, rules->next_stage, error))
    return FALSE;

  callboard_changes_add (changes, CALLBOARD_CHANGED_STAGES);

  return callboard_db_run (db, error,
                           "UPDATE stage SET undo_time = CASE WHEN $1 >= 0 THEN $1 END, stale_days = nullif ($2, 0),"
                           " late_days = nullif ($3, 0), next_stage_id = nullif ($4, 0) WHERE id = $5",
                           "iiiii", rules->undo_time, (gint64) rules->stale_days, (gint64) rules->late_days,
                           rules->next_stage, edit->office.id);
}

CallboardCommand *
callboard_stage_rules_command_new (gint64                     stage,
                                   const CallboardStageRules *rules)
{
  Edit *edit;

  g_return_val_if_fail (rules != NULL, NULL);

  edit = g_new0 (Edit, 1);
  edit->office.id = stage;
  edit->rules = *rules;

  return callboard_command_new ("stage-rules", execute_rules, edit, edit_free);
}
