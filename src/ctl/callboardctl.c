/* callboardctl.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "callboard-ctl.h"

static const struct {
  const char      *name;
  CallboardCtlRun  run;
  const char      *summary;
} commands[] = {
  { "jobs", callboard_ctl_jobs, N_("List the jobs") },
  { "job", callboard_ctl_job, N_("Create a job") },
  { "stages", callboard_ctl_stages, N_("List the stages of a job") },
  { "list", callboard_ctl_list, N_("List the cards of a job") },
  { "show", callboard_ctl_show, N_("Show a card with answers and history") },
  { "conversation", callboard_ctl_conversation, N_("Show what was said") },
  { "import", callboard_ctl_import, N_("Add the people of a CSV file") },
  { "consent", callboard_ctl_consent, N_("Record that somebody agreed to messages") },
  { "move", callboard_ctl_move, N_("Move cards into a stage") },
  { "undo", callboard_ctl_undo, N_("Take back a move") },
  { "send-again", callboard_ctl_send_again, N_("Send a campaign once more") },
  { "archive", callboard_ctl_archive, N_("Take a card off its board") },
  { "unarchive", callboard_ctl_unarchive, N_("Put a card back on its board") },
  { "hold", callboard_ctl_hold, N_("Pause a campaign and write yourself") },
  { "hand-back", callboard_ctl_hand_back, N_("Let a paused campaign go on") },
  { "type", callboard_ctl_type, N_("Reply to a candidate") },
  { "interviews", callboard_ctl_interviews, N_("List the interviews") },
  { "interview", callboard_ctl_interview, N_("Ask for another time, or cancel") },
  { "outbox", callboard_ctl_outbox, N_("List what waits to leave") },
  { "late", callboard_ctl_late, N_("Say whether messages leave that came due too long ago") },
  { "resolve", callboard_ctl_resolve, N_("Say whether an Unknown message arrived") },
  { "check", callboard_ctl_check, N_("Check a campaign file") },
  { "campaign", callboard_ctl_campaign, N_("Export, import and list the versions of a campaign") },
  { "publish", callboard_ctl_publish, N_("Publish a campaign file") },
  { "submit", callboard_ctl_submit, N_("Submit the template of a campaign file to WhatsApp") },
  { "file", callboard_ctl_file, N_("Keep a file for campaigns, and print its hash") },
  { "set", callboard_ctl_set, N_("Set a rule of the work") },
  { "accounts", callboard_ctl_accounts, N_("List, add, remove and pause accounts") },
  { "run", callboard_ctl_run, N_("Send and poll") },
  { "receiver", callboard_ctl_receiver, N_("Send, and take in what providers report by themselves") },
  { "export", callboard_ctl_export, N_("Print everything of a job as JSON") },
  { "sample", callboard_ctl_sample, N_("Fill an empty database with the sample") },
  { "reply", callboard_ctl_reply, N_("Answer as the candidate, in a rehearsal") },
  { "rehearse", callboard_ctl_rehearse, N_("Play a campaign file with a simulated phone") },
  { "why", callboard_ctl_why, N_("Tell what a campaign did, and why") },
  { "story", callboard_ctl_story, N_("Play a whole campaign and tell it") },
};

static char *
describe_commands (void)
{
  GString *text = g_string_new (_("Commands:"));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "\n  %-14s %s", commands[i].name, _(commands[i].summary));

  g_string_append_printf (text, "\n\n%s",
                          _("It ends with 0 if all is well, 1 if it failed, 2 for a wrong use, 3 if it was refused "
                            "(not ready, too late, not allowed), 4 for the database and 5 for the provider.\n"
                            "“callboardctl COMMAND --help” explains a command."));

  return g_string_free (text, FALSE);
}

static gboolean
print_version_cb (const char  *name,
                  const char  *value,
                  gpointer     data,
                  GError     **error)
{
  g_print ("callboardctl %s\n", VERSION);
  exit (CALLBOARD_CTL_OK);
}

static gboolean
parse (CallboardCtl   *ctl,
       int            *argc,
       char         ***argv,
       GError        **error)
{
  g_autoptr(GOptionContext) context = g_option_context_new (_("COMMAND [ARGUMENTS]"));
  g_autofree char *description = describe_commands ();
  const GOptionEntry entries[] = {
    { "version", 0, G_OPTION_FLAG_NO_ARG, G_OPTION_ARG_CALLBACK, print_version_cb, N_("Print the version"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &ctl->json, N_("Print JSON"), NULL },
    { "data-dir", 0, 0, G_OPTION_ARG_FILENAME, &ctl->directory, N_("Where the data is"), N_("FOLDER") },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_set_summary (context, _("Callboard without a window, for scripts and servers."));
  g_option_context_set_description (context, description);
  g_option_context_set_strict_posix (context, TRUE);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  return g_option_context_parse (context, argc, argv, error);
}

static gboolean
run (CallboardCtl  *ctl,
     int            argc,
     char         **argv,
     GError       **error)
{
  if (!parse (ctl, &argc, &argv, error))
    return FALSE;

  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      return commands[i].run (ctl, argc - 1, argv + 1, error);

  if (argc > 1)
    g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                 _("There is no command “%s”. “callboardctl --help” lists them."), argv[1]);
  else
    g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                         _("Say what to do. “callboardctl --help” lists the commands."));

  return FALSE;
}

int
main (int   argc,
      char *argv[])
{
  CallboardCtl ctl = { .clock = callboard_clock_new_system () };
  g_autoptr(GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (!run (&ctl, argc, argv, &error))
    g_printerr ("%s\n", error != NULL ? error->message : _("It failed."));

  g_clear_object (&ctl.store);
  g_object_unref (ctl.clock);
  g_free (ctl.directory);

  return error != NULL ? callboard_ctl_get_exit (error) : CALLBOARD_CTL_OK;
}
