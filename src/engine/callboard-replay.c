/* callboard-replay.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-replay.h"

#include "callboard-enrolment.h"
#include "callboard-util.h"

static void
step_free (gpointer data)
{
  CallboardReplayStep *step = data;

  callboard_script_event_free (step->event);
  g_clear_pointer (&step->effects, g_ptr_array_unref);
  g_free (step);
}

GPtrArray *
callboard_replay_steps_new (void)
{
  return g_ptr_array_new_with_free_func (step_free);
}

gboolean
callboard_replay_steps_add (GPtrArray   *steps,
                            const char  *text,
                            gint64       at,
                            GError     **error)
{
  CallboardScriptEvent *event = callboard_script_event_from_json (text, error);
  CallboardReplayStep *step;

  g_return_val_if_fail (steps != NULL, FALSE);

  if (event == NULL)
    return FALSE;

  step = g_new0 (CallboardReplayStep, 1);
  step->at = at;
  step->event = event;
  g_ptr_array_add (steps, step);

  return TRUE;
}

CallboardScriptState
callboard_replay_run (CallboardScript *script,
                      GPtrArray       *steps)
{
  CallboardScriptState state = { 0 };

  g_return_val_if_fail (script != NULL && steps != NULL, state);

  for (guint i = 0; i < steps->len; i++)
    {
      CallboardReplayStep *step = g_ptr_array_index (steps, i);
      CallboardScriptState next;

      g_clear_pointer (&step->effects, g_ptr_array_unref);
      step->effects = callboard_script_step (script, &state, step->event, step->at, &next);
      state = next;
    }

  return state;
}

/* Earlier versions logged only the row of a reply. */
#define EVENTS_SQL                                                                                          \
  "SELECT v.event, v.at, m.body, m.choice FROM enrolment_event v"                                           \
  " LEFT JOIN message m ON v.event LIKE 'reply %' AND m.id = CAST (substr (v.event, 7) AS INTEGER)"         \
  " WHERE v.enrolment_id = $1 ORDER BY v.id"

static gboolean
read_event (GPtrArray      *steps,
            CallboardRows  *rows,
            GError        **error)
{
  CallboardScriptEvent plain = { .kind = CALLBOARD_SCRIPT_REPLY };
  g_autofree char *json = NULL;

  plain.text = callboard_rows_text (rows, 2);
  plain.choice = callboard_rows_text (rows, 3);
  if (plain.text != NULL)
    json = callboard_script_event_to_json (&plain);

  return callboard_replay_steps_add (steps, json != NULL ? json : callboard_rows_text (rows, 0),
                                     callboard_rows_int (rows, 1), error);
}

GPtrArray *
callboard_replay_load_events (CallboardDb  *db,
                              gint64        enrolment,
                              GError      **error)
{
  g_autoptr(GPtrArray) steps = callboard_replay_steps_new ();
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault, EVENTS_SQL, "i", enrolment);

  while (fault == NULL && callboard_rows_next (rows, &fault))
    read_event (steps, rows, &fault);

  if (fault == NULL)
    return g_steal_pointer (&steps);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

/* What was sent, by the last part of its key: visit/version/attempt/key. */
static GHashTable *
load_bodies (CallboardDb  *db,
             gint64        enrolment,
             GError      **error)
{
  g_autoptr(GHashTable) bodies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GError) fault = NULL;
  g_autoptr(CallboardRows) rows = callboard_db_select (db, &fault,
                                                       "SELECT key, body FROM message WHERE enrolment_id = $1"
                                                       " AND direction = 'out'", "i", enrolment);

  while (callboard_rows_next (rows, &fault))
    {
      const char *key = strrchr (callboard_rows_text (rows, 0), '/');

      if (key != NULL)
        g_hash_table_insert (bodies, g_strdup (key + 1), callboard_rows_dup (rows, 1));
    }

  if (fault == NULL)
    return g_steal_pointer (&bodies);

  g_propagate_error (error, g_steal_pointer (&fault));

  return NULL;
}

static void
put_bodies (GPtrArray  *steps,
            GHashTable *bodies)
{
  for (guint i = 0; i < steps->len; i++)
    {
      CallboardReplayStep *step = g_ptr_array_index (steps, i);

      for (guint j = 0; j < step->effects->len; j++)
        {
          CallboardEffect *effect = g_ptr_array_index (step->effects, j);
          const char *body = effect->kind == CALLBOARD_EFFECT_SEND ? g_hash_table_lookup (bodies, effect->key) : NULL;

          if (body != NULL)
            callboard_set_str (&effect->text, body);
        }
    }
}

GPtrArray *
callboard_replay_load (CallboardDb  *db,
                       gint64        enrolment,
                       GError      **error)
{
  CallboardEnrolment loaded;
  CallboardScript *script;
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(GHashTable) bodies = NULL;

  g_return_val_if_fail (db != NULL, NULL);

  if (!callboard_enrolment_load (db, enrolment, &loaded, error) ||
      (script = callboard_script_load (db, loaded.campaign, loaded.version, error)) == NULL ||
      (steps = callboard_replay_load_events (db, enrolment, error)) == NULL ||
      (bodies = load_bodies (db, enrolment, error)) == NULL)
    return NULL;

  callboard_replay_run (script, steps);
  put_bodies (steps, bodies);

  return g_steal_pointer (&steps);
}
