/* callboard-difference-things.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-difference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BYTES   (4 * 1024 * 1024)
#define MAX_EXCERPT 40

/* What a module's lists are called, and a thing in each. */
static const struct
{
  const char *list;
  const char *name;
} lists[] = {
  { "blocks", N_("Block") },
  { "questions", N_("Question") },
  { "prompts", N_("Prompt") },
  { "requests", N_("Request") },
};

typedef struct
{
  GPtrArray  *things;
  GHashTable *keys;
  GHashTable *names;
  guint       counts[G_N_ELEMENTS (lists)];
} Reader;

static void
thing_free (gpointer data)
{
  CallboardThing *thing = data;

  g_free (thing->key);
  g_free (thing->parent);
  g_free (thing->place);
  g_free (thing->text);
  json_object_unref (thing->object);
  g_hash_table_unref (thing->names);
  g_free (thing);
}

/* An id that is missing or used twice is made up. */
static char *
make_key (Reader     *reader,
          const char *id)
{
  char *key = g_strdup (id != NULL ? id : "#");

  for (guint n = 2; !g_hash_table_add (reader->keys, g_strdup (key)); n++)
    {
      g_free (key);
      key = g_strdup_printf ("%s#%u", id != NULL ? id : "", n);
    }

  return key;
}

static CallboardThing *
add_thing (Reader     *reader,
           const char *key,
           const char *parent,
           char       *place,
           JsonObject *object)
{
  CallboardThing *thing = g_new0 (CallboardThing, 1);

  thing->key = make_key (reader, key);
  thing->parent = g_strdup (parent);
  thing->place = place;
  thing->text = g_strdup (callboard_json_get_string (object, "text"));
  thing->object = json_object_ref (object);
  thing->names = g_hash_table_ref (reader->names);
  g_ptr_array_add (reader->things, thing);

  return thing;
}

/* A line of it, in a place of a line. */
static char *
excerpt (const char *text)
{
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\r\n\t", ' '));
  g_autofree char *start = NULL;

  if (g_utf8_strlen (line, -1) <= MAX_EXCERPT)
    return g_steal_pointer (&line);

  start = g_strchomp (g_utf8_substring (line, 0, MAX_EXCERPT));

  return g_strconcat (start, "…", NULL);
}

static char *
name_item (JsonObject *item,
           guint       list,
           guint       number)
{
  const char *text = callboard_json_get_string (item, "text");
  g_autofree char *start = NULL;

  if (text == NULL || *text == '\0')
    text = callboard_json_get_string (callboard_json_get_object (item, "file"), "name");

  if (text == NULL || *text == '\0')
    return g_strdup_printf ("%s %u", _(lists[list].name), number);

  start = excerpt (text);

  /* Translators: “Question” or the like, its number, then how it begins */
  return g_strdup_printf (_("%s %u, “%s”"), _(lists[list].name), number, start);
}

static void
add_items (Reader     *reader,
           const char *module,
           JsonArray  *items,
           guint       list)
{
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = callboard_json_array_get_object (items, i);

      if (item != NULL)
        add_thing (reader, callboard_json_get_string (item, "id"), module,
                   name_item (item, list, ++reader->counts[list]), item);
    }
}

static char *
name_module (JsonObject *module,
             guint       number)
{
  const char *type = callboard_json_get_string (module, "type");
  const char *name = callboard_thing_name_type (type);

  /* Translators: the number of a module, then its type, such as “Questions” */
  return g_strdup_printf (_("Module %u, %s"), number, name != NULL ? name : type != NULL ? type : "?");
}

/* Rules lead to later modules, whose names have to be known before. */
static void
name_modules (Reader    *reader,
              JsonArray *modules)
{
  for (guint i = 0; modules != NULL && i < json_array_get_length (modules); i++)
    {
      JsonObject *module = callboard_json_array_get_object (modules, i);
      const char *id = callboard_json_get_string (module, "id");

      if (id != NULL)
        g_hash_table_insert (reader->names, g_strdup (id), name_module (module, i + 1));
    }
}

static void
add_modules (Reader    *reader,
             JsonArray *modules)
{
  for (guint i = 0; modules != NULL && i < json_array_get_length (modules); i++)
    {
      JsonObject *module = callboard_json_array_get_object (modules, i);
      const char *key;

      if (module == NULL)
        continue;

      key = add_thing (reader, callboard_json_get_string (module, "id"), NULL, name_module (module, i + 1), module)->key;
      for (guint list = 0; list < G_N_ELEMENTS (lists); list++)
        add_items (reader, key, callboard_json_get_array (module, lists[list].list), list);
    }
}

static void
copy_member_cb (JsonObject *object,
                const char *name,
                JsonNode   *node,
                gpointer    user_data)
{
  static const char * const things[] = { "callboard", "welcome", "modules", "conclusion", "settings", NULL };

  if (!g_strv_contains (things, name))
    json_object_set_member (user_data, name, json_node_copy (node));
}

/* The language and whatever else stands beside them count as settings. */
static void
add_settings (Reader     *reader,
              JsonObject *document)
{
  g_autoptr(JsonObject) all = json_object_new ();
  JsonObject *settings = callboard_json_get_object (document, "settings");

  json_object_foreach_member (document, copy_member_cb, all);
  if (settings != NULL)
    json_object_foreach_member (settings, copy_member_cb, all);

  add_thing (reader, "/settings", NULL, g_strdup (_("Settings")), all);
}

static void
add_message (Reader     *reader,
             JsonObject *document,
             const char *member,
             const char *place)
{
  JsonObject *message = callboard_json_get_object (document, member);

  if (message != NULL)
    add_thing (reader, member, NULL, g_strdup (place), message);
}

GPtrArray *
callboard_things_read (const char *document)
{
  g_autoptr(JsonObject) object = document != NULL ? callboard_json_parse_object (document, -1, MAX_BYTES, NULL) : NULL;
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Reader reader = { g_ptr_array_new_with_free_func (thing_free), keys, names };
  JsonArray *modules = callboard_json_get_array (object, "modules");

  if (object == NULL)
    return reader.things;

  name_modules (&reader, modules);
  add_message (&reader, object, "welcome", _("Welcome"));
  add_modules (&reader, modules);
  add_message (&reader, object, "conclusion", _("Conclusion"));
  add_settings (&reader, object);

  return reader.things;
}
