/* callboard-reading-number.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-words.h"

gboolean
callboard_read_number (const char *text,
                       const char *language,
                       double     *value)
{
  g_autofree char *folded = NULL;
  g_autofree char *bare = NULL;
  guint64 number;

  g_return_val_if_fail (value != NULL, FALSE);

  folded = callboard_fold (text);
  bare = callboard_words_strip_courtesy (folded);
  if (!g_ascii_string_to_unsigned (bare, 10, 0, 1000000000, &number, NULL))
    return FALSE;

  *value = number;

  return TRUE;
}
