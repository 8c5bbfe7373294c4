/* callboard-provider-table.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-provider.h"

#include <glib/gi18n.h>

#define CHANNEL \
  { .key = "channel", .kind = CALLBOARD_FIELD_CHOICE, .title = N_("Channel"), .choices = "sms|whatsapp", \
    .labels = N_("Text messages|WhatsApp"), .place = N_("What this account sends. For both, add two accounts.") }
#define RATE \
  { .key = "rate", .kind = CALLBOARD_FIELD_NUMBER, .title = N_("Messages a second"), .advanced = TRUE, \
    .place = N_("Empty for what is usual with this kind of sender.") }
#define POLL \
  { .key = "poll_seconds", .kind = CALLBOARD_FIELD_NUMBER, .title = N_("Seconds between two questions for answers"), \
    .advanced = TRUE, .place = N_("Empty for 10.") }

static const CallboardProviderField twilio_fields[] = {
  { .key = "account_sid", .title = N_("Account SID"), .required = TRUE, .prefix = "AC",
    .place = N_("console.twilio.com, on the home page under Account Info.") },
  { .key = "api_key", .title = N_("API key SID"), .prefix = "SK",
    .place = N_("Optional, and better than the auth token: console.twilio.com, Account, API keys & tokens, Create API key.") },
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Auth token, or secret of the API key"), .required = TRUE,
    .place = N_("The auth token stands below the account SID; the secret of a key is shown once, when it is made.") },
  { .key = "from", .kind = CALLBOARD_FIELD_PHONE, .title = N_("Sender number"),
    .place = N_("console.twilio.com, Phone Numbers, Manage, Active numbers.") },
  { .key = "messaging_service_sid", .title = N_("Messaging service SID"), .prefix = "MG",
    .place = N_("Instead of a number: console.twilio.com, Messaging, Services.") },
  { .key = "auth_token", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Auth token for signatures"), .advanced = TRUE,
    .place = N_("Only with an API key and webhooks: Twilio signs these with the auth token.") },
  RATE, POLL,
  { .key = "base_url", .kind = CALLBOARD_FIELD_URL, .title = N_("Server"), .advanced = TRUE,
    .place = N_("Empty for Twilio’s own, https://api.twilio.com.") },
  { NULL }
};

static const CallboardProviderField meta_fields[] = {
  { .key = "phone_number_id", .title = N_("Phone number ID"), .required = TRUE,
    .place = N_("developers.facebook.com, My Apps, your app, WhatsApp, API Setup, below the number.") },
  { .key = "waba_id", .title = N_("WhatsApp Business account ID"), .required = TRUE,
    .place = N_("On the same page, below the phone number ID.") },
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Access token"), .required = TRUE,
    .place = N_("business.facebook.com, Settings, Users, System users, Generate token, with whatsapp_business_messaging and "
                "whatsapp_business_management. The token of the API Setup page lasts one day only.") },
  { .key = "app_secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("App secret"), .required = TRUE,
    .place = N_("developers.facebook.com, your app, App settings, Basic, App secret. It proves that answers come from Meta.") },
  { .key = "verify_token", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Verify token"), .required = TRUE,
    .place = N_("Words of your own choice. Enter the same at developers.facebook.com, your app, WhatsApp, Configuration, Webhook.") },
  { .key = "from", .kind = CALLBOARD_FIELD_PHONE, .title = N_("Sender number"),
    .place = N_("The number itself, as candidates see it.") },
  { .key = "app_id", .title = N_("App ID"), .advanced = TRUE,
    .place = N_("At the top of developers.facebook.com, your app. For templates with a picture or a file.") },
  RATE,
  { .key = "version", .title = N_("Version of the Graph API"), .prefix = "v", .advanced = TRUE,
    .place = N_("Empty for the one that Callboard knows.") },
  { .key = "base_url", .kind = CALLBOARD_FIELD_URL, .title = N_("Server"), .advanced = TRUE,
    .place = N_("Empty for Meta’s own, https://graph.facebook.com.") },
  { NULL }
};

static const CallboardProviderField dialog_fields[] = {
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("API key"), .required = TRUE,
    .place = N_("hub.360dialog.com, WhatsApp Accounts, the number, Details, Generate API key.") },
  { .key = "from", .kind = CALLBOARD_FIELD_PHONE, .title = N_("Sender number"), .required = TRUE,
    .place = N_("hub.360dialog.com, WhatsApp Accounts.") },
  { .key = "webhook_secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Webhook secret"), .required = TRUE,
    .place = N_("Words of your own choice, which 360dialog sends along with each answer.") },
  RATE,
  { .key = "base_url", .kind = CALLBOARD_FIELD_URL, .title = N_("Server"), .advanced = TRUE,
    .place = N_("Empty for 360dialog’s own, https://waba-v2.360dialog.io.") },
  { NULL }
};

static const CallboardProviderField infobip_fields[] = {
  { .key = "base_url", .kind = CALLBOARD_FIELD_URL, .title = N_("Base address"), .required = TRUE,
    .place = N_("portal.infobip.com, on the home page under API: https://….api.infobip.com.") },
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("API key"), .required = TRUE,
    .place = N_("portal.infobip.com, Developer tools, API keys, Create. Allow it to send messages and to read reports.") },
  { .key = "from", .title = N_("Sender"), .required = TRUE,
    .place = N_("portal.infobip.com, Channels and Numbers. A name cannot receive answers; a number can.") },
  CHANNEL, RATE, POLL,
  { NULL }
};

static const CallboardProviderField android_fields[] = {
  { .key = "base_url", .kind = CALLBOARD_FIELD_URL, .title = N_("Address of the phone"), .required = TRUE,
    .place = N_("In the app SMS Gateway for Android, Home, switch Local server on: http://192.168.….:8080 is shown.") },
  { .key = "user", .title = N_("User name"), .required = TRUE, .place = N_("In the app, Home, below the address.") },
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Password"), .required = TRUE,
    .place = N_("In the app, Home, below the user name.") },
  { .key = "sim", .kind = CALLBOARD_FIELD_CHOICE, .title = N_("SIM card"), .choices = "|1|2|3",
    .labels = N_("The phone’s choice|First|Second|Third"), .place = N_("Of a phone with several.") },
  { .key = "from", .kind = CALLBOARD_FIELD_PHONE, .title = N_("Sender number"), .place = N_("The phone’s own number.") },
  RATE, POLL,
  { NULL }
};

static const CallboardProviderField http_fields[] = {
  { .key = "preset", .kind = CALLBOARD_FIELD_CHOICE, .title = N_("Gateway"), .choices = "kannel|playsms|jasmin|custom",
    .labels = N_("Kannel|playSMS|Jasmin|Another one"), .place = N_("Which manner of speaking it understands.") },
  { .key = "url", .kind = CALLBOARD_FIELD_URL, .title = N_("Address for sending"), .required = TRUE,
    .place = N_("Of Kannel http://host:13013/cgi-bin/sendsms. Of another one with {to}, {text}, {from}, {id} where they belong.") },
  { .key = "user", .title = N_("User name"), .place = N_("Of Kannel the username of a group sendsms-user.") },
  { .key = "secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Password"), .required = TRUE,
    .place = N_("Of Kannel the password of that group.") },
  { .key = "from", .title = N_("Sender"), .place = N_("A number, or a name if the operator allows one.") },
  { .key = "method", .kind = CALLBOARD_FIELD_CHOICE, .title = N_("Method"), .choices = "GET|POST", .labels = "GET|POST",
    .advanced = TRUE, .place = N_("Of another gateway: see its manual.") },
  { .key = "body", .title = N_("Body"), .advanced = TRUE,
    .place = N_("Of another gateway with POST: with {to}, {text}, {from}, {id} where they belong.") },
  { .key = "content_type", .title = N_("Kind of body"), .advanced = TRUE, .place = N_("Such as application/json.") },
  { .key = "success", .title = N_("Sign of success"), .advanced = TRUE,
    .place = N_("A regular expression that the answer has to match. Empty if the status says enough.") },
  { .key = "message_id", .title = N_("Where the message’s ID stands"), .advanced = TRUE,
    .place = N_("A JSON pointer such as /id, or a regular expression with one group.") },
  { .key = "webhook_secret", .kind = CALLBOARD_FIELD_SECRET, .title = N_("Webhook secret"), .advanced = TRUE,
    .place = N_("Words of your own choice in the address to which the gateway reports.") },
  RATE,
  { NULL }
};

static const CallboardProviderInfo providers[] = {
  { CALLBOARD_PROVIDER_TWILIO, "Twilio", N_("Texts, without a server of your own"),
    N_("Make an account at twilio.com and buy a number that can send text messages."),
    "https://console.twilio.com", NULL, FALSE, twilio_fields },
  { CALLBOARD_PROVIDER_META, N_("WhatsApp by Meta"), N_("WhatsApp straight from Meta, at its price"),
    N_("Make an app of the type Business at developers.facebook.com, add WhatsApp to it, and register your number there."),
    "https://developers.facebook.com/apps",
    N_("Answers reach Callboard only through its receiver. The page Receiver of the preferences tells how."), TRUE, meta_fields },
  { CALLBOARD_PROVIDER_360DIALOG, "360dialog", N_("WhatsApp through a European partner of Meta"),
    N_("Make an account at 360dialog.com and let your number be registered there."), "https://hub.360dialog.com",
    N_("Answers reach Callboard only through its receiver. The page Receiver of the preferences tells how."), TRUE, dialog_fields },
  { CALLBOARD_PROVIDER_INFOBIP, "Infobip", N_("Texts and WhatsApp in Europe and Asia, without a server of your own"),
    N_("Make an account at infobip.com and ask for a sender."), "https://portal.infobip.com", NULL, FALSE, infobip_fields },
  { CALLBOARD_PROVIDER_ANDROID, N_("Android phone"), N_("Texts through your own phone and its contract"),
    N_("Install the app SMS Gateway for Android on the phone, and let the phone and this computer be in the same network."),
    "https://sms-gate.app",
    N_("For a few messages only. Phone companies forbid bulk sending with most contracts, and may block the number."),
    FALSE, android_fields },
  { CALLBOARD_PROVIDER_HTTP, N_("SMS gateway"), N_("Kannel, playSMS, Jasmin, or any that takes a text by HTTP"),
    N_("Ask whoever runs the gateway for an address, a user name and a password."), NULL,
    N_("Know the terms of the line behind it: bulk sending is often forbidden. Answers reach Callboard only through its receiver."),
    TRUE, http_fields },
};

const CallboardProviderInfo *
callboard_provider_list (guint *n_providers)
{
  g_return_val_if_fail (n_providers != NULL, NULL);

  *n_providers = G_N_ELEMENTS (providers);

  return providers;
}
