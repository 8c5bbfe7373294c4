/* callboard-meta-upload.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include "callboard-clock.h"

#include <glib/gi18n.h>

/* Meta keeps a file for 30 days. */
#define UPLOAD_LIFE (29 * CALLBOARD_DAY)

/* One file: where it is kept, or who waits for that. */
typedef struct
{
  char      *id;
  gint64     at;
  GPtrArray *waiting;
} Upload;

static void
upload_free (gpointer data)
{
  Upload *upload = data;

  g_free (upload->id);
  g_clear_pointer (&upload->waiting, g_ptr_array_unref);
  g_free (upload);
}

GHashTable *
callboard_meta_uploads_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, upload_free);
}

const char *
callboard_meta_find_upload (CallboardMeta        *self,
                            const CallboardMedia *media)
{
  Upload *upload = g_hash_table_lookup (self->uploads, media->hash);

  if (upload != NULL && upload->id != NULL && upload->at > g_get_real_time () - UPLOAD_LIFE)
    return upload->id;

  return upload == NULL ? media->upload_id : NULL;
}

void
callboard_meta_forget_upload (CallboardMeta        *self,
                              const CallboardMedia *media)
{
  Upload *upload = g_hash_table_lookup (self->uploads, media->hash);

  if (upload != NULL && upload->waiting == NULL)
    g_hash_table_remove (self->uploads, media->hash);
}

/* All who waited get the same answer. Those who come later find the id, or begin anew. */
static void
settle (CallboardMeta      *self,
        const char         *hash,
        CallboardHttpReply *reply)
{
  Upload *upload = g_hash_table_lookup (self->uploads, hash);
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&upload->waiting);
  g_autoptr(CallboardSendResult) result = callboard_meta_read_upload (reply);

  if (result->outcome == CALLBOARD_OUTCOME_ACCEPTED)
    {
      upload->id = g_strdup (result->provider_id);
      upload->at = g_get_real_time ();
    }
  else
    g_hash_table_remove (self->uploads, hash);

  for (guint i = 0; i < waiting->len; i++)
    g_task_return_pointer (g_ptr_array_index (waiting, i), callboard_meta_read_upload (reply),
                           (GDestroyNotify) callboard_send_result_free);
}

static void
on_uploaded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  CallboardMedia *media = g_task_get_task_data (task);

  settle (g_task_get_source_object (task), media->hash, reply);
}

static void
post (GTask  *task,
      GBytes *bytes)
{
  CallboardMeta *self = g_task_get_source_object (task);
  CallboardMedia *media = g_task_get_task_data (task);
  SoupMultipart *form = soup_multipart_new (SOUP_FORM_MIME_TYPE_MULTIPART);
  g_autofree char *url = g_uri_to_string (self->media);
  g_autoptr(SoupMessage) message = NULL;

  soup_multipart_append_form_string (form, "messaging_product", "whatsapp");
  soup_multipart_append_form_string (form, "type", media->type);
  soup_multipart_append_form_file (form, "file", media->name, media->type, bytes);
  message = soup_message_new_from_multipart (url, form);
  soup_multipart_free (form);
  callboard_meta_authorize (self, message);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, g_task_get_cancellable (task), on_uploaded_cb,
                             g_object_ref (task));
}

/* Another one may be lost: no message has left. */
static void
return_unreadable (GTask *task)
{
  CallboardMeta *self = g_task_get_source_object (task);
  CallboardMedia *media = g_task_get_task_data (task);
  Upload *upload = g_hash_table_lookup (self->uploads, media->hash);
  g_autoptr(GPtrArray) waiting = g_steal_pointer (&upload->waiting);

  g_hash_table_remove (self->uploads, media->hash);
  for (guint i = 0; i < waiting->len; i++)
    {
      CallboardSendResult *result = callboard_send_result_new (0, CALLBOARD_OUTCOME_FAILED);

      result->failure = CALLBOARD_FAILURE_CONTENT;
      result->detail = g_strdup (_("The file is missing or cannot be read. Choose it again in the campaign."));
      g_task_return_pointer (g_ptr_array_index (waiting, i), result, (GDestroyNotify) callboard_send_result_free);
    }
}

static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GBytes) bytes = g_file_load_bytes_finish (G_FILE (object), result, NULL, NULL);

  if (bytes != NULL)
    post (task, bytes);
  else
    return_unreadable (task);
}

void
callboard_meta_upload_async (CallboardMeta        *self,
                             const CallboardMedia *media,
                             GCancellable         *cancellable,
                             GAsyncReadyCallback   callback,
                             gpointer              user_data)
{
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr(GFile) file = NULL;
  Upload *upload = g_hash_table_lookup (self->uploads, media->hash);

  g_task_set_source_tag (task, callboard_meta_upload_async);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, callboard_media_copy (media), (GDestroyNotify) callboard_media_free);

  if (upload != NULL && upload->waiting != NULL)
    {
      g_ptr_array_add (upload->waiting, g_steal_pointer (&task));
      return;
    }

  upload = g_new0 (Upload, 1);
  upload->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (upload->waiting, g_object_ref (task));
  g_hash_table_replace (self->uploads, g_strdup (media->hash), upload);

  file = g_file_new_for_path (media->path);
  g_file_load_bytes_async (file, cancellable, on_loaded_cb, g_steal_pointer (&task));
}

CallboardSendResult *
callboard_meta_upload_finish (CallboardMeta *self,
                              GAsyncResult  *result)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}
