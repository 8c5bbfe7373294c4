/* test-inbound-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fetcher.h"
#include "callboard-test-office.h"

#define PHONE "+447700900001"

/* Somebody whose first question is open. */
static CallboardTestOffice *
open_office (void)
{
  CallboardTestOffice *office = callboard_test_office_new ();
  gint64 application = callboard_test_office_add (office, "Ada", PHONE);
  guint n_sent = 0;

  callboard_test_office_move (office, application, office->form);
  callboard_test_advance (office->test, CALLBOARD_HOUR);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, PHONE, "YES");
  while (callboard_test_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'") > 0 && n_sent++ < 5)
    g_free (callboard_test_office_send (office));

  return office;
}

static void
fetched (CallboardTestOffice *office,
         gint64               attachment,
         const char          *state)
{
  CallboardStoredFile *file = NULL;

  if (g_str_equal (state, "stored"))
    {
      file = g_new0 (CallboardStoredFile, 1);
      file->hash = g_strnfill (64, 'a');
      file->size = 12;
      file->type = g_strdup ("application/pdf");
    }

  callboard_test_execute (office->test,
                          callboard_fetched_command_new (attachment, callboard_test_office_parse, file, state,
                                                         file == NULL ? "reason" : NULL, 0));
}

/* The conversation has the message at once; the campaign hears it, and what was said after it, once the files are there,
 * in order, also when the program was ended in between. */
static void
test_order (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  gint64 n_events = callboard_test_number (office->test, "SELECT count(*) FROM enrolment_event");

  callboard_test_office_reply_files (office, PHONE, "See the pictures", 2);
  callboard_test_office_reply (office, PHONE, "1");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE direction = 'in'", ==, 3);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM attachment WHERE state = 'fetching'", ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events);

  fetched (office, 2, "stored");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events);
  callboard_test_reopen (office->test);

  fetched (office, 1, "stored");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events + 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE direction = 'in' AND due_at IS NOT NULL", ==, 0);
  callboard_test_assert_number (office->test,
                                "SELECT count(*) FROM enrolment_event WHERE event LIKE '%\"files\"%pdf%'", ==, 1);
  callboard_test_assert_text (office->test, "SELECT type FROM attachment WHERE id = 1", "application/pdf");

  /* What is told twice changes nothing. */
  fetched (office, 1, "lost");
  callboard_test_assert_text (office->test, "SELECT state FROM attachment WHERE id = 1", "stored");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events + 2);
}

static void
test_stop (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();

  callboard_test_office_reply_files (office, PHONE, "here", 1);
  callboard_test_office_reply (office, PHONE, "STOP");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM candidate WHERE opted_out_at IS NOT NULL", ==, 1);
  fetched (office, 1, "stored");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE direction = 'in' AND due_at IS NOT NULL", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting' AND kind <> 'notice'", ==, 0);
}

/* A file that cannot be had is for a person to look at; the words that came with it are heard all the same. */
static void
test_no_file (gconstpointer state)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  gint64 n_events = callboard_test_number (office->test, "SELECT count(*) FROM enrolment_event");

  callboard_test_office_reply_files (office, PHONE, "My name", 1);
  fetched (office, 1, state);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events + 1);
  callboard_test_assert_text (office->test, "SELECT reason FROM attachment", "reason");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM application WHERE flag = 'attention'", >=,
                                g_str_equal (state, "lost") ? 1 : 0);

  callboard_test_execute (office->test, callboard_fetch_again_command_new (1));
  fetched (office, 1, "stored");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM enrolment_event", ==, n_events + 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inbound-files/order", test_order);
  g_test_add_func ("/inbound-files/stop", test_stop);
  g_test_add_data_func ("/inbound-files/refused", "refused", test_no_file);
  g_test_add_data_func ("/inbound-files/lost", "lost", test_no_file);

  return g_test_run ();
}
