/* test-meta.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-json.h"
#include "callboard-meta.h"
#include "fake_cloud.h"

#include <glib/gstdio.h>

typedef struct
{
  FakeCloud        *fake;
  CallboardChannel *channel;
  char             *directory;
  CallboardMedia    media;
} Fixture;

static CallboardChannel *
open_channel (FakeCloud  *fake,
              gboolean    is_360dialog,
              const char *secret)
{
  CallboardMetaConfig config = {
    .is_360dialog = is_360dialog, .phone_number_id = FAKE_CLOUD_NUMBER, .secret = secret, .from = "+447700900000",
    .base_url = fake_cloud_get_url (fake), .timeout = 5,
  };

  return CALLBOARD_CHANNEL (callboard_meta_new (&config));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->fake = fake_cloud_new ();
  fixture->channel = open_channel (fixture->fake, GPOINTER_TO_INT (data), FAKE_CLOUD_TOKEN);
  fixture->directory = g_dir_make_tmp ("callboard-meta-XXXXXX", NULL);
  fixture->media = (CallboardMedia) {
    .hash = (char *) "aa", .path = g_build_filename (fixture->directory, "file", NULL), .name = (char *) "Rôle.pdf",
    .type = (char *) "application/pdf"
  };
  g_file_set_contents (fixture->media.path, "%PDF", -1, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->channel);
  fake_cloud_free (fixture->fake);
  g_remove (fixture->media.path);
  g_rmdir (fixture->directory);
  g_free (fixture->media.path);
  g_free (fixture->directory);
}

static void
done_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **done = user_data;

  *done = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **done)
{
  while (*done == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *done;
}

static CallboardOutgoing
make (const char *body)
{
  return (CallboardOutgoing) { .id = 42, .key = (char *) "7/1/0/welcome.1", .to = (char *) "+447700900123", .body = (char *) body };
}

static CallboardSendResult *
send (CallboardChannel        *channel,
      const CallboardOutgoing *outgoing)
{
  g_autoptr(GAsyncResult) done = NULL;
  CallboardSendResult *result;

  callboard_channel_send_async (channel, outgoing, NULL, done_cb, &done);
  result = callboard_channel_send_finish (channel, wait_for (&done));
  g_assert_cmpint (result->message_id, ==, 42);

  return result;
}

static void
assert_accepted (Fixture                 *fixture,
                 const CallboardOutgoing *outgoing)
{
  g_autoptr(CallboardSendResult) result = send (fixture->channel, outgoing);

  g_assert_cmpstr (result->detail, ==, NULL);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_nonnull (result->provider_id);
}

static void
assert_newest (Fixture    *fixture,
               const char *member,
               const char *expected)
{
  JsonObject *message = fake_cloud_get_message (fixture->fake, fake_cloud_count_messages (fixture->fake) - 1);
  g_autofree char *text = NULL;

  g_assert_true (json_object_has_member (message, member));
  text = callboard_json_write (json_object_get_member (message, member), FALSE);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("Hi Zoë,\nsee https://example.org");

  assert_accepted (fixture, &outgoing);
  assert_newest (fixture, "to", "\"+447700900123\"");
  assert_newest (fixture, "biz_opaque_callback_data", "\"7/1/0/welcome.1\"");
  assert_newest (fixture, "text", "{\"body\":\"Hi Zoë,\\nsee https://example.org\",\"preview_url\":true}");
}

static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("Can you start?");

  outgoing.choices = (char *) "[{\"id\": \"q1/yes\", \"title\": \"Yes\"}, {\"id\": \"q1/no\", \"title\": \"No\"}]";
  assert_accepted (fixture, &outgoing);
  assert_newest (fixture, "interactive",
                 "{\"type\":\"button\",\"body\":{\"text\":\"Can you start?\"},\"action\":{\"buttons\":["
                 "{\"type\":\"reply\",\"reply\":{\"id\":\"q1/yes\",\"title\":\"Yes\"}},"
                 "{\"type\":\"reply\",\"reply\":{\"id\":\"q1/no\",\"title\":\"No\"}}]}}");

  outgoing.language = (char *) "de";
  outgoing.choices = (char *) "[{\"id\": \"q/1\", \"title\": \"Wardrobe and make-up department\"}, {\"id\": \"q/2\", \"title\": \"Light\"},"
                              " {\"id\": \"q/3\", \"title\": \"Sound\"}, {\"id\": \"q/4\", \"title\": \"Stage\"}]";
  assert_accepted (fixture, &outgoing);
  assert_newest (fixture, "interactive",
                 "{\"type\":\"list\",\"body\":{\"text\":\"Can you start?\"},\"action\":{\"button\":\"Auswählen\",\"sections\":[{\"rows\":["
                 "{\"id\":\"q/1\",\"title\":\"Wardrobe and make-up\",\"description\":\"department\"},"
                 "{\"id\":\"q/2\",\"title\":\"Light\"},{\"id\":\"q/3\",\"title\":\"Sound\"},{\"id\":\"q/4\",\"title\":\"Stage\"}]}]}}");
}

static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("Hi Anna, thank you for applying.");
  CallboardOutgoingTemplate template = {
    .name = (char *) "welcome", .language = (char *) "pt_BR",
    .fields = (char *[]) { (char *) "candidate_first_name", NULL }, .values = (char *[]) { (char *) "Anna", NULL },
    .payloads = (char *[]) { (char *) "welcome/start", NULL },
  };

  outgoing.template = &template;
  assert_accepted (fixture, &outgoing);
  assert_newest (fixture, "template",
                 "{\"name\":\"welcome\",\"language\":{\"code\":\"pt_BR\"},\"components\":["
                 "{\"type\":\"body\",\"parameters\":[{\"type\":\"text\",\"parameter_name\":\"candidate_first_name\",\"text\":\"Anna\"}]},"
                 "{\"type\":\"button\",\"sub_type\":\"quick_reply\",\"index\":\"0\",\"parameters\":[{\"type\":\"payload\",\"payload\":\"welcome/start\"}]}]}");
}

/* One upload serves all; when Meta has thrown the file away, the next try brings it again. */
static void
test_media (Fixture       *fixture,
            gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("The role");
  g_autoptr(CallboardSendResult) first = NULL;
  g_autoptr(CallboardSendResult) stale = NULL;

  outgoing.media = &fixture->media;
  first = send (fixture->channel, &outgoing);
  g_assert_cmpint (first->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
  g_assert_cmpstr (first->upload_id, ==, "media.1");
  assert_newest (fixture, "document", "{\"id\":\"media.1\",\"caption\":\"The role\",\"filename\":\"Rôle.pdf\"}");

  assert_accepted (fixture, &outgoing);
  g_assert_cmpuint (fake_cloud_count_uploads (fixture->fake), ==, 1);

  fake_cloud_forget_files (fixture->fake);
  stale = send (fixture->channel, &outgoing);
  g_assert_cmpint (stale->outcome, ==, CALLBOARD_OUTCOME_RETRY);
  g_assert_cmpstr (stale->upload_id, ==, "");
  assert_accepted (fixture, &outgoing);
  g_assert_cmpuint (fake_cloud_count_uploads (fixture->fake), ==, 2);
}

/* What an earlier run of the program uploaded is used again, and so is what is on its way. */
static void
test_media_kept (Fixture       *fixture,
                 gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("");
  GAsyncResult *done[5] = { NULL };

  fixture->media.type = (char *) "audio/ogg";
  outgoing.media = &fixture->media;
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    callboard_channel_send_async (fixture->channel, &outgoing, NULL, done_cb, &done[i]);
  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      g_autoptr(GAsyncResult) one = wait_for (&done[i]);
      g_autoptr(CallboardSendResult) result = callboard_channel_send_finish (fixture->channel, one);

      g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCEPTED);
    }

  g_assert_cmpuint (fake_cloud_count_uploads (fixture->fake), ==, 1);
  assert_newest (fixture, "audio", "{\"id\":\"media.1\"}");

  g_assert_finalize_object (fixture->channel);
  fixture->channel = open_channel (fixture->fake, FALSE, FAKE_CLOUD_TOKEN);
  fixture->media.upload_id = (char *) "media.1";
  assert_accepted (fixture, &outgoing);
  g_assert_cmpuint (fake_cloud_count_uploads (fixture->fake), ==, 1);
}

static void
test_media_missing (Fixture       *fixture,
                    gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("The role");
  g_autoptr(CallboardSendResult) result = NULL;

  g_remove (fixture->media.path);
  outgoing.media = &fixture->media;
  result = send (fixture->channel, &outgoing);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_FAILED);
  g_assert_cmpint (result->failure, ==, CALLBOARD_FAILURE_CONTENT);
  g_assert_cmpuint (fake_cloud_count_messages (fixture->fake), ==, 0);
}

typedef struct
{
  guint            status;
  gint64           code;
  CallboardOutcome outcome;
  CallboardFailure failure;
  CallboardScope   scope;
} Refusal;

#define REFUSAL(status, code, outcome, failure, scope) \
  { status, code, CALLBOARD_OUTCOME_##outcome, CALLBOARD_FAILURE_##failure, CALLBOARD_SCOPE_##scope }

/* Every code of the tables of WhatsApp's errors, in an answer that really came over HTTP. */
static const Refusal refusals[] = {
  REFUSAL (401, 0, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (401, 190, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (400, 3, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (403, 10, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (403, 200, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (403, 299, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (403, 131005, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (403, 368, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (403, 131031, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (402, 131042, ACCOUNT, BALANCE, USUAL),
  REFUSAL (400, 133010, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (500, 131045, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (400, 131037, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (400, 33, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (400, 133000, ACCOUNT, CREDENTIALS, USUAL), REFUSAL (400, 133009, ACCOUNT, CREDENTIALS, USUAL),
  REFUSAL (400, 4, RETRY, RATE, USUAL), REFUSAL (400, 80007, RETRY, RATE, USUAL), REFUSAL (429, 130429, RETRY, RATE, USUAL),
  REFUSAL (400, 131056, RETRY, RATE, PERSON), REFUSAL (400, 133016, RETRY, RATE, USUAL),
  REFUSAL (400, 131048, ACCOUNT, RATE, CAMPAIGN), REFUSAL (400, 131064, ACCOUNT, RATE, CAMPAIGN),
  REFUSAL (400, 1, RETRY, PROVIDER_DOWN, USUAL), REFUSAL (400, 2, RETRY, PROVIDER_DOWN, USUAL),
  REFUSAL (400, 131000, RETRY, PROVIDER_DOWN, USUAL), REFUSAL (400, 131016, RETRY, PROVIDER_DOWN, USUAL),
  REFUSAL (400, 133004, RETRY, PROVIDER_DOWN, USUAL), REFUSAL (400, 131057, RETRY, PROVIDER_DOWN, USUAL),
  REFUSAL (503, 131016, UNKNOWN, UNKNOWN, USUAL), REFUSAL (500, 1, UNKNOWN, UNKNOWN, USUAL),
  REFUSAL (400, 131026, FAILED, NOT_ON_WHATSAPP, USUAL), REFUSAL (400, 130403, FAILED, OPTED_OUT, USUAL),
  REFUSAL (400, 131021, FAILED, WRONG_NUMBER, USUAL), REFUSAL (400, 131030, FAILED, UNKNOWN, USUAL),
  REFUSAL (400, 131050, FAILED, OPTED_OUT, USUAL), REFUSAL (400, 131062, FAILED, UNKNOWN, USUAL),
  REFUSAL (400, 131049, FAILED, UNKNOWN, USUAL), REFUSAL (400, 130472, FAILED, UNKNOWN, USUAL),
  REFUSAL (400, 130497, FAILED, COUNTRY, USUAL), REFUSAL (400, 131047, FAILED, WINDOW_CLOSED, USUAL),
  REFUSAL (400, 100, FAILED, CONTENT, USUAL), REFUSAL (400, 131008, FAILED, CONTENT, USUAL),
  REFUSAL (400, 131009, FAILED, CONTENT, USUAL), REFUSAL (400, 131051, FAILED, CONTENT, USUAL),
  REFUSAL (400, 135000, FAILED, CONTENT, USUAL), REFUSAL (400, 131052, FAILED, CONTENT, USUAL),
  REFUSAL (400, 131053, FAILED, CONTENT, USUAL), REFUSAL (404, 132000, FAILED, TEMPLATE, USUAL),
  REFUSAL (404, 132001, FAILED, TEMPLATE, USUAL), REFUSAL (400, 132005, FAILED, TEMPLATE, USUAL),
  REFUSAL (400, 132007, FAILED, TEMPLATE, USUAL), REFUSAL (400, 132012, FAILED, TEMPLATE, USUAL),
  REFUSAL (400, 132015, FAILED, TEMPLATE, USUAL), REFUSAL (400, 132016, FAILED, TEMPLATE, USUAL),
  REFUSAL (400, 132018, FAILED, TEMPLATE, USUAL), REFUSAL (400, 132068, FAILED, TEMPLATE, USUAL),
  REFUSAL (400, 132069, FAILED, TEMPLATE, USUAL), REFUSAL (400, 131063, FAILED, TEMPLATE, USUAL),
};

static void
test_refusals (Fixture       *fixture,
               gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("Hi");

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      const Refusal *refusal = &refusals[i];
      g_autofree char *code = g_strdup_printf ("%" G_GINT64_FORMAT, refusal->code);
      g_autoptr(CallboardSendResult) result = NULL;

      fake_cloud_set_error (fixture->fake, refusal->status, refusal->code, i % 2 ? "7" : NULL);
      result = send (fixture->channel, &outgoing);
      g_test_message ("%s: %s", code, result->detail);
      g_assert_cmpstr (result->code, ==, code);
      g_assert_cmpint (result->outcome, ==, refusal->outcome);
      g_assert_cmpint (result->failure, ==, refusal->failure);
      g_assert_cmpint (result->scope, ==, refusal->scope);
      g_assert_cmpint (result->retry_after, ==, i % 2 ? 7 * CALLBOARD_SECOND : 0);
      g_assert_cmpstr (result->detail, !=, "as told");
    }

  g_assert_cmpuint (fake_cloud_count_messages (fixture->fake), ==, 0);
}

/* Accepted, and the answer lost: nobody may say that it was not sent. */
static void
test_lost_answer (Fixture       *fixture,
                  gconstpointer  data)
{
  CallboardOutgoing outgoing = make ("Hi");
  g_autoptr(CallboardSendResult) result = NULL;

  fake_cloud_set_drop (fixture->fake, TRUE);
  result = send (fixture->channel, &outgoing);
  g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_UNKNOWN);
  g_assert_cmpuint (fake_cloud_count_messages (fixture->fake), ==, 1);
}

static CallboardCheckResult *
check (CallboardChannel  *channel,
       GError           **error)
{
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_check_async (channel, NULL, done_cb, &done);

  return callboard_channel_check_finish (channel, wait_for (&done), error);
}

static void
test_check (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(CallboardChannel) wrong = open_channel (fixture->fake, GPOINTER_TO_INT (data), "wrong");
  g_autoptr(GError) error = NULL, refused = NULL;
  g_autoptr(CallboardCheckResult) result = check (fixture->channel, &error);

  g_assert_no_error (error);
  if (!GPOINTER_TO_INT (data))
    {
      g_assert_cmpstr (result->name, ==, "Theatre, +44 7700 900000");
      g_assert_cmpstr (result->quality, ==, "High");
      g_assert_cmpstr (result->limit, ==, "2K new people in 24 hours");
    }
  else
    g_assert_cmpstr (result->name, ==, "+447700900000");

  g_assert_null (check (wrong, &refused));
  g_assert_error (refused, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_REFUSED);
}

static CallboardStoredFile *
fetch (Fixture  *fixture,
       GError  **error)
{
  g_autoptr(CallboardFileWriter) writer = callboard_file_writer_new (fixture->directory, 1000, NULL);
  g_autoptr(GAsyncResult) done = NULL;

  callboard_channel_fetch_async (fixture->channel, "inbound", writer, NULL, done_cb, &done);
  if (!callboard_channel_fetch_finish (fixture->channel, wait_for (&done), error))
    return NULL;

  return callboard_file_writer_finish (writer, error);
}

static void
remove_stored (Fixture             *fixture,
               CallboardStoredFile *file)
{
  g_autofree char *path = callboard_files_get_path (fixture->directory, file->hash);
  g_autofree char *parent = g_path_get_dirname (path);

  g_remove (path);
  g_rmdir (parent);
}

/* The hash comes as hex or as Base64, and a file that is not what it should be is not taken. */
static void
test_fetch (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("\377\330\377picture", 10);
  g_autofree char *hex = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  guint8 digest[32];
  g_autofree char *base64 = NULL;
  g_autoptr(GError) damaged = NULL;

  for (guint i = 0; i < sizeof digest; i++)
    digest[i] = g_ascii_xdigit_value (hex[2 * i]) * 16 + g_ascii_xdigit_value (hex[2 * i + 1]);
  base64 = g_base64_encode (digest, sizeof digest);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(CallboardStoredFile) file = NULL;
      g_autoptr(GError) error = NULL;

      fake_cloud_set_file (fixture->fake, bytes, i == 0 ? hex : base64, NULL);
      file = fetch (fixture, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (file->hash, ==, hex);
      remove_stored (fixture, file);
    }

  hex[0] = hex[0] == '0' ? '1' : '0';
  fake_cloud_set_file (fixture->fake, bytes, hex, NULL);
  g_assert_null (fetch (fixture, &damaged));
  g_assert_error (damaged, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
}

/* The token goes to Meta's hosts and to no other. */
static void
test_fetch_elsewhere (Fixture       *fixture,
                      gconstpointer  data)
{
  static const char * const elsewhere[] = {
    "https://example.org", "http://facebook.com", "https://facebook.com.example.org", "https://notfacebook.com", "file:///etc", "",
  };
  g_autoptr(GBytes) bytes = g_bytes_new_static ("x", 1);

  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    {
      g_autoptr(GError) error = NULL;

      fake_cloud_set_file (fixture->fake, bytes, "", elsewhere[i]);
      g_assert_null (fetch (fixture, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }
}

static void
test_incomplete (void)
{
  CallboardMetaConfig configs[] = {
    { .secret = "s" }, { .phone_number_id = "1" }, { .is_360dialog = TRUE, .secret = "" },
    { .phone_number_id = "1", .secret = "s", .base_url = "http://example.org" },
  };
  CallboardOutgoing outgoing = make ("Hi");

  for (guint i = 0; i < G_N_ELEMENTS (configs); i++)
    {
      g_autoptr(CallboardChannel) channel = CALLBOARD_CHANNEL (callboard_meta_new (&configs[i]));
      g_autoptr(CallboardSendResult) result = send (channel, &outgoing);

      g_assert_cmpint (result->outcome, ==, CALLBOARD_OUTCOME_ACCOUNT);
      g_assert_nonnull (result->detail);
    }
}

#define ADD(path, data, function) g_test_add (path, Fixture, GINT_TO_POINTER (data), set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/meta/text", FALSE, test_text);
  ADD ("/meta/choices", FALSE, test_choices);
  ADD ("/meta/template", FALSE, test_template);
  ADD ("/meta/media", FALSE, test_media);
  ADD ("/meta/media-kept", FALSE, test_media_kept);
  ADD ("/meta/media-missing", FALSE, test_media_missing);
  ADD ("/meta/refusals", FALSE, test_refusals);
  ADD ("/meta/lost-answer", FALSE, test_lost_answer);
  ADD ("/meta/check", FALSE, test_check);
  ADD ("/meta/fetch", FALSE, test_fetch);
  ADD ("/meta/fetch-elsewhere", FALSE, test_fetch_elsewhere);
  ADD ("/360dialog/text", TRUE, test_text);
  ADD ("/360dialog/media", TRUE, test_media);
  ADD ("/360dialog/check", TRUE, test_check);
  ADD ("/360dialog/fetch", TRUE, test_fetch);
  g_test_add_func ("/meta/incomplete", test_incomplete);

  return g_test_run ();
}
