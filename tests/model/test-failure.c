/* test-failure.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-failure.h"

static void
test_every_failure_has_words (void)
{
  g_autoptr(GEnumClass) klass = g_type_class_ref (CALLBOARD_TYPE_FAILURE);

  for (guint i = 1; i < klass->n_values; i++)
    {
      CallboardFailure failure = klass->values[i].value;

      g_assert_cmpstr (callboard_failure_get_words (failure), !=, "");
      g_assert_cmpstr (callboard_failure_get_advice (failure), !=, "");
    }

  g_assert_cmpstr (callboard_failure_get_words (CALLBOARD_FAILURE_NONE), ==, "");
  g_assert_cmpstr (callboard_failure_get_advice (CALLBOARD_FAILURE_NONE), ==, "");
}

static void
test_remedies (void)
{
  g_assert_cmpint (callboard_failure_get_remedy (CALLBOARD_FAILURE_WRONG_NUMBER), ==, CALLBOARD_REMEDY_NUMBER);
  g_assert_cmpint (callboard_failure_get_remedy (CALLBOARD_FAILURE_PROVIDER_DOWN), ==, CALLBOARD_REMEDY_SEND_AGAIN);
  g_assert_cmpint (callboard_failure_get_remedy (CALLBOARD_FAILURE_OPTED_OUT), ==, CALLBOARD_REMEDY_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  g_test_add_func ("/failure/words", test_every_failure_has_words);
  g_test_add_func ("/failure/remedies", test_remedies);

  return g_test_run ();
}
