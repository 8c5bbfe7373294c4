/* callboard-meta-reply.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include "callboard-json.h"
#include "callboard-meta-errors.h"

#include <glib/gi18n.h>

/* Of a refusal: the error object, and whether its code is one of Meta's, where 0 is one as well. */
typedef struct
{
  JsonObject *object;
  gint64      code;
  gboolean    has_code;
} Refusal;

static Refusal
read_refusal (JsonObject *answer)
{
  Refusal refusal = { callboard_json_get_object (answer, "error"), 0, FALSE };

  refusal.has_code = refusal.object != NULL && callboard_json_get_int (refusal.object, "code", &refusal.code);

  return refusal;
}

/* Our own words say what helps; Meta's details say what exactly was wrong, where we do not know. */
static char *
find_words (const Refusal      *refusal,
            CallboardHttpReply *reply)
{
  const char *words = refusal->has_code ? callboard_meta_explain (refusal->code) : NULL;

  if (words == NULL)
    words = callboard_json_get_string (callboard_json_get_object (refusal->object, "error_data"), "details");
  if (words == NULL)
    words = callboard_json_get_string (refusal->object, "message");
  if (words == NULL && reply->error != NULL)
    words = reply->error->message;

  return g_strdup (words != NULL ? words : _("WhatsApp’s answer could not be understood."));
}

JsonObject *
callboard_meta_read_object (CallboardHttpReply *reply)
{
  if (reply->body == NULL)
    return NULL;

  return callboard_json_parse_object (g_bytes_get_data (reply->body, NULL), g_bytes_get_size (reply->body),
                                      CALLBOARD_HTTP_MAX_BODY, NULL);
}

/* Some faults are not everybody's (providers.md, 1.9). */
static CallboardScope
find_scope (gint64 code)
{
  switch (code)
    {
    case 131056:
      return CALLBOARD_SCOPE_PERSON;
    case 131048:
    case 131064:
      return CALLBOARD_SCOPE_CAMPAIGN;
    default:
      return CALLBOARD_SCOPE_USUAL;
    }
}

static void
take_refusal (CallboardSendResult *result,
              CallboardHttpReply  *reply,
              JsonObject          *object)
{
  Refusal refusal = read_refusal (object);

  result->outcome = callboard_meta_classify (reply->status, refusal.code, refusal.has_code, &result->failure);
  result->scope = find_scope (refusal.code);
  result->retry_after = reply->retry_after;
  result->detail = find_words (&refusal, reply);

  if (refusal.has_code)
    result->code = g_strdup_printf ("%" G_GINT64_FORMAT, refusal.code);
  else if (reply->status != 0)
    result->code = g_strdup_printf ("HTTP %u", reply->status);
}

static CallboardSendResult *
read_reply (gint64              message_id,
            CallboardHttpReply *reply,
            JsonObject         *object,
            const char         *provider_id)
{
  CallboardSendResult *result = callboard_send_result_new (message_id, CALLBOARD_OUTCOME_UNKNOWN);

  if (reply->fate == CALLBOARD_HTTP_NOT_SENT)
    {
      result->outcome = CALLBOARD_OUTCOME_RETRY;
      result->failure = CALLBOARD_FAILURE_PROVIDER_DOWN;
      result->detail = g_strdup (reply->error->message);
    }
  else if (provider_id != NULL && *provider_id != '\0' && reply->status / 100 == 2)
    {
      result->outcome = CALLBOARD_OUTCOME_ACCEPTED;
      result->provider_id = g_strdup (provider_id);
    }
  else
    take_refusal (result, reply, object);

  return result;
}

CallboardSendResult *
callboard_meta_read_send (gint64              message_id,
                          CallboardHttpReply *reply)
{
  g_autoptr(JsonObject) object = callboard_meta_read_object (reply);
  JsonArray *messages = callboard_json_get_array (object, "messages");
  JsonObject *message = NULL;

  if (messages != NULL && json_array_get_length (messages) > 0)
    message = callboard_json_array_get_object (messages, 0);

  return read_reply (message_id, reply, object, callboard_json_get_string (message, "id"));
}

CallboardSendResult *
callboard_meta_read_upload (CallboardHttpReply *reply)
{
  g_autoptr(JsonObject) object = callboard_meta_read_object (reply);
  CallboardSendResult *result = read_reply (0, reply, object, callboard_json_get_string (object, "id"));

  if (result->outcome == CALLBOARD_OUTCOME_UNKNOWN)
    {
      result->outcome = CALLBOARD_OUTCOME_RETRY;
      result->failure = CALLBOARD_FAILURE_PROVIDER_DOWN;
    }

  return result;
}

GError *
callboard_meta_read_error (CallboardHttpReply *reply,
                           JsonObject         *object)
{
  Refusal refusal = read_refusal (object);
  g_autofree char *words = find_words (&refusal, reply);
  CallboardFailure failure;
  int outcome;

  if (reply->fate != CALLBOARD_HTTP_ANSWERED)
    return g_steal_pointer (&reply->error);

  if (reply->status / 100 == 2)
    return g_error_new_literal (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                                _("What came back is not an answer of WhatsApp. Check the network, or the address in the "
                                  "preferences."));

  outcome = callboard_meta_classify (reply->status, refusal.code, refusal.has_code, &failure);
  if (outcome == CALLBOARD_OUTCOME_ACCOUNT)
    return g_error_new (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED,
                        /* Translators: %s is a reason, a sentence */
                        _("WhatsApp refuses the account. %s Check it in the preferences."), words);

  if (outcome == CALLBOARD_OUTCOME_FAILED)
    return g_error_new_literal (CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_GONE, words);

  return g_error_new (CALLBOARD_CHANNEL_ERROR,
                      failure == CALLBOARD_FAILURE_RATE ? CALLBOARD_CHANNEL_ERROR_BUSY : CALLBOARD_CHANNEL_ERROR_FAILED,
                      /* Translators: %s is a reason, a sentence; %u a number such as 503 */
                      _("WhatsApp could not answer now. %s (HTTP %u)"), words, reply->status);
}
