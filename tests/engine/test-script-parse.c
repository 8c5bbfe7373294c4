/* test-script-parse.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-error.h"
#include "callboard-script.h"

#define HASH "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

/* Modules that are refused, and what the error begins with. */
static const struct {
  const char *modules;
  const char *says;
} refused[] = {
  { "{\"type\": \"questions\", \"questions\": 1}", "modules[0].questions: a list" },
  { "{\"type\": \"questions\", \"colour\": 1}", "modules[0].colour: " },
  { "{\"type\": \"collect\", \"prompts\": []}", "modules[0].prompts: " },
  { "{\"id\": \"\", \"type\": \"content\"}", "modules[0].id: the id is missing" },
  { "{\"id\": \"welcome\", \"type\": \"content\"}", "modules[0].id: the id may not" },
  { "{\"id\": \"a/b\", \"type\": \"content\"}", "modules[0].id: the id may not" },
  { "{\"id\": \"a\", \"type\": \"content\"}, {\"id\": \"a\", \"type\": \"content\"}", "modules[1].id: the id is used twice" },
  { "{\"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"sound\"}]}", "modules[0].blocks[0]: " },
  { "{\"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"text\", \"file\": {}}]}", "modules[0].blocks[0].file: " },
  { "{\"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"image\", \"file\": {\"hash\": \"../../etc/passwd\"}}]}",
    "modules[0].blocks[0].file: the hash" },
  { "{\"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"image\", \"file\": {\"hash\": \"" HASH "\", \"path\": \"/\"}}]}",
    "modules[0].blocks[0].file.path: " },
  { "{\"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"text\": \"?\", \"seconds\": 0}]}",
    "modules[0].prompts[0].seconds: a whole number from 1 to 3600" },
  { "{\"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"takes\": 1.5}]}", "modules[0].prompts[0].takes: a whole" },
  { "{\"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"voice\": 1}]}", "modules[0].prompts[0].voice: true or" },
  { "{\"type\": \"collect\", \"requests\": [{\"id\": \"r\", \"kinds\": [\"pdf\", \"exe\"]}]}", "modules[0].requests[0].kinds[1]: " },
  { "{\"type\": \"collect\", \"requests\": [{\"text\": \"CV\"}]}", "modules[0].requests[0]: the id is missing" },
};

#define WITH(members) "{\"type\": \"questions\", \"questions\": [{\"id\": \"q\", \"text\": \"?\", " members "}]}"

static const struct {
  const char *modules;
  const char *says;
} refused_questions[] = {
  { WITH ("\"type\": \"short_answer\", \"max_length\": 1001"), "max_length: a whole number from 1 to 1000" },
  { WITH ("\"type\": \"short_answer\", \"text\": 1"), "text: a text" },
  { WITH ("\"type\": \"short_answer\", \"rules\": []"), "rules: this version" },
  { WITH ("\"type\": \"email\", \"points\": 1"), "points: this version" },
  { WITH ("\"type\": \"number\", \"min\": \"3\""), "min: a number" },
  { WITH ("\"type\": \"number\", \"decimals\": 7"), "decimals: a whole" },
  { WITH ("\"type\": \"number\", \"flag_when\": [\"<2\", \"<x\"]"), "flag_when[1]: " },
  { WITH ("\"type\": \"number\", \"points\": [{\"from\": 1, \"upto\": 2}]"), "points[0].upto: " },
  { WITH ("\"type\": \"date\", \"earliest\": \"2026-02-30\""), "earliest: a day" },
  { WITH ("\"type\": \"date\", \"latest\": \"1.1.2026\""), "latest: a day" },
  { WITH ("\"type\": \"rating\", \"max\": 1"), "max: a whole" },
  { WITH ("\"type\": \"rating\", \"points\": 3"), "points: true or" },
  { WITH ("\"type\": \"yes_no\", \"points\": {\"perhaps\": 1}"), "points.perhaps: " },
  { WITH ("\"type\": \"single_choice\", \"choices\": [{\"id\": \"a,b\"}]"), "choices[0]: the id may" },
  { WITH ("\"type\": \"single_choice\", \"choices\": [{\"id\": \"a\"}, {\"id\": \"a\"}]"), "choices[1]: " },
  { WITH ("\"type\": \"single_choice\", \"choices\": [{\"id\": \"a\", \"points\": \"1\"}]"), "choices[0].points: a number" },
  { WITH ("\"type\": \"yes_no\", \"rules\": [{\"when\": \"yes\"}]"), "rules[0].go: a rule needs the module" },
  { WITH ("\"type\": \"yes_no\", \"rules\": [{\"go\": \"m\"}]"), "rules[0].when: a rule needs an answer" },
  { WITH ("\"type\": \"yes_no\", \"rules\": [{\"when\": \"yes\", \"go\": \"m\"}]"), "rules[0].go: there is no such module" },
};

#define SCHEDULE(members) "{\"id\": \"s\", \"type\": \"schedule\", \"zone\": \"Europe/London\", " members "}"

static const struct {
  const char *modules;
  const char *says;
} refused_schedules[] = {
  { "{\"type\": \"schedule\", \"zone\": \"Europe/London\"}", "modules[0]: the id is missing" },
  { "{\"id\": \"s\", \"type\": \"schedule\"}", "modules[0].zone: the time zone" },
  { "{\"id\": \"s\", \"type\": \"schedule\", \"zone\": \"Mars/Olympus\"}", "modules[0].zone: there is no such" },
  { SCHEDULE ("\"duration\": 1"), "modules[0].duration: a whole" },
  { SCHEDULE ("\"place\": {\"kind\": \"boat\"}"), "modules[0].place.kind: " },
  { SCHEDULE ("\"hours\": [{\"day\": \"funday\", \"from\": \"09:00\", \"to\": \"10:00\"}]"), "modules[0].hours[0].day: " },
  { SCHEDULE ("\"hours\": [{\"day\": \"mon\", \"from\": \"9\", \"to\": \"10:00\"}]"), "modules[0].hours[0].from: " },
  { SCHEDULE ("\"hours\": [{\"day\": \"mon\", \"from\": \"11:00\", \"to\": \"10:00\"}]"), "modules[0].hours[0].to: hours need" },
  { SCHEDULE ("\"sessions\": [{\"id\": \"x\", \"starts\": \"tomorrow\"}]"), "modules[0].sessions[0].starts: " },
  { SCHEDULE ("\"sessions\": [{\"id\": \"x\"}]"), "modules[0].sessions[0].starts: the time" },
  { SCHEDULE ("\"sessions\": [{\"id\": \"x\", \"starts\": \"2026-12-01T10:00\"}, {\"id\": \"y\", \"starts\": \"2026-12-01T10:00\"}]"),
    "modules[0].sessions[1].starts: another session" },
  { SCHEDULE ("\"sessions\": [{\"id\": \"s\", \"starts\": \"2026-12-01T10:00\"}]"), "modules[0].sessions[0].id: the id is used" },
};

static void
assert_refused (const char *document,
                const char *prefix,
                const char *says)
{
  g_autofree char *expected = g_strconcat (prefix, says, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_script_parse (document, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID);
  g_test_message ("%s", error->message);
  g_assert_true (g_str_has_prefix (error->message, expected));
}

static void
assert_modules_refused (const char *modules,
                        const char *prefix,
                        const char *says)
{
  g_autofree char *document = g_strdup_printf ("{\"callboard\": 1, \"modules\": [%s]}", modules);

  assert_refused (document, prefix, says);
}

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    assert_modules_refused (refused[i].modules, "", refused[i].says);
  for (guint i = 0; i < G_N_ELEMENTS (refused_questions); i++)
    assert_modules_refused (refused_questions[i].modules, "modules[0].questions[0].", refused_questions[i].says);
  for (guint i = 0; i < G_N_ELEMENTS (refused_schedules); i++)
    assert_modules_refused (refused_schedules[i].modules, "", refused_schedules[i].says);
}

#define RULE(go) \
  "{\"id\": \"m1\", \"type\": \"content\", \"blocks\": []}," \
  "{\"id\": \"m2\", \"type\": \"questions\", \"questions\": [{\"id\": \"q\", \"type\": \"yes_no\", \"text\": \"?\"," \
  " \"rules\": [{\"when\": \"yes\", \"go\": \"" go "\"}]}]}, {\"id\": \"m3\", \"type\": \"content\", \"blocks\": []}"

static void
test_rules (void)
{
  g_autoptr(CallboardScript) later = callboard_script_parse ("{\"callboard\": 1, \"modules\": [" RULE ("m3") "]}", NULL);
  g_autoptr(CallboardScript) end = callboard_script_parse ("{\"callboard\": 1, \"modules\": [" RULE ("conclusion") "]}", NULL);

  g_assert_nonnull (later);
  g_assert_nonnull (end);
  assert_modules_refused (RULE ("m1"), "modules[1].questions[0].rules[0].go: ", "a rule can only go to a later module");
  assert_modules_refused (RULE ("m2"), "modules[1].questions[0].rules[0].go: ", "a rule can only go to a later module");
  assert_modules_refused (RULE ("q"), "modules[1].questions[0].rules[0].go: ", "there is no such module");
}

static void
test_settings (void)
{
  static const char * const settings[][2] = {
    { "\"expiry_days\": 0", "settings.expiry_days: a whole number from 1 to 365" },
    { "\"progress\": \"yes\"", "settings.progress: true or false" },
    { "\"nudges\": [3]", "settings.nudges: an object" },
    { "\"nudges\": {\"after_hours\": [0]}", "settings.nudges.after_hours[0]: a whole" },
    { "\"nudges\": {\"after_hours\": [3, 3]}", "settings.nudges.after_hours[1]: each" },
    { "\"nudges\": {\"after_hours\": [1, 2, 3, 4, 5, 6, 7, 8, 9]}", "settings.nudges.after_hours[8]: there are too many" },
  };
  g_autoptr(CallboardScript) none = callboard_script_parse ("{\"callboard\": 1, \"settings\": {\"nudges\": {\"after_hours\": []}}}", NULL);
  g_autoptr(CallboardScript) usual = callboard_script_parse ("{\"callboard\": 1}", NULL);
  const gint64 *after;
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autofree char *document = g_strdup_printf ("{\"callboard\": 1, \"settings\": {%s}}", settings[i][0]);

      assert_refused (document, "", settings[i][1]);
    }

  callboard_script_get_nudges (none, &n);
  g_assert_cmpuint (n, ==, 0);
  after = callboard_script_get_nudges (usual, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (after[0], ==, 3 * G_TIME_SPAN_HOUR);
  g_assert_cmpint (after[2], ==, 72 * G_TIME_SPAN_HOUR);
}

static char *
write_steps (guint n)
{
  GString *document = g_string_new ("{\"callboard\": 1, \"modules\": [{\"type\": \"content\", \"blocks\": [");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (document, "%s{\"id\": \"b%u\", \"type\": \"text\", \"text\": \"x\"}", i > 0 ? "," : "", i);

  g_string_append (document, "]}]}");

  return g_string_free (document, FALSE);
}

static void
test_many_steps (void)
{
  g_autofree char *most = write_steps (1024);
  g_autofree char *more = write_steps (1025);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (most, &error);

  g_assert_no_error (error);
  assert_refused (more, "modules[0].blocks[1024]: ", "a campaign has at most 1024 steps");
}

#define CONTENT   "{\"id\": \"c\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", \"type\": \"text\", \"text\": \"x\"}]}"
#define QUESTIONS "{\"id\": \"q\", \"type\": \"questions\", \"questions\": [{\"id\": \"q1\", \"type\": \"email\", \"text\": \"?\"}]}"
#define PROMPTS   "{\"id\": \"v\", \"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"text\": \"?\"}]}"
#define REQUESTS  "{\"id\": \"d\", \"type\": \"collect\", \"requests\": [{\"id\": \"r\", \"text\": \"?\"}]}"
#define HOURS     "\"hours\": [{\"day\": \"mon\", \"from\": \"09:00\", \"to\": \"10:00\"}]"
#define INTERVIEW SCHEDULE (HOURS)
#define CONCLUDED ",\"conclusion\": {\"text\": \"Bye\"}"

/* Product.md, section 2: for each kind of module, what a Form, an Assessment, an Offer, a Reject and a Schedule say. */
static const struct {
  const char *modules;
  const char *problems[5];
} stages[] = {
  { "[]", { NULL, NULL, NULL, NULL, "no-schedule" } },
  { "[" CONTENT "]", { NULL, NULL, NULL, NULL, "no-schedule" } },
  { "[" QUESTIONS "]", { NULL, NULL, NULL, NULL, "not-in-schedule q" } },
  { "[" PROMPTS "]", { NULL, NULL, NULL, NULL, "not-in-schedule v" } },
  { "[" REQUESTS "]", { NULL, NULL, NULL, NULL, "not-in-schedule d" } },
  { "[" INTERVIEW "]",
    { "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", NULL } },
  { "[" CONTENT ", " INTERVIEW "]",
    { "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", NULL } },
  { "[" INTERVIEW ", " CONTENT "]",
    { "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", "only-in-schedule s", "schedule-last s" } },
  { "[" REQUESTS ", " CONTENT ", " QUESTIONS ", " PROMPTS "]", { NULL, NULL, NULL, NULL, "not-in-schedule d" } },
};

static void
assert_problem (const char         *document,
                CallboardStageType  type,
                CallboardHasFile    has_file,
                const char         *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardScript) script = callboard_script_parse (document, &error);
  g_autofree char *problem = NULL;
  g_autofree char *words = NULL;

  g_assert_no_error (error);
  problem = callboard_script_check (script, type, has_file, NULL);
  words = callboard_problem_describe (problem);
  g_assert_cmpstr (problem, ==, expected);
  g_assert_cmpint (*words == '\0', ==, expected == NULL);
  g_assert_false (g_str_has_prefix (words, "The campaign is not complete"));
}

static void
test_stages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *document = g_strdup_printf ("{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": %s"
                                                   CONCLUDED "}", stages[i].modules);

      for (CallboardStageType type = CALLBOARD_STAGE_FORM; type < CALLBOARD_STAGE_REVIEW; type++)
        assert_problem (document, type, NULL, stages[i].problems[type]);

      assert_problem (document, CALLBOARD_STAGE_REVIEW, NULL, "review");
    }
}

static gboolean
has_none (const char *hash,
          gpointer    data)
{
  g_assert_cmpstr (hash, ==, HASH);

  return FALSE;
}

#define BLOCK(members) "{\"id\": \"c\", \"type\": \"content\", \"blocks\": [{\"id\": \"b\", " members "}]}"

static void
test_problems (void)
{
  static const struct {
    const char         *module;
    const char         *problem;
    CallboardStageType  type;
  } cases[] = {
    { "{\"id\": \"c\", \"type\": \"collect\", \"requests\": []}", "empty-module c" },
    { BLOCK ("\"type\": \"text\", \"text\": \" \""), "empty-block b" },
    { BLOCK ("\"type\": \"image\""), "no-file b" },
    { BLOCK ("\"type\": \"image\", \"file\": {\"hash\": \"" HASH "\"}"), "missing-file b" },
    { BLOCK ("\"type\": \"text\", \"text\": \"{{candidate.shoe}}\""), "field b" },
    { "{\"type\": \"video_interview\", \"prompts\": [{\"id\": \"p\", \"text\": \"\"}]}", "empty-prompt p" },
    { "{\"type\": \"collect\", \"requests\": [{\"id\": \"r\"}]}", "empty-request r" },
    { "{\"type\": \"collect\", \"requests\": [{\"id\": \"r\", \"text\": \"CV\", \"hint\": \"{{x\"}]}", "field r" },
    { WITH ("\"type\": \"multiple_choice\""), "no-choice q" },
    { WITH ("\"type\": \"single_choice\", \"choices\": [{\"id\": \"a\"}]"), "empty-choice q" },
    { WITH ("\"type\": \"single_choice\", \"choices\": [{\"id\": \"a\", \"label\": \"Yes\"}, {\"id\": \"b\", \"label\": \"yes!\"}]"),
      "same-choice q" },
    { WITH ("\"type\": \"multiple_choice\", \"min_choices\": 2, \"choices\": [{\"id\": \"a\", \"label\": \"A\"}]"), "limits q" },
    { WITH ("\"type\": \"number\", \"min\": 3, \"max\": 2"), "limits q" },
    { WITH ("\"type\": \"short_answer\", \"min_length\": 30, \"max_length\": 20"), "limits q" },
    { WITH ("\"type\": \"date\", \"earliest\": \"2026-12-02\", \"latest\": \"2026-12-01\""), "limits q" },
    { WITH ("\"type\": \"email\", \"retry\": \"{{what}}\""), "field q" },
    { SCHEDULE ("\"text\": \"Hi\""), "no-hours s", CALLBOARD_STAGE_SCHEDULE },
    { SCHEDULE (HOURS ", \"place\": {\"kind\": \"video\"}"), "empty-place s", CALLBOARD_STAGE_SCHEDULE },
    { SCHEDULE (HOURS ", \"place\": {\"kind\": \"video\", \"text\": \"{{job.colour}}\"}"), "field s", CALLBOARD_STAGE_SCHEDULE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = g_strdup_printf ("{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": [%s]"
                                                   CONCLUDED "}", cases[i].module);

      assert_problem (document, cases[i].type, has_none, cases[i].problem);
    }

  assert_problem ("{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": [" CONTENT "]}", CALLBOARD_STAGE_FORM,
                  NULL, "empty-conclusion");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/script-parse/refused", test_refused);
  g_test_add_func ("/script-parse/rules", test_rules);
  g_test_add_func ("/script-parse/settings", test_settings);
  g_test_add_func ("/script-parse/many-steps", test_many_steps);
  g_test_add_func ("/script-parse/stages", test_stages);
  g_test_add_func ("/script-parse/problems", test_problems);

  return g_test_run ();
}
