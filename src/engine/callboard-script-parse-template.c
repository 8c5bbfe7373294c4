/* callboard-script-parse-template.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-parse-private.h"

#include <glib/gi18n-lib.h>

#define TEMPLATE(member) G_STRUCT_OFFSET (CallboardScriptTemplate, member)

void
callboard_script_template_free (CallboardScriptTemplate *template)
{
  g_free (template->name);
  g_free (template->category);
  g_free (template->footer);
  g_ptr_array_unref (template->buttons);
  g_hash_table_unref (template->samples);
  g_free (template);
}

static gboolean
read_category (CallboardParser      *parser,
               const CallboardField *field,
               JsonNode             *node,
               const char           *path,
               gpointer              target)
{
  CallboardScriptTemplate *template = target;

  if (!callboard_parse_string (parser, field, node, path, target))
    return FALSE;

  return g_str_equal (template->category, "utility") || g_str_equal (template->category, "marketing") ||
         callboard_parse_fail (parser, path, _("a category is \"utility\" or \"marketing\""));
}

static gboolean
read_button (CallboardParser *parser,
             JsonNode        *node,
             const char      *path,
             gpointer         target)
{
  const CallboardField whole = { NULL };
  GPtrArray *buttons = target;
  char *title = NULL;

  if (!callboard_parse_string (parser, &whole, node, path, &title))
    return FALSE;

  g_ptr_array_add (buttons, title);

  return TRUE;
}

static gboolean
read_buttons (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  CallboardScriptTemplate *template = target;

  return callboard_parse_array (parser, node, path, read_button, template->buttons);
}

static gboolean
read_group (CallboardParser         *parser,
            CallboardScriptTemplate *template,
            const char              *group,
            JsonNode                *node,
            const char              *path)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return callboard_parse_fail (parser, path, _("an object is expected here"));

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &name, &value))
    {
      if (!JSON_NODE_HOLDS_VALUE (value) || json_node_get_value_type (value) != G_TYPE_STRING)
        return callboard_parse_fail (parser, path, _("a text is expected here"));

      g_hash_table_insert (template->samples, g_strconcat (group, ".", name, NULL), json_node_dup_string (value));
    }

  return TRUE;
}

/* Two levels, as the names of merge fields have: {"candidate": {"first_name": "Ada"}}. */
static gboolean
read_samples (CallboardParser      *parser,
              const CallboardField *field,
              JsonNode             *node,
              const char           *path,
              gpointer              target)
{
  JsonObjectIter iter;
  const char *group;
  JsonNode *inner;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return callboard_parse_fail (parser, path, _("an object is expected here"));

  json_object_iter_init (&iter, json_node_get_object (node));
  while (json_object_iter_next (&iter, &group, &inner))
    {
      if (!read_group (parser, target, group, inner, path))
        return FALSE;
    }

  return TRUE;
}

gboolean
callboard_parse_template (CallboardParser      *parser,
                          const CallboardField *field,
                          JsonNode             *node,
                          const char           *path,
                          gpointer              target)
{
  static const CallboardField fields[] = {
    { "name", callboard_parse_string, TEMPLATE (name) },
    { "category", read_category, TEMPLATE (category) },
    { "footer", callboard_parse_string, TEMPLATE (footer) },
    { "buttons", read_buttons },
    { "samples", read_samples },
    { NULL }
  };
  CallboardScript *script = target;
  CallboardScriptTemplate *template = g_new0 (CallboardScriptTemplate, 1);

  template->category = g_strdup ("utility");
  template->buttons = g_ptr_array_new_with_free_func (g_free);
  template->samples = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_clear_pointer (&script->template, callboard_script_template_free);
  script->template = template;

  return callboard_parse_members (parser, node, path, fields, NULL, template);
}
