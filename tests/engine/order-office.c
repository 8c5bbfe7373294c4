/* order-office.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "order-office.h"

#include "callboard-clock.h"
#include "callboard-late.h"

#define PHONE       "+44770090000%u"
#define N_SEND_RUNS 6

OrderEvent *
order_event_copy (const OrderEvent *event)
{
  OrderEvent *copy = g_new0 (OrderEvent, 1);

  copy->id = g_strdup (event->id);
  copy->raw = g_strdup (event->raw);

  return copy;
}

void
order_event_free (OrderEvent *event)
{
  g_free (event->id);
  g_free (event->raw);
  g_free (event);
}

static void
add_job (OrderOffice *self,
         Chance      *chance)
{
  g_autofree char *form = random_campaign_new (chance, CALLBOARD_STAGE_FORM);
  g_autofree char *test = random_campaign_new (chance, CALLBOARD_STAGE_ASSESSMENT);
  g_autofree char *talk = random_campaign_new (chance, CALLBOARD_STAGE_SCHEDULE);
  CallboardStagePlan stages[] = {
    { "New", CALLBOARD_STAGE_REVIEW, NULL }, { "Form", CALLBOARD_STAGE_FORM, form },
    { "Test", CALLBOARD_STAGE_ASSESSMENT, test }, { "Talk", CALLBOARD_STAGE_SCHEDULE, talk },
    { "No", CALLBOARD_STAGE_REJECT, NULL }
  };
  CallboardJobPlan plan = {
    .title = "Other", .country = "GB", .manager = "Ruth", .stages = stages, .n_stages = G_N_ELEMENTS (stages)
  };
  CallboardCommand *command = callboard_job_command_new (&plan);

  callboard_test_execute (self->office->test, command);
  self->office->job = callboard_office_command_get_id (command);
}

OrderOffice *
order_office_new (guint32  seed,
                  gboolean rehearsal)
{
  OrderOffice *self = g_new0 (OrderOffice, 1);
  g_auto(Chance) chance = CHANCE_OF_SEED (seed);

  self->office = callboard_test_office_new ();
  self->invariants = invariants_new (self->office->test);
  if (rehearsal)
    callboard_test_office_rehearse (self->office);

  add_job (self, &chance);
  for (guint i = 0; i < ORDER_N_PEOPLE; i++)
    {
      g_autofree char *phone = g_strdup_printf (PHONE, i);

      self->applications[i] = callboard_test_office_add (self->office, "Anna", phone);
    }

  return self;
}

void
order_office_free (OrderOffice *self)
{
  invariants_free (self->invariants);
  callboard_test_office_free (self->office);
  g_free (self->broken);
  g_free (self);
}

static void
look (OrderOffice *self)
{
  if (self->broken == NULL)
    self->broken = invariants_check (self->invariants, FALSE);
}

static void
deliver (OrderOffice             *self,
         const CallboardOutgoing *outgoing)
{
  guint person = outgoing->to[strlen (outgoing->to) - 1] - '0';
  g_autofree char *provider_id = g_strdup_printf ("SM%u.%u", person, self->n_sent[person]++);

  g_assert_cmpuint (person, <, ORDER_N_PEOPLE);
  callboard_test_office_record (self->office, outgoing->id, CALLBOARD_OUTCOME_ACCEPTED, provider_id);
  look (self);
  callboard_test_office_receipt (self->office, provider_id, "delivered");
  look (self);
}

/* There may be none. */
static void
let_late_ones_go (OrderOffice *self)
{
  g_autoptr(CallboardCommand) command = callboard_late_command_new (0, TRUE);

  callboard_store_execute (self->office->test->store, command, NULL);
  look (self);
}

static void
send_due (OrderOffice *self)
{
  for (guint i = 0; i < N_SEND_RUNS; i++)
    {
      g_autoptr(GPtrArray) claimed = NULL;

      callboard_test_advance (self->office->test, 20 * CALLBOARD_SECOND);
      callboard_test_execute (self->office->test, callboard_tick_command_new ());
      look (self);
      let_late_ones_go (self);
      claimed = callboard_test_office_claim (self->office);
      look (self);
      for (guint j = 0; j < claimed->len; j++)
        deliver (self, g_ptr_array_index (claimed, j));
    }
}

static void
move_one (OrderOffice *self,
          Chance      *chance,
          gint64       card)
{
  static const char * const names[] = { "Form", "Test", "Talk", "Form", "Talk", "No" };
  const char *name = names[chance_pick (chance, G_N_ELEMENTS (names))];
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM stage WHERE job_id = %d AND name = '%s'",
                                          (int) self->office->job, name);
  gint64 stage = callboard_test_number (self->office->test, sql);
  g_autoptr(CallboardCommand) command =
    callboard_move_command_new (&card, 1, stage, 0, CALLBOARD_MOVE_DEFAULT);

  /* Who opted out is refused. */
  callboard_store_execute (self->office->test->store, command, NULL);
  look (self);
}

void
order_office_go_on (OrderOffice *self,
                    Chance      *chance)
{
  static const gint64 times[] = { 0, CALLBOARD_MINUTE, 4 * CALLBOARD_HOUR, 26 * CALLBOARD_HOUR };

  for (guint i = 0; i < ORDER_N_PEOPLE; i++)
    {
      if (self->n_said == 0 || chance_happens (chance, 8))
        move_one (self, chance, self->applications[i]);
    }

  if (self->n_said > 0)
    callboard_test_advance (self->office->test, times[chance_pick (chance, G_N_ELEMENTS (times))]);
  send_due (self);
}

static GPtrArray *
load_choices (OrderOffice *self,
              guint        person)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *phone = g_strdup_printf (PHONE, person);
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardRows) rows =
    callboard_db_select (callboard_store_get_reader (self->office->test->store), &error,
                         "SELECT m.choices FROM message m JOIN candidate c ON c.id = m.candidate_id"
                         " WHERE c.phone = $1 AND m.choices IS NOT NULL AND m.provider_id IS NOT NULL ORDER BY m.id",
                         "s", phone);

  while (callboard_rows_next (rows, &error))
    g_ptr_array_add (choices, g_strdup (callboard_rows_text (rows, 0)));
  g_assert_no_error (error);

  return choices;
}

/* "TIME ID PHONE CHOICE QUOTED TEXT", the text escaped. */
OrderEvent *
order_office_say (OrderOffice *self,
                  guint        person,
                  const char  *text,
                  const char  *choice,
                  const char  *quoted,
                  gint64       at)
{
  OrderEvent *event = g_new0 (OrderEvent, 1);
  g_autofree char *escaped = g_strescape (text, NULL);

  event->id = g_strdup_printf ("IN%u", self->n_said++);
  event->raw = g_strdup_printf ("%" G_GINT64_FORMAT " %s " PHONE " %s %s %s", at, event->id, person,
                                choice != NULL ? choice : "-", quoted != NULL ? quoted : "-", escaped);

  return event;
}

OrderEvent *
order_office_think_of (OrderOffice *self,
                       Chance      *chance,
                       guint        at)
{
  guint person = chance_pick (chance, ORDER_N_PEOPLE);
  g_autoptr(GPtrArray) choices = load_choices (self, person);
  g_autofree char *choice = chance_happens (chance, 40) ? random_campaign_press (chance, choices) : NULL;
  g_autofree char *quoted = chance_happens (chance, 10) && self->n_sent[person] > 0
    ? g_strdup_printf ("SM%u.%u", person, chance_pick (chance, MIN (self->n_sent[person], 200))) : NULL;
  g_autofree char *text = random_campaign_say (chance);

  return order_office_say (self, person, text, choice, quoted,
                           callboard_clock_now (self->office->test->clock) + at * CALLBOARD_SECOND);
}

static CallboardEvent *
parse (const char  *raw,
       GError     **error)
{
  g_auto(GStrv) parts = g_strsplit (raw, " ", 6);
  CallboardEvent *event = g_new0 (CallboardEvent, 1);
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 6);
  text = g_strcompress (parts[5]);
  event->kind = CALLBOARD_EVENT_MESSAGE;
  event->at = g_ascii_strtoll (parts[0], NULL, 10);
  event->provider_id = g_strdup (parts[1]);
  event->from = g_strdup (parts[2]);
  event->choice = g_str_equal (parts[3], "-") ? NULL : g_strdup (parts[3]);
  event->quoted = g_str_equal (parts[4], "-") ? NULL : g_strdup (parts[4]);
  event->text = g_utf8_make_valid (text, -1);

  return event;
}

void
order_office_store (OrderOffice *self,
                    GPtrArray   *events)
{
  GPtrArray *raws = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_raw_event_free);

  for (guint i = 0; i < events->len; i++)
    {
      const OrderEvent *event = g_ptr_array_index (events, i);

      g_ptr_array_add (raws, callboard_raw_event_new (event->id, event->raw));
    }

  callboard_test_execute (self->office->test, callboard_receive_command_new (self->office->account, raws, NULL));
}

gint64
order_office_hear (OrderOffice *self,
                   gint64       settle_time)
{
  CallboardCommand *command = callboard_interpret_command_new (self->office->account, parse, settle_time);

  callboard_test_execute (self->office->test, command);
  look (self);

  return callboard_interpret_command_get_next_due (command);
}

/* Rows of people are told by their numbers, and in the order that each person saw. */
char *
order_office_describe (OrderOffice *self)
{
  static const char * const tables[] = {
    "SELECT json_array ('card', c.phone, a.stage_id, a.state, a.unread, a.flag, c.opted_out_at IS NOT NULL) FROM application a"
    " JOIN candidate c ON c.id = a.candidate_id ORDER BY c.phone, a.id",
    "SELECT json_array ('campaign', c.phone, e.status, e.done, e.total, e.score, e.max_score, e.nudges, e.state) FROM enrolment e"
    " JOIN candidate c ON c.id = e.candidate_id ORDER BY c.phone, e.visit_id, e.attempt",
    "SELECT json_array ('answer', c.phone, w.question_id, w.value, w.text, w.flagged, w.score, m.provider_id) FROM answer w"
    " JOIN enrolment e ON e.id = w.enrolment_id JOIN candidate c ON c.id = e.candidate_id"
    " LEFT JOIN message m ON m.id = w.message_id ORDER BY c.phone, e.visit_id, w.question_id",
    "SELECT json_array ('message', c.phone, m.kind, iif (m.key LIKE 'notice/%', '', m.key), m.state, m.template, m.choices,"
    " m.provider_id, m.body) FROM message m JOIN candidate c ON c.id = m.candidate_id ORDER BY c.phone, m.id",
    "SELECT json_array ('interview', c.phone, i.state, i.starts_at, i.moves) FROM interview i JOIN candidate c ON c.id = i.candidate_id"
    " ORDER BY c.phone, i.id",
    "SELECT json_array ('timer', c.phone, t.kind) FROM timer t JOIN enrolment e ON e.id = t.enrolment_id"
    " JOIN candidate c ON c.id = e.candidate_id ORDER BY c.phone, e.visit_id, t.kind",
    "SELECT json_array ('event', c.phone, json_remove (v.event, '$.message')) FROM enrolment_event v"
    " JOIN enrolment e ON e.id = v.enrolment_id JOIN candidate c ON c.id = e.candidate_id ORDER BY c.phone, v.id",
  };
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CallboardRows) rows =
        callboard_db_select (callboard_store_get_reader (self->office->test->store), &error, tables[i], "");

      while (callboard_rows_next (rows, &error))
        g_string_append_printf (words, "%s\n", callboard_rows_text (rows, 0));
      g_assert_no_error (error);
    }

  return g_string_free (words, FALSE);
}
