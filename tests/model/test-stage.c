/* test-stage.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-clock.h"
#include "callboard-job.h"
#include "callboard-stage.h"

static void
note_cb (GString    *notes,
         GParamSpec *pspec)
{
  g_string_append_printf (notes, "%s ", pspec->name);
}

static void
test_stage (void)
{
  CallboardStage *stage = callboard_stage_new (7);
  CallboardStageRow row = { .id = 7, .job_id = 1, .name = (char *) "Interview", .type = CALLBOARD_STAGE_SCHEDULE,
                            .reason = (char *) "The campaign is empty.", .delay = 20 * CALLBOARD_SECOND };
  g_autoptr(GString) notes = g_string_new (NULL);
  g_autofree char *name = NULL;
  gboolean ready = TRUE;

  callboard_stage_apply (stage, &row);
  g_object_get (stage, "name", &name, "ready", &ready, NULL);
  g_assert_cmpstr (name, ==, "Interview");
  g_assert_false (ready);
  g_assert_cmpstr (callboard_stage_get_row (stage)->reason, ==, "The campaign is empty.");

  g_signal_connect_swapped (stage, "notify", G_CALLBACK (note_cb), notes);
  row.ready = TRUE;
  row.reason = NULL;
  callboard_stage_apply (stage, &row);
  callboard_stage_apply (stage, &row);
  g_assert_cmpuint (notes->len, ==, strlen ("ready reason "));
  g_assert_nonnull (strstr (notes->str, "ready "));
  g_assert_nonnull (strstr (notes->str, "reason "));
  g_assert_cmpstr (callboard_stage_get_row (stage)->reason, ==, "");

  g_assert_finalize_object (stage);
}

static void
test_job (void)
{
  CallboardJob *job = callboard_job_new (2);
  const CallboardJobRow row = { .id = 2, .title = (char *) "Night porter", .open = TRUE, .count = 40, .attention = 3 };
  guint attention;
  g_autofree char *location = NULL;

  callboard_job_apply (job, &row);
  g_object_get (job, "attention", &attention, "location", &location, NULL);
  g_assert_cmpuint (attention, ==, 3);
  g_assert_cmpstr (location, ==, "");
  g_assert_cmpstr (callboard_job_get_row (job)->title, ==, "Night porter");
  g_assert_cmpint (callboard_job_get_id (job), ==, 2);

  g_assert_finalize_object (job);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage/apply", test_stage);
  g_test_add_func ("/job/apply", test_job);

  return g_test_run ();
}
