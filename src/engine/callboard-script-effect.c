/* callboard-script-effect.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-effect.h"

CallboardScriptFile *
callboard_script_file_copy (const CallboardScriptFile *file)
{
  CallboardScriptFile *copy;

  if (file == NULL)
    return NULL;

  copy = g_new0 (CallboardScriptFile, 1);
  copy->hash = g_strdup (file->hash);
  copy->name = g_strdup (file->name);
  copy->media_type = g_strdup (file->media_type);
  copy->size = file->size;

  return copy;
}

void
callboard_script_file_free (CallboardScriptFile *file)
{
  g_free (file->hash);
  g_free (file->name);
  g_free (file->media_type);
  g_free (file);
}

void
callboard_effect_free (CallboardEffect *effect)
{
  g_free (effect->key);
  g_free (effect->text);
  g_free (effect->question);
  g_free (effect->value);
  g_free (effect->choices);
  g_free (effect->session);
  g_clear_pointer (&effect->media, callboard_script_file_free);
  g_clear_pointer (&effect->files, g_array_unref);
  g_free (effect);
}

char *
callboard_script_step_of_key (const char *key)
{
  const char *slash, *dot;

  g_return_val_if_fail (key != NULL, NULL);

  slash = strrchr (key, '/');
  key = slash != NULL ? slash + 1 : key;
  dot = strrchr (key, '.');

  return dot != NULL && dot != key ? g_strndup (key, dot - key) : NULL;
}
