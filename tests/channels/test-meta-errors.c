/* test-meta-errors.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-meta-errors.h"

typedef struct
{
  CallboardOutcome outcome;
  CallboardFailure failure;
  gint64           codes[24];
} Group;

#define GROUP(outcome, failure, ...) { CALLBOARD_OUTCOME_##outcome, CALLBOARD_FAILURE_##failure, { __VA_ARGS__, -1 } }

static const Group groups[] = {
  GROUP (ACCOUNT, CREDENTIALS, 0, 3, 10, 33, 190, 200, 250, 299, 368, 131005, 131031, 131037, 131045, 133000, 133001,
         133005, 133006, 133008, 133009, 133010),
  GROUP (ACCOUNT, BALANCE, 131042),
  GROUP (ACCOUNT, RATE, 131048, 131064),
  GROUP (RETRY, RATE, 4, 80007, 130429, 131056, 133016),
  GROUP (RETRY, PROVIDER_DOWN, 1, 2, 131000, 131016, 131057, 133004),
  GROUP (FAILED, NOT_ON_WHATSAPP, 131026),
  GROUP (FAILED, OPTED_OUT, 130403, 131050),
  GROUP (FAILED, WRONG_NUMBER, 131021),
  GROUP (FAILED, COUNTRY, 130497),
  GROUP (FAILED, UNKNOWN, 130472, 131030, 131049, 131062),
  GROUP (FAILED, WINDOW_CLOSED, 131047),
  GROUP (FAILED, CONTENT, 100, 131008, 131009, 131051, 131052, 131053, 135000),
  GROUP (FAILED, TEMPLATE, 131063, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068, 132069),
};

static void
assert_classified (guint            status,
                   gint64           code,
                   CallboardOutcome outcome,
                   CallboardFailure failure)
{
  CallboardFailure found;

  g_assert_cmpint (callboard_meta_classify (status, code, TRUE, &found), ==, outcome);
  g_assert_cmpint (found, ==, failure);
}

/* Statuses vary, so each code is decided alike whatever 4xx it comes with; a 5xx only if it is no fault half way. */
static void
test_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (const gint64 *code = groups[i].codes; *code != -1; code++)
      {
        gboolean broke = groups[i].failure == CALLBOARD_FAILURE_PROVIDER_DOWN;

        assert_classified (400, *code, groups[i].outcome, groups[i].failure);
        assert_classified (429, *code, groups[i].outcome, groups[i].failure);
        assert_classified (500, *code, broke ? CALLBOARD_OUTCOME_UNKNOWN : groups[i].outcome,
                           broke ? CALLBOARD_FAILURE_UNKNOWN : groups[i].failure);
        g_assert_cmpint (callboard_meta_get_failure (*code), ==, groups[i].failure);
        g_assert_nonnull (callboard_meta_explain (*code));
      }
}

static void
test_unknown_codes (void)
{
  const gint64 codes[] = { G_MININT64, -1, 5, 199, 300, 133011, 999999, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      assert_classified (400, codes[i], CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_UNKNOWN);
      assert_classified (503, codes[i], CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN);
      g_assert_cmpint (callboard_meta_get_failure (codes[i]), ==, CALLBOARD_FAILURE_UNKNOWN);
      g_assert_null (callboard_meta_explain (codes[i]));
    }
}

static void
test_statuses (void)
{
  const struct { guint status; CallboardOutcome outcome; CallboardFailure failure; } cases[] = {
    { 0, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
    { 200, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
    { 302, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
    { 400, CALLBOARD_OUTCOME_FAILED, CALLBOARD_FAILURE_UNKNOWN },
    { 401, CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS },
    { 402, CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_BALANCE },
    { 403, CALLBOARD_OUTCOME_ACCOUNT, CALLBOARD_FAILURE_CREDENTIALS },
    { 408, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_PROVIDER_DOWN },
    { 429, CALLBOARD_OUTCOME_RETRY, CALLBOARD_FAILURE_RATE },
    { 500, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
    { 503, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
    { 600, CALLBOARD_OUTCOME_UNKNOWN, CALLBOARD_FAILURE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CallboardFailure failure;

      g_assert_cmpint (callboard_meta_classify (cases[i].status, 0, FALSE, &failure), ==, cases[i].outcome);
      g_assert_cmpint (failure, ==, cases[i].failure);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meta/errors/codes", test_codes);
  g_test_add_func ("/meta/errors/unknown-codes", test_unknown_codes);
  g_test_add_func ("/meta/errors/statuses", test_statuses);

  return g_test_run ();
}
