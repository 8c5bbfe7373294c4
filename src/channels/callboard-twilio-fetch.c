/* callboard-twilio-fetch.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-private.h"
#include "callboard-url.h"

#include <glib/gi18n.h>

#define MAX_REDIRECTS 5

/* A file: its address, which leads to another host (providers.md, 2.4), and where its bytes go. */
typedef struct
{
  GUri                *uri;
  CallboardFileWriter *writer;
  guint                n_redirects;
} Fetch;

static void ask (GTask *task);

static void
fetch_free (Fetch *fetch)
{
  g_clear_pointer (&fetch->uri, g_uri_unref);
  g_free (fetch);
}

/* Nothing leads from Twilio to this machine or to a line that can be read; only a server that stands for Twilio, and
 * is on this machine itself, may. */
static gboolean
is_allowed (CallboardTwilio *self,
            GUri            *uri)
{
  const char *host = g_uri_get_host (uri);

  if (host == NULL || *host == '\0')
    return FALSE;

  if (g_strcmp0 (g_uri_get_scheme (self->base), "http") == 0)
    return g_strcmp0 (host, g_uri_get_host (self->base)) == 0 || g_str_equal (host, "localhost");

  return g_strcmp0 (g_uri_get_scheme (uri), "https") == 0;
}

static void
fail (GTask      *task,
      int         code,
      const char *words)
{
  g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, code, "%s", words);
}

/* The answer of a hotel's network, or Twilio's description of the file instead of the file. */
static gboolean
is_no_file (CallboardHttpReply *reply)
{
  return g_strcmp0 (reply->content_type, "text/html") == 0 || g_strcmp0 (reply->content_type, "application/json") == 0 ||
         g_strcmp0 (reply->content_type, "application/xml") == 0;
}

static void
follow (GTask              *task,
        CallboardHttpReply *reply)
{
  CallboardTwilio *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(GUri) next = NULL;

  if (reply->location != NULL)
    next = g_uri_parse_relative (fetch->uri, reply->location, SOUP_HTTP_URI_FLAGS, NULL);

  if (next == NULL || !is_allowed (self, next) || ++fetch->n_redirects > MAX_REDIRECTS)
    {
      fail (task, CALLBOARD_CHANNEL_ERROR_MALFORMED, _("Twilio did not say where the file is."));
      return;
    }

  g_clear_pointer (&fetch->uri, g_uri_unref);
  fetch->uri = g_steal_pointer (&next);
  ask (task);
}

static void
return_refusal (GTask *task,
                guint  status)
{
  switch (status)
    {
    case SOUP_STATUS_NOT_FOUND:
    case SOUP_STATUS_GONE:
      fail (task, CALLBOARD_CHANNEL_ERROR_GONE, _("Twilio no longer has this file. Ask the candidate to send it again."));
      break;

    case SOUP_STATUS_UNAUTHORIZED:
    case SOUP_STATUS_FORBIDDEN:
      fail (task, CALLBOARD_CHANNEL_ERROR_REFUSED, _("Twilio does not give the file to this account. Check it in the preferences."));
      break;

    default:
      g_task_return_new_error (task, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_BUSY,
                               /* Translators: %u is a number such as 503 */
                               _("Twilio could not give the file (HTTP %u)."), status);
      break;
    }
}

static void
on_replied_cb (GObject      *object,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(CallboardHttpReply) reply = callboard_http_send_finish (CALLBOARD_HTTP (object), result);

  if (reply->fate != CALLBOARD_HTTP_ANSWERED)
    g_task_return_error (task, g_steal_pointer (&reply->error));
  else if (reply->status / 100 == 3)
    follow (task, reply);
  else if (reply->status != SOUP_STATUS_OK)
    return_refusal (task, reply->status);
  else if (is_no_file (reply))
    fail (task, CALLBOARD_CHANNEL_ERROR_MALFORMED,
          _("Something else than the file came back. Check the network connection."));
  else
    g_task_return_boolean (task, TRUE);
}

/* The secret is for Twilio's own server alone. */
static SoupMessage *
create_message (CallboardTwilio *self,
                GUri            *uri)
{
  SoupMessage *message = soup_message_new_from_uri (SOUP_METHOD_GET, uri);

  if (callboard_url_is_same_origin (uri, self->base))
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization", self->authorization);

  return message;
}

static void
ask (GTask *task)
{
  CallboardTwilio *self = g_task_get_source_object (task);
  Fetch *fetch = g_task_get_task_data (task);
  g_autoptr(SoupMessage) message = create_message (self, fetch->uri);

  callboard_http_fetch_async (self->http, message, fetch->writer, g_task_get_cancellable (task), on_replied_cb,
                              g_object_ref (task));
}

/* The list of media names a description of the file, "….json"; without that ending it is the file. */
static GUri *
resolve (CallboardTwilio *self,
         const char      *source)
{
  g_autofree char *reference = g_strdup (source);

  if (self->base == NULL)
    return NULL;

  if (g_str_has_suffix (reference, ".json"))
    reference[strlen (reference) - strlen (".json")] = '\0';

  return g_uri_parse_relative (self->base, reference, SOUP_HTTP_URI_FLAGS, NULL);
}

void
callboard_twilio_fetch_async (CallboardChannel    *channel,
                              const char          *source,
                              CallboardFileWriter *writer,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  CallboardTwilio *self = CALLBOARD_TWILIO (channel);
  g_autoptr(GTask) task = g_task_new (self, cancellable, callback, user_data);
  Fetch *fetch = g_new0 (Fetch, 1);

  fetch->uri = resolve (self, source);
  fetch->writer = writer;
  g_task_set_source_tag (task, callboard_twilio_fetch_async);
  g_task_set_task_data (task, fetch, (GDestroyNotify) fetch_free);

  if (self->problem != NULL)
    fail (task, CALLBOARD_CHANNEL_ERROR_REFUSED, self->problem);
  else if (fetch->uri == NULL || !is_allowed (self, fetch->uri))
    fail (task, CALLBOARD_CHANNEL_ERROR_GONE, _("Twilio did not say where the file is. Ask the candidate to send it again."));
  else
    ask (task);
}

gboolean
callboard_twilio_fetch_finish (CallboardChannel  *channel,
                               GAsyncResult      *result,
                               GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), FALSE);
  g_return_val_if_fail (g_async_result_is_tagged (result, callboard_twilio_fetch_async), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
