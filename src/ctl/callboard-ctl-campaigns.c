/* callboard-ctl-campaigns.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-approval.h"
#include "callboard-error.h"
#include "callboard-office.h"
#include "callboard-queries-jobs.h"
#include "callboard-script.h"
#include "callboard-settings.h"

static JsonObject *
describe (CallboardScript *script,
          const char      *problem)
{
  JsonObject *object = json_object_new ();
  g_autofree char *words = problem != NULL ? callboard_problem_describe (problem) : NULL;

  callboard_ctl_set_text (object, "language", callboard_script_get_language (script));
  callboard_ctl_set_boolean (object, "blast", callboard_script_is_blast (script));
  callboard_ctl_set_int (object, "questions", callboard_script_get_total (script));
  callboard_ctl_set_int (object, "expiry_seconds", callboard_script_get_expiry (script) / CALLBOARD_SECOND);
  callboard_ctl_set_boolean (object, "ready", problem == NULL);
  callboard_ctl_set_text (object, "problem", words);

  return object;
}

static gboolean
check (CallboardCtl       *ctl,
       const char         *path,
       CallboardStageType  type,
       GError            **error)
{
  g_autofree char *document = NULL;
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;
  g_autoptr(CallboardScript) script = NULL;

  if (!g_file_get_contents (path, &document, NULL, error))
    return FALSE;

  script = callboard_script_parse (document, error);
  if (script == NULL)
    return FALSE;

  problem = callboard_script_check (script, type, NULL, NULL);
  callboard_ctl_print_object (ctl, describe (script, problem), problem == NULL ? _("The campaign is ready.") : NULL);
  if (problem == NULL)
    return TRUE;

  words = callboard_problem_describe (problem);

  return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_READY, _("The campaign is not ready: %s."), words);
}

gboolean
callboard_ctl_check (CallboardCtl  *ctl,
                     int            argc,
                     char         **argv,
                     GError       **error)
{
  g_autofree char *nick = NULL;
  const GOptionEntry entries[] = {
    { "type", 0, 0, G_OPTION_ARG_STRING, &nick, N_("The type of stage it is for (form)"), N_("TYPE") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "check FILE [--type TYPE]", _("Checks a campaign file."), entries,
                                            argc, argv, 1, 1, error);
  int type = CALLBOARD_STAGE_FORM;

  if (rest == NULL)
    return FALSE;

  if (nick != NULL && !callboard_enum_from_nick (CALLBOARD_TYPE_STAGE_TYPE, nick, &type))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no type of stage “%s”."), nick);
      return FALSE;
    }

  return check (ctl, rest[0], type, error);
}

static gboolean
print_published (CallboardCtl  *ctl,
                 gint64         stage,
                 GError       **error)
{
  g_autoptr(CallboardStageInfo) info = callboard_queries_load_stage (callboard_ctl_get_reader (ctl), stage, error);
  g_autofree char *problem = NULL;
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (info == NULL)
    return FALSE;

  problem = info->problem != NULL ? callboard_problem_describe (info->problem) : NULL;
  object = json_object_new ();
  callboard_ctl_set_int (object, "stage", stage);
  callboard_ctl_set_int (object, "version", info->version);
  callboard_ctl_set_boolean (object, "ready", problem == NULL);
  callboard_ctl_set_text (object, "problem", problem);
  sentence = problem == NULL
    ? g_strdup_printf (_("Version %u of “%s” is published."), info->version, info->name)
    : g_strdup_printf (_("Version %u of “%s” is published, but not ready: %s."), info->version, info->name, problem);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

gboolean
callboard_ctl_publish (CallboardCtl  *ctl,
                       int            argc,
                       char         **argv,
                       GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "publish STAGE FILE",
                                            _("Publishes a campaign file as the next version of a stage's campaign."),
                                            NULL, argc, argv, 2, 2, error);
  g_autofree char *document = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  gint64 stage;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &stage, error) ||
      !g_file_get_contents (rest[1], &document, NULL, error))
    return FALSE;

  command = callboard_publish_command_new (stage, document);

  return callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) &&
         callboard_ctl_execute (ctl, command, error) &&
         print_published (ctl, stage, error);
}

gboolean
callboard_ctl_submit (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "submit FILE",
                                            _("Submits the template of a campaign file's welcome to WhatsApp. The answer comes "
                                              "while Callboard or a run of callboardctl is open."),
                                            NULL, argc, argv, 1, 1, error);
  g_autofree char *document = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;

  if (rest == NULL || !g_file_get_contents (rest[0], &document, NULL, error))
    return FALSE;

  command = callboard_approval_submit_command_new (document);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_boolean (object, "submitted", TRUE);
  callboard_ctl_print_object (ctl, object, _("The template is submitted."));

  return TRUE;
}

static gboolean
check_name (const char  *name,
            GError     **error)
{
  static const char * const names[] = {
    CALLBOARD_SETTING_COMPANY, CALLBOARD_SETTING_RECRUITER, CALLBOARD_SETTING_UNDO_ONE, CALLBOARD_SETTING_UNDO_MANY,
    CALLBOARD_SETTING_UNDO_REJECT, CALLBOARD_SETTING_HOURS, CALLBOARD_SETTING_ACCOUNT,
    CALLBOARD_SETTING_RECEIVER_PORT, CALLBOARD_SETTING_RECEIVER_URL, NULL
  };

  if (g_strv_contains (names, name))
    return TRUE;

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no rule “%s”."), name);

  return FALSE;
}

gboolean
callboard_ctl_set (CallboardCtl  *ctl,
                   int            argc,
                   char         **argv,
                   GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "set NAME [VALUE]",
                                            _("Sets a rule of the work, or with no value its default: company, "
                                              "recruiter, undo-one, undo-many, undo-reject (seconds), send-hours, send-account (an id)."),
                                            NULL, argc, argv, 1, 2, error);
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;

  if (rest == NULL || !check_name (rest[0], error))
    return FALSE;

  command = callboard_setting_command_new (rest[0], rest[1]);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_text (object, rest[0], rest[1]);
  callboard_ctl_print_object (ctl, object, NULL);

  return TRUE;
}
