/* test-twilio-program.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The channel against fake_twilio.py, the server that tests of whole programs use: each holds the other to account. */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-twilio-parse.h"
#include "twilio_fixture.h"

#include <libsoup/soup.h>

#define N_SENDS 5

typedef struct
{
  GSubprocess      *process;
  SoupSession      *session;
  char             *url;
  CallboardChannel *channel;
} Program;

static void
set_up (Program       *program,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "support", "fake_twilio.py", NULL);
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *port = NULL;
  g_autoptr(GError) error = NULL;

  program->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error,
                                       path, "--stdin", "--step", "0.05", "--answers", "YES|Anna", NULL);
  g_assert_no_error (error);

  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (program->process));
  port = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (port);

  program->url = g_strdup_printf ("http://127.0.0.1:%s", port);
  program->session = soup_session_new ();
  program->channel = twilio_open (program->url, 1);
}

static void
tear_down (Program       *program,
           gconstpointer  data)
{
  g_assert_finalize_object (program->channel);
  g_clear_object (&program->session);
  g_output_stream_close (g_subprocess_get_stdin_pipe (program->process), NULL, NULL);
  g_assert_true (g_subprocess_wait_check (program->process, NULL, NULL));
  g_clear_object (&program->process);
  g_free (program->url);
}

static JsonNode *
control (Program    *program,
         const char *name,
         const char *form)
{
  g_autofree char *url = g_strconcat (program->url, "/_control/", name, NULL);
  g_autoptr(SoupMessage) message = soup_message_new (form ? "POST" : "GET", url);
  g_autoptr(GBytes) body = NULL;
  g_autoptr(GError) error = NULL;
  JsonNode *node;

  if (form != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (form, strlen (form));

      soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, bytes);
    }

  body = soup_session_send_and_read (program->session, message, NULL, &error);
  g_assert_no_error (error);
  node = callboard_json_parse (g_bytes_get_data (body, NULL), g_bytes_get_size (body), 1 << 20, &error);
  g_assert_no_error (error);

  return node;
}

static void
set_fault (Program    *program,
           const char *mode)
{
  g_autofree char *form = g_strdup_printf ("mode=%s&seconds=%s", mode, g_str_equal (mode, "429") ? "2" : "0.1");
  g_autoptr(JsonNode) node = control (program, "fault", form);

  g_assert_nonnull (node);
}

/* Returns: whether the last of @n requests, and no other, created a message. */
static gboolean
last_created (Program *program,
              guint    n)
{
  g_autoptr(JsonNode) node = control (program, "requests", NULL);
  JsonArray *requests = json_node_get_array (node);

  g_assert_cmpuint (json_array_get_length (requests), ==, n);

  return callboard_json_get_string (callboard_json_array_get_object (requests, n - 1), "sid") != NULL;
}

typedef struct
{
  const char       *mode;
  CallboardOutcome  outcome;
  CallboardFailure  failure;
} Case;

static const Case cases[] = {
  { "none", CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE },
  { "slow", CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_FAILURE_NONE },
  { "401", CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS },
  { "402", CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_BALANCE },
  { "403", CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS },
  { "429", CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE },
  { "429-no-retry-after", CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE },
  { "500", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "500-after", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "503", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "html200", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "html401", CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS },
  { "rubbish200", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "reset-before", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "close-before", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "timeout-before", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "reset-after", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "close-after", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "half-body", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  { "timeout-after", CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
};

/* What the server created is never said to be refused or to be sent again, and each send is one request. */
static void
test_fault (Program       *program,
            gconstpointer  data)
{
  const Case *fault = data;
  guint n_sends = g_str_has_prefix (fault->mode, "timeout") ? 1 : N_SENDS;

  set_fault (program, fault->mode);

  for (guint i = 1; i <= n_sends; i++)
    {
      g_autoptr(CallboardSendResult) result = twilio_send (program->channel, "Hi");
      gboolean created = last_created (program, i);

      g_assert_cmpint (result->outcome, ==, fault->outcome);
      g_assert_cmpint (result->failure, ==, fault->failure);
      g_assert_cmpint (result->retry_after, ==, g_str_equal (fault->mode, "429") ? 2 * CALLBOARD_SECOND : 0);
      if (created)
        g_assert_true (result->outcome == CALLBOARD_OUTCOME_ACCEPTED || result->outcome == CALLBOARD_OUTCOME_UNKNOWN);
      if (result->outcome == CALLBOARD_OUTCOME_ACCEPTED)
        g_assert_true (created);
    }
}

/* Sent, delivered, answered: one short conversation. */
static void
test_conversation (Program       *program,
                   gconstpointer  data)
{
  g_autoptr(CallboardSendResult) sent = twilio_send (program->channel, "Hi Anna. Reply YES to start.");
  g_autoptr(GPtrArray) pending = g_ptr_array_new ();
  g_autofree char *cursor = NULL;
  gint64 deadline = g_get_monotonic_time () + 10 * CALLBOARD_SECOND;
  gboolean delivered = FALSE;
  gboolean answered = FALSE;

  g_assert_cmpint (sent->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_ptr_array_add (pending, sent->provider_id);

  while (!(delivered && answered) && g_get_monotonic_time () < deadline)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) events = twilio_poll (program->channel, &cursor, pending, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < events->len; i++)
        {
          CallboardRawEvent *raw = g_ptr_array_index (events, i);
          g_autoptr(CallboardEvent) event = callboard_twilio_parse (raw->raw, &error);

          g_assert_no_error (error);
          if (event->kind == CALLBOARD_EVENT_MESSAGE)
            {
              g_assert_false (answered);
              g_assert_cmpstr (event->text, ==, "YES");
              g_assert_cmpstr (event->from, ==, TWILIO_TO);
              answered = TRUE;
            }
          else if (event->state == CALLBOARD_MESSAGE_DELIVERED)
            delivered = TRUE;
        }
    }

  g_assert_true (delivered);
  g_assert_true (answered);
}

static void
test_opted_out (Program       *program,
                gconstpointer  data)
{
  g_autoptr(JsonNode) stopped = control (program, "inbound", "from=%2B447700900123&body=Stop");
  g_autoptr(CallboardSendResult) result = twilio_send (program->channel, "Hi");

  g_assert_nonnull (stopped);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_FAILED);
  g_assert_cmpint (result->failure, ==, CALLBOARD_FAILURE_OPTED_OUT);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/twilio/program/fault/", cases[i].mode, NULL);

      g_test_add (path, Program, &cases[i], set_up, test_fault, tear_down);
    }

  g_test_add ("/twilio/program/conversation", Program, NULL, set_up, test_conversation, tear_down);
  g_test_add ("/twilio/program/opted-out", Program, NULL, set_up, test_opted_out, tear_down);

  return g_test_run ();
}
