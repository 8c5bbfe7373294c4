/* callboard-rehearsal-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal.h"

#include "callboard-json.h"

#include <glib/gi18n.h>

#define MAX_RAW (1024 * 1024)

static void
read_files (CallboardEvent *event,
            JsonArray      *array)
{
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *file = callboard_json_array_get_object (array, i);
      const char *type = callboard_json_get_string (file, "type");
      const char *source = callboard_json_get_string (file, "source");

      if (type != NULL && source != NULL)
        callboard_event_add_named_file (event, type, callboard_json_get_string (file, "name"), source);
    }
}

static gboolean
read_message (CallboardEvent *event,
              JsonObject     *object)
{
  const char *from = callboard_json_get_string (object, "from");
  const char *text = callboard_json_get_string (object, "text");

  if (from == NULL || text == NULL)
    return FALSE;

  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->state = CALLBOARD_MESSAGE_RECEIVED;
  event->from = g_strdup (from);
  event->text = g_utf8_make_valid (text, -1);
  event->choice = g_strdup (callboard_json_get_string (object, "choice"));
  event->quoted = g_strdup (callboard_json_get_string (object, "quoted"));
  read_files (event, callboard_json_get_array (object, "files"));

  return TRUE;
}

static gboolean
read_receipt (CallboardEvent *event,
              JsonObject     *object)
{
  const char *failure = callboard_json_get_string (object, "failure");
  int state = 0;
  int reason = CALLBOARD_FAILURE_NONE;

  if (!callboard_enum_from_nick (CALLBOARD_TYPE_MESSAGE_STATE, callboard_json_get_string (object, "state"), &state))
    return FALSE;

  if (failure != NULL && !callboard_enum_from_nick (CALLBOARD_TYPE_FAILURE, failure, &reason))
    return FALSE;

  event->kind = CALLBOARD_EVENT_RECEIPT;
  event->state = state;
  event->failure = reason;

  return TRUE;
}

CallboardEvent *
callboard_rehearsal_parse (const char  *raw,
                           GError     **error)
{
  g_autoptr(JsonObject) object = NULL;
  g_autoptr(CallboardEvent) event = g_new0 (CallboardEvent, 1);
  const char *type;
  const char *id;

  g_return_val_if_fail (raw != NULL, NULL);

  object = callboard_json_parse_object (raw, -1, MAX_RAW, NULL);
  type = callboard_json_get_string (object, "type");
  id = callboard_json_get_string (object, "id");
  event->provider_id = g_strdup (id);

  if (id != NULL &&
      ((g_strcmp0 (type, "message") == 0 && read_message (event, object)) ||
       (g_strcmp0 (type, "receipt") == 0 && read_receipt (event, object))))
    return g_steal_pointer (&event);

  g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                       _("What the rehearsal reported could not be understood."));

  return NULL;
}
