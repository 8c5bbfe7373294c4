/* test-rehearsal.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal.h"

#include <string.h>

#define PHONE "+447700900123"

typedef struct
{
  CallboardRehearsal *rehearsal;
  CallboardChannel   *channel;
  char               *cursor;
  guint               n_activities;
} Fixture;

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *done;
}

static void
on_activity_cb (guint *n_activities)
{
  (*n_activities)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->rehearsal = callboard_rehearsal_new ();
  fixture->channel = CALLBOARD_CHANNEL (fixture->rehearsal);
  g_signal_connect_swapped (fixture->rehearsal, "activity", G_CALLBACK (on_activity_cb), &fixture->n_activities);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->rehearsal);
  g_free (fixture->cursor);
}

static CallboardSendResult *
send_text (Fixture    *fixture,
           const char *key,
           const char *body)
{
  CallboardOutgoing outgoing = { .id = 42, .key = (char *) key, .to = (char *) PHONE, .body = (char *) body };
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_send_async (fixture->channel, &outgoing, NULL, on_done_cb, &done);

  return callboard_channel_send_finish (fixture->channel, wait_for (&done));
}

static CallboardSendResult *
look_up (Fixture    *fixture,
         const char *key)
{
  CallboardOutgoing outgoing = { .id = 42, .key = (char *) key, .to = (char *) PHONE, .body = (char *) "Hi" };
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_lookup_async (fixture->channel, &outgoing, NULL, on_done_cb, &done);

  return callboard_channel_lookup_finish (fixture->channel, wait_for (&done), NULL);
}

/* What a poll brings, as one line: "delivered read +44…:text:choice"; keeps the cursor if @keep. */
static char *
poll_line (Fixture    *fixture,
           const char *pending,
           gboolean    keep)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autofree char *next = NULL;
  GString *line = g_string_new (NULL);

  if (pending != NULL)
    g_ptr_array_add (ids, (char *) pending);

  callboard_channel_poll_async (fixture->channel, fixture->cursor, ids, NULL, on_done_cb, &done);
  events = callboard_channel_poll_finish (fixture->channel, wait_for (&done), &next, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      CallboardRawEvent *raw = g_ptr_array_index (events, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(CallboardEvent) event = callboard_rehearsal_parse (raw->raw, &error);

      g_assert_no_error (error);
      if (event->kind == CALLBOARD_EVENT_MESSAGE)
        g_string_append_printf (line, "%s:%s:%s ", event->from, event->text, event->choice ? event->choice : "");
      else
        g_string_append_printf (line, "%s%s ", callboard_enum_to_nick (CALLBOARD_TYPE_MESSAGE_STATE, event->state),
                                event->failure ? "!" : "");
    }

  if (keep)
    {
      g_free (fixture->cursor);
      fixture->cursor = g_steal_pointer (&next);
    }

  return g_string_free (line, FALSE);
}

static void
assert_poll (Fixture    *fixture,
             const char *pending,
             gboolean    keep,
             const char *expected)
{
  g_autofree char *line = poll_line (fixture, pending, keep);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_arrives (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(CallboardSendResult) result = send_text (fixture, "7/1/0/0", "Hi");

  g_assert_cmpint (result->message_id, ==, 42);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpstr (result->provider_id, ==, "rehearsal-7/1/0/0");

  while (fixture->n_activities == 0)
    g_main_context_iteration (NULL, TRUE);

  /* As long as nobody has kept them, they come again. */
  assert_poll (fixture, NULL, FALSE, "delivered ");
  assert_poll (fixture, result->provider_id, TRUE, "delivered ");
  assert_poll (fixture, result->provider_id, TRUE, "");

  callboard_rehearsal_read (fixture->rehearsal, result->provider_id);
  callboard_rehearsal_read (fixture->rehearsal, result->provider_id);
  assert_poll (fixture, NULL, TRUE, "read ");
}

static void
test_cursor_is_stable (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *cursor = NULL;

  callboard_rehearsal_reply (fixture->rehearsal, PHONE, "Hello?", NULL);
  assert_poll (fixture, NULL, TRUE, PHONE ":Hello?: ");
  cursor = g_strdup (fixture->cursor);
  assert_poll (fixture, NULL, TRUE, "");
  g_assert_cmpstr (fixture->cursor, ==, cursor);
}

/* The program was started again: receipts of what was accepted before still come. */
static void
test_restart (Fixture       *fixture,
              gconstpointer  data)
{
  fixture->cursor = g_strdup ("of another program:17");
  assert_poll (fixture, "rehearsal-7/1/0/0", TRUE, "delivered ");
  assert_poll (fixture, "rehearsal-7/1/0/0", TRUE, "");
  assert_poll (fixture, "SM00000000000000000000000000000001", TRUE, "");
}

static void
test_reply (Fixture       *fixture,
            gconstpointer  data)
{
  callboard_rehearsal_reply (fixture->rehearsal, PHONE, "Zoë \"the\" 1st", NULL);
  callboard_rehearsal_reply (fixture->rehearsal, PHONE, "Yes", "c1");
  callboard_rehearsal_reply (fixture->rehearsal, PHONE, "Yes", "c1");
  assert_poll (fixture, NULL, TRUE, PHONE ":Zoë \"the\" 1st: " PHONE ":Yes:c1 " PHONE ":Yes:c1 ");
}

/* All that a phone can send along comes through. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CallboardEvent) message = g_new0 (CallboardEvent, 1);
  g_autoptr(GAsyncResult) done = NULL;
  g_autoptr(GPtrArray) events = NULL;
  g_autoptr(CallboardEvent) read = NULL;
  const CallboardEventFile *file;

  message->from = g_strdup (PHONE);
  message->quoted = g_strdup ("rehearsal-7/1/0/0");
  callboard_event_add_named_file (message, "image/png", "A cat.png", "file:///tmp/a%20cat.png");
  callboard_event_add_file (message, "audio/ogg", "file:///tmp/a.ogg");
  callboard_rehearsal_write (fixture->rehearsal, message);

  callboard_channel_poll_async (fixture->channel, NULL, NULL, NULL, on_done_cb, &done);
  events = callboard_channel_poll_finish (fixture->channel, wait_for (&done), NULL, NULL);
  g_assert_cmpuint (events->len, ==, 1);
  read = callboard_rehearsal_parse (((CallboardRawEvent *) g_ptr_array_index (events, 0))->raw, NULL);
  g_assert_cmpstr (read->text, ==, "");
  g_assert_cmpstr (read->quoted, ==, "rehearsal-7/1/0/0");
  g_assert_cmpuint (read->files->len, ==, 2);
  file = g_ptr_array_index (read->files, 0);
  g_assert_cmpstr (file->type, ==, "image/png");
  g_assert_cmpstr (file->name, ==, "A cat.png");
  g_assert_cmpstr (file->source, ==, "file:///tmp/a%20cat.png");
}

static void
test_script (Fixture       *fixture,
             gconstpointer  data)
{
  const char *answers[] = { "YES", "Anna", NULL };
  g_autoptr(CallboardSendResult) welcome = NULL;
  g_autoptr(CallboardSendResult) content = NULL;
  g_autoptr(CallboardSendResult) question = NULL;
  g_autoptr(CallboardSendResult) more = NULL;

  callboard_rehearsal_set_script (fixture->rehearsal, answers);
  welcome = send_text (fixture, "0", "Welcome.");
  content = send_text (fixture, "1", "The theatre is old.");
  question = send_text (fixture, "2", "What is your name?");
  more = send_text (fixture, "3", "And your age?");
  assert_poll (fixture, NULL, TRUE, "delivered read " PHONE ":YES: delivered delivered read " PHONE ":Anna: delivered ");
}

static char *
answer_cb (const CallboardOutgoing *message,
           guint                    position,
           gpointer                 user_data)
{
  return position == 1 ? g_strdup_printf ("to %s: %s", message->body, (const char *) user_data) : NULL;
}

static void
test_answer_func (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(CallboardSendResult) first = NULL;
  g_autoptr(CallboardSendResult) second = NULL;

  callboard_rehearsal_set_answer_func (fixture->rehearsal, answer_cb, g_strdup ("fine"), g_free);
  first = send_text (fixture, "0", "How are you?");
  second = send_text (fixture, "1", "Really?");
  assert_poll (fixture, NULL, TRUE, "delivered delivered read " PHONE ":to Really?: fine: ");
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(CallboardSendResult) not_there = NULL;
  g_autoptr(CallboardSendResult) opted_out = NULL;
  g_autoptr(CallboardSendResult) down = NULL;

  callboard_rehearsal_set_fault (fixture->rehearsal, CALLBOARD_REHEARSAL_FAULT_NOT_ON_WHATSAPP);
  not_there = send_text (fixture, "0", "Hi");
  g_assert_cmpint (not_there->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  assert_poll (fixture, not_there->provider_id, TRUE, "failed! ");

  callboard_rehearsal_set_fault (fixture->rehearsal, CALLBOARD_REHEARSAL_FAULT_OPTED_OUT);
  opted_out = send_text (fixture, "1", "Hi");
  g_assert_cmpint (opted_out->outcome, ==, CALLBOARD_OUTCOME_FAILED);
  g_assert_cmpint (opted_out->failure, ==, CALLBOARD_FAILURE_OPTED_OUT);

  callboard_rehearsal_set_fault (fixture->rehearsal, CALLBOARD_REHEARSAL_FAULT_PROVIDER_DOWN);
  down = send_text (fixture, "2", "Hi");
  g_assert_cmpint (down->outcome, ==, CALLBOARD_OUTCOME_RETRY);
  g_assert_cmpint (down->failure, ==, CALLBOARD_FAILURE_PROVIDER_DOWN);
  assert_poll (fixture, NULL, TRUE, "");
}

static void
test_answer_lost (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(CallboardSendResult) sent = NULL;
  g_autoptr(CallboardSendResult) hidden = NULL;
  g_autoptr(CallboardSendResult) found = NULL;
  g_autoptr(CallboardSendResult) never_sent = NULL;

  callboard_rehearsal_set_fault (fixture->rehearsal, CALLBOARD_REHEARSAL_FAULT_ANSWER_LOST);
  sent = send_text (fixture, "0", "Hi");
  g_assert_cmpint (sent->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
  hidden = look_up (fixture, "0");
  g_assert_cmpint (hidden->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
  assert_poll (fixture, NULL, TRUE, "");

  callboard_rehearsal_set_fault (fixture->rehearsal, CALLBOARD_REHEARSAL_FAULT_NONE);
  found = look_up (fixture, "0");
  g_assert_cmpint (found->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpstr (found->provider_id, ==, "rehearsal-0");
  assert_poll (fixture, NULL, TRUE, "delivered ");
  never_sent = look_up (fixture, "1");
  g_assert_cmpint (never_sent->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
}

static void
test_malformed (void)
{
  const char *raws[] = {
    "", "{}", "[]", "{\"type\": \"message\"}", "{\"type\": \"message\", \"id\": \"1\", \"from\": \"+1\"}",
    "{\"type\": \"receipt\", \"id\": \"1\"}", "{\"type\": \"receipt\", \"id\": \"1\", \"state\": \"lost\"}",
    "{\"type\": \"receipt\", \"id\": \"1\", \"state\": \"failed\", \"failure\": \"bored\"}",
    "{\"type\": \"telegram\", \"id\": \"1\"}",
  };
  const char *whole = "{\"type\": \"message\", \"id\": \"1\", \"from\": \"+1\", \"text\": \"é\"}";

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_rehearsal_parse (raws[i], &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *part = g_strndup (whole, length);

      g_assert_null (callboard_rehearsal_parse (part, NULL));
    }
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/rehearsal/arrives", test_arrives);
  ADD ("/rehearsal/cursor-is-stable", test_cursor_is_stable);
  ADD ("/rehearsal/restart", test_restart);
  ADD ("/rehearsal/reply", test_reply);
  ADD ("/rehearsal/script", test_script);
  ADD ("/rehearsal/write", test_write);
  ADD ("/rehearsal/answer-func", test_answer_func);
  ADD ("/rehearsal/faults", test_faults);
  ADD ("/rehearsal/answer-lost", test_answer_lost);
  g_test_add_func ("/rehearsal/malformed", test_malformed);

  return g_test_run ();
}
