/* callboard-locale.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <string.h>

#include <glib.h>

G_BEGIN_DECLS

/**
 * callboard_locale_get:
 *
 * The user's language for ICU, which knows no names in the locale "C"; its users read English.
 *
 * Returns: (transfer none): the locale, such as "de_DE.UTF-8"
 */
static inline const char *
callboard_locale_get (void)
{
  const char *name = g_get_language_names ()[0];

  return strcmp (name, "C") == 0 || g_str_has_prefix (name, "C.") || strcmp (name, "POSIX") == 0 ? "en" : name;
}

G_END_DECLS
