/* callboard-channel.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-channel.h"

G_DEFINE_QUARK (callboard-channel-error-quark, callboard_channel_error)

G_DEFINE_INTERFACE (CallboardChannel, callboard_channel, G_TYPE_OBJECT)

static void
callboard_channel_default_init (CallboardChannelInterface *iface)
{
}

CallboardMedia *
callboard_media_copy (const CallboardMedia *media)
{
  CallboardMedia *copy = g_new0 (CallboardMedia, 1);

  g_return_val_if_fail (media != NULL, copy);

  copy->hash = g_strdup (media->hash);
  copy->path = g_strdup (media->path);
  copy->name = g_strdup (media->name);
  copy->type = g_strdup (media->type);
  copy->upload_id = g_strdup (media->upload_id);

  return copy;
}

void
callboard_media_free (CallboardMedia *media)
{
  g_free (media->hash);
  g_free (media->path);
  g_free (media->name);
  g_free (media->type);
  g_free (media->upload_id);
  g_free (media);
}

CallboardOutgoingTemplate *
callboard_outgoing_template_copy (const CallboardOutgoingTemplate *template)
{
  CallboardOutgoingTemplate *copy;

  g_return_val_if_fail (template != NULL, NULL);

  copy = g_new0 (CallboardOutgoingTemplate, 1);
  copy->name = g_strdup (template->name);
  copy->language = g_strdup (template->language);
  copy->fields = g_strdupv (template->fields);
  copy->values = g_strdupv (template->values);
  copy->payloads = g_strdupv (template->payloads);

  return copy;
}

void
callboard_outgoing_template_free (CallboardOutgoingTemplate *template)
{
  g_free (template->name);
  g_free (template->language);
  g_strfreev (template->fields);
  g_strfreev (template->values);
  g_strfreev (template->payloads);
  g_free (template);
}

CallboardOutgoing *
callboard_outgoing_copy (const CallboardOutgoing *outgoing)
{
  CallboardOutgoing *copy;

  g_return_val_if_fail (outgoing != NULL, NULL);

  copy = g_memdup2 (outgoing, sizeof *outgoing);
  copy->key = g_strdup (outgoing->key);
  copy->to = g_strdup (outgoing->to);
  copy->body = g_strdup (outgoing->body);
  copy->choices = g_strdup (outgoing->choices);
  copy->media = outgoing->media != NULL ? callboard_media_copy (outgoing->media) : NULL;
  copy->template = outgoing->template != NULL ? callboard_outgoing_template_copy (outgoing->template) : NULL;
  copy->language = g_strdup (outgoing->language);

  return copy;
}

void
callboard_outgoing_free (CallboardOutgoing *outgoing)
{
  g_free (outgoing->key);
  g_free (outgoing->to);
  g_free (outgoing->body);
  g_free (outgoing->choices);
  g_clear_pointer (&outgoing->media, callboard_media_free);
  g_clear_pointer (&outgoing->template, callboard_outgoing_template_free);
  g_free (outgoing->language);
  g_free (outgoing);
}

CallboardSendResult *
callboard_send_result_new (gint64           message_id,
                           CallboardOutcome outcome)
{
  CallboardSendResult *result = g_new0 (CallboardSendResult, 1);

  result->message_id = message_id;
  result->outcome = outcome;

  return result;
}

void
callboard_send_result_free (CallboardSendResult *result)
{
  g_free (result->provider_id);
  g_free (result->code);
  g_free (result->detail);
  g_free (result->upload_id);
  g_free (result);
}

void
callboard_check_result_free (CallboardCheckResult *result)
{
  g_free (result->name);
  g_free (result->quality);
  g_free (result->limit);
  g_free (result);
}

CallboardRawEvent *
callboard_raw_event_new (const char *event_id,
                         const char *raw)
{
  CallboardRawEvent *event = g_new0 (CallboardRawEvent, 1);

  event->event_id = g_strdup (event_id);
  event->raw = g_strdup (raw);

  return event;
}

void
callboard_raw_event_free (CallboardRawEvent *event)
{
  g_free (event->event_id);
  g_free (event->raw);
  g_free (event);
}

static void
file_free (gpointer data)
{
  CallboardEventFile *file = data;

  g_free (file->type);
  g_free (file->name);
  g_free (file->source);
  g_free (file);
}

void
callboard_event_add_file (CallboardEvent *event,
                          const char     *type,
                          const char     *source)
{
  callboard_event_add_named_file (event, type, NULL, source);
}

void
callboard_event_add_named_file (CallboardEvent *event,
                                const char     *type,
                                const char     *name,
                                const char     *source)
{
  CallboardEventFile *file = g_new0 (CallboardEventFile, 1);

  if (event->files == NULL)
    event->files = g_ptr_array_new_with_free_func (file_free);

  file->type = g_strdup (type);
  file->name = g_strdup (name);
  file->source = g_strdup (source);
  g_ptr_array_add (event->files, file);
}

void
callboard_event_free (CallboardEvent *event)
{
  g_clear_pointer (&event->files, g_ptr_array_unref);
  g_free (event->provider_id);
  g_free (event->from);
  g_free (event->text);
  g_free (event->choice);
  g_free (event->quoted);
  g_free (event->key);
  g_free (event->code);
  g_free (event->detail);
  g_free (event);
}

void
callboard_channel_send_async (CallboardChannel        *self,
                              const CallboardOutgoing *outgoing,
                              GCancellable            *cancellable,
                              GAsyncReadyCallback      callback,
                              gpointer                 user_data)
{
  g_return_if_fail (CALLBOARD_IS_CHANNEL (self));
  g_return_if_fail (outgoing != NULL);

  CALLBOARD_CHANNEL_GET_IFACE (self)->send_async (self, outgoing, cancellable, callback, user_data);
}

CallboardSendResult *
callboard_channel_send_finish (CallboardChannel *self,
                               GAsyncResult     *result)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), NULL);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->send_finish (self, result);
}

void
callboard_channel_poll_async (CallboardChannel    *self,
                              const char          *cursor,
                              GPtrArray           *pending,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  g_return_if_fail (CALLBOARD_IS_CHANNEL (self));

  CALLBOARD_CHANNEL_GET_IFACE (self)->poll_async (self, cursor, pending, cancellable, callback, user_data);
}

GPtrArray *
callboard_channel_poll_finish (CallboardChannel  *self,
                               GAsyncResult      *result,
                               char             **next_cursor,
                               GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), NULL);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->poll_finish (self, result, next_cursor, error);
}

void
callboard_channel_lookup_async (CallboardChannel        *self,
                                const CallboardOutgoing *outgoing,
                                GCancellable            *cancellable,
                                GAsyncReadyCallback      callback,
                                gpointer                 user_data)
{
  g_return_if_fail (CALLBOARD_IS_CHANNEL (self));
  g_return_if_fail (outgoing != NULL);

  CALLBOARD_CHANNEL_GET_IFACE (self)->lookup_async (self, outgoing, cancellable, callback, user_data);
}

CallboardSendResult *
callboard_channel_lookup_finish (CallboardChannel  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), NULL);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->lookup_finish (self, result, error);
}

double
callboard_channel_get_rate (CallboardChannel *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), 1.0);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->get_rate (self);
}

void
callboard_channel_fetch_async (CallboardChannel    *self,
                               const char          *source,
                               CallboardFileWriter *writer,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_return_if_fail (CALLBOARD_IS_CHANNEL (self));
  g_return_if_fail (source != NULL);
  g_return_if_fail (writer != NULL);

  CALLBOARD_CHANNEL_GET_IFACE (self)->fetch_async (self, source, writer, cancellable, callback, user_data);
}

gboolean
callboard_channel_fetch_finish (CallboardChannel  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), FALSE);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->fetch_finish (self, result, error);
}

void
callboard_channel_check_async (CallboardChannel    *self,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (CALLBOARD_IS_CHANNEL (self));

  if (CALLBOARD_CHANNEL_GET_IFACE (self)->check_async != NULL)
    {
      CALLBOARD_CHANNEL_GET_IFACE (self)->check_async (self, cancellable, callback, user_data);
      return;
    }

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, callboard_channel_check_async);
  g_task_return_pointer (task, g_new0 (CallboardCheckResult, 1), (GDestroyNotify) callboard_check_result_free);
}

CallboardCheckResult *
callboard_channel_check_finish (CallboardChannel  *self,
                                GAsyncResult      *result,
                                GError           **error)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), NULL);

  if (g_async_result_is_tagged (result, callboard_channel_check_async))
    return g_task_propagate_pointer (G_TASK (result), error);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->check_finish (self, result, error);
}

void
callboard_review_free (CallboardReview *review)
{
  g_free (review->name);
  g_free (review->language);
  g_free (review->request);
  g_free (review->state);
  g_free (review->reason);
  g_free (review);
}

gboolean
callboard_channel_can_review (CallboardChannel *self)
{
  g_return_val_if_fail (CALLBOARD_IS_CHANNEL (self), FALSE);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->review_async != NULL;
}

void
callboard_channel_review_async (CallboardChannel    *self,
                                GPtrArray           *reviews,
                                GCancellable        *cancellable,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data)
{
  g_return_if_fail (callboard_channel_can_review (self));
  g_return_if_fail (reviews != NULL);

  CALLBOARD_CHANNEL_GET_IFACE (self)->review_async (self, reviews, cancellable, callback, user_data);
}

GPtrArray *
callboard_channel_review_finish (CallboardChannel  *self,
                                 GAsyncResult      *result,
                                 GError           **error)
{
  g_return_val_if_fail (callboard_channel_can_review (self), NULL);

  return CALLBOARD_CHANNEL_GET_IFACE (self)->review_finish (self, result, error);
}
