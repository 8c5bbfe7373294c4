/* callboard-render.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-render-private.h"

#include "callboard-merge.h"
#include "callboard-phrases.h"
#include "callboard-reading.h"

static void
append_hint (GString    *body,
             const char *language,
             const char *name)
{
  g_autofree char *phrase = callboard_phrase (language, name, NULL);

  g_string_append_printf (body, "\n%s", phrase);
}

static void
append_choices (GString    *body,
                const char *language,
                const char *choices)
{
  g_autoptr(GPtrArray) titles = callboard_render_read_titles (choices);
  gboolean letters = callboard_read_needs_letters ((const char * const *) titles->pdata, titles->len);

  for (guint i = 0; i < titles->len; i++)
    {
      if (letters)
        g_string_append_printf (body, "\n%c) %s", 'A' + i % 26, (const char *) g_ptr_array_index (titles, i));
      else
        g_string_append_printf (body, "\n%u  %s", i + 1, (const char *) g_ptr_array_index (titles, i));
    }

  append_hint (body, language, letters ? "letter" : "number");
}

char *
callboard_render_body (const CallboardEffect *effect,
                       CallboardValues       *values,
                       const char            *language,
                       CallboardRendering     rendering)
{
  g_autofree char *merged = NULL;
  GString *body;

  g_return_val_if_fail (effect != NULL, NULL);
  g_return_val_if_fail (values != NULL, NULL);

  merged = callboard_merge_render (effect->text != NULL ? effect->text : "", callboard_values_look_up, values);
  body = g_string_new (merged);

  if (callboard_render_form (effect->choices, rendering) != CALLBOARD_FORM_TEXT)
    return g_string_free (body, FALSE);

  if (effect->starts)
    append_hint (body, language, "begin");
  else if (effect->choices != NULL)
    append_choices (body, language, effect->choices);

  return g_string_free (body, FALSE);
}
