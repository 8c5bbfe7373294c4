/* callboard-reading-email.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

gboolean
callboard_read_email (const char  *text,
                      char       **email)
{
  g_return_val_if_fail (email != NULL, FALSE);

  if (text == NULL || !g_regex_match_simple ("^[a-z0-9.+_-]+@[a-z0-9-]+([.][a-z0-9-]+)+$", text, G_REGEX_CASELESS, 0))
    return FALSE;

  *email = g_strdup (text);

  return TRUE;
}
