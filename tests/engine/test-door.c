/* test-door.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes in: out of order, again and again, all at once, from strangers, and rubbish. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"

/* Events look like "SECONDS ID PHONE TEXT", where 0 seconds say nothing of the time. A text "poison" cannot be stored. */
static CallboardEvent *
parse (const char  *raw,
       GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (raw, " ", 4);
  CallboardEvent *event;

  if (g_strv_length (parts) < 4)
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED, "not an event");
      return NULL;
    }

  event = g_new0 (CallboardEvent, 1);
  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->at = g_ascii_strtoll (parts[0], NULL, 10) * CALLBOARD_SECOND;
  event->provider_id = g_strdup (parts[1]);
  event->from = g_strdup (parts[2]);
  event->text = g_strdup (parts[3]);

  return event;
}

static void
store_events (CallboardTestOffice *office,
              const char * const  *raws)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  for (guint i = 0; raws[i] != NULL; i++)
    {
      g_auto(GStrv) parts = g_strsplit (raws[i], " ", 3);

      g_ptr_array_add (events, callboard_raw_event_new (parts[1] != NULL ? parts[1] : raws[i], raws[i]));
    }

  callboard_test_execute (office->test, callboard_receive_command_new (office->account, events, NULL));
}

static gint64
interpret (CallboardTestOffice *office,
           gint64               settle_time)
{
  CallboardCommand *command = callboard_interpret_command_new (office->account, parse, settle_time);

  callboard_test_execute (office->test, command);

  return callboard_interpret_command_get_next_due (command);
}

static void
send_all (CallboardTestOffice *office)
{
  for (;;)
    {
      g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

      if (claimed->len == 0)
        return;

      for (guint i = 0; i < claimed->len; i++)
        {
          CallboardOutgoing *outgoing = g_ptr_array_index (claimed, i);
          g_autofree char *provider_id = g_strdup_printf ("SM%" G_GINT64_FORMAT, outgoing->id);

          callboard_test_office_record (office, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, provider_id);
          callboard_test_office_receipt (office, provider_id, "delivered");
        }
    }
}

/* Anna has begun, and is asked when she can start. */
static CallboardTestOffice *
open_office (gint64 *anna)
{
  CallboardTestOffice *office = callboard_test_office_new ();

  *anna = callboard_test_office_add (office, "Anna", ANNA);
  callboard_test_office_move (office, *anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  send_all (office);
  callboard_test_office_reply (office, ANNA, "yes");
  send_all (office);

  return office;
}

static void
assert_answers (CallboardTestOffice *office,
                const char          *expected)
{
  callboard_test_assert_text (office->test, "SELECT group_concat (value, '|') FROM (SELECT value FROM answer ORDER BY id)",
                              expected);
}

static void
test_order (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  gint64 now = CALLBOARD_TEST_NOW / CALLBOARD_SECOND;
  g_autofree char *third = g_strdup_printf ("%" G_GINT64_FORMAT " C " ANNA " no", now + 63);
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT " A " ANNA " Monday", now + 61);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT " B " ANNA " late", now + 62);
  const char *raws[] = { third, first, second, NULL };

  store_events (office, raws);
  interpret (office, 0);
  assert_answers (office, "Monday|late|no");
  callboard_test_office_assert_status (office, anna, "completed");
}

static void
test_again (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  const char *raws[] = { "0 A " ANNA " 1", NULL };

  for (guint i = 0; i < 10; i++)
    {
      store_events (office, raws);
      interpret (office, 0);
    }

  assert_answers (office, "1");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE provider_id = 'A'", ==, 1);
  callboard_test_assert_number (office->test, "SELECT done FROM enrolment", ==, 1);
}

static void
test_many (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  g_autoptr(GPtrArray) raws = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 40; i++)
    g_ptr_array_add (raws, g_strdup_printf ("0 R%02u " ANNA " word %u", i, i));
  g_ptr_array_add (raws, NULL);

  store_events (office, (const char * const *) raws->pdata);
  interpret (office, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE direction = 'in'", ==, 41);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox WHERE state = 'stored'", ==, 0);
  assert_answers (office, "word 0");
  callboard_test_assert_text (office->test, "SELECT flag FROM application", "attention");
  callboard_test_assert_number (office->test, "SELECT count(*) - count(DISTINCT key) FROM message WHERE key IS NOT NULL", ==, 0);
}

static void
test_rubbish (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  const char *raws[] = { "rubbish", "0 S +447700900777 hello", "0 A " ANNA " Monday", "{}", NULL };

  store_events (office, raws);
  interpret (office, 0);
  assert_answers (office, "Monday");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox WHERE state = 'malformed'", ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox WHERE state = 'stranger'", ==, 1);
}

/* Whatever is wrong with one, the others are heard, and what a candidate said stands in the conversation. */
static void
test_fault (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  const char *raws[] = { "0 B " BEN " poison", "0 A " ANNA " Monday", NULL };
  g_autoptr(CallboardDb) db = NULL;
  g_autofree char *path = g_build_filename (office->test->directory, "callboard.db", NULL);
  g_autoptr(GError) error = NULL;

  callboard_test_office_add (office, "Ben", BEN);
  db = callboard_db_open (path, CALLBOARD_DB_READ_WRITE, &error);
  g_assert_no_error (error);
  callboard_db_script (db, "CREATE TRIGGER poison BEFORE UPDATE OF unread ON application WHEN new.flag IS NULL"
                       " AND new.unread > old.unread BEGIN SELECT RAISE (ABORT, 'poisoned'); END", &error);
  g_assert_no_error (error);

  store_events (office, raws);
  interpret (office, 0);
  assert_answers (office, "Monday");
  callboard_test_assert_text (office->test, "SELECT body FROM message WHERE provider_id = 'B'", "poison");
  callboard_test_assert_text (office->test, "SELECT flag FROM application WHERE unread = 1", "attention");
  callboard_test_assert_text (office->test, "SELECT state FROM inbox WHERE event_id = 'B'", "malformed");
}

/* A provider that pushes may tell of the second before the first. */
static void
test_settle (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  gint64 now = CALLBOARD_TEST_NOW / CALLBOARD_SECOND;
  g_autofree char *first = g_strdup_printf ("%" G_GINT64_FORMAT " A " ANNA " Monday", now + 61);
  g_autofree char *second = g_strdup_printf ("%" G_GINT64_FORMAT " B " ANNA " late", now + 62);
  const char *late[] = { second, NULL };
  const char *early[] = { first, NULL };

  store_events (office, late);
  g_assert_cmpint (interpret (office, CALLBOARD_SECOND), ==, CALLBOARD_TEST_NOW + 61 * CALLBOARD_SECOND);
  assert_answers (office, NULL);
  callboard_test_advance (office->test, CALLBOARD_SECOND / 2);
  store_events (office, early);
  callboard_test_advance (office->test, CALLBOARD_SECOND / 2);
  g_assert_cmpint (interpret (office, CALLBOARD_SECOND), ==, CALLBOARD_TEST_NOW + 61 * CALLBOARD_SECOND + CALLBOARD_SECOND / 2);
  assert_answers (office, NULL);
  callboard_test_advance (office->test, CALLBOARD_SECOND / 2);
  g_assert_cmpint (interpret (office, CALLBOARD_SECOND), ==, G_MAXINT64);
  assert_answers (office, "Monday|late");
}

static void
test_stop_at_once (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  const char *raws[] = { "0 A " ANNA " Monday", "0 B " ANNA " Stop, please!", NULL };

  store_events (office, raws);
  interpret (office, CALLBOARD_SECOND);
  callboard_test_office_assert_status (office, anna, "withdrawn");
  assert_answers (office, NULL);
  callboard_test_advance (office->test, CALLBOARD_SECOND);
  interpret (office, CALLBOARD_SECOND);
  assert_answers (office, NULL);
  callboard_test_assert_number (office->test, "SELECT unread FROM application", ==, 1);
}

/* START that was said before STOP, but heard after it, brings nobody back; one that was said after it does. */
static void
test_start_before_stop (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  gint64 now = CALLBOARD_TEST_NOW / CALLBOARD_SECOND;
  g_autofree char *start = g_strdup_printf ("%" G_GINT64_FORMAT " A " ANNA " start", now + 61);
  g_autofree char *stop = g_strdup_printf ("%" G_GINT64_FORMAT " B " ANNA " STOP", now + 62);
  g_autofree char *again = g_strdup_printf ("%" G_GINT64_FORMAT " C " ANNA " START", now + 70);
  const char *both[] = { start, stop, NULL };
  const char *last[] = { again, NULL };

  store_events (office, both);
  interpret (office, CALLBOARD_SECOND);
  callboard_test_advance (office->test, CALLBOARD_SECOND);
  interpret (office, CALLBOARD_SECOND);
  callboard_test_assert_number (office->test, "SELECT opted_out_at IS NOT NULL FROM candidate", ==, 1);
  store_events (office, last);
  interpret (office, 0);
  callboard_test_assert_number (office->test, "SELECT opted_out_at IS NOT NULL FROM candidate", ==, 0);
}

static void
test_early_receipt (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;
  CallboardOutgoing *outgoing;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  claimed = callboard_test_office_claim (office);
  outgoing = g_ptr_array_index (claimed, 0);
  callboard_test_office_receipt (office, "SM1", "delivered");
  callboard_test_office_receipt (office, "SM1", "sent");
  callboard_test_office_assert_status (office, anna, "sending");
  callboard_test_office_record (office, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, "SM1");
  callboard_test_office_receipt (office, "SM9", "delivered");
  callboard_test_office_assert_status (office, anna, "delivered");
  callboard_test_assert_text (office->test, "SELECT state FROM message", "delivered");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/door/order", test_order);
  g_test_add_func ("/door/again", test_again);
  g_test_add_func ("/door/many", test_many);
  g_test_add_func ("/door/rubbish", test_rubbish);
  g_test_add_func ("/door/fault", test_fault);
  g_test_add_func ("/door/settle", test_settle);
  g_test_add_func ("/door/stop-at-once", test_stop_at_once);
  g_test_add_func ("/door/start-before-stop", test_start_before_stop);
  g_test_add_func ("/door/early-receipt", test_early_receipt);

  return g_test_run ();
}
