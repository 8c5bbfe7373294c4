/* test-problems.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-draft-document.h"
#include "callboard-draft-problems.h"
#include "callboard-error.h"
#include "callboard-media.h"
#include "callboard-move.h"
#include "callboard-takeover.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"
#define BEN  "+447700900002"
#define CARL "+447700900003"
#define DORA "+447700900004"

#define HASH "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"

#define WELCOME    "\"welcome\": {\"text\": \"Hi\"}, "
#define CONCLUSION ", \"conclusion\": {\"text\": \"Bye\"}"
#define FINE       "{\"id\": \"c\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"text\", \"text\": \"x\"}]}"
#define BLOCK(members) WELCOME "\"modules\": [{\"id\": \"m\", \"type\": \"content\", \"blocks\": [{\"id\": \"x\", " members "}]}]" CONCLUSION
#define QUESTION(members) \
  WELCOME "\"modules\": [" FINE ", {\"id\": \"m\", \"type\": \"questions\", \"questions\": [{\"id\": \"x\", " members "}]}]" CONCLUSION
#define CHOICE(choices) QUESTION ("\"type\": \"single_choice\", \"text\": \"?\", \"choices\": [" choices "]")
#define RULE(members) QUESTION ("\"type\": \"yes_no\", \"text\": \"?\", \"rules\": [{" members "}]")
#define SCHEDULE(members) \
  WELCOME "\"modules\": [{\"id\": \"x\", \"type\": \"schedule\", \"text\": \"Come\", " members "}]"
#define HOURS  "\"zone\": \"Europe/London\", \"hours\": [{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"10:00\"}]"
#define IN_Q   "modules[1].questions[0]"

/* document: without its first and last brace; LONG in it becomes a text of 5,000 letters. */
typedef struct
{
  const char         *nick;
  const char         *document;
  const char         *place;
  const char         *member;
  const char         *id;
  CallboardStageType  type;
} Case;

static const Case cases[] = {
  { "empty-welcome", "\"welcome\": {\"text\": \" \"}", "", "welcome.text" },
  { "empty-conclusion", WELCOME "\"modules\": [" FINE "]", "", "conclusion.text" },
  { "empty-block", BLOCK ("\"type\": \"text\", \"text\": \"\""), "modules[0].blocks[0]", "text", "x" },
  { "empty-module", WELCOME "\"modules\": [{\"id\": \"x\", \"type\": \"collect\", \"requests\": []}]" CONCLUSION,
    "modules[0]", "requests", "x" },
  { "empty-question", QUESTION ("\"type\": \"email\", \"text\": \"\""), IN_Q, "text", "x" },
  { "no-choice", CHOICE (""), IN_Q, "choices", "x" },
  { "empty-choice", CHOICE ("{\"id\": \"a\", \"label\": \"A\"}, {\"id\": \"b\"}"), IN_Q ".choices[1]", "label", "x" },
  { "same-choice", CHOICE ("{\"id\": \"a\", \"label\": \"A\"}, {\"id\": \"b\", \"label\": \"a\"}"), IN_Q ".choices[1]", "label", "x" },
  { "empty-prompt", WELCOME "\"modules\": [{\"type\": \"video_interview\", \"prompts\": [{\"id\": \"x\"}]}]" CONCLUSION,
    "modules[0].prompts[0]", "text", "x" },
  { "empty-request", WELCOME "\"modules\": [{\"type\": \"collect\", \"requests\": [{\"id\": \"x\"}]}]" CONCLUSION,
    "modules[0].requests[0]", "text", "x" },
  { "limits", QUESTION ("\"type\": \"number\", \"text\": \"?\", \"min\": 3, \"max\": 2"), IN_Q, "min", "x" },
  { "limits", QUESTION ("\"type\": \"date\", \"text\": \"?\", \"earliest\": \"2026-12-02\", \"latest\": \"2026-12-01\""),
    IN_Q, "earliest", "x" },
  { "field", QUESTION ("\"type\": \"email\", \"text\": \"?\", \"help\": \"{{candidate.shoe}}\""), IN_Q, "help", "x" },
  { "no-file", BLOCK ("\"type\": \"image\""), "modules[0].blocks[0]", "file.hash", "x" },
  { "missing-file", BLOCK ("\"type\": \"image\", \"file\": {\"hash\": \"" HASH "\"}"), "modules[0].blocks[0]", "file.hash", "x" },
  { "too-long", BLOCK ("\"type\": \"text\", \"text\": \"LONG\""), "modules[0].blocks[0]", "text", "x" },
  { "too-long", QUESTION ("\"type\": \"email\", \"text\": \"LONG\""), IN_Q, "text", "x" },
  { "only-in-schedule", SCHEDULE (HOURS) CONCLUSION, "modules[0]", NULL, "x" },
  { "no-schedule", WELCOME "\"modules\": []", "", "modules", NULL, CALLBOARD_STAGE_SCHEDULE },
  { "not-in-schedule", QUESTION ("\"type\": \"email\", \"text\": \"?\""), "modules[1]", NULL, "m", CALLBOARD_STAGE_SCHEDULE },
  { "schedule-last", WELCOME "\"modules\": [{\"id\": \"x\", \"type\": \"schedule\", \"text\": \"Come\", " HOURS "}, " FINE "]",
    "modules[0]", NULL, "x", CALLBOARD_STAGE_SCHEDULE },
  { "no-hours", SCHEDULE ("\"zone\": \"UTC\""), "modules[0]", "hours", "x", CALLBOARD_STAGE_SCHEDULE },
  { "empty-place", SCHEDULE (HOURS ", \"place\": {\"kind\": \"video\"}"), "modules[0]", "place.text", "x", CALLBOARD_STAGE_SCHEDULE },
  { "hours", SCHEDULE ("\"zone\": \"UTC\", \"hours\": [{\"day\": \"mon\", \"from\": \"11:00\", \"to\": \"10:00\"}]"),
    "modules[0].hours[0]", "to", "x", CALLBOARD_STAGE_SCHEDULE },
  { "session", SCHEDULE ("\"zone\": \"UTC\", \"sessions\": [{\"id\": \"s\"}]"), "modules[0].sessions[0]", "starts", "x",
    CALLBOARD_STAGE_SCHEDULE },
  { "zone", SCHEDULE ("\"hours\": []"), "modules[0]", "zone", "x", CALLBOARD_STAGE_SCHEDULE },
  { "rule-back", RULE ("\"when\": \"yes\", \"go\": \"c\""), IN_Q ".rules[0]", "go", "x" },
  { "rule-nowhere", RULE ("\"when\": \"yes\", \"go\": \"gone\""), IN_Q ".rules[0]", "go", "x" },
  { "rule-go", RULE ("\"when\": \"yes\""), IN_Q ".rules[0]", "go", "x" },
  { "rule-when", RULE ("\"go\": \"conclusion\""), IN_Q ".rules[0]", "when", "x" },
  { "invalid", QUESTION ("\"type\": \"short_answer\", \"text\": \"?\", \"max_length\": 0"), IN_Q, "max_length", "x" },
  { "invalid", WELCOME "\"settings\": {\"nudges\": {\"after_hours\": [3, 3]}}", "", "settings.nudges.after_hours" },
};

static char *
write_document (const Case *each)
{
  GString *text = g_string_new ("{\"callboard\": 1, ");
  g_autofree char *letters = g_strnfill (5000, 'x');

  g_string_append_printf (text, "%s}", each->document);
  g_string_replace (text, "LONG", letters, 0);

  return g_string_free (text, FALSE);
}

static gboolean
has_file (const char *hash,
          gpointer    data)
{
  return !g_str_equal (hash, HASH);
}

static const CallboardScriptProblem *
find_problem (GPtrArray  *problems,
              const char *nick)
{
  for (guint i = 0; i < problems->len; i++)
    {
      const CallboardScriptProblem *problem = g_ptr_array_index (problems, i);

      if (g_str_equal (problem->nick, nick))
        return problem;
    }

  return NULL;
}

static void
test_listed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = write_document (&cases[i]);
      g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);
      g_autoptr(GPtrArray) problems = callboard_script_list_problems (script, cases[i].type, has_file, NULL);
      const CallboardScriptProblem *problem = find_problem (problems, cases[i].nick);
      g_autofree char *words = callboard_problem_describe (cases[i].nick);

      g_test_message ("%s", cases[i].nick);
      g_assert_nonnull (problem);
      g_test_message ("%s", problem->text);
      g_assert_cmpint (problem->severity, ==, CALLBOARD_SEVERITY_ERROR);
      g_assert_cmpstr (problem->place, ==, cases[i].place);
      g_assert_cmpstr (problem->member, ==, cases[i].member);
      g_assert_cmpstr (problem->id, ==, cases[i].id);
      g_assert_cmpstr (words, !=, "The campaign is not complete");
    }
}

static CallboardDraftNode *
get_element (CallboardDraftNode *node,
             const char         *list,
             guint               index)
{
  g_autoptr(CallboardDraftNode) child = g_list_model_get_item (callboard_draft_node_get_list (node, list), index);

  return child;
}

static void
assert_node (CallboardDraft     *draft,
             CallboardDraftNode *node,
             const char         *place)
{
  g_autofree char *found = g_strdup ("");

  while (callboard_draft_node_get_parent (node) != NULL)
    {
      g_autofree char *inner = found;

      found = g_strdup_printf ("%s[%u]%s%s", callboard_draft_node_get_list_name (node),
                               callboard_draft_node_get_position (node), *inner != '\0' ? "." : "", inner);
      g_assert_true (get_element (callboard_draft_node_get_parent (node), callboard_draft_node_get_list_name (node),
                                  callboard_draft_node_get_position (node)) == node);
      node = callboard_draft_node_get_parent (node);
    }

  g_assert_true (node == callboard_draft_get_root (draft));
  g_assert_cmpstr (found, ==, place);
}

static void
test_fields (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const CallboardProblemContext context = { cases[i].type, has_file, NULL, 0 };
      g_autofree char *document = write_document (&cases[i]);
      g_autoptr(GError) error = NULL;
      g_autoptr(CallboardDraft) draft = callboard_draft_from_document (document, &error);
      g_autoptr(GPtrArray) problems = NULL;
      gboolean found = FALSE;

      g_assert_no_error (error);
      problems = callboard_draft_list_problems (draft, &context);
      for (guint j = 0; j < problems->len && !found; j++)
        {
          const CallboardDraftProblem *problem = g_ptr_array_index (problems, j);

          found = g_str_equal (problem->nick, cases[i].nick);
          if (!found)
            continue;

          assert_node (draft, problem->node, cases[i].place);
          g_assert_cmpstr (problem->member, ==, cases[i].member);
        }

      g_test_message ("%s", cases[i].nick);
      g_assert_true (found);
    }
}

static void
refuse (CallboardTestOffice *office,
        CallboardCommand    *command)
{
  g_autoptr(CallboardCommand) taken = command;
  g_autoptr(GError) error = NULL;

  g_assert_false (callboard_store_execute (office->test->store, taken, &error));
  g_assert_true (error->domain == CALLBOARD_ENGINE_ERROR);
}

typedef struct
{
  gint64      id;
  const char *sql;
} Change;

static gboolean
execute_change (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  Change *change = data;

  return callboard_db_run (db, error, change->sql, "i", change->id);
}

static void
change (CallboardTestOffice *office,
        const char          *sql,
        gint64               id)
{
  Change *data = g_new0 (Change, 1);

  data->id = id;
  data->sql = sql;
  callboard_test_execute (office->test, callboard_command_new ("change", execute_change, data, g_free));
}

static CallboardCommand *
import (CallboardTestOffice *office)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();

  person->first_name = g_strdup ("Eve");
  person->phone = g_strdup (DORA);
  person->consent_source = g_strdup ("Job fair");
  person->stage = office->form;
  g_ptr_array_add (people, person);

  return callboard_import_command_new (office->job, people, CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL);
}

/* Anna and Dora are new, Ben came without sending, Carl is in the middle of it and paused. */
static void
force (const Case *each,
       const char *document)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 ben = callboard_test_office_add (office, "Ben", BEN);
  gint64 carl = callboard_test_office_add (office, "Carl", CARL);
  const gint64 both[] = { anna, ben };
  gboolean of_stage = each->type == CALLBOARD_STAGE_SCHEDULE || g_str_equal (each->nick, "only-in-schedule");
  g_autofree char *sent = NULL;
  CallboardCommand *quiet;
  gint64 n;

  callboard_test_execute (office->test, callboard_move_command_new (&ben, 1, office->form, 0, CALLBOARD_MOVE_WITHOUT_SENDING));
  callboard_test_office_move (office, carl, office->form);
  callboard_test_advance (office->test, CALLBOARD_MINUTE);
  sent = callboard_test_office_send (office);
  callboard_test_office_reply (office, CARL, "hi");
  callboard_test_execute (office->test, callboard_hold_command_new (carl));

  callboard_test_office_force (office, office->form, document);
  change (office, "UPDATE enrolment SET version = version + 1 WHERE application_id = $1", carl);
  if (each->type == CALLBOARD_STAGE_SCHEDULE)
    change (office, "UPDATE stage SET type = 'schedule' WHERE id = $1", office->form);
  n = callboard_test_number (office->test, "SELECT count(*) FROM message");

  refuse (office, callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT));
  refuse (office, callboard_move_command_new (both, 2, office->form, 0, CALLBOARD_MOVE_DEFAULT));
  refuse (office, callboard_send_again_command_new (ben));
  refuse (office, import (office));
  if (!of_stage && !g_str_equal (each->nick, "missing-file"))
    refuse (office, callboard_hand_back_command_new (carl));

  quiet = callboard_move_command_new (&anna, 1, office->form, 0, CALLBOARD_MOVE_WITHOUT_SENDING);
  callboard_test_execute (office->test, quiet);
  callboard_test_execute (office->test, callboard_undo_command_new (callboard_move_command_get_result (quiet)->batch));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message", ==, n);
}

static void
test_nothing_sends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = write_document (&cases[i]);

      g_test_message ("%s", cases[i].nick);
      force (&cases[i], document);
    }
}

static void
test_publish_refuses (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = write_document (&cases[i]);

      change (office, cases[i].type == CALLBOARD_STAGE_SCHEDULE ? "UPDATE stage SET type = 'schedule' WHERE id = $1"
                                                                 : "UPDATE stage SET type = 'form' WHERE id = $1", office->form);
      refuse (office, callboard_publish_command_new (office->form, document));
    }

  callboard_test_assert_number (office->test, "SELECT max(version) FROM campaign_version", ==, 1);
  refuse (office, callboard_publish_command_new (office->review, "{\"callboard\": 1, " WELCOME "\"modules\": []}"));
}

static void
test_new_job (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  const CallboardStagePlan stages[] = {
    { "Empty", CALLBOARD_STAGE_FORM, "{\"callboard\": 1, \"welcome\": {\"text\": \"\"}}" },
    { "Back", CALLBOARD_STAGE_FORM, "{\"callboard\": 1, " RULE ("\"when\": \"yes\", \"go\": \"c\"") "}" },
  };
  const CallboardStagePlan strange[] = { { "Strange", CALLBOARD_STAGE_FORM, "{\"callboard\": 9}" } };
  const CallboardJobPlan plan = { .title = "Cook", .country = "GB", .stages = stages, .n_stages = G_N_ELEMENTS (stages) };
  const CallboardJobPlan newer = { .title = "Cook", .country = "GB", .stages = strange, .n_stages = 1 };

  callboard_test_execute (office->test, callboard_job_command_new (&plan));
  callboard_test_assert_number (office->test, "SELECT count(*) FROM campaign WHERE version = 0", ==, 2);
  callboard_test_assert_text (office->test, "SELECT group_concat (problem, ', ') FROM campaign WHERE problem IS NOT NULL",
                              "empty-welcome, rule-back x");
  refuse (office, callboard_job_command_new (&newer));
}

static void
test_draft_and_author (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 campaign = callboard_test_number (office->test, "SELECT campaign_id FROM stage WHERE name = 'Form'");
  g_autofree char *author = NULL;

  callboard_test_execute (office->test, callboard_save_draft_command_new (campaign, "{\"callboard\": 1, \"modules\": 7}"));
  callboard_test_assert_text (office->test, "SELECT draft FROM campaign WHERE version = 1 AND draft LIKE '%7}'",
                              "{\"callboard\": 1, \"modules\": 7}");
  callboard_test_assert_number (office->test, "SELECT count(*) FROM campaign WHERE problem IS NOT NULL", ==, 0);
  refuse (office, callboard_save_draft_command_new (campaign + 99, "{}"));

  author = callboard_test_text (office->test, "SELECT author FROM campaign_version");
  g_assert_cmpstr (author, !=, "");
}

/* text: found in the words of a warning; NULL if there is none. */
static const struct {
  const char *nick;
  const char *document;
  const char *place;
  const char *member;
} advice[] = {
  { NULL, CHOICE ("{\"id\": \"a\", \"label\": \"Early\"}, {\"id\": \"b\", \"label\": \"Late\"}") },
  { "stop-choice", CHOICE ("{\"id\": \"a\", \"label\": \"Go on\"}, {\"id\": \"b\", \"label\": \"Stop\"}"), IN_Q ".choices[1]", "label" },
  { "alike-choices", CHOICE ("{\"id\": \"a\", \"label\": \"In the warehouse, at night\"},"
                             "{\"id\": \"b\", \"label\": \"In the warehouse, at noon\"}"), IN_Q ".choices[1]", "label" },
  { "many-blocks", WELCOME "\"modules\": [{\"id\": \"m\", \"type\": \"content\", \"blocks\": ["
    "{\"id\": \"1\", \"type\": \"text\", \"text\": \"x\"}, {\"id\": \"2\", \"type\": \"text\", \"text\": \"x\"},"
    "{\"id\": \"3\", \"type\": \"text\", \"text\": \"x\"}, {\"id\": \"4\", \"type\": \"text\", \"text\": \"x\"},"
    "{\"id\": \"5\", \"type\": \"text\", \"text\": \"x\"}]}]" CONCLUSION, "modules[0]", "blocks" },
  { "long-text", BLOCK ("\"type\": \"text\", \"text\": \"LONG\""), "modules[0].blocks[0]", "text" },
  { "long-buttons", QUESTION ("\"type\": \"yes_no\", \"text\": \"LONG\""), IN_Q, "text" },
  { "sms-letter", BLOCK ("\"type\": \"text\", \"text\": \"In the winter we bake bread for the whole town, and in the summer"
                         " we bake cakes for its guests, with the best cr\\u00eape of all.\""), "modules[0].blocks[0]", "text" },
  { "unreached", WELCOME "\"modules\": [{\"id\": \"m\", \"type\": \"questions\", \"questions\": [{\"id\": \"x\", \"type\": \"yes_no\","
    " \"text\": \"?\", \"rules\": [{\"when\": \"yes\", \"go\": \"conclusion\"}, {\"when\": \"no\", \"go\": \"conclusion\"}]}]}, "
    FINE "]" CONCLUSION, "modules[1]", NULL },
  { "dead-rule", RULE ("\"when\": \"perhaps\", \"go\": \"conclusion\""), IN_Q ".rules[0]", "when" },
  { "dead-flag", QUESTION ("\"type\": \"yes_no\", \"text\": \"?\", \"flag_when\": [\"perhaps\"]"), IN_Q, "flag_when" },
};

static void
test_advice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (advice); i++)
    {
      const Case each = { .document = advice[i].document };
      g_autofree char *document = write_document (&each);
      g_autoptr(CallboardScript) script = callboard_script_parse_draft (document, NULL);
      g_autoptr(GPtrArray) found =
        callboard_script_list_advice (script, 1 << CALLBOARD_RENDERING_WHATSAPP | 1 << CALLBOARD_RENDERING_SMS);
      g_autoptr(GPtrArray) anywhere = callboard_script_list_advice (script, 0);
      const CallboardScriptProblem *warning = advice[i].nick != NULL ? find_problem (found, advice[i].nick) : NULL;

      if (advice[i].nick == NULL)
        {
          g_assert_cmpuint (found->len, ==, 0);
          continue;
        }

      g_test_message ("%s", advice[i].nick);
      g_assert_nonnull (warning);
      g_test_message ("%s", warning->text);
      g_assert_cmpint (warning->severity, ==, CALLBOARD_SEVERITY_WARNING);
      g_assert_cmpstr (warning->place, ==, advice[i].place);
      g_assert_cmpstr (warning->member, ==, advice[i].member);
      g_assert_null (find_problem (anywhere, "sms-letter"));
    }
}

static void
test_many_questions (void)
{
  GString *text = g_string_new ("{\"callboard\": 1, \"modules\": [{\"id\": \"m\", \"type\": \"questions\", \"questions\": [");
  g_autofree char *document = NULL;
  g_autoptr(CallboardScript) script = NULL;
  g_autoptr(GPtrArray) found = NULL;

  for (guint i = 0; i < 8; i++)
    g_string_append_printf (text, "%s{\"id\": \"q%u\", \"type\": \"email\", \"text\": \"?\"}", i > 0 ? "," : "", i);
  g_string_append (text, "]}]}");
  document = g_string_free (text, FALSE);

  script = callboard_script_parse_draft (document, NULL);
  found = callboard_script_list_advice (script, 0);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_nonnull (find_problem (found, "many-questions"));
}

/* Typing in a campaign of 60 modules: less than half a frame, beside the drawing. */
static void
test_speed (void)
{
  const CallboardProblemContext context = { CALLBOARD_STAGE_FORM, NULL, NULL, 3 };
  GString *text = g_string_new ("{\"callboard\": 1, " WELCOME "\"modules\": [");
  g_autofree char *document = NULL;
  g_autoptr(CallboardDraft) draft = NULL;
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (text, "%s{\"id\": \"m%u\", \"type\": \"questions\", \"questions\": [", i > 0 ? "," : "", i);
      for (guint j = 0; j < 3; j++)
        g_string_append_printf (text, "%s{\"id\": \"q%u-%u\", \"type\": \"single_choice\", \"text\": \"Which shift, {{candidate.first_name|there}}?\","
                                " \"choices\": [{\"id\": \"a\", \"label\": \"Early shift\"}, {\"id\": \"b\", \"label\": \"Late shift\"},"
                                "{\"id\": \"c\", \"label\": \"Night shift\"}]}", j > 0 ? "," : "", i, j);
      g_string_append (text, "]}");
    }

  g_string_append (text, "]" CONCLUSION "}");
  document = g_string_free (text, FALSE);
  draft = callboard_draft_from_document (document, NULL);

  for (guint i = 0; i < 20; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr(GPtrArray) problems = callboard_draft_list_problems (draft, &context);

      g_assert_cmpuint (problems->len, ==, 0);
      best = MIN (best, g_get_monotonic_time () - start);
    }

  g_test_minimized_result (best, "%u µs", (guint) best);
  if (g_test_perf ())
    g_assert_cmpint (best, <, 8000);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/problems/listed", test_listed);
  g_test_add_func ("/problems/fields", test_fields);
  g_test_add_func ("/problems/publish-refuses", test_publish_refuses);
  g_test_add_func ("/problems/nothing-sends", test_nothing_sends);
  g_test_add_func ("/problems/new-job", test_new_job);
  g_test_add_func ("/problems/draft-and-author", test_draft_and_author);
  g_test_add_func ("/problems/advice", test_advice);
  g_test_add_func ("/problems/many-questions", test_many_questions);
  g_test_add_func ("/problems/speed", test_speed);

  return g_test_run ();
}
