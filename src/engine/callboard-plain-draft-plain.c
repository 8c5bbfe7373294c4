/* callboard-plain-draft-plain.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-plain-draft-private.h"

#include "callboard-json.h"

static const char * const choice_members[] = { "id", "label", NULL };

static const struct {
  const char *type;
  const char *members[12];
} part_types[] = {
  { "text", { "id", "type", "text" } },
  { "short_answer", { "id", "type", "text", "help", "required", "retry", "flag_when", "min_length", "max_length" } },
  { "single_choice", { "id", "type", "text", "help", "required", "retry", "flag_when", "choices" } },
  { "yes_no", { "id", "type", "text", "help", "required", "retry", "flag_when" } },
};

static gboolean
has_only (JsonObject         *object,
          const char * const *known)
{
  g_autoptr(GList) members = NULL;

  if (object == NULL)
    return FALSE;

  members = json_object_get_members (object);
  for (GList *l = members; l != NULL; l = l->next)
    {
      if (!g_strv_contains (known, l->data))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_plain_choices (JsonObject *part)
{
  JsonArray *choices = callboard_json_get_array (part, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    {
      if (!has_only (callboard_json_array_get_object (choices, i), choice_members))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_plain_part (JsonObject *part)
{
  const char *type = callboard_json_get_string (part, "type");

  for (guint i = 0; i < G_N_ELEMENTS (part_types); i++)
    {
      if (g_strcmp0 (type, part_types[i].type) == 0)
        return has_only (part, part_types[i].members) && has_plain_choices (part);
    }

  return FALSE;
}

gboolean
callboard_plain_draft_is_plain (JsonObject *module)
{
  const char *type = callboard_json_get_string (module, "type");
  gboolean content = g_strcmp0 (type, "content") == 0;
  JsonArray *parts = callboard_json_get_array (module, content ? "blocks" : "questions");

  if (!content && g_strcmp0 (type, "questions") != 0)
    return FALSE;

  for (guint i = 0; parts != NULL && i < json_array_get_length (parts); i++)
    {
      if (!is_plain_part (callboard_json_array_get_object (parts, i)))
        return FALSE;
    }

  return TRUE;
}
