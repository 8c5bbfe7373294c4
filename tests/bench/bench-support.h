/* bench-support.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A bar of quality.md is a ratio of two things timed in turn in one run, so that whatever else the machine does meets
 * both. Each bar prints one line. */
typedef enum
{
  BENCH_AT_LEAST,
  BENCH_AT_MOST,
} BenchSense;

#define BENCH_ROUNDS 7

/* Seconds, from anywhere. */
double  bench_now      (void);

/* The @part-th (0 to 1) of @figures (element-type double), which it sorts. */
double  bench_part     (GArray     *figures,
                        double      part);

/* "Q1 move … median … min … max … bar … ok" */
void    bench_report   (const char *bar,
                        const char *what,
                        GArray     *ratios,
                        BenchSense  sense,
                        double      limit);

/* A figure without a bar. */
void    bench_remark   (const char *bar,
                        const char *what,
                        GArray     *figures,
                        const char *unit);

/* Whether @bar was asked for: no argument asks for all of them. */
gboolean bench_wanted  (int          argc,
                        char       **argv,
                        const char  *bar);

/* The exit status: whether every bar so far was met. */
int     bench_end      (void);

G_END_DECLS
