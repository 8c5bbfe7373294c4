/* callboard-sms.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-sms.h"

#include <string.h>

static const struct
{
  guint single;
  guint several;
} capacities[] = {
  [CALLBOARD_SMS_ENCODING_GSM7] = { 160, 153 },
  [CALLBOARD_SMS_ENCODING_UCS2] = { 70, 67 },
};

/* Beyond ASCII, in the order of 3GPP 23.038. */
static const gunichar gsm_letters[] = {
  0x00a3, 0x00a5, 0x00e8, 0x00e9, 0x00f9, 0x00ec, 0x00f2, 0x00c7, 0x00d8, 0x00f8, 0x00c5, 0x00e5,
  0x0394, 0x03a6, 0x0393, 0x039b, 0x03a9, 0x03a0, 0x03a8, 0x03a3, 0x0398, 0x039e,
  0x00c6, 0x00e6, 0x00df, 0x00c9, 0x00a4, 0x00a1, 0x00c4, 0x00d6, 0x00d1, 0x00dc, 0x00a7, 0x00bf,
  0x00e4, 0x00f6, 0x00f1, 0x00fc, 0x00e0,
};

static const struct
{
  const char *signs;
  const char *plain;
} replacements[] = {
  { "‘’‚‛′´`‹›ʼ", "'" },
  { "“”„‟″«»", "\"" },
  { "‐‑‒–—―−•◦▪·", "-" },
  { "…", "..." },
  { "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " " },
  { "\u00ad\u200b\u200c\u200d\u200e\u200f\u2028\u2060\ufe0f\ufeff", "" },
  { "×", "x" },
  { "⁄", "/" },
};

/* 0 if the GSM alphabet lacks it. */
static guint
get_septets (gunichar c)
{
  if (c < 0x80)
    {
      if (c == '\f' || (c != 0 && strchr ("^{}[]~\\|", (int) c) != NULL))
        return 2;

      return c == '\n' || c == '\r' || (c >= ' ' && c != '`' && c != 0x7f) ? 1 : 0;
    }
  if (c == 0x20ac)
    return 2;
  for (guint i = 0; i < G_N_ELEMENTS (gsm_letters); i++)
    if (gsm_letters[i] == c)
      return 1;

  return 0;
}

static guint
get_units (gunichar             c,
           CallboardSmsEncoding encoding)
{
  if (encoding == CALLBOARD_SMS_ENCODING_GSM7)
    return get_septets (c);

  return c > 0xffff ? 2 : 1;
}

static gunichar
find_offender (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (get_septets (g_utf8_get_char (at)) == 0)
      return g_utf8_get_char (at);

  return 0;
}

static gsize
count_units (const char           *text,
             CallboardSmsEncoding  encoding)
{
  gsize units = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    units += get_units (g_utf8_get_char (at), encoding);

  return units;
}

static void
count_parts (CallboardSmsCount *count,
             const char        *text)
{
  guint capacity = capacities[count->encoding].several;
  guint used = capacity;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      guint units = get_units (g_utf8_get_char (at), count->encoding);

      if (used + units > capacity)
        {
          count->parts++;
          used = 0;
        }
      used += units;
    }
  count->left = capacity - used;
}

static const char *
find_replacement (gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    if (g_utf8_strchr (replacements[i].signs, -1, c) != NULL)
      return replacements[i].plain;

  return NULL;
}

CallboardSmsCount
callboard_sms_count (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text != NULL ? text : "", -1);
  CallboardSmsCount count = { .offender = find_offender (valid) };

  count.encoding = count.offender != 0 ? CALLBOARD_SMS_ENCODING_UCS2 : CALLBOARD_SMS_ENCODING_GSM7;
  count.units = count_units (valid, count.encoding);
  if (count.units <= capacities[count.encoding].single)
    {
      count.parts = count.units > 0 ? 1 : 0;
      count.left = capacities[count.encoding].single - count.units;
    }
  else
    {
      count_parts (&count, valid);
    }

  return count;
}

char *
callboard_sms_simplify (const char *text)
{
  g_autofree char *valid = NULL;
  g_autoptr(GString) simple = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  valid = g_utf8_make_valid (text, -1);
  simple = g_string_sized_new (strlen (valid) + 1);
  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      const char *plain = find_replacement (g_utf8_get_char (at));

      if (plain != NULL)
        g_string_append (simple, plain);
      else
        g_string_append_len (simple, at, g_utf8_next_char (at) - at);
    }

  return strcmp (simple->str, valid) != 0 ? g_string_free (g_steal_pointer (&simple), FALSE) : NULL;
}
