/* callboard-test-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-test-office.h"

#include <stdlib.h>
#include <string.h>

static const char form_document[] =
  "{\"callboard\": 1, \"language\": \"en\","
  " \"welcome\": {\"text\": \"Hi {{candidate.first_name|there}}, this is about {{job.title}}.\"},"
  " \"modules\": ["
  "  {\"id\": \"m1\", \"type\": \"content\", \"blocks\": [{\"id\": \"b1\", \"type\": \"text\", \"text\": \"We pay weekly.\"}]},"
  "  {\"id\": \"m2\", \"type\": \"questions\", \"questions\": ["
  "   {\"id\": \"q1\", \"type\": \"short_answer\", \"text\": \"When can you start?\"},"
  "   {\"id\": \"q2\", \"type\": \"single_choice\", \"text\": \"Which shift?\","
  "    \"choices\": [{\"id\": \"early\", \"label\": \"Early\"}, {\"id\": \"late\", \"label\": \"Late\"}]},"
  "   {\"id\": \"q3\", \"type\": \"yes_no\", \"text\": \"Do you have a licence?\", \"flag_when\": [\"no\"]}]}],"
  " \"conclusion\": {\"text\": \"Thank you.\"}}";

static const char blast_document[] =
  "{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"Sorry, {{candidate.first_name|there}}.\"}}";

static const CallboardStagePlan stages[] = {
  { "New", CALLBOARD_STAGE_REVIEW, NULL },
  { "Form", CALLBOARD_STAGE_FORM, form_document },
  { "Rejected", CALLBOARD_STAGE_REJECT, blast_document },
};

CallboardTestOffice *
callboard_test_office_new (void)
{
  CallboardTestOffice *self = g_new0 (CallboardTestOffice, 1);
  CallboardJobPlan plan = { .title = "Driver", .country = "GB", .stages = stages, .n_stages = G_N_ELEMENTS (stages) };
  CallboardCommand *command;

  self->test = callboard_test_new ();
  command = callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Office", "{}");
  callboard_test_execute (self->test, command);
  self->account = callboard_office_command_get_id (command);

  command = callboard_job_command_new (&plan);
  callboard_test_execute (self->test, command);
  self->job = callboard_office_command_get_id (command);
  self->review = callboard_test_number (self->test, "SELECT id FROM stage WHERE name = 'New'");
  self->form = callboard_test_number (self->test, "SELECT id FROM stage WHERE name = 'Form'");
  self->reject = callboard_test_number (self->test, "SELECT id FROM stage WHERE name = 'Rejected'");

  return self;
}

void
callboard_test_office_free (CallboardTestOffice *self)
{
  callboard_test_free (self->test);
  g_free (self);
}

void
callboard_test_office_rehearse (CallboardTestOffice *self)
{
  CallboardCommand *command = callboard_account_command_new (0, CALLBOARD_PROVIDER_REHEARSAL, "Rehearsal", "{}");

  callboard_test_execute (self->test, callboard_account_state_command_new (self->account, "removed", NULL));
  callboard_test_execute (self->test, command);
  self->account = callboard_office_command_get_id (command);
}

gint64
callboard_test_office_add (CallboardTestOffice *self,
                           const char          *name,
                           const char          *phone)
{
  GPtrArray *people = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_person_free);
  CallboardPerson *person = callboard_person_new ();
  CallboardCommand *command;

  person->first_name = g_strdup (name);
  person->phone = g_strdup (phone);
  person->consent_source = g_strdup ("Job fair");
  g_ptr_array_add (people, person);
  command = callboard_import_command_new (self->job, people, CALLBOARD_MOVE_DEFAULT, NULL, NULL, NULL);
  callboard_test_execute (self->test, command);

  return callboard_import_command_get_result (command)->application;
}

CallboardMoveResult
callboard_test_office_move (CallboardTestOffice *self,
                            gint64               application,
                            gint64               stage)
{
  CallboardCommand *command = callboard_move_command_new (&application, 1, stage, 0, CALLBOARD_MOVE_DEFAULT);

  callboard_test_execute (self->test, command);

  return *callboard_move_command_get_result (command);
}

typedef struct
{
  gint64  stage;
  char   *document;
} Forced;

static void
forced_free (gpointer data)
{
  Forced *forced = data;

  g_free (forced->document);
  g_free (forced);
}

static gboolean
execute_force (gpointer           data,
               CallboardDb       *db,
               gint64             now,
               CallboardChanges  *changes,
               GError           **error)
{
  Forced *forced = data;

  return callboard_db_run (db, error,
                           "UPDATE campaign SET version = version + 1, problem = NULL, draft = $1"
                           " WHERE id = (SELECT campaign_id FROM stage WHERE id = $2)",
                           "si", forced->document, forced->stage) &&
         callboard_db_run (db, error,
                           "INSERT INTO campaign_version (campaign_id, version, document, published_at)"
                           " SELECT c.id, c.version, c.draft, $1 FROM campaign c JOIN stage s ON s.campaign_id = c.id"
                           " WHERE s.id = $2", "ii", now, forced->stage);
}

void
callboard_test_office_force (CallboardTestOffice *self,
                             gint64               stage,
                             const char          *document)
{
  Forced *forced = g_new0 (Forced, 1);

  forced->stage = stage;
  forced->document = g_strdup (document);
  callboard_test_execute (self->test, callboard_command_new ("force", execute_force, forced, forced_free));
}

GPtrArray *
callboard_test_office_claim (CallboardTestOffice *self)
{
  CallboardCommand *command = callboard_claim_command_new (self->account, 100);

  callboard_test_execute (self->test, command);

  return g_ptr_array_ref (callboard_claim_command_get_claimed (command));
}

void
callboard_test_office_record (CallboardTestOffice *self,
                              gint64               message,
                              CallboardOutcome     outcome,
                              const char          *provider_id)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);
  CallboardSendResult *result = callboard_send_result_new (message, outcome);

  result->provider_id = g_strdup (provider_id);
  result->failure = CALLBOARD_FAILURE_PROVIDER_DOWN;
  g_ptr_array_add (results, result);
  callboard_test_execute (self->test, callboard_record_command_new (results, 0.0));
}

/* Events look like "delivered SM1" or "reply SM2 +447700900001 some words"; with files it is "reply+2 SM2 …". */
CallboardEvent *
callboard_test_office_parse (const char  *raw,
                             GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (raw, " ", 4);
  CallboardEvent *event;
  int state;

  if (g_strv_length (parts) < 2)
    {
      g_set_error_literal (error, CALLBOARD_CHANNEL_ERROR, CALLBOARD_CHANNEL_ERROR_MALFORMED, "not an event");
      return NULL;
    }

  event = g_new0 (CallboardEvent, 1);
  event->provider_id = g_strdup (parts[1]);
  if (callboard_enum_from_nick (CALLBOARD_TYPE_MESSAGE_STATE, parts[0], &state))
    {
      event->kind = CALLBOARD_EVENT_RECEIPT;
      event->state = state;
      return event;
    }

  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->from = g_strdup (parts[2]);
  event->text = g_strdup (parts[3]);
  for (guint i = 0; strchr (parts[0], '+') != NULL && i < (guint) atoi (strchr (parts[0], '+')); i++)
    callboard_event_add_named_file (event, "image/jpeg", "photo.jpg", "somewhere");

  return event;
}

static void
receive (CallboardTestOffice *self,
         const char          *event_id,
         const char          *raw)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  g_ptr_array_add (events, callboard_raw_event_new (event_id, raw));
  callboard_test_execute (self->test, callboard_receive_command_new (self->account, events, NULL));
  callboard_test_execute (self->test, callboard_interpret_command_new (self->account, callboard_test_office_parse, 0));
}

void
callboard_test_office_receipt (CallboardTestOffice *self,
                               const char          *provider_id,
                               const char          *state)
{
  g_autofree char *event_id = g_strconcat (provider_id, ":", state, NULL);
  g_autofree char *raw = g_strconcat (state, " ", provider_id, NULL);

  receive (self, event_id, raw);
}

void
callboard_test_office_reply (CallboardTestOffice *self,
                             const char          *phone,
                             const char          *text)
{
  callboard_test_office_reply_files (self, phone, text, 0);
}

void
callboard_test_office_reply_files (CallboardTestOffice *self,
                                   const char          *phone,
                                   const char          *text,
                                   guint                n_files)
{
  static guint count;
  g_autofree char *event_id = g_strdup_printf ("IN%u", ++count);
  g_autofree char *raw = g_strdup_printf ("reply+%u %s %s %s", n_files, event_id, phone, text);

  receive (self, event_id, raw);
}

char *
callboard_test_office_send (CallboardTestOffice *self)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (self);
  CallboardOutgoing *outgoing;
  g_autofree char *provider_id = NULL;

  g_assert_cmpuint (claimed->len, ==, 1);
  outgoing = g_ptr_array_index (claimed, 0);
  provider_id = g_strdup_printf ("SM%" G_GINT64_FORMAT, outgoing->id);
  callboard_test_office_record (self, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, provider_id);
  callboard_test_office_receipt (self, provider_id, "delivered");

  return g_strdup (outgoing->body);
}
