/* callboard-twilio.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio.h"

#include "callboard-json.h"
#include "callboard-twilio-errors.h"
#include "callboard-twilio-private.h"
#include "callboard-url.h"

#include <glib/gi18n.h>
#include <string.h>

static void callboard_twilio_channel_init (CallboardChannelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardTwilio, callboard_twilio, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_CHANNEL, callboard_twilio_channel_init))

static char *
find_problem (const CallboardTwilioConfig *config,
              GUri                        *base)
{
  if (config->account_sid == NULL || *config->account_sid == '\0')
    return g_strdup (_("The account has no account SID. Enter it in the preferences."));

  if (config->secret == NULL || *config->secret == '\0')
    return g_strdup (_("The account has no secret. Enter it in the preferences."));

  if (!callboard_url_is_safe (base))
    return g_strdup_printf (_("The address “%s” is not one that starts with https://. Change it in the preferences."),
                            config->base_url);

  return NULL;
}

static char *
make_authorization (const CallboardTwilioConfig *config,
                    gboolean                     has_api_key)
{
  g_autofree char *pair = g_strdup_printf ("%s:%s", has_api_key ? config->api_key : config->account_sid,
                                           config->secret);
  g_autofree char *encoded = g_base64_encode ((const guchar *) pair, strlen (pair));

  return g_strconcat ("Basic ", encoded, NULL);
}

static char *
make_account_path (const char *base,
                   const char *account_sid)
{
  g_autofree char *trimmed = callboard_url_trim (base);
  g_autofree char *escaped = g_uri_escape_string (account_sid ? account_sid : "", NULL, FALSE);

  return g_strdup_printf ("%s/2010-04-01/Accounts/%s", trimmed, escaped);
}

static const char *
find_words (JsonObject *object,
            gint64      code,
            const char *otherwise)
{
  const char *words = callboard_json_get_string (object, "message");

  if (words == NULL || *words == '\0')
    words = callboard_twilio_explain (code);

  return words ? words : otherwise;
}

/* A create is a create, whatever status came with it, as long as the answer names the message. */
static gboolean
is_created (CallboardHttpReply *reply,
            JsonObject         *object)
{
  const char *sid = callboard_json_get_string (object, "sid");
  guint class = reply->status / 100;

  return sid != NULL && *sid != '\0' && (class == 2 || class == 5);
}

static void
read_refusal (CallboardSendResult *result,
              CallboardHttpReply  *reply,
              JsonObject          *object)
{
  const char *otherwise = reply->error ? reply->error->message : _("Twilio’s answer could not be understood.");
  gint64 code = 0;

  callboard_json_get_int (object, "code", &code);
  result->outcome = callboard_twilio_classify (reply->status, code, &result->failure);
  result->retry_after = reply->retry_after;
  result->detail = g_strdup (find_words (object, code, otherwise));

  if (code != 0)
    result->code = g_strdup_printf ("%" G_GINT64_FORMAT, code);
  else if (reply->status != 0)
    result->code = g_strdup_printf ("HTTP %u", reply->status);
}

static CallboardSendResult *
read_reply (gint64              message_id,
            CallboardHttpReply *reply)
{
  CallboardSendResult *result = callboard_send_result_new (message_id, CALLBOARD_OUTCOME_UNKNOWN);
  g_autoptr(JsonObject) object = NULL;

  if (reply->fate == CALLBOARD_HTTP_NOT_SENT)
    {
      result->outcome = CALLBOARD_OUTCOME_RETRY;
      result->failure = CALLBOARD_FAILURE_PROVIDER_DOWN;
      result->detail = g_strdup (reply->error->message);
      return result;
    }

  if (reply->body != NULL)
    object = callboard_json_parse_object (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                                          CALLBOARD_HTTP_MAX_BODY, NULL);

  if (is_created (reply, object))
    {
      result->outcome = CALLBOARD_OUTCOME_ACCEPTED;
      result->provider_id = g_strdup (callboard_json_get_string (object, "sid"));
    }
  else
    read_refusal (result, reply, object);

  return result;
}

static void
on_send_replied_cb (GObject      *object,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  gint64 *message_id = g_task_get_task_data (task);

  g_task_return_pointer (task, read_reply (*message_id, reply), (GDestroyNotify) callboard_send_result_free);
}

static GBytes *
encode_form (CallboardTwilio         *self,
             const CallboardOutgoing *outgoing)
{
  gboolean by_service = self->messaging_service_sid != NULL;
  char *form = soup_form_encode ("To", outgoing->to,
                                 by_service ? "MessagingServiceSid" : "From",
                                 by_service ? self->messaging_service_sid : self->from,
                                 "Body", outgoing->body,
                                 NULL);

  return g_bytes_new_take (form, strlen (form));
}

static void
return_failure (GTask            *task,
                gint64            message_id,
                CallboardOutcome  outcome,
                CallboardFailure  failure,
                const char       *detail)
{
  CallboardSendResult *result = callboard_send_result_new (message_id, outcome);

  result->failure = failure;
  result->detail = g_strdup (detail);
  g_task_return_pointer (task, result, (GDestroyNotify) callboard_send_result_free);
}

static void
return_problem (GTask      *task,
                gint64      message_id,
                const char *problem)
{
  return_failure (task, message_id, CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS, problem);
}

static void
callboard_twilio_send_async (CallboardChannel        *channel,
                             const CallboardOutgoing *outgoing,
                             GCancellable            *cancellable,
                             GAsyncReadyCallback      callback,
                             gpointer                 user_data)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(SoupMessage) message = NULL;
  g_autoptr(GBytes) form = NULL;

  g_task_set_source_tag (task, callboard_twilio_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_memdup2 (&outgoing->id, sizeof outgoing->id), g_free);

  if (self->problem != NULL)
    {
      return_problem (task, outgoing->id, self->problem);
      return;
    }

  if (self->from == NULL && self->messaging_service_sid == NULL)
    {
      return_problem (task, outgoing->id, _("The account has no sender number. Enter it in the preferences."));
      return;
    }

  /* An MMS needs a public address for its files, which a computer on a desk does not have. */
  if (outgoing->media != NULL)
    {
      return_failure (task, outgoing->id, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_CONTENT,
                      _("Pictures, videos and documents cannot be sent by SMS."));
      return;
    }

  form = encode_form (self, outgoing);
  message = callboard_twilio_new_message (self, SOUP_METHOD_POST, self->messages);
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, form);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, cancellable,
                             on_send_replied_cb, g_steal_pointer (&task));
}

static CallboardSendResult *
callboard_twilio_send_finish (CallboardChannel *channel,
                              GAsyncResult     *result)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

static double
callboard_twilio_get_rate (CallboardChannel *channel)
{
  return CALLBOARD_TWILIO (channel)->rate;
}

static void
callboard_twilio_channel_init (CallboardChannelInterface *iface)
{
  iface->send_async = callboard_twilio_send_async;
  iface->send_finish = callboard_twilio_send_finish;
  iface->poll_async = callboard_twilio_poll_async;
  iface->poll_finish = callboard_twilio_poll_finish;
  iface->lookup_async = callboard_twilio_lookup_async;
  iface->lookup_finish = callboard_twilio_lookup_finish;
  iface->get_rate = callboard_twilio_get_rate;
  iface->fetch_async = callboard_twilio_fetch_async;
  iface->fetch_finish = callboard_twilio_fetch_finish;
  iface->check_async = callboard_twilio_check_async;
  iface->check_finish = callboard_twilio_check_finish;
}

static void
callboard_twilio_finalize (GObject *object)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->base, g_uri_unref);
  g_clear_pointer (&self->messages, g_uri_unref);
  g_clear_pointer (&self->account_path, g_free);
  g_clear_pointer (&self->account_sid, g_free);
  g_clear_pointer (&self->authorization, g_free);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->messaging_service_sid, g_free);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (callboard_twilio_parent_class)->finalize (object);
}

static void
callboard_twilio_class_init (CallboardTwilioClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_twilio_finalize;
}

static void
callboard_twilio_init (CallboardTwilio *self)
{
}

static char *
dup_unless_empty (const char *text)
{
  return text && *text ? g_strdup (text) : NULL;
}

CallboardTwilio *
callboard_twilio_new (const CallboardTwilioConfig *config)
{
  g_autofree char *messages = NULL;
  CallboardTwilio *self;
  const char *base_url;

  g_return_val_if_fail (config != NULL, NULL);

  base_url = config->base_url && *config->base_url ? config->base_url : CALLBOARD_TWILIO_BASE_URL;

  self = g_object_new (CALLBOARD_TYPE_TWILIO, NULL);
  self->http = callboard_http_new (config->timeout);
  self->base = g_uri_parse (base_url, SOUP_HTTP_URI_FLAGS, NULL);
  self->account_sid = g_strdup (config->account_sid);
  self->account_path = make_account_path (base_url, config->account_sid);
  messages = callboard_twilio_build_url (self, "/Messages.json");
  self->messages = g_uri_parse (messages, SOUP_HTTP_URI_FLAGS, NULL);
  self->has_api_key = config->api_key && *config->api_key;
  self->authorization = make_authorization (config, self->has_api_key);
  self->from = dup_unless_empty (config->from);
  self->messaging_service_sid = dup_unless_empty (config->messaging_service_sid);
  self->problem = find_problem (config, self->base);
  self->rate = config->rate > 0 ? config->rate : 1.0;

  return self;
}

CallboardHttp *
callboard_twilio_get_http (CallboardTwilio *self)
{
  g_return_val_if_fail (CALLBOARD_IS_TWILIO (self), NULL);

  return self->http;
}
