/* callboard-meta.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-channel.h"
#include "callboard-http.h"

G_BEGIN_DECLS

#define CALLBOARD_META_BASE_URL      "https://graph.facebook.com"
#define CALLBOARD_META_VERSION       "v23.0"
#define CALLBOARD_360DIALOG_BASE_URL "https://waba-v2.360dialog.io"

/**
 * CallboardMetaConfig:
 * @is_360dialog: whether 360dialog stands between: another server, another header, no number in the path
 * @phone_number_id: Meta's id of the sender; unused at 360dialog
 * @waba_id: Meta's id of the WhatsApp Business account, which has the templates; unused at 360dialog
 * @secret: the access token, or the API key of 360dialog
 * @from: (nullable): the sender, E.164
 * @base_url: (nullable): where the API is, %NULL for the provider's; https, or http on this machine only
 * @version: (nullable): of the Graph API, %NULL for %CALLBOARD_META_VERSION
 * @rate: messages a second, 0 for 80
 * @timeout: seconds without progress after which a request is given up, 0 for 30
 *
 * What an account says. Only read while the channel is created.
 */
typedef struct
{
  gboolean    is_360dialog;
  const char *phone_number_id;
  const char *waba_id;
  const char *secret;
  const char *from;
  const char *base_url;
  const char *version;
  double      rate;
  guint       timeout;
} CallboardMetaConfig;

#define CALLBOARD_TYPE_META (callboard_meta_get_type())

/* WhatsApp by Meta's Cloud API, also through 360dialog. It cannot be asked for what came in, nor what became of a message:
 * both are told to the receiver. Each file is uploaded once, and its id used for all who get it. */
G_DECLARE_FINAL_TYPE (CallboardMeta, callboard_meta, CALLBOARD, META, GObject)

/**
 * callboard_meta_new:
 * @config: the account; copied
 *
 * What is wrong with @config is said by the first request, as a fault of the account, and nothing is sent.
 *
 * Returns: (transfer full): a #CallboardChannel
 */
CallboardMeta *callboard_meta_new      (const CallboardMetaConfig *config);

/**
 * callboard_meta_get_http:
 * @self: a channel
 *
 * Returns: (transfer none): what sends its requests
 */
CallboardHttp *callboard_meta_get_http (CallboardMeta             *self);

G_END_DECLS
