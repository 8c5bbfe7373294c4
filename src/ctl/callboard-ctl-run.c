/* callboard-ctl-run.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-ctl.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

#include "callboard-queries-office.h"
#include "callboard-queries-outbox.h"
#include "callboard-util.h"

/* Undo times lie within it; send hours and long delays do not. */
#define SOON          (2 * CALLBOARD_MINUTE)
#define LOOK_MS       100
#define N_QUIET       4

/* A run from its start until it lets go. */
typedef struct
{
  CallboardContext *context;
  GObject          *guest;
  CallboardClock   *clock;
  GMainLoop        *loop;
  gboolean          until_idle;
  guint             n_quiet;
  guint             look_source;
  char             *trouble;
  gboolean          stopping;
} Run;

static gboolean
poll_cb (gpointer user_data)
{
  Run *run = user_data;

  callboard_context_poll (run->context);

  return G_SOURCE_CONTINUE;
}

/* What waits for another campaign or for a paused account does not leave by itself. */
static gboolean
leaves_soon (Run *run)
{
  gint64 found = 0;

  return !callboard_db_number (callboard_store_get_reader (callboard_context_get_store (run->context)), &found, NULL,
                               "SELECT m.id FROM message m JOIN account a ON a.id = m.account_id"
                               " LEFT JOIN enrolment e ON e.id = m.enrolment_id"
                               " WHERE m.state = 'waiting' AND a.state = 'active' AND m.due_at - a.clock_shift < $1"
                               " AND NOT (m.kind = 'first' AND e.status = 'queued') LIMIT 1",
                               "i", callboard_clock_now (run->clock) + SOON) || found != 0;
}

static gboolean
is_quiet (Run *run)
{
  return callboard_context_is_idle (run->context) && !leaves_soon (run);
}

static void stop (Run *run);

/* What a poll brings in may have to be answered: it has to be quiet for a while, with a poll in between. */
static gboolean
look_cb (gpointer user_data)
{
  Run *run = user_data;

  if (run->stopping)
    {
      if (callboard_context_is_idle (run->context))
        g_main_loop_quit (run->loop);
      return G_SOURCE_CONTINUE;
    }

  if (!is_quiet (run))
    run->n_quiet = 0;
  else if (++run->n_quiet == 1)
    callboard_context_poll (run->context);
  else if (run->n_quiet > N_QUIET)
    stop (run);

  return G_SOURCE_CONTINUE;
}

static void
watch (Run *run)
{
  if (run->look_source == 0)
    run->look_source = g_timeout_add (LOOK_MS, look_cb, run);
}

/* Requests that have left are awaited: without their answer they would be Unknown. */
static void
stop (Run *run)
{
  run->stopping = TRUE;
  g_clear_object (&run->guest);
  if (run->context == NULL)
    return;

  callboard_set_str (&run->trouble, callboard_context_get_trouble (run->context));
  callboard_context_stop (run->context);
  watch (run);
}

static gboolean
stop_cb (gpointer user_data)
{
  Run *run = user_data;

  if (run->stopping)
    g_main_loop_quit (run->loop);
  else
    stop (run);

  return G_SOURCE_CONTINUE;
}

static gboolean
time_over_cb (gpointer user_data)
{
  Run *run = user_data;

  if (!run->stopping)
    stop (run);

  return G_SOURCE_CONTINUE;
}

static char *
find_pause (CallboardCtl  *ctl,
            GError       **error)
{
  g_autoptr(GPtrArray) accounts = callboard_queries_load_accounts (callboard_ctl_get_reader (ctl), error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      const CallboardAccountRow *row = g_ptr_array_index (accounts, i);

      if (row->waiting > 0 && g_str_equal (row->state, "paused"))
        return g_strdup_printf (_("“%s” is paused: %s"), row->name, row->pause_reason != NULL ? row->pause_reason : "");
    }

  return NULL;
}

static gboolean
report (CallboardCtl  *ctl,
        const char    *trouble,
        GError       **error)
{
  g_autofree char *sentence = NULL;
  g_autofree char *pause = NULL;
  g_autoptr(GError) fault = NULL;
  CallboardOutboxCounts counts;
  JsonObject *object;

  if (!callboard_queries_count_outbox (callboard_ctl_get_reader (ctl), &counts, error))
    return FALSE;

  pause = find_pause (ctl, &fault);
  object = json_object_new ();
  callboard_ctl_set_int (object, "waiting", counts.waiting);
  callboard_ctl_set_int (object, "unknown", counts.unknown);
  callboard_ctl_set_int (object, "failed", counts.failed);
  callboard_ctl_set_text (object, "paused", pause);
  callboard_ctl_set_text (object, "trouble", trouble);
  sentence = g_strdup_printf (_("%u wait in the outbox, %u are unknown, %u failed."),
                              counts.waiting, counts.unknown, counts.failed);
  callboard_ctl_print_object (ctl, object, sentence);

  if (pause != NULL || trouble != NULL)
    g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_FAILED, pause != NULL ? pause : trouble);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    return TRUE;

  return FALSE;
}

static gboolean
open_office (CallboardCtl       *ctl,
             Run                *run,
             CallboardCtlInvite  invite,
             gconstpointer       data,
             GError            **error)
{
  if (!callboard_ctl_open (ctl, CALLBOARD_DB_READ_WRITE, error))
    return FALSE;

  run->context = callboard_context_new (ctl->store);
  if (!callboard_context_start (run->context, error))
    return FALSE;

  if (invite != NULL)
    run->guest = invite (ctl, data, error);

  return invite == NULL || run->guest != NULL;
}

static void
work (Run   *run,
      guint  for_seconds,
      guint  poll_seconds)
{
  guint sources[] = {
    for_seconds > 0 ? g_timeout_add_seconds (for_seconds, time_over_cb, run) : 0,
    poll_seconds > 0 ? g_timeout_add_seconds (poll_seconds, poll_cb, run) : 0,
  };

  if (run->stopping)
    stop (run);
  else if (run->until_idle)
    watch (run);

  g_main_loop_run (run->loop);

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    g_clear_handle_id (&sources[i], g_source_remove);
  g_clear_handle_id (&run->look_source, g_source_remove);
}

/* Signals are heard before anything is opened, so that none ends the program half way. */
gboolean
callboard_ctl_run_office (CallboardCtl        *ctl,
                          gboolean             until_idle,
                          guint                for_seconds,
                          guint                poll_seconds,
                          CallboardCtlInvite   invite,
                          gconstpointer        data,
                          GError             **error)
{
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autofree char *trouble = NULL;
  Run run = { .clock = ctl->clock, .loop = loop, .until_idle = until_idle };
  guint interrupt = g_unix_signal_add (SIGINT, stop_cb, &run);
  guint terminate = g_unix_signal_add (SIGTERM, stop_cb, &run);
  gboolean opened = open_office (ctl, &run, invite, data, error);

  if (opened)
    work (&run, for_seconds, poll_seconds);

  g_source_remove (interrupt);
  g_source_remove (terminate);
  g_clear_object (&run.guest);
  g_clear_object (&run.context);
  trouble = run.trouble;

  return opened && report (ctl, trouble, error);
}

gboolean
callboard_ctl_run (CallboardCtl  *ctl,
                   int            argc,
                   char         **argv,
                   GError       **error)
{
  gboolean until_idle = FALSE;
  int for_seconds = 0;
  int poll_seconds = 0;
  const GOptionEntry entries[] = {
    { "until-idle", 0, 0, G_OPTION_ARG_NONE, &until_idle, N_("End when nothing leaves within two minutes"), NULL },
    { "for", 0, 0, G_OPTION_ARG_INT, &for_seconds, N_("End after so long"), N_("SECONDS") },
    { "poll", 0, 0, G_OPTION_ARG_INT, &poll_seconds, N_("Ask providers so often, too"), N_("SECONDS") },
    G_OPTION_ENTRY_NULL
  };
  g_auto(GStrv) rest = callboard_ctl_parse (ctl, "run [OPTIONS]",
                                            _("Sends what is due and takes in answers, until it is stopped."), entries,
                                            argc, argv, 0, 0, error);

  return rest != NULL &&
         callboard_ctl_run_office (ctl, until_idle, MAX (for_seconds, 0), MAX (poll_seconds, 0), NULL, NULL, error);
}
