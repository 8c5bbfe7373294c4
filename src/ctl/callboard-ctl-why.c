/* callboard-ctl-why.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-queries-application.h"
#include "callboard-replay.h"

static const CallboardCtlColumn columns[] = {
  { "at", N_("At") },
  { "event", N_("What happened") },
  { "effect", N_("What the campaign did") },
  { "why", N_("Why") },
  { NULL, NULL }
};

static void
add_row (JsonArray                 *rows,
         const CallboardReplayStep *step,
         const CallboardEffect     *effect)
{
  JsonObject *row = json_object_new ();
  g_autofree char *event = callboard_replay_describe_event (step->event);
  g_autofree char *words = effect != NULL ? callboard_replay_describe_effect (effect) : NULL;

  callboard_ctl_set_time (row, "at", step->at);
  callboard_ctl_set_text (row, "event", event);
  callboard_ctl_set_text (row, "effect", words);
  callboard_ctl_set_text (row, "why", effect != NULL ? callboard_why_describe (effect->why) : NULL);
  json_array_add_object_element (rows, row);
}

static JsonArray *
describe_steps (GPtrArray *steps)
{
  JsonArray *rows = json_array_new ();

  for (guint i = 0; i < steps->len; i++)
    {
      const CallboardReplayStep *step = g_ptr_array_index (steps, i);

      if (step->effects->len == 0)
        add_row (rows, step, NULL);
      for (guint j = 0; j < step->effects->len; j++)
        add_row (rows, step, g_ptr_array_index (step->effects, j));
    }

  return rows;
}

gboolean
callboard_ctl_why (CallboardCtl  *ctl,
                   int            argc,
                   char         **argv,
                   GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "why CARD",
                                            _("Replays the campaign of a card: what happened, what was done, and why."),
                                            NULL, argc, argv, 1, 1, error);
  g_autoptr(GPtrArray) steps = NULL;
  gint64 application;
  gint64 enrolment = 0;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error) ||
      !callboard_db_number (callboard_ctl_get_reader (ctl), &enrolment, error,
                            "SELECT enrolment_id FROM application WHERE id = $1", "i", application))
    return FALSE;

  if (enrolment == 0)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("Nothing was sent to card %ld."),
                                 (long) application);

  steps = callboard_replay_load (callboard_ctl_get_reader (ctl), enrolment, error);
  if (steps == NULL)
    return FALSE;

  callboard_ctl_print_rows (ctl, describe_steps (steps), columns);

  return TRUE;
}
