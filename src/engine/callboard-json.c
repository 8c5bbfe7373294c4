/* callboard-json.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-json.h"

#include <glib/gi18n.h>

#include <math.h>
#include <string.h>

/* The parser must find strings exactly where the check found them, or brackets could hide from the check in what
 * only one of the two takes for a string. So whatever json-glib accepts beyond JSON is refused here. */
static const gboolean outside_strings[256] = {
  ['{'] = TRUE, ['}'] = TRUE, ['['] = TRUE, [']'] = TRUE, [':'] = TRUE, [','] = TRUE,
  ['0' ... '9'] = TRUE, ['+'] = TRUE, ['-'] = TRUE, ['.'] = TRUE, ['e'] = TRUE, ['E'] = TRUE,
  ['t'] = TRUE, ['r'] = TRUE, ['u'] = TRUE, ['f'] = TRUE, ['a'] = TRUE, ['l'] = TRUE, ['s'] = TRUE, ['n'] = TRUE,
  [' '] = TRUE, ['\t'] = TRUE, ['\r'] = TRUE, ['\n'] = TRUE,
};

G_DEFINE_QUARK (callboard-json-error-quark, callboard_json_error)

static gboolean
fail_syntax (GError **error)
{
  g_set_error_literal (error, CALLBOARD_JSON_ERROR, CALLBOARD_JSON_ERROR_SYNTAX,
                       _("The text is not valid JSON."));

  return FALSE;
}

/* Returns: the position after the string's closing quote, or NULL. */
static const char *
skip_string (const char *p,
             const char *end)
{
  for (p++; p < end; p++)
    {
      if ((guchar) *p < 0x20)
        return NULL;

      if (*p == '"')
        return p + 1;

      if (*p == '\\' && (++p == end || strchr ("\"\\/bfnrtu", *p) == NULL))
        return NULL;
    }

  return NULL;
}

static gboolean
check_nesting (const char  *data,
               gsize        length,
               GError     **error)
{
  const char *end = data + length;
  const char *p = data;
  gboolean begun = FALSE;
  guint depth = 0;

  while (p != NULL && p < end)
    {
      if (*p == '"')
        {
          p = skip_string (p, end);
          begun = TRUE;
          continue;
        }

      if (!outside_strings[(guchar) *p])
        return fail_syntax (error);

      /* The parser overlooks, and leaks, an object or array that comes after the first value. */
      if (begun && depth == 0 && (*p == '{' || *p == '['))
        return fail_syntax (error);

      begun |= !g_ascii_isspace (*p);

      if (*p == '{' || *p == '[')
        depth++;
      else if ((*p == '}' || *p == ']') && depth-- == 0)
        return fail_syntax (error);

      if (depth > CALLBOARD_JSON_MAX_DEPTH)
        {
          g_set_error_literal (error, CALLBOARD_JSON_ERROR, CALLBOARD_JSON_ERROR_TOO_DEEP,
                               _("The text is nested too deeply to be read safely."));
          return FALSE;
        }

      p++;
    }

  return (p != NULL && depth == 0) || fail_syntax (error);
}

static gboolean
check_text (const char  *data,
            gsize        length,
            gsize        max_length,
            GError     **error)
{
  g_autofree char *limit = NULL;

  if (length <= max_length)
    return (g_utf8_validate_len (data, length, NULL) || fail_syntax (error)) &&
           check_nesting (data, length, error);

  limit = g_format_size_full (max_length, G_FORMAT_SIZE_IEC_UNITS);
  g_set_error (error, CALLBOARD_JSON_ERROR, CALLBOARD_JSON_ERROR_TOO_BIG,
               /* Translators: %s is a size such as “1.0 MiB” */
               _("The text is longer than the %s that can be read."), limit);

  return FALSE;
}

static gboolean is_finite (JsonNode *node);

static gboolean
is_finite_list (JsonNode *node)
{
  g_autoptr(GList) values = JSON_NODE_HOLDS_OBJECT (node) ? json_object_get_values (json_node_get_object (node))
                                                          : json_array_get_elements (json_node_get_array (node));

  for (GList *l = values; l != NULL; l = l->next)
    if (!is_finite (l->data))
      return FALSE;

  return TRUE;
}

/* JSON has no words for what is beyond a double, so it could be read but never written. */
static gboolean
is_finite (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node) || JSON_NODE_HOLDS_ARRAY (node))
    return is_finite_list (node);

  return json_node_get_value_type (node) != G_TYPE_DOUBLE || isfinite (json_node_get_double (node));
}

JsonNode *
callboard_json_parse (const char  *data,
                      gssize       length,
                      gsize        max_length,
                      GError     **error)
{
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(GError) parse_error = NULL;
  g_autoptr(JsonNode) root = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);

  if (length < 0)
    length = strlen (data);
  else if (length == 0)
    data = "";

  if (!check_text (data, length, max_length, error))
    return NULL;

  parser = json_parser_new ();

  if (!json_parser_load_from_data (parser, data, length, &parse_error))
    {
      g_set_error (error, CALLBOARD_JSON_ERROR, CALLBOARD_JSON_ERROR_SYNTAX,
                   /* Translators: %s is a technical reason with a line and a column */
                   _("The text is not valid JSON: %s"), parse_error->message);
      return NULL;
    }

  root = json_parser_steal_root (parser);

  if (root != NULL && is_finite (root))
    return g_steal_pointer (&root);

  fail_syntax (error);

  return NULL;
}

JsonObject *
callboard_json_parse_object (const char  *data,
                             gssize       length,
                             gsize        max_length,
                             GError     **error)
{
  g_autoptr(JsonNode) root = callboard_json_parse (data, length, max_length, error);

  if (root == NULL)
    return NULL;

  if (JSON_NODE_HOLDS_OBJECT (root))
    return json_node_dup_object (root);

  fail_syntax (error);

  return NULL;
}

/* It can only stand in strings. */
#define FORGOTTEN '\x1f'

static const char *
skip_exponent (const char *p)
{
  for (p += strlen ("e+"); g_ascii_isdigit (*p); p++)
    ;

  return p;
}

/* json-glib ends whole numbers with “.0”, even those with an exponent: 1e+20.0. */
static void
mend_exponents (char *text)
{
  const char *end = text + strlen (text);
  const char *p = text;
  char *to = text;

  while (p < end)
    {
      const char *start = p;
      gboolean exponent = *p == 'e' && (p[1] == '+' || p[1] == '-');

      p = *p == '"' ? skip_string (p, end) : exponent ? skip_exponent (p) : p + 1;
      memmove (to, start, p - start);
      to += p - start;

      if (exponent && g_str_has_prefix (p, ".0"))
        p += strlen (".0");
    }

  *to = '\0';
}

static char *
escape_forgotten (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, (const char[]) { FORGOTTEN, '\0' }, -1);

  return g_strjoinv ("\\u001f", parts);
}

char *
callboard_json_write (JsonNode *node,
                      gboolean  pretty)
{
  g_autofree char *generated = NULL;
  char *text;

  g_return_val_if_fail (node != NULL, NULL);

  generated = json_to_string (node, pretty);
  text = escape_forgotten (generated);
  if (strstr (text, "e+") != NULL || strstr (text, "e-") != NULL)
    mend_exponents (text);

  return text;
}

char *
callboard_json_to_text (JsonObject *object)
{
  g_autoptr(JsonNode) node = json_node_new (JSON_NODE_OBJECT);

  g_return_val_if_fail (object != NULL, NULL);

  json_node_set_object (node, object);

  return callboard_json_write (node, FALSE);
}

static JsonNode *
get_member (JsonObject   *object,
            const char   *name,
            JsonNodeType  type)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_TYPE (node) == type ? node : NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return node != NULL && json_node_get_value_type (node) == type;
}

const char *
callboard_json_get_string (JsonObject *object,
                           const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  return holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}

gboolean
callboard_json_get_int (JsonObject *object,
                        const char *name,
                        gint64     *value)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  if (!holds (node, G_TYPE_INT64))
    return FALSE;

  *value = json_node_get_int (node);

  return TRUE;
}

gboolean
callboard_json_get_boolean (JsonObject *object,
                            const char *name,
                            gboolean   *value)
{
  JsonNode *node = get_member (object, name, JSON_NODE_VALUE);

  if (!holds (node, G_TYPE_BOOLEAN))
    return FALSE;

  *value = json_node_get_boolean (node);

  return TRUE;
}

JsonObject *
callboard_json_get_object (JsonObject *object,
                           const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_OBJECT);

  return node ? json_node_get_object (node) : NULL;
}

JsonArray *
callboard_json_get_array (JsonObject *object,
                          const char *name)
{
  JsonNode *node = get_member (object, name, JSON_NODE_ARRAY);

  return node ? json_node_get_array (node) : NULL;
}

JsonObject *
callboard_json_array_get_object (JsonArray *array,
                                 guint      index)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

const char *
callboard_json_array_get_string (JsonArray *array,
                                 guint      index)
{
  JsonNode *node;

  g_return_val_if_fail (array != NULL, NULL);
  g_return_val_if_fail (index < json_array_get_length (array), NULL);

  node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_VALUE (node) && holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;
}
