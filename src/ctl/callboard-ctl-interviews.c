/* callboard-ctl-interviews.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib/gi18n.h>

#include "callboard-interview.h"
#include "callboard-queries-interviews.h"

static const CallboardCtlColumn columns[] = {
  { "id", N_("Interview") },
  { "card", N_("Card") },
  { "name", N_("Name") },
  { "when", N_("When") },
  { "interviewer", N_("With") },
  { "job", N_("Job") },
  { "state", N_("State") },
  { NULL }
};

static JsonObject *
describe (const CallboardInterviewRow *row)
{
  JsonObject *object = json_object_new ();
  g_autofree char *when = callboard_interview_row_tell (row);

  callboard_ctl_set_int (object, "id", row->id);
  callboard_ctl_set_int (object, "card", row->application_id);
  callboard_ctl_set_text (object, "name", row->name);
  callboard_ctl_set_text (object, "phone", row->phone);
  callboard_ctl_set_text (object, "job", row->job);
  callboard_ctl_set_text (object, "stage", row->stage);
  callboard_ctl_set_text (object, "interviewer", row->interviewer);
  callboard_ctl_set_text (object, "when", when);
  callboard_ctl_set_time (object, "starts_at", row->starts_at);
  callboard_ctl_set_time (object, "ends_at", row->ends_at);
  callboard_ctl_set_text (object, "zone", row->zone);
  callboard_ctl_set_text (object, "place_kind", row->place_kind);
  callboard_ctl_set_text (object, "place", row->place);
  callboard_ctl_set_nick (object, "state", CALLBOARD_TYPE_INTERVIEW_STATE, row->state);
  callboard_ctl_set_int (object, "moves", row->moves);

  return object;
}

gboolean
callboard_ctl_interviews (CallboardCtl  *ctl,
                          int            argc,
                          char         **argv,
                          GError       **error)
{
  g_autofree char *job_text = NULL;
  const GOptionEntry entries[] = {
    { "job", 0, 0, G_OPTION_ARG_STRING, &job_text, N_("Only of one job"), N_("JOB") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "interviews [--job JOB]", _("Lists the interviews, in order of time."),
                                            entries, argc, argv, 0, 0, error);
  g_autoptr(GPtrArray) found = NULL;
  gint64 job = 0;
  JsonArray *rows;

  if (rest == NULL || !callboard_ctl_open (ctl, CALLBOARD_DB_READ_ONLY, error) ||
      (job_text != NULL && !callboard_ctl_find_job (ctl, job_text, &job, error)))
    return FALSE;

  found = callboard_queries_list_interviews (callboard_ctl_get_reader (ctl), job, error);
  if (found == NULL)
    return FALSE;

  rows = json_array_new ();
  for (guint i = 0; i < found->len; i++)
    json_array_add_object_element (rows, describe (g_ptr_array_index (found, i)));
  callboard_ctl_print_rows (ctl, rows, columns);

  return TRUE;
}

gboolean
callboard_ctl_interview (CallboardCtl  *ctl,
                         int            argc,
                         char         **argv,
                         GError       **error)
{
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "interview rebook|cancel INTERVIEW",
                                            _("Asks the candidate for another time, or cancels an interview and tells them."),
                                            NULL, argc, argv, 2, 2, error);
  g_autoptr(CallboardCommand) command = NULL;
  JsonObject *object;
  gboolean rebook;
  gint64 interview;

  if (rest == NULL || !callboard_ctl_read_id (rest[1], &interview, error))
    return FALSE;

  rebook = g_str_equal (rest[0], "rebook");
  if (!rebook && !g_str_equal (rest[0], "cancel"))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, _("There is no “%s” of an interview."), rest[0]);
      return FALSE;
    }

  command = rebook ? callboard_interview_rebook_command_new (interview) : callboard_interview_call_off_command_new (interview);
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error) || !callboard_ctl_execute (ctl, command, error))
    return FALSE;

  object = json_object_new ();
  callboard_ctl_set_int (object, "interview", interview);
  callboard_ctl_print_object (ctl, object, rebook ? _("The candidate is asked for another time.")
                                                  : _("The interview is cancelled, and the candidate is told."));

  return TRUE;
}
