/* test-context.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>

#include "callboard-context.h"
#include "callboard-import.h"
#include "callboard-office.h"
#include "callboard-rehearsal.h"
#include "callboard-settings.h"
#include "callboard-test.h"

#define WAIT_SECONDS 20

/* A context on a store of its own under the real clock, with an undo time of nothing, at any hour. */
typedef struct
{
  CallboardTest    *test;
  CallboardContext *context;
  gint64            stage;
  gint64            application;
} Office;

static void
start_context (Office *office)
{
  g_autoptr(GError) error = NULL;

  office->context = callboard_context_new (office->test->store);
  callboard_context_start (office->context, &error);
  g_assert_no_error (error);
}

static Office *
office_new (void)
{
  Office *office = g_new0 (Office, 1);
  CallboardStagePlan stages[] = { { "In", CALLBOARD_STAGE_REVIEW, NULL }, { "Form", CALLBOARD_STAGE_FORM, NULL } };
  CallboardJobPlan plan = { .title = "Driver", .location = "Leeds", .country = "GB", .stages = stages, .n_stages = 2 };
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();
  CallboardCommand *command = callboard_job_command_new (&plan);

  office->test = callboard_test_new ();
  callboard_clock_advance (office->test->clock, g_get_real_time () - CALLBOARD_TEST_NOW);
  start_context (office);
  callboard_test_execute (office->test, callboard_setting_command_new (CALLBOARD_SETTING_UNDO_ONE, "0"));
  callboard_test_execute (office->test, callboard_setting_command_new (CALLBOARD_SETTING_HOURS, "0-1440-127"));
  callboard_test_execute (office->test, command);
  office->stage = callboard_test_number (office->test, "SELECT id FROM stage WHERE name = 'Form'");
  person->first_name = g_strdup ("Anna");
  person->phone = g_strdup ("+447700900001");
  person->consent_source = g_strdup ("Form");
  g_ptr_array_add (people, person);
  command = callboard_import_command_new (callboard_office_command_get_id (command), people,
                                          CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL);
  callboard_test_execute (office->test, command);
  office->application = callboard_import_command_get_result (command)->application;

  return office;
}

static void
office_free (Office *office)
{
  callboard_context_stop (office->context);

  /* Whatever was queued before it has been executed and delivered then. */
  callboard_test_execute (office->test, callboard_setting_command_new ("end", NULL));
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  g_clear_object (&office->context);
  callboard_test_free (office->test);
  g_free (office);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Office, office_free)

static void
drop (Office *office)
{
  callboard_test_execute (office->test, callboard_move_command_new (&office->application, 1, office->stage, 0,
                                                                    CALLBOARD_MOVE_DEFAULT));
}

static gboolean
give_up_cb (gpointer user_data)
{
  gboolean *late = user_data;

  *late = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (Office     *office,
          const char *sql,
          const char *expected)
{
  gboolean late = FALSE;
  guint source = g_timeout_add_seconds (WAIT_SECONDS, give_up_cb, &late);

  while (!late)
    {
      g_autofree char *text = callboard_test_text (office->test, sql);

      if (g_strcmp0 (text, expected) == 0)
        break;

      g_main_context_iteration (NULL, TRUE);
    }

  callboard_test_assert_text (office->test, sql, expected);
  if (!late)
    g_source_remove (source);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_story (void)
{
  g_autoptr(Office) office = office_new ();
  const char * const answers[] = { "yes", "On Monday", "yes", NULL };

  callboard_rehearsal_set_script (callboard_context_get_rehearsal (office->context), answers);
  drop (office);
  wait_for (office, "SELECT status FROM enrolment", "completed");
  wait_for (office, "SELECT group_concat (value, '|') FROM answer", "On Monday|yes");
  wait_for (office, "SELECT count(*) FROM message WHERE state IN ('waiting', 'claimed')", "0");
}

static void
test_answer_lost (void)
{
  g_autoptr(Office) office = office_new ();

  callboard_rehearsal_set_fault (callboard_context_get_rehearsal (office->context),
                                 CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST);
  drop (office);
  wait_for (office, "SELECT state FROM message", "unknown");
  wait_for (office, "SELECT status FROM enrolment", "sending");
}

static void
test_provider_down (void)
{
  g_autoptr(Office) office = office_new ();

  callboard_rehearsal_set_fault (callboard_context_get_rehearsal (office->context),
                                 CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN);
  drop (office);
  wait_for (office, "SELECT state || attempt FROM message", "waiting1");

  callboard_rehearsal_set_fault (callboard_context_get_rehearsal (office->context), CALLBOARD_REHEARSAL_FAULT_NONE);
  callboard_clock_advance (office->test->clock, 10 * CALLBOARD_SECOND);
  wait_for (office, "SELECT status FROM enrolment", "delivered");
}

static void
test_no_secret (void)
{
  g_autoptr(Office) office = office_new ();

  callboard_test_execute (office->test, callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Office",
                                                                       "{\"account_sid\": \"AC1\", \"from\": \"+447700900999\"}"));
  wait_for (office, "SELECT state FROM account WHERE provider = 'twilio'", "paused");
  callboard_test_assert_number (office->test, "SELECT length (pause_reason) > 10 FROM account WHERE provider = 'twilio'",
                                ==, 1);
}

static void
test_unreachable (void)
{
  g_autoptr(Office) office = office_new ();
  guint told = 0;

  g_setenv ("CALLBOARD_SECRET_2", "secret", TRUE);
  g_signal_connect_swapped (office->context, "trouble-changed", G_CALLBACK (count_cb), &told);
  callboard_test_execute (office->test,
                          callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Office",
                                                         "{\"account_sid\": \"AC1\", \"from\": \"+447700900999\","
                                                         " \"base_url\": \"http://127.0.0.1:1\"}"));
  while (callboard_context_get_trouble (office->context) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (told, >=, 1);
  callboard_test_execute (office->test, callboard_setting_command_new (CALLBOARD_SETTING_HOURS, "0-1440-127"));
  drop (office);
  wait_for (office, "SELECT state || attempt FROM message", "waiting1");
}

int
main (int   argc,
      char *argv[])
{
  /* No Secret Service is reachable here. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/context/story", test_story);
  g_test_add_func ("/context/answer-lost", test_answer_lost);
  g_test_add_func ("/context/provider-down", test_provider_down);
  g_test_add_func ("/context/no-secret", test_no_secret);
  g_test_add_func ("/context/unreachable", test_unreachable);

  return g_test_run ();
}
