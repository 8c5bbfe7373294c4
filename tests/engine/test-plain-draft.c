/* test-plain-draft.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-plain-draft.h"
#include "callboard-error.h"
#include "callboard-script.h"

#define EVERYTHING \
  "{\"callboard\":1,\"language\":\"de\",\"welcome\":{\"text\":\"Hallo {{candidate.first_name|du}}\"},\"modules\":[" \
  "{\"id\":\"m1\",\"type\":\"content\",\"blocks\":[{\"id\":\"b1\",\"type\":\"text\",\"text\":\"Erstens\"}]}," \
  "{\"id\":\"m7\",\"type\":\"questions\",\"questions\":[" \
  "{\"id\":\"q1\",\"type\":\"short_answer\",\"text\":\"Was?\",\"help\":\"So\",\"required\":false,\"retry\":\"Nochmal\"," \
  "\"min_length\":1,\"max_length\":200,\"flag_when\":[\"nichts\"]}," \
  "{\"id\":\"q2\",\"type\":\"single_choice\",\"text\":\"Wo?\",\"required\":true,\"choices\":[{\"id\":\"c1\",\"label\":\"Hier\"}," \
  "{\"id\":\"c3\",\"label\":\"Dort\"}],\"flag_when\":[\"c3\"]}," \
  "{\"id\":\"q3\",\"type\":\"yes_no\",\"text\":\"Ja?\",\"required\":true,\"flag_when\":[\"no\"]}]}]," \
  "\"conclusion\":{\"text\":\"Danke\"},\"settings\":{\"progress\":true,\"expiry_days\":9}}"

static CallboardCampaignDraft *
parse (const char *document)
{
  g_autoptr(GError) error = NULL;
  CallboardCampaignDraft *draft = callboard_plain_draft_from_document (document, &error);

  g_assert_no_error (error);

  return draft;
}

/* Without the white space between the marks, of which the texts have none. */
static char *
squeeze (const char *document)
{
  GString *squeezed = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (; *document != '\0'; document++)
    {
      if (*document == '"')
        quoted = !quoted;
      if (quoted || !g_ascii_isspace (*document))
        g_string_append_c (squeezed, *document);
    }

  return g_string_free (squeezed, FALSE);
}

static void
test_round_trip (void)
{
  g_autoptr(CallboardCampaignDraft) draft = parse (EVERYTHING);
  g_autofree char *document = callboard_plain_draft_to_document (draft);
  g_autofree char *squeezed = squeeze (document);
  g_autoptr(CallboardCampaignDraft) again = parse (document);
  g_autofree char *second = callboard_plain_draft_to_document (again);

  g_assert_cmpstr (squeezed, ==, EVERYTHING);
  g_assert_cmpstr (document, ==, second);
  g_assert_finalize_object (g_steal_pointer (&draft));
}

#define SCHEDULE \
  "{\"id\":\"m9\",\"type\":\"schedule\",\"zone\":\"Europe/Berlin\"," \
  "\"hours\":[{\"day\":\"mon\",\"from\":\"09:00\",\"to\":\"17:00\"}]}"

#define UNKNOWN_TO_THE_FORM \
  "{\"callboard\":1,\"language\":\"de\",\"welcome\":{\"text\":\"Hallo\"},\"modules\":[" \
  "{\"type\":\"content\",\"blocks\":[{\"id\":\"b1\",\"type\":\"text\",\"text\":\"Da\"}]}," \
  "{\"id\":\"m1\",\"type\":\"questions\",\"questions\":[{\"id\":\"q1\",\"type\":\"number\",\"text\":\"Alter?\",\"min\":18}]}," \
  SCHEDULE "],\"settings\":{\"progress\":false,\"nudges\":{\"after_hours\":[1,2]}}}"

static void
test_kept (void)
{
  g_autoptr(CallboardCampaignDraft) draft = parse (UNKNOWN_TO_THE_FORM);
  g_autofree char *before = callboard_plain_draft_to_document (draft);
  g_autofree char *squeezed = squeeze (before);
  g_autofree char *after = NULL;
  CallboardDraftModule *module;

  g_object_set (draft, "expiry-days", 0, "concludes", FALSE, NULL);
  g_assert_cmpstr (strstr (squeezed, SCHEDULE), !=, NULL);
  g_clear_pointer (&squeezed, g_free);
  after = callboard_plain_draft_to_document (draft);
  squeezed = squeeze (after);
  g_assert_cmpstr (squeezed, ==, UNKNOWN_TO_THE_FORM);

  /* Ids of what is kept are not given away again. */
  module = callboard_campaign_draft_add_module (draft, CALLBOARD_DRAFT_QUESTIONS);
  g_assert_cmpstr (callboard_draft_module_get_id (module), ==, "m2");
  g_assert_nonnull (callboard_campaign_draft_find_part (draft, "q2"));
}

static void
test_blast (void)
{
  g_autoptr(CallboardCampaignDraft) draft = parse ("{\"callboard\":1,\"welcome\":{\"text\":\"Leider nicht\"}}");
  g_autoptr(GPtrArray) problems = callboard_draft_list_plain_problems (draft, CALLBOARD_STAGE_REJECT);
  g_autofree char *document = callboard_plain_draft_to_document (draft);
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);

  g_assert_cmpuint (problems->len, ==, 0);
  g_assert_true (callboard_script_is_blast (script));
}

static void
test_refused (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_plain_draft_from_document ("{\"callboard\":1,\"colour\":\"red\"}", &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (callboard_plain_draft_from_document ("{\"callboard\":2}", &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NEWER);
}

static void
assert_problem (GPtrArray  *problems,
                guint       index,
                const char *part,
                const char *text)
{
  const CallboardPlainProblem *problem = g_ptr_array_index (problems, index);

  g_assert_cmpstr (problem->part, ==, part);
  g_assert_cmpstr (problem->text, ==, text);
}

static void
test_problems (void)
{
  g_autoptr(CallboardCampaignDraft) draft = callboard_campaign_draft_new ();
  g_autoptr(GPtrArray) problems = NULL;
  CallboardDraftModule *module;
  CallboardDraftPart *part;

  module = callboard_campaign_draft_add_module (draft, CALLBOARD_DRAFT_QUESTIONS);
  part = callboard_campaign_draft_add_part (draft, module, CALLBOARD_DRAFT_SINGLE_CHOICE);
  g_object_set (part, "text", "Where?", NULL);
  g_object_set (draft, "conclusion", "Bye {{candidate.nickname}}", NULL);

  problems = callboard_draft_list_plain_problems (draft, CALLBOARD_STAGE_FORM);
  g_assert_cmpuint (problems->len, ==, 5);
  assert_problem (problems, 0, "welcome", "The welcome message is empty.");
  assert_problem (problems, 1, "q1", "Question 1 is empty.");
  assert_problem (problems, 2, "q2", "Choice 1 of Question 2 has no label.");
  assert_problem (problems, 3, "q2", "Choice 2 of Question 2 has no label.");
  g_assert_cmpstr (((CallboardPlainProblem *) g_ptr_array_index (problems, 4))->part, ==, "conclusion");
}

/* What the form calls complete, the engine does too. */
static void
test_agrees (void)
{
  g_autoptr(CallboardCampaignDraft) draft = callboard_campaign_draft_new ();
  g_autoptr(GPtrArray) problems = NULL;
  CallboardDraftModule *module = callboard_campaign_draft_add_module (draft, CALLBOARD_DRAFT_CONTENT);

  g_object_set (draft, "welcome", "Hi", "conclusion", "Bye", NULL);
  g_list_store_remove_all (callboard_draft_module_get_parts (module));
  problems = callboard_draft_list_plain_problems (draft, CALLBOARD_STAGE_FORM);
  g_assert_cmpuint (problems->len, ==, 1);
  assert_problem (problems, 0, "m1", "Module 1 is empty.");

  callboard_campaign_draft_add_part (draft, module, CALLBOARD_DRAFT_TEXT);
  g_object_set (callboard_campaign_draft_find_part (draft, "b1"), "text", "Hello", NULL);
  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = callboard_draft_list_plain_problems (draft, CALLBOARD_STAGE_FORM);
  g_assert_cmpuint (problems->len, ==, 0);

  g_clear_pointer (&problems, g_ptr_array_unref);
  problems = callboard_draft_list_plain_problems (draft, CALLBOARD_STAGE_SCHEDULE);
  g_assert_cmpuint (problems->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/draft/agrees", test_agrees);
  g_test_add_func ("/draft/blast", test_blast);
  g_test_add_func ("/draft/kept", test_kept);
  g_test_add_func ("/draft/problems", test_problems);
  g_test_add_func ("/draft/refused", test_refused);
  g_test_add_func ("/draft/round-trip", test_round_trip);

  return g_test_run ();
}
