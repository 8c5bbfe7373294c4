/* bench-store.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bars Q1 and Q2, a drop of one card and of 10,000, on a database of 100,000 cards, and how long such a database takes to
 * open.
 *
 *   bench-store [Q1|Q2|start …] */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "bare.h"
#include "bench-office.h"
#include "bench-support.h"

#define N_CARDS  250000
#define MANY     10000
#define SLICE    0.04
#define N_SLICES 16
#define BLOCK    4096
#define N_BLOCKS 1000

typedef struct
{
  CallboardTestOffice *office;
  Bare                *bare;
  GArray              *cards;
  guint                next;
  int                  blocks;
} Bench;

static const gint64 *
take_cards (Bench *bench,
            guint  n_cards)
{
  const gint64 *cards = &g_array_index (bench->cards, gint64, bench->next);

  bench->next += n_cards;
  g_assert_cmpuint (bench->next, <=, bench->cards->len);

  return cards;
}

static void
move (Bench        *bench,
      const gint64 *cards,
      guint         n_cards)
{
  callboard_test_execute (bench->office->test,
                          callboard_move_command_new (cards, n_cards, bench->office->form, 0, CALLBOARD_MOVE_DEFAULT));
}

/* A file whose blocks are there already, so that syncing one moves nothing but it. */
static int
open_blocks (Bench *bench)
{
  g_autofree char *path = g_build_filename (bench->office->test->directory, "blocks", NULL);
  g_autofree char *blocks = g_malloc0 (BLOCK * N_BLOCKS);
  int file = g_open (path, O_RDWR | O_CREAT, 0600);

  g_assert_cmpint (pwrite (file, blocks, BLOCK * N_BLOCKS, 0), ==, BLOCK * N_BLOCKS);
  g_assert_cmpint (fsync (file), ==, 0);

  return file;
}

static void
sync_block (Bench *bench,
            guint  number)
{
  static const char block[BLOCK];

  g_assert_cmpint (pwrite (bench->blocks, block, BLOCK, (off_t) (number % N_BLOCKS) * BLOCK), ==, BLOCK);
  g_assert_cmpint (fdatasync (bench->blocks), ==, 0);
}

static void
move_one (Bench *bench,
          guint  number)
{
  move (bench, take_cards (bench, 1), 1);
}

static void
repeat (Bench  *bench,
        void  (*act) (Bench *bench, guint number),
        GArray *latencies,
        double *total)
{
  double begin = bench_now ();
  double before, latency;

  for (before = begin; before - begin < SLICE; before += latency)
    {
      act (bench, latencies->len);
      latency = bench_now () - before;
      g_array_append_val (latencies, latency);
    }

  *total += before - begin;
}

/* Slices are short, because what others do to the disk is not. */
static void
measure_round (Bench  *bench,
               double *rate,
               double *tail)
{
  g_autoptr(GArray) syncs = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) moves = g_array_new (FALSE, FALSE, sizeof (double));
  double sync_time = 0;
  double move_time = 0;

  for (guint i = 0; i < N_SLICES; i++)
    {
      repeat (bench, sync_block, syncs, &sync_time);
      repeat (bench, move_one, moves, &move_time);
    }

  *rate = (moves->len / move_time) / (syncs->len / sync_time);
  *tail = bench_part (moves, 0.99) / bench_part (syncs, 0.5);
}

static void
measure_one (Bench *bench)
{
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) tails = g_array_new (FALSE, FALSE, sizeof (double));

  bench->blocks = open_blocks (bench);
  for (guint i = 0; i <= BENCH_ROUNDS; i++)
    {
      double rate, tail;

      measure_round (bench, &rate, &tail);

      /* The first round only warms the caches. */
      if (i > 0)
        {
          g_array_append_val (rates, rate);
          g_array_append_val (tails, tail);
        }
    }

  close (bench->blocks);
  bench_report ("Q1", "durable moves/s ÷ raw fdatasync/s", rates, BENCH_AT_LEAST, 0.35);
  bench_report ("Q1", "move p99 ÷ fdatasync p50", tails, BENCH_AT_MOST, 12.0);
}

static double
time_many (Bench   *bench,
           gboolean bare)
{
  const gint64 *cards = take_cards (bench, MANY);
  double before;

  bare_settle (bench->bare);
  before = bench_now ();
  if (bare)
    bare_move (bench->bare, cards, MANY);
  else
    move (bench, cards, MANY);

  return bench_now () - before;
}

static void
measure_many (Bench *bench)
{
  g_autoptr(GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr(GArray) rates = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      double ours = time_many (bench, FALSE);
      double ratio = time_many (bench, TRUE) / ours;
      double rate = MANY / ours;

      g_array_append_val (ratios, ratio);
      g_array_append_val (rates, rate);
    }

  bench_report ("Q2", "bulk move of 10,000, rows/s ÷ bare SQLite", ratios, BENCH_AT_LEAST, 0.5);
  bench_remark ("Q2", "bulk move of 10,000", rates, "cards/s");
}

static void
measure_start (Bench *bench)
{
  g_autoptr(GArray) times = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < BENCH_ROUNDS; i++)
    {
      double before = bench_now ();
      double time;

      callboard_test_reopen (bench->office->test);
      time = (bench_now () - before) * 1000;
      g_array_append_val (times, time);
    }

  bench_remark ("-", "close and open a database of 150,000 cards", times, "ms");
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };

  bench.office = bench_office_new (N_CARDS);
  bench.bare = bare_new (bench.office);
  bench.cards = bench_office_cards (bench.office);
  bare_settle (bench.bare);

  if (bench_wanted (argc, argv, "Q1"))
    measure_one (&bench);
  if (bench_wanted (argc, argv, "Q2"))
    measure_many (&bench);
  if (bench_wanted (argc, argv, "start"))
    measure_start (&bench);

  g_array_unref (bench.cards);
  bare_free (bench.bare);
  callboard_test_office_free (bench.office);

  return bench_end ();
}
