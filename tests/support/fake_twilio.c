/* fake_twilio.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "fake_twilio.h"

#include "callboard-clock.h"
#include "callboard-json.h"

#include <libsoup/soup.h>
#include <string.h>

#define ROOT "/2010-04-01/Accounts/" FAKE_TWILIO_ACCOUNT

struct _FakeTwilio
{
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;
  char         *url;

  GMutex        mutex;
  GCond         ready;
  GPtrArray    *messages; /* JsonObject, oldest first */
  GPtrArray    *log;
  guint         n_created;
  guint         next_id;
  gint64        skew;

  guint         status;
  char         *content_type;
  char         *body;
  char         *retry_after;
  gboolean      drop;

  GBytes       *file;
  char         *file_type;
};

static char *
format_date (gint64 at)
{
  g_autoptr(GDateTime) date = g_date_time_new_from_unix_utc (at / CALLBOARD_SECOND);

  return g_date_time_format (date, "%a, %d %b %Y %H:%M:%S +0000");
}

static JsonObject *
find (FakeTwilio *self,
      const char *sid)
{
  for (guint i = 0; i < self->messages->len; i++)
    if (g_strcmp0 (callboard_json_get_string (g_ptr_array_index (self->messages, i), "sid"), sid) == 0)
      return g_ptr_array_index (self->messages, i);

  return NULL;
}

static JsonObject *
add (FakeTwilio *self,
     const char *direction,
     const char *from,
     const char *to,
     const char *body,
     gint64      at)
{
  JsonObject *message = json_object_new ();
  g_autofree char *sid = g_strdup_printf ("SM%032x", ++self->next_id);
  g_autofree char *date = format_date (at);
  gboolean inbound = g_str_equal (direction, "inbound");

  json_object_set_string_member (message, "sid", sid);
  json_object_set_string_member (message, "account_sid", FAKE_TWILIO_ACCOUNT);
  json_object_set_string_member (message, "direction", direction);
  json_object_set_string_member (message, "status", inbound ? "received" : "queued");
  json_object_set_string_member (message, "from", from);
  json_object_set_string_member (message, "to", to);
  json_object_set_string_member (message, "body", body);
  json_object_set_string_member (message, "num_segments", "1");
  json_object_set_string_member (message, "num_media", "0");
  json_object_set_null_member (message, "price");
  json_object_set_null_member (message, "error_code");
  json_object_set_null_member (message, "error_message");
  json_object_set_string_member (message, "date_created", date);
  json_object_set_string_member (message, "date_updated", date);
  if (inbound)
    json_object_set_string_member (message, "date_sent", date);
  else
    json_object_set_null_member (message, "date_sent");
  g_ptr_array_add (self->messages, message);

  return message;
}

static void
respond (SoupServerMessage *message,
         guint              status,
         const char        *content_type,
         const char        *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, content_type, SOUP_MEMORY_COPY, body, strlen (body));
}

static void
respond_error (SoupServerMessage *message,
               guint              status,
               guint              code,
               const char        *words)
{
  g_autofree char *body = g_strdup_printf ("{\"code\": %u, \"message\": \"%s\", \"more_info\": "
                                           "\"https://www.twilio.com/docs/errors/%u\", \"status\": %u}",
                                           code, words, code, status);

  respond (message, status, "application/json", body);
}

static void
respond_object (SoupServerMessage *message,
                guint              status,
                JsonObject        *object)
{
  g_autofree char *body = callboard_json_to_text (object);

  respond (message, status, "application/json", body);
}

static void
handle_send (FakeTwilio        *self,
             SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr(GHashTable) form = NULL;
  const char *to;
  const char *from;
  const char *text;

  if (g_strcmp0 (soup_message_headers_get_content_type (headers, NULL), SOUP_FORM_MIME_TYPE_URLENCODED) != 0)
    {
      respond_error (message, 415, 20415, "Unsupported media type");
      return;
    }

  form = soup_form_decode (body->data);
  to = g_hash_table_lookup (form, "To");
  from = g_hash_table_lookup (form, "From");
  text = g_hash_table_lookup (form, "Body");

  if (from == NULL)
    from = g_hash_table_lookup (form, "MessagingServiceSid");

  if (to == NULL || *to != '+')
    respond_error (message, 400, 21211, "The 'To' number is not a valid phone number");
  else if (from == NULL)
    respond_error (message, 400, 21603, "A 'From' phone number is required");
  else if (text == NULL || *text == '\0')
    respond_error (message, 400, 21602, "Message body is required");
  else
    {
      respond_object (message, 201, add (self, "outbound-api", from, to, text, g_get_real_time () + self->skew));
      self->n_created++;

      if (self->drop)
        {
          g_autoptr(GIOStream) stream = soup_server_message_steal_connection (message);

          g_io_stream_close (stream, NULL, NULL);
        }
    }
}

static gboolean
matches (JsonObject *object,
         GHashTable *query)
{
  const char *to = g_hash_table_lookup (query, "To");
  const char *from = g_hash_table_lookup (query, "From");
  const char *since = g_hash_table_lookup (query, "DateSent>");
  const char *sent = callboard_json_get_string (object, "date_sent");
  g_autoptr(GDateTime) date = sent ? soup_date_time_new_from_http_string (sent) : NULL;
  g_autofree char *day = date ? g_date_time_format (date, "%Y-%m-%d") : NULL;

  return (to == NULL || g_str_equal (to, callboard_json_get_string (object, "to"))) &&
         (from == NULL || g_str_equal (from, callboard_json_get_string (object, "from"))) &&
         (since == NULL || g_strcmp0 (day, since) >= 0);
}

static char *
next_page_uri (GHashTable *query,
               guint       page)
{
  g_autofree char *encoded = NULL;

  g_hash_table_remove (query, "Page");
  encoded = soup_form_encode_hash (query);

  return g_strdup_printf ("%s/Messages.json?%s&Page=%u", ROOT, encoded, page);
}

static void
handle_list (FakeTwilio        *self,
             SoupServerMessage *message,
             GHashTable        *query)
{
  const char *size_text = g_hash_table_lookup (query, "PageSize");
  const char *page_text = g_hash_table_lookup (query, "Page");
  guint size = size_text ? atoi (size_text) : 50;
  guint page = page_text ? atoi (page_text) : 0;
  guint n_matching = 0;
  JsonArray *messages = json_array_new ();
  g_autoptr(JsonObject) answer = json_object_new ();

  for (guint i = self->messages->len; i > 0; i--)
    {
      JsonObject *object = g_ptr_array_index (self->messages, i - 1);

      if (!matches (object, query))
        continue;

      if (n_matching / size == page)
        json_array_add_object_element (messages, json_object_ref (object));

      n_matching++;
    }

  json_object_set_array_member (answer, "messages", messages);
  json_object_set_int_member (answer, "page", page);
  json_object_set_int_member (answer, "page_size", size);

  if (n_matching > (page + 1) * size)
    {
      g_autofree char *next = next_page_uri (query, page + 1);

      json_object_set_string_member (answer, "next_page_uri", next);
    }
  else
    json_object_set_null_member (answer, "next_page_uri");

  respond_object (message, 200, answer);
}

static void
handle_media (SoupServerMessage *message,
              JsonObject        *object)
{
  g_autoptr(JsonObject) answer = json_object_new ();
  JsonArray *list = json_array_new ();

  for (int i = 0; i < atoi (callboard_json_get_string (object, "num_media")); i++)
    {
      JsonObject *media = json_object_new ();
      g_autofree char *sid = g_strdup_printf ("ME%032x", i);

      g_autofree char *uri = g_strdup_printf (ROOT "/Messages/%s/Media/%s.json",
                                              callboard_json_get_string (object, "sid"), sid);

      json_object_set_string_member (media, "sid", sid);
      json_object_set_string_member (media, "content_type", "image/jpeg");
      json_object_set_string_member (media, "uri", uri);
      json_array_add_object_element (list, media);
    }

  json_object_set_array_member (answer, "media_list", list);
  respond_object (message, 200, answer);
}

/* Files are kept by another server, of another name; it is asked without credentials. */
static void
redirect (FakeTwilio        *self,
          SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *location = g_strdup_printf ("http://localhost%s/files/1?signature=a%%2Fb", strrchr (self->url, ':'));

  soup_message_headers_replace (headers, "Location", location);
  respond (message, 307, "text/html", "<html>");
}

static void
handle_file (FakeTwilio        *self,
             SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  gsize size;
  const char *data;

  if (soup_message_headers_get_one (headers, "Authorization") != NULL || self->file == NULL)
    {
      respond (message, 400, "application/xml", "<Error>Only one auth mechanism allowed</Error>");
      return;
    }

  data = g_bytes_get_data (self->file, &size);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, self->file_type, SOUP_MEMORY_COPY, data, size);
}

static void
handle_one (FakeTwilio        *self,
            SoupServerMessage *message,
            const char        *rest)
{
  g_autofree char *sid = g_strndup (rest, strcspn (rest, "./"));
  JsonObject *object = find (self, sid);

  if (object == NULL)
    respond_error (message, 404, 20404, "The requested resource was not found");
  else if (g_str_has_suffix (rest, "/Media.json"))
    handle_media (message, object);
  else if (strstr (rest, "/Media/ME") != NULL && self->file != NULL)
    redirect (self, message);
  else
    respond_object (message, 200, object);
}

static void
handle_authorized (FakeTwilio        *self,
                   SoupServerMessage *message,
                   const char        *path,
                   GHashTable        *query)
{
  g_autoptr(GHashTable) no_query = NULL;

  if (query == NULL)
    query = no_query = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (g_str_equal (path, ROOT ".json"))
    respond (message, 200, "application/json",
             "{\"sid\": \"" FAKE_TWILIO_ACCOUNT "\", \"friendly_name\": \"Theatre\", \"status\": \"active\"}");
  else if (g_str_equal (path, ROOT "/Messages.json") && soup_server_message_get_method (message) == SOUP_METHOD_POST)
    handle_send (self, message);
  else if (g_str_equal (path, ROOT "/Messages.json"))
    handle_list (self, message, query);
  else if (g_str_has_prefix (path, ROOT "/Messages/"))
    handle_one (self, message, path + strlen (ROOT "/Messages/"));
  else
    respond_error (message, 404, 20404, "The requested resource was not found");
}

static gboolean
is_authorized (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *pairs[] = { FAKE_TWILIO_ACCOUNT ":" FAKE_TWILIO_SECRET, FAKE_TWILIO_KEY ":" FAKE_TWILIO_SECRET };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *encoded = g_base64_encode ((const guchar *) pairs[i], strlen (pairs[i]));
      g_autofree char *expected = g_strconcat ("Basic ", encoded, NULL);

      if (g_strcmp0 (soup_message_headers_get_one (headers, "Authorization"), expected) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
write_log (FakeTwilio        *self,
           SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  const char *query = g_uri_get_query (uri);
  const char *type = soup_message_headers_get_one (headers, "Content-Type");

  g_ptr_array_add (self->log, g_strdup_printf ("%s %s%s%s%s%s%s%s", soup_server_message_get_method (message),
                                               g_uri_get_path (uri), query ? "?" : "", query ? query : "",
                                               type ? " " : "", type ? type : "",
                                               body->length ? " " : "", body->length ? body->data : ""));
}

static void
on_request_cb (SoupServer        *server,
               SoupServerMessage *message,
               const char        *path,
               GHashTable        *query,
               gpointer           user_data)
{
  FakeTwilio *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);

  g_mutex_lock (&self->mutex);
  write_log (self, message);

  if (self->skew != 0)
    {
      g_autofree char *date = format_date (g_get_real_time () + self->skew);

      soup_message_headers_replace (headers, "Date", date);
    }

  if (self->status != 0)
    {
      respond (message, self->status, self->content_type, self->body);
      if (self->retry_after != NULL)
        soup_message_headers_replace (headers, "Retry-After", self->retry_after);
    }
  else if (g_str_has_prefix (path, "/files/"))
    handle_file (self, message);
  else if (!is_authorized (message))
    respond_error (message, 401, 20003, "Authenticate");
  else
    handle_authorized (self, message, path, query);

  g_mutex_unlock (&self->mutex);
}

static gpointer
run (gpointer data)
{
  FakeTwilio *self = data;
  g_autoptr(SoupServer) server = NULL;
  g_autoptr(GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, on_request_cb, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (server);
  g_mutex_lock (&self->mutex);
  self->url = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_cond_signal (&self->ready);
  g_mutex_unlock (&self->mutex);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  g_main_loop_run (self->loop);

  soup_server_disconnect (server);
  g_clear_object (&server);
  while (g_main_context_iteration (self->context, FALSE));
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

FakeTwilio *
fake_twilio_new (void)
{
  FakeTwilio *self = g_new0 (FakeTwilio, 1);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->ready);
  self->messages = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  self->log = g_ptr_array_new_with_free_func (g_free);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("fake-twilio", run, self);

  g_mutex_lock (&self->mutex);
  while (self->url == NULL)
    g_cond_wait (&self->ready, &self->mutex);
  g_mutex_unlock (&self->mutex);

  return self;
}

static gboolean
on_quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);

  return G_SOURCE_REMOVE;
}

void
fake_twilio_free (FakeTwilio *self)
{
  g_main_context_invoke (self->context, on_quit_cb, self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->messages);
  g_ptr_array_unref (self->log);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->ready);
  g_free (self->content_type);
  g_free (self->body);
  g_free (self->retry_after);
  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->file_type);
  g_free (self->url);
  g_free (self);
}

const char *
fake_twilio_get_url (FakeTwilio *self)
{
  return self->url;
}

char *
fake_twilio_inbound (FakeTwilio *self,
                     const char *from,
                     const char *body,
                     gint64      at,
                     guint       n_media)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autofree char *media = g_strdup_printf ("%u", n_media);
  JsonObject *message = add (self, "inbound", from, FAKE_TWILIO_NUMBER, body, at ? at : g_get_real_time ());

  json_object_set_string_member (message, "num_media", media);

  return g_strdup (callboard_json_get_string (message, "sid"));
}

void
fake_twilio_set_status (FakeTwilio *self,
                        const char *sid,
                        const char *status,
                        gint64      error_code)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonObject *message = find (self, sid);

  g_assert_nonnull (message);
  json_object_set_string_member (message, "status", status);
  if (error_code != 0)
    json_object_set_int_member (message, "error_code", error_code);
}

void
fake_twilio_set_member (FakeTwilio *self,
                        const char *sid,
                        const char *name,
                        const char *value)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  JsonObject *message = find (self, sid);

  g_assert_nonnull (message);
  json_object_set_string_member (message, name, value);
}

void
fake_twilio_set_file (FakeTwilio *self,
                      GBytes     *bytes,
                      const char *content_type)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_clear_pointer (&self->file, g_bytes_unref);
  g_free (self->file_type);
  self->file = bytes != NULL ? g_bytes_ref (bytes) : NULL;
  self->file_type = g_strdup (content_type);
}

void
fake_twilio_set_answer (FakeTwilio *self,
                        guint       status,
                        const char *content_type,
                        const char *body,
                        const char *retry_after)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_free (self->content_type);
  g_free (self->body);
  g_free (self->retry_after);
  self->status = status;
  self->content_type = g_strdup (content_type);
  self->body = g_strdup (body);
  self->retry_after = g_strdup (retry_after);
}

void
fake_twilio_set_drop (FakeTwilio *self,
                      gboolean    drop)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->drop = drop;
}

void
fake_twilio_set_skew (FakeTwilio *self,
                      gint64      microseconds)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->skew = microseconds;
}

guint
fake_twilio_count_created (FakeTwilio *self)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return self->n_created;
}

char **
fake_twilio_steal_log (FakeTwilio *self)
{
  G_GNUC_UNUSED g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GPtrArray *log = self->log;

  self->log = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (log, NULL);

  return (char **) g_ptr_array_free (log, FALSE);
}
