/* callboard-http.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-http.h"

#include "callboard-channel.h"
#include "callboard-clock.h"

#include <glib/gi18n.h>

#define CHUNK            (32 * 1024)
#define DEFAULT_TIMEOUT  30
#define IDLE_TIMEOUT     30
#define MAX_CONNECTIONS  32
#define MAX_RETRY_AFTER  CALLBOARD_DAY

struct _CallboardHttp
{
  GObject      parent_instance;

  SoupSession *session;
  guint        timeout;
};

G_DEFINE_FINAL_TYPE (CallboardHttp, callboard_http, G_TYPE_OBJECT)

typedef struct
{
  SoupMessage  *message;
  gsize         max_length;

  GCancellable *outer;
  GCancellable *cancellable;
  gulong        outer_id;
  guint         deadline_id;

  GInputStream *stream;
  GByteArray   *body;

  guint         written : 1;
  guint         timed_out : 1;
} Request;

static void read_body (GTask *task);

static void
request_stop (Request *request)
{
  g_clear_handle_id (&request->deadline_id, g_source_remove);

  if (request->outer_id)
    g_cancellable_disconnect (request->outer, request->outer_id);

  request->outer_id = 0;
}

static void
request_free (Request *request)
{
  request_stop (request);
  g_clear_object (&request->stream);
  g_clear_object (&request->message);
  g_clear_object (&request->outer);
  g_clear_object (&request->cancellable);
  g_clear_pointer (&request->body, g_byte_array_unref);
  g_free (request);
}

void
callboard_http_reply_free (CallboardHttpReply *reply)
{
  g_free (reply->content_type);
  g_clear_pointer (&reply->body, g_bytes_unref);
  g_clear_error (&reply->error);
  g_free (reply);
}

static gint64
parse_date (const char *text)
{
  g_autoptr(GDateTime) date = text ? soup_date_time_new_from_http_string (text) : NULL;

  return date ? g_date_time_to_unix (date) * CALLBOARD_SECOND : 0;
}

/* RFC 9110, 10.2.3: seconds, or a date. The date is the peer's, so it is compared with the peer's clock. */
static gint64
parse_retry_after (const char *text,
                   gint64      peer_now)
{
  guint64 seconds;
  gint64 date;

  if (text == NULL)
    return 0;

  if (g_ascii_string_to_unsigned (text, 10, 0, MAX_RETRY_AFTER / CALLBOARD_SECOND, &seconds, NULL))
    return seconds * CALLBOARD_SECOND;

  date = parse_date (text);

  return date ? CLAMP (date - (peer_now ? peer_now : g_get_real_time ()), 0, MAX_RETRY_AFTER) : 0;
}

static CallboardHttpReply *
reply_new (Request *request)
{
  CallboardHttpReply *reply = g_new0 (CallboardHttpReply, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);

  reply->status = soup_message_get_status (request->message);
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->date = parse_date (soup_message_headers_get_one (headers, "Date"));
  reply->retry_after = parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), reply->date);

  return reply;
}

static gboolean
is_unintelligible (Request      *request,
                   const GError *error)
{
  if (!request->written)
    return FALSE;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT))
    return soup_message_get_status (request->message) != SOUP_STATUS_NONE;

  return error->domain == SOUP_SESSION_ERROR ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

static char *
explain (Request      *request,
         const GError *error)
{
  const char *host = g_uri_get_host (soup_message_get_uri (request->message));

  if (request->timed_out || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return g_strdup_printf (_("%s did not answer in time. Check the network connection."), host);

  if (error->domain == G_TLS_ERROR)
    return g_strdup_printf (_("No secure connection to %s. Check this computer’s date and the network. (%s)"),
                            host, error->message);

  if (error->domain == G_RESOLVER_ERROR)
    return g_strdup_printf (_("%s was not found. Check the network connection."), host);

  if (!request->written)
    return g_strdup_printf (_("%s could not be reached. Check the network connection."), host);

  if (is_unintelligible (request, error))
    return g_strdup_printf (_("The answer of %s could not be understood."), host);

  return g_strdup_printf (_("The connection to %s broke before the answer came."), host);
}

static void
return_failure (GTask  *task,
                GError *error)
{
  Request *request = g_task_get_task_data (task);
  CallboardHttpReply *reply = reply_new (request);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !request->timed_out;

  reply->fate = request->written ? CALLBOARD_HTTP_LOST : CALLBOARD_HTTP_NOT_SENT;

  if (cancelled)
    reply->error = g_error_copy (error);
  else
    {
      g_autofree char *words = explain (request, error);

      reply->error = g_error_new_literal (CALLBOARD_CHANNEL_ERROR,
                                          is_unintelligible (request, error) ? CALLBOARD_CHANNEL_ERROR_MALFORMED
                                                                             : CALLBOARD_CHANNEL_ERROR_UNREACHABLE,
                                          words);
    }

  /* What is left of an answer would otherwise be read to its end, however long that takes. */
  g_cancellable_cancel (request->cancellable);
  request_stop (request);
  g_task_return_pointer (task, reply, (GDestroyNotify) callboard_http_reply_free);
}

static void
return_answer (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  CallboardHttpReply *reply = reply_new (request);

  reply->fate = CALLBOARD_HTTP_ANSWERED;
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&request->body));
  request_stop (request);
  g_task_return_pointer (task, reply, (GDestroyNotify) callboard_http_reply_free);
}

static void
on_body_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  Request *request = g_task_get_task_data (task);

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (object), result, &error);

  if (bytes == NULL)
    return_failure (task, error);
  else if (g_bytes_get_size (bytes) > request->max_length - request->body->len)
    {
      error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "body");
      return_failure (task, error);
    }
  else if (g_bytes_get_size (bytes) > 0)
    {
      g_byte_array_append (request->body, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      read_body (task);
    }
  else
    return_answer (task);
}

static void
read_body (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (request->stream, CHUNK, G_PRIORITY_DEFAULT, request->cancellable,
                                   on_body_read_cb, g_object_ref (task));
}

static void
on_sent_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  Request *request = g_task_get_task_data (task);

  request->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (request->stream == NULL)
    return_failure (task, error);
  else
    read_body (task);
}

static void
on_headers_written_cb (GTask *task)
{
  Request *request = g_task_get_task_data (task);

  request->written = TRUE;
}

static gboolean
on_deadline_passed_cb (gpointer user_data)
{
  Request *request = user_data;

  request->deadline_id = 0;
  request->timed_out = TRUE;
  g_cancellable_cancel (request->cancellable);

  return G_SOURCE_REMOVE;
}

static void
on_outer_cancelled_cb (GCancellable *outer,
                       GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
callboard_http_finalize (GObject *object)
{
  CallboardHttp *self = CALLBOARD_HTTP (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (callboard_http_parent_class)->finalize (object);
}

static void
callboard_http_class_init (CallboardHttpClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_http_finalize;
}

static void
callboard_http_init (CallboardHttp *self)
{
}

CallboardHttp *
callboard_http_new (guint timeout)
{
  CallboardHttp *self = g_object_new (CALLBOARD_TYPE_HTTP, NULL);

  self->timeout = timeout ? timeout : DEFAULT_TIMEOUT;
  self->session = soup_session_new_with_options ("max-conns", MAX_CONNECTIONS,
                                                 "max-conns-per-host", MAX_CONNECTIONS,
                                                 "idle-timeout", IDLE_TIMEOUT,
                                                 "timeout", self->timeout,
                                                 "user-agent", "Callboard/" VERSION,
                                                 NULL);

  return self;
}

/* SOUP_MESSAGE_IDEMPOTENT only lets a POST use a connection that is already open; libsoup repeats by method, and
 * never a POST. Without it every POST opens a connection of its own. */
static void
prepare (SoupMessage *message)
{
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  if (soup_message_get_method (message) == SOUP_METHOD_POST)
    flags |= SOUP_MESSAGE_IDEMPOTENT;

  soup_message_add_flags (message, flags);
}

void
callboard_http_send_async (CallboardHttp       *self,
                           SoupMessage         *message,
                           gsize                max_length,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Request *request;

  g_return_if_fail (CALLBOARD_IS_HTTP (self));
  g_return_if_fail (SOUP_IS_MESSAGE (message));

  request = g_new0 (Request, 1);
  request->message = g_object_ref (message);
  request->max_length = max_length;
  request->body = g_byte_array_new ();
  request->cancellable = g_cancellable_new ();
  request->deadline_id = g_timeout_add_seconds (2 * self->timeout, on_deadline_passed_cb, request);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, callboard_http_send_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_set_check_cancellable (task, FALSE);

  if (g_set_object (&request->outer, cancellable))
    request->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled_cb),
                                               g_object_ref (request->cancellable), g_object_unref);

  prepare (message);
  g_signal_connect_object (message, "wrote-headers", G_CALLBACK (on_headers_written_cb), task, G_CONNECT_SWAPPED);
  soup_session_send_async (self->session, message, G_PRIORITY_DEFAULT, request->cancellable,
                           on_sent_cb, g_steal_pointer (&task));
}

CallboardHttpReply *
callboard_http_send_finish (CallboardHttp *self,
                            GAsyncResult  *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_http_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
