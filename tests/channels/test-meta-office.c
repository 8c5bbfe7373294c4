/* test-meta-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the office hands to an account of WhatsApp, and what it makes of what comes back. */

#include "config.h"

#include "callboard-approval.h"
#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-meta-parse.h"
#include "callboard-meta.h"
#include "callboard-reviewer.h"
#include "callboard-test-office.h"
#include "fake_cloud.h"

#define ANNA "+447700900001"

static const char document[] =
  "{\"callboard\": 1, \"language\": \"pt-BR\", \"welcome\": {\"text\":"
  " \"Hi {{candidate.first_name|there}}, shall we go on with your application as {{job.title|one of us}}?\","
  " \"template\": {\"name\": \"go_on\", \"buttons\": [\"Yes\"],"
  " \"samples\": {\"candidate\": {\"first_name\": \"Ada\"}, \"job\": {\"title\": \"Driver\"}}}}}";

static CallboardTestOffice *
open_office (void)
{
  CallboardTestOffice *office = callboard_test_office_new ();
  CallboardCommand *command = callboard_account_command_new (0, CALLBOARD_PROVIDER_META, "WhatsApp", "{}");

  callboard_test_execute (office->test, callboard_account_state_command_new (office->account, "removed", NULL));
  callboard_test_execute (office->test, command);
  office->account = callboard_office_command_get_id (command);
  callboard_test_execute (office->test, callboard_publish_command_new (office->reject, document));

  return office;
}

static void
approve (CallboardTestOffice *office)
{
  callboard_test_execute (office->test, callboard_approval_submit_command_new (document));
  callboard_test_execute (office->test, callboard_approval_state_command_new (office->account, "go_on", "pt-BR",
                                                                              CALLBOARD_APPROVAL_STATE_APPROVED, NULL));
}

/* Nobody is written to first without an approved template; with one, it leaves with what its variables stand for. */
static void
test_template (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  gint64 anna = callboard_test_office_add (office, "  ", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;
  const CallboardOutgoingTemplate *template;

  callboard_test_refuse (office->test, callboard_move_command_new (&anna, 1, office->reject, 0, CALLBOARD_MOVE_DEFAULT),
                         CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_READY);
  approve (office);
  callboard_test_office_move (office, anna, office->reject);
  callboard_test_advance (office->test, CALLBOARD_DAY);
  claimed = callboard_test_office_claim (office);
  g_assert_cmpuint (claimed->len, ==, 1);

  template = ((CallboardOutgoing *) claimed->pdata[0])->template;
  g_assert_nonnull (template);
  g_assert_cmpstr (template->name, ==, "go_on");
  g_assert_cmpstr (template->language, ==, "pt_BR");
  g_assert_cmpstr (template->fields[0], ==, "candidate_first_name");
  g_assert_cmpstr (template->values[0], ==, "there");
  g_assert_cmpstr (template->fields[1], ==, "job_title");
  g_assert_cmpstr (template->values[1], ==, "Driver");
  g_assert_null (template->fields[2]);
  g_assert_cmpstr (template->payloads[0], ==, "Yes");
}

static void
receive (CallboardTestOffice *office,
         const char          *raw)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  g_ptr_array_add (events, callboard_raw_event_new ("wamid.7:delivered", raw));
  callboard_test_execute (office->test, callboard_receive_command_new (office->account, events, NULL));
  callboard_test_execute (office->test, callboard_interpret_command_new (office->account, callboard_meta_parse, 0));
}

/* The answer to a send was lost: the receipt that hands our key back says that it arrived, and nothing is sent again. */
static void
test_key (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  g_autoptr(GPtrArray) claimed = NULL;
  g_autofree char *raw = NULL;
  const CallboardOutgoing *outgoing;

  approve (office);
  callboard_test_office_move (office, anna, office->reject);
  callboard_test_advance (office->test, CALLBOARD_DAY);
  claimed = callboard_test_office_claim (office);
  outgoing = claimed->pdata[0];
  callboard_test_office_record (office, outgoing->id, CALLBOARD_OUTCOME_UNKNOWN, NULL);
  callboard_test_assert_text (office->test, "SELECT state FROM message WHERE direction = 'out'", "unknown");

  raw = g_strdup_printf ("{\"status\": {\"id\": \"wamid.7\", \"status\": \"delivered\", \"timestamp\": \"1795435200\","
                         " \"biz_opaque_callback_data\": \"%s\"}}", outgoing->key);
  receive (office, raw);
  callboard_test_assert_text (office->test, "SELECT state || ' ' || provider_id FROM message WHERE direction = 'out'",
                              "delivered wamid.7");
}

static void
review (CallboardTestOffice *office,
        FakeCloud           *fake,
        CallboardReviewer   *reviewer,
        const char          *expected)
{
  gint64 end = g_get_monotonic_time () + 10 * G_TIME_SPAN_SECOND;
  g_autofree char *state = NULL;

  while (g_strcmp0 (state, expected) != 0 && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_clear_pointer (&state, g_free);
      callboard_db_text (callboard_store_get_reader (office->test->store), &state, NULL,
                         "SELECT state || coalesce (' ' || reason, '') || ' ' || asked FROM whatsapp_template", "");
    }

  g_assert_cmpstr (state, ==, expected);
}

/* Submitting asks Meta once; what Meta decides is kept, and a name that stands for another text is not taken for ours. */
static void
test_review (void)
{
  g_autoptr(CallboardTestOffice) office = open_office ();
  g_autoptr(FakeCloud) fake = fake_cloud_new ();
  CallboardMetaConfig config = {
    .phone_number_id = FAKE_CLOUD_NUMBER, .waba_id = FAKE_CLOUD_WABA, .secret = FAKE_CLOUD_TOKEN, .base_url = fake_cloud_get_url (fake)
  };
  g_autoptr(CallboardMeta) channel = callboard_meta_new (&config);
  CallboardReviewer *reviewer = NULL;
  static const struct {
    const char *status;
    const char *body;
    const char *expected;
  } cases[] = {
    { NULL, NULL, "pending 1" }, { "APPROVED", NULL, "approved 1" }, { "PAUSED", NULL, "paused 1" },
    { "REJECTED", NULL, "rejected 1" }, { "APPROVED", "Quite another text", "rejected EXISTS 1" },
  };

  callboard_test_execute (office->test, callboard_approval_submit_command_new (document));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      if (cases[i].status != NULL)
        fake_cloud_set_template (fake, "go_on", cases[i].status, cases[i].body);
      reviewer = callboard_reviewer_new (office->test->store, office->account, CALLBOARD_CHANNEL (channel));
      review (office, fake, reviewer, cases[i].expected);
      callboard_reviewer_stop (reviewer);
      g_object_unref (reviewer);
    }

  g_assert_cmpuint (fake_cloud_count_asked (fake), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meta-office/template", test_template);
  g_test_add_func ("/meta-office/key", test_key);
  g_test_add_func ("/meta-office/review", test_review);

  return g_test_run ();
}
