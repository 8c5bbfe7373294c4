/* test-queue.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One campaign at a time per person, over all jobs; and what STOP and START do to it. */

#include "config.h"

#include "callboard-archive.h"
#include "callboard-clock.h"
#include "callboard-test-office.h"

#define ANNA "+447700900001"

#define DOCUMENT                                                                                                \
  "{\"callboard\": 1, \"language\": \"%s\", \"welcome\": {\"text\": \"%s\"}, \"modules\": ["                    \
  "{\"id\": \"m\", \"type\": \"questions\", \"questions\": [{\"id\": \"q\", \"type\": \"short_answer\","        \
  " \"text\": \"A question\"}]}], \"conclusion\": {\"text\": \"The end\"}}"

/* One person with a card in two jobs; the first job's campaign runs, the second's is queued. */
typedef struct
{
  CallboardTestOffice *office;
  gint64               first;
  gint64               second;
  gint64               review;
} Queue;

static gint64
add_job (CallboardTestOffice *office,
         const char          *title,
         const char          *language,
         gint64              *card,
         gint64              *review)
{
  g_autofree char *document = g_strdup_printf (DOCUMENT, language, title);
  CallboardStagePlan stages[] = { { "In", CALLBOARD_STAGE_REVIEW, NULL }, { "Ask", CALLBOARD_STAGE_FORM, document } };
  CallboardJobPlan plan = { .title = title, .country = "GB", .stages = stages, .n_stages = 2 };
  CallboardCommand *command = callboard_job_command_new (&plan);
  g_autofree char *sql = NULL;

  callboard_test_execute (office->test, command);
  office->job = callboard_office_command_get_id (command);
  *card = callboard_test_office_add (office, "Anna", ANNA);
  sql = g_strdup_printf ("SELECT id FROM stage WHERE job_id = %d ORDER BY position", (int) office->job);
  *review = callboard_test_number (office->test, sql);

  return *review + 1;
}

static void
queue_open (Queue      *queue,
            const char *language)
{
  gint64 first_form, second_form, review;

  queue->office = callboard_test_office_new ();
  callboard_test_office_rehearse (queue->office);
  first_form = add_job (queue->office, "One", language, &queue->first, &queue->review);
  second_form = add_job (queue->office, "Two", language, &queue->second, &review);
  callboard_test_office_move (queue->office, queue->first, first_form);
  callboard_test_office_move (queue->office, queue->second, second_form);
  callboard_test_advance (queue->office->test, CALLBOARD_MINUTE);
  g_free (callboard_test_office_send (queue->office));
}

static void
queue_clear (Queue *queue)
{
  callboard_test_office_free (queue->office);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Queue, queue_clear)

static guint
claim (Queue *queue)
{
  g_autoptr(GPtrArray) claimed = callboard_test_office_claim (queue->office);

  return claimed->len;
}

static void
assert_queued (Queue *queue)
{
  g_assert_cmpuint (claim (queue), ==, 0);
  callboard_test_office_assert_status (queue->office, queue->second, "queued");
}

static void
assert_leaves (Queue *queue)
{
  g_autofree char *body = callboard_test_office_send (queue->office);

  g_assert_cmpstr (body, ==, "Two");
  callboard_test_office_assert_status (queue->office, queue->second, "delivered");
}

static void
test_completed (void)
{
  g_auto(Queue) queue = { 0 };

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "Yes");
  g_free (callboard_test_office_send (queue.office));
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "An answer");
  callboard_test_office_assert_status (queue.office, queue.first, "completed");

  /* The conclusion first. */
  g_free (callboard_test_office_send (queue.office));
  assert_leaves (&queue);
}

static void
test_expired (void)
{
  g_auto(Queue) queue = { 0 };

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_advance (queue.office->test, 7 * CALLBOARD_DAY);
  callboard_test_execute (queue.office->test, callboard_tick_command_new ());
  callboard_test_office_assert_status (queue.office, queue.first, "expired");
  assert_leaves (&queue);
}

static void
test_failed (void)
{
  g_auto(Queue) queue = { 0 };
  g_autoptr(GPtrArray) claimed = NULL;
  CallboardOutgoing *outgoing;

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "Yes");
  claimed = callboard_test_office_claim (queue.office);
  outgoing = g_ptr_array_index (claimed, 0);
  callboard_test_office_record (queue.office, outgoing->id, CALLBOARD_OUTCOME_FAILED, NULL);
  callboard_test_office_assert_status (queue.office, queue.first, "failed");
  assert_leaves (&queue);
}

/* It can be undone for as long as nothing of the other campaign has left. */
static void
test_moved_on (void)
{
  g_auto(Queue) queue = { 0 };
  CallboardMoveResult result;

  queue_open (&queue, "en");
  assert_queued (&queue);
  result = callboard_test_office_move (queue.office, queue.first, queue.review);
  callboard_test_advance (queue.office->test, 19 * CALLBOARD_SECOND);
  g_assert_cmpuint (claim (&queue), ==, 0);
  callboard_test_execute (queue.office->test, callboard_undo_command_new (result.batch));
  callboard_test_office_assert_status (queue.office, queue.first, "delivered");
  callboard_test_advance (queue.office->test, CALLBOARD_MINUTE);
  assert_queued (&queue);

  callboard_test_office_move (queue.office, queue.first, queue.review);
  callboard_test_advance (queue.office->test, 20 * CALLBOARD_SECOND);
  assert_leaves (&queue);
}

static void
test_archived (void)
{
  g_auto(Queue) queue = { 0 };

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_execute (queue.office->test, callboard_archive_command_new (&queue.first, 1));
  assert_leaves (&queue);

  /* To bring the card back sends nothing, and does not take up the campaign again. */
  callboard_test_execute (queue.office->test, callboard_unarchive_command_new (&queue.first, 1));
  callboard_test_office_assert_status (queue.office, queue.first, "cancelled");
  callboard_test_advance (queue.office->test, CALLBOARD_HOUR);
  g_assert_cmpuint (claim (&queue), ==, 0);
}

static void
test_withdrawn (void)
{
  g_auto(Queue) queue = { 0 };

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "Withdraw");
  callboard_test_office_assert_status (queue.office, queue.first, "withdrawn");

  /* The confirmation first. */
  g_free (callboard_test_office_send (queue.office));
  assert_leaves (&queue);
}

/* Nobody who opted out is sent what waited. */
static void
test_opted_out (void)
{
  g_auto(Queue) queue = { 0 };

  queue_open (&queue, "en");
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "Stop");
  callboard_test_office_assert_status (queue.office, queue.first, "withdrawn");
  callboard_test_office_assert_status (queue.office, queue.second, "withdrawn");
}

static const struct {
  const char *language;
  const char *stop;
  const char *start;
} stops[] = {
  { "en", "STOP", "START" },
  { "en", "Stop, please! Thank you.", "start please" },
  { "en", "unsubscribe...", "Start!" },
  { "de", "Stopp!!", "Anmelden" },
  { "de", "Stopp, bitte. Danke!", "Start bitte" },
  { "fr", "Arrêter, s'il vous plaît. Merci !", "Reprendre, merci." },
  { "fr", "STOP merci", "Start, merci" },
  { "es", "¡Parar! Gracias.", "¡Empezar!" },
  { "es", "Stop, por favor", "¡Start!" },
  { "nl", "Stop, bedankt!", "Aanmelden a.u.b." },
  { "nl", "stoppen a.u.b.", "start" },
  { "pt", "Parar, obrigado.", "Começar, por favor." },
  { "pt", "STOP, por favor. Obrigada!", "start" },
};

static void
check_stop (guint i)
{
  g_auto(Queue) queue = { 0 };
  g_autofree char *stopped = NULL;
  g_autofree char *started = NULL;

  queue_open (&queue, stops[i].language);
  assert_queued (&queue);
  callboard_test_office_reply (queue.office, ANNA, "Yes");
  callboard_test_office_reply (queue.office, ANNA, stops[i].stop);
  callboard_test_assert_number (queue.office->test, "SELECT count(*) FROM enrolment WHERE ended_at IS NULL", ==, 0);

  /* One confirmation, and nothing after it. */
  stopped = callboard_test_office_send (queue.office);
  callboard_test_office_reply (queue.office, ANNA, stops[i].stop);
  callboard_test_office_reply (queue.office, ANNA, "An answer");
  callboard_test_advance (queue.office->test, 3 * CALLBOARD_DAY);
  callboard_test_execute (queue.office->test, callboard_tick_command_new ());
  g_assert_cmpuint (claim (&queue), ==, 0);
  callboard_test_assert_number (queue.office->test, "SELECT count(*) FROM answer", ==, 0);
  callboard_test_assert_number (queue.office->test, "SELECT count(*) FROM message WHERE kind = 'notice'", ==, 1);

  /* START lets messages come again, and sends none of the old ones. */
  callboard_test_office_reply (queue.office, ANNA, stops[i].start);
  callboard_test_assert_number (queue.office->test, "SELECT opted_out_at IS NULL FROM candidate", ==, 1);
  started = callboard_test_office_send (queue.office);
  g_assert_cmpstr (started, !=, stopped);
  callboard_test_advance (queue.office->test, CALLBOARD_DAY);
  callboard_test_execute (queue.office->test, callboard_tick_command_new ());
  g_assert_cmpuint (claim (&queue), ==, 0);
  callboard_test_assert_number (queue.office->test, "SELECT count(*) FROM enrolment WHERE ended_at IS NULL", ==, 0);
}

static void
test_stop (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_test_message ("%s: %s, %s", stops[i].language, stops[i].stop, stops[i].start);
      check_stop (i);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/queue/completed", test_completed);
  g_test_add_func ("/queue/expired", test_expired);
  g_test_add_func ("/queue/failed", test_failed);
  g_test_add_func ("/queue/moved-on", test_moved_on);
  g_test_add_func ("/queue/archived", test_archived);
  g_test_add_func ("/queue/withdrawn", test_withdrawn);
  g_test_add_func ("/queue/opted-out", test_opted_out);
  g_test_add_func ("/queue/stop", test_stop);

  return g_test_run ();
}
