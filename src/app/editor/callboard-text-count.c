/* callboard-text-count.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-text-count.h"

#include <glib/gi18n.h>

#include "callboard-merge-field.h"
#include "callboard-sms.h"

/* From here on fewer people read to the end (product.md, section 5). */
#define LONG 300

char *
callboard_text_count_describe (const char *text,
                               gboolean   *foreign)
{
  g_autofree char *sample = callboard_merge_field_sample (text);
  CallboardSmsCount count = callboard_sms_count (sample);
  glong length = g_utf8_strlen (sample, -1);
  g_autofree char *parts = NULL;
  char letter[7] = { 0 };

  *foreign = count.offender != 0;
  if (*text == '\0')
    return g_strdup ("");

  parts = g_strdup_printf (ngettext ("%u SMS part", "%u SMS parts", count.parts), count.parts);
  if (count.offender != 0)
    {
      letter[g_unichar_to_utf8 (count.offender, letter)] = '\0';
      return g_strdup_printf (_("%ld characters, %s: “%s” makes the message longer"), length, parts, letter);
    }

  return length > LONG ? g_strdup_printf (_("%ld characters, %s: short messages are read more often"), length, parts)
                       : g_strdup_printf (ngettext ("%ld character, %s", "%ld characters, %s", length), length, parts);
}
