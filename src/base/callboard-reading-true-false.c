/* callboard-reading-true-false.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

#include "callboard-fold.h"

gboolean
callboard_read_true_false (const char *text,
                           const char *language,
                           gboolean   *value)
{
  g_autofree char *folded = callboard_fold (text);

  g_return_val_if_fail (value != NULL, FALSE);

  if (!g_str_equal (folded, "true") && !g_str_equal (folded, "false"))
    return FALSE;

  *value = g_str_equal (folded, "true");

  return TRUE;
}
