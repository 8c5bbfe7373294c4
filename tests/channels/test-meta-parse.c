/* test-meta-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <string.h>

#include "callboard-clock.h"
#include "callboard-meta-events.h"
#include "callboard-meta-parse.h"

#define NUMBER "106540352242922"
#define NOON   (G_GINT64_CONSTANT (1795435200) * CALLBOARD_SECOND)
#define HEAD   "{\"object\": \"whatsapp_business_account\", \"entry\": [{\"id\": \"WABA\", \"changes\": ["
#define TAIL   "]}]}"
#define VALUE  "{\"field\": \"messages\", \"value\": {\"messaging_product\": \"whatsapp\", \"metadata\":"            \
               " {\"display_phone_number\": \"447700900000\", \"phone_number_id\": \"" NUMBER "\"},"                   \
               " \"contacts\": [{\"profile\": {\"name\": \"Ana\"}, \"wa_id\": \"447700900123\"}], %s}}"
#define FROM   "\"from\": \"447700900123\", \"id\": \"wamid.1\", \"timestamp\": \"1795435200\""

static GPtrArray *
split (const char *changes,
       const char *number)
{
  g_autofree char *text = g_strconcat (HEAD, changes, TAIL, NULL);
  g_autoptr(GBytes) body = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  GPtrArray *events = callboard_meta_events_split (body, number, &error);

  g_assert_no_error (error);

  return events;
}

static CallboardEvent *
parse (const char *raw)
{
  g_autoptr(GError) error = NULL;
  CallboardEvent *event = callboard_meta_parse (raw, &error);

  g_assert_no_error (error);

  return event;
}

static CallboardEvent *
read_only (const char *before,
           const char *part,
           const char *after)
{
  g_autofree char *members = g_strconcat (before, part, after, NULL);
  g_autofree char *change = g_strdup_printf (VALUE, members);
  g_autoptr(GPtrArray) events = split (change, NUMBER);

  g_assert_cmpuint (events->len, ==, 1);

  return parse (((CallboardRawEvent *) g_ptr_array_index (events, 0))->raw);
}

static CallboardEvent *
read_message (const char *part)
{
  return read_only ("\"messages\": [{" FROM ", ", part, "}]");
}

static CallboardEvent *
read_status (const char *part)
{
  return read_only ("\"statuses\": [{\"id\": \"wamid.2\", \"recipient_id\": \"447700900123\", ", part, "}]");
}

static void
assert_message (const char *part,
                const char *text,
                const char *choice)
{
  g_autoptr(CallboardEvent) event = read_message (part);

  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_MESSAGE);
  g_assert_cmpint (event->state, ==, CALLBOARD_MESSAGE_RECEIVED);
  g_assert_cmpstr (event->provider_id, ==, "wamid.1");
  g_assert_cmpstr (event->from, ==, "+447700900123");
  g_assert_cmpstr (event->text, ==, text);
  g_assert_cmpstr (event->choice, ==, choice);
  g_assert_cmpint (event->at, ==, NOON);
}

static void
test_answers (void)
{
  assert_message ("\"type\": \"text\", \"text\": {\"body\": \"Yes, \\u00e9\\ud83d\\ude00\"}", "Yes, é😀", NULL);
  assert_message ("\"type\": \"button\", \"button\": {\"payload\": \"start\", \"text\": \"Start\"}", "Start", "start");
  assert_message ("\"type\": \"interactive\", \"interactive\": {\"type\": \"button_reply\","
                  " \"button_reply\": {\"id\": \"c1\", \"title\": \"Surgery\"}}", "Surgery", "c1");
  assert_message ("\"type\": \"interactive\", \"interactive\": {\"type\": \"list_reply\","
                  " \"list_reply\": {\"id\": \"c2\", \"title\": \"Day\", \"description\": \"d\"}}", "Day", "c2");
  assert_message ("\"type\": \"location\", \"location\": {\"latitude\": 53.8, \"longitude\": -1.55, \"name\": \"Home\"}",
                  "Home, geo:53.8,-1.55", NULL);
}

static void
test_quoted (void)
{
  g_autoptr(CallboardEvent) event = read_message ("\"context\": {\"from\": \"447700900000\", \"id\": \"wamid.0\"},"
                                                  " \"type\": \"text\", \"text\": {\"body\": \"4.5\"}");

  g_assert_cmpstr (event->quoted, ==, "wamid.0");
}

static void
assert_file (const char *part,
             const char *type,
             const char *name,
             const char *text)
{
  g_autoptr(CallboardEvent) event = read_message (part);
  const CallboardEventFile *file;

  g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_MESSAGE);
  g_assert_cmpuint (event->files->len, ==, 1);
  file = g_ptr_array_index (event->files, 0);
  g_assert_cmpstr (file->type, ==, type);
  g_assert_cmpstr (file->name, ==, name);
  g_assert_cmpstr (file->source, ==, "42");
  g_assert_cmpstr (event->text, ==, text);
}

static void
test_files (void)
{
  assert_file ("\"type\": \"document\", \"document\": {\"id\": \"42\", \"mime_type\": \"application/pdf\","
               " \"filename\": \"../cv.pdf\", \"caption\": \"My CV\"}", "application/pdf", "../cv.pdf", "My CV");
  assert_file ("\"type\": \"audio\", \"audio\": {\"id\": \"42\", \"mime_type\": \"audio/ogg; codecs=opus\"}",
               "audio/ogg; codecs=opus", NULL, "");
  assert_file ("\"type\": \"image\", \"image\": {\"id\": \"42\"}", "application/octet-stream", NULL, "");
}

/* What is no answer, or has no sender, is kept and does nothing. */
static void
test_others (void)
{
  const char *parts[] = {
    "\"type\": \"reaction\", \"reaction\": {\"message_id\": \"wamid.0\", \"emoji\": \"x\"}",
    "\"type\": \"unsupported\", \"errors\": [{\"code\": 131051}]",
    "\"type\": \"system\", \"system\": {\"body\": \"changed\"}",
    "\"type\": \"text\"",
    "\"type\": \"text\", \"text\": \"Yes\"",
    "\"type\": \"image\", \"image\": {\"mime_type\": \"image/png\"}",
    "\"type\": \"text\", \"text\": {\"body\": 5}",
    "\"type\": 7",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr(CallboardEvent) event = read_message (parts[i]);

      g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_OTHER);
    }
}

static void
test_no_number (void)
{
  g_autoptr(CallboardEvent) contact = read_only ("\"messages\": [{\"id\": \"wamid.1\", ",
                                                 "\"type\": \"text\", \"text\": {\"body\": \"Yes\"}", "}]");
  g_autoptr(CallboardEvent) name = parse ("{\"message\": {\"id\": \"wamid.1\", \"from_user_id\": \"GB.1\", \"type\": \"text\","
                                          " \"text\": {\"body\": \"Yes\"}}}");
  g_autoptr(CallboardEvent) rubbish = parse ("{\"message\": {\"id\": \"wamid.1\", \"from\": \"+44 7700\", \"type\": \"text\","
                                             " \"text\": {\"body\": \"Yes\"}}}");

  g_assert_cmpstr (contact->from, ==, "+447700900123");
  g_assert_cmpint (name->kind, ==, CALLBOARD_EVENT_OTHER);
  g_assert_cmpint (rubbish->kind, ==, CALLBOARD_EVENT_OTHER);
}

static void
test_statuses (void)
{
  const struct { const char *word; CallboardMessageState state; } cases[] = {
    { "sent", CALLBOARD_MESSAGE_SENT }, { "delivered", CALLBOARD_MESSAGE_DELIVERED },
    { "read", CALLBOARD_MESSAGE_READ }, { "played", CALLBOARD_MESSAGE_READ },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *part = g_strdup_printf ("\"status\": \"%s\", \"timestamp\": 1795435200", cases[i].word);
      g_autoptr(CallboardEvent) event = read_status (part);

      g_assert_cmpint (event->kind, ==, CALLBOARD_EVENT_RECEIPT);
      g_assert_cmpint (event->state, ==, cases[i].state);
      g_assert_cmpstr (event->provider_id, ==, "wamid.2");
      g_assert_cmpint (event->at, ==, NOON);
    }
}

static void
test_failed (void)
{
  g_autoptr(CallboardEvent) absent = read_status ("\"status\": \"failed\", \"errors\": [{\"code\": 131026, \"title\":"
                                                  " \"Undeliverable\", \"error_data\": {\"details\": \"No app\"}}]");
  g_autoptr(CallboardEvent) bare = read_status ("\"status\": \"failed\"");
  g_autoptr(CallboardEvent) unheard = read_status ("\"status\": \"dreamt\"");

  g_assert_cmpint (absent->state, ==, CALLBOARD_MESSAGE_FAILED);
  g_assert_cmpint (absent->failure, ==, CALLBOARD_FAILURE_NOT_ON_WHATSAPP);
  g_assert_cmpstr (absent->code, ==, "131026");
  g_assert_cmpstr (absent->detail, ==, "No app");
  g_assert_cmpint (bare->failure, ==, CALLBOARD_FAILURE_UNKNOWN);
  g_assert_cmpint (unheard->kind, ==, CALLBOARD_EVENT_OTHER);
}

static void
assert_id (GPtrArray  *events,
           guint       i,
           const char *id)
{
  g_assert_cmpstr (((CallboardRawEvent *) g_ptr_array_index (events, i))->event_id, ==, id);
}

/* One webhook tells of several things, and the same thing is known again. */
static void
test_split (void)
{
  g_autofree char *change = g_strdup_printf (VALUE, "\"messages\": [{\"id\": \"a\"}, {\"id\": \"b\"}], \"statuses\":"
                                             " [{\"id\": \"c\", \"status\": \"sent\"}, {\"id\": \"c\", \"status\": \"read\"}]");
  g_autofree char *both = g_strconcat (change, ", {\"field\": \"account_update\", \"value\": {\"event\": \"X\"}}", NULL);
  g_autoptr(GPtrArray) events = split (both, NUMBER);
  g_autoptr(GPtrArray) again = split (both, NULL);
  g_autoptr(GPtrArray) another = split (change, "1");

  g_assert_cmpuint (events->len, ==, 5);
  assert_id (events, 0, "a");
  assert_id (events, 1, "b");
  assert_id (events, 2, "c:sent");
  assert_id (events, 3, "c:read");
  assert_id (again, 4, ((CallboardRawEvent *) g_ptr_array_index (events, 4))->event_id);
  g_assert_cmpuint (another->len, ==, 0);
}

static void
test_rubbish (void)
{
  const char *bodies[] = {
    "", "{", "[]", "null", "{}", "<html>", "{\"object\": \"whatsapp_business_account\"}",
    "{\"object\": \"page\", \"entry\": []}", "{\"object\": \"whatsapp_business_account\", \"entry\": {}}",
  };
  const char *harmless[] = { "", "5", "null, [], {}", "{\"field\": \"messages\"}", "{\"field\": 5, \"value\": 5}",
                             "{\"field\": \"messages\", \"value\": {\"messages\": [5, null], \"statuses\": 7}}" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(GBytes) body = g_bytes_new (bodies[i], strlen (bodies[i]));
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_meta_events_split (body, NULL, &error));
      g_assert_error (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED);
    }

  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autoptr(GPtrArray) events = split (harmless[i], NULL);

      g_assert_cmpuint (events->len, ==, 0);
    }
}

static void
test_deep (void)
{
  g_autofree char *deep = g_strnfill (10000, '[');
  g_autoptr(GBytes) body = g_bytes_new (deep, strlen (deep));
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_meta_events_split (body, NULL, &error));
  g_assert_null (callboard_meta_parse (deep, NULL));
  g_assert_null (callboard_meta_parse ("{\"message\": {}}", NULL));
  g_assert_null (callboard_meta_parse ("{\"status\": {\"status\": \"read\"}}", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meta-parse/answers", test_answers);
  g_test_add_func ("/meta-parse/quoted", test_quoted);
  g_test_add_func ("/meta-parse/files", test_files);
  g_test_add_func ("/meta-parse/others", test_others);
  g_test_add_func ("/meta-parse/no-number", test_no_number);
  g_test_add_func ("/meta-parse/statuses", test_statuses);
  g_test_add_func ("/meta-parse/failed", test_failed);
  g_test_add_func ("/meta-parse/split", test_split);
  g_test_add_func ("/meta-parse/rubbish", test_rubbish);
  g_test_add_func ("/meta-parse/deep", test_deep);

  return g_test_run ();
}
