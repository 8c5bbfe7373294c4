/* callboard-twilio-get.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-private.h"

#include "callboard-json.h"
#include "callboard-twilio-errors.h"
#include "callboard-url.h"

#include <glib/gi18n.h>

/* A page of 100 texts of 1,600 characters, each escaped as \uXXXX. */
#define MAX_ANSWER (4 * CALLBOARD_HTTP_MAX_BODY)

void
callboard_twilio_answer_free (CallboardTwilioAnswer *answer)
{
  g_clear_pointer (&answer->object, json_object_unref);
  g_free (answer);
}

char *
callboard_twilio_build_url (CallboardTwilio *self,
                            const char      *format,
                            ...)
{
  g_autofree char *rest = NULL;
  va_list args;

  va_start (args, format);
  rest = g_strdup_vprintf (format, args);
  va_end (args);

  return g_strconcat (self->account_path, rest, NULL);
}

char *
callboard_twilio_next_page (CallboardTwilio *self,
                            JsonObject      *page)
{
  const char *reference = callboard_json_get_string (page, "next_page_uri");
  g_autoptr(GUri) uri = NULL;

  if (reference == NULL || *reference == '\0')
    return NULL;

  uri = g_uri_parse_relative (self->base, reference, SOUP_HTTP_URI_FLAGS, NULL);

  if (uri == NULL || !callboard_url_is_same_origin (uri, self->base))
    return NULL;

  return g_uri_to_string (uri);
}

SoupMessage *
callboard_twilio_new_message (CallboardTwilio *self,
                              const char      *method,
                              GUri            *uri)
{
  SoupMessage *message = soup_message_new_from_uri (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_headers_replace (headers, "Authorization", self->authorization);
  soup_message_headers_replace (headers, "Accept", "application/json");

  return message;
}

static void
set_error (GError             **error,
           CallboardHttpReply  *reply,
           JsonObject          *object)
{
  const char *words = callboard_json_get_string (object, "message");
  CallboardFailure failure;
  gint64 code = 0;
  int outcome;

  callboard_json_get_int (object, "code", &code);
  outcome = callboard_twilio_classify (reply->status, code, &failure);

  if (callboard_twilio_explain (code) != NULL)
    words = callboard_twilio_explain (code);

  if (outcome == CALLBOARD_OUTCOME_ACCOUNT)
    g_set_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                 /* Translators: %s is Twilio’s reason, a sentence */
                 _("Twilio refuses the account. %s Check it in the preferences."),
                 words ? words : _("It gives no reason."));
  else if (failure == CALLBOARD_FAILURE_RATE)
    g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_BUSY,
                         _("Twilio asks to wait. It will be asked again by itself."));
  else if (reply->status / 100 == 2)
    g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                         _("What came back is not an answer of Twilio. Check the network, or the address in the "
                           "preferences."));
  else
    g_set_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_FAILED,
                 /* Translators: %u is a number such as 503 */
                 _("Twilio could not answer (HTTP %u). It will be asked again by itself."), reply->status);
}

/* Bytes that are not UTF-8 must not stop every later poll at the same page. */
static JsonObject *
parse (GBytes *body)
{
  gsize length = g_bytes_get_size (body);
  g_autofree char *text = length > 0 ? g_utf8_make_valid (g_bytes_get_data (body, NULL), length) : NULL;

  return text ? callboard_json_parse_object (text, -1, 3 * MAX_ANSWER, NULL) : NULL;
}

static void
on_replied_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autoptr(CallboardTwilioAnswer) answer = g_new0 (CallboardTwilioAnswer, 1);
  GError *error = NULL;

  answer->status = reply->status;
  answer->date = reply->date;

  if (reply->fate != CALLBOARD_HTTP_ANSWERED)
    error = g_steal_pointer (&reply->error);
  else
    answer->object = parse (reply->body);

  if (error == NULL && (answer->object == NULL || reply->status != SOUP_STATUS_OK))
    {
      if (answer->object == NULL || reply->status != SOUP_STATUS_NOT_FOUND)
        set_error (&error, reply, answer->object);

      g_clear_pointer (&answer->object, json_object_unref);
    }

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&answer), (GDestroyNotify) callboard_twilio_answer_free);
}

void
callboard_twilio_get_async (CallboardTwilio     *self,
                            const char          *url,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GUri) uri = NULL;

  g_task_set_source_tag (task, callboard_twilio_get_async);

  if (self->problem != NULL)
    {
      g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED, "%s", self->problem);
      return;
    }

  uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  message = callboard_twilio_new_message (self, SOUP_METHOD_GET, uri);
  callboard_http_send_async (self->http, message, MAX_ANSWER, cancellable, on_replied_cb, g_steal_pointer (&task));
}

CallboardTwilioAnswer *
callboard_twilio_get_finish (CallboardTwilio  *self,
                             GAsyncResult     *result,
                             GError          **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_get_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
