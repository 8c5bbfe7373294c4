/* callboard-meta-send.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include <string.h>

/* A message on its way: the id of its file, and whether that was uploaded for it. */
typedef struct
{
  CallboardOutgoing *outgoing;
  char              *media_id;
  gboolean           fresh;
} Sending;

static void
sending_free (gpointer data)
{
  Sending *sending = data;

  callboard_outgoing_free (sending->outgoing);
  g_free (sending->media_id);
  g_free (sending);
}

/* Codes that a file's id has when it is no longer there (providers.md, 1.9). */
static gboolean
may_be_stale (const CallboardSendResult *result)
{
  static const char * const codes[] = { "100", "131008", "131009", "131052", "131053", NULL };

  return result->outcome == CALLBOARD_OUTCOME_FAILED && result->code != NULL && g_strv_contains (codes, result->code);
}

/* What an earlier message uploaded may be gone: then it is uploaded with the next try. */
static void
look_at_upload (CallboardMeta       *self,
                const Sending       *sending,
                CallboardSendResult *result)
{
  if (sending->fresh)
    result->upload_id = g_strdup (sending->media_id);
  else if (sending->media_id != NULL && may_be_stale (result))
    {
      callboard_meta_forget_upload (self, sending->outgoing->media);
      result->outcome = CALLBOARD_OUTCOME_RETRY;
      result->upload_id = g_strdup ("");
    }
}

static void
on_sent_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  Sending *sending = g_task_get_task_data (task);
  CallboardSendResult *sent = callboard_meta_read_send (sending->outgoing->id, reply);

  look_at_upload (g_task_get_source_object (task), sending, sent);
  g_task_return_pointer (task, sent, (GDestroyNotify) callboard_send_result_free);
}

static void
post (GTask *task)
{
  CallboardMeta *self = g_task_get_source_object (task);
  Sending *sending = g_task_get_task_data (task);
  char *text = callboard_meta_write (sending->outgoing, sending->media_id);
  g_autoptr(GBytes) body = g_bytes_new_take (text, strlen (text));
  g_autoptr(SoupMessage) message = callboard_meta_new_message (self, SOUP_METHOD_POST, self->messages);

  soup_message_set_request_body_from_bytes (message, "application/json", body);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, g_task_get_cancellable (task), on_sent_cb,
                             g_object_ref (task));
}

static void
on_uploaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardSendResult) uploaded = callboard_meta_upload_finish (CALLBOARD_META (object), result);
  Sending *sending = g_task_get_task_data (task);

  if (uploaded->outcome == CALLBOARD_OUTCOME_ACCEPTED)
    {
      sending->media_id = g_strdup (uploaded->provider_id);
      sending->fresh = TRUE;
      post (task);
      return;
    }

  uploaded->message_id = sending->outgoing->id;
  g_task_return_pointer (task, g_steal_pointer (&uploaded), (GDestroyNotify) callboard_send_result_free);
}

static void
return_problem (GTask      *task,
                gint64      message_id,
                const char *problem)
{
  CallboardSendResult *result = callboard_send_result_new (message_id, CALLBOARD_OUTCOME_ACCOUNT);

  result->failure = CALLBOARD_FAILURE_CREDENTIALS;
  result->detail = g_strdup (problem);
  g_task_return_pointer (task, result, (GDestroyNotify) callboard_send_result_free);
}

void
callboard_meta_send_async (CallboardChannel        *channel,
                           const CallboardOutgoing *outgoing,
                           GCancellable            *cancellable,
                           GAsyncReadyCallback      callback,
                           gpointer                 user_data)
{
  CallboardMeta *self = CALLBOARD_META (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Sending *sending = g_new0 (Sending, 1);

  sending->outgoing = callboard_outgoing_copy (outgoing);
  g_task_set_source_tag (task, callboard_meta_send_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, sending, sending_free);

  if (outgoing->media != NULL)
    sending->media_id = g_strdup (callboard_meta_find_upload (self, outgoing->media));

  if (self->problem != NULL)
    return_problem (task, outgoing->id, self->problem);
  else if (outgoing->media != NULL && sending->media_id == NULL)
    callboard_meta_upload_async (self, outgoing->media, cancellable, on_uploaded_cb, g_steal_pointer (&task));
  else
    post (task);
}

CallboardSendResult *
callboard_meta_send_finish (CallboardChannel *channel,
                            GAsyncResult     *result)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_meta_send_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
