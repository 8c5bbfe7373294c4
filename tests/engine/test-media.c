/* test-media.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-error.h"
#include "callboard-fetcher.h"
#include "callboard-move.h"
#include "callboard-test-office.h"

#include <string.h>

#define PHONE "+447700900001"

static const char document[] =
  "{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Hello\"}, \"modules\": ["
  " {\"id\": \"m1\", \"type\": \"content\", \"blocks\": ["
  "  {\"id\": \"b1\", \"type\": \"image\", \"file\": {\"hash\": \"%s\", \"name\": \"Map.png\","
  "   \"media_type\": \"image/png\", \"size\": 12}, \"text\": \"The way\"},"
  "  {\"id\": \"b2\", \"type\": \"text\", \"text\": \"See you.\"}]},"
  " {\"id\": \"m2\", \"type\": \"collect\", \"requests\": ["
  "  {\"id\": \"r1\", \"text\": \"Your CV, please\", \"kinds\": [\"pdf\"], \"required\": true}]}],"
  " \"conclusion\": {\"text\": \"Thanks\"}}";

static char *
store_picture (CallboardTestOffice *office)
{
  g_autofree char *path = g_build_filename (office->test->directory, "map", NULL);
  g_autoptr(CallboardStoredFile) file = NULL;

  g_assert_true (g_file_set_contents (path, "\x89PNG\r\n\x1a\n\0\0\0\0", 12, NULL));
  file = callboard_files_add (office->test->directory, path, CALLBOARD_FILES_MAX_SIZE, NULL);
  g_assert_nonnull (file);

  return g_steal_pointer (&file->hash);
}

static char *
write_document (const char *hash)
{
  GString *text = g_string_new (document);

  g_string_replace (text, "%s", hash, 1);

  return g_string_free (text, FALSE);
}

static void
publish (CallboardTestOffice *office,
         const char          *hash)
{
  g_autofree char *text = write_document (hash);

  callboard_test_execute (office->test, callboard_publish_command_new (office->form, text));
}

/* Somebody who has answered the welcome. */
static CallboardTestOffice *
open_office (void)
{
  CallboardTestOffice *office = callboard_test_office_new ();
  g_autofree char *hash = store_picture (office);
  gint64 application;

  callboard_test_office_rehearse (office);
  publish (office, hash);
  application = callboard_test_office_add (office, "Ada", PHONE);
  callboard_test_office_move (office, application, office->form);
  callboard_test_advance (office->test, CALLBOARD_HOUR);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, PHONE, "YES");

  return office;
}

/* Claims the picture and has it accepted. */
static void
send_picture (CallboardTestOffice *office)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);
  const CallboardOutgoing *outgoing;

  g_assert_cmpuint (claimed->len, ==, 1);
  outgoing = g_ptr_array_index (claimed, 0);
  g_assert_cmpstr (outgoing->body, ==, "The way");
  g_assert_nonnull (outgoing->media);
  g_assert_cmpstr (outgoing->media->name, ==, "Map.png");
  g_assert_cmpstr (outgoing->media->type, ==, "image/png");
  g_assert_true (callboard_files_has (office->test->directory, outgoing->media->hash));
  callboard_test_office_record (office, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, "PICTURE");
}

static void
assert_nothing_due (CallboardTestOffice *office)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (office);

  g_assert_cmpuint (claimed->len, ==, 0);
}

static void
assert_next (CallboardTestOffice *office,
             const char          *text)
{
  g_autofree char *body = callboard_test_office_send (office);

  g_assert_cmpstr (body, ==, text);
}

static void
test_receipt (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();

  send_picture (office);
  assert_nothing_due (office);
  callboard_test_office_receipt (office, "PICTURE", "sent");
  assert_nothing_due (office);
  callboard_test_office_receipt (office, "PICTURE", "delivered");
  assert_next (office, "See you.");
}

/* The receipt does not come: the next step waits 15 s, and no longer. */
static void
test_no_receipt (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  CallboardCommand *claim = callboard_claim_command_new (office->account, 10);
  gint64 start;

  send_picture (office);
  start = callboard_clock_now (office->test->clock);
  callboard_test_execute (office->test, claim);
  g_assert_cmpint (callboard_claim_command_get_next_due (claim), ==, start + 15 * CALLBOARD_SECOND);
  callboard_test_advance (office->test, 14 * CALLBOARD_SECOND);
  assert_nothing_due (office);
  callboard_test_advance (office->test, CALLBOARD_SECOND);
  assert_next (office, "See you.");
}

static void
test_not_ready (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *nowhere = g_strnfill (64, 'b');
  g_autofree char *text = NULL;
  g_autofree char *hash = NULL;
  gint64 application = callboard_test_office_add (office, "Ada", PHONE);

  text = write_document (nowhere);
  callboard_test_refuse (office->test, callboard_publish_command_new (office->form, text),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_office_force (office, office->form, text);
  callboard_test_refuse (office->test, callboard_move_command_new (&application, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY);

  hash = store_picture (office);
  publish (office, hash);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM campaign WHERE problem IS NOT NULL", ==, 0);

  /* The account sends SMS. */
  callboard_test_refuse (office->test, callboard_move_command_new (&application, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY);
}

static void
fetched (CallboardTestOffice *office,
         gint64               attachment,
         const char          *type)
{
  CallboardStoredFile *file = g_new0 (CallboardStoredFile, 1);

  file->hash = g_strnfill (64, 'a');
  file->size = 12;
  file->type = g_strdup (type);
  callboard_test_execute (office->test, callboard_fetched_command_new (attachment, callboard_test_office_parse, file, "stored",
                                                                       NULL, 0));
}

/* The phone calls both of them pictures; what counts is what they are. */
static void
test_collect (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();

  send_picture (office);
  callboard_test_office_receipt (office, "PICTURE", "delivered");
  assert_next (office, "See you.");
  g_free (callboard_test_office_send (office));

  callboard_test_office_reply_files (office, PHONE, "", 1);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 0);
  fetched (office, 2, "image/png");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM answer", ==, 0);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 1);
  g_free (callboard_test_office_send (office));

  callboard_test_office_reply_files (office, PHONE, "", 1);
  fetched (office, 3, "application/pdf");
  callboard_test_assert_text (office->test, "SELECT value FROM answer WHERE question_id = 'r1'", "3");
  assert_next (office, "Thanks");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/media/receipt", test_receipt);
  g_test_add_func ("/media/no-receipt", test_no_receipt);
  g_test_add_func ("/media/not-ready", test_not_ready);
  g_test_add_func ("/media/collect", test_collect);

  return g_test_run ();
}
