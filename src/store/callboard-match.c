/* callboard-match.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-match.h"

char *
callboard_match_build (const char *text)
{
  g_auto(GStrv) words = NULL;
  GString *match = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  words = g_strsplit_set (text, " \t\n", -1);
  match = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr(GString) word = g_string_new (words[i]);

      g_string_replace (word, "\"", "", 0);
      if (word->len > 0)
        g_string_append_printf (match, "\"%s\"* ", word->str);
    }

  return g_string_free (match, FALSE);
}
