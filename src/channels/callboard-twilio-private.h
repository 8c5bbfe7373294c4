/* callboard-twilio-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "callboard-http.h"
#include "callboard-twilio.h"

G_BEGIN_DECLS

#define CALLBOARD_TWILIO_PAGE_SIZE 100

struct _CallboardTwilio
{
  GObject        parent_instance;

  CallboardHttp *http;
  GUri          *base;
  GUri          *messages;
  char          *account_path;
  char          *account_sid;
  char          *authorization;
  char          *from;
  char          *messaging_service_sid;
  char          *problem;
  double         rate;
  guint          next_pending;

  guint          has_api_key : 1;
};

/* An answer to a GET: an object, or an error. @status and @date are as in CallboardHttpReply. */
typedef struct
{
  JsonObject *object;
  guint       status;
  gint64      date;
} CallboardTwilioAnswer;

void callboard_twilio_answer_free (CallboardTwilioAnswer *answer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardTwilioAnswer, callboard_twilio_answer_free)

/* "https://host/2010-04-01/Accounts/AC…" and what @format says; every value in it is escaped by the caller. */
char                  *callboard_twilio_build_url     (CallboardTwilio      *self,
                                                       const char           *format,
                                                       ...) G_GNUC_PRINTF (2, 3);

/* The address of a page's "next_page_uri": NULL at the end, and NULL if it would lead to another host. */
char                  *callboard_twilio_next_page     (CallboardTwilio      *self,
                                                       JsonObject           *page);

SoupMessage           *callboard_twilio_new_message   (CallboardTwilio      *self,
                                                       const char           *method,
                                                       GUri                 *uri);

void                   callboard_twilio_get_async     (CallboardTwilio      *self,
                                                       const char           *url,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);

/* An answer without object is a 404 and no error. */
CallboardTwilioAnswer *callboard_twilio_get_finish    (CallboardTwilio      *self,
                                                       GAsyncResult         *result,
                                                       GError              **error);

void                   callboard_twilio_poll_async    (CallboardChannel     *channel,
                                                       const char           *cursor,
                                                       GPtrArray            *pending,
                                                       GCancellable         *cancellable,
                                                       GAsyncReadyCallback   callback,
                                                       gpointer              user_data);
GPtrArray             *callboard_twilio_poll_finish   (CallboardChannel     *channel,
                                                       GAsyncResult         *result,
                                                       char                **next_cursor,
                                                       GError              **error);

void                   callboard_twilio_lookup_async  (CallboardChannel        *channel,
                                                       const CallboardOutgoing *outgoing,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
CallboardSendResult   *callboard_twilio_lookup_finish (CallboardChannel        *channel,
                                                       GAsyncResult            *result,
                                                       GError                 **error);

void                   callboard_twilio_fetch_async   (CallboardChannel        *channel,
                                                       const char              *source,
                                                       CallboardFileWriter     *writer,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
gboolean               callboard_twilio_fetch_finish  (CallboardChannel        *channel,
                                                       GAsyncResult            *result,
                                                       GError                 **error);
void                   callboard_twilio_check_async   (CallboardChannel        *channel,
                                                       GCancellable            *cancellable,
                                                       GAsyncReadyCallback      callback,
                                                       gpointer                 user_data);
CallboardCheckResult  *callboard_twilio_check_finish  (CallboardChannel        *channel,
                                                       GAsyncResult            *result,
                                                       GError                 **error);

G_END_DECLS
