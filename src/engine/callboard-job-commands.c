/* callboard-job-commands.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "callboard-job-commands.h"

#include "callboard-error.h"
#include "callboard-job-copy.h"
#include "callboard-office-private.h"

typedef struct
{
  CallboardOffice   office;
  CallboardJobPlan *plan;
  gboolean          open;
} Edit;

typedef struct
{
  CallboardOffice   office;
  gint64            source;
  CallboardJobPlan *plan;
} Copy;

static void
edit_free (gpointer data)
{
  Edit *edit = data;

  g_clear_pointer (&edit->plan, callboard_job_plan_free);
  g_free (edit);
}

static void
copy_free (gpointer data)
{
  Copy *copy = data;

  callboard_job_plan_free (copy->plan);
  g_free (copy);
}

static gboolean
check_exists (CallboardDb  *db,
              gint64        job,
              GError      **error)
{
  gint64 found = 0;

  if (!callboard_db_number (db, &found, error, "SELECT id FROM job WHERE id = $1", "i", job))
    return FALSE;

  if (found != 0)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("The job no longer exists."));

  return FALSE;
}

static gboolean
execute_edit (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Edit *edit = data;
  const CallboardJobPlan *plan = edit->plan;

  if (*plan->title == '\0')
    return callboard_office_refuse (error, _("The job needs a title. Candidates see it."));

  if (strlen (plan->country) != 2)
    return callboard_office_refuse (error, _("The job needs a country, from which phone numbers are read."));

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS);

  return check_exists (db, edit->office.id, error) &&
         callboard_db_run (db, error,
                           "UPDATE job SET title = $1, reference = $2, location = $3, contract_type = $4, manager = $5,"
                           " country = $6 WHERE id = $7", "ssssssi", plan->title, plan->reference, plan->location,
                           plan->contract_type, plan->manager, plan->country, edit->office.id);
}

CallboardCommand *
callboard_edit_job_command_new (gint64                  job,
                                const CallboardJobPlan *plan)
{
  Edit *edit;

  g_return_val_if_fail (plan != NULL, NULL);

  edit = g_new0 (Edit, 1);
  edit->office.id = job;
  edit->plan = callboard_job_plan_copy (plan);

  return callboard_command_new ("edit-job", execute_edit, edit, edit_free);
}

static gboolean
execute_state (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Edit *edit = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_JOBS | CALLBOARD_CHANGED_STAGES);

  return check_exists (db, edit->office.id, error) &&
         callboard_db_run (db, error, "UPDATE job SET state = $1 WHERE id = $2",
                           "si", edit->open ? "open" : "closed", edit->office.id);
}

CallboardCommand *
callboard_job_state_command_new (gint64   job,
                                 gboolean open)
{
  Edit *edit = g_new0 (Edit, 1);

  edit->office.id = job;
  edit->open = open;

  return callboard_command_new ("job-state", execute_state, edit, edit_free);
}

static gboolean
execute_copy (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  Copy *copy = data;

  return callboard_job_copy_run (db, copy->source, copy->plan, FALSE, now, &copy->office.id, changes, error);
}

static Copy *
copy_new (gint64                  source,
          const CallboardJobPlan *plan)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->source = source;
  copy->plan = callboard_job_plan_copy (plan);

  return copy;
}

CallboardCommand *
callboard_copy_job_command_new (gint64                  source,
                                const CallboardJobPlan *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  return callboard_command_new ("copy-job", execute_copy, copy_new (source, plan), copy_free);
}

/* What the job says of itself goes along, as what jobs of this kind begin with. */
static gboolean
execute_save_template (gpointer           data,
                       CallboardDb       *db,
                       gint64             now,
                       CallboardChanges  *changes,
                       GError           **error)
{
  Copy *copy = data;
  g_autoptr(CallboardRows) rows = NULL;
  CallboardJobPlan plan = { .title = copy->plan->title };

  if (*plan.title == '\0')
    return callboard_office_refuse (error, _("The template needs a name."));

  if (!check_exists (db, copy->source, error))
    return FALSE;

  rows = callboard_db_select (db, error, "SELECT location, contract_type, manager, country FROM job WHERE id = $1",
                              "i", copy->source);
  if (!callboard_rows_next (rows, error))
    return FALSE;

  plan.reference = "";
  plan.location = callboard_rows_text (rows, 0);
  plan.contract_type = callboard_rows_text (rows, 1);
  plan.manager = callboard_rows_text (rows, 2);
  plan.country = callboard_rows_text (rows, 3);

  return callboard_job_copy_run (db, copy->source, &plan, TRUE, now, &copy->office.id, changes, error);
}

CallboardCommand *
callboard_save_template_command_new (gint64      source,
                                     const char *name)
{
  const CallboardJobPlan plan = { .title = name };

  g_return_val_if_fail (name != NULL, NULL);

  return callboard_command_new ("save-template", execute_save_template, copy_new (source, &plan), copy_free);
}
