/* callboard-meta-fetch.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include "callboard-json.h"
#include "callboard-url.h"

#include <glib/gi18n.h>

#define MAX_REDIRECTS 5

/* Meta's own hosts, which may have the access token. */
static const char * const hosts[] = { "facebook.com", "fbsbx.com", "fbcdn.net", "whatsapp.net" };

/* A file: where it is said to be, what its bytes have to be, and where they go. */
typedef struct
{
  GUri                *uri;
  char                *hash;
  CallboardFileWriter *writer;
  guint                n_redirects;
} Fetch;

static void ask (GTask *task);

static void
fetch_free (gpointer data)
{
  Fetch *fetch = data;

  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_free (fetch->hash);
  g_free (fetch);
}

static gboolean
is_host_of (const char *host,
            const char *domain)
{
  g_autofree char *suffix = g_strconcat (".", domain, NULL);

  return g_str_equal (host, domain) || g_str_has_suffix (host, suffix);
}

static gboolean
is_allowed (CallboardMeta *self,
            GUri          *uri)
{
  const char *host = g_uri_get_host (uri);

  if (callboard_url_is_same_origin (uri, self->base))
    return TRUE;

  if (self->is_360dialog || host == NULL || !g_str_equal (g_uri_get_scheme (uri), "https"))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    {
      if (is_host_of (host, hosts[i]))
        return TRUE;
    }

  return FALSE;
}

/* The way to a file of 360dialog leads through its own host, whatever host Meta names. */
static GUri *
resolve (CallboardMeta *self,
         const char    *url)
{
  g_autoptr(GUri) uri = url != NULL ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;

  if (uri == NULL || !self->is_360dialog)
    return g_steal_pointer (&uri);

  return g_uri_build (SOUP_HTTP_URI_FLAGS, g_uri_get_scheme (self->base), NULL, g_uri_get_host (self->base),
                      g_uri_get_port (self->base), g_uri_get_path (uri), g_uri_get_query (uri), NULL);
}

static void
fail (GTask      *task,
      int         code,
      const char *words)
{
  g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, code, "%s", words);
}

/* Hex where it is asked for, Base64 in webhooks. */
static char *
read_hash (const char *text)
{
  g_autofree guchar *bytes = NULL;
  GString *hex;
  gsize length;

  if (text == NULL || callboard_files_is_hash (text))
    return g_strdup (text);

  bytes = g_base64_decode (text, &length);
  hex = g_string_new (NULL);
  for (gsize i = 0; i < length; i++)
    g_string_append_printf (hex, "%02x", bytes[i]);

  return g_string_free (hex, FALSE);
}

static void
follow (GTask              *task,
        CallboardHttpReply *reply)
{
  CallboardMeta *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GUri) next = NULL;

  if (reply->location != NULL)
    next = g_uri_parse_relative (fetch->uri, reply->location, SOUP_HTTP_URI_FLAGS, NULL);

  if (next == NULL || !is_allowed (self, next) || ++fetch->n_redirects > MAX_REDIRECTS)
    {
      fail (task, CALLBOARD_CHANNEL_ERROR_MALFORMED, _("WhatsApp did not say where the file is."));
      return;
    }

  g_uri_unref (fetch->uri);
  fetch->uri = g_steal_pointer (&next);
  ask (task);
}

static void
on_fetched_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  Fetch *fetch = g_task_get_task_data (task);

  if (reply->fate != CALLBOARD_HTTP_ANSWERED)
    g_task_return_error (task, g_steal_pointer (&reply->error));
  else if (reply->status / 100 == 3)
    follow (task, reply);
  else if (reply->status == SOUP_STATUS_NOT_FOUND)
    /* The address lives five minutes; the next try asks for another one. */
    fail (task, CALLBOARD_CHANNEL_ERROR_BUSY, _("The address of the file is no longer valid. It will be asked for again."));
  else if (reply->status != SOUP_STATUS_OK)
    g_task_return_error (task, callboard_meta_read_error (reply, NULL));
  else if (fetch->hash != NULL && !callboard_file_writer_matches (fetch->writer, fetch->hash))
    fail (task, CALLBOARD_CHANNEL_ERROR_MALFORMED, _("The file was damaged on its way. It will be fetched again."));
  else
    g_task_return_boolean (task, TRUE);
}

static void
ask (GTask *task)
{
  CallboardMeta *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(SoupMessage) message = callboard_meta_new_message (self, SOUP_METHOD_GET, fetch->uri);

  callboard_http_fetch_async (self->http, message, fetch->writer, g_task_get_cancellable (task), on_fetched_cb,
                              g_object_ref (task));
}

static void
on_described_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);
  g_autoptr(JsonObject) answer = callboard_meta_read_object (reply);
  CallboardMeta *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  GError *error = NULL;
  gint64 size;

  if (reply->status == SOUP_STATUS_NOT_FOUND || reply->status == SOUP_STATUS_GONE)
    {
      fail (task, CALLBOARD_CHANNEL_ERROR_GONE, _("WhatsApp no longer has this file. Ask the candidate to send it again."));
      return;
    }

  if (reply->status != SOUP_STATUS_OK || answer == NULL)
    {
      g_task_return_error (task, callboard_meta_read_error (reply, answer));
      return;
    }

  fetch->uri = resolve (self, callboard_json_get_string (answer, "url"));
  fetch->hash = read_hash (callboard_json_get_string (answer, "sha256"));
  if (fetch->uri == NULL || !is_allowed (self, fetch->uri))
    fail (task, CALLBOARD_CHANNEL_ERROR_MALFORMED, _("WhatsApp did not say where the file is."));
  else if (callboard_json_get_int (answer, "file_size", &size) && !callboard_file_writer_expect (fetch->writer, size, &error))
    g_task_return_error (task, error);
  else
    ask (task);
}

void
callboard_meta_fetch_async (CallboardChannel    *channel,
                            const char          *source,
                            CallboardFileWriter *writer,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  CallboardMeta *self = CALLBOARD_META (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *id = g_uri_escape_string (source, NULL, FALSE);
  g_autofree char *url = g_strdup_printf ("%s/%s", self->root, id);
  g_autoptr(GUri) uri = g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr(SoupMessage) message = NULL;
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->writer = writer;
  g_task_set_source_tag (task, callboard_meta_fetch_async);
  g_task_set_task_data (task, fetch, fetch_free);

  if (self->problem != NULL || uri == NULL)
    {
      fail (task, CALLBOARD_CHANNEL_ERROR_REFUSED, self->problem != NULL ? self->problem : _("WhatsApp did not say where the file is."));
      return;
    }

  message = callboard_meta_new_message (self, SOUP_METHOD_GET, uri);
  callboard_http_send_async (self->http, message, CALLBOARD_HTTP_MAX_BODY, cancellable, on_described_cb, g_steal_pointer (&task));
}

gboolean
callboard_meta_fetch_finish (CallboardChannel  *channel,
                             GAsyncResult      *result,
                             GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_meta_fetch_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
