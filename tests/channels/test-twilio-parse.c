/* test-twilio-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-twilio-errors.h"
#include "callboard-twilio-parse.h"

#include <string.h>

#define INBOUND "{\"sid\": \"SM1\", \"direction\": \"inbound\", \"from\": \"+447700900123\", \"to\": \"+447700900000\", " \
                "\"body\": \"Yes, \\u00e9\\ud83d\\ude00\", \"status\": \"received\", \"num_media\": \"0\", " \
                "\"date_sent\": \"Mon, 23 Nov 2026 12:00:07 +0000\", \"error_code\": null}"
#define OUTBOUND "{\"sid\": \"SM2\", \"direction\": \"outbound-api\", \"status\": \"%s\", \"error_code\": %s, " \
                 "\"error_message\": %s, \"date_updated\": \"Mon, 23 Nov 2026 12:00:09 +0000\"}"
#define NOON (G_GINT64_CONSTANT (1795435200) * CALLBOARD_SECOND)

static CallboardEvent *
parse_receipt (const char *status,
               const char *code,
               const char *words)
{
  g_autofree char *raw = g_strdup_printf (OUTBOUND, status, code, words);
  g_autoptr(GError) error = NULL;
  CallboardEvent *event = callboard_twilio_parse (raw, &error);

  g_assert_no_error (error);

  return event;
}

static void
test_inbound (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardEvent) event = callboard_twilio_parse (INBOUND, &error);

  g_assert_no_error (error);
  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_MESSAGE);
  g_assert_cmpstr (event->provider_id, ==, "SM1");
  g_assert_cmpstr (event->from, ==, "+447700900123");
  g_assert_cmpstr (event->text, ==, "Yes, é😀");
  g_assert_cmpint (event->at, ==, NOON + 7 * CALLBOARD_SECOND);
}

static void
test_states (void)
{
  const struct { const char *status; CallboardMessageState state; } cases[] = {
    { "accepted", CALLBOARD_MESSAGE_ACCEPTED }, { "scheduled", CALLBOARD_MESSAGE_ACCEPTED },
    { "queued", CALLBOARD_MESSAGE_ACCEPTED }, { "sending", CALLBOARD_MESSAGE_ACCEPTED },
    { "sent", CALLBOARD_MESSAGE_SENT }, { "partially_delivered", CALLBOARD_MESSAGE_SENT },
    { "delivered", CALLBOARD_MESSAGE_DELIVERED }, { "read", CALLBOARD_MESSAGE_READ },
    { "failed", CALLBOARD_MESSAGE_FAILED }, { "undelivered", CALLBOARD_MESSAGE_FAILED },
    { "canceled", CALLBOARD_MESSAGE_FAILED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CallboardEvent) event = parse_receipt (cases[i].status, "null", "null");

      g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_RECEIPT);
      g_assert_cmpint (event->state, ==, cases[i].state);
      g_assert_cmpstr (event->provider_id, ==, "SM2");
      g_assert_cmpint (event->at, ==, NOON + 9 * CALLBOARD_SECOND);
    }
}

static void
test_failed (void)
{
  g_autoptr(CallboardEvent) landline = parse_receipt ("undelivered", "30006", "null");
  g_autoptr(CallboardEvent) spam = parse_receipt ("failed", "30007", "\"Filtered\"");
  g_autoptr(CallboardEvent) new_code = parse_receipt ("failed", "39999", "null");

  g_assert_cmpint (landline->failure, ==, CALLBOARD_FAILURE_WRONG_NUMBER);
  g_assert_cmpstr (landline->code, ==, "30006");
  g_assert_nonnull (landline->detail);
  g_assert_cmpint (spam->failure, ==, CALLBOARD_FAILURE_CONTENT);
  g_assert_cmpstr (spam->detail, ==, "Filtered");
  g_assert_cmpint (new_code->failure, ==, CALLBOARD_FAILURE_UNKNOWN);
  g_assert_cmpstr (new_code->code, ==, "39999");
}

static void
test_not_documented (void)
{
  g_autoptr(CallboardEvent) status = parse_receipt ("teleported", "null", "null");
  g_autoptr(CallboardEvent) direction = callboard_twilio_parse ("{\"sid\": \"SM3\", \"direction\": \"sideways\"}", NULL);

  g_assert_cmpint (status->kind, ==, CALLBOARD_EVENT_OTHER);
  g_assert_cmpint (direction->kind, ==, CALLBOARD_EVENT_OTHER);
}

static void
test_malformed (void)
{
  const char *raws[] = {
    "", "{}", "[]", "null", "<html></html>", "{\"sid\": 1, \"direction\": \"inbound\"}", "{\"sid\": \"SM1\"}",
    "{\"sid\": \"\", \"direction\": \"inbound\", \"from\": \"+447700900123\"}",
    "{\"sid\": \"SM1\", \"direction\": \"inbound\", \"from\": null}", "{\"sid\": \"SM1\", \"direction\": [\"inbound\"]}",
    "\xff\xfe",
  };

  for (guint i = 0; i < G_N_ELEMENTS (raws); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_twilio_parse (raws[i], &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }
}

static void
test_truncated (void)
{
  for (gsize length = 0; length < strlen (INBOUND); length++)
    {
      g_autofree char *raw = g_strndup (INBOUND, length);
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_twilio_parse (raw, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }
}

/* Every member in turn is replaced by something of another type: an event or an error, nothing else. */
static void
test_wrong_types (void)
{
  const char *names[] = { "sid", "direction", "from", "body", "status", "date_sent", "date_created", "error_code",
                          "num_media" };
  const char *values[] = { "null", "1", "-1.5e300", "true", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "[]", "{}",
                           "[[[[[]]]]]", "99999999999999999999999", "\"Mon, 99 Foo 2026 99:99:99 +9999\"" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *raw = g_strdup_printf ("{\"sid\": \"SM1\", \"direction\": \"inbound\", \"from\": \"+1\", "
                                                "\"body\": \"b\", \"%s\": %s}", names[i], values[j]);
        g_autoptr(GError) error = NULL;
        g_autoptr(CallboardEvent) event = callboard_twilio_parse (raw, &error);

        if (event == NULL)
          g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
        else if (event->text != NULL)
          g_assert_true (g_utf8_validate (event->text, -1, NULL));
      }
}

static void
test_dates (void)
{
  const char *bad[] = { "", "today", "2026", "Mon, 23 Nov", "23", ",,,,", "Mon, 23 Nov 2026 25:61:61 +0000" };

  g_assert_cmpint (callboard_twilio_parse_date ("Mon, 23 Nov 2026 12:00:00 +0000"), ==, NOON);
  g_assert_cmpint (callboard_twilio_parse_date ("Mon, 23 Nov 2026 13:00:00 +0100"), ==, NOON);
  g_assert_cmpint (callboard_twilio_parse_date ("Mon, 23 Nov 2026 12:00:00 GMT"), ==, NOON);
  g_assert_cmpint (callboard_twilio_parse_date (NULL), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_cmpint (callboard_twilio_parse_date (bad[i]), ==, 0);
}

typedef struct
{
  guint            status;
  gint64           code;
  CallboardOutcome outcome;
  CallboardFailure failure;
} Case;

#define CASE(status, code, outcome, failure) { status, code, CALLBOARD_OUTCOME_##outcome, CALLBOARD_FAILURE_##failure }

static const Case cases[] = {
  CASE (401, 20003, ACCOUNT, CREDENTIALS),
  CASE (403, 20005, ACCOUNT, CREDENTIALS),
  CASE (404, 20404, ACCOUNT, CREDENTIALS),
  CASE (429, 20429, RETRY, RATE),
  CASE (400, 21211, FAILED, WRONG_NUMBER),
  CASE (400, 21614, FAILED, WRONG_NUMBER),
  CASE (400, 21635, FAILED, WRONG_NUMBER),
  CASE (400, 21610, FAILED, OPTED_OUT),
  CASE (400, 21408, FAILED, COUNTRY),
  CASE (403, 21408, FAILED, COUNTRY),
  CASE (400, 21602, FAILED, CONTENT),
  CASE (400, 21617, FAILED, CONTENT),
  CASE (400, 21606, ACCOUNT, CREDENTIALS),
  CASE (400, 21603, ACCOUNT, CREDENTIALS),
  CASE (400, 21611, RETRY, RATE),
  CASE (400, 30007, FAILED, CONTENT),
  CASE (400, 63016, FAILED, WINDOW_CLOSED),
  CASE (400, 63003, FAILED, NOT_ON_WHATSAPP),
  CASE (400, 63040, FAILED, TEMPLATE),
  CASE (400, 63018, RETRY, RATE),
  /* No code, or one that is not in the table: the status decides. */
  CASE (400, 0, FAILED, UNKNOWN),
  CASE (400, 29999, FAILED, UNKNOWN),
  CASE (401, 0, ACCOUNT, CREDENTIALS),
  CASE (402, 0, ACCOUNT, BALANCE),
  CASE (403, 0, ACCOUNT, CREDENTIALS),
  CASE (404, 0, ACCOUNT, CREDENTIALS),
  CASE (408, 0, RETRY, PROVIDER_DOWN),
  CASE (415, 0, ACCOUNT, CREDENTIALS),
  CASE (429, 0, RETRY, RATE),
  /* Neither created nor refused. A code changes nothing. */
  CASE (0, 0, UNKNOWN, UNKNOWN),
  CASE (200, 0, UNKNOWN, UNKNOWN),
  CASE (201, 0, UNKNOWN, UNKNOWN),
  CASE (302, 0, UNKNOWN, UNKNOWN),
  CASE (500, 0, UNKNOWN, UNKNOWN),
  CASE (500, 20500, UNKNOWN, UNKNOWN),
  CASE (503, 20429, UNKNOWN, UNKNOWN),
  CASE (504, 21610, UNKNOWN, UNKNOWN),
};

static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CallboardFailure failure = CALLBOARD_FAILURE_NONE;
      CallboardOutcome outcome = callboard_twilio_classify (cases[i].status, cases[i].code, &failure);

      g_test_message ("%u %d", cases[i].status, (int) cases[i].code);
      g_assert_cmpint (outcome, ==, cases[i].outcome);
      g_assert_cmpint (failure, ==, cases[i].failure);
    }
}

static void
test_files (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardEvent) event =
    callboard_twilio_parse ("{\"sid\": \"SM1\", \"direction\": \"inbound\", \"from\": \"+447700900001\", \"body\": \"\","
                            " \"callboard_media\": [{\"sid\": \"ME1\", \"content_type\": \"image/jpeg\","
                            " \"uri\": \"/2010-04-01/Media/ME1.json\"}, {\"sid\": \"ME2\"}, 7]}", &error);

  g_assert_no_error (error);
  g_assert_nonnull (event->files);
  g_assert_cmpuint (event->files->len, ==, 1);
  g_assert_cmpstr (((CallboardEventFile *) event->files->pdata[0])->type, ==, "image/jpeg");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/twilio/parse/inbound", test_inbound);
  g_test_add_func ("/twilio/parse/states", test_states);
  g_test_add_func ("/twilio/parse/failed", test_failed);
  g_test_add_func ("/twilio/parse/not-documented", test_not_documented);
  g_test_add_func ("/twilio/parse/malformed", test_malformed);
  g_test_add_func ("/twilio/parse/truncated", test_truncated);
  g_test_add_func ("/twilio/parse/wrong-types", test_wrong_types);
  g_test_add_func ("/twilio/parse/dates", test_dates);
  g_test_add_func ("/twilio/codes", test_codes);
  g_test_add_func ("/twilio/parse/files", test_files);

  return g_test_run ();
}
