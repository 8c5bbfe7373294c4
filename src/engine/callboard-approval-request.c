/* callboard-approval-request.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-approval.h"

#include "callboard-json.h"
#include "callboard-merge.h"
#include "callboard-script-private.h"

typedef struct
{
  GPtrArray *fields;
  gboolean   named;
  char      *written;
} Writing;

char *
callboard_approval_name_variable (const char *field)
{
  g_return_val_if_fail (field != NULL, NULL);

  return g_strdelimit (g_ascii_strdown (field, -1), ".", '_');
}

static const char *
write_variable (const char *field,
                gpointer    data)
{
  Writing *writing = data;
  g_autofree char *name = callboard_approval_name_variable (field);
  guint index = 0;

  if (!g_ptr_array_find_with_equal_func (writing->fields, field, g_str_equal, &index))
    {
      index = writing->fields->len;
      g_ptr_array_add (writing->fields, g_strdup (field));
    }

  g_free (writing->written);
  writing->written = writing->named ? g_strdup_printf ("{{%s}}", name) : g_strdup_printf ("{{%u}}", index + 1);

  return writing->written;
}

char *
callboard_approval_write_body (const char  *text,
                               gboolean     named,
                               GPtrArray  **fields)
{
  Writing writing = { g_ptr_array_new_with_free_func (g_free), named, NULL };
  char *body;

  g_return_val_if_fail (text != NULL && fields != NULL, NULL);

  body = callboard_merge_render (text, write_variable, &writing);
  g_free (writing.written);
  *fields = writing.fields;

  return body;
}

static JsonObject *
write_example (GPtrArray  *fields,
               GHashTable *samples)
{
  JsonArray *params = json_array_new ();
  JsonObject *example = json_object_new ();

  for (guint i = 0; i < fields->len; i++)
    {
      const char *field = g_ptr_array_index (fields, i);
      const char *sample = g_hash_table_lookup (samples, field);
      g_autofree char *name = callboard_approval_name_variable (field);
      JsonObject *param = json_object_new ();

      json_object_set_string_member (param, "param_name", name);
      json_object_set_string_member (param, "example", sample != NULL ? sample : "");
      json_array_add_object_element (params, param);
    }

  json_object_set_array_member (example, "body_text_named_params", params);

  return example;
}

static void
add_component (JsonArray  *components,
               const char *type,
               JsonObject *component)
{
  json_object_set_string_member (component, "type", type);
  json_array_add_object_element (components, component);
}

static void
add_body (JsonArray       *components,
          CallboardScript *script)
{
  g_autoptr(GPtrArray) fields = NULL;
  g_autofree char *body = callboard_approval_write_body (script->welcome != NULL ? script->welcome : "", TRUE, &fields);
  JsonObject *component = json_object_new ();

  json_object_set_string_member (component, "text", body);
  if (fields->len > 0)
    json_object_set_object_member (component, "example", write_example (fields, script->template->samples));

  add_component (components, "BODY", component);
}

static void
add_footer (JsonArray  *components,
            const char *footer)
{
  JsonObject *component;

  if (footer == NULL || *footer == '\0')
    return;

  component = json_object_new ();
  json_object_set_string_member (component, "text", footer);
  add_component (components, "FOOTER", component);
}

static void
add_buttons (JsonArray *components,
             GPtrArray *titles)
{
  JsonObject *component;
  JsonArray *buttons;

  if (titles->len == 0)
    return;

  component = json_object_new ();
  buttons = json_array_new ();
  for (guint i = 0; i < titles->len; i++)
    {
      JsonObject *button = json_object_new ();

      json_object_set_string_member (button, "type", "QUICK_REPLY");
      json_object_set_string_member (button, "text", g_ptr_array_index (titles, i));
      json_array_add_object_element (buttons, button);
    }

  json_object_set_array_member (component, "buttons", buttons);
  add_component (components, "BUTTONS", component);
}

char *
callboard_approval_write_request (CallboardScript *script)
{
  g_autoptr(JsonObject) request = NULL;
  g_autofree char *category = NULL;
  g_autofree char *language = NULL;
  const CallboardScriptTemplate *template;
  JsonArray *components;

  g_return_val_if_fail (script != NULL, NULL);

  template = script->template;
  if (template == NULL)
    return NULL;

  request = json_object_new ();
  components = json_array_new ();
  category = g_ascii_strup (template->category, -1);
  language = g_strdelimit (g_strdup (script->language), "-", '_');
  add_body (components, script);
  add_footer (components, template->footer);
  add_buttons (components, template->buttons);
  json_object_set_string_member (request, "name", template->name != NULL ? template->name : "");
  json_object_set_string_member (request, "language", language);
  json_object_set_string_member (request, "category", category);
  json_object_set_string_member (request, "parameter_format", "NAMED");
  json_object_set_array_member (request, "components", components);

  return callboard_json_to_text (request);
}
