/* test-import-plan.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-error.h"
#include "callboard-import-plan.h"
#include "callboard-test.h"

#define ADD_JOB \
  "INSERT INTO job (id, title, country, created_at) VALUES (1, 'Baker', 'GB', 0);" \
  "INSERT INTO campaign (id, draft, updated_at) VALUES (1, '{}', 0);" \
  "INSERT INTO stage (id, job_id, name, type, position, campaign_id) VALUES " \
  "  (11, 1, 'Applied', 'form', 0, 1), (12, 1, 'Review', 'review', 1, NULL);" \
  "INSERT INTO candidate (id, first_name, last_name, phone, created_at) VALUES (1, 'Ida', 'Old', '+447700900999', 0);" \
  "INSERT INTO application (id, candidate_id, job_id, stage_id, rank, created_at) VALUES (1, 1, 1, 11, 0, 0);"

typedef struct
{
  CallboardTest       *test;
  CallboardImportPlan *plan;
} Fixture;

static gboolean
execute_add_job (gpointer           data,
                 CallboardDb       *db,
                 gint64             now,
                 CallboardChanges  *changes,
                 GError           **error)
{
  return callboard_db_script (db, data, error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  fixture->test = callboard_test_new ();
  callboard_test_execute (fixture->test, callboard_command_new ("add-job", execute_add_job, g_strdup (ADD_JOB), g_free));
  fixture->plan = callboard_import_plan_new (callboard_store_get_reader (fixture->test->store), 1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  callboard_import_plan_free (fixture->plan);
  callboard_test_free (fixture->test);
}

static void
note_progress_cb (guint    done,
                  guint    total,
                  gpointer data)
{
  guint *seen = data;

  g_assert_cmpuint (done, <, total);
  *seen = total;
}

static void
load (Fixture    *fixture,
      const char *csv)
{
  g_autoptr(GBytes) bytes = g_bytes_new (csv, strlen (csv));
  g_autoptr(CallboardTable) table = NULL;
  g_autoptr(GError) error = NULL;
  CallboardImportColumns columns;
  guint seen = 0;

  table = callboard_csv_parse (bytes, NULL, &error);
  g_assert_no_error (error);
  callboard_csv_guess_columns (table, &columns);
  callboard_import_plan_load (fixture->plan, table, &columns, note_progress_cb, &seen, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (seen, ==, callboard_table_get_n_rows (table));
}

static void
assert_row (Fixture              *fixture,
            guint                 row,
            CallboardImportState  state,
            const char           *reason)
{
  g_assert_cmpint (callboard_import_plan_get_state (fixture->plan, row), ==, state);
  if (reason != NULL)
    g_assert_cmpstr (callboard_import_plan_get_reason (fixture->plan, row), ==, reason);
}

static void
test_reasons (Fixture       *fixture,
              gconstpointer  data)
{
  load (fixture,
        "First name,Last name,Phone,Stage\n"
        "Ada,Lovelace,07700 900001,\n"
        ",,07700 900002,\n"
        "Grace,Hopper,12,\n"
        "Alan,Turing,07700 900001,\n"
        "Edith,Clarke,07700 900003,Nowhere\n"
        "Mary,Jackson,07700 900004,3\n"
        "Ida,Old,+44 7700 900999,\n"
        "Karen,Jones,07700 900005,review\n"
        "Kay,McNulty,07700 900006,1\n");

  g_assert_cmpuint (callboard_import_plan_get_n_rows (fixture->plan), ==, 9);
  assert_row (fixture, 0, CALLBOARD_IMPORT_VALID, NULL);
  assert_row (fixture, 1, CALLBOARD_IMPORT_INVALID, "The name is missing.");
  assert_row (fixture, 2, CALLBOARD_IMPORT_INVALID, NULL);
  g_assert_cmpint (callboard_import_plan_get_fault (fixture->plan, 2), ==, CALLBOARD_IMPORT_PHONE);
  g_assert_nonnull (strstr (callboard_import_plan_get_reason (fixture->plan, 2), "too short"));
  assert_row (fixture, 3, CALLBOARD_IMPORT_INVALID, "The same number is in line 2.");
  assert_row (fixture, 4, CALLBOARD_IMPORT_INVALID, "The job has no stage “Nowhere”.");
  assert_row (fixture, 5, CALLBOARD_IMPORT_INVALID, "The job has 2 stages; there is no stage number 3.");
  assert_row (fixture, 6, CALLBOARD_IMPORT_PRESENT, "Already in this job.");
  assert_row (fixture, 7, CALLBOARD_IMPORT_VALID, NULL);
  g_assert_cmpint (callboard_import_plan_get_stage (fixture->plan, 7), ==, 12);
  g_assert_cmpint (callboard_import_plan_get_stage (fixture->plan, 8), ==, 11);
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_VALID), ==, 3);
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_PRESENT), ==, 1);
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_INVALID), ==, 5);
}

static guint
correct (Fixture              *fixture,
         guint                 row,
         CallboardImportField  field,
         const char           *text)
{
  g_autoptr(GArray) changed = callboard_import_plan_set_cell (fixture->plan, row, field, text);

  g_assert_cmpuint (g_array_index (changed, guint, 0), ==, row);

  return changed->len;
}

static void
test_correct (Fixture       *fixture,
              gconstpointer  data)
{
  load (fixture,
        "Name;Phone\n"
        "Ada Lovelace;07700 900001\n"
        "Hopper, Grace;07700 900001\n"
        "Alan Turing;07700 900001\n");

  g_assert_cmpstr (callboard_import_plan_get_cell (fixture->plan, 1, CALLBOARD_IMPORT_FIRST_NAME), ==, "Grace");
  g_assert_cmpstr (callboard_import_plan_get_cell (fixture->plan, 2, CALLBOARD_IMPORT_LAST_NAME), ==, "Turing");
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_VALID), ==, 1);

  /* The first moves away: the second takes its place, and the third is a duplicate of that. */
  g_assert_cmpuint (correct (fixture, 0, CALLBOARD_IMPORT_PHONE, "07700 900009"), ==, 3);
  assert_row (fixture, 0, CALLBOARD_IMPORT_VALID, NULL);
  assert_row (fixture, 1, CALLBOARD_IMPORT_VALID, NULL);
  assert_row (fixture, 2, CALLBOARD_IMPORT_INVALID, "The same number is in line 3.");

  /* A row without a name does not stand in the way of a good one. */
  correct (fixture, 1, CALLBOARD_IMPORT_FIRST_NAME, "");
  correct (fixture, 1, CALLBOARD_IMPORT_LAST_NAME, " ");
  assert_row (fixture, 1, CALLBOARD_IMPORT_INVALID, "The name is missing.");
  assert_row (fixture, 2, CALLBOARD_IMPORT_VALID, NULL);

  correct (fixture, 2, CALLBOARD_IMPORT_PHONE, "nonsense");
  assert_row (fixture, 2, CALLBOARD_IMPORT_INVALID, NULL);
  correct (fixture, 2, CALLBOARD_IMPORT_PHONE, "07700 900009");
  assert_row (fixture, 2, CALLBOARD_IMPORT_INVALID, "The same number is in line 2.");
  correct (fixture, 0, CALLBOARD_IMPORT_PHONE, "");
  assert_row (fixture, 2, CALLBOARD_IMPORT_VALID, NULL);
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_INVALID), ==, 2);
}

static void
test_people (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) people = NULL;
  g_autofree char *left_out = NULL;
  CallboardPerson *person;

  load (fixture,
        "First name,Last name,Phone,Consent\n"
        " Ada ,Lovelace,07700 900001,yes\n"
        "Grace,Hopper,07700 900002,no\n"
        "Alan,Turing,07700 900003,Fair in May\n"
        "\"=Bad \"\"Bill\"\"\",,1,\n");

  people = callboard_import_plan_dup_people (fixture->plan, "Our form", "I agree");
  g_assert_cmpuint (people->len, ==, 3);
  person = g_ptr_array_index (people, 0);
  g_assert_cmpstr (person->first_name, ==, "Ada");
  g_assert_cmpstr (person->phone, ==, "+447700900001");
  g_assert_cmpstr (person->consent_source, ==, "Our form");
  g_assert_cmpstr (person->consent_wording, ==, "I agree");
  person = g_ptr_array_index (people, 1);
  g_assert_null (person->consent_source);
  g_assert_null (person->consent_wording);
  person = g_ptr_array_index (people, 2);
  g_assert_cmpstr (person->consent_source, ==, "Fair in May");

  left_out = callboard_import_plan_dup_left_out (fixture->plan);
  g_assert_true (g_str_has_prefix (left_out, "First name,Last name,Phone,Stage,Consent,Line,Reason\r\n"
                                             "\"'=Bad \"\"Bill\"\"\",\"\",\"1\",\"\",\"\",\"5\",\""));
}

static void
test_missing_job (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_import_plan_new (callboard_store_get_reader (fixture->test->store), 2, &error));
  g_assert_error (error, CALLBOARD_ENGINE_ERROR, CALLBOARD_ENGINE_ERROR_NOT_FOUND);
}

/* One number 50,000 times: a bad file must not take the square of its length. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GString) csv = g_string_new ("Name,Phone\n");

  for (guint i = 0; i < 50000; i++)
    g_string_append (csv, "Ada,07700900001\n");
  load (fixture, csv->str);

  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_VALID), ==, 1);
  g_assert_cmpuint (correct (fixture, 0, CALLBOARD_IMPORT_PHONE, "07700900002"), ==, 50000);
  g_assert_cmpuint (callboard_import_plan_count (fixture->plan, CALLBOARD_IMPORT_VALID), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/import-plan/reasons", test_reasons);
  ADD ("/import-plan/correct", test_correct);
  ADD ("/import-plan/missing-job", test_missing_job);
  ADD ("/import-plan/people", test_people);
  ADD ("/import-plan/many", test_many);

  return g_test_run ();
}
