/* test-http-tls.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTTP/2 over TLS, as real providers speak it. */

#include "config.h"

#include "callboard-channel.h"
#include "callboard-http.h"

typedef struct
{
  SoupServer    *server;
  CallboardHttp *http;
  char          *url;
  guint          n_requests;
  gboolean       drop;
} Fixture;

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  Fixture *fixture = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  fixture->n_requests++;
  g_assert_cmpstr (body->data, ==, "a=b");

  if (fixture->drop)
    g_socket_shutdown (soup_server_message_get_socket (message), TRUE, TRUE, NULL);

  soup_server_message_set_status (message, 201, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_STATIC, "{}", 2);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "untrusted.pem", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GTlsCertificate) certificate = g_tls_certificate_new_from_file (path, &error);
  GSList *uris;

  g_assert_no_error (error);
  fixture->server = soup_server_new ("tls-certificate", certificate, NULL);
  soup_server_add_handler (fixture->server, NULL, on_request_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_HTTPS | SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (fixture->server);
  fixture->url = g_strdup_printf ("https://127.0.0.1:%d/", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  fixture->http = callboard_http_new (5);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->http);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_free (fixture->url);
}

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  CallboardHttpReply **reply = user_data;

  *reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
}

static gboolean
on_accept_certificate_cb (SoupMessage *message)
{
  return TRUE;
}

static CallboardHttpReply *
post (Fixture  *fixture,
      gboolean  trusting)
{
  g_autoptr(SoupMessage) message = soup_message_new (SOUP_METHOD_POST, fixture->url);
  g_autoptr(GBytes) body = g_bytes_new_static ("a=b", 3);
  CallboardHttpReply *reply = NULL;

  soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);
  if (trusting)
    g_signal_connect (message, "accept-certificate", G_CALLBACK (on_accept_certificate_cb), NULL);

  callboard_http_send_async (fixture->http, message, 100, NULL, on_done_cb, &reply);
  while (reply == NULL)
    g_main_context_iteration (NULL, TRUE);

  if (reply->fate == CALLBOARD_HTTP_ANSWERED)
    g_assert_cmpint (soup_message_get_http_version (message), ==, SOUP_HTTP_2_0);

  return reply;
}

static void
test_answered (Fixture       *fixture,
               gconstpointer  data)
{
  for (guint i = 1; i <= 5; i++)
    {
      g_autoptr(CallboardHttpReply) reply = post (fixture, TRUE);

      g_assert_no_error (reply->error);
      g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_ANSWERED);
      g_assert_cmpuint (reply->status, ==, 201);
      g_assert_cmpuint (fixture->n_requests, ==, i);
    }
}

static void
test_dropped (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(CallboardHttpReply) first = post (fixture, TRUE);
  g_autoptr(CallboardHttpReply) second = NULL;

  fixture->drop = TRUE;
  second = post (fixture, TRUE);

  g_test_message ("%s", second->error->message);
  g_assert_cmpint (first->fate, ==, CALLBOARD_HTTP_ANSWERED);
  g_assert_cmpint (second->fate, ==, CALLBOARD_HTTP_LOST);
  g_assert_cmpuint (fixture->n_requests, ==, 2);
}

/* Whoever sits on the way and pretends to be the provider gets neither the request nor the secret in it. */
static void
test_untrusted (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(CallboardHttpReply) reply = post (fixture, FALSE);

  g_test_message ("%s", reply->error->message);
  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_NOT_SENT);
  g_assert_error (reply->error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
  g_assert_cmpuint (fixture->n_requests, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("SOUP_SERVER_HTTP2", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/http/tls/answered", Fixture, NULL, set_up, test_answered, tear_down);
  g_test_add ("/http/tls/dropped", Fixture, NULL, set_up, test_dropped, tear_down);
  g_test_add ("/http/tls/untrusted", Fixture, NULL, set_up, test_untrusted, tear_down);

  return g_test_run ();
}
