/* test-bad-input.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whatever people and providers send: it stands in the conversation, as it came, and nothing is done twice. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-fetcher.h"
#include "callboard-script-event.h"
#include "callboard-test-office.h"

#define ANNA     "+447700900001"
#define N_COLUMNS 6

/* unit is repeated to so many bytes at least; 0 for once. done: whether it answers a question in words. */
typedef struct
{
  const char *name;
  const char *unit;
  gsize       n_bytes;
  gboolean    done;
} BadText;

static const BadText texts[] = {
  { "long", "All work and no play. ", 65536, FALSE },
  { "long-emoji", "👩🏽‍🚀", 65536, FALSE },
  { "long-marks", "\u200f\u202e", 65536, FALSE },
  { "long-combining", "ä\u0301", 65536, FALSE },
  { "long-digits", "9", 65536, FALSE },
  { "long-lines", "\r\n", 65536, FALSE },
  { "empty", "", 0, FALSE },
  { "space", " \t\n ", 0, FALSE },
  { "right-to-left", "\u200f\u202eיום שני\u202c", 0, TRUE },
  { "isolates", "\u2068Monday\u2069\u200e", 0, TRUE },
  { "emoji", "👍🏽", 0, TRUE },
  { "unit-separator", "Mon\x1f""day", 0, TRUE },
  { "control", "\x01\x02\x1b[31m\x7f", 0, TRUE },
  { "replacement", "\ufffd\ufffd", 0, TRUE },
  { "byte-order-mark", "\ufeffMonday", 0, TRUE },
  { "noncharacter", "\uffff\U0010ffff", 0, TRUE },
  { "json", "\"}],\"event\":\"start\",{\\", 0, TRUE },
  { "sql", "'); DROP TABLE message; --", 0, TRUE },
  { "merge-field", "{{candidate.phone}} {{", 0, TRUE },
  { "format", "%s%n%d", 0, TRUE },
  { "markup", "<b>&amp;</i>", 0, TRUE },
};

/* Columns with tabs between them: provider id, phone, time, choice, quoted, text; "" for none. */
static CallboardEvent *
parse (const char  *raw,
       GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (raw, "\t", N_COLUMNS);
  CallboardEvent *event;

  if (g_strv_length (parts) < N_COLUMNS)
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED, "not an event");
      return NULL;
    }

  event = g_new0 (CallboardEvent, 1);
  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->provider_id = g_strdup (parts[0]);
  event->from = g_strdup (parts[1]);
  event->at = g_ascii_strtoll (parts[2], NULL, 10);
  event->choice = *parts[3] != '\0' ? g_strdup (parts[3]) : NULL;
  event->quoted = *parts[4] != '\0' ? g_strdup (parts[4]) : NULL;
  event->text = g_utf8_make_valid (parts[5], -1);

  return event;
}

static void
tell (CallboardTestOffice *office,
      const char          *event_id,
      const char          *raw)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  g_ptr_array_add (events, callboard_raw_event_new (event_id, raw));
  callboard_test_execute (office->test, callboard_receive_command_new (office->account, events, NULL));
  callboard_test_execute (office->test, callboard_interpret_command_new (office->account, parse, 0));
}

static void
send_all (CallboardTestOffice *office)
{
  while (callboard_test_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'") > 0)
    g_free (callboard_test_office_send (office));
}

/* Anna is asked when she can start. */
static CallboardTestOffice *
open_office (gint64 *anna)
{
  CallboardTestOffice *office = callboard_test_office_new ();

  *anna = callboard_test_office_add (office, "Anna", ANNA);
  callboard_test_office_move (office, *anna, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  send_all (office);
  tell (office, "IN0", "IN0\t" ANNA "\t0\twelcome/begin\t\tStart");
  send_all (office);

  return office;
}

/* What a person reads in the log, and the script in a replay. */
static void
assert_log_is_whole (CallboardTestOffice *office)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (callboard_store_get_reader (office->test->store), &error, "SELECT event FROM enrolment_event", "");

  while (callboard_rows_next (rows, &error))
    {
      g_autoptr(CallboardScriptEvent) event = callboard_script_event_from_json (callboard_rows_text (rows, 0), &error);

      g_assert_no_error (error);
    }

  g_assert_no_error (error);
}

/* So many messages came, each is heard at most once, and no key comes twice. */
static void
assert_nothing_twice (CallboardTestOffice *office,
                      guint                n_messages)
{
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE direction = 'in'", ==, n_messages);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox WHERE state = 'malformed'", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) - count(DISTINCT key) FROM message WHERE key IS NOT NULL", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM (SELECT 1 FROM enrolment_event"
                                " WHERE json_extract (event, '$.message') > 0"
                                " GROUP BY json_extract (event, '$.message') HAVING count(*) > 1)", ==, 0);
  assert_log_is_whole (office);
}

static char *
write_text (const BadText *bad)
{
  GString *text = g_string_new (bad->unit);

  while (text->len < bad->n_bytes)
    g_string_append (text, bad->unit);

  return g_string_free (text, FALSE);
}

static void
test_text (gconstpointer data)
{
  const BadText *bad = data;
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  g_autofree char *text = write_text (bad);
  g_autofree char *raw = g_strconcat ("IN1\t" ANNA "\t0\t\t\t", text, NULL);

  for (guint i = 0; i < 10; i++)
    tell (office, "IN1", raw);

  callboard_test_assert_text (office->test, "SELECT body FROM message WHERE provider_id = 'IN1'", text);
  callboard_test_assert_number (office->test, "SELECT done FROM enrolment", ==, bad->done);
  assert_nothing_twice (office, 2);

  callboard_test_reopen (office->test);
  tell (office, "IN2", "IN2\t" ANNA "\t0\t\t\tTuesday");
  assert_nothing_twice (office, 3);
  callboard_test_assert_number (office->test, "SELECT done FROM enrolment", ==, 1);
}

/* Any bytes that are no UTF-8 are replaced at the door; the rest of the text is kept. */
static void
test_bytes (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  tell (office, "IN1", "IN1\t" ANNA "\t0\t\t\tJos\xe9 \xff\xfe\xc0\x80 \xed\xa0\x80 ok");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE body LIKE 'Jos\ufffd %\ufffd ok'", ==, 1);
  callboard_test_assert_number (office->test, "SELECT done FROM enrolment", ==, 1);
  assert_nothing_twice (office, 2);
}

/* A button or a quote of what was answered before is for a person to read, and answers nothing. */
static void
test_old_questions (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  tell (office, "IN1", "IN1\t" ANNA "\t0\t\t\tMonday");
  send_all (office);
  tell (office, "IN2", "IN2\t" ANNA "\t0\twelcome/begin\t\tStart");
  tell (office, "IN3", "IN3\t" ANNA "\t0\tq3/yes\t\tYes");
  tell (office, "IN4", "IN4\t" ANNA "\t0\tnowhere/early\t\tEarly");
  tell (office, "IN5", "IN5\t" ANNA "\t0\t\tSM4\tTuesday");
  tell (office, "IN6", "IN6\t" ANNA "\t0\t/\t\tx");
  callboard_test_assert_text (office->test, "SELECT group_concat (value) FROM answer", "Monday");
  callboard_test_assert_number (office->test, "SELECT unread FROM application", ==, 5);
  assert_nothing_twice (office, 7);

  tell (office, "IN7", "IN7\t" ANNA "\t0\tq2/late\t\tLate");
  callboard_test_assert_text (office->test, "SELECT value FROM answer WHERE question_id = 'q2'", "late");
}

static void
test_times (void)
{
  static const char * const times[] = { "1", "-5", "9223372036854775807", "-9223372036854775808", "253402300800000000", "x" };
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *id = g_strdup_printf ("T%u", i);
      g_autofree char *raw = g_strdup_printf ("%s\t" ANNA "\t%s\t\t\tword %u", id, times[i], i);

      tell (office, id, raw);
    }

  assert_nothing_twice (office, 1 + G_N_ELEMENTS (times));
  callboard_test_assert_text (office->test, "SELECT value FROM answer", "word 0");
}

/* A clock that jumps back by a day and forward again: what is said meanwhile is heard in the order in which it was stored. */
static void
test_clock (void)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  callboard_test_advance (office->test, -CALLBOARD_DAY);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  tell (office, "IN1", "IN1\t" ANNA "\t0\t\t\tMonday");
  send_all (office);
  callboard_test_advance (office->test, CALLBOARD_DAY);
  callboard_test_execute (office->test, callboard_tick_command_new ());
  tell (office, "IN2", "IN2\t" ANNA "\t0\t\t\t2");
  send_all (office);
  callboard_test_assert_text (office->test, "SELECT group_concat (value) FROM (SELECT value FROM answer ORDER BY id)", "Monday,late");
  callboard_test_office_assert_status (office, anna, "in-progress");
  assert_nothing_twice (office, 3);
}

/* A provider that tells of strangers, of nobody, and of numbers that are none. */
static void
test_strangers (void)
{
  static const char * const phones[] = { "+447700900999", "", "+", "447700900001", "whatsapp:+447700900001", "' OR 1=1 --" };
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);

  for (guint i = 0; i < G_N_ELEMENTS (phones); i++)
    {
      g_autofree char *id = g_strdup_printf ("S%u", i);
      g_autofree char *raw = g_strdup_printf ("%s\t%s\t0\t\t\tSTOP", id, phones[i]);

      tell (office, id, raw);
    }

  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox WHERE state = 'stranger'", ==, G_N_ELEMENTS (phones));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM candidate WHERE opted_out_at IS NOT NULL", ==, 0);
  assert_nothing_twice (office, 1);
}

/* Files of every kind where words are asked for: the first is noted, the words are asked for again. */
static void
test_files (gconstpointer type)
{
  gint64 anna;
  g_autoptr(CallboardTestOffice) office = open_office (&anna);
  CallboardStoredFile *file = g_new0 (CallboardStoredFile, 1);

  callboard_test_office_reply_files (office, ANNA, "", 1);
  file->hash = g_strnfill (64, 'a');
  file->type = g_strdup (type);
  file->size = 12;
  callboard_test_execute (office->test, callboard_fetched_command_new (1, callboard_test_office_parse, file, "stored", NULL, 0));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM answer", ==, 0);
  callboard_test_assert_number (office->test, "SELECT unread FROM application", ==, 1);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 1);
  assert_nothing_twice (office, 2);
}

static void
add_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strconcat ("/bad-input/text/", texts[i].name, NULL);

      g_test_add_data_func (path, &texts[i], test_text);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add_texts ();
  g_test_add_func ("/bad-input/bytes", test_bytes);
  g_test_add_func ("/bad-input/old-questions", test_old_questions);
  g_test_add_func ("/bad-input/times", test_times);
  g_test_add_func ("/bad-input/clock", test_clock);
  g_test_add_func ("/bad-input/strangers", test_strangers);
  g_test_add_data_func ("/bad-input/file/program", "application/x-executable", test_files);
  g_test_add_data_func ("/bad-input/file/picture", "image/png", test_files);
  g_test_add_data_func ("/bad-input/file/nothing", "", test_files);

  return g_test_run ();
}
