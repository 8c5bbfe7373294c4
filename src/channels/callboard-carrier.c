/* callboard-carrier.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-carrier.h"

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-meta-parse.h"
#include "callboard-meta.h"
#include "callboard-rehearsal.h"
#include "callboard-secrets.h"
#include "callboard-twilio-parse.h"
#include "callboard-twilio.h"

#define MAX_SETTINGS      (64 * 1024)
#define REHEARSAL_SECONDS 1.0
#define TWILIO_SECONDS    10.0
/* There is nothing to ask for. */
#define META_SECONDS      3600.0
#define MIN_SECONDS       0.05
#define MAX_SECONDS       3600.0

void
callboard_carrier_free (CallboardCarrier *carrier)
{
  g_clear_object (&carrier->channel);
  g_clear_object (&carrier->http);
  g_free (carrier);
}

static double
get_number (JsonObject *settings,
            const char *name,
            double      otherwise)
{
  JsonNode *node = settings ? json_object_get_member (settings, name) : NULL;
  double number;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return otherwise;

  number = json_node_get_double (node);

  return number > 0 ? number : otherwise;
}

static CallboardTwilio *
open_twilio (JsonObject *settings,
             const char *secret)
{
  g_autofree char *main_secret = callboard_secrets_get_member (secret, CALLBOARD_SECRET_MAIN);
  CallboardTwilioConfig config = {
    .account_sid = callboard_json_get_string (settings, "account_sid"),
    .api_key = callboard_json_get_string (settings, "api_key"),
    .secret = main_secret,
    .from = callboard_json_get_string (settings, "from"),
    .messaging_service_sid = callboard_json_get_string (settings, "messaging_service_sid"),
    .base_url = callboard_json_get_string (settings, "base_url"),
    .rate = get_number (settings, "rate", 0),
  };

  return callboard_twilio_new (&config);
}

static CallboardMeta *
open_meta (CallboardProvider  provider,
           JsonObject        *settings,
           const char        *secret)
{
  g_autofree char *main_secret = callboard_secrets_get_member (secret, CALLBOARD_SECRET_MAIN);
  CallboardMetaConfig config = {
    .is_360dialog = provider == CALLBOARD_PROVIDER_360DIALOG,
    .phone_number_id = callboard_json_get_string (settings, "phone_number_id"),
    .waba_id = callboard_json_get_string (settings, "waba_id"),
    .secret = main_secret,
    .from = callboard_json_get_string (settings, "from"),
    .base_url = callboard_json_get_string (settings, "base_url"),
    .version = callboard_json_get_string (settings, "version"),
    .rate = get_number (settings, "rate", 0),
  };

  return callboard_meta_new (&config);
}

CallboardCarrier *
callboard_carrier_new (CallboardProvider  provider,
                       const char        *settings,
                       const char        *secret)
{
  CallboardCarrier *carrier = g_new0 (CallboardCarrier, 1);
  g_autoptr(JsonObject) object = NULL;
  double seconds;

  if (settings != NULL)
    object = callboard_json_parse_object (settings, -1, MAX_SETTINGS, NULL);

  switch (provider)
    {
    case CALLBOARD_PROVIDER_TWILIO:
      /* What is written for WhatsApp must not leave as a text. */
      if (g_strcmp0 (callboard_json_get_string (object, "channel"), "whatsapp") == 0)
        return carrier;
      carrier->channel = CALLBOARD_CHANNEL (open_twilio (object, secret));
      carrier->http = g_object_ref (callboard_twilio_get_http (CALLBOARD_TWILIO (carrier->channel)));
      carrier->parser = callboard_twilio_parse;
      seconds = TWILIO_SECONDS;
      break;

    case CALLBOARD_PROVIDER_META:
    case CALLBOARD_PROVIDER_360DIALOG:
      carrier->channel = CALLBOARD_CHANNEL (open_meta (provider, object, secret));
      carrier->http = g_object_ref (callboard_meta_get_http (CALLBOARD_META (carrier->channel)));
      carrier->parser = callboard_meta_parse;
      seconds = META_SECONDS;
      break;

    case CALLBOARD_PROVIDER_INFOBIP:
    case CALLBOARD_PROVIDER_ANDROID:
    case CALLBOARD_PROVIDER_HTTP:
      return carrier;

    case CALLBOARD_PROVIDER_REHEARSAL:
    default:
      carrier->channel = CALLBOARD_CHANNEL (callboard_rehearsal_new ());
      carrier->parser = callboard_rehearsal_parse;
      seconds = REHEARSAL_SECONDS;
      break;
    }

  seconds = CLAMP (get_number (object, "poll_seconds", seconds), MIN_SECONDS, MAX_SECONDS);
  carrier->poll_interval = seconds * CALLBOARD_SECOND;

  return carrier;
}

gboolean
callboard_carrier_needs_secret (CallboardProvider provider)
{
  return provider != CALLBOARD_PROVIDER_REHEARSAL;
}
