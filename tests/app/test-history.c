/* test-history.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-campaign-file-actions.h"
#include "callboard-campaign-file.h"
#include "callboard-difference-view.h"
#include "callboard-draft-document.h"
#include "callboard-editor-window.h"
#include "callboard-history-window.h"
#include "callboard-office.h"
#include "callboard-picture.h"
#include "callboard-test-results.h"
#include "callboard-test.h"
#include "callboard-transcript.h"

#define DOCUMENT(welcome, question, more)                                                                        \
  "{\"callboard\": 1, \"language\": \"en\", \"welcome\": {\"text\": \"" welcome "\"}, \"modules\": ["            \
  "{\"id\": \"m1\", \"type\": \"questions\", \"questions\": [{\"id\": \"q1\", \"type\": \"yes_no\", \"text\": \"" question "\"}" \
  more "]}], \"conclusion\": {\"text\": \"Thank you, that is all.\"}}"
#define LICENCE ", {\"id\": \"q2\", \"type\": \"single_choice\", \"text\": \"When could you start?\", \"choices\": [" \
                "{\"id\": \"c1\", \"label\": \"At once\"}, {\"id\": \"c2\", \"label\": \"Within a month\"}]}"
#define FIRST  DOCUMENT ("Hi {{candidate.first_name|there}}, thanks for applying.", "Do you have a driving licence?", "")
#define SECOND DOCUMENT ("Hi {{candidate.first_name|there}}, thanks for applying.", "Do you have a licence for forklifts?", "")
#define THIRD  DOCUMENT ("Hi {{candidate.first_name|there}}, thanks for applying.", "Do you have a licence for forklifts?", LICENCE)
#define DRAFT  DOCUMENT ("Hello {{candidate.first_name|there}}, thank you for applying.", "Do you have a licence for forklifts?", LICENCE)

typedef struct
{
  CallboardTest      *test;
  CallboardOpenDraft *open;
  GtkWindow          *window;
} Fixture;

static char *said;

static void
say (GtkWindow  *window,
     const char *text)
{
  g_free (said);
  said = g_strdup (text);
}

static gboolean
has_said (gpointer data)
{
  return said != NULL;
}

static void
adopt (Fixture    *fixture,
       const char *document)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardDraft) other = callboard_draft_from_document (document, &error);

  g_assert_no_error (error);
  callboard_draft_adopt (callboard_open_draft_get_draft (fixture->open), other, "Edit");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const CallboardStagePlan stages[] = { { "Applied", CALLBOARD_STAGE_FORM, FIRST } };
  CallboardJobPlan plan = { .title = "Warehouse operative", .country = "GB", .stages = stages, .n_stages = 1 };
  g_autoptr(GError) error = NULL;

  fixture->test = callboard_test_new ();
  callboard_test_execute (fixture->test, callboard_job_command_new (&plan));
  callboard_test_execute (fixture->test, callboard_publish_command_new (1, SECOND));
  callboard_test_execute (fixture->test, callboard_publish_command_new (1, THIRD));
  fixture->open = callboard_open_draft_get (fixture->test->store, 1, &error);
  g_assert_no_error (error);
  adopt (fixture, DRAFT);
  fixture->window = GTK_WINDOW (callboard_history_window_new (NULL, fixture->open));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static gboolean
is_saved (gpointer data)
{
  return callboard_open_draft_get_saved (((Fixture *) data)->open);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  callboard_picture_wait (is_gone, fixture);
  callboard_open_draft_save (fixture->open);
  callboard_picture_wait (is_saved, fixture);
  g_object_unref (fixture->open);
  callboard_test_free (fixture->test);
  g_clear_pointer (&said, g_free);
}

static GtkListBox *
find_list (Fixture *fixture)
{
  return callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "version_list");
}

static guint
count_rows (GtkListBox *list)
{
  guint n = 0;

  while (gtk_list_box_get_row_at_index (list, n) != NULL)
    n++;

  return n;
}

static guint
count_lines (Fixture *fixture)
{
  gpointer view = callboard_picture_find (fixture->window, CALLBOARD_TYPE_DIFFERENCE_VIEW, NULL);

  return count_rows (callboard_picture_find (view, GTK_TYPE_LIST_BOX, NULL));
}

static void
choose (Fixture *fixture,
        int      row)
{
  GtkListBoxRow *chosen = gtk_list_box_get_row_at_index (find_list (fixture), row);

  gtk_list_box_select_row (find_list (fixture), chosen);
  g_signal_emit_by_name (find_list (fixture), "row-activated", chosen);
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  gpointer compare = callboard_picture_find (fixture->window, GTK_TYPE_DROP_DOWN, "compare");

  g_assert_cmpuint (count_rows (find_list (fixture)), ==, 4);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  callboard_picture_show (fixture->window, "history-draft");

  choose (fixture, 1);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  callboard_picture_show (fixture->window, "history-added");
  choose (fixture, 2);
  g_assert_cmpuint (count_lines (fixture), ==, 1);
  callboard_picture_show (fixture->window, "history-changed");
  choose (fixture, 3);
  g_assert_cmpuint (count_lines (fixture), ==, 4);
  callboard_picture_show (fixture->window, "history-first");

  gtk_drop_down_set_selected (compare, 1);
  g_assert_cmpuint (count_lines (fixture), ==, 3);
  callboard_picture_show (fixture->window, "history-to-draft");
}

static void
assert_draft (Fixture    *fixture,
              const char *document)
{
  g_autoptr(CallboardDraft) expected = callboard_draft_from_document (document, NULL);
  g_autofree char *wanted = callboard_draft_to_document (expected);
  g_autofree char *draft = callboard_draft_to_document (callboard_open_draft_get_draft (fixture->open));

  g_assert_cmpstr (draft, ==, wanted);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  callboard_picture_show (fixture->window, "history-restore");
  choose (fixture, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "history.restore", NULL));
  assert_draft (fixture, FIRST);
  g_assert_cmpuint (gtk_list_box_row_get_index (gtk_list_box_get_selected_row (find_list (fixture))), ==, 0);
  g_assert_cmpuint (count_lines (fixture), ==, 2);

  g_assert_true (callboard_draft_undo (callboard_open_draft_get_draft (fixture->open)));
  assert_draft (fixture, DRAFT);
}

static char *
write_transcript (const char *text)
{
  CallboardTranscriptLine line = { .kind = CALLBOARD_TRANSCRIPT_SAID, .text = (char *) text };
  g_autoptr(GPtrArray) lines = g_ptr_array_new ();

  if (text != NULL)
    g_ptr_array_add (lines, &line);

  return callboard_transcript_to_json (lines);
}

static gboolean
insert_tests (gpointer           data,
              CallboardDb       *db,
              gint64             now,
              CallboardChanges  *changes,
              GError           **error)
{
  g_autofree char *other = write_transcript ("Where do you live?");
  g_autofree char *same = write_transcript (NULL);
  static const char sql[] = "INSERT INTO rehearsal_test (campaign_id, name, events, transcript, recorded_at)"
                            " VALUES (1, $1, '{\"events\":[]}', $2, 1)";

  callboard_changes_add (changes, CALLBOARD_CHANGED_CAMPAIGNS);

  return callboard_db_run (db, error, sql, "ss", "Ada <says> no", other) &&
         callboard_db_run (db, error, sql, "ss", "Grace", same);
}

static gboolean
shows_results (gpointer data)
{
  GtkWidget *results = callboard_picture_find (((Fixture *) data)->window, CALLBOARD_TYPE_TEST_RESULTS, NULL);

  return gtk_widget_get_visible (results);
}

/* Recorded while the window is open: they are played on the draft, and only on it. */
static void
test_recorded (Fixture       *fixture,
               gconstpointer  data)
{
  gpointer group;

  g_assert_false (shows_results (fixture));
  callboard_test_execute (fixture->test, callboard_command_new ("tests", insert_tests, g_strdup (""), g_free));
  callboard_picture_wait (shows_results, fixture);
  group = callboard_picture_find (fixture->window, ADW_TYPE_PREFERENCES_GROUP, NULL);
  g_assert_cmpstr (adw_preferences_group_get_title (group), ==, "1 of 2 recorded rehearsals says something else now");
  adw_expander_row_set_expanded (callboard_picture_find (group, ADW_TYPE_EXPANDER_ROW, NULL), TRUE);
  callboard_picture_show (fixture->window, "history-tests");

  choose (fixture, 2);
  g_assert_false (shows_results (fixture));
}

static guint
count_dialogs (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      n += ADW_IS_MESSAGE_DIALOG (window);
    }

  return n;
}

static gboolean
has_dialog (gpointer data)
{
  return count_dialogs () > 0;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->test->directory, "other.callboard-campaign", NULL);
  g_autofree char *foreign = g_build_filename (fixture->test->directory, "letter.pdf", NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) letter = g_file_new_for_path (foreign);
  g_autoptr(GError) error = NULL;

  callboard_picture_show (fixture->window, "history-import");
  callboard_campaign_file_export (fixture->test->directory, SECOND, path, NULL, &error);
  g_assert_no_error (error);
  callboard_campaign_file_load (fixture->window, fixture->open, file, say);
  callboard_picture_wait (has_said, NULL);
  assert_draft (fixture, SECOND);
  g_assert_true (callboard_draft_undo (callboard_open_draft_get_draft (fixture->open)));
  assert_draft (fixture, DRAFT);

  g_assert_true (g_file_set_contents (foreign, "%PDF-1.7", -1, NULL));
  callboard_campaign_file_load (fixture->window, fixture->open, letter, say);
  callboard_picture_wait (has_dialog, NULL);
  assert_draft (fixture, DRAFT);
}

static void
use_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), APP_PATH "/icons");
}

static CallboardHistoryWindow *
find_window_of (GtkWindow *parent)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CALLBOARD_IS_HISTORY_WINDOW (window) && gtk_window_get_transient_for (window) == parent)
        return CALLBOARD_HISTORY_WINDOW (window);
    }

  return NULL;
}

static void
test_editor (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *editor = GTK_WINDOW (callboard_editor_window_new (NULL, fixture->open));
  CallboardHistoryWindow *history;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (editor), "campaign.history", NULL));
  history = find_window_of (editor);
  g_assert_nonnull (history);
  callboard_picture_show (GTK_WINDOW (history), "history-of-editor");
  gtk_window_destroy (GTK_WINDOW (history));
  gtk_window_destroy (editor);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  use_style ();

  g_test_add ("/history/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/history/restore", Fixture, NULL, set_up, test_restore, tear_down);
  g_test_add ("/history/recorded", Fixture, NULL, set_up, test_recorded, tear_down);
  g_test_add ("/history/editor", Fixture, NULL, set_up, test_editor, tear_down);
  g_test_add ("/history/import", Fixture, NULL, set_up, test_import, tear_down);

  return g_test_run ();
}
