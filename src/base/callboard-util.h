/* callboard-util.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Back-fills of GLib newer than the floor, under our own names. */

/**
 * callboard_set_str:
 * @str_pointer: (inout): the string to replace
 * @new_str: (nullable): the string to copy into it
 *
 * Replaces a string property's value, as g_set_str() of GLib 2.76 does.
 *
 * Returns: whether the value changed, so that the caller notifies only then
 */
static inline gboolean
callboard_set_str (char       **str_pointer,
                   const char  *new_str)
{
  char *copy;

  if (g_strcmp0 (*str_pointer, new_str) == 0)
    return FALSE;

  copy = g_strdup (new_str);
  g_free (*str_pointer);
  *str_pointer = copy;

  return TRUE;
}

G_END_DECLS
