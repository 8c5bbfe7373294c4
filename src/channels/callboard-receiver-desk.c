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
  g_free (desk->text);
  g_free (desk->secret);
  g_free (desk);
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

static gboolean
is_from_meta (CallboardReceiverDesk *desk,
              SoupMessageHeaders    *headers,
              GBytes                *body)
{
  g_autofree char *app_secret = callboard_secrets_get_member (desk->secret, CALLBOARD_SECRET_APP);

  return callboard_signature_verify_meta (soup_message_headers_get_one (headers, "X-Hub-Signature-256"), app_secret, body);
}

/* 360dialog signs nothing that we could verify, but sends headers that one has told it. */
static gboolean
is_from_360dialog (CallboardReceiverDesk *desk,
                   SoupMessageHeaders    *headers)
{
  g_autofree char *words = callboard_secrets_get_member (desk->secret, CALLBOARD_SECRET_WEBHOOK);

  return callboard_signature_is_equal (soup_message_headers_get_one (headers, "X-Callboard-Secret"), words);
}

/* Webhooks are signed with the auth token, also where messages are sent with an API key. */
static gboolean
is_from_twilio (CallboardReceiverDesk *desk,
                SoupMessageHeaders    *headers,
                const char            *url,
                GBytes                *body)
{
  const char *api_key = callboard_json_get_string (desk->settings, "api_key");
  g_autofree char *token = callboard_secrets_get_member (desk->secret, CALLBOARD_SECRET_TOKEN);

  if (token == NULL && (api_key == NULL || *api_key == '\0'))
    token = callboard_secrets_get_member (desk->secret, CALLBOARD_SECRET_MAIN);

  return callboard_signature_verify_twilio (soup_message_headers_get_one (headers, "X-Twilio-Signature"), token, url, body);
}

static gboolean
is_genuine (CallboardReceiverDesk *desk,
            SoupMessageHeaders    *headers,
            const char            *url,
            GBytes                *body)
{
  if (desk->provider == CALLBOARD_PROVIDER_META)
    return is_from_meta (desk, headers, body);

  if (desk->provider == CALLBOARD_PROVIDER_360DIALOG)
    return is_from_360dialog (desk, headers);

  return is_from_twilio (desk, headers, url, body);
}

guint
callboard_receiver_desk_read (CallboardReceiverDesk  *desk,
                              SoupServerMessage      *message,
                              const char             *url,
                              gint64                  now,
                              GPtrArray             **events)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  g_autoptr(GBytes) body = soup_message_body_flatten (soup_server_message_get_request_body (message));

  *events = NULL;

  /* The keyring may be locked still: the provider comes again. */
  if (desk->secret == NULL)
    return SOUP_STATUS_SERVICE_UNAVAILABLE;

  if (!is_genuine (desk, headers, url, body))
    return SOUP_STATUS_FORBIDDEN;

  *events = desk->provider == CALLBOARD_PROVIDER_TWILIO ? read_twilio (body, now) : read_meta (desk, body);

  return *events != NULL ? SOUP_STATUS_OK : SOUP_STATUS_BAD_REQUEST;
}

const char *
callboard_receiver_desk_greet (CallboardReceiverDesk *desk,
                               GHashTable            *query)
{
  g_autofree char *token = callboard_secrets_get_member (desk->secret, CALLBOARD_SECRET_VERIFY);

  if (query == NULL || desk->provider != CALLBOARD_PROVIDER_META ||
      g_strcmp0 (g_hash_table_lookup (query, "hub.mode"), "subscribe") != 0 ||
      !callboard_signature_is_equal (g_hash_table_lookup (query, "hub.verify_token"), token))
    return NULL;

  return g_hash_table_lookup (query, "hub.challenge");
}
