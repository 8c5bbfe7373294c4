/* callboard-reading-rating.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

gboolean
callboard_read_rating (const char *text,
                       const char *language,
                       guint       max,
                       guint      *rating)
{
  double value;

  g_return_val_if_fail (rating != NULL, FALSE);

  if (!callboard_read_number (text, language, &value) || value < 1 || value > max)
    return FALSE;

  *rating = value;

  return TRUE;
}
