/* bench-support.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <stdlib.h>

#include "bench-support.h"

static guint n_missed;

double
bench_now (void)
{
  return g_get_monotonic_time () / 1e6;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

double
bench_part (GArray *figures,
            double  part)
{
  g_assert (figures->len > 0);

  g_array_sort (figures, compare);

  return g_array_index (figures, double, (guint) ((figures->len - 1) * part));
}

void
bench_report (const char *bar,
              const char *what,
              GArray     *ratios,
              BenchSense  sense,
              double      limit)
{
  double median = bench_part (ratios, 0.5);
  gboolean met = sense == BENCH_AT_LEAST ? median >= limit : median <= limit;

  g_print ("%-4s %-60s median %.3f  min %.3f  max %.3f  bar %s %.2f  %s\n", bar, what, median,
           bench_part (ratios, 0.0), bench_part (ratios, 1.0), sense == BENCH_AT_LEAST ? "≥" : "≤", limit,
           met ? "ok" : "MISS");
  n_missed += !met;
}

void
bench_remark (const char *bar,
              const char *what,
              GArray     *figures,
              const char *unit)
{
  g_print ("%-4s %-60s median %.1f  min %.1f  max %.1f  %s\n", bar, what, bench_part (figures, 0.5),
           bench_part (figures, 0.0), bench_part (figures, 1.0), unit);
}

gboolean
bench_wanted (int          argc,
              char       **argv,
              const char  *bar)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], bar))
        return TRUE;
    }

  return argc < 2;
}

int
bench_end (void)
{
  return n_missed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
