/* callboard-ctl-moves.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-move.h"

static const char * const skip_names[] = {
  [CALLBOARD_SKIP_REVIEW] = "review",
  [CALLBOARD_SKIP_ASKED] = "asked",
  [CALLBOARD_SKIP_OPTED_OUT] = "opted_out",
  [CALLBOARD_SKIP_NO_CONSENT] = "no_consent",
  [CALLBOARD_SKIP_SAME_STAGE] = "same_stage",
};

static gboolean
read_ids (char    **texts,
          GArray   *ids,
          GError  **error)
{
  for (guint i = 0; texts[i] != NULL; i++)
    {
      gint64 id;

      if (!callboard_ctl_read_id (texts[i], &id, error))
        return FALSE;
      g_array_append_val (ids, id);
    }

  return TRUE;
}

/* The stage is looked for in the job of the first card. */
static gboolean
find_stage (CallboardCtl  *ctl,
            gint64         application,
            const char    *text,
            gint64        *stage,
            GError       **error)
{
  gint64 job = 0;

  if (!callboard_db_number (callboard_ctl_get_reader (ctl), &job, error,
                            "SELECT job_id FROM application WHERE id = $1 AND state = 'live'", "i", application))
    return FALSE;

  if (job != 0)
    return callboard_ctl_find_stage (ctl, job, text, stage, error);

  return callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND,
                               _("There is no card %ld on a board."), (long) application);
}

static void
print_moved (CallboardCtl              *ctl,
             const CallboardMoveResult *result)
{
  JsonObject *object = json_object_new ();
  JsonObject *skipped = json_object_new ();
  g_autofree char *sentence = NULL;

  callboard_ctl_set_int (object, "batch", result->batch);
  callboard_ctl_set_int (object, "moved", result->n_moved);
  callboard_ctl_set_int (object, "sending", result->n_sending);
  callboard_ctl_set_time (object, "leaves_at", result->leaves_at);
  callboard_ctl_set_text (object, "provider", result->n_sending > 0
                          ? callboard_enum_to_nick (CALLBOARD_TYPE_PROVIDER, result->provider) : NULL);
  for (guint i = CALLBOARD_SKIP_REVIEW; i < G_N_ELEMENTS (skip_names); i++)
    callboard_ctl_set_int (skipped, skip_names[i], result->n_skipped[i]);
  json_object_set_object_member (object, "skipped", skipped);

  sentence = result->n_sending > 0
    ? g_strdup_printf (_("%u moved. %u will get a message, the first at %s."), result->n_moved, result->n_sending,
                       json_object_get_string_member (object, "leaves_at"))
    : g_strdup_printf (_("%u moved. Nothing will be sent."), result->n_moved);
  callboard_ctl_print_object (ctl, object, sentence);
}

static gboolean
move (CallboardCtl        *ctl,
      GArray              *ids,
      const char          *to,
      gint64               before,
      CallboardMoveFlags   flags,
      GError             **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  gint64 stage;

  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) ||
      !find_stage (ctl, g_array_index (ids, gint64, 0), to, &stage, error))
    return FALSE;

  command = callboard_move_command_new (&g_array_index (ids, gint64, 0), ids->len, stage, before, flags);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  print_moved (ctl, callboard_move_command_get_result (command));

  return TRUE;
}

gboolean
callboard_ctl_move (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_autofree char *to = NULL;
  gint64 before = 0;
  gboolean silent = FALSE;
  const GOptionEntry entries[] = {
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_("The stage's name or number"), N_("STAGE") },
    { "before", 0, 0, G_OPTION_ARG_INT64, &before, N_("The card to stand before, else at the end"), N_("CARD") },
    { "without-sending", 0, 0, G_OPTION_ARG_NONE, &silent, N_("Send nothing"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "move CARD… --to STAGE [OPTIONS]",
                                            _("Moves cards into a stage of their job, which sends its campaign."),
                                            entries, argc, argv, 1, G_MAXUINT, error);
  g_autoptr(GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (rest == NULL || !read_ids (rest, ids, error))
    return FALSE;

  if (to == NULL)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say where to, with --to."));
      return FALSE;
    }

  return move (ctl, ids, to, before, silent ? CALLBOARD_MOVE_WITHOUT_SENDING : CALLBOARD_MOVE_DEFAULT, error);
}

gboolean
callboard_ctl_undo (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "undo [BATCH]",
                                            _("Takes back the newest move, or that one, together with its messages."),
                                            NULL, argc, argv, 0, 1, error);
  g_autoptr(CallboardCommand) command = NULL;
  g_autofree char *sentence = NULL;
  const CallboardUndoResult *result;
  JsonObject *object;
  gint64 batch = 0;

  if (rest == NULL || (rest[0] != NULL && !callboard_ctl_read_id (rest[0], &batch, error)))
    return FALSE;

  command = callboard_undo_command_new (batch);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  result = callboard_undo_command_get_result (command);
  object = json_object_new ();
  callboard_ctl_set_int (object, "undone", result->n_undone);
  callboard_ctl_set_int (object, "too_late", result->n_too_late);
  sentence = g_strdup_printf (_("%u back in place, %u too late."), result->n_undone, result->n_too_late);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

gboolean
callboard_ctl_send_again (CallboardCtl  *ctl,
                          int            argc,
                          char         **argv,
                          GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "send-again CARD",
                                            _("Sends the campaign of the stage a card stands in once more."),
                                            NULL, argc, argv, 1, 1, error);
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 application;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error))
    return FALSE;

  command = callboard_send_again_command_new (application);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "application", application);
  callboard_ctl_print_object (ctl, object, _("It stands in the outbox."));

  return TRUE;
}
