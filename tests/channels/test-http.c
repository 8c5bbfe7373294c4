/* test-http.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-http.h"

#include "callboard-channel.h"
#include "callboard-clock.h"
#include "raw_peer.h"

#define CREATED "HTTP/1.1 201 Created\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n{}"

static void
on_done_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  CallboardHttpReply **reply = user_data;

  *reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
}

static CallboardHttpReply *
request (CallboardHttp *http,
         const char    *method,
         const char    *url,
         gsize          max_length,
         GCancellable  *cancellable)
{
  g_autoptr(SoupMessage) message = soup_message_new (method, url);
  g_autoptr(GBytes) body = g_bytes_new_static ("a=b", 3);
  CallboardHttpReply *reply = NULL;

  if (g_str_equal (method, "POST"))
    soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", body);

  callboard_http_send_async (http, message, max_length, cancellable, on_done_cb, &reply);
  while (reply == NULL)
    g_main_context_iteration (NULL, TRUE);

  return reply;
}

static CallboardHttpReply *
post (CallboardHttp *http,
      const char    *url)
{
  return request (http, "POST", url, CALLBOARD_HTTP_MAX_BODY, NULL);
}

static void
test_answered (void)
{
  PeerStep steps[] = { { CREATED, PEER_KEEP } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autoptr(CallboardHttp) http = callboard_http_new (5);

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(CallboardHttpReply) reply = post (http, raw_peer_get_url (peer));

      g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_ANSWERED);
      g_assert_cmpuint (reply->status, ==, 201);
      g_assert_cmpstr (reply->content_type, ==, "application/json");
      g_assert_cmpmem (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body), "{}", 2);
      g_assert_no_error (reply->error);
    }

  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 20);
  g_assert_cmpuint (raw_peer_get_connections (peer), ==, 1);
}

typedef struct
{
  const char *name;
  PeerStep    step;
  guint       status;
  int         code;
} LostCase;

static const LostCase lost_cases[] = {
  { "close", { "", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "reset", { "", PEER_RESET }, 0, CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "hold", { "", PEER_HOLD }, 0, CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "half-headers", { "HTTP/1.1 201 Crea", PEER_CLOSE }, 0, -1 },
  { "half-body", { "HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\n{\"sid\": ", PEER_CLOSE }, 201, -1 },
  { "half-body-held", { "HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\n{\"sid\": ", PEER_HOLD }, 201,
    CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "half-body-reset", { "HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\n{\"sid\": ", PEER_RESET }, -1, -1 },
  { "half-chunk", { "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"s", PEER_CLOSE }, 201, -1 },
  { "not-http", { "220 smtp.example.org ESMTP\r\n\r\n", PEER_CLOSE }, 0, -1 },
  { "drip", { "HTTP/1.1 201 Created\r\nContent-Length: 200\r\n\r\n"
              "{                                                  }", PEER_DRIP }, -1,
    CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "flood", { "HTTP/1.1 201 Created\r\n\r\n{                                            ", PEER_FLOOD }, 201,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
};

/* The request was read: whatever happens then, it may have been accepted, and must not be sent again. */
static void
test_lost (gconstpointer data)
{
  const LostCase *lost = data;
  g_autoptr(RawPeer) peer = raw_peer_new (&lost->step, 1);
  g_autoptr(CallboardHttp) http = callboard_http_new (1);
  g_autoptr(CallboardHttpReply) reply = post (http, raw_peer_get_url (peer));

  g_test_message ("%s", reply->error ? reply->error->message : "no error");
  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_LOST);
  g_assert_nonnull (reply->error);
  g_assert_null (reply->body);
  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 1);
  if (lost->status != (guint) -1)
    g_assert_cmpuint (reply->status, ==, lost->status);
  if (lost->code != -1)
    g_assert_error (reply->error, CALLBOARD_CHANNEL_ERROR, lost->code);
  else
    g_assert_true (reply->error->domain == CALLBOARD_CHANNEL_ERROR);
}

/* A connection that was good for one POST, and is dropped when the next has been read. */
static void
test_dropped_when_reused (gconstpointer data)
{
  PeerStep steps[] = { { CREATED, PEER_KEEP }, { "", GPOINTER_TO_INT (data) }, { CREATED, PEER_KEEP } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 3);
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(CallboardHttpReply) first = post (http, raw_peer_get_url (peer));
  g_autoptr(CallboardHttpReply) second = post (http, raw_peer_get_url (peer));

  g_assert_cmpint (first->fate, ==, CALLBOARD_HTTP_ANSWERED);
  g_assert_cmpint (second->fate, ==, CALLBOARD_HTTP_LOST);
  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 2);
}

static void
test_refused (void)
{
  PeerStep steps[] = { { CREATED, PEER_KEEP } };
  RawPeer *peer = raw_peer_new (steps, 1);
  g_autofree char *url = g_strdup (raw_peer_get_url (peer));
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(CallboardHttpReply) reply = NULL;

  raw_peer_free (peer);
  reply = post (http, url);
  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_NOT_SENT);
  g_assert_cmpuint (reply->status, ==, 0);
  g_assert_error (reply->error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
}

static void
test_no_such_name (void)
{
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(CallboardHttpReply) reply = post (http, "http://callboard-test.invalid/");

  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_NOT_SENT);
  g_assert_error (reply->error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
}

static void
test_tls_failure (void)
{
  PeerStep steps[] = { { "HTTP/1.1 400 Bad Request\r\n\r\n", PEER_CLOSE } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autofree char *url = g_strconcat ("https", raw_peer_get_url (peer) + 4, NULL);
  g_autoptr(CallboardHttp) http = callboard_http_new (1);
  g_autoptr(CallboardHttpReply) reply = post (http, url);

  g_test_message ("%s", reply->error->message);
  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_NOT_SENT);
  g_assert_error (reply->error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_UNREACHABLE);
}

static void
test_no_redirect (void)
{
  PeerStep away[] = { { CREATED, PEER_KEEP } };
  g_autoptr(RawPeer) elsewhere = raw_peer_new (away, 1);
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 307 Temporary Redirect\r\nLocation: %s/\r\n"
                                             "Content-Length: 0\r\n\r\n", raw_peer_get_url (elsewhere));
  PeerStep steps[] = { { answer, PEER_KEEP } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(CallboardHttpReply) reply = post (http, raw_peer_get_url (peer));

  g_assert_cmpint (reply->fate, ==, CALLBOARD_HTTP_ANSWERED);
  g_assert_cmpuint (reply->status, ==, 307);
  g_assert_cmpuint (raw_peer_get_requests (elsewhere), ==, 0);
}

static void
test_limit (void)
{
  PeerStep steps[] = { { CREATED, PEER_KEEP } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(CallboardHttpReply) fits = request (http, "GET", raw_peer_get_url (peer), 2, NULL);
  g_autoptr(CallboardHttpReply) exceeds = request (http, "GET", raw_peer_get_url (peer), 1, NULL);

  g_assert_cmpint (fits->fate, ==, CALLBOARD_HTTP_ANSWERED);
  g_assert_cmpint (exceeds->fate, ==, CALLBOARD_HTTP_LOST);
  g_assert_error (exceeds->error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
}

static void
test_retry_after (void)
{
  const struct { const char *headers; gint64 wait; } cases[] = {
    { "Retry-After: 7\r\n", 7 * CALLBOARD_SECOND },
    { "Retry-After: soon\r\n", 0 },
    { "Retry-After: -5\r\n", 0 },
    { "Retry-After: 99999999999999999999\r\n", 0 },
    { "", 0 },
    { "Date: Mon, 23 Nov 2026 12:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 12:01:30 GMT\r\n", 90 * CALLBOARD_SECOND },
    { "Date: Mon, 23 Nov 2026 12:00:00 GMT\r\nRetry-After: Mon, 23 Nov 2026 11:00:00 GMT\r\n", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *answer = g_strdup_printf ("HTTP/1.1 429 Too Many Requests\r\n%sContent-Length: 0\r\n\r\n",
                                                 cases[i].headers);
      PeerStep steps[] = { { answer, PEER_KEEP } };
      g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
      g_autoptr(CallboardHttp) http = callboard_http_new (5);
      g_autoptr(CallboardHttpReply) reply = post (http, raw_peer_get_url (peer));

      g_assert_cmpuint (reply->status, ==, 429);
      g_assert_cmpint (reply->retry_after, ==, cases[i].wait);
    }
}

static gboolean
on_time_to_cancel_cb (gpointer cancellable)
{
  g_cancellable_cancel (cancellable);

  return G_SOURCE_REMOVE;
}

static void
test_cancel (void)
{
  PeerStep steps[] = { { "", PEER_HOLD } };
  g_autoptr(RawPeer) peer = raw_peer_new (steps, 1);
  g_autoptr(CallboardHttp) http = callboard_http_new (5);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(CallboardHttpReply) after = NULL;
  g_autoptr(CallboardHttpReply) before = NULL;

  g_timeout_add (100, on_time_to_cancel_cb, cancellable);
  after = request (http, "POST", raw_peer_get_url (peer), 10, cancellable);
  before = request (http, "POST", raw_peer_get_url (peer), 10, cancellable);

  g_assert_error (after->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (after->fate, ==, CALLBOARD_HTTP_LOST);
  g_assert_error (before->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (before->fate, ==, CALLBOARD_HTTP_NOT_SENT);
  g_assert_cmpuint (raw_peer_get_requests (peer), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/http/answered", test_answered);
  for (guint i = 0; i < G_N_ELEMENTS (lost_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/http/lost/", lost_cases[i].name, NULL);

      g_test_add_data_func (path, &lost_cases[i], test_lost);
    }
  g_test_add_data_func ("/http/reused/close", GINT_TO_POINTER (PEER_CLOSE), test_dropped_when_reused);
  g_test_add_data_func ("/http/reused/reset", GINT_TO_POINTER (PEER_RESET), test_dropped_when_reused);
  g_test_add_func ("/http/not-sent/refused", test_refused);
  g_test_add_func ("/http/not-sent/no-such-name", test_no_such_name);
  g_test_add_func ("/http/not-sent/tls", test_tls_failure);
  g_test_add_func ("/http/no-redirect", test_no_redirect);
  g_test_add_func ("/http/limit", test_limit);
  g_test_add_func ("/http/retry-after", test_retry_after);
  g_test_add_func ("/http/cancel", test_cancel);

  return g_test_run ();
}
