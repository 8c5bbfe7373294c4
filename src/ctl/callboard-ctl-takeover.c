/* callboard-ctl-takeover.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-archive.h"
#include "callboard-takeover.h"

/* Runs a command about one card, CARD being all that it takes. */
static gboolean
change_card (CallboardCtl      *ctl,
             char             **rest,
             CallboardCommand *(*new_command) (gint64 application),
             const char        *sentence,
             GError           **error)
{
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 application;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  command = new_command (application);
  if (!callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "application", application);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

static CallboardCommand *
archive_one (gint64 application)
{
  return callboard_archive_command_new (&application, 1);
}

static CallboardCommand *
unarchive_one (gint64 application)
{
  return callboard_unarchive_command_new (&application, 1);
}

gboolean
callboard_ctl_archive (CallboardCtl  *ctl,
                       int            argc,
                       char         **argv,
                       GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "archive CARD",
                                            _("Takes a card off its board. Its campaign ends; what was said stays."),
                                            NULL, argc, argv, 1, 1, error);

  return change_card (ctl, rest, archive_one, _("It is in the archive."), error);
}

gboolean
callboard_ctl_unarchive (CallboardCtl  *ctl,
                         int            argc,
                         char         **argv,
                         GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "unarchive CARD",
                                            _("Puts a card back where it stood. Nothing is sent."),
                                            NULL, argc, argv, 1, 1, error);

  return change_card (ctl, rest, unarchive_one, _("It is on its board again."), error);
}

gboolean
callboard_ctl_hold (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "hold CARD",
                                            _("Pauses the campaign of a card: you write, and answers stand unread."),
                                            NULL, argc, argv, 1, 1, error);

  return change_card (ctl, rest, callboard_hold_command_new, _("The campaign is paused."), error);
}

gboolean
callboard_ctl_hand_back (CallboardCtl  *ctl,
                         int            argc,
                         char         **argv,
                         GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "hand-back CARD",
                                            _("Lets a paused campaign go on. The open question is asked again."),
                                            NULL, argc, argv, 1, 1, error);

  return change_card (ctl, rest, callboard_hand_back_command_new, _("The campaign goes on."), error);
}
