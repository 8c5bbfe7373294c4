/* callboard-http-reply.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-http-private.h"

#include "callboard-channel.h"
#include "callboard-clock.h"

#include <glib/gi18n.h>

#define MAX_RETRY_AFTER CALLBOARD_DAY

void
callboard_http_request_stop (CallboardHttpRequest *request)
{
  g_clear_handle_id (&request->deadline_id, g_source_remove);

  if (request->outer_id)
    g_cancellable_disconnect (request->outer, request->outer_id);

  request->outer_id = 0;
}

void
callboard_http_reply_free (CallboardHttpReply *reply)
{
  g_free (reply->content_type);
  g_free (reply->location);
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
reply_new (CallboardHttpRequest *request)
{
  CallboardHttpReply *reply = g_new0 (CallboardHttpReply, 1);
  SoupMessageHeaders *headers = soup_message_get_response_headers (request->message);

  reply->status = soup_message_get_status (request->message);
  reply->content_type = g_strdup (soup_message_headers_get_content_type (headers, NULL));
  reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  reply->date = parse_date (soup_message_headers_get_one (headers, "Date"));
  reply->retry_after = parse_retry_after (soup_message_headers_get_one (headers, "Retry-After"), reply->date);

  return reply;
}

static gboolean
is_unintelligible (CallboardHttpRequest *request,
                   const GError         *error)
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
explain (CallboardHttpRequest *request,
         const GError         *error)
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

void
callboard_http_return_failure (GTask  *task,
                               GError *error)
{
  CallboardHttpRequest *request = g_task_get_task_data (task);
  CallboardHttpReply *reply = reply_new (request);
  gboolean cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && !request->timed_out;

  reply->fate = request->written ? CALLBOARD_HTTP_LOST : CALLBOARD_HTTP_NOT_SENT;

  if (cancelled || error->domain == CALLBOARD_FILES_ERROR)
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
  callboard_http_request_stop (request);
  g_task_return_pointer (task, reply, (GDestroyNotify) callboard_http_reply_free);
}

void
callboard_http_return_answer (GTask *task)
{
  CallboardHttpRequest *request = g_task_get_task_data (task);
  CallboardHttpReply *reply = reply_new (request);

  reply->fate = CALLBOARD_HTTP_ANSWERED;
  reply->body = g_byte_array_free_to_bytes (g_steal_pointer (&request->body));
  callboard_http_request_stop (request);
  g_task_return_pointer (task, reply, (GDestroyNotify) callboard_http_reply_free);
}
