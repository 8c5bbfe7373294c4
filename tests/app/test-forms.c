/* test-forms.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <unistd.h>

#include "callboard-draft-document.h"
#include "callboard-draft-kind.h"
#include "callboard-field-set.h"
#include "callboard-fields.h"
#include "callboard-file-field.h"
#include "callboard-files.h"
#include "callboard-form.h"
#include "callboard-node-list.h"
#include "callboard-notice.h"
#include "callboard-picture.h"
#include "callboard-problem.h"
#include "callboard-text-field.h"

typedef struct
{
  CallboardDraft *draft;
  CallboardForm  *form;
  GListStore     *problems;
  GtkWindow      *window;
} Fixture;

static void
load (Fixture    *fixture,
      const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "campaigns", name, NULL);
  g_autofree char *document = NULL;
  g_autoptr(GError) error = NULL;

  g_file_get_contents (path, &document, NULL, &error);
  g_assert_no_error (error);
  fixture->draft = callboard_draft_from_document (document, &error);
  g_assert_no_error (error);
}

static void
load_style (void)
{
  g_autoptr(GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, APP_PATH "/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  load (fixture, data);
  fixture->problems = g_list_store_new (CALLBOARD_TYPE_PROBLEM);
  fixture->form = g_object_new (CALLBOARD_TYPE_FORM, "hexpand", TRUE, "vexpand", TRUE, NULL);
  callboard_form_set_place (fixture->form,
                            g_str_equal (data, "schedule.json") ? CALLBOARD_STAGE_SCHEDULE : CALLBOARD_STAGE_ASSESSMENT,
                            g_get_tmp_dir (), G_LIST_MODEL (fixture->problems));
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 720, 900);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->form));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (fixture->window);
  g_object_unref (fixture->problems);
  g_assert_finalize_object (fixture->draft);
}

static CallboardDraftNode *
get_root (Fixture *fixture)
{
  return callboard_draft_get_root (fixture->draft);
}

static CallboardDraftNode *
get_module (Fixture *fixture,
            guint    position)
{
  g_autoptr(CallboardDraftNode) module = g_list_model_get_item (callboard_draft_node_get_list (get_root (fixture), "modules"),
                                                                position);

  return module;
}

static CallboardDraftNode *
find_kind (Fixture    *fixture,
           const char *kind)
{
  GListModel *modules = callboard_draft_node_get_list (get_root (fixture), "modules");

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      CallboardDraftNode *module = get_module (fixture, i);
      GListModel *questions = g_str_equal (callboard_draft_node_get_kind (module), "questions")
        ? callboard_draft_node_get_list (module, "questions")
        : NULL;

      for (guint j = 0; questions != NULL && j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr(CallboardDraftNode) question = g_list_model_get_item (questions, j);

          if (g_str_equal (callboard_draft_node_get_kind (question), kind))
            return question;
        }
    }

  g_assert_not_reached ();
}

static gboolean
is_idle (gpointer data)
{
  return !g_main_context_pending (NULL);
}

static void
settle (void)
{
  callboard_picture_wait (is_idle, NULL);
}

static CallboardField *
find (Fixture            *fixture,
      CallboardDraftNode *node,
      const char         *member)
{
  GtkWidget *focus;

  g_assert_true (callboard_form_focus (fixture->form, node, member));
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  g_assert_nonnull (focus);

  return CALLBOARD_IS_FIELD (focus) ? CALLBOARD_FIELD (focus)
                                    : CALLBOARD_FIELD (gtk_widget_get_ancestor (focus, CALLBOARD_TYPE_FIELD));
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Does to a field what a user can do. */
static void
edit (CallboardField *field)
{
  GtkWidget *widget = GTK_WIDGET (field);
  GtkSpinButton *spin = callboard_picture_find (widget, GTK_TYPE_SPIN_BUTTON, NULL);
  GtkSwitch *toggle = callboard_picture_find (widget, GTK_TYPE_SWITCH, NULL);
  GtkDropDown *drop = callboard_picture_find (widget, GTK_TYPE_DROP_DOWN, NULL);
  GtkToggleButton *flag = CALLBOARD_IS_FLAG_FIELD (field) ? callboard_picture_find (widget, GTK_TYPE_TOGGLE_BUTTON, NULL) : NULL;
  GtkTextView *view = callboard_picture_find (widget, GTK_TYPE_TEXT_VIEW, NULL);
  GtkCalendar *calendar = callboard_picture_find (widget, GTK_TYPE_CALENDAR, NULL);
  GtkCheckButton *check = CALLBOARD_IS_KINDS_FIELD (field) ? callboard_picture_find (widget, GTK_TYPE_CHECK_BUTTON, NULL) : NULL;
  double value;

  if (CALLBOARD_IS_TESTS_FIELD (field))
    g_signal_emit_by_name (find_button (widget, "Add Comparison"), "clicked");
  else if (view != NULL)
    gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "New words ", -1);
  else if (flag != NULL)
    gtk_toggle_button_set_active (flag, !gtk_toggle_button_get_active (flag));
  else if (check != NULL)
    gtk_check_button_set_active (check, !gtk_check_button_get_active (check));
  else if (spin != NULL)
    {
      value = gtk_spin_button_get_value (spin);
      gtk_spin_button_spin (spin, GTK_SPIN_STEP_BACKWARD, 1);
      if (gtk_spin_button_get_value (spin) == value)
        gtk_spin_button_spin (spin, GTK_SPIN_STEP_FORWARD, 1);
    }
  else if (drop != NULL)
    gtk_drop_down_set_selected (drop, gtk_drop_down_get_selected (drop) == 0 ? 1 : 0);
  else if (calendar != NULL)
    {
      g_autoptr(GDateTime) day = g_date_time_new_utc (2027, 3, 4, 12, 0, 0);

      gtk_calendar_select_day (calendar, day);
    }
  else if (toggle != NULL)
    gtk_switch_set_active (toggle, !gtk_switch_get_active (toggle));
  else if (GTK_IS_EDITABLE (widget))
    gtk_editable_set_text (GTK_EDITABLE (widget), "Something else");
  else
    gtk_editable_set_text (callboard_picture_find (widget, GTK_TYPE_EDITABLE, NULL), "Something else");
}

/* What a recruiter does not write: names of things, what lists hold, and what comes with a file. */
static gboolean
is_written (CallboardDraftNode *node,
            const char         *member)
{
  static const char * const others[] = {
    "id", "type", "callboard", "welcome", "welcome.template", "conclusion", "settings", "settings.nudges", "place", "file",
    "file.hash", "file.name", "file.media_type", "file.size", NULL
  };
  const char *kind = callboard_draft_node_get_kind (node);

  if (g_str_equal (member, "points") && (g_str_equal (kind, "yes_no") || g_str_equal (kind, "true_false")))
    return FALSE;

  /* Shown for the merge fields of the text only. */
  if (g_str_has_prefix (member, "welcome.template.samples"))
    return FALSE;

  return !g_strv_contains (others, member) && !callboard_draft_kind_is_list (kind, member);
}

static void
edit_member (Fixture            *fixture,
             CallboardDraftNode *node,
             const char         *member)
{
  g_autofree char *before = callboard_draft_to_document (fixture->draft);
  g_autofree char *between = NULL;
  g_autofree char *after = NULL;
  CallboardField *field = find (fixture, node, member);

  g_test_message ("%s %s", callboard_draft_node_get_kind (node), member);
  g_assert_cmpstr (callboard_field_get_member (field), ==, member);
  callboard_draft_break (fixture->draft);
  edit (field);
  between = callboard_draft_to_document (fixture->draft);
  g_assert_false (g_str_equal (between, before));
  g_assert_true (callboard_draft_undo (fixture->draft));
  while (callboard_draft_undo (fixture->draft))
    continue;
  after = callboard_draft_to_document (fixture->draft);
  g_assert_true (g_str_equal (after, before));
}

/* Interviews end with their confirmation. */
static gboolean
is_schedule (Fixture *fixture)
{
  return g_str_equal (callboard_form_get_stage_nick (fixture->form), "schedule");
}

static void
edit_node (Fixture            *fixture,
           CallboardDraftNode *node)
{
  const char * const *members = callboard_draft_kind_list_members (callboard_draft_node_get_kind (node));

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (callboard_draft_kind_is_list (callboard_draft_node_get_kind (node), members[i]))
        {
          GListModel *list = callboard_draft_node_get_list (node, members[i]);

          for (guint j = 0; j < g_list_model_get_n_items (list); j++)
            {
              g_autoptr(CallboardDraftNode) child = g_list_model_get_item (list, j);

              edit_node (fixture, child);
            }
        }
      else if (is_written (node, members[i]) && !(is_schedule (fixture) && g_str_equal (members[i], "conclusion.text")))
        {
          edit_member (fixture, node, members[i]);
        }
    }
}

static void
add (Fixture            *fixture,
     CallboardDraftNode *question,
     const char         *list,
     const char         *kind)
{
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (fixture->draft, kind);

  callboard_draft_node_insert (question, list, 0, node);
}

/* The document has no rules and no ranges. */
static void
add_more (Fixture *fixture)
{
  add (fixture, find_kind (fixture, "single_choice"), "rules", "rule");
  add (fixture, find_kind (fixture, "number"), "rules", "rule");
  add (fixture, find_kind (fixture, "number"), "points", "range");
  callboard_draft_forget (fixture->draft);
}

/* Every member of the schema that documents hold can be written in a form, and undone. */
static void
test_members (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_window_present (fixture->window);
  if (!g_str_equal (data, "schedule.json"))
    add_more (fixture);
  edit_node (fixture, get_root (fixture));
}

static void
test_pictures (Fixture       *fixture,
               gconstpointer  data)
{
  GListModel *modules = callboard_draft_node_get_list (get_root (fixture), "modules");
  const char *parts[] = { "welcome", "conclusion", "settings" };
  g_autofree char *prefix = g_strndup (data, 4);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *name = g_strdup_printf ("form-%s-%s", prefix, parts[i]);

      callboard_form_show (fixture->form, get_root (fixture), parts[i]);
      callboard_picture_show (fixture->window, name);
    }

  for (guint i = 0; i < g_list_model_get_n_items (modules); i++)
    {
      g_autofree char *name = g_strdup_printf ("form-%s-%u", prefix, i);

      callboard_form_show (fixture->form, get_module (fixture, i), NULL);
      callboard_picture_show (fixture->window, name);
    }
}

static GtkTextBuffer *
get_buffer (Fixture *fixture)
{
  CallboardField *field = find (fixture, get_root (fixture), "welcome.text");

  return gtk_text_view_get_buffer (callboard_text_field_get_view (CALLBOARD_TEXT_FIELD (field)));
}

static void
test_pills (Fixture       *fixture,
            gconstpointer  data)
{
  CallboardDraftNode *root = get_root (fixture);
  GtkTextBuffer *buffer;
  GtkTextIter iter;

  gtk_window_present (fixture->window);
  callboard_draft_node_set_text (root, "welcome.text", "Hi {{candidate.first_name|there}}, {{nobody}}!");
  buffer = get_buffer (fixture);
  /* "Hi ", the pill, ", {{nobody}}!" */
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 3 + 1 + 13);

  /* Another window changes the end: the cursor stays. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 2);
  gtk_text_buffer_place_cursor (buffer, &iter);
  callboard_draft_node_set_text (root, "welcome.text", "Hi {{candidate.first_name|there}}, all!");
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_offset (&iter), ==, 2);

  /* One step back takes the whole pill. */
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, 4);
  gtk_text_buffer_backspace (buffer, &iter, TRUE, TRUE);
  g_assert_cmpstr (callboard_draft_node_get_text (root, "welcome.text"), ==, "Hi , all!");

  /* One typed to its end is a pill. */
  gtk_text_buffer_set_text (buffer, "", 0);
  for (const char *c = "{{job.title}}"; *c != '\0'; c++)
    gtk_text_buffer_insert_interactive_at_cursor (buffer, c, 1, TRUE);
  g_assert_cmpstr (callboard_draft_node_get_text (root, "welcome.text"), ==, "{{job.title}}");
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer), ==, 1);
}

static void
test_megabyte (Fixture       *fixture,
               gconstpointer  data)
{
  GtkTextBuffer *buffer;
  g_autofree char *text = g_strnfill (1024 * 1024, 'x');
  gint64 begun;

  gtk_window_present (fixture->window);
  callboard_draft_node_set_text (get_root (fixture), "welcome.text", "");
  buffer = get_buffer (fixture);
  begun = g_get_monotonic_time ();
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  settle ();
  g_assert_cmpint (g_get_monotonic_time () - begun, <, G_USEC_PER_SEC);
  g_assert_cmpint (strlen (callboard_draft_node_get_text (get_root (fixture), "welcome.text")), ==, CALLBOARD_TEXT_FIELD_MAX);
  g_assert_true (gtk_widget_get_visible (callboard_picture_find (fixture->form, GTK_TYPE_LABEL, "notice")));
}

static char *
join_labels (CallboardDraftNode *question)
{
  GListModel *choices = callboard_draft_node_get_list (question, "choices");
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftNode) choice = g_list_model_get_item (choices, i);

      g_string_append_printf (labels, "%s|", callboard_draft_node_get_text (choice, "label"));
    }

  return g_string_free (labels, FALSE);
}

/* Enter adds a choice, Alt+Up and Down move it, and the focus goes with it. */
static void
test_choices (Fixture       *fixture,
              gconstpointer  data)
{
  CallboardDraftNode *question = find_kind (fixture, "single_choice");
  GListModel *choices = callboard_draft_node_get_list (question, "choices");
  guint n = g_list_model_get_n_items (choices);
  g_autoptr(CallboardDraftNode) last = g_list_model_get_item (choices, n - 1);
  g_autoptr(CallboardDraftNode) added = NULL;
  g_autofree char *before = join_labels (question);
  g_autofree char *after = NULL;
  GtkWidget *focus;
  CallboardField *field;

  gtk_window_present (fixture->window);
  field = find (fixture, last, "label");
  gtk_widget_activate_action (GTK_WIDGET (field), "node.next", NULL);
  g_assert_cmpint (g_list_model_get_n_items (choices), ==, n + 1);
  added = g_list_model_get_item (choices, n);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  field = CALLBOARD_FIELD (gtk_widget_get_ancestor (focus, CALLBOARD_TYPE_FIELD));
  g_assert_true (callboard_field_get_node (field) == added);

  gtk_widget_activate_action (focus, "node.move", "i", -1);
  g_assert_cmpint (callboard_draft_node_get_position (added), ==, n - 1);
  focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
  field = CALLBOARD_FIELD (gtk_widget_get_ancestor (focus, CALLBOARD_TYPE_FIELD));
  g_assert_true (callboard_field_get_node (field) == added);

  gtk_widget_activate_action (focus, "node.remove", NULL);
  after = join_labels (question);
  g_assert_cmpstr (after, ==, before);
}

/* A problem stands at its field, and its field has the focus. */
static void
test_problem (Fixture       *fixture,
              gconstpointer  data)
{
  CallboardDraftNode *question = find_kind (fixture, "number");
  g_autoptr(CallboardProblem) problem = callboard_problem_new (question, "min", TRUE, "The smallest is too large");
  CallboardField *field;
  GtkWidget *row;

  gtk_window_present (fixture->window);
  g_list_store_append (fixture->problems, problem);
  field = find (fixture, question, "min");
  row = callboard_field_get_row (field);
  g_assert_true (gtk_widget_has_css_class (row, "error"));

  g_list_store_remove_all (fixture->problems);
  g_assert_false (gtk_widget_has_css_class (row, "error"));
}

static char *
write_picture (const char *folder,
               int         width,
               int         height)
{
  g_autoptr(GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autofree char *name = g_strdup_printf ("%d.png", width);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr(GError) error = NULL;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  gdk_pixbuf_save (pixbuf, path, "png", &error, NULL);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static char *
write_large (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "large.png", NULL);

  g_assert_true (g_file_set_contents (path, "\211PNG\r\n\032\n", 8, NULL));
  g_assert_cmpint (truncate (path, 40 * 1024 * 1024), ==, 0);

  return g_steal_pointer (&path);
}

static char *
write_words (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "words.png", NULL);

  g_assert_true (g_file_set_contents (path, "No picture at all", -1, NULL));

  return g_steal_pointer (&path);
}

static gboolean
is_not_busy (gpointer data)
{
  return !gtk_spinner_get_spinning (callboard_picture_find (data, GTK_TYPE_SPINNER, "spinner"));
}

/* Whether the block took the file; it says so if not. */
static gboolean
takes (CallboardFileField *field,
       char               *path)
{
  g_autofree char *owned = path;
  g_autoptr(GFile) file = g_file_new_for_path (path);
  CallboardNotice *notice = callboard_picture_find (field, CALLBOARD_TYPE_NOTICE, "notice");

  callboard_file_field_take (field, file);
  callboard_picture_wait (is_not_busy, field);
  g_test_message ("%s: %s", path, callboard_notice_get_text (notice));
  g_remove (path);

  return callboard_notice_get_text (notice) == NULL;
}

static void
test_files (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("callboard-forms-XXXXXX", NULL);
  CallboardDraftNode *block = callboard_draft_find (fixture->draft, "picture");
  g_autofree char *before = callboard_draft_to_document (fixture->draft);
  g_autofree char *after = NULL;
  CallboardFileField *field;

  callboard_form_set_place (fixture->form, CALLBOARD_STAGE_FORM, folder, NULL);
  gtk_window_present (fixture->window);
  field = CALLBOARD_FILE_FIELD (find (fixture, block, "file.hash"));

  g_assert_false (takes (field, write_large (folder)));
  g_assert_false (takes (field, write_words (folder)));
  g_assert_false (takes (field, write_picture (folder, 20000, 4)));
  g_assert_false (takes (field, g_build_filename (folder, "missing.png", NULL)));
  after = callboard_draft_to_document (fixture->draft);
  g_assert_true (g_str_equal (before, after));

  g_assert_true (takes (field, write_picture (folder, 32, 32)));
  g_assert_cmpstr (callboard_draft_node_get_text (block, "file.media_type"), ==, "image/png");
  g_assert_true (callboard_files_has (folder, callboard_draft_node_get_text (block, "file.hash")));
  g_assert_true (callboard_draft_undo (fixture->draft));
  g_assert_cmpstr (callboard_draft_node_get_text (block, "file.name"), ==, "stage.png");
}

static void
on_focused_cb (CallboardDraftNode **focused,
               CallboardDraftNode  *node)
{
  *focused = node;
}

static void
test_focused (Fixture       *fixture,
              gconstpointer  data)
{
  CallboardDraftNode *question = find_kind (fixture, "rating");
  CallboardDraftNode *focused = NULL;

  gtk_window_present (fixture->window);
  g_signal_connect_swapped (fixture->form, "focused", G_CALLBACK (on_focused_cb), &focused);
  find (fixture, question, "text");
  g_assert_true (focused == question);
}

static void
test_speed (Fixture       *fixture,
            gconstpointer  data)
{
  guint n = g_list_model_get_n_items (callboard_draft_node_get_list (get_root (fixture), "modules"));

  gtk_window_present (fixture->window);
  for (guint i = 0; i < 3 * n; i++)
    {
      gint64 begun = g_get_monotonic_time ();

      callboard_form_show (fixture->form, get_module (fixture, i % n), NULL);
      g_test_message ("%u %s: %d us", i, callboard_draft_node_get_kind (get_module (fixture, i % n)),
                      (int) (g_get_monotonic_time () - begun));
      settle ();
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  load_style ();

#define ADD(path, document, function) g_test_add (path, Fixture, document, set_up, function, tear_down)
  ADD ("/forms/pictures", "everything.json", test_pictures);
  ADD ("/forms/pictures/schedule", "schedule.json", test_pictures);
  ADD ("/forms/pills", "everything.json", test_pills);
  ADD ("/forms/megabyte", "everything.json", test_megabyte);
  ADD ("/forms/choices", "everything.json", test_choices);
  ADD ("/forms/problem", "everything.json", test_problem);
  ADD ("/forms/files", "everything.json", test_files);
  ADD ("/forms/focused", "everything.json", test_focused);
  ADD ("/forms/speed", "everything.json", test_speed);
  ADD ("/forms/members", "everything.json", test_members);
  ADD ("/forms/members/schedule", "schedule.json", test_members);

  return g_test_run ();
}
