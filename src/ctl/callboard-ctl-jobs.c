/* callboard-ctl-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-account-choice.h"
#include "callboard-error.h"
#include "callboard-job-commands.h"
#include "callboard-office.h"
#include "callboard-queries-jobs.h"
#include "callboard-script.h"
#include "callboard-template.h"

static const CallboardCtlColumn job_columns[] = {
  { "id", N_("Job") },
  { "title", N_("Title") },
  { "reference", N_("Reference") },
  { "location", N_("Location") },
  { "cards", N_("Cards") },
  { "attention", N_("Need a person") },
  { NULL }
};

static const CallboardCtlColumn stage_columns[] = {
  { "id", N_("Stage") },
  { "name", N_("Name") },
  { "type", N_("Type") },
  { "cards", N_("Cards") },
  { "failed", N_("Failed") },
  { "version", N_("Version") },
  { "problem", N_("Not ready because") },
  { NULL }
};

static JsonObject *
describe_job (const CallboardJobRow *row)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_int (object, "id", row->id);
  callboard_ctl_set_text (object, "title", row->title);
  callboard_ctl_set_text (object, "reference", row->reference);
  callboard_ctl_set_text (object, "location", row->location);
  callboard_ctl_set_text (object, "contract_type", row->contract_type);
  callboard_ctl_set_text (object, "manager", row->manager);
  callboard_ctl_set_text (object, "country", row->country);
  callboard_ctl_set_boolean (object, "open", row->open);
  callboard_ctl_set_int (object, "cards", row->count);
  callboard_ctl_set_int (object, "attention", row->attention);

  return object;
}

gboolean
callboard_ctl_jobs (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "jobs", _("Lists the jobs."), NULL, argc, argv, 0, 0, error);
  g_autoptr(GPtrArray) jobs = NULL;
  JsonArray *rows;

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error))
    return FALSE;

  jobs = callboard_queries_load_jobs (callboard_ctl_get_reader (ctl), error);
  if (jobs == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < jobs->len; i++)
    json_array_add_object_element (rows, describe_job (g_ptr_array_index (jobs, i)));
  callboard_ctl_print_rows (ctl, rows, job_columns);

  return TRUE;
}

static JsonObject *
describe_stage (const CallboardStageInfo *info)
{
  JsonObject *object = json_object_new ();
  g_autofree char *problem = info->problem != NULL ? callboard_problem_describe (info->problem) : NULL;

  callboard_ctl_set_int (object, "id", info->id);
  callboard_ctl_set_text (object, "name", info->name);
  callboard_ctl_set_nick (object, "type", CALLBOARD_TYPE_STAGE_TYPE, info->type);
  callboard_ctl_set_int (object, "position", info->position);
  callboard_ctl_set_int (object, "version", info->version);
  callboard_ctl_set_text (object, "problem", problem);
  callboard_ctl_set_int (object, "undo_seconds", info->delay / CALLBOARD_SECOND);
  callboard_ctl_set_int (object, "cards", info->count);
  callboard_ctl_set_int (object, "failed", info->failed);

  return object;
}

gboolean
callboard_ctl_stages (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "stages JOB", _("Lists the stages of a job."), NULL,
                                            argc, argv, 1, 1, error);
  g_autoptr(GPtrArray) stages = NULL;
  JsonArray *rows;
  gint64 job;

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error) ||
      !callboard_ctl_find_job (ctl, rest[0], &job, error))
    return FALSE;

  stages = callboard_queries_load_stages (callboard_ctl_get_reader (ctl), job, error);
  if (stages == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < stages->len; i++)
    json_array_add_object_element (rows, describe_stage (g_ptr_array_index (stages, i)));
  callboard_ctl_print_rows (ctl, rows, stage_columns);

  return TRUE;
}

/* "form:First questions" */
static gboolean
read_plan (char                *text,
           CallboardStagePlan  *plan,
           GError             **error)
{
  char *colon = strchr (text, ':');
  int type;

  if (colon != NULL)
    *colon = '\0';

  if (colon != NULL && callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, text, &type))
    {
      plan->type = type;
      plan->name = colon + 1;
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("A stage is given as TYPE:NAME, with the type form, assessment, offer, reject, schedule or review."));

  return FALSE;
}

static gboolean
create (CallboardCtl      *ctl,
        CallboardJobPlan  *plan,
        char             **stages,
        GError           **error)
{
  static const char * const usual[] = {
    "review:New", "form:First questions", "review:Interview", "offer:Offer", "reject:Not this time", NULL
  };
  g_auto(GStrv) texts = g_strdupv (stages != NULL ? stages : (char **) usual);
  guint n_stages = g_strv_length (texts);
  g_autofree CallboardStagePlan *plans = g_new0 (CallboardStagePlan, n_stages);
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *sentence = NULL;
  JsonObject *object;

  for (guint i = 0; i < n_stages; i++)
    if (!read_plan (texts[i], &plans[i], error))
      return FALSE;

  plan->stages = plans;
  plan->n_stages = n_stages;
  command = callboard_job_command_new (plan);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "id", callboard_office_command_get_id (command));
  sentence = g_strdup_printf (_("Job %ld is on the board."), (long) callboard_office_command_get_id (command));
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

static gboolean
print_job (CallboardCtl     *ctl,
           CallboardCommand *command)
{
  gint64 job = callboard_office_command_get_id (command);
  g_autofree char *sentence = g_strdup_printf (_("Job %ld is on the board."), (long) job);
  JsonObject *object = json_object_new ();

  callboard_ctl_set_int (object, "id", job);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

static gboolean
create_copy (CallboardCtl            *ctl,
             const CallboardJobPlan  *plan,
             const char              *source,
             GError                 **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  gint64 job;

  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_find_job (ctl, source, &job, error))
    return FALSE;

  command = callboard_copy_job_command_new (job, plan);

  return callboard_ctl_execute (ctl, command, error) && print_job (ctl, command);
}

static gboolean
create_from_template (CallboardCtl            *ctl,
                      const CallboardJobPlan  *plan,
                      const char              *name,
                      GError                 **error)
{
  g_autofree char *directory = callboard_template_get_directory ();
  g_autofree char *base = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (directory, base, NULL);
  g_autoptr(CallboardTemplate) template = callboard_template_load (path, error);
  g_autoptr(CallboardCommand) command = NULL;

  if (template == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  command = callboard_template_job_command_new (template, plan);

  return callboard_ctl_execute (ctl, command, error) && print_job (ctl, command);
}

static gboolean
set_open (CallboardCtl  *ctl,
          const char    *text,
          gboolean       open,
          GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 job;

  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_find_job (ctl, text, &job, error))
    return FALSE;

  command = callboard_job_state_command_new (job, open);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "id", job);
  callboard_ctl_set_boolean (object, "open", open);
  callboard_ctl_print_object (ctl, object, open ? _("The job is open.") : _("The job is closed: nothing new is sent."));

  return TRUE;
}

/* "job account 2 3", or "default" for the account that all others use. */
static gboolean
set_account (CallboardCtl  *ctl,
             const char    *text,
             const char    *name,
             GError       **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 job, account = 0;

  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_find_job (ctl, text, &job, error) ||
      (!g_str_equal (name, "default") && !callboard_ctl_read_id (name, &account, error)))
    return FALSE;

  command = callboard_job_account_command_new (job, account);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "id", job);
  callboard_ctl_set_int (object, "account", account);
  callboard_ctl_print_object (ctl, object, account != 0 ? _("The job’s new campaigns leave through this account.")
                                                        : _("The job’s new campaigns leave as those of all others."));

  return TRUE;
}

gboolean
callboard_ctl_job (CallboardCtl  *ctl,
                   int            argc,
                   char         **argv,
                   GError       **error)
{
  g_autofree char *country = NULL;
  g_autofree char *reference = NULL;
  g_autofree char *location = NULL;
  g_autofree char *contract = NULL;
  g_autofree char *manager = NULL;
  g_autofree char *template = NULL;
  g_autofree char *copy = NULL;
  g_auto(GStrv) stages = NULL;
  const GOptionEntry entries[] = {
    { "country", 0, 0, G_OPTION_ARG_STRING, &country, N_("Two letters, for numbers without a prefix"), N_("COUNTRY") },
    { "reference", 0, 0, G_OPTION_ARG_STRING, &reference, N_("Your own number for it"), N_("TEXT") },
    { "location", 0, 0, G_OPTION_ARG_STRING, &location, N_("Where the work is"), N_("TEXT") },
    { "contract-type", 0, 0, G_OPTION_ARG_STRING, &contract, N_("Full time, seasonal and so on"), N_("TEXT") },
    { "manager", 0, 0, G_OPTION_ARG_STRING, &manager, N_("The hiring manager"), N_("NAME") },
    { "stage", 0, 0, G_OPTION_ARG_STRING_ARRAY, &stages, N_("A stage; repeat it in board order"), N_("TYPE:NAME") },
    { "template", 0, 0, G_OPTION_ARG_STRING, &template, N_("A shipped template, such as care-en"), N_("NAME") },
    { "copy", 0, 0, G_OPTION_ARG_STRING, &copy, N_("A job whose stages it takes"), N_("JOB") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "job create TITLE --country COUNTRY [OPTIONS], job close JOB, job reopen JOB, job account JOB ACCOUNT|default",
                                            _("Creates, closes or reopens a job, or says which account sends for it."),
                                            entries, argc, argv, 2, 3, error);
  CallboardJobPlan plan;

  if (rest == NULL)
    return FALSE;

  if (g_str_equal (rest[0], "close") || g_str_equal (rest[0], "reopen"))
    return set_open (ctl, rest[1], g_str_equal (rest[0], "reopen"), error);

  if (g_str_equal (rest[0], "account") && rest[2] != NULL)
    return set_account (ctl, rest[1], rest[2], error);

  if (!g_str_equal (rest[0], "create") || country == NULL || rest[2] != NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           _("Usage: callboardctl job create TITLE --country COUNTRY [OPTIONS]"));
      return FALSE;
    }

  plan = (CallboardJobPlan) {
    .title = rest[1],
    .reference = reference != NULL ? reference : "",
    .location = location != NULL ? location : "",
    .contract_type = contract != NULL ? contract : "",
    .manager = manager != NULL ? manager : "",
    .country = country,
  };

  if (template != NULL)
    return create_from_template (ctl, &plan, template, error);

  return copy != NULL ? create_copy (ctl, &plan, copy, error) : create (ctl, &plan, stages, error);
}
