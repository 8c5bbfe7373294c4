/* callboard-url.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-url.h"

#include <string.h>

gboolean
callboard_url_is_safe (GUri *uri)
{
  const char *scheme, *host;

  if (uri == NULL)
    return FALSE;

  scheme = g_uri_get_scheme (uri);
  host = g_uri_get_host (uri);
  if (host == NULL || *host == '\0')
    return FALSE;

  if (g_str_equal (scheme, "https"))
    return TRUE;

  return g_str_equal (scheme, "http") &&
         (g_str_equal (host, "127.0.0.1") || g_str_equal (host, "::1") || g_str_equal (host, "localhost"));
}

gboolean
callboard_url_is_same_origin (GUri *a,
                              GUri *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return g_strcmp0 (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         g_strcmp0 (g_uri_get_host (a), g_uri_get_host (b)) == 0 &&
         g_uri_get_port (a) == g_uri_get_port (b);
}

char *
callboard_url_trim (const char *base)
{
  char *trimmed;

  g_return_val_if_fail (base != NULL, NULL);

  trimmed = g_strdup (base);
  while (g_str_has_suffix (trimmed, "/"))
    trimmed[strlen (trimmed) - 1] = '\0';

  return trimmed;
}
