/* callboard-ctl-outbox.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-late.h"
#include "callboard-outbox.h"
#include "callboard-queries-outbox.h"

static const CallboardCtlColumn columns[] = {
  { "message", N_("Message") },
  { "name", N_("Name") },
  { "phone", N_("Number") },
  { "stage", N_("Stage") },
  { "leaves_at", N_("Leaves at") },
  { "waits", N_("Waits for") },
  { "state", N_("State") },
  { "body", N_("Text") },
  { NULL }
};

static const char * const wait_names[] = {
  [CALLBOARD_WAIT_NONE] = NULL,
  [CALLBOARD_WAIT_TIME] = "time",
  [CALLBOARD_WAIT_QUEUED] = "another-campaign",
  [CALLBOARD_WAIT_RETRY] = "another-try",
  [CALLBOARD_WAIT_ACCOUNT] = "account",
  [CALLBOARD_WAIT_REPLY] = "reply",
  [CALLBOARD_WAIT_HELD] = "held",
  [CALLBOARD_WAIT_LATE] = "yes",
};

static JsonObject *
describe (const CallboardOutboxRow *row)
{
  JsonObject *object = json_object_new ();

  callboard_ctl_set_int (object, "message", row->message_id);
  callboard_ctl_set_int (object, "application", row->application_id);
  callboard_ctl_set_text (object, "name", row->name);
  callboard_ctl_set_text (object, "phone", row->phone);
  callboard_ctl_set_text (object, "job", row->job);
  callboard_ctl_set_text (object, "stage", row->stage);
  callboard_ctl_set_text (object, "body", row->body);
  callboard_ctl_set_time (object, "leaves_at", row->leaves_at);
  callboard_ctl_set_text (object, "waits", wait_names[row->wait]);
  callboard_ctl_set_int (object, "account", row->account_id);
  callboard_ctl_set_nick (object, "provider", CALLBOARD_TYPE_PROVIDER, row->provider);
  callboard_ctl_set_nick (object, "state", CALLBOARD_TYPE_MESSAGE_STATE, row->state);
  callboard_ctl_set_nick (object, "failure", CALLBOARD_TYPE_FAILURE, row->failure);
  callboard_ctl_set_text (object, "failure_code", row->failure_code);
  callboard_ctl_set_text (object, "failure_detail", row->failure_detail);

  return object;
}

static gboolean
add_part (CallboardCtl       *ctl,
          JsonArray          *rows,
          CallboardTrayPart   part,
          GError            **error)
{
  g_autoptr(GPtrArray) found =
    callboard_queries_load_outbox (callboard_ctl_get_reader (ctl), part, callboard_clock_now (ctl->clock), G_MAXINT, 0,
                                   error);

  for (guint i = 0; found != NULL && i < found->len; i++)
    json_array_add_object_element (rows, describe (g_ptr_array_index (found, i)));

  return found != NULL;
}

gboolean
callboard_ctl_outbox (CallboardCtl  *ctl,
                      int            argc,
                      char         **argv,
                      GError       **error)
{
  gboolean late = FALSE;
  gboolean unknown = FALSE;
  gboolean failed = FALSE;
  const GOptionEntry entries[] = {
    { "late", 0, 0, G_OPTION_ARG_NONE, &late, N_("Messages that came due while nobody ran the program"), NULL },
    { "unknown", 0, 0, G_OPTION_ARG_NONE, &unknown, N_("Messages whose answer was lost"), NULL },
    { "failed", 0, 0, G_OPTION_ARG_NONE, &failed, N_("Messages that could not be delivered"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "outbox [OPTIONS]", _("Lists the messages that wait to leave."),
                                            entries, argc, argv, 0, 0, error);
  g_autoptr(JsonArray) rows = json_array_new ();

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error))
    return FALSE;

  if (!late && !unknown && !failed && !add_part (ctl, rows, CALLBOARD_TRAY_WAITING, error))
    return FALSE;

  if ((late && !add_part (ctl, rows, CALLBOARD_TRAY_LATE, error)) ||
      (unknown && !add_part (ctl, rows, CALLBOARD_TRAY_UNKNOWN, error)) ||
      (failed && !add_part (ctl, rows, CALLBOARD_TRAY_FAILED, error)) ||
      (failed && !add_part (ctl, rows, CALLBOARD_TRAY_CLOSED, error)))
    return FALSE;

  callboard_ctl_print_rows (ctl, g_steal_pointer (&rows), columns);

  return TRUE;
}

gboolean
callboard_ctl_resolve (CallboardCtl  *ctl,
                       int            argc,
                       char         **argv,
                       GError       **error)
{
  gboolean arrived = FALSE;
  gboolean again = FALSE;
  const GOptionEntry entries[] = {
    { "arrived", 0, 0, G_OPTION_ARG_NONE, &arrived, N_("It arrived"), NULL },
    { "send-again", 0, 0, G_OPTION_ARG_NONE, &again, N_("It did not arrive: send it again"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "resolve MESSAGE --arrived|--send-again",
                                            _("Says what became of a message whose answer was lost."), entries,
                                            argc, argv, 1, 1, error);
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 message;

  if (rest == NULL || !callboard_ctl_read_id (rest[0], &message, error))
    return FALSE;

  if (arrived == again)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say either --arrived or --send-again."));
      return FALSE;
    }

  command = callboard_resolve_command_new (message, arrived);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "message", message);
  callboard_ctl_set_boolean (object, "arrived", arrived);
  callboard_ctl_print_object (ctl, object, arrived ? _("Noted.") : _("It stands in the outbox again."));

  return TRUE;
}

gboolean
callboard_ctl_late (CallboardCtl  *ctl,
                    int            argc,
                    char         **argv,
                    GError       **error)
{
  gboolean send = FALSE;
  gboolean leave_out = FALSE;
  const GOptionEntry entries[] = {
    { "send", 0, 0, G_OPTION_ARG_NONE, &send, N_("It leaves now, or at the beginning of send hours"), NULL },
    { "do-not-send", 0, 0, G_OPTION_ARG_NONE, &leave_out, N_("It never leaves"), NULL },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "late MESSAGE|all --send|--do-not-send",
                                            _("Says whether messages leave that came due while nobody ran the program."),
                                            entries, argc, argv, 1, 1, error);
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gint64 message = 0;

  if (rest == NULL || (!g_str_equal (rest[0], "all") && !callboard_ctl_read_id (rest[0], &message, error)))
    return FALSE;

  if (send == leave_out)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("Say either --send or --do-not-send."));
      return FALSE;
    }

  command = callboard_late_command_new (message, send);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_boolean (object, "send", send);
  callboard_ctl_print_object (ctl, object, send ? _("It stands in the outbox again.") : _("Noted."));

  return TRUE;
}
