/* callboard-rehearsal-write.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-private.h"

static JsonArray *
describe_files (GPtrArray *files)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < files->len; i++)
    {
      const CallboardEventFile *file = g_ptr_array_index (files, i);
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "type", file->type);
      json_object_set_string_member (object, "source", file->source);
      if (file->name != NULL)
        json_object_set_string_member (object, "name", file->name);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
describe_message (const CallboardEvent *message,
                  const char           *id)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "type", "message");
  json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, "from", message->from);
  json_object_set_string_member (object, "text", message->text != NULL ? message->text : "");

  if (message->choice != NULL)
    json_object_set_string_member (object, "choice", message->choice);

  if (message->quoted != NULL)
    json_object_set_string_member (object, "quoted", message->quoted);

  if (message->files != NULL && message->files->len > 0)
    json_object_set_array_member (object, "files", describe_files (message->files));

  return object;
}

void
callboard_rehearsal_write (CallboardRehearsal   *self,
                           const CallboardEvent *message)
{
  g_autoptr(JsonObject) object = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL (self));
  g_return_if_fail (message != NULL && message->from != NULL);

  id = callboard_rehearsal_new_event_id (self);
  object = describe_message (message, id);
  callboard_rehearsal_enqueue (self, id, object);
}

void
callboard_rehearsal_reply (CallboardRehearsal *self,
                           const char         *from,
                           const char         *text,
                           const char         *choice)
{
  const CallboardEvent message = { .from = (char *) from, .text = (char *) text, .choice = (char *) choice };

  g_return_if_fail (text != NULL);

  callboard_rehearsal_write (self, &message);
}
