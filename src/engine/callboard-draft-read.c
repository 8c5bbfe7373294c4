/* callboard-draft-read.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "callboard-draft-kind.h"
#include "callboard-error.h"
#include "callboard-json.h"

/* Whole numbers are kept as such, however they were written; beyond this doubles are not exact. */
#define MAX_WHOLE 9007199254740992.0

static gboolean
fail (const char  *path,
      const char  *what,
      GError     **error)
{
  g_set_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("%s: %s"), path, what);

  return FALSE;
}

gboolean
callboard_draft_check_format (JsonObject  *object,
                              const char  *what,
                              GError     **error)
{
  gint64 format = 0;

  if (!callboard_json_get_int (object, "callboard", &format) || format < 1)
    {
      g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, what);
      return FALSE;
    }

  if (format <= CALLBOARD_DRAFT_FORMAT)
    return TRUE;

  g_set_error_literal (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NEWER,
                       _("The campaign was made by a newer version of Callboard. Update Callboard to use it."));

  return FALSE;
}

static GVariant *
read_scalar (JsonNode *json)
{
  GType type = JSON_NODE_HOLDS_VALUE (json) ? json_node_get_value_type (json) : G_TYPE_INVALID;
  double number;

  if (type == G_TYPE_STRING)
    return g_variant_new_string (json_node_get_string (json));
  if (type == G_TYPE_BOOLEAN)
    return g_variant_new_boolean (json_node_get_boolean (json));
  if (type == G_TYPE_INT64)
    return g_variant_new_int64 (json_node_get_int (json));
  if (type != G_TYPE_DOUBLE)
    return NULL;

  number = json_node_get_double (json);
  if (!isfinite (number))
    return NULL;

  return fabs (number) < MAX_WHOLE && number == trunc (number) ? g_variant_new_int64 (number)
                                                               : g_variant_new_double (number);
}

static gboolean
is_all (GPtrArray          *elements,
        const GVariantType *type)
{
  for (guint i = 0; i < elements->len; i++)
    {
      if (!g_variant_is_of_type (g_ptr_array_index (elements, i), type))
        return FALSE;
    }

  return TRUE;
}

static GVariant *
make_doubles (GPtrArray *elements)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("ad"));
  for (guint i = 0; i < elements->len; i++)
    {
      GVariant *element = g_ptr_array_index (elements, i);
      gboolean whole = g_variant_is_of_type (element, G_VARIANT_TYPE_INT64);

      g_variant_builder_add (&builder, "d", whole ? (double) g_variant_get_int64 (element) : g_variant_get_double (element));
    }

  return g_variant_builder_end (&builder);
}

static gboolean
is_number (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_INT64) || g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE);
}

/* Texts, or numbers; NULL for anything else. */
static GVariant *
read_array (JsonArray *array)
{
  g_autoptr(GPtrArray) elements = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  gboolean numbers = TRUE;

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      GVariant *element = read_scalar (json_array_get_element (array, i));

      if (element == NULL)
        return NULL;

      g_ptr_array_add (elements, g_variant_ref_sink (element));
      numbers &= is_number (element);
    }

  if (is_all (elements, G_VARIANT_TYPE_STRING))
    return g_variant_new_array (G_VARIANT_TYPE_STRING, (GVariant **) elements->pdata, elements->len);
  if (is_all (elements, G_VARIANT_TYPE_INT64))
    return g_variant_new_array (G_VARIANT_TYPE_INT64, (GVariant **) elements->pdata, elements->len);

  return numbers ? make_doubles (elements) : NULL;
}

static gboolean
read_list (CallboardDraftNode  *node,
           const char          *name,
           JsonNode            *json,
           const char          *path,
           GHashTable          *ids,
           GError             **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (json))
    return fail (path, _("a list is expected here"), error);

  array = json_node_get_array (json);
  /* Whether it is there may matter, as with the points of a number. */
  if (json_array_get_length (array) == 0 && !callboard_draft_list_is_required (name))
    callboard_draft_node_set (node, name, g_variant_new_strv (NULL, 0));

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      g_autoptr(CallboardDraftNode) child = NULL;

      child = callboard_draft_read_element (name, json_array_get_element (array, i), place, ids, error);
      if (child == NULL)
        return FALSE;

      callboard_draft_node_insert (node, name, i, child);
    }

  return TRUE;
}

static gboolean read_members (CallboardDraftNode  *node,
                              JsonObject          *object,
                              const char          *prefix,
                              const char          *path,
                              GHashTable          *ids,
                              GError             **error);

static gboolean
read_inner (CallboardDraftNode  *node,
            const char          *name,
            JsonObject          *object,
            const char          *path,
            GHashTable          *ids,
            GError             **error)
{
  g_autofree char *prefix = g_strconcat (name, ".", NULL);

  if (json_object_get_size (object) == 0)
    callboard_draft_node_set (node, name, g_variant_new_array (G_VARIANT_TYPE ("{sv}"), NULL, 0));

  return read_members (node, object, prefix, path, ids, error);
}

static gboolean
read_member (CallboardDraftNode  *node,
             const char          *name,
             JsonNode            *json,
             const char          *path,
             GHashTable          *ids,
             GError             **error)
{
  const char *kind = callboard_draft_node_get_kind (node);
  GVariant *value;

  if (!callboard_draft_kind_has_member (kind, name))
    return fail (path, _("this version of Callboard does not know the field"), error);

  if (callboard_draft_kind_is_list (kind, name))
    return read_list (node, name, json, path, ids, error);

  if (JSON_NODE_HOLDS_OBJECT (json))
    return read_inner (node, name, json_node_get_object (json), path, ids, error);

  if (JSON_NODE_HOLDS_NULL (json))
    return TRUE;

  value = JSON_NODE_HOLDS_ARRAY (json) ? read_array (json_node_get_array (json)) : read_scalar (json);
  if (value == NULL)
    return fail (path, _("a text, a number or a list of them is expected here"), error);

  callboard_draft_node_set (node, name, value);

  return TRUE;
}

static gboolean
read_members (CallboardDraftNode  *node,
              JsonObject          *object,
              const char          *prefix,
              const char          *path,
              GHashTable          *ids,
              GError             **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      g_autofree char *member = g_strconcat (prefix, name, NULL);
      g_autofree char *place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "." : "", name);

      /* A dot stands for an object, never in a name. */
      if (!read_member (node, strchr (name, '.') == NULL ? member : "", value, place, ids, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
check_id (CallboardDraftNode  *node,
          const char          *path,
          GHashTable          *ids,
          GError             **error)
{
  const char *id = callboard_draft_node_get_id (node);

  /* Those of choices are their question's. */
  if (id == NULL || g_str_equal (callboard_draft_node_get_kind (node), "choice"))
    return TRUE;

  return g_hash_table_add (ids, g_strdup (id)) || fail (path, _("the id is used twice"), error);
}

gboolean
callboard_draft_read_node (CallboardDraftNode  *node,
                           JsonObject          *object,
                           const char          *path,
                           GHashTable          *ids,
                           GError             **error)
{
  return read_members (node, object, "", path, ids, error) && check_id (node, path, ids, error);
}

CallboardDraftNode *
callboard_draft_read_element (const char  *list,
                              JsonNode    *element,
                              const char  *path,
                              GHashTable  *ids,
                              GError     **error)
{
  const char *kind = callboard_draft_list_get_kind (list);
  g_autoptr(CallboardDraftNode) node = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (element))
    {
      fail (path, _("an object is expected here"), error);
      return NULL;
    }

  object = json_node_get_object (element);
  if (kind == NULL)
    kind = callboard_json_get_string (object, "type");
  if (g_strcmp0 (callboard_draft_kind_get_list (kind), list) != 0)
    {
      fail (path, _("this version of Callboard does not know the type"), error);
      return NULL;
    }

  node = callboard_draft_node_new (kind);

  return callboard_draft_read_node (node, object, path, ids, error) ? g_steal_pointer (&node) : NULL;
}
