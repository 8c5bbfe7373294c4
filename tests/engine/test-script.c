/* test-script.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-error.h"
#include "callboard-script.h"
#include "callboard-texts.h"

#define QUESTIONS(questions)                                                                             \
  "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": [{\"id\": \"m\", \"type\": \"questions\","  \
  " \"questions\": [" questions "]}], \"conclusion\": {\"text\": \"Bye\"}}"

static CallboardScript *
parse (const char *document)
{
  g_autoptr(GError) error = NULL;
  CallboardScript *script = callboard_script_parse (document, &error);

  g_assert_no_error (error);

  return script;
}

static void
test_refused (void)
{
  static const struct {
    const char *document;
    int         code;
    const char *says;
  } cases[] = {
    { "", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read" },
    { "[]", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read" },
    { "{\"callboard\": 1", CALLBOARD_ENGINE_ERROR_INVALID, "cannot be read" },
    { "{}", CALLBOARD_ENGINE_ERROR_INVALID, "not a Callboard campaign" },
    { "{\"callboard\": \"1\"}", CALLBOARD_ENGINE_ERROR_INVALID, "not a Callboard campaign" },
    { "{\"callboard\": 2}", CALLBOARD_ENGINE_ERROR_NEWER, "newer version" },
    { "{\"callboard\": 1, \"colour\": 1}", CALLBOARD_ENGINE_ERROR_INVALID, "colour" },
    { "{\"callboard\": 1, \"welcome\": {\"text\": \"\", \"font\": 1}}", CALLBOARD_ENGINE_ERROR_INVALID, "welcome.font" },
    { "{\"callboard\": 1, \"modules\": [{\"id\": \"m\", \"type\": \"dance\"}]}", CALLBOARD_ENGINE_ERROR_INVALID, "modules[0]" },
    { "{\"callboard\": 1, \"modules\": [7]}", CALLBOARD_ENGINE_ERROR_INVALID, "modules[0]" },
    { QUESTIONS ("{\"type\": \"yes_no\"}"), CALLBOARD_ENGINE_ERROR_INVALID, "id is missing" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"yes_no\"}, {\"id\": \"a\", \"type\": \"yes_no\"}"),
      CALLBOARD_ENGINE_ERROR_INVALID, "questions[1]" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"essay\"}"), CALLBOARD_ENGINE_ERROR_INVALID, "type of question" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"yes_no\", \"sound\": 1}"), CALLBOARD_ENGINE_ERROR_INVALID,
      "modules[0].questions[0].sound" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"single_choice\", \"choices\": [{\"label\": \"x\"}]}"),
      CALLBOARD_ENGINE_ERROR_INVALID, "choices[0]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (callboard_script_parse (cases[i].document, &error));
      g_assert_error (error, CALLBOARD_ENGINE_ERROR, cases[i].code);
      g_assert_nonnull (strstr (error->message, cases[i].says));
    }
}

static void
test_deep (void)
{
  g_autofree char *brackets = g_strnfill (100000, '[');
  g_autofree char *document = g_strconcat ("{\"callboard\": 1, \"modules\": ", brackets, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_script_parse (document, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_INVALID);
}

static void
test_readiness (void)
{
  static const struct {
    const char         *document;
    CallboardStageType  type;
    const char         *problem;
  } cases[] = {
    { "{\"callboard\": 1}", CALLBOARD_STAGE_FORM, "empty-welcome" },
    { "{\"callboard\": 1, \"welcome\": {\"text\": \" \\n\"}}", CALLBOARD_STAGE_REJECT, "empty-welcome" },
    { "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi {{candidate.shoe}}\"}}", CALLBOARD_STAGE_REJECT, "field" },
    { "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}}", CALLBOARD_STAGE_REJECT, NULL },
    { "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}}", CALLBOARD_STAGE_SCHEDULE, "no-schedule" },
    { QUESTIONS (""), CALLBOARD_STAGE_FORM, "empty-module m" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"yes_no\"}"), CALLBOARD_STAGE_FORM, "empty-question a" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"single_choice\", \"text\": \"?\"}"), CALLBOARD_STAGE_FORM, "no-choice a" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"single_choice\", \"text\": \"?\", \"choices\": [{\"id\": \"x\", \"label\": \"\"}]}"),
      CALLBOARD_STAGE_FORM, "empty-choice a" },
    { QUESTIONS ("{\"id\": \"a\", \"type\": \"yes_no\", \"text\": \"?\"}"), CALLBOARD_STAGE_FORM, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CallboardScript) script = parse (cases[i].document);
      g_autofree char *problem = callboard_script_check (script, cases[i].type, NULL, NULL);
      g_autofree char *words = callboard_problem_describe (problem);

      g_assert_cmpstr (problem, ==, cases[i].problem);
      g_assert_cmpint (*words == '\0', ==, problem == NULL);
    }
}

static void
test_default_texts (void)
{
  const char * const languages[] = { "en", "de" };

  for (CallboardStageType type = CALLBOARD_STAGE_FORM; type < CALLBOARD_STAGE_REVIEW; type++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        {
          g_autofree char *document = callboard_texts_get_campaign (type, languages[i]);
          g_autoptr(CallboardScript) script = parse (document);
          g_autofree char *problem = callboard_script_check (script, type, NULL, NULL);

          g_assert_cmpstr (problem, ==, type == CALLBOARD_STAGE_SCHEDULE ? "no-schedule" : NULL);
          g_assert_cmpstr (callboard_script_get_language (script), ==, languages[i]);
          g_assert_cmpint (callboard_script_is_blast (script), ==,
                           type == CALLBOARD_STAGE_REJECT || type == CALLBOARD_STAGE_SCHEDULE);
        }
    }
}

static void
hear (CallboardScript      *script,
      CallboardScriptState *state,
      const char           *text,
      CallboardWord         word,
      const char           *expected)
{
  CallboardScriptEvent event = { .kind = CALLBOARD_SCRIPT_REPLY, .text = text, .word = word };
  g_autofree char *before = callboard_script_state_to_text (state);
  CallboardScriptState read = callboard_script_state_from_text (before);
  g_autoptr(GPtrArray) effects = callboard_script_step (script, &read, &event, 0, state);
  g_autoptr(GString) told = g_string_new (NULL);

  for (guint i = 0; i < effects->len; i++)
    {
      const CallboardEffect *effect = g_ptr_array_index (effects, i);
      const char *kinds[] = { "send", "answer", "forget", "note", "attention", "complete" };

      g_string_append_printf (told, "%s%s %s", i > 0 ? ", " : "", kinds[effect->kind],
                              effect->key != NULL ? effect->key : "");
      g_assert_nonnull (effect->why);
    }

  g_assert_cmpstr (told->str, ==, expected);
}

static void
test_attention (void)
{
  g_autoptr(CallboardScript) script = parse (QUESTIONS ("{\"id\": \"a\", \"type\": \"yes_no\", \"text\": \"?\"}"));
  CallboardScriptState state = { .phase = CALLBOARD_PHASE_WELCOME, .asked = 1 };

  hear (script, &state, "hi", CALLBOARD_WORD_NONE, "send a.1");
  hear (script, &state, "blue", CALLBOARD_WORD_NONE, "send a.2");
  hear (script, &state, "green", CALLBOARD_WORD_NONE, "send a.3");
  hear (script, &state, "red", CALLBOARD_WORD_NONE, "attention ");
  g_assert_cmpint (state.phase, ==, CALLBOARD_PHASE_ATTENTION);
  hear (script, &state, "yes", CALLBOARD_WORD_YES, "answer a, send conclusion.4, complete ");
}

static void
test_skip_and_back (void)
{
  g_autoptr(CallboardScript) script =
    parse (QUESTIONS ("{\"id\": \"a\", \"type\": \"short_answer\", \"text\": \"?\", \"required\": false},"
                      "{\"id\": \"b\", \"type\": \"yes_no\", \"text\": \"?\"}"));
  CallboardScriptState state = { .phase = CALLBOARD_PHASE_WELCOME, .asked = 1 };

  hear (script, &state, "yes", CALLBOARD_WORD_YES, "send a.1");
  hear (script, &state, "skip", CALLBOARD_WORD_SKIP, "answer a, send b.2");
  hear (script, &state, "skip", CALLBOARD_WORD_SKIP, "send b.3");
  hear (script, &state, "back", CALLBOARD_WORD_BACK, "forget a, send a.4");
  hear (script, &state, "Monday", CALLBOARD_WORD_NONE, "answer a, send b.5");
  hear (script, &state, "yes", CALLBOARD_WORD_YES, "answer b, send conclusion.6, complete ");
  g_assert_cmpuint (state.done, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/script/refused", test_refused);
  g_test_add_func ("/script/deep", test_deep);
  g_test_add_func ("/script/readiness", test_readiness);
  g_test_add_func ("/script/default-texts", test_default_texts);
  g_test_add_func ("/script/attention", test_attention);
  g_test_add_func ("/script/skip-and-back", test_skip_and_back);

  return g_test_run ();
}
