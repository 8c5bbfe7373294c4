/* bench-import.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q3: 100,000 people into an empty job, as rows that are checked already, and from the bytes of a CSV file on.
 *
 *   bench-import [people|csv …] */

#include "config.h"

#include "bare.h"
#include "bench-office.h"
#include "bench-support.h"
#include "callboard-csv.h"
#include "callboard-import-plan.h"

#define N_PEOPLE 100000
#define ROUNDS   5

static double
time_bare (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(Bare) bare = bare_new (office);
  double before = bench_now ();

  bare_import (bare, N_PEOPLE);

  return bench_now () - before;
}

static double
time_people (gconstpointer data)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  GPtrArray *people = bench_people_new (1, N_PEOPLE);
  double before = bench_now ();

  bench_office_import (office, people);

  return bench_now () - before;
}

static GBytes *
write_csv (void)
{
  GString *csv = g_string_new ("First name,Last name,Phone,Consent\n");

  for (guint i = 1; i <= N_PEOPLE; i++)
    {
      g_autofree char *phone = bench_phone (i);

      /* As people of the country write it: 07700 000001 */
      g_string_append_printf (csv, "%s,\"%s %u\",0%.4s %s,yes\n", bench_first_name (i), bench_last_name (i), i,
                              phone + 3, phone + 7);
    }

  return g_string_free_to_bytes (csv);
}

static double
time_csv (gconstpointer data)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  g_autoptr(CallboardImportPlan) plan = NULL;
  g_autoptr(CallboardTable) table = NULL;
  g_autoptr(GError) error = NULL;
  CallboardImportColumns columns;
  double before = bench_now ();

  table = callboard_csv_parse ((GBytes *) data, NULL, &error);
  g_assert_no_error (error);
  callboard_csv_guess_columns (table, &columns);
  plan = callboard_import_plan_new (callboard_store_get_reader (office->test->store), office->job, &error);
  g_assert_no_error (error);
  callboard_import_plan_load (plan, table, &columns, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (callboard_import_plan_count (plan, CALLBOARD_IMPORT_VALID), ==, N_PEOPLE);
  bench_office_import (office, callboard_import_plan_dup_people (plan, NULL, NULL));

  return bench_now () - before;
}

static void
measure (const char    *what,
         double       (*time_ours) (gconstpointer data),
         gconstpointer  data)
{
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < ROUNDS; i++)
    {
      double ours = time_ours (data);
      double ratio = ours / time_bare ();

      g_array_append_val (ratios, ratio);
      g_array_append_val (times, ours);
    }

  bench_report ("Q3", what, ratios, BENCH_AT_MOST, 2.0);
  bench_remark ("Q3", what, times, "s");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GBytes) csv = write_csv ();

  if (bench_wanted (argc, argv, "people"))
    measure ("import of 100,000 people ÷ plain inserts", time_people, NULL);
  if (bench_wanted (argc, argv, "csv"))
    measure ("import of 100,000 from CSV, checked ÷ plain inserts", time_csv, csv);

  return bench_end ();
}
