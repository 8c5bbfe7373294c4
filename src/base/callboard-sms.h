/* callboard-sms.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CallboardSmsEncoding:
 * @CALLBOARD_SMS_ENCODING_GSM7: the alphabet of 3GPP 23.038; a unit is a septet
 * @CALLBOARD_SMS_ENCODING_UCS2: all of Unicode; a unit is 16 bits, an emoji two of them
 */
typedef enum
{
  CALLBOARD_SMS_ENCODING_GSM7,
  CALLBOARD_SMS_ENCODING_UCS2,
} CallboardSmsEncoding;

/**
 * CallboardSmsCount:
 * @encoding: how it will be sent
 * @parts: messages it is charged as; 0 for an empty text
 * @units: units of @encoding in the text
 * @left: units that still fit into the last part
 * @offender: the first character that is not in the GSM alphabet and so makes parts less than half as long, or 0
 */
typedef struct
{
  CallboardSmsEncoding encoding;
  guint                parts;
  gsize                units;
  guint                left;
  gunichar             offender;
} CallboardSmsCount;

/**
 * callboard_sms_count:
 * @text: (nullable): a text; bytes that are not UTF-8 count as a replacement character
 *
 * Counts the parts of an SMS: 160 septets, or 153 in each of several; with any character outside the GSM alphabet 70
 * and 67 units. Neither an escaped character (^ { } [ ] ~ \ | € and form feed, two septets) nor an emoji is split over two
 * parts. The numbers are those of providers.md, section 2.8.
 *
 * Returns: the count
 */
CallboardSmsCount  callboard_sms_count    (const char *text);

/**
 * callboard_sms_simplify:
 * @text: a text
 *
 * Replaces what word processors put in by signs of the GSM alphabet: curly quotes, dashes, the ellipsis, special spaces,
 * bullets. Letters stay as they are, since names would be misspelt; whether the text then fits is for
 * callboard_sms_count() to say.
 *
 * Returns: (transfer full) (nullable): the text to suggest; %NULL if there is nothing to replace
 */
char              *callboard_sms_simplify (const char *text);

G_END_DECLS
