/* callboard-ctl-talk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-error.h"
#include "callboard-import.h"
#include "callboard-move.h"
#include "callboard-outbox.h"
#include "callboard-queries-application.h"
#include "callboard-rehearsal.h"

static gboolean
done (CallboardCtl *ctl,
      gint64        application,
      const char   *sentence)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_int (object, "application", application);
  callboard_ctl_print_object (ctl, object, sentence);

  return TRUE;
}

gboolean
callboard_ctl_type (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "type CARD TEXT",
                                            _("Puts a typed reply to the candidate into the outbox. It leaves at once."),
                                            NULL, argc, argv, 2, 2, error);
  g_autoptr(CallboardCommand) command = NULL;
  gint64 application;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error))
    return FALSE;

  command = callboard_typed_command_new (application, rest[1]);

  return callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) && callboard_ctl_execute (ctl, command, error) &&
         done (ctl, application, _("It stands in the outbox."));
}

/* The details of a card that has to exist. */
static CallboardDetails *
load (CallboardCtl  *ctl,
      gint64         application,
      GError       **error)
{
  g_autoptr(GError) fault = NULL;
  CallboardDetails *details = callboard_queries_load_details (callboard_ctl_get_reader (ctl), application, &fault);

  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (details == NULL)
    callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("There is no card %ld."),
                          (long) application);

  return details;
}

gboolean
callboard_ctl_consent (CallboardCtl  *ctl,
                       int            argc,
                       char         **argv,
                       GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "consent CARD SOURCE [WORDING]",
                                            _("Records that the candidate agreed to messages."),
                                            NULL, argc, argv, 2, 3, error);
  g_autoptr(CallboardDetails) details = NULL;
  g_autoptr(CallboardCommand) command = NULL;
  gint64 application;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  details = load (ctl, application, error);
  if (details == NULL)
    return FALSE;

  command = callboard_consent_command_new (details->candidate_id, rest[1], rest[2]);

  return callboard_ctl_execute (ctl, command, error) && done (ctl, application, _("The consent is recorded."));
}

static void
polled_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

/* What the phone wrote goes the way of all inbound: through the channel's poll into the inbox, then understood. */
static gboolean
carry (CallboardCtl        *ctl,
       CallboardRehearsal  *rehearsal,
       gint64               account,
       GError             **error)
{
  g_autoptr(GPtrArray) pending = g_ptr_array_new ();
  g_autoptr(GAsyncResult) result = NULL;
  g_autoptr(CallboardCommand) receive = NULL;
  g_autoptr(CallboardCommand) interpret = NULL;
  g_autofree char *cursor = NULL;
  GPtrArray *events;

  callboard_channel_poll_async (CALLBOARD_CHANNEL (rehearsal), NULL, pending, NULL, polled_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  events = callboard_channel_poll_finish (CALLBOARD_CHANNEL (rehearsal), result, &cursor, error);
  if (events == NULL)
    return FALSE;

  receive = callboard_receive_command_new (account, events, NULL);
  interpret = callboard_interpret_command_new (account, callboard_rehearsal_parse, 0);

  return callboard_ctl_execute (ctl, receive, error) && callboard_ctl_execute (ctl, interpret, error);
}

static gboolean
find_rehearsal (CallboardCtl  *ctl,
                gint64        *account,
                GError       **error)
{
  *account = 0;
  if (!callboard_db_number (callboard_ctl_get_reader (ctl), account, error,
                            "SELECT id FROM account WHERE provider = 'rehearsal' AND state <> 'removed'"
                            " ORDER BY id LIMIT 1", ""))
    return FALSE;

  return *account != 0 ||
         callboard_ctl_refuse (error, CALLBOARD_ENGINE_ERROR_NOT_FOUND, _("There is no rehearsal account."));
}

gboolean
callboard_ctl_reply (CallboardCtl  *ctl,
                     int            argc,
                     char         **argv,
                     GError       **error)
{
  g_autofree char *choice = NULL;
  const GOptionEntry entries[] = {
    { "choice", 0, 0, G_OPTION_ARG_STRING, &choice, N_("The choice that is pressed"), N_("ID") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "reply CARD TEXT [--choice ID]",
                                            _("Answers as the candidate, on the rehearsal's phone."), entries,
                                            argc, argv, 2, 2, error);
  g_autoptr(CallboardRehearsal) rehearsal = NULL;
  g_autoptr(CallboardDetails) details = NULL;
  gint64 application, account;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &application, error) ||
      !callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !find_rehearsal (ctl, &account, error))
    return FALSE;

  details = load (ctl, application, error);
  if (details == NULL)
    return FALSE;

  rehearsal = callboard_rehearsal_new ();
  callboard_rehearsal_reply (rehearsal, details->phone, rest[1], choice);

  return carry (ctl, rehearsal, account, error) && done (ctl, application, _("It was received."));
}
