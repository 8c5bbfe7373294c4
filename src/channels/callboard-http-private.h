/* callboard-http-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-http.h"

G_BEGIN_DECLS

/* One request on its way. The body of an answer goes to @writer if there is one, else into @body. */
typedef struct
{
  SoupMessage         *message;
  gsize                max_length;
  CallboardFileWriter *writer;

  GCancellable        *outer;
  GCancellable        *cancellable;
  gulong               outer_id;
  gulong               written_id;
  guint                deadline_id;
  gint64               began_at;

  GInputStream        *stream;
  GByteArray          *body;
  char                *chunk;

  guint                written : 1;
  guint                timed_out : 1;
} CallboardHttpRequest;

/* What remains is not waited for. */
void callboard_http_request_stop   (CallboardHttpRequest *request);

/* callboard-http-reply.c: ends @task, whose data is the request. */
void callboard_http_return_failure (GTask                *task,
                                    GError               *error);
void callboard_http_return_answer  (GTask                *task);

G_END_DECLS
