/* callboard-ctl-show.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-describe.h"

#include <glib/gi18n.h>

#include "callboard-json.h"
#include "callboard-queries-jobs.h"
#include "callboard-queries-office.h"

#define MAX_BYTES (4 * 1024 * 1024)

static const CallboardCtlColumn line_columns[] = {
  { "at", N_("When") },
  { "direction", N_("To or from") },
  { "state", N_("State") },
  { "body", N_("Text") },
  { NULL }
};

static const CallboardCtlColumn answer_columns[] = {
  { "question", N_("Question") },
  { "text", N_("Answer") },
  { "flagged", N_("Flag") },
  { NULL }
};

static const CallboardCtlColumn history_columns[] = {
  { "entered_at", N_("Came") },
  { "stage", N_("Stage") },
  { "status", N_("Status") },
  { "left_at", N_("Left") },
  { NULL }
};

gboolean
callboard_ctl_conversation (CallboardCtl  *ctl,
                            int            argc,
                            char         **argv,
                            GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "conversation CARD", _("Shows what was said to and by a candidate."),
                                            NULL, argc, argv, 1, 1, error);
  g_autoptr(JsonObject) application = NULL;
  JsonArray *lines;
  gint64 id;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &id, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error))
    return FALSE;

  application = callboard_ctl_describe_application (callboard_ctl_get_reader (ctl), id, error);
  lines = application != NULL ? callboard_ctl_describe_conversation (callboard_ctl_get_reader (ctl), id, error) : NULL;
  if (lines == NULL)
    return FALSE;

  callboard_ctl_print_rows (ctl, lines, line_columns);

  return TRUE;
}

/* The application with everything that belongs to it. */
static JsonObject *
describe_whole (CallboardDb  *db,
                gint64        id,
                gboolean      talk,
                GError      **error)
{
  g_autoptr(JsonObject) object = callboard_ctl_describe_application (db, id, error);
  JsonArray *part;

  if (object == NULL || (part = callboard_ctl_describe_answers (db, id, error)) == NULL)
    return NULL;

  json_object_set_array_member (object, "answers", part);
  part = callboard_ctl_describe_history (db, id, error);
  if (part == NULL)
    return NULL;

  json_object_set_array_member (object, "history", part);
  if (!talk)
    return g_steal_pointer (&object);

  part = callboard_ctl_describe_conversation (db, id, error);
  if (part == NULL)
    return NULL;

  json_object_set_array_member (object, "conversation", part);

  return g_steal_pointer (&object);
}

gboolean
callboard_ctl_show (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "show CARD", _("Shows a card with its answers and its history."),
                                            NULL, argc, argv, 1, 1, error);
  g_autofree char *answers = NULL;
  g_autofree char *history = NULL;
  g_autofree char *text = NULL;
  JsonObject *object;
  gint64 id;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &id, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error))
    return FALSE;

  object = describe_whole (callboard_ctl_get_reader (ctl), id, FALSE, error);
  if (object == NULL)
    return FALSE;

  answers = callboard_ctl_table (json_object_get_array_member (object, "answers"), answer_columns);
  history = callboard_ctl_table (json_object_get_array_member (object, "history"), history_columns);
  text = g_strdup_printf ("%s %s  %s\n%s · %s · %s\n\n%s%s%s",
                          json_object_get_string_member (object, "first_name"),
                          json_object_get_string_member (object, "last_name"),
                          json_object_get_string_member (object, "phone"),
                          json_object_get_string_member (object, "job"),
                          json_object_get_string_member (object, "stage"),
                          json_object_get_string_member (object, "status"),
                          answers, *answers != '\0' ? "\n" : "", history);
  callboard_ctl_print_object (ctl, object, g_strchomp (text));

  return TRUE;
}

static JsonArray *
export_stage (CallboardCtl              *ctl,
              const CallboardStageInfo  *stage,
              GError                   **error)
{
  CallboardApplicationSource *source = CALLBOARD_APPLICATION_SOURCE (ctl->store);
  g_autoptr(GArray) keys = callboard_application_source_load_keys (source, stage->id, NULL);
  g_autoptr(JsonArray) cards = json_array_new ();

  for (guint i = 0; i < keys->len; i++)
    {
      gint64 id = g_array_index (keys, CallboardApplicationKey, i).id;
      JsonObject *card = describe_whole (callboard_ctl_get_reader (ctl), id, TRUE, error);

      if (card == NULL)
        return NULL;
      json_array_add_object_element (cards, card);
    }

  return g_steal_pointer (&cards);
}

/* The published campaign, or nothing. */
static gboolean
add_campaign (CallboardCtl  *ctl,
              JsonObject    *stage,
              gint64         id,
              GError       **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardCampaignRow) campaign =
    callboard_queries_load_campaign (callboard_ctl_get_reader (ctl), id, &fault);
  JsonObject *document = NULL;

  if (campaign != NULL && campaign->published != NULL)
    document = callboard_json_parse_object (campaign->published, -1, MAX_BYTES, &fault);

  if (document != NULL)
    json_object_set_object_member (stage, "campaign", document);
  else
    json_object_set_null_member (stage, "campaign");

  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));

  return FALSE;
}

static gboolean
add_stages (CallboardCtl  *ctl,
            JsonObject    *export,
            gint64         job,
            GError       **error)
{
  g_autoptr(GPtrArray) stages = callboard_queries_load_stages (callboard_ctl_get_reader (ctl), job, error);
  JsonArray *array = json_array_new ();

  json_object_set_array_member (export, "stages", array);
  for (guint i = 0; stages != NULL && i < stages->len; i++)
    {
      const CallboardStageInfo *info = g_ptr_array_index (stages, i);
      JsonArray *cards = export_stage (ctl, info, error);
      JsonObject *stage;

      if (cards == NULL)
        return FALSE;

      stage = json_object_new ();
      callboard_ctl_set_text (stage, "name", info->name);
      json_array_add_object_element (array, stage);
      callboard_ctl_set_nick (stage, "type", CALLBOARD_TYPE_STAGE_TYPE, info->type);
      json_object_set_array_member (stage, "cards", cards);
      if (!add_campaign (ctl, stage, info->id, error))
        return FALSE;
    }

  return stages != NULL;
}

gboolean
callboard_ctl_export (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "export JOB",
                                            _("Prints everything of a job as JSON: stages, cards, answers, conversations."),
                                            NULL, argc, argv, 1, 1, error);
  g_autoptr(CallboardJobRow) row = NULL;
  g_autoptr(JsonObject) export = json_object_new ();
  gint64 job;

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error) ||
      !callboard_ctl_find_job (ctl, rest[0], &job, error))
    return FALSE;

  row = callboard_queries_load_job (callboard_ctl_get_reader (ctl), job, error);
  if (row == NULL)
    return FALSE;

  callboard_ctl_set_text (export, "title", row->title);
  callboard_ctl_set_text (export, "reference", row->reference);
  callboard_ctl_set_text (export, "location", row->location);
  callboard_ctl_set_text (export, "country", row->country);
  if (!add_stages (ctl, export, job, error))
    return FALSE;

  ctl->json = TRUE;
  callboard_ctl_print_object (ctl, g_steal_pointer (&export), NULL);

  return TRUE;
}
