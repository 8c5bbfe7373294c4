/* bench-search.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bar Q9: what each key costs while somebody types into the search of a job with 100,000 people.
 *
 *   bench-search */

#include "config.h"

#include "bare.h"
#include "bench-office.h"
#include "bench-support.h"
#include "callboard-match.h"

#define N_PEOPLE 100000

static const char * const typed[] = {
  "m", "ma", "mar", "mark", "marko", "markov", "j", "ju", "jur", "jurg", "jurgen m", "jurgen mu", "jurgen mul", "44770",
  "447700001", "anna smith", "9999",
};

static double
search (CallboardTestOffice *office,
        const char          *text,
        const gint64        *stages,
        guint                n_stages,
        guint               *n_found)
{
  CallboardApplicationFilter filter = { .text = (char *) text };
  double before = bench_now ();

  *n_found = 0;
  for (guint i = 0; i < n_stages; i++)
    {
      g_autoptr(GArray) keys =
        callboard_application_source_load_keys (CALLBOARD_APPLICATION_SOURCE (office->test->store), stages[i], &filter);

      *n_found += keys->len;
    }

  return bench_now () - before;
}

static double
search_bare (Bare       *bare,
             const char *text,
             guint      *n_found)
{
  g_autofree char *match = callboard_match_build (text);
  double before = bench_now ();

  *n_found = bare_search (bare, match);

  return bench_now () - before;
}

static void
measure (CallboardTestOffice *office,
         Bare                *bare,
         const char          *what,
         guint                n_stages)
{
  const gint64 stages[] = { office->review, office->form, office->reject };
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) slowest = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i <= BENCH_ROUNDS; i++)
    {
      double ours = 0, yardstick = 0, worst = 0, ratio;

      for (guint key = 0; key < G_N_ELEMENTS (typed); key++)
        {
          guint n_ours, n_bare;
          double time = search (office, typed[key], stages, n_stages, &n_ours);
          double bare_time = search_bare (bare, typed[key], &n_bare);

          g_assert_cmpuint (n_ours, ==, n_bare);
          if (i == BENCH_ROUNDS && g_getenv ("CALLBOARD_BENCH_DETAILS") != NULL)
            g_print ("     %-12s %6u found  %7.2f ms  bare %7.2f ms\n", typed[key], n_ours, time * 1e3, bare_time * 1e3);
          ours += time;
          yardstick += bare_time;
          worst = MAX (worst, time * 1e3);
        }

      ratio = ours / yardstick;
      if (i > 0)
        {
          g_array_append_val (ratios, ratio);
          g_array_append_val (slowest, worst);
        }
    }

  bench_report ("Q9", what, ratios, BENCH_AT_MOST, 3.0);
  bench_remark ("Q9", "slowest key", slowest, "ms");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CallboardTestOffice) office = bench_office_new (N_PEOPLE);
  g_autoptr(Bare) bare = bare_new (office);

  measure (office, bare, "search of 100,000 people, one stage ÷ bare FTS5", 1);
  measure (office, bare, "search of 100,000 people, all stages ÷ bare FTS5", 3);

  return bench_end ();
}
