/* callboard-meta-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-parse.h"

#include <glib/gi18n.h>
#include <string.h>

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-meta-errors.h"
#include "callboard-meta-events.h"

/* 1 January 3000: what lies beyond is no time, and would not fit into microseconds. */
#define MAX_SECONDS G_GINT64_CONSTANT (32503680000)

static const struct
{
  const char            *status;
  CallboardMessageState  state;
} states[] = {
  { "sent", CALLBOARD_MESSAGE_SENT },
  { "delivered", CALLBOARD_MESSAGE_DELIVERED },
  { "read", CALLBOARD_MESSAGE_READ },
  { "played", CALLBOARD_MESSAGE_READ },
  { "failed", CALLBOARD_MESSAGE_FAILED },
};

/* Kinds of message that are a file. */
static const char * const file_types[] = { "image", "video", "document", "audio", "sticker", NULL };

/* Meta writes seconds as a string, and sometimes as a number. */
static gint64
read_time (JsonObject *object)
{
  const char *text = callboard_json_get_string (object, "timestamp");
  gint64 seconds = 0;

  if (text == NULL)
    callboard_json_get_int (object, "timestamp", &seconds);
  else if (!g_ascii_string_to_signed (text, 10, 0, MAX_SECONDS, &seconds, NULL))
    return 0;

  return seconds > 0 && seconds <= MAX_SECONDS ? seconds * CALLBOARD_SECOND : 0;
}

/* The number stands in the message or in its only contact, without "+"; of somebody with a user name perhaps nowhere. */
static char *
read_number (JsonObject *root,
             JsonObject *message)
{
  JsonArray *contacts = callboard_json_get_array (root, "contacts");
  const char *digits = callboard_json_get_string (message, "from");

  if (digits == NULL && contacts != NULL && json_array_get_length (contacts) == 1)
    digits = callboard_json_get_string (callboard_json_array_get_object (contacts, 0), "wa_id");

  if (digits == NULL || *digits == '\0' || strspn (digits, "0123456789") != strlen (digits))
    return NULL;

  return g_strconcat ("+", digits, NULL);
}

static void
take_text (CallboardEvent *event,
           const char     *text)
{
  event->text = g_utf8_make_valid (text != NULL ? text : "", -1);
}

static gboolean
read_text (CallboardEvent *event,
           JsonObject     *part)
{
  const char *text = callboard_json_get_string (part, "body");

  take_text (event, text);

  return text != NULL;
}

/* The quick reply of a template. */
static gboolean
read_button (CallboardEvent *event,
             JsonObject     *part)
{
  event->choice = g_strdup (callboard_json_get_string (part, "payload"));
  take_text (event, callboard_json_get_string (part, "text"));

  return event->choice != NULL || *event->text != '\0';
}

static gboolean
read_interactive (CallboardEvent *event,
                  JsonObject     *part)
{
  JsonObject *reply = callboard_json_get_object (part, "button_reply");

  if (reply == NULL)
    reply = callboard_json_get_object (part, "list_reply");

  event->choice = g_strdup (callboard_json_get_string (reply, "id"));
  take_text (event, callboard_json_get_string (reply, "title"));

  return event->choice != NULL;
}

/* "geo:53.8,-1.55", as RFC 5870 has it. */
static void
append_place (GString    *text,
              JsonObject *part)
{
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];

  if (!json_object_has_member (part, "latitude") || !json_object_has_member (part, "longitude"))
    return;

  g_ascii_formatd (latitude, sizeof latitude, "%.10g", json_object_get_double_member_with_default (part, "latitude", 0));
  g_ascii_formatd (longitude, sizeof longitude, "%.10g", json_object_get_double_member_with_default (part, "longitude", 0));
  g_string_append_printf (text, "%sgeo:%s,%s", text->len > 0 ? ", " : "", latitude, longitude);
}

static gboolean
read_location (CallboardEvent *event,
               JsonObject     *part)
{
  const char *name = callboard_json_get_string (part, "name");
  const char *address = callboard_json_get_string (part, "address");
  g_autoptr(GString) text = g_string_new (name);

  if (address != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", address);

  append_place (text, part);
  take_text (event, text->str);

  return text->len > 0;
}

static gboolean
read_file (CallboardEvent *event,
           JsonObject     *part)
{
  const char *id = callboard_json_get_string (part, "id");
  const char *type = callboard_json_get_string (part, "mime_type");

  take_text (event, callboard_json_get_string (part, "caption"));
  if (id == NULL)
    return FALSE;

  callboard_event_add_named_file (event, type != NULL ? type : "application/octet-stream",
                                  callboard_json_get_string (part, "filename"), id);

  return TRUE;
}

static gboolean
read_part (CallboardEvent *event,
           JsonObject     *message)
{
  const char *type = callboard_json_get_string (message, "type");
  JsonObject *part = type != NULL ? callboard_json_get_object (message, type) : NULL;

  if (part == NULL)
    return FALSE;

  if (g_str_equal (type, "text"))
    return read_text (event, part);
  if (g_str_equal (type, "button"))
    return read_button (event, part);
  if (g_str_equal (type, "interactive"))
    return read_interactive (event, part);
  if (g_str_equal (type, "location"))
    return read_location (event, part);

  return g_strv_contains (file_types, type) && read_file (event, part);
}

static void
read_message (CallboardEvent *event,
              JsonObject     *root,
              JsonObject     *message)
{
  JsonObject *context = callboard_json_get_object (message, "context");

  event->from = read_number (root, message);
  event->quoted = g_strdup (callboard_json_get_string (context, "id"));
  event->at = read_time (message);
  event->state = CALLBOARD_MESSAGE_RECEIVED;
  if (read_part (event, message) && event->from != NULL)
    event->kind = CALLBOARD_EVENT_MESSAGE;
}

static void
read_failure (CallboardEvent *event,
              JsonObject     *status)
{
  JsonArray *errors = callboard_json_get_array (status, "errors");
  JsonObject *error = errors != NULL && json_array_get_length (errors) > 0 ? callboard_json_array_get_object (errors, 0) : NULL;
  const char *details = callboard_json_get_string (callboard_json_get_object (error, "error_data"), "details");
  gint64 code = 0;

  event->failure = CALLBOARD_FAILURE_UNKNOWN;
  if (callboard_json_get_int (error, "code", &code))
    {
      event->code = g_strdup_printf ("%" G_GINT64_FORMAT, code);
      event->failure = callboard_meta_get_failure (code);
    }

  if (details == NULL || *details == '\0')
    details = callboard_meta_explain (code);
  event->detail = g_strdup (details != NULL ? details : callboard_json_get_string (error, "title"));
}

static void
read_status (CallboardEvent *event,
             JsonObject     *status)
{
  const char *word = callboard_json_get_string (status, "status");

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    {
      if (g_strcmp0 (word, states[i].status) != 0)
        continue;

      event->kind = CALLBOARD_EVENT_RECEIPT;
      event->state = states[i].state;
      event->key = g_strdup (callboard_json_get_string (status, "biz_opaque_callback_data"));
      event->at = read_time (status);
      if (event->state == CALLBOARD_MESSAGE_FAILED)
        read_failure (event, status);
    }
}

CallboardEvent *
callboard_meta_parse (const char  *raw,
                      GError     **error)
{
  g_autoptr(CallboardEvent) event = NULL;
  g_autoptr(JsonObject) root = NULL;
  JsonObject *message, *status;
  const char *id;

  g_return_val_if_fail (raw != NULL, NULL);

  root = callboard_json_parse_object (raw, -1, CALLBOARD_META_MAX_WEBHOOK, NULL);
  message = callboard_json_get_object (root, "message");
  status = callboard_json_get_object (root, "status");
  id = callboard_json_get_string (message != NULL ? message : status, "id");
  if (root == NULL || (id == NULL && (message != NULL || status != NULL)))
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                           _("What WhatsApp reported could not be understood."));
      return NULL;
    }

  event = g_new0 (CallboardEvent, 1);
  event->kind = CALLBOARD_EVENT_OTHER;
  event->provider_id = g_strdup (id != NULL ? id : "");
  if (message != NULL)
    read_message (event, root, message);
  else if (status != NULL)
    read_status (event, status);

  return g_steal_pointer (&event);
}
