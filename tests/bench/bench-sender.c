/* bench-sender.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q11: messages that the sender has claimed, posted and recorded, durably, a second, ÷ posts of a bare libsoup loop to
 * the same server, which is a process of its own; and the connections that it opens for a thousand, each of which costs a
 * TLS handshake where the server is a real one. */

#include "config.h"

#include <libsoup/soup.h>
#include <string.h>

#include "bench-office.h"
#include "bench-peer.h"
#include "bench-support.h"
#include "callboard-context.h"
#include "callboard-office.h"
#include "callboard-settings.h"

#define N_MESSAGES 5000
#define IN_FLIGHT  32


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

static void
run_for (guint milliseconds)
{
  g_autoptr(GSource) tick = g_timeout_source_new (milliseconds);
  gboolean ticked = FALSE;

  g_source_set_callback (tick, tick_cb, &ticked, NULL);
  g_source_attach (tick, NULL);
  while (!ticked)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
has_unsent (CallboardTestOffice *office)
{
  return callboard_test_number (office->test,
                                "SELECT id FROM message WHERE state IN ('waiting', 'claimed') LIMIT 1") > 0;
}

static double
count_connections (CallboardTestOffice *office)
{
  g_autofree char *first = callboard_test_text (office->test, "SELECT min (substr (provider_id, 3, 8)) FROM message");
  g_autofree char *last = callboard_test_text (office->test, "SELECT max (substr (provider_id, 3, 8)) FROM message");

  return g_ascii_strtoull (last, NULL, 16) - g_ascii_strtoull (first, NULL, 16) + 1;
}

static double
time_sender (const char *url,
             double     *connections)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *settings = g_strdup_printf ("{\"account_sid\": \"AC1\", \"from\": \"+447700900000\", \"rate\": 1000000,"
                                               " \"poll_seconds\": 3600, \"base_url\": \"%s\"}", url);
  g_autoptr(GPtrArray) people = bench_people_new (1, N_MESSAGES);
  g_autoptr(CallboardContext) context = callboard_context_new (office->test->store);
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
  while (has_unsent (office))
    run_for (1);
  before = bench_now () - before;

  while (!callboard_context_is_idle (context))
    g_main_context_iteration (NULL, TRUE);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'accepted'", ==, N_MESSAGES);
  *connections = count_connections (office) * 1000.0 / N_MESSAGES;

  callboard_context_stop (context);

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
  g_autoptr(GArray) opened = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  if (argc == 2 && g_str_equal (argv[1], "--server"))
    return bench_peer_run ();

  g_setenv ("CALLBOARD_SECRET_1", "secret", TRUE);
  g_setenv ("CALLBOARD_SECRET_2", "secret", TRUE);
  server = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, argv[0], "--server", NULL);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (server));
  port = g_data_input_stream_read_line (output, NULL, NULL, NULL);
  url = g_strdup_printf ("http://127.0.0.1:%s", port);

  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      double connections;
      double ours = time_sender (url, &connections);
      double ratio = time_bare (url) / ours;
      double rate = N_MESSAGES / ours;

      g_array_append_val (ratios, ratio);
      g_array_append_val (rates, rate);
      g_array_append_val (opened, connections);
    }

  bench_report ("Q11", "sender's posts/s ÷ bare libsoup", ratios, BENCH_AT_LEAST, 0.8);
  bench_report ("Q11", "connections per 1,000 sends", opened, BENCH_AT_MOST, 2 * IN_FLIGHT);
  bench_remark ("Q11", "sender", rates, "messages/s");
  g_subprocess_force_exit (server);

  return bench_end ();
}
