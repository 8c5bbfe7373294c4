/* callboard-twilio-webhook.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-twilio-webhook.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

#include "callboard-clock.h"
#include "callboard-json.h"

#define MAX_FILES 10

static void
set_text (JsonObject *object,
          const char *name,
          GHashTable *form,
          const char *field)
{
  const char *text = g_hash_table_lookup (form, field);

  if (text != NULL)
    json_object_set_string_member (object, name, text);
}

static void
set_time (JsonObject *object,
          const char *name,
          gint64      now)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (now / CALLBOARD_SECOND);
  g_autofree char *text = g_date_time_format (date, "%a, %d %b %Y %H:%M:%S +0000");

  json_object_set_string_member (object, name, text);
}

/* The list of a message's files names them by their path. */
static void
add_file (JsonArray  *files,
          const char *url,
          const char *type)
{
  g_autoptr(GUri) uri = url != NULL ? g_uri_parse (url, SOUP_HTTP_URI_FLAGS, NULL) : NULL;
  JsonObject *file;

  if (uri == NULL || type == NULL)
    return;

  file = json_object_new ();
  json_object_set_string_member (file, "content_type", type);
  json_object_set_string_member (file, "uri", g_uri_get_path (uri));
  json_array_add_object_element (files, file);
}

static JsonArray *
read_files (GHashTable *form)
{
  JsonArray *files = json_array_new ();

  for (guint i = 0; i < MAX_FILES; i++)
    {
      g_autofree char *url = g_strdup_printf ("MediaUrl%u", i);
      g_autofree char *type = g_strdup_printf ("MediaContentType%u", i);

      add_file (files, g_hash_table_lookup (form, url), g_hash_table_lookup (form, type));
    }

  return files;
}

static void
write_message (JsonObject *object,
               GHashTable *form,
               gint64      now)
{
  json_object_set_string_member (object, "direction", "inbound");
  json_object_set_string_member (object, "status", "received");
  set_text (object, "from", form, "From");
  set_text (object, "to", form, "To");
  set_text (object, "body", form, "Body");
  set_text (object, "num_media", form, "NumMedia");
  set_time (object, "date_sent", now);
  json_object_set_array_member (object, "callboard_media", read_files (form));
}

static void
write_status (JsonObject *object,
              GHashTable *form,
              gint64      now)
{
  const char *text = g_hash_table_lookup (form, "ErrorCode");
  gint64 code;

  json_object_set_string_member (object, "direction", "outbound-api");
  set_text (object, "status", form, "MessageStatus");
  set_text (object, "error_message", form, "ErrorMessage");
  set_time (object, "date_updated", now);
  if (text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &code, NULL))
    json_object_set_int_member (object, "error_code", code);
}

CallboardRawEvent *
callboard_twilio_webhook_read (GBytes  *body,
                               gint64   now,
                               GError **error)
{
  g_autoptr(JsonObject) object = json_object_new ();
  g_autoptr(GHashTable) form = NULL;
  g_autofree char *event_id = NULL;
  g_autofree char *raw = NULL;
  const char *sid, *status;
  gsize length;
  const char *text = g_bytes_get_data (body, &length);

  form = g_uri_parse_params (text != NULL ? text : "", length, "&", G_URI_PARAMS_WWW_FORM, NULL);
  sid = form != NULL ? g_hash_table_lookup (form, "MessageSid") : NULL;
  status = form != NULL ? g_hash_table_lookup (form, "MessageStatus") : NULL;
  if (sid == NULL || *sid == '\0' || (status == NULL && g_hash_table_lookup (form, "From") == NULL))
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED,
                           _("What Twilio reported could not be understood."));
      return NULL;
    }

  json_object_set_string_member (object, "sid", sid);
  if (status != NULL)
    write_status (object, form, now);
  else
    write_message (object, form, now);

  event_id = status != NULL ? g_strconcat (sid, ":", status, NULL) : g_strdup (sid);
  raw = callboard_json_to_text (object);

  return callboard_raw_event_new (event_id, raw);
}
