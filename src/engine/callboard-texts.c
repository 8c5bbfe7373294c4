/* callboard-texts.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-texts.h"

#include "callboard-engine-resources.h"

#define TEXTS_PATH "/org/callboard/Callboard/engine/texts/"

char *
callboard_texts_get_campaign (CallboardStageType  type,
                              const char         *language)
{
  const char *nick = callboard_enum_to_nick (CALLBOARD_TYPE_STAGE_TYPE, type);
  const char *known = g_strcmp0 (language, "de") == 0 ? "de" : "en";
  g_autofree char *path = g_strdup_printf (TEXTS_PATH "%s-%s.json", nick, known);
  g_autoptr(GBytes) bytes = g_resource_lookup_data (callboard_engine_get_resource (), path, 0, NULL);
  gconstpointer text;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &size);

  return g_strndup (text, size);
}
