/* callboard-ctl-describe.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-describe.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-application.h"
#include "callboard-queries-conversation.h"

static JsonObject *
describe_line (const CallboardLine *line)
{
  JsonObject *object = json_object_new ();
  g_autofree char *moved = NULL;

  callboard_ctl_set_time (object, "at", line->at);
  if (line->kind == CALLBOARD_LINE_MOVED)
    {
      moved = g_strdup_printf (line->added ? _("Added to %s") : _("Moved to %s"), line->stage);
      callboard_ctl_set_text (object, "kind", line->added ? "added" : "moved");
      callboard_ctl_set_text (object, "stage", line->stage);
      callboard_ctl_set_text (object, "body", moved);
      return object;
    }

  callboard_ctl_set_text (object, "kind", line->message_kind);
  callboard_ctl_set_int (object, "message", line->id);
  callboard_ctl_set_text (object, "direction", line->outbound ? "out" : "in");
  callboard_ctl_set_text (object, "body", line->body);
  callboard_ctl_set_text (object, "choices", line->choices);
  callboard_ctl_set_text (object, "choice", line->choice);
  callboard_ctl_set_nick (object, "state", CALLBOARD_TYPE_MESSAGE_STATE, line->state);
  callboard_ctl_set_time (object, "leaves_at", line->leaves_at);
  callboard_ctl_set_nick (object, "failure", CALLBOARD_TYPE_FAILURE, line->failure);
  callboard_ctl_set_text (object, "failure_code", line->failure_code);
  callboard_ctl_set_text (object, "key", line->key);
  callboard_ctl_set_text (object, "stage", line->stage);

  return object;
}

JsonArray *
callboard_ctl_describe_conversation (CallboardDb  *db,
                                     gint64        application,
                                     GError      **error)
{
  g_autoptr(GPtrArray) lines = callboard_queries_load_conversation (db, application, error);
  JsonArray *array;

  if (lines == NULL)
    return NULL;

  array = json_array_new ();
  for (guint i = 0; i < lines->len; i++)
    json_array_add_object_element (array, describe_line (g_ptr_array_index (lines, i)));

  return array;
}

static JsonObject *
describe_answer (const CallboardAnswerRow *row)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_text (object, "stage", row->stage);
  callboard_ctl_set_text (object, "question_id", row->question_id);
  callboard_ctl_set_text (object, "question", row->question);
  callboard_ctl_set_text (object, "value", row->value);
  callboard_ctl_set_text (object, "text", row->text);
  callboard_ctl_set_boolean (object, "flagged", row->flagged);
  callboard_ctl_set_time (object, "at", row->answered_at);

  return object;
}

JsonArray *
callboard_ctl_describe_answers (CallboardDb  *db,
                                gint64        application,
                                GError      **error)
{
  g_autoptr(GPtrArray) answers = callboard_queries_load_answers (db, application, error);
  JsonArray *array;

  if (answers == NULL)
    return NULL;

  array = json_array_new ();
  for (guint i = 0; i < answers->len; i++)
    json_array_add_object_element (array, describe_answer (g_ptr_array_index (answers, i)));

  return array;
}

static JsonObject *
describe_past (const CallboardHistoryRow *row)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_text (object, "stage", row->stage);
  callboard_ctl_set_time (object, "entered_at", row->entered_at);
  callboard_ctl_set_time (object, "left_at", row->left_at);
  callboard_ctl_set_time (object, "undone_at", row->undone_at);
  callboard_ctl_set_nick (object, "status", CALLBOARD_TYPE_STATUS, row->status);
  callboard_ctl_set_int (object, "version", row->version);
  callboard_ctl_set_int (object, "attempt", row->attempt);
  callboard_ctl_set_nick (object, "failure", CALLBOARD_TYPE_FAILURE, row->failure);
  callboard_ctl_set_time (object, "delivered_at", row->delivered_at);
  callboard_ctl_set_time (object, "ended_at", row->ended_at);

  return object;
}

JsonArray *
callboard_ctl_describe_history (CallboardDb  *db,
                                gint64        application,
                                GError      **error)
{
  g_autoptr(GPtrArray) history = callboard_queries_load_history (db, application, error);
  JsonArray *array;

  if (history == NULL)
    return NULL;

  array = json_array_new ();
  for (guint i = 0; i < history->len; i++)
    json_array_add_object_element (array, describe_past (g_ptr_array_index (history, i)));

  return array;
}

static void
describe_person (JsonObject             *object,
                 const CallboardDetails *details)
{
  callboard_ctl_set_int (object, "application", details->id);
  callboard_ctl_set_int (object, "candidate", details->candidate_id);
  callboard_ctl_set_text (object, "first_name", details->first_name);
  callboard_ctl_set_text (object, "last_name", details->last_name);
  callboard_ctl_set_text (object, "phone", details->phone);
  callboard_ctl_set_text (object, "country", details->country);
  callboard_ctl_set_text (object, "consent", details->consent_source);
  callboard_ctl_set_time (object, "consent_at", details->consent_at);
  callboard_ctl_set_time (object, "opted_out_at", details->opted_out_at);
}

static void
describe_place (JsonObject             *object,
                const CallboardDetails *details)
{
  callboard_ctl_set_text (object, "job", details->job);
  callboard_ctl_set_text (object, "stage", details->stage);
  callboard_ctl_set_boolean (object, "live", details->live);
  callboard_ctl_set_time (object, "entered_at", details->entered_at);
  callboard_ctl_set_nick (object, "status", CALLBOARD_TYPE_STATUS, details->status);
  callboard_ctl_set_int (object, "done", details->done);
  callboard_ctl_set_int (object, "total", details->total);
  callboard_ctl_set_time (object, "leaves_at", details->leaves_at);
  callboard_ctl_set_time (object, "expires_at", details->expires_at);
  callboard_ctl_set_text (object, "waits_for", details->waits_stage);
  callboard_ctl_set_nick (object, "failure", CALLBOARD_TYPE_FAILURE, details->failure);
  callboard_ctl_set_text (object, "failure_code", details->failure_code);
  callboard_ctl_set_text (object, "failure_detail", details->failure_detail);
  callboard_ctl_set_int (object, "unread", details->unread);
  callboard_ctl_set_text (object, "flag", details->flag);
}

JsonObject *
callboard_ctl_describe_application (CallboardDb  *db,
                                    gint64        application,
                                    GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardDetails) details = callboard_queries_load_details (db, application, &fault);
  JsonObject *object;

  if (fault != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return NULL;
    }

  if (details == NULL)
    {
      callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("There is no card %ld."),
                            (long) application);
      return NULL;
    }

  object = json_object_new ();
  describe_person (object, details);
  describe_place (object, details);

  return object;
}
