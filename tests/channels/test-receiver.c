/* test-receiver.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <libsoup/soup.h>
#include <string.h>

#include "callboard-office.h"
#include "callboard-receiver.h"
#include "callboard-test.h"
#include "callboard-twilio-parse.h"
#include "callboard-twilio-webhook.h"

#define HELLO "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"changes\": [{\"field\": \"messages\", \"value\":"  \
              " {\"metadata\": {\"phone_number_id\": \"%s\"}, \"messages\": [{\"id\": \"%s\", \"from\": \"447700900123\","    \
              " \"type\": \"text\", \"text\": {\"body\": \"Yes\"}}]}}]}]}"
/* A receiver with two numbers of one app at Meta (2 and 3), 360dialog (4) and Twilio (5). */
typedef struct
{
  CallboardTest     *test;
  CallboardReceiver *receiver;
  SoupSession       *session;
  char              *url;
} Fixture;

static void
add_account (Fixture           *fixture,
             CallboardProvider  provider,
             const char        *settings)
{
  callboard_test_execute (fixture->test, callboard_account_command_new (0, provider, "Account", settings));
}

static void
listen (Fixture *fixture)
{
  g_autoptr(GError) error = NULL;

  fixture->receiver = callboard_receiver_new (fixture->test->store);
  callboard_receiver_start (fixture->receiver, 0, &error);
  g_assert_no_error (error);
  g_free (fixture->url);
  fixture->url = g_strdup_printf ("http://127.0.0.1:%u", callboard_receiver_get_port (fixture->receiver));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->test = callboard_test_new ();
  add_account (fixture, CALLBOARD_PROVIDER_REHEARSAL, "{}");
  add_account (fixture, CALLBOARD_PROVIDER_META, "{\"phone_number_id\": \"100\"}");
  add_account (fixture, CALLBOARD_PROVIDER_META, "{\"phone_number_id\": \"200\"}");
  add_account (fixture, CALLBOARD_PROVIDER_360DIALOG, "{}");
  add_account (fixture, CALLBOARD_PROVIDER_TWILIO, "{\"account_sid\": \"AC1\"}");
  fixture->session = soup_session_new ();
  listen (fixture);
}

static void
iterate (guint n)
{
  while (n-- > 0)
    g_main_context_iteration (NULL, FALSE);
}

/* Secrets that were asked for come back first. */
static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  callboard_receiver_stop (fixture->receiver);
  iterate (50);
  g_assert_finalize_object (g_steal_pointer (&fixture->receiver));
  g_clear_object (&fixture->session);
  callboard_test_free (fixture->test);
  g_free (fixture->url);
}

static SoupMessage *
new_request (Fixture    *fixture,
             const char *method,
             const char *path,
             const char *body)
{
  g_autofree char *url = g_strconcat (fixture->url, path, NULL);
  SoupMessage *message = soup_message_new (method, url);

  if (body != NULL)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }

  return message;
}

static void
set_header (SoupMessage *message,
            const char  *name,
            const char  *value)
{
  soup_message_headers_replace (soup_message_get_request_headers (message), name, value);
}

static void
sign_meta (SoupMessage *message,
           const char  *secret,
           const char  *body)
{
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) secret, strlen (secret), body, -1);
  g_autofree char *signature = g_strconcat ("sha256=", digest, NULL);

  set_header (message, "X-Hub-Signature-256", signature);
}

typedef struct
{
  gboolean  done;
  char     *text;
} Answer;

static void
answered_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GBytes) bytes = soup_session_send_and_read_finish (SOUP_SESSION (object), result, NULL);
  Answer *answer = user_data;

  answer->done = TRUE;
  answer->text = bytes != NULL ? g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)) : NULL;
}

/* Takes the message; returns the status. */
static guint
send (Fixture      *fixture,
      SoupMessage  *message,
      char        **text)
{
  g_autoptr(SoupMessage) mine = message;
  Answer answer = { FALSE };

  soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, answered_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  if (text != NULL)
    *text = answer.text;
  else
    g_free (answer.text);

  return soup_message_get_status (message);
}

static guint
send_meta (Fixture    *fixture,
           const char *path,
           const char *secret,
           const char *body)
{
  SoupMessage *message = new_request (fixture, "POST", path, body);

  sign_meta (message, secret, body);

  return send (fixture, message, NULL);
}

static char *
write_hello (const char *number,
             const char *id)
{
  return g_strdup_printf (HELLO, number, id);
}

#define assert_inbox(fixture, account, count) \
  callboard_test_assert_number ((fixture)->test, "SELECT count(*) FROM inbox WHERE account_id = " #account, ==, count)

static void
test_handshake (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *text = NULL;
  guint good = send (fixture, new_request (fixture, "GET", "/meta/2?hub.mode=subscribe&hub.verify_token=open%20sesame"
                                           "&hub.challenge=1158201444", NULL), &text);

  g_assert_cmpuint (good, ==, 200);
  g_assert_cmpstr (text, ==, "1158201444");
  g_assert_cmpuint (send (fixture, new_request (fixture, "GET", "/meta/2?hub.mode=subscribe&hub.verify_token=x&hub.challenge=1",
                                                NULL), NULL), ==, 403);
  g_assert_cmpuint (send (fixture, new_request (fixture, "GET", "/meta/2", NULL), NULL), ==, 403);
  g_assert_cmpuint (send (fixture, new_request (fixture, "GET", "/twilio/5?hub.mode=subscribe&hub.verify_token=open%20sesame"
                                                "&hub.challenge=1", NULL), NULL), ==, 403);
}

static void
test_proof (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (send (fixture, new_request (fixture, "GET", "/proof", NULL), &text), ==, 200);
  g_assert_cmpstr (text, ==, callboard_receiver_get_proof (fixture->receiver));
}

/* Nothing is told to who asks for something else. */
static void
test_strangers (Fixture       *fixture,
                gconstpointer  data)
{
  const char *paths[] = { "/", "/meta", "/meta/", "/meta/1", "/meta/9", "/meta/2/", "/meta/02", "/twilio/2", "/meta/2x", "//meta/2" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    g_assert_cmpuint (send (fixture, new_request (fixture, "POST", paths[i], "{}"), NULL), ==, 404);

  g_assert_cmpuint (send (fixture, new_request (fixture, "PUT", "/meta/2", "{}"), NULL), ==, 405);
  g_assert_cmpuint (send (fixture, new_request (fixture, "DELETE", "/meta/2", NULL), NULL), ==, 405);
  g_assert_cmpuint (send (fixture, new_request (fixture, "POST", "/proof", "{}"), NULL), ==, 405);
}

static void
test_meta (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *body = write_hello ("100", "wamid.1");
  g_autofree char *changed = write_hello ("100", "wamid.2");
  SoupMessage *message = new_request (fixture, "POST", "/meta/2", changed);

  sign_meta (message, "app", body);
  g_assert_cmpuint (send (fixture, message, NULL), ==, 403);
  g_assert_cmpuint (send (fixture, new_request (fixture, "POST", "/meta/2", body), NULL), ==, 403);
  g_assert_cmpuint (send_meta (fixture, "/meta/2", "another", body), ==, 403);
  assert_inbox (fixture, 2, 0);

  g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", body), ==, 200);
  g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", body), ==, 200);
  assert_inbox (fixture, 2, 1);
  callboard_test_assert_text (fixture->test, "SELECT event_id FROM inbox", "wamid.1");
}

/* One address serves all numbers of an app. */
static void
test_two_numbers (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *second = write_hello ("200", "wamid.1");
  g_autofree char *foreign = write_hello ("300", "wamid.2");

  g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", second), ==, 200);
  g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", foreign), ==, 200);
  assert_inbox (fixture, 2, 0);
  assert_inbox (fixture, 3, 1);
}

static void
test_360dialog (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *body = write_hello ("900", "wamid.1");
  SoupMessage *message = new_request (fixture, "POST", "/360dialog/4", body);
  SoupMessage *wrong = new_request (fixture, "POST", "/360dialog/4", body);

  set_header (message, "X-Callboard-Secret", "between us");
  set_header (wrong, "X-Callboard-Secret", "between ut");
  g_assert_cmpuint (send (fixture, wrong, NULL), ==, 403);
  g_assert_cmpuint (send_meta (fixture, "/360dialog/4", "app", body), ==, 403);
  g_assert_cmpuint (send (fixture, message, NULL), ==, 200);
  assert_inbox (fixture, 4, 1);
}

static SoupMessage *
new_twilio (Fixture    *fixture,
            const char *public_url,
            const char *body)
{
  SoupMessage *message = new_request (fixture, "POST", "/twilio/5?x=1", body);
  g_autoptr(GHmac) hmac = g_hmac_new (G_CHECKSUM_SHA1, (const guchar *) "token", 5);
  g_autofree char *text = g_strconcat (public_url, "/twilio/5?x=1", NULL);
  g_autofree char *signature = NULL;
  guint8 digest[20];
  gsize length = sizeof digest;

  g_hmac_update (hmac, (const guchar *) text, strlen (text));
  g_hmac_update (hmac, (const guchar *) "MessageSidSM9MessageStatusdelivered", -1);
  g_hmac_get_digest (hmac, digest, &length);
  signature = g_base64_encode (digest, length);
  set_header (message, "X-Twilio-Signature", signature);

  return message;
}

/* Twilio signs the address that it knows. */
static void
test_twilio (Fixture       *fixture,
             gconstpointer  data)
{
  const char *body = "MessageSid=SM9&MessageStatus=delivered";
  g_autofree char *text = NULL;

  g_assert_cmpuint (send (fixture, new_twilio (fixture, fixture->url, body), NULL), ==, 200);
  g_assert_cmpuint (send (fixture, new_twilio (fixture, "https://desk.example.org", body), NULL), ==, 403);

  callboard_receiver_set_public_url (fixture->receiver, "https://desk.example.org/");
  g_assert_cmpuint (send (fixture, new_twilio (fixture, fixture->url, body), NULL), ==, 403);
  g_assert_cmpuint (send (fixture, new_twilio (fixture, "https://desk.example.org", body), &text), ==, 200);
  g_assert_true (g_str_has_suffix (text, "<Response/>"));
  assert_inbox (fixture, 5, 1);
  callboard_test_assert_text (fixture->test, "SELECT event_id FROM inbox", "SM9:delivered");
}

static void
test_rubbish (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *deep = g_strnfill (10000, '[');
  const char *bodies[] = { "", "{", "<html></html>", "{\"object\": \"page\"}", deep };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", bodies[i]), ==, 400);

  assert_inbox (fixture, 2, 0);
}

static void
test_too_long (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *body = g_strnfill (5 * 1024 * 1024, ' ');
  guint status = send_meta (fixture, "/meta/2", "app", body);

  /* The connection may be closed before all of it was sent. */
  g_assert_true (status == 413 || status == 0);
  assert_inbox (fixture, 2, 0);
}

static GSocketConnection *
connect_raw (Fixture    *fixture,
             const char *text)
{
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GError) error = NULL;
  GSocketConnection *connection = g_socket_client_connect_to_host (client, fixture->url + strlen ("http://"), 0, NULL, &error);

  g_assert_no_error (error);
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), text, strlen (text), NULL, NULL, NULL);

  return connection;
}

/* A body without an announced end is not kept beyond the limit. */
static void
test_endless (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr(GSocketConnection) connection = connect_raw (fixture, "POST /meta/2 HTTP/1.1\r\nHost: x\r\n"
                                                         "Transfer-Encoding: chunked\r\n\r\n");
  GOutputStream *output = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *chunk = g_strdup_printf ("10000\r\n%0*d\r\n", 0x10000, 0);
  gboolean open = TRUE;
  guint n_sent = 0;

  g_socket_set_blocking (g_socket_connection_get_socket (connection), FALSE);
  while (open && n_sent < 64 * 1024 * 1024)
    {
      g_autoptr(GError) error = NULL;
      gssize n = g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (output), chunk, strlen (chunk), NULL,
                                                             &error);

      n_sent += MAX (n, 0);
      open = error == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK);
      iterate (20);
    }

  g_assert_false (open);
}

/* Hundreds of doors that somebody holds open keep nobody out. */
static void
test_held_open (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr(GPtrArray) held = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *body = write_hello ("100", "wamid.1");

  for (guint i = 0; i < 400; i++)
    {
      g_ptr_array_add (held, connect_raw (fixture, i % 2 ? "" : "POST /meta/2 HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n"));
      iterate (5);
    }

  g_assert_cmpuint (send_meta (fixture, "/meta/2", "app", body), ==, 200);
  assert_inbox (fixture, 2, 1);
}

static void
test_parallel (Fixture       *fixture,
               gconstpointer  data)
{
  Answer answers[200] = { { FALSE } };
  g_autoptr(GPtrArray) messages = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *id = g_strdup_printf ("wamid.%u", i / 2);
      g_autofree char *body = write_hello ("100", id);
      SoupMessage *message = new_request (fixture, "POST", "/meta/2", body);

      sign_meta (message, "app", body);
      g_ptr_array_add (messages, message);
      soup_session_send_and_read_async (fixture->session, message, G_PRIORITY_DEFAULT, NULL, answered_cb, &answers[i]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      while (!answers[i].done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (soup_message_get_status (g_ptr_array_index (messages, i)), ==, 200);
      g_free (answers[i].text);
    }

  assert_inbox (fixture, 2, 100);
}

/* Whoever hangs up, or the end of the program, finds a request that waits to be confirmed. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *body = write_hello ("100", "wamid.1");
  g_autofree char *digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guchar *) "app", 3, body, -1);
  g_autofree char *text = g_strdup_printf ("POST /meta/2 HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256=%s\r\n"
                                           "Content-Length: %zu\r\n\r\n%s", digest, strlen (body), body);
  GSocketConnection *connection = connect_raw (fixture, text);

  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  g_object_unref (connection);
  iterate (3);
  callboard_receiver_stop (fixture->receiver);
  iterate (100);
}

static CallboardEvent *
read_webhook (const char  *form,
              const char **event_id)
{
  g_autoptr(GBytes) body = g_bytes_new (form, strlen (form));
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRawEvent) raw = callboard_twilio_webhook_read (body, CALLBOARD_TEST_NOW, &error);
  CallboardEvent *event;

  g_assert_no_error (error);
  *event_id = g_intern_string (raw->event_id);
  event = callboard_twilio_parse (raw->raw, &error);
  g_assert_no_error (error);

  return event;
}

/* What comes in by webhook is what polling would have found. */
static void
test_twilio_message (void)
{
  const char *id;
  g_autoptr(CallboardEvent) event = read_webhook ("MessageSid=SM1&From=%2B447700900123&To=%2B447700900000&Body=Ja%2C+gr%C3%BCn"
                                                  "&NumMedia=1&MediaUrl0=https%3A%2F%2Fapi.twilio.com%2F2010-04-01%2FMedia%2FME1"
                                                  "&MediaContentType0=image%2Fpng", &id);
  const CallboardEventFile *file = g_ptr_array_index (event->files, 0);

  g_assert_cmpstr (id, ==, "SM1");
  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_MESSAGE);
  g_assert_cmpstr (event->from, ==, "+447700900123");
  g_assert_cmpstr (event->text, ==, "Ja, grün");
  g_assert_cmpint (event->at, ==, CALLBOARD_TEST_NOW);
  g_assert_cmpstr (file->type, ==, "image/png");
  g_assert_cmpstr (file->source, ==, "/2010-04-01/Media/ME1");
}

static void
test_twilio_status (void)
{
  const char *id;
  g_autoptr(CallboardEvent) event = read_webhook ("MessageSid=SM2&MessageStatus=undelivered&ErrorCode=30006&To=%2B447700900123",
                                                  &id);

  g_assert_cmpstr (id, ==, "SM2:undelivered");
  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_RECEIPT);
  g_assert_cmpint (event->state, ==, CALLBOARD_MESSAGE_FAILED);
  g_assert_cmpint (event->failure, ==, CALLBOARD_FAILURE_WRONG_NUMBER);
  g_assert_cmpstr (event->code, ==, "30006");
}

static void
test_twilio_rubbish (void)
{
  const char *forms[] = { "", "%", "MessageSid=", "MessageSid=SM1", "From=%2B447700900123", "MessageSid=%00&From=1" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr(GBytes) body = g_bytes_new (forms[i], strlen (forms[i]));
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_twilio_webhook_read (body, CALLBOARD_TEST_NOW, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }
}

static void
test_port_in_use (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(CallboardReceiver) second = callboard_receiver_new (fixture->test->store);
  g_autoptr(GError) error = NULL;

  g_assert_false (callboard_receiver_start (second, callboard_receiver_get_port (fixture->receiver), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_setenv ("CALLBOARD_SECRET_2", "{\"secret\": \"t\", \"app_secret\": \"app\", \"verify_token\": \"open sesame\"}", TRUE);
  g_setenv ("CALLBOARD_SECRET_3", "{\"secret\": \"t\", \"app_secret\": \"app\", \"verify_token\": \"x\"}", TRUE);
  g_setenv ("CALLBOARD_SECRET_4", "{\"secret\": \"t\", \"webhook_secret\": \"between us\"}", TRUE);
  g_setenv ("CALLBOARD_SECRET_5", "token", TRUE);

  g_test_add_func ("/receiver/twilio-message", test_twilio_message);
  g_test_add_func ("/receiver/twilio-status", test_twilio_status);
  g_test_add_func ("/receiver/twilio-rubbish", test_twilio_rubbish);
  ADD ("/receiver/handshake", test_handshake);
  ADD ("/receiver/proof", test_proof);
  ADD ("/receiver/strangers", test_strangers);
  ADD ("/receiver/meta", test_meta);
  ADD ("/receiver/two-numbers", test_two_numbers);
  ADD ("/receiver/360dialog", test_360dialog);
  ADD ("/receiver/twilio", test_twilio);
  ADD ("/receiver/rubbish", test_rubbish);
  ADD ("/receiver/too-long", test_too_long);
  ADD ("/receiver/endless", test_endless);
  ADD ("/receiver/held-open", test_held_open);
  ADD ("/receiver/parallel", test_parallel);
  ADD ("/receiver/gone", test_gone);
  ADD ("/receiver/port-in-use", test_port_in_use);

  return g_test_run ();
}
