/* test-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include "callboard-draft-document.h"
#include "callboard-error.h"
#include "callboard-json.h"
#include "callboard-script.h"
#include "callboard-texts.h"
#include "random_campaign.h"

#define N_RANDOM 300

static CallboardDraft *
parse (const char *document)
{
  g_autoptr(GError) error = NULL;
  CallboardDraft *draft = callboard_draft_from_document (document, &error);

  g_assert_no_error (error);

  return draft;
}

/* Members in any order. */
static gboolean
is_same (const char *one,
         const char *other)
{
  g_autoptr(JsonNode) first = callboard_json_parse (one, -1, G_MAXSIZE, NULL);
  g_autoptr(JsonNode) second = callboard_json_parse (other, -1, G_MAXSIZE, NULL);

  return json_node_equal (first, second);
}

static void
check_round_trip (const char *document)
{
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
  g_autoptr(CallboardDraft) draft = parse (document);
  g_autofree char *written = callboard_draft_to_document (draft);
  g_autoptr(CallboardDraft) again = parse (written);
  g_autofree char *second = callboard_draft_to_document (again);

  g_assert_nonnull (script);
  if (!is_same (document, written))
    g_test_message ("%s\nbecame\n%s", document, written);

  g_assert_true (is_same (document, written));
  g_assert_cmpstr (written, ==, second);
  g_assert_finalize_object (g_steal_pointer (&draft));
}

static void
check_folder (const char *folder)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *document = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;

      g_assert_true (g_file_get_contents (path, &document, NULL, &error));
      check_round_trip (document);
    }
}

static void
test_round_trip_files (void)
{
  g_autofree char *own = g_test_build_filename (G_TEST_DIST, "data", "campaigns", NULL);
  g_autofree char *sample = g_build_filename (g_getenv ("CALLBOARD_SAMPLE_DIR"), "campaigns", NULL);

  check_folder (own);
  check_folder (sample);
}

static void
test_round_trip_texts (void)
{
  for (CallboardStageType type = CALLBOARD_STAGE_FORM; type < CALLBOARD_STAGE_REVIEW; type++)
    {
      g_autofree char *english = callboard_texts_get_campaign (type, "en");
      g_autofree char *german = callboard_texts_get_campaign (type, "de");

      check_round_trip (english);
      check_round_trip (german);
    }
}

static void
test_round_trip_random (void)
{
  for (guint seed = 0; seed < N_RANDOM; seed++)
    {
      g_auto(Chance) chance = CHANCE_OF_SEED (seed);
      g_autofree char *document = random_campaign_new (&chance, seed % CALLBOARD_STAGE_REVIEW);

      check_round_trip (document);
    }
}

static void
check_refused (const char *document,
               int         code,
               const char *words)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_draft_from_document (document, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not say “%s”", error->message, words);
}

#define BEFORE "{\"callboard\":1,\"modules\":[{\"id\":\"m\",\"type\":\"content\",\"blocks\":["
#define BLOCK  "{\"id\":\"b\",\"type\":\"text\",\"text\":\"Word\"}"

static void
test_refused (void)
{
  g_autofree char *space = g_strnfill (5 * 1024 * 1024, ' ');
  g_autofree char *huge = g_strconcat ("{\"callboard\":1}", space, NULL);

  check_refused ("", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read");
  check_refused ("Dear all", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read");
  check_refused ("[]", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read");
  check_refused ("{}", CALLBOARD_ENGINE_ERROR_INVALID, "not a Callboard campaign");
  check_refused (huge, CALLBOARD_ENGINE_ERROR_INVALID, "4.0");
  check_refused ("{\"callboard\":2}", CALLBOARD_ENGINE_ERROR_NEWER, "newer");
  check_refused (BEFORE BLOCK, CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read");
  check_refused (BEFORE BLOCK "," BLOCK "]}]}", CALLBOARD_ENGINE_ERROR_INVALID, "modules[0].blocks[1]: the id is used twice");
  check_refused (BEFORE "3]}]}", CALLBOARD_ENGINE_ERROR_INVALID, "modules[0].blocks[0]: an object");
  check_refused (BEFORE "{\"type\":\"poem\"}]}]}", CALLBOARD_ENGINE_ERROR_INVALID, "modules[0].blocks[0]: this version");
  check_refused ("{\"callboard\":1,\"modules\":{}}", CALLBOARD_ENGINE_ERROR_INVALID, "modules: a list");
  check_refused ("{\"callboard\":1,\"colour\":1}", CALLBOARD_ENGINE_ERROR_INVALID, "colour: this version");
  check_refused ("{\"callboard\":1,\"welcome.text\":\"\"}", CALLBOARD_ENGINE_ERROR_INVALID, "welcome.text: this version");
  check_refused ("{\"callboard\":1,\"language\":[{}]}", CALLBOARD_ENGINE_ERROR_INVALID, "language: a text");
}

/* What is not ready yet can still be edited. */
static void
test_lenient (void)
{
  g_autoptr(CallboardDraft) draft = parse (
    "{\"callboard\":1,\"language\":5,\"welcome\":{},\"modules\":[{\"type\":\"questions\",\"questions\":["
    "{\"id\":\"q\",\"type\":\"yes_no\",\"required\":null,\"rules\":[{\"when\":\"maybe\",\"go\":\"away\"}]}]}],"
    "\"settings\":{\"nudges\":{\"after_hours\":[]}}}");
  g_autofree char *document = callboard_draft_to_document (draft);
  gboolean can_undo;

  g_assert_nonnull (callboard_draft_find (draft, "q"));
  g_object_get (draft, "can-undo", &can_undo, NULL);
  g_assert_false (can_undo);
  g_assert_true (is_same (document,
    "{\"callboard\":1,\"language\":5,\"welcome\":{},\"modules\":[{\"type\":\"questions\",\"questions\":["
    "{\"id\":\"q\",\"type\":\"yes_no\",\"rules\":[{\"when\":\"maybe\",\"go\":\"away\"}]}]}],"
    "\"settings\":{\"nudges\":{\"after_hours\":[]}}}"));
}

static void
check_clipboard (CallboardDraft *draft,
                 const char     *text,
                 int             code)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *before = callboard_draft_to_document (draft);
  g_autofree char *after = NULL;

  g_assert_null (callboard_draft_node_from_text (draft, text, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
  after = callboard_draft_to_document (draft);
  g_assert_cmpstr (before, ==, after);
}

#define CLIP "{\"callboard\":1,\"draft\":\"x\",\"list\":\"modules\",\"element\":"

static void
test_clipboard_refused (void)
{
  g_autoptr(CallboardDraft) draft = parse ("{\"callboard\":1,\"language\":\"en\"}");
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (draft, "collect");
  g_autofree char *text = callboard_draft_node_to_text (node);
  g_autofree char *letters = g_strnfill (1024 * 1024, 'a');
  g_autofree char *brackets = g_strnfill (1024 * 1024, '[');
  g_autofree char *huge = g_strnfill (8 * 1024 * 1024, 'a');

  check_clipboard (draft, "", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, "Dear all", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, letters, CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, brackets, CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, huge, CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, "{\"callboard\":1}", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, "{\"list\":\"modules\",\"element\":{}}", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, "{\"callboard\":7,\"list\":\"modules\",\"element\":{}}", CALLBOARD_ENGINE_ERROR_NEWER);
  check_clipboard (draft, CLIP "7}", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, CLIP "{\"type\":\"text\"}}", CALLBOARD_ENGINE_ERROR_INVALID);
  check_clipboard (draft, CLIP "{\"type\":\"content\",\"blocks\":[" BLOCK "," BLOCK "]}}", CALLBOARD_ENGINE_ERROR_INVALID);

  for (gsize length = strlen (text) - 1; length > 0; length--)
    {
      text[length] = '\0';
      check_clipboard (draft, text, CALLBOARD_ENGINE_ERROR_INVALID);
    }
}

#define WITH_RULE \
  "{\"callboard\":1,\"modules\":[{\"id\":\"m1\",\"type\":\"questions\",\"questions\":[" \
  "{\"id\":\"q1\",\"type\":\"yes_no\",\"text\":\"?\",\"rules\":[{\"when\":\"no\",\"go\":\"m2\"}," \
  "{\"when\":\"yes\",\"go\":\"conclusion\"}]}]},{\"id\":\"m2\",\"type\":\"content\",\"blocks\":[]}]}"

static guint
count_pasted_rules (CallboardDraft *draft,
                    const char     *text)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraftNode) module = callboard_draft_node_from_text (draft, text, &error);
  g_autoptr(CallboardDraftNode) question = NULL;

  g_assert_no_error (error);
  g_assert_null (callboard_draft_find (draft, callboard_draft_node_get_id (module)));
  question = g_list_model_get_item (callboard_draft_node_get_list (module, "questions"), 0);

  return g_list_model_get_n_items (callboard_draft_node_get_list (question, "rules"));
}

/* In another campaign "m2" is another module. */
static void
test_clipboard_rules (void)
{
  g_autoptr(CallboardDraft) draft = parse (WITH_RULE);
  g_autoptr(CallboardDraft) other = parse (WITH_RULE);
  g_autofree char *text = callboard_draft_node_to_text (callboard_draft_find (draft, "m1"));

  g_assert_cmpuint (count_pasted_rules (draft, text), ==, 2);
  g_assert_cmpuint (count_pasted_rules (other, text), ==, 1);
  callboard_draft_node_remove (callboard_draft_find (draft, "m2"));
  g_assert_cmpuint (count_pasted_rules (draft, text), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/round-trip/files", test_round_trip_files);
  g_test_add_func ("/draft/round-trip/texts", test_round_trip_texts);
  g_test_add_func ("/draft/round-trip/random", test_round_trip_random);

  g_test_add_func ("/draft/refused", test_refused);
  g_test_add_func ("/draft/lenient", test_lenient);
  g_test_add_func ("/draft/clipboard/refused", test_clipboard_refused);
  g_test_add_func ("/draft/clipboard/rules", test_clipboard_rules);

  return g_test_run ();
}
