/* fake_cloud.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake_cloud.h"

#include "callboard-json.h"

#include <libsoup/soup.h>
#include <string.h>

#define ROOT "/v23.0"

struct _FakeCloud
{
  SoupServer *server;
  char       *url;
  GPtrArray  *messages;
  GHashTable *files;
  GHashTable *templates;
  guint       n_asked;
  guint       n_uploads;

  guint       status;
  gint64      code;
  char       *retry_after;
  gboolean    drop;

  GBytes     *file;
  char       *file_hash;
  char       *file_host;
};

static void
respond (SoupServerMessage *message,
         guint              status,
         const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, body, strlen (body));
}

static void
respond_error (SoupServerMessage *message,
               guint              status,
               gint64             code,
               const char        *details)
{
  g_autofree char *body =
    g_strdup_printf ("{\"error\": {\"message\": \"(#%" G_GINT64_FORMAT ") Refused\", \"type\": \"OAuthException\", \"code\": %"
                     G_GINT64_FORMAT ", \"error_data\": {\"messaging_product\": \"whatsapp\", \"details\": \"%s\"},"
                     " \"fbtrace_id\": \"x\"}}", code, code, details);

  respond (message, status, body);
}

static gboolean
has_length (const char *text,
            glong       max)
{
  return text != NULL && *text != '\0' && g_utf8_strlen (text, -1) <= max;
}

static const char *
judge_buttons (JsonObject *action)
{
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *buttons = callboard_json_get_array (action, "buttons");

  if (buttons == NULL || json_array_get_length (buttons) < 1 || json_array_get_length (buttons) > 3)
    return "1 to 3 buttons";

  for (guint i = 0; i < json_array_get_length (buttons); i++)
    {
      JsonObject *reply = callboard_json_get_object (callboard_json_array_get_object (buttons, i), "reply");
      const char *title = callboard_json_get_string (reply, "title");

      if (!has_length (callboard_json_get_string (reply, "id"), 256) || !has_length (title, 20) ||
          !g_hash_table_add (titles, (char *) title))
        return "button";
    }

  return NULL;
}

static const char *
judge_list (JsonObject *action)
{
  JsonArray *sections = callboard_json_get_array (action, "sections");
  JsonArray *rows;

  if (!has_length (callboard_json_get_string (action, "button"), 20) || sections == NULL || json_array_get_length (sections) != 1)
    return "list";

  rows = callboard_json_get_array (callboard_json_array_get_object (sections, 0), "rows");
  if (rows == NULL || json_array_get_length (rows) < 1 || json_array_get_length (rows) > 10)
    return "1 to 10 rows";

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = callboard_json_array_get_object (rows, i);
      const char *description = callboard_json_get_string (row, "description");

      if (!has_length (callboard_json_get_string (row, "id"), 200) || !has_length (callboard_json_get_string (row, "title"), 24) ||
          (description != NULL && !has_length (description, 72)))
        return "row";
    }

  return NULL;
}

static const char *
judge_interactive (JsonObject *interactive)
{
  const char *type = callboard_json_get_string (interactive, "type");
  JsonObject *action = callboard_json_get_object (interactive, "action");
  gboolean is_list = g_strcmp0 (type, "list") == 0;

  if (!has_length (callboard_json_get_string (callboard_json_get_object (interactive, "body"), "text"), is_list ? 4096 : 1024))
    return "body";

  return is_list ? judge_list (action) : judge_buttons (action);
}

static const char *
judge_values (JsonObject *component)
{
  JsonArray *parameters = callboard_json_get_array (component, "parameters");

  for (guint i = 0; parameters != NULL && i < json_array_get_length (parameters); i++)
    {
      JsonObject *parameter = callboard_json_array_get_object (parameters, i);
      const char *text = callboard_json_get_string (parameter, "text");

      if (g_strcmp0 (callboard_json_get_string (parameter, "type"), "text") == 0 &&
          (!has_length (text, 1024) || strpbrk (text, "\n\t") != NULL || strstr (text, "     ") != NULL))
        return "a value";
    }

  return NULL;
}

static const char *
judge_template (JsonObject *template)
{
  JsonArray *components = callboard_json_get_array (template, "components");

  if (!has_length (callboard_json_get_string (template, "name"), 512) ||
      !has_length (callboard_json_get_string (callboard_json_get_object (template, "language"), "code"), 10))
    return "template";

  for (guint i = 0; components != NULL && i < json_array_get_length (components); i++)
    {
      const char *wrong = judge_values (callboard_json_array_get_object (components, i));

      if (wrong != NULL)
        return wrong;
    }

  return NULL;
}

static const char *
judge (FakeCloud  *self,
       JsonObject *object)
{
  const char *type = callboard_json_get_string (object, "type");
  const char *to = callboard_json_get_string (object, "to");
  JsonObject *part = type != NULL ? callboard_json_get_object (object, type) : NULL;

  if (g_strcmp0 (callboard_json_get_string (object, "messaging_product"), "whatsapp") != 0 || to == NULL || *to != '+' || part == NULL ||
      !has_length (callboard_json_get_string (object, "biz_opaque_callback_data"), 512))
    return "envelope";
  if (g_str_equal (type, "text"))
    return has_length (callboard_json_get_string (part, "body"), 4096) ? NULL : "text.body";
  if (g_str_equal (type, "interactive"))
    return judge_interactive (part);
  if (g_str_equal (type, "template"))
    return judge_template (part);
  if (g_str_equal (type, "audio") && json_object_has_member (part, "caption"))
    return "audio has no caption";

  return callboard_json_get_string (part, "id") != NULL && g_hash_table_contains (self->files, callboard_json_get_string (part, "id"))
         ? NULL : "media id";
}

static void
handle_send (FakeCloud         *self,
             SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(JsonObject) object = callboard_json_parse_object (body->data, body->length, 1024 * 1024, NULL);
  const char *wrong = object != NULL ? judge (self, object) : "no JSON";
  g_autofree char *answer = NULL;

  if (self->status != 0)
    {
      respond_error (message, self->status, self->code, "as told");
      if (self->retry_after != NULL)
        soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", self->retry_after);
      return;
    }

  if (wrong != NULL)
    {
      respond_error (message, 400, 131009, wrong);
      return;
    }

  g_ptr_array_add (self->messages, g_steal_pointer (&object));
  if (self->drop)
    {
      g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

      g_io_stream_close (stream, NULL, NULL);
      return;
    }

  answer = g_strdup_printf ("{\"messaging_product\": \"whatsapp\", \"contacts\": [{\"input\": \"x\", \"wa_id\": \"1\"}],"
                            " \"messages\": [{\"id\": \"wamid.%u\"}]}", self->messages->len);
  respond (message, 200, answer);
}

static void
handle_upload (FakeCloud         *self,
               SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GBytes) bytes = soup_message_body_flatten (body);
  g_autoptr(GHashTable) form = NULL;
  g_autoptr(GBytes) file = NULL;
  g_autofree char *type = NULL, *answer = NULL;
  SoupMultipart *multipart = soup_multipart_new_from_message (headers, bytes);

  if (multipart == NULL)
    {
      respond_error (message, 400, 100, "no form");
      return;
    }

  /* It takes the parts. */
  form = soup_form_decode_multipart (multipart, "file", NULL, &type, &file);
  if (file == NULL || g_strcmp0 (g_hash_table_lookup (form, "messaging_product"), "whatsapp") != 0 ||
      g_strcmp0 (g_hash_table_lookup (form, "type"), type) != 0)
    {
      respond_error (message, 400, 100, "form");
      return;
    }

  answer = g_strdup_printf ("{\"id\": \"media.%u\"}", ++self->n_uploads);
  g_hash_table_add (self->files, g_strdup_printf ("media.%u", self->n_uploads));
  respond (message, 200, answer);
}

static void
describe_file (FakeCloud         *self,
               SoupServerMessage *message)
{
  g_autofree char *body = NULL;

  if (self->file == NULL)
    {
      respond_error (message, 404, 100, "does not exist");
      return;
    }

  body = g_strdup_printf ("{\"messaging_product\": \"whatsapp\", \"url\": \"%s/whatsapp_business/attachments/?mid=1\","
                          " \"mime_type\": \"image/jpeg\", \"sha256\": \"%s\", \"file_size\": %" G_GSIZE_FORMAT ", \"id\": \"inbound\"}",
                          self->file_host != NULL ? self->file_host : self->url, self->file_hash, g_bytes_get_size (self->file));
  respond (message, 200, body);
}

static void
handle_file (FakeCloud         *self,
             SoupServerMessage *message)
{
  gsize size;
  const char *data = g_bytes_get_data (self->file, &size);

  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "image/jpeg", SOUP_MEMORY_COPY, data, size);
}

static void
handle_ask (FakeCloud         *self,
            SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(JsonObject) object = callboard_json_parse_object (body->data, body->length, 1024 * 1024, NULL);
  const char *name = callboard_json_get_string (object, "name");

  self->n_asked++;
  if (name == NULL || callboard_json_get_array (object, "components") == NULL)
    respond_error (message, 400, 100, "template");
  else if (g_str_equal (name, "bad"))
    respond (message, 400, "{\"error\": {\"message\": \"Invalid parameter\", \"code\": 100, \"error_subcode\": 2388047,"
             " \"error_user_msg\": \"The header is not valid.\"}}");
  else if (g_hash_table_contains (self->templates, name))
    respond (message, 400, "{\"error\": {\"message\": \"Exists\", \"code\": 100, \"error_subcode\": 2388024}}");
  else
    {
      json_object_set_string_member (object, "status", "PENDING");
      g_hash_table_insert (self->templates, g_strdup (name), json_object_ref (object));
      respond (message, 200, "{\"id\": \"1\", \"status\": \"PENDING\", \"category\": \"MARKETING\"}");
    }
}

/* Two pages, the first of them empty. */
static void
handle_list (FakeCloud         *self,
             SoupServerMessage *message,
             GHashTable        *query)
{
  g_autoptr(JsonObject) answer = json_object_new ();
  g_autofree char *text = NULL;
  JsonArray *data = json_array_new ();
  GHashTableIter iter;
  gpointer value;

  if (query == NULL || g_hash_table_lookup (query, "after") == NULL)
    {
      json_array_unref (data);
      respond (message, 200, "{\"data\": [], \"paging\": {\"cursors\": {\"after\": \"MjQ=\"}, \"next\": \"https://example.org\"}}");
      return;
    }

  g_hash_table_iter_init (&iter, self->templates);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    json_array_add_object_element (data, json_object_ref (value));
  json_object_set_array_member (answer, "data", data);
  text = callboard_json_to_text (answer);
  respond (message, 200, text);
}

static gboolean
is_authorized (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);

  return g_strcmp0 (soup_message_headers_get_one (headers, "Authorization"), "Bearer " FAKE_CLOUD_TOKEN) == 0 ||
         g_strcmp0 (soup_message_headers_get_one (headers, "D360-API-KEY"), FAKE_CLOUD_TOKEN) == 0;
}

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  FakeCloud *self = user_data;

  if (!is_authorized (message))
    respond_error (message, 401, 190, "Invalid OAuth access token");
  else if (g_str_equal (path, ROOT "/" FAKE_CLOUD_NUMBER "/messages") || g_str_equal (path, "/messages"))
    handle_send (self, message);
  else if (g_str_equal (path, ROOT "/" FAKE_CLOUD_NUMBER "/media") || g_str_equal (path, "/media"))
    handle_upload (self, message);
  else if (g_str_equal (path, ROOT "/" FAKE_CLOUD_NUMBER))
    respond (message, 200, "{\"display_phone_number\": \"+44 7700 900000\", \"verified_name\": \"Theatre\", \"quality_rating\": \"GREEN\","
             " \"whatsapp_business_manager_messaging_limit\": \"TIER_2K\", \"id\": \"" FAKE_CLOUD_NUMBER "\"}");
  else if (g_str_equal (path, ROOT "/" FAKE_CLOUD_WABA "/message_templates") &&
           soup_server_message_get_method (message) == SOUP_METHOD_POST)
    handle_ask (self, message);
  else if (g_str_equal (path, ROOT "/" FAKE_CLOUD_WABA "/message_templates"))
    handle_list (self, message, query);
  else if (g_str_equal (path, "/v1/configs/templates"))
    respond (message, 200, "{\"waba_templates\": [], \"count\": 0}");
  else if (g_str_has_suffix (path, "/inbound"))
    describe_file (self, message);
  else if (g_str_has_prefix (path, "/whatsapp_business/attachments"))
    handle_file (self, message);
  else
    respond_error (message, 400, 100, "Unsupported request");
}

FakeCloud *
fake_cloud_new (void)
{
  FakeCloud *self = g_new0 (FakeCloud, 1);
  g_autoptr(GError) error = NULL;
  GSList *uris;

  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->templates = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) json_object_unref);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, on_request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
fake_cloud_free (FakeCloud *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_ptr_array_unref (self->messages);
  g_hash_table_unref (self->files);
  g_hash_table_unref (self->templates);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->file_hash);
  g_free (self->file_host);
  g_free (self->retry_after);
  g_free (self->url);
  g_free (self);
}

const char *
fake_cloud_get_url (FakeCloud *self)
{
  return self->url;
}

JsonObject *
fake_cloud_get_message (FakeCloud *self,
                        guint      index)
{
  g_assert_cmpuint (index, <, self->messages->len);

  return g_ptr_array_index (self->messages, index);
}

guint
fake_cloud_count_messages (FakeCloud *self)
{
  return self->messages->len;
}

guint
fake_cloud_count_uploads (FakeCloud *self)
{
  return self->n_uploads;
}

void
fake_cloud_set_template (FakeCloud  *self,
                         const char *name,
                         const char *status,
                         const char *body)
{
  JsonObject *template = g_hash_table_lookup (self->templates, name);

  g_assert_nonnull (template);
  json_object_set_string_member (template, "status", status);
  if (body != NULL)
    json_object_set_string_member (callboard_json_array_get_object (callboard_json_get_array (template, "components"), 0), "text", body);
}

guint
fake_cloud_count_asked (FakeCloud *self)
{
  return self->n_asked;
}

void
fake_cloud_forget_files (FakeCloud *self)
{
  g_hash_table_remove_all (self->files);
}

void
fake_cloud_set_error (FakeCloud  *self,
                      guint       status,
                      gint64      code,
                      const char *retry_after)
{
  g_free (self->retry_after);
  self->status = status;
  self->code = code;
  self->retry_after = g_strdup (retry_after);
}

void
fake_cloud_set_drop (FakeCloud *self,
                     gboolean   drop)
{
  self->drop = drop;
}

void
fake_cloud_set_file (FakeCloud  *self,
                     GBytes     *bytes,
                     const char *hash,
                     const char *host)
{
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->file_hash);
  g_free (self->file_host);
  self->file = g_bytes_ref (bytes);
  self->file_hash = g_strdup (hash);
  self->file_host = g_strdup (host);
}
