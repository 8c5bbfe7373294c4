/* callboard-twilio-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-parse.h"

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-twilio-errors.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#define MAX_RAW (1024 * 1024)

static const struct
{
  const char            *status;
  CallboardMessageState  state;
} states[] = {
  { "accepted", CALLBOARD_MESSAGE_ACCEPTED },
  { "scheduled", CALLBOARD_MESSAGE_ACCEPTED },
  { "queued", CALLBOARD_MESSAGE_ACCEPTED },
  { "sending", CALLBOARD_MESSAGE_ACCEPTED },
  { "sent", CALLBOARD_MESSAGE_SENT },
  { "partially_delivered", CALLBOARD_MESSAGE_SENT },
  { "delivered", CALLBOARD_MESSAGE_DELIVERED },
  { "read", CALLBOARD_MESSAGE_READ },
  { "undelivered", CALLBOARD_MESSAGE_FAILED },
  { "failed", CALLBOARD_MESSAGE_FAILED },
  { "canceled", CALLBOARD_MESSAGE_FAILED },
};

gint64
callboard_twilio_parse_date (const char *text)
{
  g_autoptr(GDateTime) date = text ? soup_date_time_new_from_http_string (text) : NULL;

  return date ? g_date_time_to_unix (date) * CALLBOARD_SECOND : 0;
}

gboolean
callboard_twilio_parse_state (const char            *status,
                              CallboardMessageState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (g_strcmp0 (status, states[i].status) == 0)
      {
        *state = states[i].state;
        return TRUE;
      }

  return FALSE;
}

gboolean
callboard_twilio_is_inbound (JsonObject *message)
{
  return g_strcmp0 (callboard_json_get_string (message, "direction"), "inbound") == 0;
}

static CallboardEvent *
fail_malformed (GError **error)
{
  g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                       _("What Twilio reported could not be understood."));

  return NULL;
}

static void
read_failure (CallboardEvent *event,
              JsonObject     *message)
{
  const char *words = callboard_json_get_string (message, "error_message");
  gint64 code = 0;

  if (callboard_json_get_int (message, "error_code", &code) && code != 0)
    event->code = g_strdup_printf ("%" G_GINT64_FORMAT, code);

  event->failure = callboard_twilio_get_failure (code);
  event->detail = g_strdup (words && *words ? words : callboard_twilio_explain (code));
}

static void
read_receipt (CallboardEvent *event,
              JsonObject     *message)
{
  if (!callboard_twilio_parse_state (callboard_json_get_string (message, "status"), &event->state))
    return;

  event->kind = CALLBOARD_EVENT_RECEIPT;
  event->at = callboard_twilio_parse_date (callboard_json_get_string (message, "date_updated"));

  if (event->state == CALLBOARD_MESSAGE_FAILED)
    read_failure (event, message);
}

static void
read_files (CallboardEvent *event,
            JsonObject     *message)
{
  JsonArray *files = callboard_json_get_array (message, "callboard_media");

  for (guint i = 0; files != NULL && i < json_array_get_length (files); i++)
    {
      JsonObject *file = callboard_json_array_get_object (files, i);
      const char *type = callboard_json_get_string (file, "content_type");
      const char *uri = callboard_json_get_string (file, "uri");

      if (type != NULL && uri != NULL)
        callboard_event_add_file (event, type, uri);
    }
}

static gboolean
read_message (CallboardEvent *event,
              JsonObject     *message)
{
  const char *from = callboard_json_get_string (message, "from");
  const char *text = callboard_json_get_string (message, "body");

  if (from == NULL || *from == '\0')
    return FALSE;

  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->state = CALLBOARD_MESSAGE_RECEIVED;
  event->from = g_strdup (from);
  event->text = g_utf8_make_valid (text ? text : "", -1);
  event->at = callboard_twilio_parse_date (callboard_json_get_string (message, "date_sent"));
  read_files (event, message);

  if (event->at == 0)
    event->at = callboard_twilio_parse_date (callboard_json_get_string (message, "date_created"));

  return TRUE;
}

CallboardEvent *
callboard_twilio_parse (const char  *raw,
                        GError     **error)
{
  g_autoptr(JsonObject) message = NULL;
  g_autoptr(CallboardEvent) event = NULL;
  const char *sid;
  const char *direction;

  g_return_val_if_fail (raw != NULL, NULL);

  message = callboard_json_parse_object (raw, -1, MAX_RAW, NULL);
  sid = callboard_json_get_string (message, "sid");
  direction = callboard_json_get_string (message, "direction");

  if (sid == NULL || *sid == '\0' || direction == NULL)
    return fail_malformed (error);

  event = g_new0 (CallboardEvent, 1);
  event->kind = CALLBOARD_EVENT_OTHER;
  event->provider_id = g_strdup (sid);

  if (callboard_twilio_is_inbound (message))
    {
      if (!read_message (event, message))
        return fail_malformed (error);
    }
  else if (g_str_has_prefix (direction, "outbound"))
    read_receipt (event, message);

  return g_steal_pointer (&event);
}
