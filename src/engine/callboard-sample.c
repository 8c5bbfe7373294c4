/* callboard-sample.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sample.h"

#include <glib/gi18n-lib.h>

#include "callboard-error.h"
#include "callboard-files.h"
#include "callboard-history.h"
#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-rehearsal-account.h"
#include "callboard-sample-private.h"

#define MAX_BYTES (4 * 1024 * 1024)

static gboolean
fail (GError     **error,
      const char  *what)
{
  /* Translators: what is wrong in the files of the sample, in technical words */
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("The sample is damaged: %s"), what);

  return FALSE;
}

static JsonObject *
read_file (const char  *directory,
           const char  *name,
           GError     **error)
{
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;

  return callboard_json_parse_object (text, length, MAX_BYTES, error);
}

char *
callboard_sample_get_directory (void)
{
  const char *chosen = g_getenv ("CALLBOARD_SAMPLE_DIR");

  return chosen != NULL ? g_strdup (chosen) : g_build_filename (PKGDATADIR, "sample", NULL);
}

gboolean
callboard_sample_is_wanted (CallboardStore *store)
{
  gint64 job = 0;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), FALSE);

  return callboard_db_number (callboard_store_get_reader (store), &job, NULL, "SELECT id FROM job WHERE kind = 'job' LIMIT 1", "") &&
         job == 0;
}

static gboolean
find_account (CallboardStore  *store,
              gint64          *account,
              GError         **error)
{
  g_autoptr(CallboardCommand) command = callboard_rehearsal_account_command_new ();

  if (!callboard_store_execute (store, command, error))
    return FALSE;

  *account = callboard_rehearsal_account_command_get_id (command);

  return TRUE;
}

static gboolean
fill_settings (CallboardStore  *store,
               JsonObject      *settings,
               GError         **error)
{
  g_autoptr(GList) names = settings != NULL ? json_object_get_members (settings) : NULL;

  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autoptr(CallboardCommand) command =
        callboard_setting_command_new (l->data, callboard_json_get_string (settings, l->data));

      if (!callboard_store_execute (store, command, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_stage (const char          *directory,
            JsonObject          *object,
            CallboardStagePlan  *stage,
            GPtrArray           *texts,
            GError             **error)
{
  const char *campaign = callboard_json_get_string (object, "campaign");
  g_autofree char *path = campaign != NULL ? g_build_filename (directory, "campaigns", campaign, NULL) : NULL;
  char *text = NULL;
  int type;

  stage->name = callboard_json_get_string (object, "name");
  if (stage->name == NULL ||
      !callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, callboard_json_get_string (object, "type"), &type))
    return fail (error, "stage");

  stage->type = type;
  if (path != NULL && !g_file_get_contents (path, &text, NULL, error))
    return FALSE;

  stage->campaign = text;
  g_ptr_array_add (texts, text);

  return TRUE;
}

static gboolean
fill_job (CallboardStore  *store,
          const char      *directory,
          JsonObject      *object,
          GError         **error)
{
  JsonArray *stages = callboard_json_get_array (object, "stages");
  guint n_stages = stages != NULL ? json_array_get_length (stages) : 0;
  g_autofree CallboardStagePlan *plans = g_new0 (CallboardStagePlan, n_stages);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(CallboardCommand) command = NULL;
  CallboardJobPlan plan = {
    .title = callboard_json_get_string (object, "title"),
    .reference = callboard_json_get_string (object, "reference"),
    .location = callboard_json_get_string (object, "location"),
    .contract_type = callboard_json_get_string (object, "contract_type"),
    .manager = callboard_json_get_string (object, "manager"),
    .country = callboard_json_get_string (object, "country"),
    .stages = plans,
    .n_stages = n_stages,
  };

  if (plan.title == NULL || plan.reference == NULL || plan.country == NULL)
    return fail (error, "job");

  for (guint i = 0; i < n_stages; i++)
    {
      if (!read_stage (directory, callboard_json_array_get_object (stages, i), &plans[i], texts, error))
        return FALSE;
    }

  command = callboard_job_command_new (&plan);

  return callboard_store_execute (store, command, error);
}

static gboolean
fill_jobs (CallboardStore  *store,
           const char      *directory,
           JsonArray       *jobs,
           GError         **error)
{
  for (guint i = 0; jobs != NULL && i < json_array_get_length (jobs); i++)
    {
      if (!fill_job (store, directory, callboard_json_array_get_object (jobs, i), error))
        return FALSE;
    }

  return TRUE;
}

/* The campaigns name their files by hash: they have to be there first. */
static gboolean
fill_files (CallboardStore  *store,
            const char      *directory,
            GError         **error)
{
  g_autofree char *folder = g_build_filename (directory, "files", NULL);
  g_autoptr(GDir) entries = g_dir_open (folder, 0, NULL);
  const char *name;

  while (entries != NULL && (name = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr(CallboardStoredFile) file = NULL;

      file = callboard_files_add (callboard_store_get_directory (store), path, CALLBOARD_FILES_MAX_SIZE, error);
      if (file == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_sample_fill (CallboardStore  *store,
                       GError         **error)
{
  g_autofree char *directory = NULL;
  g_autoptr(JsonObject) office = NULL;
  g_autoptr(JsonObject) people = NULL;
  gint64 account = 0;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), FALSE);

  if (!callboard_sample_is_wanted (store))
    return TRUE;

  directory = callboard_sample_get_directory ();
  office = read_file (directory, "sample.json", error);
  people = office != NULL ? read_file (directory, "people.json", error) : NULL;

  return people != NULL &&
         find_account (store, &account, error) &&
         fill_settings (store, callboard_json_get_object (office, "settings"), error) &&
         fill_files (store, directory, error) &&
         fill_jobs (store, directory, callboard_json_get_array (office, "jobs"), error) &&
         callboard_sample_fill_people (store, account, callboard_json_get_array (people, "people"), error);
}
