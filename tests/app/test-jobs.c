/* test-jobs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-job-dialog.h"
#include "callboard-job-editor.h"
#include "callboard-picture.h"
#include "callboard-stage-editor.h"
#include "callboard-test-office.h"

typedef struct
{
  CallboardTestOffice *office;
  GtkWindow           *window;
  gint64               created;
  const char          *sql;
  gint64               expected;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->office = callboard_test_office_new ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_null (fixture->window);

  /* Answers of commands that are still on their way hold the store. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  callboard_test_office_free (fixture->office);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static gboolean
is_so (gpointer data)
{
  Fixture *fixture = data;

  return callboard_test_number (fixture->office->test, fixture->sql) == fixture->expected;
}

static void
wait_for (Fixture    *fixture,
          const char *sql,
          gint64      expected)
{
  fixture->sql = sql;
  fixture->expected = expected;
  callboard_picture_wait (is_so, fixture);
}

static void
take (Fixture  *fixture,
      gpointer  window)
{
  fixture->window = window;
  g_object_add_weak_pointer (window, (gpointer *) &fixture->window);
}

static void
on_created_cb (Fixture *fixture,
               gint64   job)
{
  fixture->created = job;
}

static void
test_from_template (Fixture       *fixture,
                    gconstpointer  data)
{
  GtkListBox *templates;

  take (fixture, callboard_job_dialog_new (NULL, fixture->office->test->store));
  g_signal_connect_swapped (fixture->window, "created", G_CALLBACK (on_created_cb), fixture);
  callboard_picture_show (fixture->window, "job-ways-all");

  templates = callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "templates_list");
  g_assert_nonnull (gtk_list_box_get_row_at_index (templates, 3));
  g_assert_null (gtk_list_box_get_row_at_index (templates, 4));
  g_signal_emit_by_name (templates, "row-activated", gtk_list_box_get_row_at_index (templates, 0));
  callboard_picture_show (fixture->window, "job-from-template");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "job.create", NULL));
  callboard_picture_wait (is_gone, fixture);

  g_assert_cmpint (fixture->created, >, 0);
  callboard_test_assert_number (fixture->office->test, "SELECT count(*) FROM campaign WHERE source_id IS NOT NULL", ==, 6);
}

static void
test_copy (Fixture       *fixture,
           gconstpointer  data)
{
  GtkListBox *copies;

  take (fixture, callboard_job_dialog_new (NULL, fixture->office->test->store));
  g_signal_connect_swapped (fixture->window, "created", G_CALLBACK (on_created_cb), fixture);
  copies = callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "copies_list");
  g_signal_emit_by_name (copies, "row-activated", gtk_list_box_get_row_at_index (copies, 0));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "job.create", NULL));
  callboard_picture_wait (is_gone, fixture);

  g_assert_cmpint (fixture->created, >, fixture->office->job);
  callboard_test_assert_number (fixture->office->test, "SELECT count(*) FROM stage", ==, 6);
}

static CallboardStageEditor *
get_stage (Fixture *fixture,
           int      position)
{
  GtkListBox *stages = callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "stages");

  return CALLBOARD_STAGE_EDITOR (gtk_list_box_get_row_at_index (stages, position));
}

static void
act (CallboardStageEditor *stage,
     const char           *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (stage), action, NULL));
}

static void
test_stages (Fixture       *fixture,
             gconstpointer  data)
{
  CallboardTestOffice *office = fixture->office;

  take (fixture, callboard_job_editor_new (NULL, office->test->store, office->job));
  callboard_job_editor_show_stage (CALLBOARD_JOB_EDITOR (fixture->window), office->form);
  callboard_picture_show (fixture->window, "job-stages");
  g_assert_cmpint (callboard_stage_editor_get_id (get_stage (fixture, 1)), ==, office->form);

  act (get_stage (fixture, 1), "stage.move-up");
  wait_for (fixture, "SELECT position FROM stage WHERE name = 'Form'", 0);
  callboard_picture_show (fixture->window, "job-stages-moved");
  g_assert_cmpint (callboard_stage_editor_get_id (get_stage (fixture, 0)), ==, office->form);

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "job.add-stage", "s", "schedule");
  wait_for (fixture, "SELECT count(*) FROM stage WHERE type = 'schedule' AND position = 3", 1);

  act (get_stage (fixture, 1), "stage.remove");
  wait_for (fixture, "SELECT count(*) FROM stage WHERE removed_at IS NOT NULL", 1);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "job.restore-stage", "x", office->review);
  wait_for (fixture, "SELECT count(*) FROM stage WHERE removed_at IS NOT NULL", 0);

  adw_combo_row_set_selected (callboard_picture_find (get_stage (fixture, 0), ADW_TYPE_COMBO_ROW, "type"),
                              CALLBOARD_STAGE_ASSESSMENT);
  wait_for (fixture, "SELECT count(*) FROM stage WHERE type = 'assessment'", 1);
  gtk_window_close (fixture->window);
  callboard_picture_wait (is_gone, fixture);
}

static void
test_details (Fixture       *fixture,
              gconstpointer  data)
{
  GtkEditable *title;

  take (fixture, callboard_job_editor_new (NULL, fixture->office->test->store, fixture->office->job));
  callboard_picture_show (fixture->window, "job-details");
  title = callboard_picture_find (fixture->window, ADW_TYPE_ENTRY_ROW, "title");
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Driver");
  gtk_editable_set_text (title, "Lorry driver");
  g_signal_emit_by_name (title, "apply");
  wait_for (fixture, "SELECT count(*) FROM job WHERE title = 'Lorry driver'", 1);
  gtk_window_close (fixture->window);
  callboard_picture_wait (is_gone, fixture);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/jobs-window/from-template", test_from_template);
  ADD ("/jobs-window/copy", test_copy);
  ADD ("/jobs-window/stages", test_stages);
  ADD ("/jobs-window/details", test_details);

  return g_test_run ();
}
