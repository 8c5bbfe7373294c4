/* callboard-ctl-import.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-import-plan.h"

/* What may be said about an import. */
typedef struct
{
  char     *job;
  char     *source;
  char     *wording;
  gboolean  dry;
  gboolean  send;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->job);
  g_free (options->source);
  g_free (options->wording);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static CallboardTable *
read_table (const char  *path,
            GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  g_autoptr(GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL ? callboard_csv_parse (bytes, NULL, error) : NULL;
}

static CallboardImportPlan *
make_plan (CallboardCtl  *ctl,
           gint64         job,
           const char    *path,
           GError       **error)
{
  g_autoptr(CallboardTable) table = read_table (path, error);
  g_autoptr(CallboardImportPlan) plan = NULL;
  CallboardImportColumns columns;

  if (table == NULL)
    return NULL;

  callboard_csv_guess_columns (table, &columns);
  if (columns.phone < 0)
    {
      callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID,
                            _("The file has no column of phone numbers. Give it a title, such as “Phone”."));
      return NULL;
    }

  plan = callboard_import_plan_new (callboard_ctl_get_reader (ctl), job, error);

  if (plan == NULL || !callboard_import_plan_load (plan, table, &columns, NULL, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&plan);
}

static JsonArray *
describe_broken (CallboardImportPlan *plan)
{
  JsonArray *rows = json_array_new ();

  for (guint row = 0; row < callboard_import_plan_get_n_rows (plan); row++)
    {
      JsonObject *object;

      if (callboard_import_plan_get_state (plan, row) != CALLBOARD_IMPORT_INVALID)
        continue;

      object = json_object_new ();
      callboard_ctl_set_int (object, "line", callboard_import_plan_get_line (plan, row));
      callboard_ctl_set_text (object, "reason", callboard_import_plan_get_reason (plan, row));
      json_array_add_object_element (rows, object);
      g_printerr (_("Line %u: %s\n"), callboard_import_plan_get_line (plan, row),
                  callboard_import_plan_get_reason (plan, row));
    }

  return rows;
}

static void
print_result (CallboardCtl                *ctl,
              CallboardImportPlan         *plan,
              const CallboardImportResult *result,
              gboolean                     dry)
{
  JsonObject *object = json_object_new ();
  guint n_broken = callboard_import_plan_count (plan, CALLBOARD_IMPORT_INVALID);
  guint n_present = callboard_import_plan_count (plan, CALLBOARD_IMPORT_PRESENT) + result->n_present;
  g_autofree char *sentence = NULL;

  callboard_ctl_set_boolean (object, "dry_run", dry);
  callboard_ctl_set_int (object, "added", result->n_added);
  callboard_ctl_set_int (object, "known", result->n_known);
  callboard_ctl_set_int (object, "present", n_present);
  callboard_ctl_set_int (object, "sending", result->move.n_sending);
  callboard_ctl_set_time (object, "leaves_at", result->move.leaves_at);
  callboard_ctl_set_int (object, "batch", result->move.batch);
  json_object_set_array_member (object, "broken", describe_broken (plan));

  sentence = dry
    ? g_strdup_printf (_("%u can be added, %u are there already, %u are broken."),
                       callboard_import_plan_count (plan, CALLBOARD_IMPORT_VALID), n_present, n_broken)
    : g_strdup_printf (_("%u added, %u were there already, %u broken. %u will get a message."),
                       result->n_added, n_present, n_broken, result->move.n_sending);
  callboard_ctl_print_object (ctl, object, sentence);
}

static gboolean
import (CallboardCtl   *ctl,
        const char     *path,
        const Options  *options,
        GError        **error)
{
  g_autoptr(CallboardImportPlan) plan = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  const CallboardImportResult nothing = { 0 };
  gint64 job;

  if (!callboard_ctl_open (ctl, options->dry ? CALLBOARD_DB_READ_ONLY : CALLBOARD_DB_READ_WRITE, error) ||
      !callboard_ctl_find_job (ctl, options->job, &job, error))
    return FALSE;

  plan = make_plan (ctl, job, path, error);
  if (plan == NULL)
    return FALSE;

  if (options->dry)
    {
      print_result (ctl, plan, &nothing, TRUE);
      return TRUE;
    }

  command = callboard_import_command_new (job,
                                          callboard_import_plan_dup_people (plan, options->source, options->wording),
                                          options->send ? CALLBOARD_MOVE_DEFAULT : CALLBOARD_MOVE_WITHOUT_SENDING,
                                          NULL, NULL, NULL);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  print_result (ctl, plan, callboard_import_command_get_result (command), FALSE);

  return TRUE;
}

gboolean
callboard_ctl_import (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  g_auto(Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &options.job, N_("The job, whose country completes numbers"), N_("JOB") },
    { "consent", 0, 0, G_OPTION_ARG_STRING, &options.source, N_("Where the opt-in comes from, if there is one"), N_("TEXT") },
    { "wording", 0, 0, G_OPTION_ARG_STRING, &options.wording, N_("What they agreed to"), N_("TEXT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options.dry, N_("Only check"), NULL },
    { "send", 0, 0, G_OPTION_ARG_NONE, &options.send, N_("Send the campaigns of the stages they come into"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "import FILE --job JOB [OPTIONS]",
                                            _("Adds the people of a CSV file to a job. Broken rows are named on "
                                              "standard error and left out."),
                                            entries, argc, argv, 1, 1, error);

  if (rest == NULL)
    return FALSE;

  if (options.job == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say which job, with --job."));
      return FALSE;
    }

  return import (ctl, rest[0], &options, error);
}
