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

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/round-trip/files", test_round_trip_files);
  g_test_add_func ("/draft/round-trip/texts", test_round_trip_texts);
  g_test_add_func ("/draft/round-trip/random", test_round_trip_random);

  return g_test_run ();
}
