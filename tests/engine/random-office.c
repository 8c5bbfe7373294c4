/* random-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "random-office.h"

#include "callboard-archive.h"
#include "callboard-clock.h"
#include "callboard-error.h"
#include "callboard-late.h"
#include "callboard-takeover.h"

#define N_PEOPLE 4

struct _RandomOffice
{
  CallboardTestOffice *office;
  GArray              *claimed;
  guint                n_events;
};

typedef gboolean (*Act) (RandomOffice *self,
                         GString      *words);

static const char * const replies[] = {
  "yes", "no", "1", "2", "Early", "7", "Next Monday", "stop", "STOP", "start", "help", "withdraw", "skip", "back", "?!", "ja"
};

static gboolean
by_chance (guint percent)
{
  return (guint) g_test_rand_int_range (0, 100) < percent;
}

static gint64
pick (RandomOffice *self,
      const char   *sql)
{
  g_autofree char *random = g_strdup_printf ("SELECT id FROM (%s) ORDER BY (id * %d) %% 7919 LIMIT 1", sql,
                                             g_test_rand_int_range (1, 7919));

  return callboard_test_number (self->office->test, random);
}

/* What is refused must be refused in words for people; whatever else fails is a fault. */
static gboolean
execute (RandomOffice     *self,
         CallboardCommand *command)
{
  g_autoptr(GError) error = NULL;

  if (callboard_store_execute (self->office->test->store, command, &error))
    return TRUE;

  if (error->domain != CALLBOARD_ENGINE_ERROR)
    g_assert_no_error (error);

  return FALSE;
}

static gboolean
run (RandomOffice     *self,
     CallboardCommand *command)
{
  g_autoptr(CallboardCommand) taken = command;

  return execute (self, taken);
}

gint64
random_office_move (RandomOffice *self)
{
  gint64 job = pick (self, "SELECT id FROM job");
  g_autofree char *cards_sql = g_strdup_printf ("SELECT id FROM application WHERE state = 'live' AND job_id = %d", (int) job);
  g_autofree char *stages_sql = g_strdup_printf ("SELECT id FROM stage WHERE job_id = %d", (int) job);
  gint64 stage = pick (self, stages_sql);
  g_autofree char *before_sql = g_strdup_printf ("SELECT id FROM application WHERE stage_id = %d", (int) stage);
  gint64 before = by_chance (50) ? pick (self, before_sql) : 0;
  gint64 cards[3] = { pick (self, cards_sql), pick (self, cards_sql), pick (self, cards_sql) };
  guint n_cards = 1;
  g_autoptr(CallboardCommand) command = NULL;

  if (by_chance (30))
    n_cards += cards[1] != cards[0];
  if (n_cards == 2)
    n_cards += cards[2] != cards[0] && cards[2] != cards[1];

  for (guint i = 0; i < n_cards; i++)
    before = before == cards[i] ? 0 : before;

  command = callboard_move_command_new (cards, n_cards, stage, before,
                                        by_chance (10) ? CALLBOARD_MOVE_WITHOUT_SENDING : CALLBOARD_MOVE_DEFAULT);

  return execute (self, command) ? callboard_move_command_get_result (command)->batch : 0;
}

static gboolean
move (RandomOffice *self,
      GString      *words)
{
  g_string_append_printf (words, "move: batch %d", (int) random_office_move (self));

  return FALSE;
}

static gboolean
undo (RandomOffice *self,
      GString      *words)
{
  gint64 batch = by_chance (70) ? 0 : pick (self, "SELECT id FROM batch ORDER BY id DESC LIMIT 5");

  g_string_append_printf (words, "undo %d", (int) batch);
  run (self, callboard_undo_command_new (batch));

  return TRUE;
}

static gboolean
wait_a_while (RandomOffice *self,
              GString      *words)
{
  static const gint64 times[] = {
    CALLBOARD_SECOND, 20 * CALLBOARD_SECOND, CALLBOARD_MINUTE, CALLBOARD_HOUR, CALLBOARD_DAY, 3 * CALLBOARD_DAY
  };
  gint64 time = times[g_test_rand_int_range (0, G_N_ELEMENTS (times))];

  g_string_append_printf (words, "wait %d s", (int) (time / CALLBOARD_SECOND));
  callboard_test_advance (self->office->test, time);
  run (self, callboard_tick_command_new ());
  if (by_chance (50))
    run (self, callboard_late_command_new (0, by_chance (50)));

  return FALSE;
}

static gboolean
claim (RandomOffice *self,
       GString      *words)
{
  g_autoptr(CallboardCommand) command = callboard_claim_command_new (self->office->account, g_test_rand_int_range (1, 5));
  GPtrArray *claimed;

  execute (self, command);
  claimed = callboard_claim_command_get_claimed (command);
  for (guint i = 0; i < claimed->len; i++)
    {
      CallboardOutgoing *outgoing = g_ptr_array_index (claimed, i);

      g_array_append_val (self->claimed, outgoing->id);
    }

  g_string_append_printf (words, "claim: %u", claimed->len);

  return FALSE;
}

static CallboardSendResult *
answer_send (RandomOffice *self,
             gint64        message)
{
  static const CallboardOutcome outcomes[] = {
    CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_OUTCOME_ACCEPTED,
    CALLBOARD_OUTCOME_ACCEPTED, CALLBOARD_OUTCOME_RETRY, CALLBOARD_OUTCOME_FAILED, CALLBOARD_OUTCOME_UNKNOWN,
    CALLBOARD_OUTCOME_ACCOUNT
  };
  CallboardOutcome outcome = outcomes[g_test_rand_int_range (0, G_N_ELEMENTS (outcomes))];
  CallboardSendResult *result = callboard_send_result_new (message, outcome);

  result->provider_id = outcome == CALLBOARD_OUTCOME_ACCEPTED ? g_strdup_printf ("SM%d", (int) message) : NULL;
  result->failure = by_chance (20) ? CALLBOARD_FAILURE_OPTED_OUT : CALLBOARD_FAILURE_WRONG_NUMBER;

  return result;
}

static gboolean
record (RandomOffice *self,
        GString      *words)
{
  GPtrArray *results = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_send_result_free);

  g_string_append (words, "record");
  for (guint i = self->claimed->len; i > 0; i--)
    {
      CallboardSendResult *result;

      if (by_chance (20))
        continue;

      result = answer_send (self, g_array_index (self->claimed, gint64, i - 1));
      g_string_append_printf (words, " %d as %d", (int) result->message_id, result->outcome);
      g_ptr_array_add (results, result);
      g_array_remove_index_fast (self->claimed, i - 1);
    }

  run (self, callboard_record_command_new (results, 0.0));

  return FALSE;
}

static gboolean
receipt (RandomOffice *self,
         GString      *words)
{
  static const char * const states[] = { "sent", "delivered", "delivered", "delivered", "read", "failed" };
  const char *state = states[g_test_rand_int_range (0, G_N_ELEMENTS (states))];
  g_autofree char *provider_id = g_strdup_printf ("SM%d", (int) pick (self, "SELECT id FROM message WHERE key IS NOT NULL"
                                                                      " ORDER BY id DESC LIMIT 6"));

  g_string_append_printf (words, "%s %s", state, provider_id);
  callboard_test_office_receipt (self->office, provider_id, state);

  return FALSE;
}

static gboolean
reply (RandomOffice *self,
       GString      *words)
{
  const char *text = replies[g_test_rand_int_range (0, G_N_ELEMENTS (replies))];
  g_autofree char *phone = g_strdup_printf ("+44770090000%d", g_test_rand_int_range (0, N_PEOPLE + 1));

  g_string_append_printf (words, "%s says %s", phone, text);
  callboard_test_office_reply (self->office, phone, text);

  return FALSE;
}

static gboolean
crash (RandomOffice *self,
       GString      *words)
{
  g_string_append (words, "crash");
  callboard_test_reopen (self->office->test);
  g_array_set_size (self->claimed, 0);
  run (self, callboard_recover_command_new ());

  return FALSE;
}

static gboolean
resolve (RandomOffice *self,
         GString      *words)
{
  gint64 message = pick (self, "SELECT id FROM message WHERE state = 'unknown'");
  gboolean arrived = by_chance (50);

  g_string_append_printf (words, "resolve %d: %s", (int) message, arrived ? "arrived" : "send again");
  run (self, callboard_resolve_command_new (message, arrived));

  return TRUE;
}

static gboolean
talk (RandomOffice *self,
      GString      *words)
{
  gint64 card = pick (self, "SELECT id FROM application");

  if (by_chance (50))
    {
      g_string_append_printf (words, "send again %d", (int) card);
      run (self, callboard_send_again_command_new (card));
    }
  else
    {
      g_string_append_printf (words, "type to %d", (int) card);
      run (self, callboard_typed_command_new (card, "Hello there"));
    }

  return FALSE;
}

static gboolean
take_over (RandomOffice *self,
           GString      *words)
{
  gint64 card = pick (self, "SELECT id FROM application WHERE state = 'live'");

  g_string_append_printf (words, "hold or hand back %d", (int) card);
  run (self, by_chance (50) ? callboard_hold_command_new (card) : callboard_hand_back_command_new (card));

  return FALSE;
}

static gboolean
archive (RandomOffice *self,
         GString      *words)
{
  gint64 card = pick (self, "SELECT id FROM application");

  g_string_append_printf (words, "archive or bring back %d", (int) card);
  run (self, by_chance (30) ? callboard_archive_command_new (&card, 1) : callboard_unarchive_command_new (&card, 1));

  return FALSE;
}

static gboolean
resume_account (RandomOffice *self,
                GString      *words)
{
  g_string_append (words, "resume the account");
  run (self, callboard_account_state_command_new (self->office->account, "active", NULL));

  return FALSE;
}

static const struct {
  Act   act;
  guint weight;
} acts[] = {
  { move, 20 }, { undo, 10 }, { wait_a_while, 14 }, { claim, 18 }, { record, 16 }, { receipt, 16 }, { reply, 16 },
  { crash, 1 }, { resolve, 4 }, { talk, 4 }, { resume_account, 6 },
  { take_over, 6 }, { archive, 3 },
};

char *
random_office_act (RandomOffice *self,
                   gboolean     *may_go_back)
{
  GString *words = g_string_new (NULL);
  guint total = 0;
  guint chosen;

  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    total += acts[i].weight;

  chosen = g_test_rand_int_range (0, total);
  for (guint i = 0; i < G_N_ELEMENTS (acts); i++)
    {
      if (chosen < acts[i].weight)
        {
          *may_go_back = acts[i].act (self, words);
          break;
        }

      chosen -= acts[i].weight;
    }

  return g_string_free (words, FALSE);
}

static void
add_people (RandomOffice *self)
{
  for (guint i = 0; i < N_PEOPLE; i++)
    {
      g_autofree char *phone = g_strdup_printf ("+44770090000%u", i);

      callboard_test_office_add (self->office, "Anna", phone);
    }
}

RandomOffice *
random_office_new (void)
{
  RandomOffice *self = g_new0 (RandomOffice, 1);
  CallboardStagePlan stages[] = {
    { "Applied", CALLBOARD_STAGE_REVIEW, NULL },
    { "Short", CALLBOARD_STAGE_ASSESSMENT, "{\"callboard\": 1, \"welcome\": {\"text\": \"Hi\"}, \"modules\": [{\"id\": \"m\","
      " \"type\": \"questions\", \"questions\": [{\"id\": \"q\", \"type\": \"short_answer\", \"text\": \"Why?\","
      " \"required\": false}]}], \"conclusion\": {\"text\": \"Bye\"}, \"settings\": {\"expiry_days\": 2}}" },
    { "No", CALLBOARD_STAGE_REJECT, NULL }
  };
  CallboardJobPlan plan = { .title = "Other", .country = "GB", .stages = stages, .n_stages = G_N_ELEMENTS (stages) };
  CallboardCommand *command;

  self->office = callboard_test_office_new ();
  self->claimed = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (by_chance (50))
    callboard_test_office_rehearse (self->office);
  add_people (self);

  command = callboard_job_command_new (&plan);
  callboard_test_execute (self->office->test, command);
  self->office->job = callboard_office_command_get_id (command);
  add_people (self);

  return self;
}

void
random_office_free (RandomOffice *self)
{
  callboard_test_office_free (self->office);
  g_array_unref (self->claimed);
  g_free (self);
}

CallboardTest *
random_office_get_test (RandomOffice *self)
{
  return self->office->test;
}
