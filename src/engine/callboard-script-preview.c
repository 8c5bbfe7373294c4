/* callboard-script-preview.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-script-preview-private.h"

#include "callboard-draft-document-private.h"
#include "callboard-json.h"
#include "callboard-script-private.h"

static const struct {
  const char *type;
  const char *list;
} modules[] = {
  { "content", "blocks" },
  { "questions", "questions" },
  { "video_interview", "prompts" },
  { "collect", "requests" },
};

static void
clear_part (gpointer data)
{
  CallboardPreviewPart *part = data;

  g_free (part->id);
  g_free (part->module);
  g_free (part->path);
}

static void
add_part (CallboardScriptPreview *self,
          JsonObject             *object,
          JsonObject             *module,
          char                   *path)
{
  CallboardPreviewPart part = {
    g_strdup (callboard_json_get_string (object, "id")),
    g_strdup (callboard_json_get_string (module, "id")),
    path,
  };

  g_array_append_val (self->parts, part);
}

static JsonArray *
get_array (JsonObject *object,
           const char *name)
{
  JsonNode *node = name != NULL ? json_object_get_member (object, name) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
get_element (JsonArray *array,
             guint      index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* The name of the list that holds the parts of a module. */
static const char *
get_list (JsonObject *module)
{
  const char *type = callboard_json_get_string (module, "type");

  for (guint i = 0; i < G_N_ELEMENTS (modules); i++)
    {
      if (g_strcmp0 (modules[i].type, type) == 0)
        return modules[i].list;
    }

  return NULL;
}

static void
list_module (CallboardScriptPreview *self,
             JsonObject             *module,
             guint                   index)
{
  const char *list = get_list (module);
  JsonArray *parts = get_array (module, list);
  guint n = parts != NULL ? json_array_get_length (parts) : 0;

  if (n == 0)
    add_part (self, module, module, g_strdup_printf ("modules[%u]", index));

  for (guint i = 0; i < n; i++)
    {
      JsonObject *part = get_element (parts, i);

      if (part != NULL)
        add_part (self, part, module, g_strdup_printf ("modules[%u].%s[%u]", index, list, i));
    }
}

static void
list_parts (CallboardScriptPreview *self,
            JsonObject             *document)
{
  JsonArray *array = get_array (document, "modules");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *module = get_element (array, i);

      if (module != NULL)
        list_module (self, module, i);
    }
}

/* error: why there is no object. */
static CallboardScriptPreview *
make (JsonObject *object,
      GError     *error)
{
  CallboardScriptPreview *self = g_new0 (CallboardScriptPreview, 1);
  g_autoptr(GError) fault = error;

  self->parts = g_array_new (FALSE, FALSE, sizeof (CallboardPreviewPart));
  g_array_set_clear_func (self->parts, clear_part);
  if (object != NULL)
    self->script = callboard_script_read (object, TRUE, &fault);

  if (self->script != NULL)
    list_parts (self, object);
  else
    self->fault = g_strdup (fault->message);

  return self;
}

CallboardScriptPreview *
callboard_script_preview_new (const char *document)
{
  g_autoptr(JsonObject) object = NULL;
  GError *error = NULL;

  g_return_val_if_fail (document != NULL, NULL);

  object = callboard_script_parse_json (document, &error);

  return make (object, error);
}

CallboardScriptPreview *
callboard_script_preview_new_for_draft (CallboardDraft *draft)
{
  g_autoptr(JsonNode) document = NULL;

  g_return_val_if_fail (CALLBOARD_IS_DRAFT (draft), NULL);

  document = callboard_draft_write_node (callboard_draft_get_root (draft));

  return make (json_node_get_object (document), NULL);
}

void
callboard_script_preview_free (CallboardScriptPreview *self)
{
  g_clear_pointer (&self->script, callboard_script_unref);
  g_array_unref (self->parts);
  g_free (self->fault);
  g_free (self);
}

CallboardScript *
callboard_script_preview_get_script (CallboardScriptPreview *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->script;
}
