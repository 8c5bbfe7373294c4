/* test-script-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "script-player.h"

#define MEGABYTE (1024 * 1024)

#define PROMPT(members)  "{\"id\": \"m\", \"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"text\": \"Tell us.\"" members "}]}"
#define REQUEST(members) "{\"id\": \"m\", \"type\": \"collect\", \"requests\": [{\"id\": \"r\", \"text\": \"Your CV\"" members "}]}"
#define HASH             "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

static void
test_request (void)
{
  g_autoptr(Player) player = player_new (REQUEST (", \"kinds\": [\"pdf\", \"word\"], \"max_bytes\": 5242880"));
  const CallboardEffect *effect;

  player_say (player, "yes");
  g_assert_cmpstr (player_heard (player), ==, "Your CV\nSend it here as a file.");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_IMAGE, 100, 0), ==, "r:wrong-kind");
  g_assert_cmpstr (player_heard (player), ==, "This kind of file cannot be used here. Please send: PDF, Word document.");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_PDF, 6 * MEGABYTE, 0), ==, "r:too-large");
  g_assert_cmpstr (player_heard (player), ==, "The file is too large. Please send one of at most 5 MB.");
  g_assert_cmpstr (player_say (player, "Here it comes"), ==, "attention");
  g_assert_cmpstr (player_say (player, "Really"), ==, "note:waits");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_WORD, 5 * MEGABYTE, 0), ==, "r=7 conclusion:last complete");
  effect = g_ptr_array_index (player->effects, 0);
  g_assert_cmpuint (effect->files->len, ==, 1);
  g_assert_cmpint (g_array_index (effect->files, gint64, 0), ==, 7);
}

static void
test_any_kind (void)
{
  g_autoptr(Player) player = player_new (REQUEST (", \"kinds\": [\"any\"], \"hint\": \"Both sides\", \"required\": false"));
  g_autoptr(Player) other = player_new (REQUEST (", \"required\": false"));

  player_say (player, "yes");
  g_assert_cmpstr (player_heard (player), ==, "Your CV\nBoth sides\nReply SKIP to leave this out.");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_OTHER, 0, 0), ==, "r=7 conclusion:last complete");
  player_say (other, "yes");
  g_assert_cmpstr (player_say (other, "skip"), ==, "r= conclusion:last complete");
}

static void
test_several_files (void)
{
  const CallboardReplyFile files[] = {
    { 1, CALLBOARD_FILE_KIND_PDF, 10, 0 }, { 2, CALLBOARD_FILE_KIND_VIDEO, 10, 0 }, { 3, CALLBOARD_FILE_KIND_PDF, 10, 0 }
  };
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "My papers", .files = files, .n_files = 3 };
  g_autoptr(Player) player = player_new (REQUEST (", \"kinds\": [\"pdf\"]"));

  player_say (player, "yes");
  g_assert_cmpstr (player_step (player, &event), ==, "note:extra-file r=1,3 conclusion:last complete");
  g_assert_cmpstr (((CallboardEffect *) g_ptr_array_index (player->effects, 1))->text, ==, "My papers");
}

static void
test_prompt (void)
{
  g_autoptr(Player) player = player_new (PROMPT (", \"seconds\": 30"));

  player_say (player, "yes");
  g_assert_cmpstr (player_heard (player), ==, "Tell us.\nSend a video of at most 30 seconds.");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_AUDIO, 100, 5), ==, "p:wrong-kind");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 100, 31), ==, "p:recording-long");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 100, 30), ==, "p=7 conclusion:last complete");
}

static void
test_voice (void)
{
  g_autoptr(Player) player = player_new (PROMPT (", \"voice\": true"));

  player_say (player, "yes");
  g_assert_nonnull (strstr (player_heard (player), "or a voice message"));
  g_assert_cmpstr (player_say (player, "I am shy"), ==, "p:file-expected");
  g_assert_cmpstr (player_heard (player), ==, "Please send a video or a voice message.");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_AUDIO, 100, 0), ==, "p=7 conclusion:last complete");
}

static void
test_takes (void)
{
  g_autoptr(Player) player = player_new (PROMPT (", \"takes\": 3"));
  g_autoptr(Player) other = player_new (PROMPT (", \"takes\": 3"));

  player_say (player, "yes");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 100, 5), ==, "p=7 p:another-take");
  g_assert_cmpstr (player_heard (player), ==, "Thank you. You may send a better one instead. Takes left: 2.");
  g_assert_cmpstr (player_shown (player), ==, "[{\"id\":\"p/keep\",\"title\":\"Keep it\"}]");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 100, 5), ==, "p=7 p:another-take");
  g_assert_cmpstr (player_press (player, "p/keep"), ==, "conclusion:last complete");
  g_assert_cmpuint (player->state.done, ==, 1);

  player_say (other, "yes");
  player_send (other, CALLBOARD_FILE_KIND_VIDEO, 100, 5);
  player_send (other, CALLBOARD_FILE_KIND_VIDEO, 100, 5);
  g_assert_cmpstr (player_send (other, CALLBOARD_FILE_KIND_VIDEO, 100, 5), ==, "p=7 conclusion:last complete");
}

static void
test_keep_in_words (void)
{
  g_autoptr(Player) player = player_new (PROMPT (", \"takes\": 2"));
  g_autoptr(Player) other = player_new (PROMPT (", \"takes\": 2"));

  player_say (player, "yes");
  player_send (player, CALLBOARD_FILE_KIND_VIDEO, 100, 5);
  g_assert_cmpstr (player_say (player, "Keep it!"), ==, "conclusion:last complete");

  /* SKIP leaves out the other takes, not the one that came. */
  player_say (other, "yes");
  player_send (other, CALLBOARD_FILE_KIND_VIDEO, 100, 5);
  g_assert_cmpstr (player_say (other, "skip"), ==, "conclusion:last complete");
}

static void
test_text_expected (void)
{
  g_autoptr(Player) player =
    player_new ("{\"id\": \"m\", \"type\": \"questions\", \"questions\": [{\"id\": \"q\", \"type\": \"yes_no\", \"text\": \"?\"}]}");
  const CallboardReplyFile file = { 7, CALLBOARD_FILE_KIND_IMAGE, 1, 0 };
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = "Yes", .files = &file, .n_files = 1 };

  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_IMAGE, 1, 0), ==, "note:extra-file q:next");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_IMAGE, 1, 0), ==, "note:text-expected q:text-expected");
  g_assert_cmpstr (player_step (player, &event), ==, "note:extra-file q=yes conclusion:last complete");
}

static void
test_media (void)
{
  g_autoptr(Player) player =
    player_new ("{\"id\": \"m\", \"type\": \"content\", \"blocks\": ["
                "{\"id\": \"b1\", \"type\": \"text\", \"text\": \"First\"},"
                "{\"id\": \"b2\", \"type\": \"image\", \"text\": \"Our team\", \"file\": {\"hash\": \"" HASH "\","
                " \"name\": \"team.png\", \"media_type\": \"image/png\", \"size\": 12}},"
                "{\"id\": \"b3\", \"type\": \"document\", \"file\": {\"hash\": \"" HASH "\"}}]}");
  const CallboardEffect *effect;

  g_assert_cmpstr (player_say (player, "yes"), ==, "b1:next b2:next b3:next conclusion:last complete");
  effect = g_ptr_array_index (player->effects, 1);
  g_assert_cmpstr (effect->text, ==, "Our team");
  g_assert_cmpstr (effect->media->hash, ==, HASH);
  g_assert_cmpstr (effect->media->name, ==, "team.png");
  g_assert_cmpint (effect->media->size, ==, 12);
}

static void
test_back (void)
{
  g_autoptr(Player) player =
    player_new ("{\"id\": \"m\", \"type\": \"video_interview\", \"prompts\": [{\"id\": \"p1\", \"text\": \"One\"},"
                " {\"id\": \"p2\", \"text\": \"Two\", \"takes\": 2}]}");

  player_say (player, "yes");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 1, 1), ==, "p1=7 p2:next");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 1, 1), ==, "p2=7 p2:another-take");
  g_assert_cmpstr (player_say (player, "back"), ==, "-p2 -p1 p1:back");
  g_assert_cmpstr (player_send (player, CALLBOARD_FILE_KIND_VIDEO, 1, 1), ==, "p1=7 p2:next");
  g_assert_cmpuint (player->state.takes, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/script-files/request", test_request);
  g_test_add_func ("/script-files/any-kind", test_any_kind);
  g_test_add_func ("/script-files/several-files", test_several_files);
  g_test_add_func ("/script-files/prompt", test_prompt);
  g_test_add_func ("/script-files/voice", test_voice);
  g_test_add_func ("/script-files/takes", test_takes);
  g_test_add_func ("/script-files/keep-in-words", test_keep_in_words);
  g_test_add_func ("/script-files/text-expected", test_text_expected);
  g_test_add_func ("/script-files/media", test_media);
  g_test_add_func ("/script-files/back", test_back);

  return g_test_run ();
}
