/* callboard-receiver-desk.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-json.h"
#include "callboard-receiver-private.h"
#include "callboard-secrets.h"
#include "callboard-signature.h"
#include "callboard-twilio-webhook.h"

#define MAX_SETTINGS (64 * 1024)

CallboardReceiverDesk *
callboard_receiver_desk_new (gint64             id,
                             CallboardProvider  provider,
                             const char        *settings)
{
  CallboardReceiverDesk *desk = g_new0 (CallboardReceiverDesk, 1);

  desk->id = id;
  desk->provider = provider;
  desk->path = callboard_receiver_get_path (provider, id);
  desk->text = g_strdup (settings);
  desk->settings = callboard_json_parse_object (settings, -1, MAX_SETTINGS, NULL);
  desk->waiting = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_report_free);

  return desk;
}

void
callboard_receiver_desk_free (CallboardReceiverDesk *desk)
{
  g_clear_pointer (&desk->settings, json_object_unref);
  g_clear_pointer (&desk->waiting, g_ptr_array_unref);
  g_free (desk->path);
  g_free (desk->text);
  g_free (desk->secret);
  g_free (desk->verify_token);
  g_free (desk);
}

/* Twilio signs webhooks with the auth token, also where messages are sent with an API key. */
static char *
find_token (CallboardReceiverDesk *desk,
            const char            *stored)
{
  const char *api_key = callboard_json_get_string (desk->settings, "api_key");
  char *token = callboard_secrets_get_member (stored, CALLBOARD_SECRET_TOKEN);

  if (token == NULL && (api_key == NULL || *api_key == '\0'))
    token = callboard_secrets_get_member (stored, CALLBOARD_SECRET_MAIN);

  return token;
}

void
callboard_receiver_desk_take_secret (CallboardReceiverDesk *desk,
                                     const char            *stored)
{
  g_free (desk->secret);
  g_free (desk->verify_token);
  desk->verify_token = callboard_secrets_get_member (stored, CALLBOARD_SECRET_VERIFY);

  if (desk->provider == CALLBOARD_PROVIDER_META)
    desk->secret = callboard_secrets_get_member (stored, CALLBOARD_SECRET_APP);
  else if (desk->provider == CALLBOARD_PROVIDER_360DIALOG)
    desk->secret = callboard_secrets_get_member (stored, CALLBOARD_SECRET_WEBHOOK);
  else
    desk->secret = find_token (desk, stored);
}

void
callboard_report_free (CallboardReport *report)
{
  g_clear_pointer (&report->events, g_ptr_array_unref);
  g_free (report);
}

static GPtrArray *
read_meta (CallboardReceiverDesk *desk,
           GBytes                *body)
{
  return callboard_meta_events_split (body, callboard_json_get_string (desk->settings, "phone_number_id"), NULL);
}

static GPtrArray *
read_twilio (GBytes *body,
             gint64  now)
{
  CallboardRawEvent *event = callboard_twilio_webhook_read (body, now, NULL);
  GPtrArray *events;

  if (event == NULL)
    return NULL;

  events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);
  g_ptr_array_add (events, event);

  return events;
}

/* The address as Twilio called it. */
static gboolean
is_from_twilio (CallboardReceiverDesk *desk,
                SoupServerMessage     *message,
                const char            *signature,
                const char            *public_url,
                GBytes                *body)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));
  g_autofree char *url = g_strconcat (public_url, desk->path, query != NULL ? "?" : NULL, query, NULL);

  return callboard_signature_verify_twilio (signature, desk->secret, url, body);
}

/* 360dialog signs nothing that we could verify, but sends headers that one has told it. */
static gboolean
is_genuine (CallboardReceiverDesk *desk,
            SoupServerMessage     *message,
            const char            *public_url,
            GBytes                *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  if (desk->provider == CALLBOARD_PROVIDER_META)
    return callboard_signature_verify_meta (soup_message_headers_get_one (headers, "X-Hub-Signature-256"), desk->secret, body);

  if (desk->provider == CALLBOARD_PROVIDER_360DIALOG)
    return callboard_signature_is_equal (soup_message_headers_get_one (headers, "X-Callboard-Secret"), desk->secret);

  return is_from_twilio (desk, message, soup_message_headers_get_one (headers, "X-Twilio-Signature"), public_url, body);
}

guint
callboard_receiver_desk_read (CallboardReceiverDesk  *desk,
                              SoupServerMessage      *message,
                              const char             *public_url,
                              gint64                  now,
                              GPtrArray             **events)
{
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));

  *events = NULL;

  /* The keyring may be locked still: the provider comes again. */
  if (desk->secret == NULL)
    return SOUP_STATUS_SERVICE_UNAVAILABLE;

  if (!is_genuine (desk, message, public_url, body))
    return SOUP_STATUS_FORBIDDEN;

  *events = desk->provider == CALLBOARD_PROVIDER_TWILIO ? read_twilio (body, now) : read_meta (desk, body);

  return *events != NULL ? SOUP_STATUS_OK : SOUP_STATUS_BAD_REQUEST;
}

const char *
callboard_receiver_desk_greet (CallboardReceiverDesk *desk,
                               GHashTable            *query)
{
  if (query == NULL || desk->provider != CALLBOARD_PROVIDER_META ||
      g_strcmp0 (g_hash_table_lookup (query, "hub.mode"), "subscribe") != 0 ||
      !callboard_signature_is_equal (g_hash_table_lookup (query, "hub.verify_token"), desk->verify_token))
    return NULL;

  return g_hash_table_lookup (query, "hub.challenge");
}
