/* callboard-reading-choices.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-reading.h"

gboolean
callboard_read_choices (const char         *text,
                        const char * const *labels,
                        guint               n,
                        guint64            *chosen)
{
  g_auto(GStrv) parts = NULL;
  guint64 found = 0;

  g_return_val_if_fail (labels != NULL || n == 0, FALSE);
  g_return_val_if_fail (n <= CALLBOARD_READ_MAX_CHOICES, FALSE);
  g_return_val_if_fail (chosen != NULL, FALSE);

  parts = g_strsplit (text != NULL ? text : "", ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      guint index;

      if (!callboard_read_choice (parts[i], labels, n, &index))
        return FALSE;
      found |= G_GUINT64_CONSTANT (1) << index;
    }
  if (found == 0)
    return FALSE;

  *chosen = found;

  return TRUE;
}
