/* callboard-http.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libsoup/soup.h>

#include "callboard-files.h"

G_BEGIN_DECLS

#define CALLBOARD_HTTP_MAX_BODY (1024 * 1024)

/**
 * CallboardHttpFate:
 * @CALLBOARD_HTTP_ANSWERED: a status and a whole body came back
 * @CALLBOARD_HTTP_NOT_SENT: the peer surely never had the request: no connection, no such name, TLS failure before
 *   the request was written
 * @CALLBOARD_HTTP_LOST: the request may have left, and no whole answer came: time-out, reset, half a body, too much
 *   of it, or something that is not HTTP
 */
typedef enum
{
  CALLBOARD_HTTP_ANSWERED,
  CALLBOARD_HTTP_NOT_SENT,
  CALLBOARD_HTTP_LOST,
} CallboardHttpFate;

/**
 * CallboardHttpReply:
 * @fate: what is known about the request
 * @status: the HTTP status, 0 if none came. A lost answer may have one: its status line came, its body did not
 * @content_type: (nullable): without parameters
 * @location: (nullable): where a redirect leads, as it was written
 * @body: (nullable): set only if answered
 * @date: the peer's clock, microseconds since the epoch, UTC; 0 if it does not say
 * @retry_after: how long the peer asks to wait, in microseconds; 0 if it does not say
 * @error: (nullable): unless answered, a %CALLBOARD_CHANNEL_ERROR, %G_IO_ERROR_CANCELLED or, of a writer, a
 *   %CALLBOARD_FILES_ERROR, with words for people
 */
typedef struct
{
  CallboardHttpFate  fate;
  guint              status;
  char              *content_type;
  char              *location;
  GBytes            *body;
  gint64             date;
  gint64             retry_after;
  GError            *error;
} CallboardHttpReply;

void callboard_http_reply_free (CallboardHttpReply *reply);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardHttpReply, callboard_http_reply_free)

#define CALLBOARD_TYPE_HTTP (callboard_http_get_type())

/**
 * CallboardHttpEntry:
 * @method: such as "POST"
 * @uri: where it went; its query may be secret
 * @status: the HTTP status, 0 if none came
 * @fate: what is known about the request
 * @duration: from the first attempt to the last byte, microseconds
 *
 * What is told of a request for a log: no header and no body.
 */
typedef struct
{
  const char        *method;
  GUri              *uri;
  guint              status;
  CallboardHttpFate  fate;
  gint64             duration;
} CallboardHttpEntry;

/* One HTTP client for one account. It sends each request once, never follows a redirect, never answers a demand
 * for credentials, and caps what it reads. Its signal "finished" carries a #CallboardHttpEntry. */
G_DECLARE_FINAL_TYPE (CallboardHttp, callboard_http, CALLBOARD, HTTP, GObject)

/**
 * callboard_http_new:
 * @timeout: seconds without progress after which a request is given up, 0 for 30; twice as many for a whole request
 *
 * Returns: (transfer full): the client
 */
CallboardHttp      *callboard_http_new         (guint                timeout);

/**
 * callboard_http_send_async:
 * @self: a client
 * @message: the request
 * @max_length: the most bytes of body to accept
 * @cancellable: (nullable): a cancellable
 * @callback: called with the reply
 * @user_data: for @callback
 */
void                callboard_http_send_async  (CallboardHttp       *self,
                                                SoupMessage         *message,
                                                gsize                max_length,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/**
 * callboard_http_fetch_async:
 * @self: a client
 * @message: the request
 * @writer: takes the body of an answer 200; must stay alive until the callback
 * @cancellable: (nullable): a cancellable
 * @callback: called with the reply
 * @user_data: for @callback
 *
 * As callboard_http_send_async(), for a body too large to be kept in memory. Another answer comes without its body.
 */
void                callboard_http_fetch_async (CallboardHttp       *self,
                                                SoupMessage         *message,
                                                CallboardFileWriter *writer,
                                                GCancellable        *cancellable,
                                                GAsyncReadyCallback  callback,
                                                gpointer             user_data);

/**
 * callboard_http_send_finish:
 * @self: a client
 * @result: what the callback of either got
 *
 * Returns: (transfer full): the reply; never %NULL
 */
CallboardHttpReply *callboard_http_send_finish (CallboardHttp       *self,
                                                GAsyncResult        *result);

G_END_DECLS
