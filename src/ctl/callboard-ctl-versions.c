/* callboard-ctl-versions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-campaign-file.h"
#include "callboard-difference.h"
#include "callboard-error.h"
#include "callboard-office.h"
#include "callboard-queries-jobs.h"
#include "callboard-queries-versions.h"

#define USAGE "campaign export|import|versions|show STAGE [FILE] [--publish] [--version N]"

/* A stage's campaign, and what was asked for. */
typedef struct
{
  CallboardStageInfo *info;
  const char         *path;
  gboolean            publish;
  int                 version;
} Request;

static char *
load_draft (CallboardCtl  *ctl,
            Request       *request,
            GError       **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (callboard_ctl_get_reader (ctl), &fault,
                                                       "SELECT draft FROM campaign WHERE id = $1",
                                                       "i", request->info->campaign_id);
  char *draft = callboard_rows_next (rows, &fault) ? callboard_rows_dup (rows, 0) : NULL;

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));

  return draft;
}

static char *
load_document (CallboardCtl  *ctl,
               Request       *request,
               GError       **error)
{
  g_autoptr(GError) fault = NULL;
  char *document;

  if (request->version <= 0)
    return load_draft (ctl, request, error);

  document = callboard_queries_load_version (callboard_ctl_get_reader (ctl), request->info->campaign_id,
                                             request->version, &fault);
  if (document == NULL && fault == NULL)
    callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("“%s” has no version %d."), request->info->name,
                          request->version);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));

  return document;
}

static gboolean
show (CallboardCtl  *ctl,
      Request       *request,
      GError       **error)
{
  g_autofree char *document = load_document (ctl, request, error);

  if (document != NULL)
    g_print ("%s\n", document);

  return document != NULL;
}

static gboolean
export (CallboardCtl  *ctl,
        Request       *request,
        GError       **error)
{
  g_autofree char *document = load_document (ctl, request, error);
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (document == NULL ||
      !callboard_campaign_file_export (callboard_store_get_directory (ctl->store), document, request->path, NULL, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_text (object, "file", request->path);
  sentence = g_strdup_printf (_("The campaign of “%s” was exported to “%s”."), request->info->name, request->path);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

static gboolean
print_imported (CallboardCtl  *ctl,
                Request       *request,
                GError       **error)
{
  gint64 stage = request->info->id;
  g_autoptr(CallboardStageInfo) info = callboard_queries_load_stage (callboard_ctl_get_reader (ctl), stage, error);
  g_autofree char *sentence = NULL;
  JsonObject *object;

  if (info == NULL)
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "stage", stage);
  callboard_ctl_set_boolean (object, "published", request->publish);
  callboard_ctl_set_int (object, "version", info->version);
  sentence = request->publish ? g_strdup_printf (_("Version %u of “%s” is published."), info->version, info->name)
                              : g_strdup_printf (_("The campaign is the draft of “%s” now."), info->name);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

static gboolean
import (CallboardCtl  *ctl,
        Request       *request,
        GError       **error)
{
  g_autofree char *document = callboard_campaign_file_import (callboard_store_get_directory (ctl->store), request->path,
                                                              NULL, error);
  g_autoptr(CallboardCommand) command = NULL;

  if (document == NULL)
    return FALSE;

  command = request->publish ? callboard_publish_command_new (request->info->id, document)
                             : callboard_save_draft_command_new (request->info->campaign_id, document);

  return callboard_ctl_execute (ctl, command, error) && print_imported (ctl, request, error);
}

static JsonArray *
list_changes (const char *before,
              const char *after)
{
  g_autoptr(GPtrArray) lines = callboard_difference_new (before, after);
  JsonArray *changes = json_array_new ();

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *text = callboard_difference_describe (g_ptr_array_index (lines, i));

      json_array_add_string_element (changes, text);
    }

  return changes;
}

static gboolean
describe_version (CallboardCtl               *ctl,
                  Request                    *request,
                  const CallboardVersionRow  *row,
                  JsonArray                  *rows,
                  GError                    **error)
{
  CallboardDb *db = callboard_ctl_get_reader (ctl);
  gint64 campaign = request->info->campaign_id;
  g_autoptr(GError) fault = NULL;
  g_autofree char *after = callboard_queries_load_version (db, campaign, row->version, &fault);
  g_autofree char *before = fault == NULL ? callboard_queries_load_version (db, campaign, row->version - 1, &fault) : NULL;
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *summary = NULL;
  JsonObject *object;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  lines = callboard_difference_new (before, after);
  summary = before != NULL ? callboard_difference_summarize (lines) : g_strdup (_("The first version"));
  object = json_object_new ();
  callboard_ctl_set_int (object, "version", row->version);
  callboard_ctl_set_time (object, "published_at", row->published_at);
  callboard_ctl_set_text (object, "author", *row->author != '\0' ? row->author : NULL);
  callboard_ctl_set_int (object, "running", row->running);
  callboard_ctl_set_text (object, "summary", summary);
  json_object_set_array_member (object, "changes", list_changes (before, after));
  json_array_add_object_element (rows, object);

  return TRUE;
}

static gboolean
list (CallboardCtl  *ctl,
      Request       *request,
      GError       **error)
{
  static const CallboardCtlColumn columns[] = {
    { "version", N_("Version") },
    { "published_at", N_("Published") },
    { "author", N_("By") },
    { "running", N_("Running") },
    { "summary", N_("Changes") },
    { NULL, NULL }
  };
  g_autoptr(GPtrArray) versions = callboard_queries_load_versions (callboard_ctl_get_reader (ctl),
                                                                   request->info->campaign_id, error);
  g_autoptr(JsonArray) rows = json_array_new ();

  for (guint i = 0; versions != NULL && i < versions->len; i++)
    {
      if (!describe_version (ctl, request, g_ptr_array_index (versions, i), rows, error))
        return FALSE;
    }

  if (versions != NULL)
    callboard_ctl_print_rows (ctl, g_steal_pointer (&rows), columns);

  return versions != NULL;
}

static const struct
{
  const char      *name;
  gboolean         has_path;
  CallboardDbMode  mode;
  gboolean       (*run) (CallboardCtl *ctl, Request *request, GError **error);
} verbs[] = {
  { "export", TRUE, CALLBOARD_DB_READ_ONLY, export },
  { "import", TRUE, CALLBOARD_DB_READ_WRITE, import },
  { "versions", FALSE, CALLBOARD_DB_READ_ONLY, list },
  { "show", FALSE, CALLBOARD_DB_READ_ONLY, show },
};

static gboolean
run (CallboardCtl  *ctl,
     guint          verb,
     gint64         stage,
     Request       *request,
     GError       **error)
{
  g_autoptr(CallboardStageInfo) info = NULL;

  if (!callboard_ctl_open (ctl, verbs[verb].mode, error))
    return FALSE;

  info = callboard_queries_load_stage (callboard_ctl_get_reader (ctl), stage, error);
  if (info == NULL)
    return FALSE;

  if (info->campaign_id == 0)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("A Review stage has no campaign."));

  request->info = info;

  return verbs[verb].run (ctl, request, error);
}

gboolean
callboard_ctl_campaign (CallboardCtl  *ctl,
                        int            argc,
                        char         **argv,
                        GError       **error)
{
  Request request = { 0 };
  const GOptionEntry entries[] = {
    { "publish", 0, 0, G_OPTION_ARG_NONE, &request.publish, N_("For import: publish it at once"), NULL },
    { "version", 0, 0, G_OPTION_ARG_INT, &request.version, N_("For export and show: this version, not the draft"), "N" },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, USAGE,
                                            _("Exports the draft of a stage’s campaign with its files, imports such a file as the "
                                              "draft, lists the published versions, or prints a campaign document."),
                                            entries, argc, argv, 2, 3, error);
  gint64 stage;

  if (rest == NULL || !callboard_ctl_read_id (rest[1], &stage, error))
    return FALSE;

  request.path = rest[2];
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      if (g_str_equal (verbs[i].name, rest[0]) && verbs[i].has_path == (request.path != NULL))
        return run (ctl, i, stage, &request, error);
    }

  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Usage: callboardctl " USAGE));

  return FALSE;
}
