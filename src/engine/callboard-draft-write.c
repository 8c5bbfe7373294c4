/* callboard-draft-write.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document-private.h"

#include <string.h>

#include "callboard-draft-kind.h"

static JsonNode *
write_strings (const char * const *texts)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; texts[i] != NULL; i++)
    json_array_add_string_element (array, texts[i]);

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
write_numbers (GVariant *value)
{
  g_autoptr(JsonArray) array = json_array_new ();
  gboolean whole = g_variant_is_of_type (value, G_VARIANT_TYPE ("ax"));

  for (gsize i = 0; i < g_variant_n_children (value); i++)
    {
      g_autoptr(GVariant) child = g_variant_get_child_value (value, i);

      if (whole)
        json_array_add_int_element (array, g_variant_get_int64 (child));
      else
        json_array_add_double_element (array, g_variant_get_double (child));
    }

  return json_node_init_array (json_node_alloc (), array);
}

/* An object without members stands as a dictionary. */
static JsonNode *
write_empty (void)
{
  g_autoptr(JsonObject) empty = json_object_new ();

  return json_node_init_object (json_node_alloc (), empty);
}

static JsonNode *
write_value (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return json_node_init_string (json_node_alloc (), g_variant_get_string (value, NULL));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return json_node_init_boolean (json_node_alloc (), g_variant_get_boolean (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return json_node_init_int (json_node_alloc (), g_variant_get_int64 (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return json_node_init_double (json_node_alloc (), g_variant_get_double (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    {
      g_autofree const char **texts = g_variant_get_strv (value, NULL);

      return write_strings (texts);
    }
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    return write_empty ();

  return write_numbers (value);
}

/* "settings.nudges.after_hours" goes into objects within @object. */
static void
write_member (JsonObject *object,
              const char *name,
              JsonNode   *value)
{
  const char *dot = strchr (name, '.');
  g_autofree char *head = NULL;
  JsonObject *inner;

  if (dot == NULL)
    {
      json_object_set_member (object, name, value);
      return;
    }

  head = g_strndup (name, dot - name);
  if (!json_object_has_member (object, head) || !JSON_NODE_HOLDS_OBJECT (json_object_get_member (object, head)))
    json_object_set_object_member (object, head, json_object_new ());

  inner = json_object_get_object_member (object, head);
  write_member (inner, dot + 1, value);
}

static JsonNode *
write_list (GListModel *list)
{
  g_autoptr(JsonArray) array = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(CallboardDraftNode) node = g_list_model_get_item (list, i);

      json_array_add_element (array, callboard_draft_write_node (node));
    }

  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
write_either (CallboardDraftNode *node,
              const char         *member)
{
  GVariant *value = callboard_draft_node_get (node, member);
  GListModel *list = NULL;

  if (callboard_draft_kind_is_list (callboard_draft_node_get_kind (node), member))
    list = callboard_draft_node_get_list (node, member);
  if (list != NULL && (g_list_model_get_n_items (list) > 0 || callboard_draft_list_is_required (member)))
    return write_list (list);

  return value != NULL ? write_value (value) : NULL;
}

JsonNode *
callboard_draft_write_node (CallboardDraftNode *node)
{
  const char * const *members = callboard_draft_kind_list_members (callboard_draft_node_get_kind (node));
  g_autoptr(JsonObject) object = json_object_new ();

  for (guint i = 0; members[i] != NULL; i++)
    {
      JsonNode *value = write_either (node, members[i]);

      if (value != NULL)
        write_member (object, members[i], value);
    }

  return json_node_init_object (json_node_alloc (), object);
}
