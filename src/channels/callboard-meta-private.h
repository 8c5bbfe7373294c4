/* callboard-meta-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-http.h"
#include "callboard-meta.h"

G_BEGIN_DECLS

struct _CallboardMeta
{
  GObject        parent_instance;

  CallboardHttp *http;
  GUri          *base;
  GUri          *messages;
  GUri          *media;
  char          *root;
  char          *phone_number_id;
  char          *waba_id;
  char          *secret;
  char          *from;
  char          *problem;
  double         rate;
  GHashTable    *uploads;

  guint          is_360dialog : 1;
};

/* A request that carries the secret, so only for the provider's own servers. */
SoupMessage         *callboard_meta_new_message   (CallboardMeta           *self,
                                                   const char              *method,
                                                   GUri                    *uri);
void                 callboard_meta_authorize     (CallboardMeta           *self,
                                                   SoupMessage             *message);

/* callboard-meta-write.c: the body of a send, with the file's id if the message carries one. */
char                *callboard_meta_write         (const CallboardOutgoing *outgoing,
                                                   const char              *media_id);

/* callboard-meta-reply.c: what an answer says of a send, or of an upload, which never is unknown: nobody got anything. */
CallboardSendResult *callboard_meta_read_send     (gint64                   message_id,
                                                   CallboardHttpReply      *reply);
CallboardSendResult *callboard_meta_read_upload   (CallboardHttpReply      *reply);
GError              *callboard_meta_read_error    (CallboardHttpReply      *reply,
                                                   JsonObject              *object);
JsonObject          *callboard_meta_read_object   (CallboardHttpReply      *reply);

/* callboard-meta-upload.c: the result is accepted with the file's id as provider_id, or says why there is none. */
void                 callboard_meta_upload_async  (CallboardMeta           *self,
                                                   const CallboardMedia    *media,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
CallboardSendResult *callboard_meta_upload_finish (CallboardMeta           *self,
                                                   GAsyncResult            *result);
const char          *callboard_meta_find_upload   (CallboardMeta           *self,
                                                   const CallboardMedia    *media);
void                 callboard_meta_forget_upload (CallboardMeta           *self,
                                                   const CallboardMedia    *media);
GHashTable          *callboard_meta_uploads_new   (void);

void                 callboard_meta_send_async    (CallboardChannel        *channel,
                                                   const CallboardOutgoing *outgoing,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
CallboardSendResult *callboard_meta_send_finish   (CallboardChannel        *channel,
                                                   GAsyncResult            *result);
void                 callboard_meta_fetch_async   (CallboardChannel        *channel,
                                                   const char              *source,
                                                   CallboardFileWriter     *writer,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
gboolean             callboard_meta_fetch_finish  (CallboardChannel        *channel,
                                                   GAsyncResult            *result,
                                                   GError                 **error);
void                 callboard_meta_check_async   (CallboardChannel        *channel,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
CallboardCheckResult *callboard_meta_check_finish (CallboardChannel        *channel,
                                                   GAsyncResult            *result,
                                                   GError                 **error);

void                 callboard_meta_review_async  (CallboardChannel        *channel,
                                                   GPtrArray               *reviews,
                                                   GCancellable            *cancellable,
                                                   GAsyncReadyCallback      callback,
                                                   gpointer                 user_data);
GPtrArray           *callboard_meta_review_finish (CallboardChannel        *channel,
                                                   GAsyncResult            *result,
                                                   GError                 **error);

G_END_DECLS
