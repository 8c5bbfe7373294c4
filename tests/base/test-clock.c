/* test-clock.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"

static void
count_cb (guint *moved)
{
  (*moved)++;
}

static void
test_stopped (void)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_stopped (CALLBOARD_DAY);
  guint moved = 0;

  g_signal_connect_swapped (clock, "moved", G_CALLBACK (count_cb), &moved);
  g_assert_cmpint (callboard_clock_now (clock), ==, CALLBOARD_DAY);

  callboard_clock_advance (clock, 2 * CALLBOARD_HOUR);
  g_assert_cmpint (callboard_clock_now (clock), ==, CALLBOARD_DAY + 2 * CALLBOARD_HOUR);
  g_assert_cmpuint (moved, ==, 1);
}

static void
test_system (void)
{
  g_autoptr(CallboardClock) clock = callboard_clock_new_system ();
  gint64 before = g_get_real_time ();

  g_assert_cmpint (callboard_clock_now (clock), >=, before);
  callboard_clock_advance (clock, CALLBOARD_DAY);
  g_assert_cmpint (callboard_clock_now (clock), >=, before + CALLBOARD_DAY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/stopped", test_stopped);
  g_test_add_func ("/clock/system", test_system);

  return g_test_run ();
}
