/* callboard-ctl-rehearse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-rehearse-private.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-files.h"
#include "callboard-import.h"
#include "callboard-json.h"
#include "callboard-move.h"
#include "callboard-office.h"
#include "callboard-queries-application.h"
#include "callboard-settings.h"

#define LOOK_MS 20
#define N_QUIET 5

static gboolean
has_schedule (const char *document)
{
  g_autoptr(JsonObject) object = callboard_json_parse_object (document, -1, strlen (document), NULL);
  JsonArray *modules = object != NULL ? callboard_json_get_array (object, "modules") : NULL;

  for (guint i = 0; modules != NULL && i < json_array_get_length (modules); i++)
    {
      if (g_strcmp0 (callboard_json_get_string (callboard_json_array_get_object (modules, i), "type"), "schedule") == 0)
        return TRUE;
    }

  return FALSE;
}

/* It sets rules and makes a job: not in an office where people work. */
static gboolean
check_empty (CallboardStory  *story,
             GError         **error)
{
  gint64 n_jobs = 0;

  if (!callboard_db_number (callboard_ctl_get_reader (story->ctl), &n_jobs, error, "SELECT count(*) FROM job", ""))
    return FALSE;

  return n_jobs == 0 ||
         callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED,
                               _("There are jobs in this folder already. A rehearsal needs an empty one, or none."));
}

/* What the campaign sends has to be in the data folder; a document names it by its hash. */
static gboolean
add_files (CallboardRehearse  *self,
           CallboardStory     *story,
           GError            **error)
{
  g_autoptr(GDir) folder = NULL;
  const char *name;

  if (self->files == NULL)
    return TRUE;

  if ((folder = g_dir_open (self->files, 0, error)) == NULL)
    return FALSE;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->files, name, NULL);
      g_autoptr(CallboardStoredFile) file = NULL;

      if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
        continue;

      file = callboard_files_add (story->ctl->directory, path, CALLBOARD_FILES_MAX_SIZE, error);
      if (file == NULL)
        return FALSE;
    }

  return TRUE;
}

/* A job with the one stage, and somebody before it who agreed to messages. */
static gboolean
set_stage (CallboardRehearse  *self,
           CallboardStory     *story,
           GError            **error)
{
  const CallboardStagePlan stages[] = {
    { _("New"), CALLBOARD_STAGE_REVIEW, NULL },
    { _("Rehearsal"), self->type, self->document },
  };
  const CallboardJobPlan plan = {
    .title = _("Rehearsal"), .location = "London", .manager = "Alex Morgan", .country = "GB", .stages = stages, .n_stages = 2
  };
  g_autoptr(CallboardCommand) job = callboard_job_command_new (&plan);
  g_autoptr(CallboardCommand) undo_time = callboard_setting_command_new (CALLBOARD_SETTING_UNDO_ONE, "0");

  return callboard_ctl_execute (story->ctl, job, error) && callboard_ctl_execute (story->ctl, undo_time, error) &&
         callboard_db_number (callboard_ctl_get_reader (story->ctl), &story->stage, error,
                              "SELECT id FROM stage WHERE position = 1", "");
}

static gboolean
cast (CallboardStory  *story,
      GError         **error)
{
  g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();
  g_autoptr(CallboardCommand) command = NULL;
  gint64 job = 0;

  person->first_name = g_strdup ("Robin");
  person->last_name = g_strdup ("Lee");
  person->phone = g_strdup (CALLBOARD_REHEARSE_PHONE);
  person->consent_source = g_strdup (_("Rehearsal"));
  g_ptr_array_add (people, person);
  if (!callboard_db_number (callboard_ctl_get_reader (story->ctl), &job, error, "SELECT id FROM job", ""))
    return FALSE;

  command = callboard_import_command_new (job, g_steal_pointer (&people), CALLBOARD_MOVE_WITHOUT_SENDING, NULL, NULL, NULL);
  if (!callboard_ctl_execute (story->ctl, command, error))
    return FALSE;

  story->application = callboard_import_command_get_result (command)->application;

  return TRUE;
}

static gboolean
drop (CallboardRehearse  *self,
      CallboardStory     *story,
      GError            **error)
{
  gint64 account = callboard_context_get_rehearsal_account (story->context);
  g_autoptr(CallboardCommand) rendering = callboard_account_rendering_command_new (account, self->rendering);
  g_autoptr(CallboardCommand) move = callboard_move_command_new (&story->application, 1, story->stage, 0,
                                                                 CALLBOARD_MOVE_DEFAULT);

  return callboard_ctl_execute (story->ctl, rendering, error) && callboard_ctl_execute (story->ctl, move, error);
}

/* Whether whatever can happen without the candidate and without time has happened. */
static gboolean
is_quiet (CallboardStory *story)
{
  gint64 n_busy = 1;

  callboard_db_number (callboard_ctl_get_reader (story->ctl), &n_busy, NULL,
                       "SELECT (SELECT count(*) FROM message m JOIN account a ON a.id = m.account_id"
                       "         WHERE m.state = 'claimed' OR (m.state = 'waiting' AND m.due_at - a.clock_shift <= $1))"
                       " + (SELECT count(*) FROM inbox WHERE state = 'stored')"
                       " + (SELECT count(*) FROM attachment WHERE state = 'fetching')",
                       "i", callboard_clock_now (story->ctl->clock));

  return n_busy == 0 && callboard_context_is_idle (story->context);
}

static gboolean
look_cb (gpointer user_data)
{
  CallboardRehearse *self = user_data;
  g_autofree char *line = NULL;

  if (!is_quiet (self->story))
    self->n_quiet = 0;
  else
    self->n_quiet++;

  if (self->n_quiet < N_QUIET)
    return G_SOURCE_CONTINUE;

  self->n_quiet = 0;
  if (!self->typed || self->story->status != CALLBOARD_STATUS_COMPLETED)
    line = callboard_rehearse_read_line (self);
  if (line == NULL || !callboard_rehearse_answer (self, line))
    g_main_loop_quit (self->story->loop);

  return G_SOURCE_CONTINUE;
}

static void
changed_cb (CallboardStory *story)
{
  g_autoptr(CallboardDetails) details = callboard_queries_load_details (callboard_ctl_get_reader (story->ctl),
                                                                        story->application, NULL);

  callboard_story_tell_messages (story);
  if (details == NULL || details->status == story->status)
    return;

  story->status = details->status;
  callboard_story_tell (story, "    [%s]", callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, details->status));
}

static void
wait_for_end (CallboardRehearse *self)
{
  guint source = g_timeout_add (LOOK_MS, look_cb, self);
  gulong handler = g_signal_connect_swapped (self->story->ctl->store, "changed", G_CALLBACK (changed_cb), self->story);

  g_main_loop_run (self->story->loop);
  g_signal_handler_disconnect (self->story->ctl->store, handler);
  g_source_remove (source);
}

static gboolean
play (CallboardStory  *story,
      gpointer         user_data,
      GError         **error)
{
  CallboardRehearse *self = user_data;
  g_autofree char *sentence = NULL;

  self->story = story;
  if (!check_empty (story, error) || !add_files (self, story, error) || !set_stage (self, story, error) ||
      !cast (story, error) || !callboard_context_start (story->context, error) || !drop (self, story, error))
    return FALSE;

  wait_for_end (self);
  callboard_context_stop (story->context);
  if (self->trouble != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->trouble));
      return FALSE;
    }

  sentence = g_strdup_printf (_("The card says %s."), callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, story->status));
  if (callboard_story_tell_answers (story, error) < 0 || !callboard_story_print (story, sentence, error))
    return FALSE;

  return story->status == CALLBOARD_STATUS_COMPLETED ||
         callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID,
                               _("The answers ended before the campaign was completed."));
}

static gboolean
open_answers (CallboardRehearse  *self,
              const char         *path,
              GError            **error)
{
  self->typed = path == NULL;
  self->answers = path != NULL ? fopen (path, "re") : stdin;
  if (self->answers != NULL)
    return TRUE;

  return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("“%s” cannot be read: %s"), path,
                               g_strerror (errno));
}

static gboolean
read_options (CallboardRehearse  *self,
              const char         *stage,
              const char         *rendering,
              GError            **error)
{
  int type = has_schedule (self->document) ? CALLBOARD_STAGE_SCHEDULE : CALLBOARD_STAGE_FORM;
  int chosen = CALLBOARD_RENDERING_WHATSAPP;
  gboolean well = (stage == NULL || callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, stage, &type)) &&
                  (rendering == NULL || callboard_enum_from_nick (CALLBOARD_TYPE_RENDERING, rendering, &chosen));

  self->type = type;
  self->rendering = chosen;
  if (well)
    return TRUE;

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                       _("There is no such stage type or rendering."));

  return FALSE;
}

gboolean
callboard_ctl_rehearse (CallboardCtl  *ctl,
                        int            argc,
                        char         **argv,
                        GError       **error)
{
  g_autofree char *answers = NULL;
  g_autofree char *files = NULL;
  g_autofree char *rendering = NULL;
  g_autofree char *stage = NULL;
  const GOptionEntry entries[] = {
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &answers, N_("What the candidate answers, a line each"), N_("FILE") },
    { "files", 0, 0, G_OPTION_ARG_FILENAME, &files, N_("Where the files are that the campaign sends"), N_("FOLDER") },
    { "rendering", 0, 0, G_OPTION_ARG_STRING, &rendering, N_("What the phone is: whatsapp or sms"), N_("RENDERING") },
    { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, N_("The type of the stage, such as assessment"), N_("TYPE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "rehearse FILE",
                                            _("Plays a campaign file with a simulated phone. Answers come from a file or from "
                                              "standard input; a line may also be “/file PATH”, “/clock 2h”, “/clock 1d” "
                                              "or “/clock next”."),
                                            entries, argc, argv, 1, 1, error);
  CallboardRehearse self = { 0 };
  gboolean well;

  if (rest == NULL || !g_file_get_contents (rest[0], &self.document, NULL, error))
    return FALSE;

  self.files = files;
  well = read_options (&self, stage, rendering, error) && open_answers (&self, answers, error) &&
         callboard_story_play (ctl, play, &self, error);

  if (self.answers != NULL && self.answers != stdin)
    fclose (self.answers);
  g_free (self.document);

  return well;
}
