/* test-approval.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-approval.h"
#include "callboard-error.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

#define BODY "Hi {{candidate.first_name|there}}, shall we go on with your application as {{job.title}}?"
#define SAMPLES "\"samples\": {\"candidate\": {\"first_name\": \"Ada\"}, \"job\": {\"title\": \"Driver\"}}"

static char *
write_document (const char *body,
                const char *template)
{
  return g_strdup_printf ("{\"callboard\": 1, \"language\": \"pt-BR\", \"welcome\": {\"text\": \"%s\", \"template\": {%s}}}",
                          body, template);
}

static void
test_faults (void)
{
  static const struct {
    const char *body;
    const char *template;
    const char *member;
  } cases[] = {
    { BODY, "\"name\": \"go_on\", " SAMPLES, NULL },
    { BODY, SAMPLES, "welcome.template.name" },
    { BODY, "\"name\": \"Go on\", " SAMPLES, "welcome.template.name" },
    { "Shall we go on?", "\"name\": \"x\"", "welcome.text" },
    { "{{job.title}}: shall we go on with your application?", "\"name\": \"x\", " SAMPLES, "welcome.text" },
    { "Shall we go on with your application as {{job.title}}", "\"name\": \"x\", " SAMPLES, "welcome.text" },
    { "Shall we go on with your application? \xf0\x9f\x98\x80", "\"name\": \"x\"", "welcome.text" },
    { " Shall we go on with your application?", "\"name\": \"x\"", "welcome.text" },
    { "Shall we go on, dear {{candidate.first_name}} {{candidate.last_name}}, or rather not?", "\"name\": \"x\","
      " \"samples\": {\"candidate\": {\"first_name\": \"Ada\", \"last_name\": \"Byron\"}}", "welcome.text" },
    { "Hi {{candidate.first_name|there}}, {{job.title}}?", "\"name\": \"x\", " SAMPLES, "welcome.text" },
    { BODY, "\"name\": \"x\", \"samples\": {\"job\": {\"title\": \"Driver\"}}", "welcome.template.samples.candidate.first_name" },
    { BODY, "\"name\": \"x\", \"footer\": \"{{job.title}}\", " SAMPLES, "welcome.template.footer" },
    { BODY, "\"name\": \"x\", \"buttons\": [\"Yes\", \"Yes\"], " SAMPLES, "welcome.template.buttons" },
    { BODY, "\"name\": \"x\", \"buttons\": [\"A title of 26 characters..\"], " SAMPLES, "welcome.template.buttons" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document = write_document (cases[i].body, cases[i].template);
      g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
      g_autoptr(GPtrArray) faults = callboard_approval_list_faults (script);

      g_test_message ("%u %s", i, faults->len > 0 ? ((CallboardApprovalFault *) faults->pdata[0])->text : "");
      g_assert_cmpuint (faults->len, ==, cases[i].member != NULL ? 1 : 0);
      if (faults->len > 0)
        g_assert_cmpstr (((CallboardApprovalFault *) faults->pdata[0])->member, ==, cases[i].member);
    }
}

static void
test_request (void)
{
  g_autofree char *document = write_document (BODY, "\"name\": \"go_on\", \"category\": \"marketing\", \"footer\": \"STOP ends it\","
                                              " \"buttons\": [\"Yes\"], " SAMPLES);
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
  g_autofree char *request = callboard_approval_write_request (script);
  g_autoptr(GPtrArray) fields = NULL;
  g_autofree char *numbered = callboard_approval_write_body ("{{job.title}}, {{stage.name}}, {{job.title}}", FALSE, &fields);
  g_auto(GStrv) parts = NULL;
  g_autofree char *bare = NULL;

  g_assert_cmpstr (numbered, ==, "{{1}}, {{2}}, {{1}}");
  g_assert_cmpuint (fields->len, ==, 2);

  parts = g_strsplit (request, "\n", -1);
  bare = g_strjoinv ("", parts);
  g_assert_cmpstr (bare, ==,
                   "{\"name\":\"go_on\",\"language\":\"pt_BR\",\"category\":\"MARKETING\",\"parameter_format\":\"NAMED\",\"components\":["
                   "{\"text\":\"Hi {{candidate_first_name}}, shall we go on with your application as {{job_title}}?\","
                   "\"example\":{\"body_text_named_params\":[{\"param_name\":\"candidate_first_name\",\"example\":\"Ada\"},"
                   "{\"param_name\":\"job_title\",\"example\":\"Driver\"}]},\"type\":\"BODY\"},"
                   "{\"text\":\"STOP ends it\",\"type\":\"FOOTER\"},"
                   "{\"buttons\":[{\"type\":\"QUICK_REPLY\",\"text\":\"Yes\"}],\"type\":\"BUTTONS\"}]}");
}

static CallboardApprovalState
load_state (CallboardTestOffice *office,
            const char          *document,
            char               **reason)
{
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
  CallboardApprovalState state;

  g_assert_true (callboard_approval_load_state (callboard_store_get_reader (office->test->store), office->account, script,
                                                &state, reason, NULL));

  return state;
}

static void
test_rehearsal (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *document = write_document (BODY, "\"name\": \"go_on\", " SAMPLES);
  g_autofree char *other = write_document (BODY " Yes?", "\"name\": \"go_on\", " SAMPLES);
  g_autofree char *wrong = write_document ("Hi", "\"name\": \"go_on\"");
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autofree char *reason = NULL;
  g_autofree char *words = NULL;

  /* SMS needs none. */
  callboard_test_refuse (office->test, callboard_approval_submit_command_new (document),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);
  callboard_test_office_rehearse (office);
  callboard_test_execute (office->test, callboard_publish_command_new (office->reject, document));
  g_assert_cmpint (load_state (office, document, NULL), ==, CALLBOARD_APPROVAL_STATE_DRAFT);
  callboard_test_refuse (office->test, callboard_approval_submit_command_new (wrong),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_ALLOWED);

  callboard_test_execute (office->test, callboard_approval_submit_command_new (document));
  g_assert_cmpint (load_state (office, document, NULL), ==, CALLBOARD_APPROVAL_STATE_APPROVED);
  g_assert_cmpint (load_state (office, other, NULL), ==, CALLBOARD_APPROVAL_STATE_DRAFT);

  callboard_test_execute (office->test, callboard_account_command_new (office->account, CALLBOARD_PROVIDER_REHEARSAL,
                                                                       "Rehearsal", "{\"reject_templates\": true}"));
  callboard_test_execute (office->test, callboard_approval_submit_command_new (document));
  g_assert_cmpint (load_state (office, document, &reason), ==, CALLBOARD_APPROVAL_STATE_REJECTED);
  words = callboard_approval_describe_reason (reason);
  g_assert_true (g_str_has_prefix (words, "The rehearsal"));
  callboard_test_refuse (office->test, callboard_move_command_new (&anna, 1, office->reject, 0, CALLBOARD_MOVE_DEFAULT),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY);

  callboard_test_execute (office->test, callboard_approval_state_command_new (office->account, "go_on", "pt-BR",
                                                                              CALLBOARD_APPROVAL_STATE_APPROVED, NULL));
  g_assert_cmpuint (callboard_test_office_move (office, anna, office->reject).n_sending, ==, 1);
  callboard_test_refuse (office->test, callboard_approval_state_command_new (office->account, "gone", "en",
                                                                             CALLBOARD_APPROVAL_STATE_PAUSED, NULL),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

static void
test_real_account (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autofree char *document = write_document (BODY, "\"name\": \"go_on\", " SAMPLES);
  g_autoptr(CallboardScript) script = callboard_script_parse (document, NULL);
  CallboardDb *reader = callboard_store_get_reader (office->test->store);
  CallboardAccount account = { office->account, CALLBOARD_PROVIDER_TWILIO, CALLBOARD_RENDERING_WHATSAPP, 0 };
  const char *problem;

  g_assert_true (callboard_approval_find_problem (reader, &account, script, &problem, NULL));
  g_assert_cmpstr (problem, ==, "template-unapproved");
  account.rendering = CALLBOARD_RENDERING_SMS;
  g_assert_true (callboard_approval_find_problem (reader, &account, script, &problem, NULL));
  g_assert_null (problem);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/approval/faults", test_faults);
  g_test_add_func ("/approval/request", test_request);
  g_test_add_func ("/approval/rehearsal", test_rehearsal);
  g_test_add_func ("/approval/real-account", test_real_account);

  return g_test_run ();
}
