/* callboard-ctl-story.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl-story-private.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-move.h"
#include "callboard-office.h"
#include "callboard-queries-application.h"
#include "callboard-rehearsal.h"
#include "callboard-sample.h"
#include "callboard-settings.h"

#define PATIENCE_SECONDS 60

static const char * const answers[] = {
  "Yes", "3", "yes", "Yes!", "Night shift at a dairy. Quiet, and the sunrise on the way home", "Next Monday", NULL
};

/* Somebody who stands in the first stage and agreed to messages, and the stage that follows. */
static gboolean
cast (CallboardStory  *story,
      GError         **error)
{
  CallboardDb *db = callboard_ctl_get_reader (story->ctl);

  return callboard_db_number (db, &story->application, error,
                              "SELECT a.id FROM application a JOIN stage s ON s.id = a.stage_id WHERE s.position = 0"
                              " AND EXISTS (SELECT 1 FROM consent n WHERE n.candidate_id = a.candidate_id)"
                              " ORDER BY a.job_id, a.rank LIMIT 1", "") &&
         callboard_db_number (db, &story->stage, error,
                              "SELECT s.id FROM stage s JOIN application a ON a.job_id = s.job_id"
                              " WHERE a.id = $1 AND s.type = 'form' ORDER BY s.position LIMIT 1",
                              "i", story->application);
}

static gboolean
set_undo_time (CallboardStory  *story,
               const char      *seconds,
               GError         **error)
{
  g_autoptr(CallboardCommand) command = callboard_setting_command_new (CALLBOARD_SETTING_UNDO_ONE, seconds);

  return callboard_ctl_execute (story->ctl, command, error);
}

static gboolean
drop (CallboardStory  *story,
      GError         **error)
{
  g_autoptr(CallboardCommand) command = callboard_move_command_new (&story->application, 1, story->stage, 0,
                                                                    CALLBOARD_MOVE_DEFAULT);
  g_autoptr(CallboardDetails) details = NULL;
  const CallboardMoveResult *result;
  guint seconds;

  if (!callboard_ctl_execute (story->ctl, command, error))
    return FALSE;

  result = callboard_move_command_get_result (command);
  seconds = (result->leaves_at - callboard_clock_now (story->ctl->clock) + CALLBOARD_SECOND / 2) / CALLBOARD_SECOND;
  details = callboard_queries_load_details (callboard_ctl_get_reader (story->ctl), story->application, error);
  if (details == NULL)
    return FALSE;

  callboard_story_tell (story,
                        ngettext ("%s is dropped into “%s”. Its campaign leaves in %u second.",
                                  "%s is dropped into “%s”. Its campaign leaves in %u seconds.", seconds),
                        details->name, details->stage, seconds);
  if (result->n_sending == 1 && details->status == CALLBOARD_STATUS_SCHEDULED)
    return TRUE;

  return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("The drop did not schedule a message."));
}

static gboolean
take_back (CallboardStory  *story,
           GError         **error)
{
  g_autoptr(CallboardCommand) command = callboard_undo_command_new (0);
  gint64 n_waiting = 0;

  if (!callboard_ctl_execute (story->ctl, command, error) ||
      !callboard_db_number (callboard_ctl_get_reader (story->ctl), &n_waiting, error,
                            "SELECT count(*) FROM message WHERE application_id = $1 AND state = 'waiting'",
                            "i", story->application))
    return FALSE;

  callboard_story_tell (story, "%s\n", _("Undo: the card is back, and so is the message. Nothing has left."));

  return n_waiting == 0 ||
         callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("Undo left a message in the outbox."));
}

static gboolean
has_all_been_said (CallboardStory *story)
{
  gint64 n_open = 1;

  callboard_db_number (callboard_ctl_get_reader (story->ctl), &n_open, NULL,
                       "SELECT count(*) FROM message WHERE application_id = $1 AND state IN ('waiting', 'claimed')",
                       "i", story->application);

  return n_open == 0;
}

static void
changed_cb (CallboardStory *story)
{
  g_autoptr(CallboardDetails) details = callboard_queries_load_details (callboard_ctl_get_reader (story->ctl),
                                                                        story->application, NULL);

  callboard_story_tell_messages (story);
  if (details == NULL)
    return;

  if (details->status != story->status)
    callboard_story_tell (story, "    [%s]", callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, details->status));
  story->status = details->status;

  if (story->status == CALLBOARD_STATUS_COMPLETED && has_all_been_said (story))
    g_main_loop_quit (story->loop);
}

static gboolean
time_over_cb (gpointer user_data)
{
  CallboardStory *story = user_data;

  story->timed_out = TRUE;
  g_main_loop_quit (story->loop);

  return G_SOURCE_CONTINUE;
}

static void
wait_for_end (CallboardStory *story)
{
  guint source = g_timeout_add_seconds (PATIENCE_SECONDS, time_over_cb, story);
  gulong handler = g_signal_connect_swapped (story->ctl->store, "changed", G_CALLBACK (changed_cb), story);

  g_main_loop_run (story->loop);
  g_signal_handler_disconnect (story->ctl->store, handler);
  g_source_remove (source);
}

static gboolean
conclude (CallboardStory  *story,
          GError         **error)
{
  int n_answers;

  if (story->timed_out || story->status != CALLBOARD_STATUS_COMPLETED)
    return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID,
                                 _("The story did not end Completed, but “%s”."),
                                 callboard_enum_to_nick (CALLBOARD_TYPE_STATUS, story->status));

  n_answers = callboard_story_tell_answers (story, error);
  if (n_answers != G_N_ELEMENTS (answers) - 2)
    return n_answers >= 0 &&
           callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_INVALID, _("An answer is missing."));

  return callboard_story_print (story, _("The card says Completed."), error);
}

static gboolean
play (CallboardStory  *story,
      gpointer         user_data,
      GError         **error)
{
  if (!callboard_sample_fill (story->ctl->store, error) || !cast (story, error) ||
      !callboard_context_start (story->context, error))
    return FALSE;

  callboard_rehearsal_set_script (callboard_context_get_rehearsal (story->context), answers);
  callboard_story_tell_board (story);
  if (!drop (story, error) || !take_back (story, error) || !set_undo_time (story, "1", error) || !drop (story, error))
    return FALSE;

  wait_for_end (story);
  callboard_context_stop (story->context);

  return conclude (story, error);
}

gboolean
callboard_ctl_story (CallboardCtl  *ctl,
                     int            argc,
                     char         **argv,
                     GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "story",
                                            _("Plays a campaign from the drop to the last answer with the rehearsal, in "
                                              "a folder of its own unless --data-dir is given, and checks itself."),
                                            NULL, argc, argv, 0, 0, error);

  return rest != NULL && callboard_story_play (ctl, play, NULL, error);
}
