/* callboard-rehearsal-test.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-test.h"

#include <glib/gi18n-lib.h>

#include "callboard-enrolment.h"
#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-replay.h"

#define MAX_BYTES (4 * 1024 * 1024)

typedef struct
{
  gint64  id;
  char   *name;
} Record;

static void
record_free (gpointer data)
{
  Record *record = data;

  g_free (record->name);
  g_free (record);
}

void
callboard_rehearsal_test_free (CallboardRehearsalTest *test)
{
  g_free (test->name);
  g_clear_pointer (&test->lines, g_ptr_array_unref);
  g_free (test->trouble);
  g_free (test);
}

static char *
write_events (GPtrArray *steps)
{
  g_autoptr(JsonObject) object = json_object_new ();
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const CallboardReplayStep *step = g_ptr_array_index (steps, i);
      g_autofree char *event = callboard_script_event_to_json (step->event);
      JsonObject *member = json_object_new ();

      json_object_set_int_member (member, "at", step->at);
      json_object_set_string_member (member, "event", event);
      json_array_add_object_element (array, member);
    }

  json_object_set_array_member (object, "events", array);

  return callboard_json_to_text (object);
}

static GPtrArray *
read_events (const char  *text,
             GError     **error)
{
  g_autoptr(GPtrArray) steps = callboard_replay_steps_new ();
  g_autoptr(JsonObject) object = callboard_json_parse_object (text, -1, MAX_BYTES, error);
  JsonArray *array = object != NULL ? callboard_json_get_array (object, "events") : NULL;

  if (object == NULL)
    return NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *member = callboard_json_array_get_object (array, i);
      const char *event = callboard_json_get_string (member, "event");
      gint64 at = 0;

      callboard_json_get_int (member, "at", &at);
      if (!callboard_replay_steps_add (steps, event != NULL ? event : "", at, error))
        return NULL;
    }

  return g_steal_pointer (&steps);
}

static gboolean
heard_anything (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    {
      const CallboardReplayStep *step = g_ptr_array_index (steps, i);

      if (step->event->kind == CALLBOARD_SCRIPT_REPLY)
        return TRUE;
    }

  return FALSE;
}

static gboolean
refuse (GError     **error,
        const char  *message)
{
  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, message);

  return FALSE;
}

static gboolean
store_test (CallboardDb   *db,
            const Record  *record,
            gint64         campaign,
            GPtrArray     *steps,
            gint64         now,
            GError       **error)
{
  g_autofree char *events = write_events (steps);
  g_autoptr(GPtrArray) lines = callboard_transcript_new (steps);
  g_autofree char *transcript = callboard_transcript_to_json (lines);

  return callboard_db_run (db, error,
                           "INSERT INTO rehearsal_test (campaign_id, name, events, transcript, recorded_at)"
                           " VALUES ($1, $2, $3, $4, $5)", "isssi", campaign, record->name, events, transcript, now);
}

static gboolean
execute_record (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Record *record = data;
  CallboardEnrolment enrolment;
  CallboardScript *script;
  g_autoptr(GPtrArray) steps = NULL;

  if (*record->name == '\0')
    return refuse (error, _("The test needs a name."));

  if (!callboard_enrolment_load (db, record->id, &enrolment, error) ||
      (script = callboard_script_load (db, enrolment.campaign, enrolment.version, error)) == NULL ||
      (steps = callboard_replay_load_events (db, record->id, error)) == NULL)
    return FALSE;

  if (!heard_anything (steps))
    return refuse (error, _("The candidate has not said anything yet. Play the rehearsal first."));

  callboard_replay_run (script, steps);
  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS);

  return store_test (db, record, enrolment.campaign, steps, now, error);
}

CallboardCommand *
callboard_rehearsal_test_record_command_new (gint64      enrolment,
                                             const char *name)
{
  Record *record;

  g_return_val_if_fail (name != NULL, NULL);

  record = g_new0 (Record, 1);
  record->id = enrolment;
  record->name = g_strstrip (g_strdup (name));

  return callboard_command_new ("record-test", execute_record, record, record_free);
}

static gboolean
execute_remove (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Record *record = data;

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS);

  return callboard_db_run (db, error, "DELETE FROM rehearsal_test WHERE id = $1", "i", record->id);
}

CallboardCommand *
callboard_rehearsal_test_remove_command_new (gint64 test)
{
  Record *record = g_new0 (Record, 1);

  record->id = test;

  return callboard_command_new ("remove-test", execute_remove, record, record_free);
}

static gboolean
play (CallboardRehearsalTest  *test,
      CallboardScript         *script,
      const char              *events,
      const char              *transcript,
      GError                 **error)
{
  g_autoptr(GPtrArray) before = callboard_transcript_from_json (transcript, error);
  g_autoptr(GPtrArray) steps = before != NULL ? read_events (events, error) : NULL;
  g_autoptr(GPtrArray) after = NULL;

  if (steps == NULL)
    return FALSE;

  callboard_replay_run (script, steps);
  after = callboard_transcript_new (steps);
  test->lines = callboard_transcript_compare (before, after, &test->n_changed);

  return TRUE;
}

static CallboardRehearsalTest *
read_test (CallboardRows   *rows,
           CallboardScript *script,
           const GError    *unreadable)
{
  CallboardRehearsalTest *test = g_new0 (CallboardRehearsalTest, 1);
  g_autoptr(GError) fault = NULL;

  test->id = callboard_rows_int (rows, 0);
  test->name = callboard_rows_dup (rows, 1);
  test->recorded_at = callboard_rows_int (rows, 2);
  if (script == NULL)
    test->trouble = g_strdup (unreadable->message);
  else if (!play (test, script, callboard_rows_text (rows, 3), callboard_rows_text (rows, 4), &fault))
    test->trouble = g_strdup (fault->message);

  return test;
}

static char *
load_draft (CallboardDb  *db,
            gint64        campaign,
            GError      **error)
{
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, "SELECT draft FROM campaign WHERE id = $1",
                                                       "i", campaign);

  if (callboard_rows_next (rows, &fault))
    return callboard_rows_dup (rows, 0);

  if (fault == NULL)
    g_set_error_literal (&fault, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                         _("The campaign no longer exists."));
  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

GPtrArray *
callboard_rehearsal_tests_run (CallboardDb  *db,
                               gint64        campaign,
                               const char   *document,
                               GError      **error)
{
  g_autoptr(GPtrArray) tests = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_rehearsal_test_free);
  g_autofree char *draft = document == NULL ? load_draft (db, campaign, error) : NULL;
  g_autoptr(CallboardScript) script = NULL;
  g_autoptr(GError) unreadable = NULL;
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (document == NULL && draft == NULL)
    return NULL;

  script = callboard_script_parse (document != NULL ? document : draft, &unreadable);
  rows = callboard_db_select (db, &fault,
                              "SELECT id, name, recorded_at, events, transcript FROM rehearsal_test"
                              " WHERE campaign_id = $1 ORDER BY id", "i", campaign);
  while (callboard_rows_next (rows, &fault))
    g_ptr_array_add (tests, read_test (rows, script, unreadable));

  if (fault == NULL)
    return g_steal_pointer (&tests);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}
