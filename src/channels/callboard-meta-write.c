/* callboard-meta-write.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-private.h"

#include "callboard-json.h"
#include "callboard-phrases.h"
#include "callboard-render.h"

#include <string.h>

#define MAX_CHOICES_BYTES (64 * 1024)

/* What Meta plays or shows itself; anything else is a document (providers.md, 1.5). */
static const char *
find_kind (const CallboardOutgoing *outgoing)
{
  static const char * const images[] = { "image/jpeg", "image/png", NULL };
  static const char * const videos[] = { "video/mp4", "video/3gpp", NULL };
  static const char * const sounds[] = { "audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg", NULL };
  const char *type = outgoing->media->type;

  if (g_strv_contains (images, type))
    return "image";
  if (g_strv_contains (videos, type))
    return "video";

  /* A sound has no caption, and words are never left out. */
  return g_strv_contains (sounds, type) && *outgoing->body == '\0' ? "audio" : "document";
}

static JsonObject *
write_media (const CallboardOutgoing *outgoing,
             const char              *kind,
             const char              *media_id,
             gboolean                 with_caption)
{
  JsonObject *media = json_object_new ();

  json_object_set_string_member (media, "id", media_id);
  if (with_caption && *outgoing->body != '\0')
    json_object_set_string_member (media, "caption", outgoing->body);
  if (g_str_equal (kind, "document"))
    json_object_set_string_member (media, "filename", outgoing->media->name);

  return media;
}

static JsonArray *
read_choices (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

static JsonObject *
write_buttons (JsonArray *choices)
{
  JsonObject *action = json_object_new ();
  JsonArray *buttons = json_array_new ();

  for (guint i = 0; i < json_array_get_length (choices); i++)
    {
      JsonObject *choice = callboard_json_array_get_object (choices, i);
      JsonObject *button = json_object_new (), *reply = json_object_new ();

      json_object_set_string_member (reply, "id", callboard_json_get_string (choice, "id"));
      json_object_set_string_member (reply, "title", callboard_json_get_string (choice, "title"));
      json_object_set_string_member (button, "type", "reply");
      json_object_set_object_member (button, "reply", reply);
      json_array_add_object_element (buttons, button);
    }

  json_object_set_array_member (action, "buttons", buttons);

  return action;
}

static JsonObject *
write_row (JsonObject *choice)
{
  const char *whole = callboard_json_get_string (choice, "title");
  g_autofree char *description = NULL;
  g_autofree char *title = callboard_render_split_title (whole != NULL ? whole : "", &description);
  JsonObject *row = json_object_new ();

  json_object_set_string_member (row, "id", callboard_json_get_string (choice, "id"));
  json_object_set_string_member (row, "title", title);
  if (description != NULL)
    json_object_set_string_member (row, "description", description);

  return row;
}

static JsonObject *
write_list (JsonArray  *choices,
            const char *language)
{
  JsonObject *action = json_object_new (), *section = json_object_new ();
  JsonArray *sections = json_array_new (), *rows = json_array_new ();
  g_autofree char *label = callboard_phrase (language != NULL ? language : "en", "choose", NULL);

  for (guint i = 0; i < json_array_get_length (choices); i++)
    json_array_add_object_element (rows, write_row (callboard_json_array_get_object (choices, i)));

  json_object_set_array_member (section, "rows", rows);
  json_array_add_object_element (sections, section);
  json_object_set_string_member (action, "button", label);
  json_object_set_array_member (action, "sections", sections);

  return action;
}

/* Above buttons there may be a picture, a video or a document. */
static void
add_header (JsonObject              *interactive,
            const CallboardOutgoing *outgoing,
            const char              *media_id)
{
  const char *kind = find_kind (outgoing);
  JsonObject *header = json_object_new ();

  json_object_set_string_member (header, "type", kind);
  json_object_set_object_member (header, kind, write_media (outgoing, kind, media_id, FALSE));
  json_object_set_object_member (interactive, "header", header);
}

static JsonObject *
write_interactive (const CallboardOutgoing *outgoing,
                   CallboardForm            form,
                   const char              *media_id)
{
  g_autoptr(JsonNode) node = callboard_json_parse (outgoing->choices, -1, MAX_CHOICES_BYTES, NULL);
  gboolean is_list = form == CALLBOARD_FORM_LIST;
  JsonObject *interactive = json_object_new (), *body = json_object_new ();
  JsonArray *choices = read_choices (node);

  json_object_set_string_member (body, "text", outgoing->body);
  json_object_set_string_member (interactive, "type", is_list ? "list" : "button");
  if (media_id != NULL && !is_list)
    add_header (interactive, outgoing, media_id);
  json_object_set_object_member (interactive, "body", body);
  json_object_set_object_member (interactive, "action",
                                 is_list ? write_list (choices, outgoing->language) : write_buttons (choices));

  return interactive;
}

static void
add_body_values (JsonArray                       *components,
                 const CallboardOutgoingTemplate *template)
{
  JsonObject *component = json_object_new ();
  JsonArray *parameters = json_array_new ();

  for (guint i = 0; template->fields[i] != NULL; i++)
    {
      JsonObject *parameter = json_object_new ();

      json_object_set_string_member (parameter, "type", "text");
      json_object_set_string_member (parameter, "parameter_name", template->fields[i]);
      json_object_set_string_member (parameter, "text", template->values[i]);
      json_array_add_object_element (parameters, parameter);
    }

  json_object_set_string_member (component, "type", "body");
  json_object_set_array_member (component, "parameters", parameters);
  json_array_add_object_element (components, component);
}

static void
add_payload (JsonArray  *components,
             guint       index,
             const char *payload)
{
  g_autofree char *place = g_strdup_printf ("%u", index);
  JsonObject *component = json_object_new (), *parameter = json_object_new ();
  JsonArray *parameters = json_array_new ();

  json_object_set_string_member (parameter, "type", "payload");
  json_object_set_string_member (parameter, "payload", payload);
  json_array_add_object_element (parameters, parameter);
  json_object_set_string_member (component, "type", "button");
  json_object_set_string_member (component, "sub_type", "quick_reply");
  json_object_set_string_member (component, "index", place);
  json_object_set_array_member (component, "parameters", parameters);
  json_array_add_object_element (components, component);
}

static JsonObject *
write_template (const CallboardOutgoingTemplate *template)
{
  JsonObject *object = json_object_new (), *language = json_object_new ();
  JsonArray *components = json_array_new ();

  json_object_set_string_member (language, "code", template->language);
  json_object_set_string_member (object, "name", template->name);
  json_object_set_object_member (object, "language", language);
  if (template->fields[0] != NULL)
    add_body_values (components, template);
  for (guint i = 0; template->payloads[i] != NULL; i++)
    add_payload (components, i, template->payloads[i]);
  json_object_set_array_member (object, "components", components);

  return object;
}

static JsonObject *
write_text (const char *body)
{
  JsonObject *text = json_object_new ();

  json_object_set_string_member (text, "body", body);
  if (strstr (body, "https://") != NULL || strstr (body, "http://") != NULL)
    json_object_set_boolean_member (text, "preview_url", TRUE);

  return text;
}

static JsonObject *
write_content (const CallboardOutgoing  *outgoing,
               const char               *media_id,
               const char              **type)
{
  CallboardForm form = callboard_render_form (outgoing->choices, CALLBOARD_RENDERING_WHATSAPP);

  if (outgoing->template != NULL)
    {
      *type = "template";
      return write_template (outgoing->template);
    }

  if (form != CALLBOARD_FORM_TEXT)
    {
      *type = "interactive";
      return write_interactive (outgoing, form, media_id);
    }

  *type = media_id != NULL ? find_kind (outgoing) : "text";

  return media_id != NULL ? write_media (outgoing, *type, media_id, TRUE) : write_text (outgoing->body);
}

char *
callboard_meta_write (const CallboardOutgoing *outgoing,
                      const char              *media_id)
{
  g_autoptr(JsonObject) object = json_object_new ();
  const char *type;
  JsonObject *content = write_content (outgoing, media_id, &type);

  json_object_set_string_member (object, "messaging_product", "whatsapp");
  json_object_set_string_member (object, "recipient_type", "individual");
  json_object_set_string_member (object, "to", outgoing->to);
  json_object_set_string_member (object, "type", type);
  json_object_set_object_member (object, type, content);
  json_object_set_string_member (object, "biz_opaque_callback_data", outgoing->key);

  return callboard_json_to_text (object);
}
