/* callboard-meta.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta.h"

#include "callboard-meta-private.h"
#include "callboard-url.h"

#include <glib/gi18n.h>

/* What Meta gives every number (providers.md, 1.11). */
#define USUAL_RATE 80.0

static void callboard_meta_channel_init (CallboardChannelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardMeta, callboard_meta, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_CHANNEL, callboard_meta_channel_init))

void
callboard_meta_authorize (CallboardMeta *self,
                          SoupMessage   *message)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *bearer = NULL;

  if (self->is_360dialog)
    {
      soup_message_headers_replace (headers, "D360-API-KEY", self->secret);
      return;
    }

  bearer = g_strconcat ("Bearer ", self->secret, NULL);
  soup_message_headers_replace (headers, "Authorization", bearer);
}

SoupMessage *
callboard_meta_new_message (CallboardMeta *self,
                            const char    *method,
                            GUri          *uri)
{
  SoupMessage *message = soup_message_new_from_uri (method, uri);

  callboard_meta_authorize (self, message);

  return message;
}

static void
callboard_meta_poll_async (CallboardChannel    *channel,
                           const char          *cursor,
                           GPtrArray           *pending,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, callboard_meta_poll_async);
  g_task_return_pointer (task, g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free),
                         (GDestroyNotify) g_ptr_array_unref);
}

static GPtrArray *
callboard_meta_poll_finish (CallboardChannel  *channel,
                            GAsyncResult      *result,
                            char             **next_cursor,
                            GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  *next_cursor = NULL;

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Meta lists nothing that was sent; a status that carries our key settles what is unknown. */
static void
callboard_meta_lookup_async (CallboardChannel        *channel,
                             const CallboardOutgoing *outgoing,
                             GCancellable            *cancellable,
                             GAsyncReadyCallback      callback,
                             gpointer                 user_data)
{
  g_autoptr(GTask) task = g_task_new (channel, cancellable, callback, user_data);

  g_task_set_source_tag (task, callboard_meta_lookup_async);
  g_task_return_pointer (task, callboard_send_result_new (outgoing->id, CALLBOARD_OUTCOME_UNKNOWN),
                         (GDestroyNotify) callboard_send_result_free);
}

static CallboardSendResult *
callboard_meta_lookup_finish (CallboardChannel  *channel,
                              GAsyncResult      *result,
                              GError           **error)
{
  g_return_val_if_fail (g_task_is_valid (result, channel), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static double
callboard_meta_get_rate (CallboardChannel *channel)
{
  return CALLBOARD_META (channel)->rate;
}

static void
callboard_meta_channel_init (CallboardChannelInterface *iface)
{
  iface->send_async = callboard_meta_send_async;
  iface->send_finish = callboard_meta_send_finish;
  iface->poll_async = callboard_meta_poll_async;
  iface->poll_finish = callboard_meta_poll_finish;
  iface->lookup_async = callboard_meta_lookup_async;
  iface->lookup_finish = callboard_meta_lookup_finish;
  iface->get_rate = callboard_meta_get_rate;
  iface->fetch_async = callboard_meta_fetch_async;
  iface->fetch_finish = callboard_meta_fetch_finish;
  iface->check_async = callboard_meta_check_async;
  iface->check_finish = callboard_meta_check_finish;
  iface->review_async = callboard_meta_review_async;
  iface->review_finish = callboard_meta_review_finish;
}

static void
callboard_meta_finalize (GObject *object)
{
  CallboardMeta *self = CALLBOARD_META (object);

  g_clear_object (&self->http);
  g_clear_pointer (&self->base, g_uri_unref);
  g_clear_pointer (&self->messages, g_uri_unref);
  g_clear_pointer (&self->media, g_uri_unref);
  g_clear_pointer (&self->uploads, g_hash_table_unref);
  g_free (self->root);
  g_free (self->phone_number_id);
  g_free (self->waba_id);
  g_free (self->secret);
  g_free (self->from);
  g_free (self->problem);

  G_OBJECT_CLASS (callboard_meta_parent_class)->finalize (object);
}

static void
callboard_meta_class_init (CallboardMetaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_meta_finalize;
}

static void
callboard_meta_init (CallboardMeta *self)
{
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

static char *
find_problem (const CallboardMetaConfig *config,
              GUri                      *base)
{
  if (!config->is_360dialog && is_empty (config->phone_number_id))
    return g_strdup (_("The account has no phone number ID. Enter it in the preferences."));

  if (is_empty (config->secret))
    return g_strdup (config->is_360dialog ? _("The account has no API key. Enter it in the preferences.")
                                          : _("The account has no access token. Enter it in the preferences."));

  if (!callboard_url_is_safe (base))
    return g_strdup_printf (_("The address “%s” is not one that starts with https://. Change it in the preferences."),
                            config->base_url);

  return NULL;
}

/* Where the number's requests go: at 360dialog the key says which number it is. */
static GUri *
build_endpoint (CallboardMeta *self,
                const char    *name)
{
  g_autofree char *id = g_uri_escape_string (self->phone_number_id, NULL, FALSE);
  g_autofree char *url = self->is_360dialog ? g_strdup_printf ("%s/%s", self->root, name)
                                            : g_strdup_printf ("%s/%s/%s", self->root, id, name);

  return g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL);
}

static char *
build_root (const CallboardMetaConfig *config,
            const char                *base_url)
{
  g_autofree char *trimmed = callboard_url_trim (base_url);

  return config->is_360dialog ? g_steal_pointer (&trimmed)
                              : g_strdup_printf ("%s/%s", trimmed,
                                                 is_empty (config->version) ? CALLBOARD_META_VERSION : config->version);
}

CallboardMeta *
callboard_meta_new (const CallboardMetaConfig *config)
{
  CallboardMeta *self;
  const char *base_url;

  g_return_val_if_fail (config != NULL, NULL);

  base_url = config->base_url;
  if (is_empty (base_url))
    base_url = config->is_360dialog ? CALLBOARD_360DIALOG_BASE_URL : CALLBOARD_META_BASE_URL;

  self = g_object_new (CALLBOARD_TYPE_META, NULL);
  self->is_360dialog = config->is_360dialog;
  self->http = callboard_http_new (config->timeout);
  self->base = g_uri_parse (base_url, SOUP_HTTP_URI_FLAGS, NULL);
  self->root = build_root (config, base_url);
  self->phone_number_id = g_strdup (config->phone_number_id != NULL ? config->phone_number_id : "");
  self->waba_id = g_strdup (config->waba_id != NULL ? config->waba_id : "");
  self->secret = g_strdup (config->secret != NULL ? config->secret : "");
  self->from = g_strdup (config->from);
  self->messages = build_endpoint (self, "messages");
  self->media = build_endpoint (self, "media");
  self->problem = find_problem (config, self->base);
  self->rate = config->rate > 0 ? config->rate : USUAL_RATE;
  self->uploads = callboard_meta_uploads_new ();

  return self;
}

CallboardHttp *
callboard_meta_get_http (CallboardMeta *self)
{
  g_return_val_if_fail (CALLBOARD_IS_META (self), NULL);

  return self->http;
}
