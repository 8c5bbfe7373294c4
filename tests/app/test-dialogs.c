/* test-dialogs.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-add-dialog.h"
#include "callboard-import-dialog.h"
#include "callboard-import-rows.h"
#include "callboard-job-dialog.h"
#include "callboard-notice.h"
#include "callboard-picture.h"
#include "callboard-preferences.h"
#include "callboard-test-office.h"

/* The form that a test closes at its end, and what it said. */
typedef struct
{
  CallboardTestOffice *office;
  GtkWindow           *window;
  gint64               created;
  guint                n_added;
  guint                n_sending;
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
  callboard_test_office_free (fixture->office);
}

static void
take (Fixture  *fixture,
      gpointer  window)
{
  fixture->window = window;
  g_object_add_weak_pointer (window, (gpointer *) &fixture->window);
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
wait_until_gone (Fixture *fixture)
{
  callboard_picture_wait (is_gone, fixture);
}

static gboolean
has_notice (gpointer data)
{
  CallboardNotice *notice = callboard_picture_find (((Fixture *) data)->window, CALLBOARD_TYPE_NOTICE, "notice");

  return callboard_notice_get_text (notice) != NULL;
}

static void
close_window (Fixture *fixture)
{
  gtk_window_close (fixture->window);
  wait_until_gone (fixture);
}

static void
type (Fixture    *fixture,
      const char *name,
      const char *text)
{
  gtk_editable_set_text (callboard_picture_find (fixture->window, GTK_TYPE_EDITABLE, name), text);
}

static void
switch_on (Fixture    *fixture,
           const char *name,
           gboolean    on)
{
  gtk_switch_set_active (callboard_picture_find (fixture->window, GTK_TYPE_SWITCH, name), on);
}

static gboolean
is_on (Fixture    *fixture,
       const char *name)
{
  GtkSwitch *found = callboard_picture_find (fixture->window, GTK_TYPE_SWITCH, name);

  return gtk_switch_get_active (found) && gtk_widget_is_sensitive (GTK_WIDGET (found));
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static void
on_created_cb (Fixture *fixture,
               gint64   job)
{
  fixture->created = job;
}

static void
test_job (Fixture       *fixture,
          gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  g_autofree char *sql = NULL;

  take (fixture, callboard_job_dialog_new (NULL, test->store));
  g_signal_connect_swapped (fixture->window, "created", G_CALLBACK (on_created_cb), fixture);
  callboard_picture_show (fixture->window, "job-ways");
  g_signal_emit_by_name (callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "scratch_list"), "row-activated",
                         gtk_list_box_get_row_at_index (callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX,
                                                                                "scratch_list"), 0));
  callboard_picture_show (fixture->window, "job");

  activate (fixture, "job.create");
  g_assert_nonnull (fixture->window);

  type (fixture, "title", "Baker");
  type (fixture, "location", "Leeds");
  activate (fixture, "job.create");
  wait_until_gone (fixture);

  g_assert_cmpint (fixture->created, >, 0);
  sql = g_strdup_printf ("SELECT count (*) FROM stage LEFT JOIN campaign ON campaign.id = campaign_id WHERE job_id = %"
                         G_GINT64_FORMAT " AND problem IS NULL", fixture->created);
  callboard_test_assert_number (test, sql, ==, 6);
}

static void
on_added_cb (Fixture                     *fixture,
             const CallboardImportResult *result)
{
  fixture->n_added += result->n_added;
  fixture->n_sending += result->move.n_sending;
}

static void
test_add (Fixture       *fixture,
          gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;

  take (fixture, callboard_add_dialog_new (NULL, test->store, fixture->office->job, fixture->office->form));
  g_signal_connect_swapped (fixture->window, "added", G_CALLBACK (on_added_cb), fixture);
  type (fixture, "first_name", "Ada");
  type (fixture, "last_name", "Lovelace");
  type (fixture, "phone", "0770");
  callboard_picture_show (fixture->window, "add-wrong");
  g_assert_cmpint (fixture->n_added, ==, 0);

  type (fixture, "phone", "07700 900123");
  adw_combo_row_set_selected (callboard_picture_find (fixture->window, ADW_TYPE_COMBO_ROW, "stage"), 0);
  g_assert_false (is_on (fixture, "sends"));
  callboard_picture_show (fixture->window, "add-review");
  adw_combo_row_set_selected (callboard_picture_find (fixture->window, ADW_TYPE_COMBO_ROW, "stage"), 1);
  g_assert_true (is_on (fixture, "sends"));
  switch_on (fixture, "consent", TRUE);
  type (fixture, "source", "Application form");
  callboard_picture_show (fixture->window, "add");
  activate (fixture, "person.add");
  wait_until_gone (fixture);

  g_assert_cmpuint (fixture->n_added, ==, 1);
  g_assert_cmpuint (fixture->n_sending, ==, 1);
  callboard_test_assert_number (test, "SELECT count (*) FROM candidate WHERE phone = '+447700900123'", ==, 1);
}

/* Somebody who is in the job stays as they are, and the form says so. */
static void
test_add_present (Fixture       *fixture,
                  gconstpointer  data)
{
  callboard_test_office_add (fixture->office, "Ida", "+447700900124");
  take (fixture, callboard_add_dialog_new (NULL, fixture->office->test->store, fixture->office->job, 0));
  g_signal_connect_swapped (fixture->window, "added", G_CALLBACK (on_added_cb), fixture);
  type (fixture, "first_name", "Ida");
  type (fixture, "phone", "+447700900124");
  callboard_picture_show (fixture->window, "add-present");
  activate (fixture, "person.add");
  callboard_picture_wait (has_notice, fixture);

  g_assert_cmpuint (fixture->n_added, ==, 0);
  close_window (fixture);
}

typedef struct
{
  Fixture    *fixture;
  const char *page;
} Page;

static gboolean
is_page (gpointer data)
{
  Page *page = data;
  GtkStack *stack = callboard_picture_find (page->fixture->window, GTK_TYPE_STACK, "stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), page->page) == 0;
}

static void
wait_for_page (Fixture    *fixture,
               const char *name)
{
  callboard_picture_wait (is_page, &(Page) { fixture, name });
}

static GFile *
write_file (Fixture    *fixture,
            const char *text)
{
  g_autofree char *path = g_build_filename (fixture->office->test->directory, "people.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

#define PEOPLE \
  "First name,Last name,Mobile,Stage\n" \
  "Ada,Lovelace,07700 900201,Form\n" \
  "Grace,Hopper,07700 900202,2\n" \
  "Katherine,Johnson,+44 7700 900203,form\n" \
  "Alan,Turing,12,\n" \
  ",,07700 900204,\n" \
  "Mary,Jackson,07700 900201,\n" \
  "Edith,Clarke,07700 900205,Nowhere\n" \
  "Annie,Easley,07700 900206,Form\n"

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GFile) file = write_file (fixture, PEOPLE);
  CallboardImportDialog *dialog = callboard_import_dialog_new (NULL, fixture->office->test->store, fixture->office->job);

  take (fixture, dialog);
  g_signal_connect_swapped (dialog, "imported", G_CALLBACK (on_added_cb), fixture);
  callboard_picture_show (fixture->window, "import-file");
  callboard_import_dialog_open (dialog, file);
  wait_for_page (fixture, "columns");
  callboard_picture_show (fixture->window, "import-columns");
  activate (fixture, "import.next");
  wait_for_page (fixture, "check");
  callboard_picture_show (fixture->window, "import-check");
  gtk_toggle_button_set_active (callboard_picture_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "invalid_only"), FALSE);
  callboard_picture_show (fixture->window, "import-check-all");
  activate (fixture, "import.next");
  wait_for_page (fixture, "consent");
  switch_on (fixture, "consent", TRUE);
  type (fixture, "source", "Application form");
  switch_on (fixture, "sends", TRUE);
  callboard_picture_show (fixture->window, "import-consent");
  activate (fixture, "import.next");
  wait_for_page (fixture, "result");
  callboard_picture_show (fixture->window, "import-result");

  g_assert_cmpuint (fixture->n_added, ==, 4);
  g_assert_cmpuint (fixture->n_sending, ==, 4);
  close_window (fixture);
}

/* A row that was corrected stays in sight until the invalid ones are asked for again. */
static void
test_import_corrected (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GFile) file = write_file (fixture, PEOPLE);
  CallboardImportDialog *dialog = callboard_import_dialog_new (NULL, fixture->office->test->store, fixture->office->job);
  g_autoptr(CallboardImportItem) item = NULL;
  GtkToggleButton *toggle;
  GListModel *rows;
  guint n_invalid;

  take (fixture, dialog);
  gtk_window_present (fixture->window);
  callboard_import_dialog_open (dialog, file);
  wait_for_page (fixture, "columns");
  activate (fixture, "import.next");
  wait_for_page (fixture, "check");

  toggle = callboard_picture_find (dialog, GTK_TYPE_TOGGLE_BUTTON, "invalid_only");
  rows = G_LIST_MODEL (gtk_list_view_get_model (callboard_picture_find (dialog, GTK_TYPE_LIST_VIEW, "invalid")));
  n_invalid = g_list_model_get_n_items (rows);
  g_assert_true (gtk_toggle_button_get_active (toggle));
  g_assert_cmpuint (n_invalid, >, 1);

  item = g_list_model_get_item (rows, 0);
  callboard_import_item_set_cell (item, CALLBOARD_IMPORT_PHONE, "07700 900299");
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n_invalid);
  gtk_toggle_button_set_active (toggle, FALSE);
  gtk_toggle_button_set_active (toggle, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, n_invalid - 1);
  close_window (fixture);
}

/* Nothing is half done after a cancel. */
static void
test_import_cancelled (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr(GString) csv = g_string_new ("Name,Phone\n");
  CallboardImportDialog *dialog = callboard_import_dialog_new (NULL, fixture->office->test->store, fixture->office->job);
  g_autoptr(GFile) file = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (csv, "Ada Lovelace,+447700900%03u\n", i);
  file = write_file (fixture, csv->str);

  take (fixture, dialog);
  callboard_picture_show (fixture->window, "import-many");
  callboard_import_dialog_open (dialog, file);
  wait_for_page (fixture, "columns");
  activate (fixture, "import.next");
  wait_for_page (fixture, "check");
  activate (fixture, "import.next");
  activate (fixture, "import.next");
  g_assert_true (is_page (&(Page) { fixture, "running" }));
  activate (fixture, "import.stop");
  wait_for_page (fixture, "consent");
  g_assert_true (has_notice (fixture));
  callboard_picture_show (fixture->window, "import-cancelled");
  callboard_test_assert_number (fixture->office->test, "SELECT count (*) FROM candidate", ==, 0);
  close_window (fixture);
}

static void
test_import_broken (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr(GFile) file = write_file (fixture, "");
  CallboardImportDialog *dialog = callboard_import_dialog_new (NULL, fixture->office->test->store, fixture->office->job);

  take (fixture, dialog);
  callboard_picture_show (fixture->window, "import-empty");
  callboard_import_dialog_open (dialog, file);
  g_assert_true (is_page (&(Page) { fixture, "reading" }));
  wait_for_page (fixture, "file");
  callboard_picture_show (fixture->window, "import-broken");
  close_window (fixture);
}

static gboolean
is_kept (gpointer data)
{
  g_autofree char *hours = callboard_test_text (data, "SELECT value FROM setting WHERE name = 'send-hours'");
  g_autofree char *company = callboard_test_text (data, "SELECT value FROM setting WHERE name = 'company'");

  return g_strcmp0 (hours, "480-1140-31") == 0 && g_strcmp0 (company, "Example Ltd") == 0;
}

static void
test_preferences (Fixture       *fixture,
                  gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;

  callboard_test_execute (test, callboard_account_command_new (0, CALLBOARD_PROVIDER_TWILIO, "Leeds & York",
                                                               "{\"from\": \"+447700900300\"}"));
  callboard_test_execute (test, callboard_account_state_command_new (1, "paused", "Twilio refuses the credentials."));
  take (fixture, callboard_preferences_new (NULL, test->store));
  callboard_picture_show (fixture->window, "preferences");

  adw_combo_row_set_selected (callboard_picture_find (fixture->window, ADW_TYPE_COMBO_ROW, "start"), 16);
  type (fixture, "company", "Example Ltd");
  callboard_picture_wait (is_kept, test);

  callboard_preferences_show_accounts (CALLBOARD_PREFERENCES (fixture->window));
  callboard_picture_show (fixture->window, "preferences-accounts");
  close_window (fixture);
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

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  /* No bus, and so nobody who keeps secrets: one that is started on demand asks for a password. */
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent", TRUE);
  adw_init ();
  use_style ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/dialogs/add", test_add);
  ADD ("/dialogs/add/present", test_add_present);
  ADD ("/dialogs/import", test_import);
  ADD ("/dialogs/import/broken", test_import_broken);
  ADD ("/dialogs/import/cancelled", test_import_cancelled);
  ADD ("/dialogs/import/corrected", test_import_corrected);
  ADD ("/dialogs/job", test_job);
  ADD ("/dialogs/preferences", test_preferences);

  return g_test_run ();
}
