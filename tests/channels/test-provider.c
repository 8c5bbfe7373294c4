/* test-provider.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-journal.h"
#include "callboard-json.h"
#include "callboard-office.h"
#include "callboard-provider.h"
#include "callboard-secrets.h"
#include "callboard-test.h"
#include "twilio_fixture.h"

/* What is asked for has words, a place, and as many labels as choices. */
static void
test_table (void)
{
  guint n_providers;
  const CallboardProviderInfo *list = callboard_provider_list (&n_providers);

  g_assert_cmpuint (n_providers, ==, 6);
  g_assert_null (callboard_provider_get (CALLBOARD_PROVIDER_REHEARSAL));
  for (guint i = 0; i < n_providers; i++)
    {
      g_assert_true (callboard_provider_get (list[i].provider) == &list[i]);
      g_assert_nonnull (callboard_provider_find_field (&list[i], CALLBOARD_SECRET_MAIN));
      for (const CallboardProviderField *field = list[i].fields; field->key != NULL; field++)
        {
          g_auto(GStrv) choices = g_strsplit (field->choices ? field->choices : "", "|", -1);
          g_auto(GStrv) labels = g_strsplit (field->labels ? field->labels : "", "|", -1);

          g_assert_nonnull (field->title);
          g_assert_true (g_str_has_suffix (field->place, ".") && strlen (field->place) > 8);
          g_assert_cmpuint (g_strv_length (choices), ==, g_strv_length (labels));
          g_assert_cmpint (field->kind == CALLBOARD_FIELD_CHOICE, ==, field->choices != NULL);
          g_assert_false (field->required && field->advanced);
        }
    }
}

static const struct
{
  CallboardProvider  provider;
  const char        *key;
  const char        *text;
  const char        *kept; /* NULL: refused */
} entries[] = {
  { CALLBOARD_PROVIDER_TWILIO, "account_sid", " AC0 ", "{\"account_sid\":\"AC0\"}" },
  { CALLBOARD_PROVIDER_TWILIO, "account_sid", "SK0", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "from", "+44 7700 900123", "{\"from\":\"+447700900123\"}" },
  { CALLBOARD_PROVIDER_TWILIO, "from", "07700 900123", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "rate", "2.5", "{\"rate\":2.5}" },
  { CALLBOARD_PROVIDER_TWILIO, "rate", "0", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "rate", "2,5", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "rate", "nan", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "rate", "inf", NULL },
  { CALLBOARD_PROVIDER_INFOBIP, "channel", "whatsapp", "{\"channel\":\"whatsapp\"}" },
  { CALLBOARD_PROVIDER_INFOBIP, "channel", "pigeon", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "base_url", "api.twilio.com", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "base_url", "ftp://example.org", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "base_url", "https://", NULL },
  { CALLBOARD_PROVIDER_TWILIO, "base_url", "", "{}" },
  { CALLBOARD_PROVIDER_HTTP, "url", "https://sms.example.org/send?to={to}&text={text}",
    "{\"url\":\"https://sms.example.org/send?to={to}&text={text}\"}" },
};

static void
test_entries (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      const CallboardProviderInfo *info = callboard_provider_get (entries[i].provider);
      g_autoptr(JsonObject) settings = json_object_new ();
      g_autoptr(GError) error = NULL;
      g_autofree char *kept = NULL;

      g_test_message ("%s=%s", entries[i].key, entries[i].text);
      g_assert_cmpint (callboard_provider_put (settings, callboard_provider_find_field (info, entries[i].key),
                                               entries[i].text, &error), ==, entries[i].kept != NULL);
      kept = callboard_json_to_text (settings);
      g_assert_cmpstr (kept, ==, entries[i].kept != NULL ? entries[i].kept : "{}");
      g_assert_cmpint (error != NULL, ==, entries[i].kept == NULL);
    }
}

static void
test_missing (void)
{
  const CallboardProviderInfo *info = callboard_provider_get (CALLBOARD_PROVIDER_META);
  g_autoptr(JsonObject) settings = json_object_new ();
  g_autofree char *some = callboard_secrets_set_member ("token", CALLBOARD_SECRET_APP, "app");
  g_autofree char *all = callboard_secrets_set_member (some, CALLBOARD_SECRET_VERIFY, "verify");

  g_assert_cmpstr (callboard_provider_find_missing (info, settings, all)->key, ==, "phone_number_id");
  json_object_set_string_member (settings, "phone_number_id", "1");
  json_object_set_string_member (settings, "waba_id", "2");
  g_assert_cmpstr (callboard_provider_find_missing (info, settings, NULL)->key, ==, "secret");
  g_assert_cmpstr (callboard_provider_find_missing (info, settings, "token")->key, ==, "app_secret");
  g_assert_cmpstr (callboard_provider_find_missing (info, settings, some)->key, ==, "verify_token");
  g_assert_null (callboard_provider_find_missing (info, settings, all));
}

static void
assert_member (const char *stored,
               const char *member,
               const char *expected)
{
  g_autofree char *found = callboard_secrets_get_member (stored, member);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_members (void)
{
  g_autofree char *plain = callboard_secrets_set_member (NULL, CALLBOARD_SECRET_MAIN, "one");
  g_autofree char *both = callboard_secrets_set_member (plain, CALLBOARD_SECRET_APP, "two \"{}\"");
  g_autofree char *braces = callboard_secrets_set_member (NULL, CALLBOARD_SECRET_MAIN, "{three}");

  g_assert_cmpstr (plain, ==, "one");
  assert_member (plain, CALLBOARD_SECRET_MAIN, "one");
  assert_member (plain, CALLBOARD_SECRET_APP, NULL);
  assert_member (both, CALLBOARD_SECRET_MAIN, "one");
  assert_member (both, CALLBOARD_SECRET_APP, "two \"{}\"");
  assert_member (braces, CALLBOARD_SECRET_MAIN, "{three}");
  assert_member ("{no json", CALLBOARD_SECRET_MAIN, "{no json");
  assert_member (NULL, CALLBOARD_SECRET_MAIN, NULL);
}

static void
send_with (CallboardHttp *http,
           const char    *method,
           const char    *url)
{
  g_autoptr(SoupMessage) message = soup_message_new (method, url);
  g_autoptr(GAsyncResult) done = NULL;

  callboard_http_send_async (http, message, 1000, NULL, twilio_done_cb, &done);
  callboard_http_reply_free (callboard_http_send_finish (http, twilio_wait (&done)));
}

/* What is secret stands in no log, and questions that were answered as usual stand there not at all. */
static void
test_journal (TwilioFixture *fixture,
              gconstpointer  data)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardHttp) http = callboard_http_new (1);
  g_autoptr(CallboardJournal) journal = NULL;
  g_autofree char *url = g_strconcat (fake_twilio_get_url (fixture->fake), "/x?password=hush#there", NULL);

  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Office", "{}"));
  journal = callboard_journal_new (test->store, 1, http);
  fake_twilio_set_answer (fixture->fake, 200, "text/plain", "fine", NULL);
  send_with (http, "GET", url);
  send_with (http, "POST", url);
  fake_twilio_set_answer (fixture->fake, 503, "text/plain", "no", NULL);
  send_with (http, "GET", url);
  fake_twilio_set_answer (fixture->fake, 200, "text/plain", "fine", NULL);
  send_with (http, "GET", url);
  send_with (http, "GET", url);
  send_with (http, "POST", "http://me:hush@127.0.0.1:1/y?password=hush");
  callboard_journal_flush (journal);
  while (callboard_test_number (test, "SELECT count(*) FROM request_log") == 0)
    g_main_context_iteration (NULL, TRUE);

  callboard_test_assert_text (test, "SELECT group_concat (method || status || outcome, ' ') FROM request_log",
                              "POST200answered GET503answered GET200answered POST0not-sent");
  callboard_test_assert_number (test, "SELECT count(*) FROM request_log WHERE target LIKE '%hush%'", ==, 0);
  callboard_test_assert_number (test, "SELECT count(*) FROM request_log WHERE target LIKE 'http://127.0.0.1:%/_'", ==, 4);

  /* Thousands that go well would push out of the log what did not. */
  for (guint i = 0; i < 30; i++)
    send_with (http, "POST", url);
  callboard_journal_flush (journal);
  while (callboard_test_number (test, "SELECT count(*) FROM request_log") == 4)
    g_main_context_iteration (NULL, TRUE);
  callboard_test_assert_number (test, "SELECT count(*) FROM request_log", ==, 24);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/provider/table", test_table);
  g_test_add_func ("/provider/entries", test_entries);
  g_test_add_func ("/provider/missing", test_missing);
  g_test_add_func ("/provider/members", test_members);
  TWILIO_TEST_ADD ("/provider/journal", NULL, test_journal);

  return g_test_run ();
}
