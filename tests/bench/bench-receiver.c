/* bench-receiver.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q10: webhooks that the receiver has verified and stored, durably, before it confirmed them, a second, ÷ those of a bare
 * libsoup server that answers when it has parsed them. Both are asked over 64 connections by a process of its own. */

#include "config.h"

#include <libsoup/soup.h>
#include <string.h>

#include "bench-office.h"
#include "bench-support.h"
#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-receiver.h"

#define CONNECTIONS  64
#define PER_PROVIDER 100
#define N_REQUESTS   (CONNECTIONS * PER_PROVIDER)
#define SECRET       "app"
#define MAX_BODY     (1024 * 1024)

/* The client: all it sends is written and signed beforehand, so that it costs the server's machine as little as it can. */

typedef struct
{
  GSocketConnection *connection;
  char              *requests[PER_PROVIDER];
} Provider;

static char *
write_request (const char *path,
               guint       provider,
               guint       n)
{
  g_autofree char *body = g_strdup_printf (
    "{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":"
    "{\"messaging_product\":\"whatsapp\",\"metadata\":{\"display_phone_number\":\"447700900000\",\"phone_number_id\":\"100\"},"
    "\"contacts\":[{\"profile\":{\"name\":\"Ana\"},\"wa_id\":\"447700900123\"}],\"messages\":[{\"from\":\"447700900123\","
    "\"id\":\"wamid.%u.%u.%d\",\"timestamp\":\"1795435200\",\"type\":\"text\",\"text\":{\"body\":\"Yes\"}}]}}]}]}",
    provider, n, g_random_int_range (0, G_MAXINT32));
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) SECRET, strlen (SECRET), body, -1);

  return g_strdup_printf ("POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                          "X-Hub-Signature-256: sha256=%s\r\nContent-Length: %zu\r\n\r\n%s",
                          path, digest, strlen (body), body);
}

static Provider *
provider_new (const char *host,
              const char *path,
              guint       number)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  Provider *provider = g_new0 (Provider, 1);

  provider->connection = g_socket_client_connect_to_host (client, host, 0, NULL, NULL);
  g_assert_nonnull (provider->connection);
  g_tcp_connection_set_graceful_disconnect (G_TCP_CONNECTION (provider->connection), FALSE);
  for (guint n = 0; n < PER_PROVIDER; n++)
    provider->requests[n] = write_request (path, number, n);

  return provider;
}

static void
provider_free (Provider *provider)
{
  for (guint n = 0; n < PER_PROVIDER; n++)
    g_free (provider->requests[n]);

  g_object_unref (provider->connection);
  g_free (provider);
}

/* An answer has no body, so it ends with its headers. */
static void
read_answer (GSocket *socket)
{
  char answer[1024];
  gsize length = 0;

  do
    {
      gssize n = g_socket_receive (socket, answer + length, sizeof answer - 1 - length, NULL, NULL);

      g_assert_cmpint (n, >, 0);
      length += n;
      answer[length] = '\0';
    }
  while (!g_str_has_suffix (answer, "\r\n\r\n"));

  g_assert_true (g_str_has_prefix (answer, "HTTP/1.1 200"));
}

static gpointer
report (gpointer data)
{
  const Provider *provider = data;
  GSocket *socket = g_socket_connection_get_socket (provider->connection);

  for (guint n = 0; n < PER_PROVIDER; n++)
    {
      const char *request = provider->requests[n];

      g_assert_cmpint (g_socket_send (socket, request, strlen (request), NULL, NULL), ==, strlen (request));
      read_answer (socket);
    }

  return NULL;
}

static int
run_providers (const char *host,
               const char *path)
{
  GThread *threads[CONNECTIONS];
  Provider *providers[CONNECTIONS];
  double before;

  for (guint i = 0; i < CONNECTIONS; i++)
    providers[i] = provider_new (host, path, i);

  before = bench_now ();
  for (guint i = 0; i < CONNECTIONS; i++)
    threads[i] = g_thread_new ("provider", report, providers[i]);
  for (guint i = 0; i < CONNECTIONS; i++)
    g_thread_join (threads[i]);

  g_print ("%f\n", N_REQUESTS / (bench_now () - before));
  for (guint i = 0; i < CONNECTIONS; i++)
    provider_free (providers[i]);

  return 0;
}

/* The servers */

typedef struct
{
  gboolean  ended;
  char     *output;
} Client;

static void
ended_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Client *client = user_data;

  client->ended = TRUE;
  g_assert_true (g_subprocess_communicate_utf8_finish (G_SUBPROCESS (object), result, &client->output, NULL, NULL));
  g_assert_true (g_subprocess_get_successful (G_SUBPROCESS (object)));
}

/* Requests a second, as the client says. */
static double
time_requests (const char *program,
               guint       port,
               const char *path)
{
  g_autofree char *host = g_strdup_printf ("127.0.0.1:%u", port);
  g_autoptr(GSubprocess) process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, program, "--providers", host, path,
                                                     NULL);
  Client client = { FALSE };
  double rate;

  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, &client);
  while (!client.ended)
    g_main_context_iteration (NULL, TRUE);

  rate = g_ascii_strtod (client.output, NULL);
  g_free (client.output);

  return rate;
}

static void
parse_cb (SoupServer        *server,
          SoupServerMessage *message,
          const char        *path,
          GHashTable        *query,
          gpointer           user_data)
{
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr(JsonObject) object = callboard_json_parse_object (g_bytes_get_data (body, NULL), g_bytes_get_size (body), MAX_BODY,
                                                              NULL);

  g_assert_nonnull (object);
  soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
}

static double
time_bare (const char *program)
{
  g_autoptr(SoupServer) server = soup_server_new (NULL, NULL);
  g_autoslist(GUri) uris = NULL;

  soup_server_add_handler (server, NULL, parse_cb, NULL, NULL);
  g_assert_true (soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (server);

  return time_requests (program, g_uri_get_port (uris->data), "/");
}

static double
time_receiver (const char *program)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(CallboardReceiver) receiver = callboard_receiver_new (office->test->store);
  g_autofree char *path = NULL;
  double rate;

  callboard_test_execute (office->test, callboard_account_command_new (0, CALLBOARD_PROVIDER_META, "WhatsApp",
                                                                       "{\"phone_number_id\": \"100\"}"));
  path = callboard_receiver_get_path (CALLBOARD_PROVIDER_META,
                                      callboard_test_number (office->test, "SELECT max(id) FROM account"));
  g_assert_true (callboard_receiver_start (receiver, 0, NULL));
  while (g_main_context_iteration (NULL, FALSE))
    ;

  rate = time_requests (program, callboard_receiver_get_port (receiver), path);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM inbox", ==, N_REQUESTS);
  callboard_receiver_stop (receiver);

  return rate;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  if (argc == 4 && g_str_equal (argv[1], "--providers"))
    return run_providers (argv[2], argv[3]);

  g_setenv ("CALLBOARD_SECRET_2", "{\"secret\": \"token\", \"app_secret\": \"" SECRET "\"}", TRUE);
  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      double rate = time_receiver (argv[0]);
      double ratio = rate / time_bare (argv[0]);

      g_array_append_val (rates, rate);
      g_array_append_val (ratios, ratio);
    }

  bench_report ("Q10", "receiver's webhooks/s ÷ bare libsoup server", ratios, BENCH_AT_LEAST, 0.7);
  bench_remark ("Q10", "receiver", rates, "webhooks/s");

  return bench_end ();
}
