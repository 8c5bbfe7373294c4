/* callboard-meta-events.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-events.h"

#include <glib/gi18n.h>

#include "callboard-json.h"

/* One part of a webhook that tells of one number. */
typedef struct
{
  GPtrArray  *events;
  const char *phone_number_id;
  JsonObject *value;
} Change;

/* Something without an id of its own is known again by what it says. */
static void
add_event (GPtrArray  *events,
           char       *event_id,
           JsonObject *object)
{
  g_autofree char *raw = callboard_json_to_text (object);

  if (event_id == NULL)
    event_id = g_compute_checksum_for_string (G_CHECKSUM_SHA256, raw, -1);

  g_ptr_array_add (events, callboard_raw_event_new (event_id, raw));
  g_free (event_id);
}

static void
copy_member (JsonObject *target,
             JsonObject *source,
             const char *name)
{
  JsonNode *node = json_object_get_member (source, name);

  if (node != NULL)
    json_object_set_member (target, name, json_node_copy (node));
}

static void
add_message (Change     *change,
             JsonObject *message)
{
  g_autoptr(JsonObject) object = json_object_new ();

  copy_member (object, change->value, "metadata");
  copy_member (object, change->value, "contacts");
  json_object_set_object_member (object, "message", json_object_ref (message));
  add_event (change->events, g_strdup (callboard_json_get_string (message, "id")), object);
}

static void
add_status (Change     *change,
            JsonObject *status)
{
  g_autoptr(JsonObject) object = json_object_new ();
  const char *id = callboard_json_get_string (status, "id");
  const char *state = callboard_json_get_string (status, "status");

  copy_member (object, change->value, "metadata");
  json_object_set_object_member (object, "status", json_object_ref (status));
  add_event (change->events, id != NULL && state != NULL ? g_strconcat (id, ":", state, NULL) : NULL, object);
}

static void
for_each (Change     *change,
          const char *name,
          void      (*add) (Change     *change,
                            JsonObject *element))
{
  JsonArray *list = callboard_json_get_array (change->value, name);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *element = callboard_json_array_get_object (list, i);

      if (element != NULL)
        add (change, element);
    }
}

static gboolean
is_of_another (Change *change)
{
  JsonObject *metadata = callboard_json_get_object (change->value, "metadata");
  const char *id = callboard_json_get_string (metadata, "phone_number_id");

  return change->phone_number_id != NULL && id != NULL && !g_str_equal (id, change->phone_number_id);
}

static void
add_change (GPtrArray  *events,
            const char *phone_number_id,
            JsonObject *object)
{
  Change change = { events, phone_number_id, callboard_json_get_object (object, "value") };

  if (change.value == NULL || is_of_another (&change))
    return;

  if (g_strcmp0 (callboard_json_get_string (object, "field"), "messages") != 0)
    {
      add_event (events, NULL, object);
      return;
    }

  for_each (&change, "messages", add_message);
  for_each (&change, "statuses", add_status);
}

GPtrArray *
callboard_meta_events_split (GBytes      *body,
                             const char  *phone_number_id,
                             GError     **error)
{
  g_autoptr(GPtrArray) events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);
  g_autoptr(JsonObject) root = NULL;
  JsonArray *entries;

  g_return_val_if_fail (body != NULL, NULL);

  root = callboard_json_parse_object (g_bytes_get_data (body, NULL), g_bytes_get_size (body), CALLBOARD_META_MAX_WEBHOOK,
                                      NULL);
  entries = callboard_json_get_array (root, "entry");
  if (entries == NULL || g_strcmp0 (callboard_json_get_string (root, "object"), "whatsapp_business_account") != 0)
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                           _("What WhatsApp reported could not be understood."));
      return NULL;
    }

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonArray *changes = callboard_json_get_array (callboard_json_array_get_object (entries, i), "changes");

      for (guint k = 0; changes != NULL && k < json_array_get_length (changes); k++)
        add_change (events, phone_number_id, callboard_json_array_get_object (changes, k));
    }

  return g_steal_pointer (&events);
}
