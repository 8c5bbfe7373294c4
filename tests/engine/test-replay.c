/* test-replay.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-rehearsal-test.h"
#include "callboard-replay.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

static void
hear (CallboardTestOffice *office,
      const char          *text)
{
  g_autofree char *sent = callboard_test_office_send (office);

  callboard_test_office_reply (office, ANNA, text);
}

/* Anna talks up to the question about the licence; returns the enrolment. */
static gint64
talk (CallboardTestOffice *office)
{
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autofree char *block = NULL;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  hear (office, "yes");
  block = callboard_test_office_send (office);
  hear (office, "Monday");
  hear (office, "purple");
  hear (office, "2");

  return callboard_test_number (office->test, "SELECT id FROM enrolment");
}

static void
assert_step (GPtrArray  *steps,
             guint       index,
             const char *event,
             const char *effects)
{
  const CallboardReplayStep *step = g_ptr_array_index (steps, index);
  g_autofree char *found = callboard_replay_describe_event (step->event);
  g_autoptr(GString) made = g_string_new (NULL);

  g_assert_cmpstr (found, ==, event);
  for (guint i = 0; i < step->effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (step->effects, i);
      g_autofree char *words = callboard_replay_describe_effect (effect);

      g_string_append_printf (made, "%s%s (%s)", i > 0 ? "; " : "", words, callboard_why_describe (effect->why));
    }
  g_assert_cmpstr (made->str, ==, effects);
}

static void
test_why (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 enrolment = talk (office);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) steps = callboard_replay_load (callboard_store_get_reader (office->test->store), enrolment, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (steps->len, ==, 5);
  assert_step (steps, 0, "The card came into the stage",
               "Sends “Hi Anna, this is about Driver.\nReply YES to start.” (The card came into the stage)");
  assert_step (steps, 3, "The candidate wrote “purple”",
               "Sends “Sorry, that was not one of the choices.\n1  Early\n2  Late\nReply with a number, for example 1.”"
               " (The answer was not understood)");
  assert_step (steps, 4, "The candidate wrote “2”",
               "Takes the answer “Late” to “Which shift?” (The answer was understood); "
               "Sends “Do you have a licence?\n1  Yes\n2  No\nReply with a number, for example 1.”"
               " (It is next in the campaign)");
}

/* Replaying ends where the conversation stands: what the script decided was all there was. */
static void
test_same_end (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 enrolment = talk (office);
  CallboardDb *db = callboard_store_get_reader (office->test->store);
  g_autofree char *document = callboard_test_text (office->test, "SELECT document FROM campaign_version v"
                                                   " JOIN enrolment e USING (campaign_id, version)");
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
  g_autoptr(GPtrArray) steps = callboard_replay_load_events (db, enrolment, NULL);
  CallboardScriptState end = callboard_replay_run (script, steps);
  g_autofree char *state = callboard_script_state_to_text (&end);

  callboard_test_assert_text (office->test, "SELECT state FROM enrolment", state);
}

static GPtrArray *
run_tests (CallboardTestOffice *office,
           const char          *document)
{
  gint64 campaign = callboard_test_number (office->test, "SELECT campaign_id FROM enrolment");
  g_autoptr(GError) error = NULL;
  GPtrArray *tests = callboard_rehearsal_tests_run (callboard_store_get_reader (office->test->store), campaign, document,
                                                    &error);

  g_assert_no_error (error);

  return tests;
}

static void
test_record (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 enrolment = talk (office);
  g_autofree char *document = callboard_test_text (office->test, "SELECT draft FROM campaign WHERE draft LIKE '%weekly%'");
  g_autoptr(GString) edited = g_string_new (document);
  g_autoptr(GPtrArray) same = NULL;
  g_autoptr(GPtrArray) changed = NULL;
  const CallboardRehearsalTest *test;

  callboard_test_execute (office->test, callboard_rehearsal_test_record_command_new (enrolment, " Not understood "));
  same = run_tests (office, NULL);
  test = g_ptr_array_index (same, 0);
  g_assert_cmpstr (test->name, ==, "Not understood");
  g_assert_null (test->trouble);
  g_assert_cmpuint (test->n_changed, ==, 0);

  g_string_replace (edited, "weekly", "daily", 0);
  changed = run_tests (office, edited->str);
  test = g_ptr_array_index (changed, 0);
  g_assert_cmpuint (test->n_changed, ==, 2);
  for (guint i = 0; i < test->lines->len; i++)
    {
      const CallboardTranscriptLine *line = g_ptr_array_index (test->lines, i);

      if (line->change == CALLBOARD_TRANSCRIPT_GONE)
        g_assert_cmpstr (line->text, ==, "We pay weekly.");
      if (line->change == CALLBOARD_TRANSCRIPT_NEW)
        g_assert_cmpstr (line->text, ==, "We pay daily.");
    }
}

static void
test_refusals (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) tests = NULL;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_refuse (office->test, callboard_rehearsal_test_record_command_new (1, "Early"), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_INVALID);
  callboard_test_refuse (office->test, callboard_rehearsal_test_record_command_new (1, " "), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_INVALID);
  callboard_test_refuse (office->test, callboard_rehearsal_test_record_command_new (99, "Nobody"), CALLBOARD_ENGINE_ERROR,
                         CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

/* A test outlives an edit that cannot be read, and a recording that was damaged says so. */
static void
test_trouble (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 enrolment = talk (office);
  g_autoptr(GPtrArray) unreadable = NULL;
  g_autoptr(GPtrArray) empty = NULL;

  callboard_test_execute (office->test, callboard_rehearsal_test_record_command_new (enrolment, "One"));
  unreadable = run_tests (office, "{\"callboard\": 1, \"modules\": 3, \"nonsense\": 1}");
  g_assert_nonnull (((CallboardRehearsalTest *) g_ptr_array_index (unreadable, 0))->trouble);

  callboard_test_execute (office->test, callboard_rehearsal_test_remove_command_new (1));
  empty = run_tests (office, NULL);
  g_assert_cmpuint (empty->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/replay/why", test_why);
  g_test_add_func ("/replay/same-end", test_same_end);
  g_test_add_func ("/replay/record", test_record);
  g_test_add_func ("/replay/refusals", test_refusals);
  g_test_add_func ("/replay/trouble", test_trouble);

  return g_test_run ();
}
