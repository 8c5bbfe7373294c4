/* test-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-board-private.h"
#include "callboard-test-office.h"
#include "callboard-trouble-window.h"
#include "callboard-why-row.h"
#include "callboard-why-window.h"
#include "callboard-window-private.h"

#define ANNA "+447700900001"

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Iterates until @condition holds, for ten seconds at most. */
#define wait_for(condition)                                             \
  G_STMT_START {                                                        \
    gint64 end_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC;        \
    while (!(condition) && g_get_monotonic_time () < end_)              \
      {                                                                 \
        g_main_context_iteration (NULL, FALSE);                         \
        g_usleep (1000);                                                \
      }                                                                 \
    g_assert_true (condition);                                          \
  } G_STMT_END

/* The office does not send here: what leaves is not this test's matter. */
static CallboardWindow *
open_window (CallboardTestOffice *office)
{
  g_autoptr(CallboardContext) context = callboard_context_new (office->test->store);
  CallboardWindow *window = callboard_window_new (NULL, context);

  gtk_window_present (GTK_WINDOW (window));
  settle ();

  return window;
}

static void
close_window (CallboardWindow *window)
{
  gtk_window_close (GTK_WINDOW (window));
  settle ();
}

static void
test_pages (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardWindow *window = open_window (office);

  g_assert_cmpint (callboard_window_get_job (window), ==, office->job);
  g_assert_cmpint (callboard_shell_get_page (window->shell), ==, CALLBOARD_SHELL_EMPTY_JOB);

  callboard_test_office_add (office, "Anna", ANNA);
  wait_for (callboard_shell_get_page (window->shell) == CALLBOARD_SHELL_BOARD);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-tray", NULL));
  g_assert_cmpint (callboard_shell_get_page (window->shell), ==, CALLBOARD_SHELL_TRAY);
  callboard_window_open_job (window, office->job);
  g_assert_cmpint (callboard_shell_get_page (window->shell), ==, CALLBOARD_SHELL_BOARD);

  close_window (window);
}

static void
test_empty_program (void)
{
  g_autoptr(CallboardTest) test = callboard_test_new ();
  g_autoptr(CallboardContext) context = callboard_context_new (test->store);
  CallboardWindow *window = callboard_window_new (NULL, context);

  gtk_window_present (GTK_WINDOW (window));
  settle ();
  g_assert_cmpint (callboard_window_get_job (window), ==, 0);
  g_assert_cmpint (callboard_shell_get_page (window->shell), ==, CALLBOARD_SHELL_EMPTY_PROGRAM);

  close_window (window);
}

/* The board asks, the window moves, and undo brings the card back. */
static void
test_move_and_undo (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardWindow *window = open_window (office);

  callboard_window_move (window, &anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT);
  wait_for (callboard_test_number (office->test, "SELECT stage_id FROM application") == office->form);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  wait_for (callboard_test_number (office->test, "SELECT stage_id FROM application") == office->review);

  /* Back where it came from: the drop is taken back, nothing of the stage before is sent. */
  callboard_window_move (window, &anna, 1, office->form, 0, CALLBOARD_MOVE_DEFAULT);
  wait_for (callboard_test_number (office->test, "SELECT stage_id FROM application") == office->form);
  callboard_window_move (window, &anna, 1, office->review, 0, CALLBOARD_MOVE_DEFAULT);
  wait_for (callboard_test_number (office->test, "SELECT stage_id FROM application") == office->review);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM batch WHERE undone_at IS NOT NULL", ==, 2);
  callboard_test_assert_number (office->test, "SELECT count(*) FROM message WHERE state = 'waiting'", ==, 0);

  close_window (window);
}

static void
test_folds (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  CallboardWindow *window;
  GArray *folded;

  callboard_test_office_add (office, "Anna", ANNA);
  window = open_window (office);
  gtk_widget_activate_action (GTK_WIDGET (callboard_board_find_column (window->board, office->form)), "column.fold", NULL);
  close_window (window);

  window = open_window (office);
  g_assert_true (callboard_column_get_folded (callboard_board_find_column (window->board, office->form)));
  g_assert_false (callboard_column_get_folded (callboard_board_find_column (window->board, office->review)));
  gtk_widget_activate_action (GTK_WIDGET (callboard_board_find_column (window->board, office->form)), "column.unfold", NULL);
  close_window (window);

  window = open_window (office);
  folded = callboard_board_get_folded (window->board);
  g_assert_cmpuint (folded->len, ==, 0);
  close_window (window);
}

static void
test_details (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardWindow *window;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, ANNA, "Is it far?");
  callboard_test_office_reply (office, ANNA, "STOP");

  window = open_window (office);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.open-application", "x", anna));
  g_assert_cmpint (callboard_details_panel_get_application (window->details), ==, anna);
  wait_for (callboard_test_number (office->test, "SELECT unread FROM application") == 0);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.close-details", NULL));
  g_assert_cmpint (callboard_details_panel_get_application (window->details), ==, 0);

  close_window (window);
}

static gboolean
has_words (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_label (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (!GTK_IS_POPOVER (child) && has_words (child))
        return TRUE;
    }

  return FALSE;
}

/* A button that shows only an icon has to say what it does. */
static void
check_names (GtkWidget *widget)
{
  gboolean ours = GTK_IS_BUTTON (widget) && gtk_widget_get_visible (widget) &&
                  gtk_widget_get_ancestor (widget, GTK_TYPE_WINDOW_CONTROLS) == NULL &&
                  gtk_widget_get_ancestor (widget, GTK_TYPE_MENU_BUTTON) == NULL;

  if ((ours || GTK_IS_MENU_BUTTON (widget)) && !has_words (widget) &&
      !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    g_error ("A %s in a %s (%s) has no name", G_OBJECT_TYPE_NAME (widget),
             G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)), gtk_widget_get_tooltip_text (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static GtkWidget *
find_child (GtkWidget *widget,
            GType      type)
{
  GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (widget, type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_child (child, type);

  return found;
}

static GtkWindow *
find_toplevel (GType type)
{
  g_autoptr(GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    {
      if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type))
        return l->data;
    }

  return NULL;
}

static guint
count_rows (GtkWindow *window)
{
  GtkWidget *row = find_child (GTK_WIDGET (window), CALLBOARD_TYPE_WHY_ROW);
  guint n_rows = 0;

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    n_rows++;

  return n_rows;
}

/* Why a campaign did what it did, a row for each thing that happened; nothing is told where nothing was sent. */
static void
test_why (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  gint64 ben = callboard_test_office_add (office, "Ben", "+447700900002");
  CallboardWindow *window;
  GtkWindow *why;

  callboard_test_office_move (office, anna, office->form);
  callboard_test_advance (office->test, 20 * CALLBOARD_SECOND);
  g_free (callboard_test_office_send (office));
  callboard_test_office_reply (office, ANNA, "yes");

  window = open_window (office);
  callboard_window_show_details (window, ben);
  gtk_widget_activate_action (GTK_WIDGET (window->details), "details.why", NULL);
  g_assert_null (find_toplevel (CALLBOARD_TYPE_WHY_WINDOW));

  callboard_window_show_details (window, anna);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window->details), "details.why", NULL));
  why = find_toplevel (CALLBOARD_TYPE_WHY_WINDOW);
  g_assert_nonnull (why);
  g_assert_cmpuint (count_rows (why), ==, 2);

  gtk_window_close (why);
  close_window (window);
}

static void
test_names (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardWindow *window = open_window (office);

  callboard_window_show_details (window, anna);
  settle ();
  check_names (GTK_WIDGET (window));

  close_window (window);
}

/* interface.md: 360 px wide upwards. The window buttons of this desktop are not ours to count. */
static void
test_narrow (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);
  CallboardWindow *window;
  int least;

  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", NULL);
  window = open_window (office);
  callboard_window_show_details (window, anna);
  settle ();
  gtk_widget_measure (GTK_WIDGET (window->shell), GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  g_assert_cmpint (least, <=, 360);

  close_window (window);
}

static void
test_closes_whole (void)
{
  g_autoptr(CallboardTestOffice) office = callboard_test_office_new ();
  gint64 anna = callboard_test_office_add (office, "Anna", ANNA);

  callboard_test_office_move (office, anna, office->form);

  for (guint i = 0; i < 3; i++)
    {
      CallboardWindow *window = open_window (office);
      GObject *parts[] = {
        G_OBJECT (window), G_OBJECT (window->shell), G_OBJECT (window->board), G_OBJECT (window->details),
        G_OBJECT (window->tray), G_OBJECT (window->pool), G_OBJECT (window->ticker), G_OBJECT (window->move_toast),
        G_OBJECT (window->stages), G_OBJECT (window->jobs),
      };
      GWeakRef refs[G_N_ELEMENTS (parts)];

      callboard_window_show_tray (window);
      callboard_window_open_job (window, office->job);
      callboard_window_show_details (window, anna);
      settle ();

      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        g_weak_ref_init (&refs[j], parts[j]);
      close_window (window);
      for (guint j = 0; j < G_N_ELEMENTS (parts); j++)
        {
          g_autoptr(GObject) left = g_weak_ref_get (&refs[j]);

          if (left != NULL)
            g_error ("%s is still there", G_OBJECT_TYPE_NAME (left));
          g_weak_ref_clear (&refs[j]);
        }
    }
}

static void
test_trouble (void)
{
  g_autoptr(GError) error = g_error_new_literal (CALLBOARD_STORE_ERROR, CALLBOARD_STORE_ERROR_LOCKED, "In <use> & so");
  GtkWindow *window = GTK_WINDOW (callboard_trouble_window_new (NULL, "/nowhere", error));

  gtk_window_present (window);
  settle ();
  gtk_window_close (window);
  settle ();
}

/* As AdwApplication does. */
static void
load_style (void)
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
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");

  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 77;
    }
  adw_init ();
  load_style ();

  g_test_add_func ("/window/pages", test_pages);
  g_test_add_func ("/window/empty-program", test_empty_program);
  g_test_add_func ("/window/move-and-undo", test_move_and_undo);
  g_test_add_func ("/window/details", test_details);
  g_test_add_func ("/window/why", test_why);
  g_test_add_func ("/window/folds", test_folds);
  g_test_add_func ("/window/names", test_names);
  g_test_add_func ("/window/narrow", test_narrow);
  g_test_add_func ("/window/closes-whole", test_closes_whole);
  g_test_add_func ("/window/trouble", test_trouble);

  return g_test_run ();
}
