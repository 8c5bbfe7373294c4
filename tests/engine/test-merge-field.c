/* test-merge-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-merge-field.h"

static void
assert_summary (const char *text,
                glong       max_length,
                const char *expected)
{
  g_autofree char *summary = callboard_merge_field_summarise (text, max_length);

  g_assert_cmpstr (summary, ==, expected);
}

static void
test_describe (void)
{
  g_autofree char *text = callboard_merge_field_describe_text ("Hi {{candidate.first_name|there}}: {{job.title}}, {{no.such}}");
  g_autofree char *field = callboard_merge_field_describe ("candidate.first_name", "there");

  g_assert_cmpstr (text, ==, "Hi [First name]: [Job title], {{no.such}}");
  g_assert_cmpstr (field, ==, "First name, or “there”");
}

static void
test_summarise (void)
{
  assert_summary ("", 5, "");
  assert_summary ("  Über uns \n", 80, "Über uns");
  assert_summary ("Hi {{candidate.first_name}}", 80, "Hi [First name]");
  assert_summary ("One\ttwo\nthree", 7, "One two…");
  assert_summary ("One two three", 8, "One two…");
  assert_summary ("ÄÖÜ", 3, "ÄÖÜ");
  assert_summary ("ÄÖÜß", 3, "ÄÖÜ…");
}

static void
test_summary_of_much (void)
{
  g_autofree char *text = g_strnfill (4 * 1024 * 1024, 'x');

  assert_summary (text, 3, "xxx…");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/merge-field/describe", test_describe);
  g_test_add_func ("/merge-field/summarise", test_summarise);
  g_test_add_func ("/merge-field/much", test_summary_of_much);

  return g_test_run ();
}
