/* callboard-script-parse-fields.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "callboard-error.h"

/* More than anybody reads. */
#define MAX_FAULTS 100

gboolean
callboard_parse_fault (CallboardParser *parser,
                       const char      *nick,
                       const char      *path,
                       const char      *member,
                       const char      *what)
{
  g_autofree char *whole = g_strdup_printf ("%s%s%s", path, *path != '\0' && *member != '\0' ? "." : "", member);

  if (parser->faults == NULL)
    /* Translators: the place in the file, such as "modules[1].questions[0]", then what is wrong there */
    g_set_error (parser->error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID, _("%s: %s"), whole, what);
  else if (parser->faults->len < MAX_FAULTS)
    g_ptr_array_add (parser->faults, callboard_script_problem_from_fault (nick, whole, what));

  return FALSE;
}

gboolean
callboard_parse_fail (CallboardParser *parser,
                      const char      *path,
                      const char      *what)
{
  return callboard_parse_fault (parser, "invalid", path, "", what);
}

static const CallboardField *
find_field (const CallboardField *fields,
            const char           *name)
{
  for (; fields != NULL && fields->name != NULL; fields++)
    {
      if (g_str_equal (fields->name, name))
        return fields;
    }

  return NULL;
}

static gboolean
read_member (CallboardParser      *parser,
             const CallboardField *field,
             const char           *name,
             JsonNode             *node,
             const char           *path,
             gpointer              target)
{
  g_autofree char *place = g_strdup_printf ("%s%s%s", path, *path != '\0' ? "." : "", name);

  if (field == NULL)
    return callboard_parse_fail (parser, place, _("this version of Callboard does not know the field"));

  return field->read (parser, field, node, place, target);
}

gboolean
callboard_parse_members (CallboardParser      *parser,
                         JsonNode             *node,
                         const char           *path,
                         const CallboardField *fields,
                         const CallboardField *more,
                         gpointer              target)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return callboard_parse_fail (parser, path, _("an object is expected here"));

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      const CallboardField *field = find_field (fields, name);

      if (!read_member (parser, field != NULL ? field : find_field (more, name), name, value, path, target) &&
          parser->faults == NULL)
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_parse_array (CallboardParser      *parser,
                       JsonNode             *node,
                       const char           *path,
                       CallboardReadElement  read,
                       gpointer              target)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return callboard_parse_fail (parser, path, _("a list is expected here"));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);

      if (!read (parser, json_array_get_element (array, i), place, target) && parser->faults == NULL)
        return FALSE;
    }

  return TRUE;
}

const char *
callboard_parse_peek (JsonNode   *node,
                      const char *name)
{
  return JSON_NODE_HOLDS_OBJECT (node) ? callboard_json_get_string (json_node_get_object (node), name) : NULL;
}

gboolean
callboard_parse_ignore (CallboardParser      *parser,
                        const CallboardField *field,
                        JsonNode             *node,
                        const char           *path,
                        gpointer              target)
{
  return TRUE;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

gboolean
callboard_parse_string (CallboardParser      *parser,
                        const CallboardField *field,
                        JsonNode             *node,
                        const char           *path,
                        gpointer              target)
{
  char **text = G_STRUCT_MEMBER_P (target, field->offset);

  if (!holds (node, G_TYPE_STRING))
    return callboard_parse_fail (parser, path, _("a text is expected here"));

  g_free (*text);
  *text = g_strdup (json_node_get_string (node));

  return TRUE;
}

gboolean
callboard_parse_boolean (CallboardParser      *parser,
                         const CallboardField *field,
                         JsonNode             *node,
                         const char           *path,
                         gpointer              target)
{
  if (!holds (node, G_TYPE_BOOLEAN))
    return callboard_parse_fail (parser, path, _("true or false is expected here"));

  G_STRUCT_MEMBER (gboolean, target, field->offset) = json_node_get_boolean (node);

  return TRUE;
}

gboolean
callboard_parse_int64 (CallboardParser      *parser,
                       const CallboardField *field,
                       JsonNode             *node,
                       const char           *path,
                       gpointer              target)
{
  gint64 number = holds (node, G_TYPE_INT64) ? json_node_get_int (node) : 0;
  g_autofree char *what = NULL;

  if (holds (node, G_TYPE_INT64) && number >= (gint64) field->min && number <= (gint64) field->max)
    {
      G_STRUCT_MEMBER (gint64, target, field->offset) = number;
      return TRUE;
    }

  what = g_strdup_printf (_("a whole number from %.0f to %.0f is expected here"), field->min, field->max);

  return callboard_parse_fail (parser, path, what);
}

gboolean
callboard_parse_uint (CallboardParser      *parser,
                      const CallboardField *field,
                      JsonNode             *node,
                      const char           *path,
                      gpointer              target)
{
  CallboardField wide = { field->name, NULL, 0, field->min, field->max };
  gint64 number = 0;

  if (!callboard_parse_int64 (parser, &wide, node, path, &number))
    return FALSE;

  G_STRUCT_MEMBER (guint, target, field->offset) = number;

  return TRUE;
}

gboolean
callboard_parse_double (CallboardParser      *parser,
                        const CallboardField *field,
                        JsonNode             *node,
                        const char           *path,
                        gpointer              target)
{
  double number = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_double (node) : NAN;

  if ((!holds (node, G_TYPE_INT64) && !holds (node, G_TYPE_DOUBLE)) || !isfinite (number) || fabs (number) > 1e12)
    return callboard_parse_fail (parser, path, _("a number is expected here"));

  G_STRUCT_MEMBER (double, target, field->offset) = number;

  return TRUE;
}

gboolean
callboard_parse_date (CallboardParser      *parser,
                      const CallboardField *field,
                      JsonNode             *node,
                      const char           *path,
                      gpointer              target)
{
  const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : "";
  GDate *date = G_STRUCT_MEMBER_P (target, field->offset);
  guint year, month, day;
  int length = 0;

  if (sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &length) != 3 || length != 10 || text[10] != '\0' ||
      !g_date_valid_dmy (day, month, year))
    return callboard_parse_fail (parser, path, _("a day such as \"2026-12-01\" is expected here"));

  g_date_set_dmy (date, day, month, year);

  return TRUE;
}

gboolean
callboard_parse_id (CallboardParser      *parser,
                    const CallboardField *field,
                    JsonNode             *node,
                    const char           *path,
                    gpointer              target)
{
  char **id = G_STRUCT_MEMBER_P (target, field->offset);

  if (!callboard_parse_string (parser, field, node, path, target))
    return FALSE;

  if (**id == '\0')
    return callboard_parse_fail (parser, path, _("the id is missing"));

  /* Buttons and keys of messages are made of ids. */
  if (strchr (*id, '/') != NULL || g_str_equal (*id, "welcome") || g_str_equal (*id, "conclusion"))
    return callboard_parse_fail (parser, path, _("the id may not contain \"/\", nor be \"welcome\" or \"conclusion\""));

  if (!g_hash_table_add (parser->ids, g_strdup (*id)))
    return callboard_parse_fail (parser, path, _("the id is used twice"));

  return TRUE;
}
