/* callboard-render-form.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-render-private.h"

#include "callboard-json.h"
#include "callboard-sms.h"

#define MAX_CHOICES_BYTES (256 * 1024)

GPtrArray *
callboard_render_read_titles (const char *choices)
{
  g_autoptr(JsonNode) node = NULL;
  JsonArray *array = NULL;
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  if (choices != NULL)
    node = callboard_json_parse (choices, -1, MAX_CHOICES_BYTES, NULL);
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    array = json_node_get_array (node);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *title = callboard_json_get_string (callboard_json_array_get_object (array, i), "title");

      g_ptr_array_add (titles, g_strdup (title != NULL ? title : ""));
    }

  return titles;
}

static gboolean
fits_button (const char *title)
{
  return *title != '\0' && g_utf8_strlen (title, -1) <= CALLBOARD_MAX_BUTTON_TITLE;
}

static gboolean
fits_row (const char *title)
{
  g_autofree char *description = NULL;
  g_autofree char *head = callboard_render_split_title (title, &description);

  return *head != '\0' &&
         (description == NULL || g_utf8_strlen (description, -1) <= CALLBOARD_MAX_ROW_DESCRIPTION);
}

/* WhatsApp refuses a message with two buttons of one title, and nobody can tell two such rows apart. */
static gboolean
all_fit (GPtrArray  *titles,
         guint       max,
         gboolean  (*fits) (const char *title))
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (titles->len == 0 || titles->len > max)
    return FALSE;

  for (guint i = 0; i < titles->len; i++)
    {
      char *title = g_ptr_array_index (titles, i);

      if (!fits (title) || !g_hash_table_add (seen, title))
        return FALSE;
    }

  return TRUE;
}

CallboardForm
callboard_render_form (const char         *choices,
                       CallboardRendering  rendering)
{
  g_autoptr(GPtrArray) titles = NULL;

  if (choices == NULL || rendering == CALLBOARD_RENDERING_SMS)
    return CALLBOARD_FORM_TEXT;

  titles = callboard_render_read_titles (choices);
  if (all_fit (titles, CALLBOARD_MAX_BUTTONS, fits_button))
    return CALLBOARD_FORM_BUTTONS;

  return all_fit (titles, CALLBOARD_MAX_ROWS, fits_row) ? CALLBOARD_FORM_LIST : CALLBOARD_FORM_TEXT;
}

/* The last place where a row's title may end: after a word, or within the first one if that is too long by itself. */
static const char *
find_break (const char *title)
{
  const char *limit = g_utf8_offset_to_pointer (title, CALLBOARD_MAX_ROW_TITLE);

  for (const char *p = limit; p > title; p = g_utf8_prev_char (p))
    {
      if (g_unichar_isspace (g_utf8_get_char (p)))
        return p;
    }

  return limit;
}

char *
callboard_render_split_title (const char  *title,
                              char       **description)
{
  g_autofree char *stripped = NULL;
  const char *end;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (description != NULL, NULL);

  stripped = g_strstrip (g_strdup (title));
  *description = NULL;
  if (g_utf8_strlen (stripped, -1) <= CALLBOARD_MAX_ROW_TITLE)
    return g_steal_pointer (&stripped);

  end = find_break (stripped);
  *description = g_strstrip (g_strdup (end));

  return g_strstrip (g_strndup (stripped, end - stripped));
}

guint
callboard_render_count_parts (const char         *body,
                              CallboardRendering  rendering)
{
  g_return_val_if_fail (body != NULL, 0);

  return rendering == CALLBOARD_RENDERING_SMS ? callboard_sms_count (body).parts : 1;
}
