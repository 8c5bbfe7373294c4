/* bench-sender.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q11: messages that the sender has claimed, posted and recorded, durably, a second, ÷ posts of a bare libsoup loop to
 * the same server, which is a process of its own. */

#include "config.h"

#include <libsoup/soup.h>
#include <stdlib.h>
#include <string.h>

#include "bench-office.h"
#include "bench-support.h"
#include "callboard-context.h"
#include "callboard-office.h"
#include "callboard-settings.h"

#define N_MESSAGES 2000
#define IN_FLIGHT  32

static int n_answers;

/* Answers every POST with a new sid. */
static gboolean
serve_cb (GThreadedSocketService *service,
          GSocketConnection      *connection,
          GObject                *source)
{
  g_autoptr(GDataInputStream) input = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  gsize length = 0;
  char *line;

  g_data_input_stream_set_newline_type (input, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while ((line = g_data_input_stream_read_line (input, NULL, NULL, NULL)) != NULL)
    {
      g_autofree char *header = line;
      g_autofree char *answer = NULL;
      char body[2048];

      if (g_ascii_strncasecmp (header, "Content-Length:", 15) == 0)
        length = strtoul (header + 15, NULL, 10);
      if (*header != '\0')
        continue;

      g_input_stream_read_all (G_INPUT_STREAM (input), body, MIN (length, sizeof body), NULL, NULL, NULL);
      length = 0;
      answer = g_strdup_printf ("HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: 64\r\n\r\n"
                                "{\"sid\": \"SM%032x\", \"status\":\"queued\"}",
                                g_atomic_int_add (&n_answers, 1) + 1);
      g_output_stream_write_all (output, answer, strlen (answer), NULL, NULL, NULL);
    }

  return TRUE;
}

static int
run_server (void)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (IN_FLIGHT + 8);
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_print ("%u\n", g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL));
  g_signal_connect (service, "run", G_CALLBACK (serve_cb), NULL);
  g_socket_service_start (service);
  g_main_loop_run (loop);

  return EXIT_SUCCESS;
}

typedef struct
{
  SoupSession *session;
  char        *url;
  guint        n_begun;
  guint        n_done;
} Loop;

static void post (Loop *loop);

static void
posted_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(GBytes) body = soup_session_send_and_read_finish (SOUP_SESSION (object), result, NULL);
  Loop *loop = user_data;

  g_assert_nonnull (body);
  loop->n_done++;
  if (loop->n_begun < N_MESSAGES)
    post (loop);
}

static void
post (Loop *loop)
{
  g_autofree char *url = g_strconcat (loop->url, "/2010-04-01/Accounts/AC1/Messages.json", NULL);
  g_autoptr(SoupMessage) message = soup_message_new ("POST", url);
  static const char form[] = "To=%2B447700900001&From=%2B447700900000&Body=Hi+Anna%2C+this+is+about+Driver.";
  g_autoptr(GBytes) body = g_bytes_new_static (form, strlen (form));

  loop->n_begun++;
  soup_message_add_flags (message, SOUP_MESSAGE_IDEMPOTENT);
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, body);
  soup_session_send_and_read_async (loop->session, message, G_PRIORITY_DEFAULT, NULL, posted_cb, loop);
}

static double
time_bare (char *url)
{
  Loop loop = { soup_session_new_with_options ("max-conns", IN_FLIGHT, "max-conns-per-host", IN_FLIGHT, NULL), url };
  double before = bench_now ();

  for (guint i = 0; i < IN_FLIGHT; i++)
    post (&loop);
  while (loop.n_done < N_MESSAGES)
    g_main_context_iteration (NULL, TRUE);
  before = bench_now () - before;
  g_object_unref (loop.session);

  return before;
}

static gboolean
tick_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static double
time_sender (const char *url)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *settings = g_strdup_printf ("{\"account_sid\": \"AC1\", \"from\": \"+447700900000\", \"rate\": 1000000,"
                                               " \"poll_seconds\": 3600, \"base_url\": \"%s\"}", url);
  g_autoptr(GPtrArray) people = bench_people_new (1, N_MESSAGES);
  g_autoptr(CallboardContext) context = callboard_context_new (office->test->store);
  gboolean ticked;
  double before;

  callboard_test_execute (office->test, callboard_setting_command_new (CALLBOARD_SETTING_UNDO_MANY, "0"));
  callboard_test_execute (office->test, callboard_account_command_new (office->account, CALLBOARD_PROVIDER_TWILIO, "Office",
                                                                       settings));
  for (guint i = 0; i < people->len; i++)
    ((CallboardPerson *) g_ptr_array_index (people, i))->stage = office->form;
  callboard_test_execute (office->test, callboard_import_command_new (office->job, g_ptr_array_ref (people),
                                                                      CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL));

  before = bench_now ();
  callboard_context_start (context, NULL);
  while (callboard_test_number (office->test, "SELECT count(*) FROM message WHERE state IN ('waiting', 'claimed')") > 0)
    {
      g_autoptr(GSource) tick = g_timeout_source_new (5);

      /* Looks at the outbox now and then only. */
      g_source_set_callback (tick, tick_cb, &ticked, NULL);
      g_source_attach (tick, NULL);
      ticked = FALSE;
      while (!ticked)
        g_main_context_iteration (NULL, TRUE);
    }
  before = bench_now () - before;
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'accepted'", ==, N_MESSAGES);

  callboard_context_stop (context);
  while (g_main_context_iteration (NULL, FALSE))
    continue;

  return before;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GSubprocess) server = NULL;
  g_autoptr(GDataInputStream) output = NULL;
  g_autofree char *port = NULL;
  g_autofree char *url = NULL;
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  if (argc == 2 && g_str_equal (argv[1], "--server"))
    return run_server ();

  g_setenv ("CALLBOARD_SECRET_1", "secret", TRUE);
  g_setenv ("CALLBOARD_SECRET_2", "secret", TRUE);
  server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, argv[0], "--server", NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server));
  port = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  url = g_strdup_printf ("http://127.0.0.1:%s", port);

  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      double ours = time_sender (url);
      double ratio = time_bare (url) / ours;
      double rate = N_MESSAGES / ours;

      g_array_append_val (ratios, ratio);
      g_array_append_val (rates, rate);
    }

  bench_report ("Q11", "sender's posts/s ÷ bare libsoup", ratios, BENCH_AT_LEAST, 0.8);
  bench_remark ("Q11", "sender", rates, "messages/s");
  g_subprocess_force_exit (server);

  return bench_end ();
}
