/* callboard-http.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-http-private.h"

#define CHUNK            (16 * 1024)
#define DEFAULT_TIMEOUT  30
#define IDLE_TIMEOUT     30
#define MAX_CONNECTIONS  32

/* How many time-outs a whole file may take: 25 MB over a slow line. */
#define FETCH_TIMEOUTS   20

struct _CallboardHttp
{
  GObject      parent_instance;

  SoupSession *session;
  guint        timeout;
};

G_DEFINE_FINAL_TYPE (CallboardHttp, callboard_http, G_TYPE_OBJECT)

enum {
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_body (GTask *task);

static void
request_free (CallboardHttpRequest *request)
{
  callboard_http_request_stop (request);
  g_clear_signal_handler (&request->written_id, request->message);
  g_clear_object (&request->stream);
  g_clear_object (&request->message);
  g_clear_object (&request->outer);
  g_clear_object (&request->cancellable);
  g_clear_pointer (&request->body, g_byte_array_unref);
  g_free (request->chunk);
  g_free (request);
}

static gboolean
take_bytes (CallboardHttpRequest  *request,
            gsize                  length,
            GError               **error)
{
  if (request->writer != NULL)
    return callboard_file_writer_write (request->writer, request->chunk, length, error);

  if (length > request->max_length - request->body->len)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "body");
      return FALSE;
    }

  g_byte_array_append (request->body, (const guint8 *) request->chunk, length);

  return TRUE;
}

/* Returns: whether there may be more; if not, the task has returned. */
static gboolean
take_read (GTask  *task,
           gssize  length,
           GError *read_error)
{
  CallboardHttpRequest *request = g_task_get_task_data (task);
  g_autoptr(GError) error = NULL;

  if (length < 0)
    callboard_http_return_failure (task, read_error);
  else if (length == 0)
    callboard_http_return_answer (task);
  else if (take_bytes (request, length, &error))
    return TRUE;
  else
    callboard_http_return_failure (task, error);

  return FALSE;
}

static void
on_body_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  gssize length = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &error);

  if (take_read (task, length, error))
    read_body (task);
}

/* A file is too long to be read in one go. */
static gboolean
may_read_at_once (CallboardHttpRequest *request)
{
  return request->writer == NULL && G_IS_POLLABLE_INPUT_STREAM (request->stream) &&
         g_pollable_input_stream_can_poll (G_POLLABLE_INPUT_STREAM (request->stream));
}

/* Mostly a short body has come together with the headers, and can be read without going round the main loop. */
static void
read_body (GTask *task)
{
  CallboardHttpRequest *request = g_task_get_task_data (task);

  while (may_read_at_once (request))
    {
      g_autoptr(GError) error = NULL;
      gssize length = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (request->stream),
                                                                request->chunk, CHUNK, request->cancellable, &error);

      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
        break;

      if (!take_read (task, length, error))
        return;
    }

  g_input_stream_read_async (request->stream, request->chunk, CHUNK, G_PRIORITY_DEFAULT, request->cancellable,
                             on_body_read_cb, g_object_ref (task));
}

/* A file of which too much is announced is not begun; an answer that is no file is not read. */
static void
begin_file (GTask *task)
{
  CallboardHttpRequest *request = g_task_get_task_data (task);
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);
  g_autoptr(GError) error = NULL;

  if (soup_message_get_status (request->message) != SOUP_STATUS_OK)
    {
      g_cancellable_cancel (request->cancellable);
      callboard_http_return_answer (task);
    }
  else if (soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH &&
           !callboard_file_writer_expect (request->writer, soup_message_headers_get_content_length (headers), &error))
    callboard_http_return_failure (task, error);
  else
    read_body (task);
}

static void
on_sent_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GError) error = NULL;
  CallboardHttpRequest *request = g_task_get_task_data (task);

  request->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (request->stream == NULL)
    callboard_http_return_failure (task, error);
  else if (request->writer != NULL)
    begin_file (task);
  else
    read_body (task);
}

static void
on_headers_written_cb (CallboardHttpRequest *request)
{
  request->written = TRUE;
}

static gboolean
on_deadline_passed_cb (gpointer user_data)
{
  CallboardHttpRequest *request = user_data;

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

  /**
   * CallboardHttp::finished:
   * @entry: (type gpointer): a #CallboardHttpEntry
   *
   * A request has ended, one way or the other.
   */
  signals[FINISHED] =
    g_signal_new ("finished",
                  G_TYPE_FROM_CLASS (klass),
                  G_SIGNAL_RUN_LAST,
                  0,
                  NULL, NULL,
                  NULL,
                  G_TYPE_NONE, 1, G_TYPE_POINTER);
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

/* Requests bring their authorization along. A proxy's is asked for by a message of libsoup's own.
 *
 * SOUP_MESSAGE_IDEMPOTENT only lets a POST use a connection that is already open; libsoup repeats by method, and
 * never a POST. Without it every POST opens a connection of its own. */
static void
prepare (SoupMessage *message)
{
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  if (soup_message_get_method (message) == SOUP_METHOD_POST)
    flags |= SOUP_MESSAGE_IDEMPOTENT;

  soup_message_add_flags (message, flags);
  soup_message_disable_feature (message, SOUP_TYPE_AUTH_MANAGER);
}

static void
send (CallboardHttp        *self,
      CallboardHttpRequest *request,
      guint                 deadline,
      GCancellable         *cancellable,
      GAsyncReadyCallback   callback,
      gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);

  request->began_at = g_get_monotonic_time ();
  request->body = g_byte_array_new ();
  request->chunk = g_malloc (CHUNK);
  request->cancellable = g_cancellable_new ();
  request->deadline_id = g_timeout_add_seconds (deadline, on_deadline_passed_cb, request);

  g_task_set_source_tag (task, callboard_http_send_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_set_check_cancellable (task, FALSE);

  if (g_set_object (&request->outer, cancellable))
    request->outer_id = g_cancellable_connect (cancellable, G_CALLBACK (on_outer_cancelled_cb),
                                               g_object_ref (request->cancellable), g_object_unref);

  prepare (request->message);
  request->written_id = g_signal_connect_swapped (request->message, "wrote-headers", G_CALLBACK (on_headers_written_cb),
                                                  request);
  soup_session_send_async (self->session, request->message, G_PRIORITY_DEFAULT, request->cancellable,
                           on_sent_cb, g_object_ref (task));
}

void
callboard_http_send_async (CallboardHttp       *self,
                           SoupMessage         *message,
                           gsize                max_length,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  CallboardHttpRequest *request;

  g_return_if_fail (CALLBOARD_IS_HTTP (self));
  g_return_if_fail (SOUP_IS_MESSAGE (message));

  request = g_new0 (CallboardHttpRequest, 1);
  request->message = g_object_ref (message);
  request->max_length = max_length;
  send (self, request, 2 * self->timeout, cancellable, callback, user_data);
}

void
callboard_http_fetch_async (CallboardHttp       *self,
                            SoupMessage         *message,
                            CallboardFileWriter *writer,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CallboardHttpRequest *request;

  g_return_if_fail (CALLBOARD_IS_HTTP (self));
  g_return_if_fail (SOUP_IS_MESSAGE (message));
  g_return_if_fail (writer != NULL);

  request = g_new0 (CallboardHttpRequest, 1);
  request->message = g_object_ref (message);
  request->writer = writer;
  send (self, request, FETCH_TIMEOUTS * self->timeout, cancellable, callback, user_data);
}

static void
tell_finished (CallboardHttp            *self,
               CallboardHttpRequest     *request,
               const CallboardHttpReply *reply)
{
  CallboardHttpEntry entry = {
    .method = soup_message_get_method (request->message), .uri = soup_message_get_uri (request->message), .status = reply->status,
    .fate = reply->fate, .duration = g_get_monotonic_time () - request->began_at
  };

  g_signal_emit (self, signals[FINISHED], 0, &entry);
}

CallboardHttpReply *
callboard_http_send_finish (CallboardHttp *self,
                            GAsyncResult  *result)
{
  CallboardHttpReply *reply;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_http_send_async), NULL);

  reply = g_task_propagate_pointer (G_TASK (result), NULL);
  tell_finished (self, g_task_get_task_data (G_TASK (result)), reply);

  return reply;
}
