/* callboard-text-count.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-count.h"

#include <glib/gi18n.h>

#include "callboard-format.h"
#include "callboard-merge-field.h"
#include "callboard-sms.h"

/* From here on fewer people read to the end (product.md, section 5). */
#define LONG 300

/* "2 SMS parts" or, where the price is known, "2 SMS parts for 0.16 EUR". */
static char *
describe_parts (guint                    n_parts,
                const CallboardPriceRow *price)
{
  g_autofree char *parts = g_strdup_printf (ngettext ("%u SMS part", "%u SMS parts", n_parts), n_parts);
  g_autofree char *cost = price != NULL ? callboard_format_price (n_parts * price->price, price->currency) : NULL;

  /* Translators: "2 SMS parts", then what they cost */
  return cost != NULL ? g_strdup_printf (_("%s for %s"), parts, cost) : g_steal_pointer (&parts);
}

char *
callboard_text_count_describe (const char              *text,
                               const CallboardPriceRow *price,
                               gboolean                *foreign)
{
  g_autofree char *sample = callboard_merge_field_sample (text);
  CallboardSmsCount count = callboard_sms_count (sample);
  glong length = g_utf8_strlen (sample, -1);
  g_autofree char *parts = NULL;
  char letter[7] = { 0 };

  *foreign = count.offender != 0;
  if (*text == '\0')
    return g_strdup ("");

  parts = describe_parts (count.parts, price);
  if (count.offender != 0)
    {
      letter[g_unichar_to_utf8 (count.offender, letter)] = '\0';
      return g_strdup_printf (_("%ld characters, %s: “%s” makes the message longer"), length, parts, letter);
    }

  return length > LONG ? g_strdup_printf (_("%ld characters, %s: short messages are read more often"), length, parts)
                       : g_strdup_printf (ngettext ("%ld character, %s", "%ld characters, %s", length), length, parts);
}
