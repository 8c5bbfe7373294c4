/* test-queries.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-queries-application.h"
#include "callboard-queries-conversation.h"
#include "callboard-queries-jobs.h"
#include "callboard-queries-office.h"
#include "callboard-queries-outbox.h"
#include "callboard-queries-versions.h"

#include "callboard-db-private.h"
#include "callboard-test.h"

#define T "1772445600000000"

#define CANDIDATE_COLUMNS "candidate (id, first_name, last_name, phone, country, zone, opted_out_at, created_at)"
#define ENROLMENT_COLUMNS                                                                                 \
  "enrolment (id, visit_id, application_id, candidate_id, campaign_id, version, attempt, account_id, blast, status, state," \
  " done, total, failure, failure_code, failure_detail, leaves_at, created_at, delivered_at, ended_at)"
#define MESSAGE_COLUMNS                                                                                   \
  "message (id, candidate_id, application_id, enrolment_id, account_id, direction, kind, key, body, choices, choice, state," \
  " due_at, attempt, claimed_at, provider_id, failure, failure_code, failure_detail, created_at, changed_at)"
#define ANSWER_COLUMNS                                                                                    \
  "answer (id, enrolment_id, question_id, question, value, text, flagged, message_id, answered_at)"

/* Two jobs; in the first a Form stage (1) that is ready, a Schedule stage (2) that is not and Review (3). The account's
 * clock is an hour ahead. */
#define OFFICE_SQL                                                                                        \
  "INSERT INTO account VALUES (1, 'rehearsal', 'whatsapp', 'Rehearsal', '{}', 'active', NULL, 3600000000, NULL, 0);"  \
  "INSERT INTO job (id, title, reference, location, contract_type, manager, country, state, created_at)"  \
  " VALUES (1, 'Care assistant', 'C-1', 'Leeds', '', 'Ada', 'GB', 'closed', 0),"                          \
  " (2, 'Cook', '', '', '', '', 'IE', 'open', 0);"                                                        \
  "INSERT INTO campaign (id, draft, version, problem, updated_at)"                                        \
  " VALUES (1, '{\"draft\":1}', 2, NULL, 5), (2, '{}', 1, 'no-schedule', 5);"                             \
  "INSERT INTO campaign_version (campaign_id, version, document, published_at)"                           \
  " VALUES (1, 1, '{\"v\":1}', 0), (1, 2, '{\"v\":2}', 0), (2, 1, '{}', 0);"                              \
  "INSERT INTO stage (id, job_id, name, type, position, campaign_id, undo_time)"                          \
  " VALUES (1, 1, 'Form', 'form', 0, 1, NULL), (2, 1, 'Interview', 'schedule', 1, 2, 7),"                 \
  " (3, 1, 'Review', 'review', 2, NULL, NULL);"                                                           \
  "INSERT INTO batch (id, made_at) VALUES (1, " T ");"

/* Anna (1): in the Form stage, scheduled. Zoë (2): failed. Jan (3): in Review, unread, came from Form where he answered. */
#define PEOPLE_SQL                                                                                        \
  "INSERT INTO " CANDIDATE_COLUMNS " VALUES (1, 'Anna', 'Berg', '+447700900001', 'GB', NULL, NULL, 0),"               \
  " (2, 'Zoë', '', '+447700900002', 'GB', NULL, NULL, 0), (3, 'Jan', 'Nowak', '+447700900003', 'GB', NULL, 9, 0);" \
  "INSERT INTO consent VALUES (1, 1, '+447700900001', 'form', 'Yes', 3), (2, 1, '+447700900001', 'fair', 'Sure', 4);" \
  "INSERT INTO application VALUES (1, 1, 1, 1, 10, 'live', 2, 1, 0, NULL, 0),"                            \
  " (2, 2, 1, 1, 20, 'live', 3, 2, 0, NULL, 0), (3, 3, 1, 3, 10, 'live', 5, NULL, 2, 'look', 0);"         \
  "INSERT INTO visit (id, application_id, stage_id, entered_at, left_at, undone_at) VALUES (1, 1, 3, 1, 2, 2), (2, 1, 1, " T ", NULL, NULL), (3, 2, 1, 5, NULL, NULL),"  \
  " (4, 3, 1, 6, 9, NULL), (5, 3, 3, 9, NULL, NULL);"                                                     \
  "INSERT INTO batch_move VALUES (1, 1, 3, 10, 1, NULL, NULL, 2);"                                        \
  "INSERT INTO " ENROLMENT_COLUMNS " VALUES"                                                                          \
  " (1, 2, 1, 1, 1, 2, 0, 1, 0, 'scheduled', '', 0, 3, NULL, NULL, NULL, " T "+3620000000, " T ", NULL, NULL)," \
  " (2, 3, 2, 2, 1, 2, 0, 1, 0, 'failed', '', 0, 3, 'wrong-number', '21211', 'no', 5, 5, NULL, 8),"       \
  " (3, 4, 3, 3, 1, 1, 0, 1, 0, 'completed', '', 3, 3, NULL, NULL, NULL, 6, 6, 7, 9);"

#define MESSAGES_SQL                                                                                      \
  "INSERT INTO " MESSAGE_COLUMNS " VALUES"                                                                            \
  " (1, 1, 1, 1, 1, 'out', 'first', 'k1', 'Hello Anna', NULL, NULL, 'waiting', " T "+3620000000, 0, NULL, NULL," \
  "  NULL, NULL, NULL, " T ", " T "),"                                                                    \
  " (2, 2, 2, 2, 1, 'out', 'first', 'k2', 'Hello Zoë', NULL, NULL, 'failed', 5, 0, 5, NULL,"              \
  "  'wrong-number', '21211', 'no', 5, 8),"                                                               \
  " (3, 3, 3, 3, 1, 'out', 'first', 'k3', 'Start?', '[{\"id\":\"y\",\"title\":\"Yes\"}]', NULL, 'read', 6, 0, 6, 'p3'," \
  "  NULL, NULL, NULL, 6, 6),"                                                                            \
  " (4, 3, 3, 3, 1, 'in', 'reply', NULL, 'yes', NULL, 'y', 'received', NULL, 0, NULL, 'p4', NULL, NULL, NULL, 7, 7)," \
  " (5, 3, 3, NULL, 1, 'out', 'typed', 'k5', 'Thanks', NULL, NULL, 'unknown', 8, 0, 8, NULL, NULL, NULL, NULL, 8, 8)," \
  " (6, 3, 3, 3, 1, 'out', 'step', 'k6', 'Never said', NULL, NULL, 'cancelled', 8, 0, NULL, NULL, NULL, NULL, NULL, 8, 8);" \
  "INSERT INTO " ANSWER_COLUMNS " VALUES (1, 3, 'q1', 'Ready?', 'yes', 'yes!', 1, 4, 7);"                             \
  "INSERT INTO timer VALUES (1, 1, 1, 'expiry', " T "+7200000000);"

static gboolean
execute_script (gpointer           data,
                CallboardDb       *db,
                gint64             now,
                CallboardChanges  *changes,
                GError           **error)
{
  return callboard_db_script (db, data, error);
}

static void
run (CallboardTest *test,
     const char    *sql)
{
  callboard_test_execute (test, callboard_command_new ("script", execute_script, g_strdup (sql), g_free));
}

static CallboardTest *
new_office (void)
{
  CallboardTest *test = callboard_test_new ();

  run (test, OFFICE_SQL PEOPLE_SQL MESSAGES_SQL);

  return test;
}

static CallboardDb *
reader (CallboardTest *test)
{
  return callboard_store_get_reader (test->store);
}

static char *
describe (const char *problem)
{
  return g_strconcat ("problem ", problem, NULL);
}

static void
test_jobs (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jobs = callboard_queries_load_jobs (reader (test), &error);
  g_autoptr(CallboardJobRow) job = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (jobs->len, ==, 2);
  job = callboard_queries_load_job (reader (test), 1, &error);
  g_assert_no_error (error);

  g_assert_cmpstr (((CallboardJobRow *) jobs->pdata[0])->title, ==, "Cook");
  g_assert_cmpuint (((CallboardJobRow *) jobs->pdata[0])->count, ==, 0);
  g_assert_cmpstr (job->title, ==, "Care assistant");
  g_assert_false (job->open);
  g_assert_cmpuint (job->count, ==, 3);
  g_assert_cmpuint (job->attention, ==, 2);

  g_assert_null (callboard_queries_load_job (reader (test), 99, &error));
  g_assert_no_error (error);
}

static void
test_stages (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) stages = callboard_queries_load_stages (reader (test), 1, &error);
  const CallboardStageInfo *form = stages->pdata[0];
  const CallboardStageInfo *interview = stages->pdata[1];

  g_assert_no_error (error);
  g_assert_cmpuint (stages->len, ==, 3);
  g_assert_cmpuint (form->count, ==, 2);
  g_assert_cmpuint (form->failed, ==, 1);
  g_assert_cmpint (form->delay, ==, 20 * CALLBOARD_SECOND);
  g_assert_cmpint (form->undo_time, ==, -1);
  g_assert_cmpstr (interview->problem, ==, "no-schedule");
  g_assert_cmpint (interview->delay, ==, 7);
}

static void
count_changes_cb (guint *n_changes)
{
  (*n_changes)++;
}

static void
test_fill (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GListStore) stages = g_list_store_new (CALLBOARD_TYPE_STAGE);
  g_autoptr(GListStore) jobs = g_list_store_new (CALLBOARD_TYPE_JOB);
  g_autoptr(CallboardStage) review = NULL;
  g_autoptr(CallboardStage) last = NULL;
  g_autoptr(CallboardStage) interview = NULL;
  guint n_changes = 0;

  g_signal_connect_swapped (stages, "items-changed", G_CALLBACK (count_changes_cb), &n_changes);
  g_assert_true (callboard_queries_fill_stages (reader (test), 1, describe, stages, NULL));
  g_assert_true (callboard_queries_fill_jobs (reader (test), jobs, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (jobs)), ==, 2);
  g_assert_cmpuint (n_changes, ==, 1);
  interview = g_list_model_get_item (G_LIST_MODEL (stages), 1);
  review = g_list_model_get_item (G_LIST_MODEL (stages), 2);
  g_assert_false (callboard_stage_get_row (interview)->ready);
  g_assert_cmpstr (callboard_stage_get_row (interview)->reason, ==, "problem no-schedule");
  g_assert_true (callboard_stage_get_row (review)->ready);

  run (test, "UPDATE stage SET name = 'Wait' WHERE id = 3");
  g_assert_true (callboard_queries_fill_stages (reader (test), 1, describe, stages, NULL));
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpstr (callboard_stage_get_row (review)->name, ==, "Wait");

  run (test, "UPDATE stage SET position = 9 WHERE id = 2");
  g_assert_true (callboard_queries_fill_stages (reader (test), 1, describe, stages, NULL));
  g_assert_cmpuint (n_changes, ==, 2);
  last = g_list_model_get_item (G_LIST_MODEL (stages), 2);
  g_assert_true (last == interview);
}

static void
test_conversation (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) jan = callboard_queries_load_conversation (reader (test), 3, &error);
  g_autoptr(GPtrArray) anna = callboard_queries_load_conversation (reader (test), 1, &error);
  const char *bodies[] = { NULL, "Start?", "yes", "Thanks", NULL };
  const CallboardLine *line;

  g_assert_no_error (error);
  g_assert_cmpuint (jan->len, ==, G_N_ELEMENTS (bodies));
  for (guint i = 0; i < jan->len; i++)
    g_assert_cmpstr (((CallboardLine *) jan->pdata[i])->body, ==, bodies[i]);

  line = jan->pdata[2];
  g_assert_false (line->outbound);
  g_assert_cmpstr (line->choice, ==, "y");
  g_assert_cmpstr (line->stage, ==, "Form");
  line = jan->pdata[4];
  g_assert_cmpint (line->kind, ==, CALLBOARD_LINE_MOVED);
  g_assert_cmpstr (line->stage, ==, "Review");
  g_assert_false (line->added);
  line = jan->pdata[0];
  g_assert_true (line->added);

  g_assert_cmpuint (anna->len, ==, 2);
  line = anna->pdata[1];
  g_assert_cmpint (line->state, ==, CALLBOARD_MESSAGE_WAITING);
  g_assert_cmpint (line->leaves_at, ==, CALLBOARD_TEST_NOW + 20 * CALLBOARD_SECOND);
}

static void
test_details (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDetails) anna = callboard_queries_load_details (reader (test), 1, &error);
  g_autoptr(CallboardDetails) zoe = callboard_queries_load_details (reader (test), 2, &error);
  g_autoptr(GPtrArray) answers = callboard_queries_load_answers (reader (test), 3, &error);
  g_autoptr(GPtrArray) history = callboard_queries_load_history (reader (test), 1, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (anna->name, ==, "Anna Berg");
  g_assert_cmpstr (anna->consent_source, ==, "fair");
  g_assert_cmpint (anna->status, ==, CALLBOARD_STATUS_SCHEDULED);
  g_assert_cmpint (anna->leaves_at, ==, CALLBOARD_TEST_NOW + 20 * CALLBOARD_SECOND);
  g_assert_cmpint (anna->expires_at, ==, CALLBOARD_TEST_NOW + CALLBOARD_HOUR);
  g_assert_cmpstr (zoe->name, ==, "Zoë");
  g_assert_null (zoe->consent_source);
  g_assert_cmpint (zoe->failure, ==, CALLBOARD_FAILURE_WRONG_NUMBER);

  g_assert_cmpuint (answers->len, ==, 1);
  g_assert_cmpstr (((CallboardAnswerRow *) answers->pdata[0])->text, ==, "yes!");
  g_assert_true (((CallboardAnswerRow *) answers->pdata[0])->flagged);
  g_assert_cmpuint (history->len, ==, 2);
  g_assert_cmpint (((CallboardHistoryRow *) history->pdata[0])->undone_at, ==, 2);
  g_assert_cmpint (((CallboardHistoryRow *) history->pdata[1])->status, ==, CALLBOARD_STATUS_SCHEDULED);
}

static void
test_queued (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(CallboardDetails) anna = NULL;
  g_autoptr(GPtrArray) tray = NULL;

  run (test,
       "UPDATE enrolment SET status = 'queued' WHERE id = 1;"
       "INSERT INTO visit (id, application_id, stage_id, entered_at, left_at, undone_at) VALUES (9, 2, 1, 1, 2, NULL);"
       "INSERT INTO " ENROLMENT_COLUMNS " VALUES (9, 9, 2, 1, 1, 2, 0, 1, 0, 'in-progress', '', 0, 3, NULL, NULL, NULL, 1, 1, 1, NULL)");
  anna = callboard_queries_load_details (reader (test), 1, NULL);
  g_assert_cmpstr (anna->waits_job, ==, "Care assistant");
  g_assert_cmpstr (anna->waits_stage, ==, "Form");
  g_assert_cmpint (anna->leaves_at, ==, 0);

  tray = callboard_queries_load_outbox (reader (test), CALLBOARD_TRAY_WAITING, CALLBOARD_TEST_NOW, 10, 0, NULL);
  g_assert_cmpint (((CallboardOutboxRow *) tray->pdata[0])->wait, ==, CALLBOARD_WAIT_QUEUED);
}

static void
assert_tray (CallboardTest     *test,
             CallboardTrayPart  part,
             const char        *name,
             CallboardWait      wait)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) rows = NULL;
  g_autoptr(GPtrArray) rest = NULL;
  const CallboardOutboxRow *row;

  rows = callboard_queries_load_outbox (reader (test), part, CALLBOARD_TEST_NOW, 10, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpstr (row->name, ==, name);
  g_assert_cmpint (row->wait, ==, wait);

  rest = callboard_queries_load_outbox (reader (test), part, CALLBOARD_TEST_NOW, 10, 1, &error);
  g_assert_cmpuint (rest->len, ==, 0);
}

static void
test_outbox (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) groups = callboard_queries_load_groups (reader (test), &error);
  CallboardOutboxCounts counts = { 0 };
  const CallboardOutboxGroup *group = groups->pdata[0];

  g_assert_no_error (error);
  g_assert_true (callboard_queries_count_outbox (reader (test), &counts, &error));
  g_assert_cmpuint (counts.waiting, ==, 1);
  g_assert_cmpuint (counts.unknown, ==, 1);
  g_assert_cmpuint (counts.failed, ==, 1);
  g_assert_false (counts.paused);

  assert_tray (test, CALLBOARD_TRAY_WAITING, "Anna Berg", CALLBOARD_WAIT_TIME);
  assert_tray (test, CALLBOARD_TRAY_UNKNOWN, "Jan Nowak", CALLBOARD_WAIT_NONE);
  assert_tray (test, CALLBOARD_TRAY_FAILED, "Zoë", CALLBOARD_WAIT_NONE);

  g_assert_cmpuint (counts.closed, ==, 0);
  run (test, "UPDATE enrolment SET failure = 'opted-out' WHERE id = 2");
  assert_tray (test, CALLBOARD_TRAY_CLOSED, "Zoë", CALLBOARD_WAIT_NONE);
  g_assert_true (callboard_queries_count_outbox (reader (test), &counts, &error));
  g_assert_cmpuint (counts.failed, ==, 1);
  g_assert_cmpuint (counts.closed, ==, 1);

  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpint (group->message_id, ==, 1);
  g_assert_cmpint (group->batch, ==, 1);
  g_assert_cmpuint (group->count, ==, 1);
  g_assert_cmpint (group->leaves_at, ==, CALLBOARD_TEST_NOW + 20 * CALLBOARD_SECOND);

  run (test, "UPDATE account SET state = 'paused'");
  assert_tray (test, CALLBOARD_TRAY_WAITING, "Anna Berg", CALLBOARD_WAIT_ACCOUNT);
  g_assert_true (callboard_queries_count_outbox (reader (test), &counts, &error));
  g_assert_true (counts.paused);
}

static void
test_office (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) accounts = callboard_queries_load_accounts (reader (test), &error);
  g_autoptr(CallboardAccountRow) account = callboard_queries_load_account (reader (test), 1, &error);
  g_autoptr(CallboardCampaignRow) campaign = callboard_queries_load_campaign (reader (test), 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (accounts->len, ==, 1);
  g_assert_cmpint (account->clock_shift, ==, CALLBOARD_HOUR);
  g_assert_cmpuint (account->waiting, ==, 1);
  g_assert_cmpstr (campaign->draft, ==, "{\"draft\":1}");
  g_assert_cmpstr (campaign->published, ==, "{\"v\":2}");
  g_assert_cmpuint (campaign->version, ==, 2);
  g_assert_null (callboard_queries_load_campaign (reader (test), 3, &error));
  g_assert_no_error (error);
}

static void
assert_found (CallboardTest *test,
              const char    *text,
              gint64         id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) found = callboard_queries_search_candidates (reader (test), text, 5, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, id != 0);
  if (id != 0)
    g_assert_cmpint (((CallboardCandidateRow *) found->pdata[0])->id, ==, id);
}

static void
test_search (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(CallboardCandidateRow) jan = callboard_queries_find_candidate (reader (test), "+447700900003", NULL);

  assert_found (test, "berg an", 1);
  assert_found (test, "zoe", 2);
  assert_found (test, "+447700900003", 3);
  assert_found (test, "\"OR* ", 0);
  assert_found (test, "  ", 0);
  g_assert_true (jan->opted_out);
  g_assert_false (jan->consent);
  g_assert_cmpuint (jan->n_live, ==, 1);
}

static int
note_cb (unsigned  kind,
         void     *data,
         void     *statement,
         void     *text)
{
  g_ptr_array_add (data, sqlite3_expanded_sql (statement));

  return 0;
}

static void
test_versions (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  g_autoptr(GPtrArray) versions = NULL;
  g_autoptr(GPtrArray) none = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *document = NULL;
  const CallboardVersionRow *row;

  run (test, "INSERT INTO campaign_version (campaign_id, version, document, published_at, author)"
             " VALUES (1, 3, '{}', 7, 'Ada')");
  versions = callboard_queries_load_versions (reader (test), 1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (versions->len, ==, 3);

  row = g_ptr_array_index (versions, 0);
  g_assert_cmpuint (row->version, ==, 3);
  g_assert_cmpint (row->published_at, ==, 7);
  g_assert_cmpstr (row->author, ==, "Ada");
  g_assert_cmpuint (row->running, ==, 0);

  row = g_ptr_array_index (versions, 1);
  g_assert_cmpuint (row->version, ==, 2);
  g_assert_cmpstr (row->author, ==, "");
  g_assert_cmpuint (row->running, ==, 1);

  document = callboard_queries_load_version (reader (test), 1, 2, &error);
  g_assert_cmpstr (document, ==, "{\"v\":2}");
  g_assert_null (callboard_queries_load_version (reader (test), 1, 9, &error));
  g_assert_no_error (error);

  none = callboard_queries_load_versions (reader (test), 77, &error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* No query may walk a table that grows with the work; an index that holds only what is sought may be walked. */
static void
assert_plan (CallboardDb *db,
             const char  *sql)
{
  g_autofree char *explain = g_strconcat ("EXPLAIN QUERY PLAN ", sql, NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (callboard_db_get_handle (db), explain, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      const char *step = (const char *) sqlite3_column_text (statement, 3);

      if (g_regex_match_simple ("^SCAN (a|e|m|v|c|n|w|application|enrolment|message)$", step, 0, 0))
        g_error ("“%s” in the plan of: %s", step, sql);
    }
  sqlite3_finalize (statement);
}

static void
test_plans (void)
{
  g_autoptr(CallboardTest) test = new_office ();
  CallboardDb *db = reader (test);
  g_autoptr(GPtrArray) statements = g_ptr_array_new_with_free_func (sqlite3_free);
  CallboardOutboxCounts counts;

  sqlite3_trace_v2 (callboard_db_get_handle (db), SQLITE_TRACE_STMT, note_cb, statements);
  g_ptr_array_unref (callboard_queries_load_jobs (db, NULL));
  g_ptr_array_unref (callboard_queries_load_stages (db, 1, NULL));
  g_ptr_array_unref (callboard_queries_load_conversation (db, 1, NULL));
  callboard_details_free (callboard_queries_load_details (db, 1, NULL));
  g_ptr_array_unref (callboard_queries_load_answers (db, 1, NULL));
  g_ptr_array_unref (callboard_queries_load_history (db, 1, NULL));
  g_ptr_array_unref (callboard_queries_load_outbox (db, CALLBOARD_TRAY_WAITING, 0, 9, 0, NULL));
  g_ptr_array_unref (callboard_queries_load_outbox (db, CALLBOARD_TRAY_UNKNOWN, 0, 9, 0, NULL));
  g_ptr_array_unref (callboard_queries_load_outbox (db, CALLBOARD_TRAY_FAILED, 0, 9, 0, NULL));
  g_ptr_array_unref (callboard_queries_load_outbox (db, CALLBOARD_TRAY_CLOSED, 0, 9, 0, NULL));
  g_ptr_array_unref (callboard_queries_load_groups (db, NULL));
  callboard_queries_count_outbox (db, &counts, NULL);
  g_ptr_array_unref (callboard_queries_load_versions (db, 1, NULL));
  g_ptr_array_unref (callboard_queries_search_candidates (db, "anna", 5, NULL));
  sqlite3_trace_v2 (callboard_db_get_handle (db), 0, NULL, NULL);

  g_assert_cmpuint (statements->len, >=, 12);
  for (guint i = 0; i < statements->len; i++)
    if (!g_str_has_prefix (statements->pdata[i], "--"))
      assert_plan (db, statements->pdata[i]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/queries/jobs", test_jobs);
  g_test_add_func ("/queries/stages", test_stages);
  g_test_add_func ("/queries/fill", test_fill);
  g_test_add_func ("/queries/conversation", test_conversation);
  g_test_add_func ("/queries/details", test_details);
  g_test_add_func ("/queries/queued", test_queued);
  g_test_add_func ("/queries/outbox", test_outbox);
  g_test_add_func ("/queries/office", test_office);
  g_test_add_func ("/queries/search", test_search);
  g_test_add_func ("/queries/versions", test_versions);
  g_test_add_func ("/queries/plans", test_plans);

  return g_test_run ();
}
