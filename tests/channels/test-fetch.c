/* test-fetch.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fetcher.h"
#include "callboard-sender.h"
#include "callboard-test.h"
#include "callboard-twilio-parse.h"
#include "raw_peer.h"
#include "twilio_fixture.h"

#include <string.h>

#define KIB     1024
#define MEDIA   "/2010-04-01/Accounts/" FAKE_TWILIO_ACCOUNT "/Messages/SM1/Media/ME1.json"
#define PDF     "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n"
#define CLOSE   "Connection: close\r\n"
#define MAX_WAIT (20 * G_TIME_SPAN_SECOND)

/* What a peer answers to the request for a file, and what becomes of it. A size of 0 is a fault. */
typedef struct
{
  const char *name;
  PeerStep    step;
  gint64      size;
  int         code;
} FetchCase;

static const FetchCase cases[] = {
  { "plain", { "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\n%PDF", PEER_CLOSE }, 4, 0 },
  { "to-the-end", { "HTTP/1.1 200 OK\r\n" CLOSE "\r\n%PDF-1.4", PEER_CLOSE }, 8, 0 },
  { "chunked", { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\n%PDF\r\n0\r\n\r\n", PEER_KEEP }, 4, 0 },
  { "lying-short", { "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n%PDF-1.4 and much more of it that never ends ", PEER_FLOOD },
    10, 0 },
  { "lying-long", { "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n%PDF-1.4", PEER_CLOSE }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "half-chunk", { "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n%PDF", PEER_RESET }, 0, -1 },
  { "html", { "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 6\r\n\r\n<html>", PEER_CLOSE }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "json", { "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}", PEER_CLOSE }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "401", { "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "403", { "HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_REFUSED },
  { "404", { "HTTP/1.1 404 No\r\nContent-Length: 9\r\n\r\nNot found", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_GONE },
  { "410", { "HTTP/1.1 410 No\r\nContent-Length: 0\r\n\r\n", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_GONE },
  { "429", { "HTTP/1.1 429 No\r\nContent-Length: 0\r\n\r\n", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_BUSY },
  { "503", { "HTTP/1.1 503 No\r\nContent-Length: 0\r\n\r\n", PEER_CLOSE }, 0, CALLBOARD_CHANNEL_ERROR_BUSY },
  { "404-flood", { "HTTP/1.1 404 No\r\n\r\nnothing here ", PEER_FLOOD }, 0, CALLBOARD_CHANNEL_ERROR_GONE },
  { "loop", { "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n", PEER_KEEP }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "nowhere", { "HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n", PEER_KEEP }, 0, CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "file-uri", { "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n", PEER_KEEP }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "other-host", { "HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/x\r\nContent-Length: 0\r\n\r\n", PEER_KEEP }, 0,
    CALLBOARD_CHANNEL_ERROR_MALFORMED },
  { "silence", { "", PEER_HOLD }, 0, CALLBOARD_CHANNEL_ERROR_UNREACHABLE },
  { "reset", { "", PEER_RESET }, 0, -1 },
  { "rubbish", { "\x16\x03\x01\x02\x00", PEER_CLOSE }, 0, -1 },
};

/* The same, where the writer has enough of it. */
static const FetchCase large[] = {
  { "flood", { "HTTP/1.1 200 OK\r\n\r\n%PDF-1.4 endless ", PEER_FLOOD }, 0, CALLBOARD_FILES_ERROR_TOO_LARGE },
  { "announced", { "HTTP/1.1 200 OK\r\nContent-Length: 41943040\r\n\r\n%PDF-1.4", PEER_HOLD }, 0,
    CALLBOARD_FILES_ERROR_TOO_LARGE },
};

static CallboardStoredFile *
fetch (CallboardTest     *test,
       CallboardChannel  *channel,
       const char        *source,
       GError           **error)
{
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (test->directory, 256 * KIB, error);
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_fetch_async (channel, source, writer, NULL, twilio_done_cb, &done);
  if (!callboard_channel_fetch_finish (channel, twilio_wait (&done), error))
    return NULL;

  return callboard_file_writer_finish (writer, error);
}

static void
test_peer (gconstpointer data)
{
  const FetchCase *expected = data;
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(RawPeer) peer = raw_peer_new (&expected->step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 1);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) file = fetch (test, channel, MEDIA, &error);

  if (expected->size > 0)
    {
      g_assert_no_error (error);
      g_assert_cmpint (file->size, ==, expected->size);
      return;
    }

  g_assert_null (file);
  g_assert_true (error->domain == CALLBOARD_CHANNEL_ERROR);
  if (expected->code >= 0)
    g_assert_cmpint (error->code, ==, expected->code);
}

static void
test_large (gconstpointer data)
{
  const FetchCase *expected = data;
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(RawPeer) peer = raw_peer_new (&expected->step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 2);
  g_autoptr(GError) error = NULL;

  g_assert_null (fetch (test, channel, MEDIA, &error));
  g_assert_error (error, CALLBOARD_FILES_ERROR, expected->code);
}

/* With the secret the other server would answer; without it, it refuses. */
static void
test_secret_stays (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(FakeTwilio) other = fake_twilio_new ();
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 302 Found\r\nLocation: %s" TWILIO_MESSAGES "\r\nContent-Length: 0\r\n\r\n",
                                             fake_twilio_get_url (other));
  const PeerStep step = { answer, PEER_KEEP };
  g_autoptr(RawPeer) peer = raw_peer_new (&step, 1);
  g_autoptr(CallboardChannel) channel = twilio_open (raw_peer_get_url (peer), 2);
  g_autoptr(GError) error = NULL;

  g_assert_null (fetch (test, channel, MEDIA, &error));
  g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED);
}

static void
test_redirected (TwilioFixture *fixture,
                 gconstpointer  data)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(GBytes) bytes = g_bytes_new_static (PDF, strlen (PDF));
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "", 0, 1);
  g_autofree char *source = g_strdup_printf ("/2010-04-01/Accounts/" FAKE_TWILIO_ACCOUNT "/Messages/%s/Media/ME1.json", sid);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) file = NULL;

  fake_twilio_set_file (fixture->fake, bytes, "application/pdf");
  file = fetch (test, fixture->channel, source, &error);
  g_assert_no_error (error);
  g_assert_cmpint (file->size, ==, strlen (PDF));
  g_assert_cmpint (file->kind, ==, CALLBOARD_FILE_KIND_PDF);
}

/* Sources that are none of Twilio's. */
static void
test_sources (TwilioFixture *fixture,
              gconstpointer  data)
{
  static const char * const sources[] = { "file:///etc/passwd", "http://192.0.2.1/x", "", "http://", "\x01", "::" };
  g_autoptr(CallboardTest) test = callboard_test_new ();

  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (fetch (test, fixture->channel, sources[i], &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_GONE);
    }
}

static gboolean
execute_script (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  callboard_changes_add (changes, CALLBOARD_CHANGED_CONVERSATIONS);

  return callboard_db_script (db, data, error);
}

static void
run_sql (CallboardTest *test,
         const char    *sql)
{
  callboard_test_execute (test, callboard_command_new ("sql", execute_script, g_strdup (sql), g_free));
}

static CallboardSender *
open_office (CallboardTest    *test,
             CallboardChannel *channel)
{
  CallboardSender *sender = callboard_sender_new (test->store, 1, channel, callboard_twilio_parse, 0);

  if (callboard_test_number (test, "SELECT count(*) FROM account") == 0)
    run_sql (test, "INSERT INTO account (id, provider, channel, name, created_at) VALUES (1, 'twilio', 'sms', 'Twilio', 0);"
             "INSERT INTO candidate (id, first_name, last_name, phone, created_at) VALUES (1, 'Ada', 'L', '" TWILIO_TO "', 0)");

  callboard_sender_start (sender);

  return sender;
}

static gboolean
on_time_up_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Waits until the files of the account are in @state. */
static void
wait_for (CallboardTest *test,
          const char    *state)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add (MAX_WAIT / 1000, on_time_up_cb, &late);
  g_autofree char *found = NULL;

  while (!late)
    {
      g_free (found);
      found = callboard_test_text (test, "SELECT group_concat (state) FROM attachment");
      if (g_strcmp0 (found, state) == 0)
        break;
      g_main_context_iteration (NULL, TRUE);
    }

  g_assert_cmpstr (found, ==, state);
  g_source_remove (timeout);
}

static void
settle (CallboardSender *sender)
{
  while (!callboard_sender_is_idle (sender))
    g_main_context_iteration (NULL, TRUE);
}

/* A fault that may pass: tried again, and the file comes. */
static void
test_fetcher (TwilioFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardSender) sender = open_office (test, fixture->channel);
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "My CV", 0, 2);
  g_autoptr(GBytes) bytes = g_bytes_new_static (PDF, strlen (PDF));
  g_autofree char *hash = NULL;

  fake_twilio_set_file (fixture->fake, bytes, "image/jpeg");
  callboard_sender_poll (sender);
  wait_for (test, "stored,stored");
  callboard_test_assert_text (test, "SELECT DISTINCT type FROM attachment", "application/pdf");
  hash = callboard_test_text (test, "SELECT DISTINCT hash FROM attachment");
  g_assert_true (callboard_files_has (test->directory, hash));

  settle (sender);
  callboard_sender_stop (sender);
}

/* The provider is down, for good; the program is ended and started in between; at last the file is asked for again. */
static void
test_lost (TwilioFixture *fixture,
           gconstpointer  data)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  CallboardSender *sender = open_office (test, fixture->channel);
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "My CV", 0, 1);
  g_autoptr(GBytes) bytes = g_bytes_new_static (PDF, strlen (PDF));

  callboard_sender_poll (sender);
  wait_for (test, "fetching");
  settle (sender);
  callboard_sender_stop (sender);
  settle (sender);
  g_clear_object (&sender);
  callboard_test_reopen (test);

  /* Without a file the server describes it: that is no file. */
  sender = open_office (test, fixture->channel);
  for (guint i = 0; i < 5; i++)
    {
      wait_for (test, "fetching");
      settle (sender);
      callboard_test_advance (test, CALLBOARD_HOUR);
      settle (sender);
    }
  wait_for (test, "lost");
  callboard_test_assert_number (test, "SELECT count(*) FROM attachment WHERE reason IS NOT NULL AND hash IS NULL", ==, 1);

  fake_twilio_set_file (fixture->fake, bytes, "application/pdf");
  callboard_test_execute (test, callboard_fetch_again_command_new (1));
  wait_for (test, "stored");
  settle (sender);
  callboard_sender_stop (sender);
  g_clear_object (&sender);
}

static void
test_refused (TwilioFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardSender) sender = open_office (test, fixture->channel);
  g_autofree char *sid = fake_twilio_inbound (fixture->fake, TWILIO_TO, "", 0, 1);
  g_autofree guint8 *zeroes = g_malloc0 (CALLBOARD_FILES_MAX_SIZE + 1);
  g_autoptr(GBytes) bytes = g_bytes_new_static (zeroes, CALLBOARD_FILES_MAX_SIZE + 1);

  fake_twilio_set_file (fixture->fake, bytes, "video/mp4");
  callboard_sender_poll (sender);
  wait_for (test, "refused");
  callboard_test_assert_text (test, "SELECT reason FROM attachment", "The file is too large. At most 25.0\u00a0MiB can be kept.");
  settle (sender);
  callboard_sender_stop (sender);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/peer/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_peer);
    }

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *path = g_strconcat ("/fetch/large/", large[i].name, NULL);

      g_test_add_data_func (path, &large[i], test_large);
    }

  g_test_add_func ("/fetch/secret-stays", test_secret_stays);
  TWILIO_TEST_ADD ("/fetch/redirected", NULL, test_redirected);
  TWILIO_TEST_ADD ("/fetch/sources", NULL, test_sources);
  TWILIO_TEST_ADD ("/fetch/fetcher", NULL, test_fetcher);
  TWILIO_TEST_ADD ("/fetch/lost", NULL, test_lost);
  TWILIO_TEST_ADD ("/fetch/refused", NULL, test_refused);

  return g_test_run ();
}
