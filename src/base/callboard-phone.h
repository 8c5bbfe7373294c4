/* callboard-phone.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Phone numbers, by libphonenumber. A country is its ISO 3166 code of two letters, such as "DE". Everything here may be
 * called from any thread. */

#define CALLBOARD_PHONE_ERROR (callboard_phone_error_quark ())

/**
 * CallboardPhoneError:
 * @CALLBOARD_PHONE_ERROR_EMPTY: there is nothing
 * @CALLBOARD_PHONE_ERROR_NOT_A_NUMBER: no phone number can be seen in it
 * @CALLBOARD_PHONE_ERROR_TOO_SHORT: digits are missing
 * @CALLBOARD_PHONE_ERROR_TOO_LONG: too many digits, or two numbers
 * @CALLBOARD_PHONE_ERROR_IMPOSSIBLE: the length would do, but the country has no such number
 * @CALLBOARD_PHONE_ERROR_COUNTRY: it has no country code and there is no country to assume, or no such country
 */
typedef enum
{
  CALLBOARD_PHONE_ERROR_EMPTY,
  CALLBOARD_PHONE_ERROR_NOT_A_NUMBER,
  CALLBOARD_PHONE_ERROR_TOO_SHORT,
  CALLBOARD_PHONE_ERROR_TOO_LONG,
  CALLBOARD_PHONE_ERROR_IMPOSSIBLE,
  CALLBOARD_PHONE_ERROR_COUNTRY,
} CallboardPhoneError;

GQuark callboard_phone_error_quark (void);

/**
 * callboard_phone_normalise:
 * @text: (nullable): a phone number as people write it; any bytes
 * @country: (nullable): the country of the job, for numbers without a country code
 * @assumed_country: (out) (optional) (nullable) (transfer full): the country that was assumed, to be shown; %NULL if
 *   the number begins with "+" or "00" and nothing had to be assumed
 * @error: return location for a %CALLBOARD_PHONE_ERROR
 *
 * Reads a number. A number without "+" is one of @country; when @country has no such number and it is one with a "+"
 * put before it (spreadsheets lose the sign), then it is that. Ranges reserved for fiction, which libphonenumber does
 * not know as valid, are accepted. What a spreadsheet or an export adds, such as ="…" and ".0", is taken off, and an
 * extension is dropped.
 *
 * Returns: (transfer full): the number in E.164, with "+"; %NULL on error
 */
char       *callboard_phone_normalise            (const char  *text,
                                                  const char  *country,
                                                  char       **assumed_country,
                                                  GError     **error);

/**
 * callboard_phone_country:
 * @e164: a number from callboard_phone_normalise()
 *
 * Returns: (transfer full) (nullable): the country, or the main one where several share a code and the number does not
 *   tell; %NULL if it belongs to none, as +800
 */
char       *callboard_phone_country              (const char  *e164);

/**
 * callboard_phone_format_international:
 * @e164: a number from callboard_phone_normalise()
 *
 * Returns: (transfer full): the number in groups as people read it, "+44 7700 900123"; unchanged if it is no number
 */
char       *callboard_phone_format_international (const char  *e164);

G_END_DECLS
