/* callboard-signature.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * callboard_signature_is_equal:
 * @a: (nullable): one text
 * @b: (nullable): another one
 *
 * Takes as long for any two texts of a length, so that a secret cannot be found out letter by letter.
 *
 * Returns: whether both are the same, and not empty
 */
gboolean callboard_signature_is_equal      (const char *a,
                                            const char *b);

/**
 * callboard_signature_verify_meta:
 * @header: (nullable): the request's X-Hub-Signature-256
 * @app_secret: (nullable): the app's secret
 * @body: the body as it came, byte by byte
 *
 * "sha256=" and the HMAC-SHA256 of the body in small hexadecimal digits
 * (developers.facebook.com/docs/graph-api/webhooks/getting-started).
 *
 * Returns: whether Meta has signed @body; never if a header or a secret is missing
 */
gboolean callboard_signature_verify_meta   (const char *header,
                                            const char *app_secret,
                                            GBytes     *body);

/**
 * callboard_signature_verify_twilio:
 * @header: (nullable): the request's X-Twilio-Signature
 * @auth_token: (nullable): the account's primary auth token, also where messages are sent with an API key
 * @url: the address as Twilio knows it, which is the public one if a tunnel or a proxy stands between
 * @body: the body as it came: a form; or of any kind if @url has a parameter bodySHA256
 *
 * The HMAC-SHA1, in base64, of the address and of the form's names and values in the order of the names; or of the address
 * alone if it says what the body's SHA-256 is (www.twilio.com/docs/usage/security). Twilio is not of one mind about a port
 * that goes without saying, so the address counts with and without it.
 *
 * Returns: whether Twilio has signed the request; never if a header or a token is missing
 */
gboolean callboard_signature_verify_twilio (const char *header,
                                            const char *auth_token,
                                            const char *url,
                                            GBytes     *body);

G_END_DECLS
