/* test-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>

#include "callboard-approval-row.h"
#include "callboard-draft-document.h"
#include "callboard-editor-window.h"
#include "callboard-form.h"
#include "callboard-module-list.h"
#include "callboard-module-row.h"
#include "callboard-phone-message.h"
#include "callboard-picture.h"
#include "callboard-problem.h"
#include "callboard-rehearsal-window.h"
#include "callboard-test-office.h"

typedef struct
{
  CallboardTestOffice   *office;
  CallboardEditorWindow *window;
  CallboardModuleList   *modules;
  gint64                 stage;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->office = callboard_test_office_new ();
}

static void
open_stage (Fixture *fixture,
            gint64   stage)
{
  g_autoptr(GError) error = NULL;

  fixture->stage = stage;
  fixture->window = callboard_editor_window_open (NULL, fixture->office->test->store, stage, &error);
  g_assert_no_error (error);
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  fixture->modules = callboard_picture_find (fixture->window, CALLBOARD_TYPE_MODULE_LIST, "modules");
}

static gboolean
is_gone (gpointer data)
{
  return ((Fixture *) data)->window == NULL;
}

static void
close_editor (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->window));
  callboard_picture_wait (is_gone, fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    close_editor (fixture);
  callboard_test_office_free (fixture->office);
}

static CallboardOpenDraft *
get_open (Fixture *fixture)
{
  return callboard_editor_window_get_open (fixture->window);
}

static CallboardDraft *
get_draft (Fixture *fixture)
{
  return callboard_open_draft_get_draft (get_open (fixture));
}

static GListModel *
get_modules (Fixture *fixture)
{
  return callboard_draft_node_get_list (callboard_draft_get_root (get_draft (fixture)), "modules");
}

static void
activate (Fixture    *fixture,
          const char *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), action, NULL));
}

static GtkWidget *
find_named (GtkWidget  *widget,
            const char *name)
{
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_named (child, name);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gint64
create_stage (Fixture            *fixture,
              CallboardStageType  type)
{
  const CallboardStagePlan stages[] = { { "Stage", type, NULL } };
  const CallboardJobPlan plan = { .title = "Baker", .country = "GB", .stages = stages, .n_stages = 1 };
  CallboardCommand *command = callboard_job_command_new (&plan);
  g_autofree char *sql = NULL;

  callboard_test_execute (fixture->office->test, command);
  sql = g_strdup_printf ("SELECT id FROM stage WHERE job_id = (SELECT max (id) FROM job)");

  return callboard_test_number (fixture->office->test, sql);
}

static const char * const kinds[] = { "content", "questions", "video_interview", "collect", "schedule" };

/* product.md, section 2; of a Schedule stage that has its Schedule already. */
static gboolean
is_allowed (CallboardStageType  type,
            const char         *kind)
{
  if (type == CALLBOARD_STAGE_SCHEDULE)
    return g_str_equal (kind, "content");

  return !g_str_equal (kind, "schedule");
}

static char *
make_text (Fixture    *fixture,
           const char *kind)
{
  g_autoptr(CallboardDraft) other = callboard_draft_new ();
  g_autoptr(CallboardDraftNode) node = callboard_draft_create (other, kind);

  return callboard_draft_node_to_text (node);
}

static void
check_kind (Fixture            *fixture,
            CallboardStageType  type,
            const char         *kind)
{
  gboolean allowed = is_allowed (type, kind);
  guint n = g_list_model_get_n_items (get_modules (fixture));
  g_autoptr(CallboardModuleDrag) drag = callboard_module_drag_new (NULL, kind);
  g_autofree char *text = make_text (fixture, kind);
  g_autofree char *why = NULL;
  GtkWidget *button = find_named (GTK_WIDGET (fixture->modules), kind);

  g_assert_cmpint (button != NULL && gtk_widget_is_sensitive (button), ==, allowed);
  if (allowed)
    g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (fixture)), ==, n + allowed);
  g_assert_cmpint (callboard_module_list_add (fixture->modules, kind), ==, allowed);
  g_assert_cmpint (callboard_module_list_paste (fixture->modules, text), ==, allowed);
  g_assert_cmpint (callboard_module_list_may_drop (fixture->modules, drag, 0, &why), ==, allowed);
  g_assert_cmpint (why == NULL, ==, allowed);
  g_assert_cmpint (callboard_module_list_drop (fixture->modules, drag, 0), ==, allowed);
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (fixture)), ==, n + 4 * allowed);

  while (g_list_model_get_n_items (get_modules (fixture)) > n)
    g_assert_true (callboard_draft_undo (get_draft (fixture)));
}

static void
test_rules (Fixture       *fixture,
            gconstpointer  data)
{
  static const CallboardStageType types[] = {
    CALLBOARD_STAGE_FORM, CALLBOARD_STAGE_ASSESSMENT, CALLBOARD_STAGE_OFFER, CALLBOARD_STAGE_REJECT,
    CALLBOARD_STAGE_SCHEDULE
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      open_stage (fixture, create_stage (fixture, types[i]));
      if (types[i] == CALLBOARD_STAGE_SCHEDULE)
        g_assert_true (callboard_module_list_add (fixture->modules, "schedule"));
      for (guint j = 0; j < G_N_ELEMENTS (kinds); j++)
        check_kind (fixture, types[i], kinds[j]);
      close_editor (fixture);
    }
}

static void
test_review (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (callboard_editor_window_open (NULL, fixture->office->test->store, fixture->office->review, &error));
  g_assert_nonnull (error);
}

static CallboardDraftNode *
get_module (Fixture *fixture,
            guint    position)
{
  g_autoptr(CallboardDraftNode) module = g_list_model_get_item (get_modules (fixture), position);

  return module;
}

static GtkWidget *
find_row (Fixture            *fixture,
          CallboardDraftNode *node)
{
  GtkListBox *list = callboard_picture_find (fixture->modules, GTK_TYPE_LIST_BOX, "list");
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)) != NULL; i++)
    {
      if (callboard_module_row_get_node (CALLBOARD_MODULE_ROW (row)) == node &&
          callboard_module_row_get_part (CALLBOARD_MODULE_ROW (row)) == NULL)
        return GTK_WIDGET (row);
    }

  return NULL;
}

static void
run (Fixture            *fixture,
     CallboardDraftNode *node,
     const char         *action)
{
  g_assert_true (gtk_widget_activate_action (find_row (fixture, node), action, NULL));
}

static gboolean
has_three (gpointer data)
{
  return g_list_model_get_n_items (get_modules (data)) == 3;
}

/* What the menu, the keyboard and a screen reader do. */
static void
test_actions (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  CallboardDraftNode *first, *second;
  const char *part;

  open_stage (fixture, fixture->office->form);
  callboard_picture_show (GTK_WINDOW (fixture->window), "editor");
  before = callboard_draft_to_document (get_draft (fixture));
  first = get_module (fixture, 0);
  second = get_module (fixture, 1);

  run (fixture, first, "module.move-down");
  g_assert_true (get_module (fixture, 1) == first);
  g_assert_true (callboard_module_list_get_place (fixture->modules, &part) == first);
  run (fixture, first, "module.move-up");
  g_assert_true (get_module (fixture, 0) == first);
  run (fixture, first, "module.duplicate");
  g_assert_true (has_three (fixture));
  run (fixture, get_module (fixture, 1), "module.delete");
  run (fixture, second, "module.copy");
  run (fixture, second, "module.paste");
  callboard_picture_wait (has_three, fixture);
  run (fixture, get_module (fixture, 2), "module.cut");
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (fixture)), ==, 2);

  for (guint i = 0; i < 6; i++)
    activate (fixture, "campaign.undo");
  after = callboard_draft_to_document (get_draft (fixture));
  g_assert_cmpstr (before, ==, after);
  for (guint i = 0; i < 6; i++)
    activate (fixture, "campaign.redo");
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (fixture)), ==, 2);
}

static void
test_foreign_paste (Fixture       *fixture,
                    gconstpointer  data)
{
  static const char * const texts[] = { "", "hello", "{}", "[1, 2]", "{\"type\": \"sonata\"}", NULL };

  open_stage (fixture, fixture->office->form);
  for (guint i = 0; texts[i] != NULL; i++)
    g_assert_false (callboard_module_list_paste (fixture->modules, texts[i]));
  g_assert_false (callboard_module_list_paste (fixture->modules, NULL));
  g_assert_false (callboard_open_draft_get_changed (get_open (fixture)));
}

/* A module of another campaign is copied, with new ids. */
static void
test_between_windows (Fixture       *fixture,
                      gconstpointer  data)
{
  Fixture other = { .office = fixture->office };
  g_autoptr(CallboardModuleDrag) drag = NULL;
  CallboardDraftNode *module;

  open_stage (&other, fixture->office->reject);
  open_stage (fixture, fixture->office->form);
  module = get_module (fixture, 1);
  drag = callboard_module_drag_new (module, callboard_draft_node_get_kind (module));
  g_assert_true (callboard_module_list_drop (other.modules, drag, 0));
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (&other)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (get_modules (fixture)), ==, 2);
  g_assert_true (callboard_draft_node_get_draft (module) == get_draft (fixture));
  close_editor (&other);
}

static void
set_welcome (Fixture    *fixture,
             const char *text)
{
  callboard_draft_node_set_text (callboard_draft_get_root (get_draft (fixture)), "welcome.text", text);
  callboard_open_draft_check (get_open (fixture));
}

static gboolean
is_drafted (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM campaign c JOIN stage s ON s.campaign_id = c.id"
                                          " WHERE s.id = %" G_GINT64_FORMAT " AND c.draft LIKE '%%Grand opening%%'",
                                          fixture->stage);

  return callboard_test_number (fixture->office->test, sql) == 1;
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  open_stage (fixture, fixture->office->form);
  set_welcome (fixture, "Grand opening");
  g_assert_false (callboard_open_draft_get_saved (get_open (fixture)));
  callboard_picture_wait (is_drafted, fixture);
}

/* Nothing is lost however soon the window closes. */
static void
test_saved_on_close (Fixture       *fixture,
                     gconstpointer  data)
{
  open_stage (fixture, fixture->office->form);
  set_welcome (fixture, "Grand opening");
  close_editor (fixture);
  callboard_picture_wait (is_drafted, fixture);
  open_stage (fixture, fixture->office->form);
  g_assert_cmpstr (callboard_draft_node_get_text (callboard_draft_get_root (get_draft (fixture)), "welcome.text"), ==,
                   "Grand opening");
}

static gboolean
is_second (gpointer data)
{
  return callboard_open_draft_get_version (get_open (data)) == 2;
}

static void
test_publish (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *button;

  open_stage (fixture, fixture->office->form);
  button = callboard_picture_find (fixture->window, GTK_TYPE_BUTTON, "publish");
  callboard_picture_show (GTK_WINDOW (fixture->window), "editor-published");
  g_assert_false (gtk_widget_is_sensitive (button));

  set_welcome (fixture, "Hello {{candidate.nickname}}");
  g_assert_false (gtk_widget_is_sensitive (button));
  g_assert_false (callboard_open_draft_get_can_publish (get_open (fixture)));

  set_welcome (fixture, "Hello {{candidate.first_name|there}}");
  g_assert_true (gtk_widget_is_sensitive (button));
  activate (fixture, "campaign.publish");
  callboard_picture_wait (is_second, fixture);
  g_assert_false (callboard_open_draft_get_changed (get_open (fixture)));
  g_assert_false (gtk_widget_is_sensitive (button));
}

static gboolean
is_on_question (gpointer data)
{
  Fixture *fixture = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  const char *part;

  return callboard_module_list_get_place (fixture->modules, &part) == get_module (fixture, 1) && part == NULL &&
         focus != NULL && gtk_widget_get_ancestor (focus, CALLBOARD_TYPE_FORM) != NULL;
}

static void
test_problems (Fixture       *fixture,
               gconstpointer  data)
{
  GtkListBox *list;
  CallboardDraftNode *question;
  g_autoptr(CallboardProblem) problem = NULL;

  open_stage (fixture, fixture->office->form);
  callboard_picture_show (GTK_WINDOW (fixture->window), "editor-problems");
  question = g_list_model_get_item (callboard_draft_node_get_list (get_module (fixture, 1), "questions"), 0);
  callboard_draft_node_set_text (question, "text", "");
  callboard_open_draft_check (get_open (fixture));
  g_object_unref (question);

  problem = g_list_model_get_item (callboard_open_draft_get_problems (get_open (fixture)), 0);
  g_assert_true (callboard_problem_is_error (problem));
  g_assert_true (callboard_problem_get_node (problem) == question);
  list = callboard_picture_find (fixture->window, GTK_TYPE_LIST_BOX, "problem_list");
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 0));
  callboard_picture_wait (is_on_question, fixture);
}

static guint
count_windows (void)
{
  GListModel *windows = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWidget) window = g_list_model_get_item (windows, i);

      n += CALLBOARD_IS_EDITOR_WINDOW (window);
    }

  return n;
}

/* A second window only if it is asked for; both are the same draft. */
static void
test_two_windows (Fixture       *fixture,
                  gconstpointer  data)
{
  Fixture other = { .office = fixture->office, .stage = fixture->office->form };
  CallboardDraftNode *first;

  open_stage (fixture, fixture->office->form);
  g_assert_true (callboard_editor_window_open (NULL, fixture->office->test->store, fixture->office->form, NULL) ==
                 fixture->window);
  g_assert_cmpuint (count_windows (), ==, 1);

  other.window = callboard_editor_window_new (NULL, get_open (fixture));
  g_object_add_weak_pointer (G_OBJECT (other.window), (gpointer *) &other.window);
  other.modules = callboard_picture_find (other.window, CALLBOARD_TYPE_MODULE_LIST, "modules");
  gtk_window_present (GTK_WINDOW (other.window));

  first = get_module (fixture, 0);
  run (fixture, first, "module.move-down");
  g_assert_true (find_row (&other, first) != NULL);
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (find_row (&other, first))), ==, 2);
  run (&other, first, "module.delete");
  g_assert_null (find_row (fixture, first));
  activate (fixture, "campaign.undo");
  g_assert_nonnull (find_row (&other, first));
  close_editor (&other);
}

static gboolean
is_adopted (gpointer data)
{
  CallboardDraftNode *root = callboard_draft_get_root (get_draft (data));

  return g_str_equal (callboard_draft_node_get_text (root, "welcome.text"), "From elsewhere");
}

static void
test_change_from_elsewhere (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr(CallboardDraft) other = NULL;
  g_autofree char *document = NULL;
  g_autofree char *old = NULL;

  open_stage (fixture, fixture->office->form);
  document = callboard_draft_to_document (get_draft (fixture));
  old = g_strdup (callboard_draft_node_get_text (callboard_draft_get_root (get_draft (fixture)), "welcome.text"));
  other = callboard_draft_from_document (document, NULL);
  callboard_draft_node_set_text (callboard_draft_get_root (other), "welcome.text", "From elsewhere");
  g_free (document);
  document = callboard_draft_to_document (other);
  callboard_test_execute (fixture->office->test,
                          callboard_save_draft_command_new (callboard_open_draft_get_campaign (get_open (fixture)), document));
  callboard_picture_wait (is_adopted, fixture);

  activate (fixture, "campaign.undo");
  g_assert_cmpstr (callboard_draft_node_get_text (callboard_draft_get_root (get_draft (fixture)), "welcome.text"), ==, old);
}

static GtkWindow *
find_rehearsal (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (CALLBOARD_IS_REHEARSAL_WINDOW (window))
        return window;
    }

  return NULL;
}

static gboolean
has_message (gpointer data)
{
  GtkStack *stack = callboard_picture_find (data, GTK_TYPE_STACK, "phone_stack");

  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "phone") == 0;
}

static gboolean
is_over (gpointer data)
{
  return find_rehearsal () == NULL;
}

/* The draft is played, and nothing of it stands in the database. */
static void
test_rehearse (Fixture       *fixture,
               gconstpointer  data)
{
  CallboardTest *test = fixture->office->test;
  GtkWindow *rehearsal;

  open_stage (fixture, fixture->office->form);
  set_welcome (fixture, "Grand opening");
  activate (fixture, "campaign.rehearse");
  rehearsal = find_rehearsal ();
  g_assert_nonnull (rehearsal);
  callboard_picture_wait (has_message, rehearsal);
  callboard_test_assert_number (test, "SELECT count (*) FROM message", ==, 0);
  callboard_test_assert_number (test, "SELECT max (version) FROM campaign", ==, 1);
  gtk_window_close (rehearsal);
  callboard_picture_wait (is_over, NULL);
}

static gboolean
is_approved (gpointer data)
{
  return g_str_equal (adw_preferences_row_get_title (data), "Approved");
}

static gboolean
can_submit (gpointer button)
{
  return gtk_widget_get_sensitive (button);
}

static void
test_template (Fixture       *fixture,
               gconstpointer  data)
{
  CallboardDraftNode *root;
  CallboardForm *form;
  GtkWidget *row, *submit;

  callboard_test_office_rehearse (fixture->office);
  open_stage (fixture, fixture->office->form);
  form = callboard_picture_find (fixture->window, CALLBOARD_TYPE_FORM, "form");
  root = callboard_draft_get_root (get_draft (fixture));
  g_assert_true (callboard_form_focus (form, root, "welcome.template.name"));
  row = callboard_picture_find (form, CALLBOARD_TYPE_APPROVAL_ROW, NULL);
  submit = callboard_picture_find (row, GTK_TYPE_BUTTON, NULL);

  callboard_draft_node_set_text (root, "welcome.text", "Hi {{candidate.first_name|there}}, shall we go on with your application?");
  callboard_draft_node_set_text (root, "welcome.template.name", "go_on");
  callboard_draft_node_set (root, "welcome.template.buttons", g_variant_new_strv ((const char * const []) { "Yes", NULL }, -1));
  callboard_draft_node_set_text (root, "welcome.template.samples.candidate.first_name", "Ada");
  callboard_picture_show (GTK_WINDOW (fixture->window), "editor-template");
  callboard_picture_wait (can_submit, submit);
  g_signal_emit_by_name (submit, "clicked");
  callboard_picture_wait (is_approved, row);
  g_assert_false (gtk_widget_get_visible (submit));
  callboard_picture_show (GTK_WINDOW (fixture->window), "editor-template-approved");
  callboard_test_assert_text (fixture->office->test, "SELECT name || ' ' || state FROM whatsapp_template", "go_on approved");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_true (gtk_init_check ());
  adw_init ();

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/editor/rules", test_rules);
  ADD ("/editor/review", test_review);
  ADD ("/editor/actions", test_actions);
  ADD ("/editor/foreign-paste", test_foreign_paste);
  ADD ("/editor/between-windows", test_between_windows);
  ADD ("/editor/saved", test_saved);
  ADD ("/editor/saved-on-close", test_saved_on_close);
  ADD ("/editor/publish", test_publish);
  ADD ("/editor/problems", test_problems);
  ADD ("/editor/two-windows", test_two_windows);
  ADD ("/editor/change-from-elsewhere", test_change_from_elsewhere);
  ADD ("/editor/rehearse", test_rehearse);
  ADD ("/editor/template", test_template);

  return g_test_run ();
}
