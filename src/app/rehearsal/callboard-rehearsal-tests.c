/* callboard-rehearsal-tests.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-tests.h"

#include <glib/gi18n.h>

#include "callboard-execute.h"
#include "callboard-notice.h"
#include "callboard-rehearsal-test.h"

struct _CallboardRehearsalTests
{
  AdwWindow        parent_instance;

  GtkWidget       *empty;
  GtkListBox      *list;
  GtkEditable     *name;
  CallboardNotice *notice;

  CallboardStore  *store;
  gint64           campaign;
  gint64           enrolment;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalTests, callboard_rehearsal_tests, ADW_TYPE_WINDOW)

/* A message that reads otherwise is gone and new; it counts once. What was only understood otherwise counts where all
 * messages are the same. */
static guint
count_changes (const CallboardRehearsalTest *test)
{
  guint n_gone = 0, n_new = 0;

  for (guint i = 0; test->lines != NULL && i < test->lines->len; i++)
    {
      const CallboardTranscriptLine *line = g_ptr_array_index (test->lines, i);

      n_gone += line->kind == CALLBOARD_TRANSCRIPT_SAID && line->change == CALLBOARD_TRANSCRIPT_GONE;
      n_new += line->kind == CALLBOARD_TRANSCRIPT_SAID && line->change == CALLBOARD_TRANSCRIPT_NEW;
    }

  return MAX (MAX (n_gone, n_new), test->n_changed > 0);
}

static char *
describe_result (const CallboardRehearsalTest *test)
{
  guint n_changes = count_changes (test);

  if (test->trouble != NULL)
    return g_strdup (test->trouble);

  if (n_changes == 0)
    return g_strdup (_("As before"));

  return g_strdup_printf (ngettext ("%u message changed", "%u messages changed", n_changes), n_changes);
}

static const char *
get_icon (const CallboardRehearsalTest *test)
{
  if (test->trouble != NULL)
    return "callboard-failed-symbolic";

  return test->n_changed > 0 ? "callboard-flag-symbolic" : "callboard-completed-symbolic";
}

static void
append_line (AdwExpanderRow                *row,
             const CallboardTranscriptLine *line)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autofree char *text = NULL;

  /* Translators: what a message was, and what it is now */
  text = g_strdup_printf (line->change == CALLBOARD_TRANSCRIPT_GONE ? _("Was: %s") : _("Is: %s"), line->text);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "change");
  gtk_widget_add_css_class (label, line->change == CALLBOARD_TRANSCRIPT_GONE ? "dim-label" : "now");
  adw_expander_row_add_row (row, label);
}

static GtkWidget *
create_remove_button (const CallboardRehearsalTest *test)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_tooltip_text (button, _("Remove this test"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Remove this test"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "tests.remove");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", test->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");

  return button;
}

static void
append_test (CallboardRehearsalTests      *self,
             const CallboardRehearsalTest *test)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *title = g_markup_escape_text (test->name, -1);
  g_autofree char *result = describe_result (test);
  g_autofree char *subtitle = g_markup_escape_text (result, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row), gtk_image_new_from_icon_name (get_icon (test)));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row), create_remove_button (test));
  for (guint i = 0; test->lines != NULL && i < test->lines->len; i++)
    {
      const CallboardTranscriptLine *line = g_ptr_array_index (test->lines, i);

      if (line->change != CALLBOARD_TRANSCRIPT_SAME)
        append_line (ADW_EXPANDER_ROW (row), line);
    }
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), test->n_changed > 0);
  gtk_list_box_append (self->list, row);
}

static void
refresh (CallboardRehearsalTests *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) tests = NULL;
  GtkWidget *child;

  tests = callboard_rehearsal_tests_run (callboard_store_get_reader (self->store), self->campaign, NULL, &error);
  if (tests == NULL)
    {
      callboard_notice_set_text (self->notice, error->message);
      return;
    }

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < tests->len; i++)
    append_test (self, g_ptr_array_index (tests, i));

  gtk_widget_set_visible (GTK_WIDGET (self->list), tests->len > 0);
  gtk_widget_set_visible (self->empty, tests->len == 0);
}

static void
on_recorded_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(CallboardRehearsalTests) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardCommand) command = callboard_store_execute_finish (CALLBOARD_STORE (object), result, &error);

  if (self->list == NULL)
    return;

  callboard_notice_set_text (self->notice, command == NULL ? error->message : NULL);
  if (command != NULL)
    refresh (self);
}

static void
execute (CallboardRehearsalTests *self,
         CallboardCommand        *command)
{
  g_autoptr(CallboardCommand) owned = command;

  callboard_store_execute_async (self->store, owned, NULL, on_recorded_cb, g_object_ref (self));
}

static void
record_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardRehearsalTests *self = CALLBOARD_REHEARSAL_TESTS (widget);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  execute (self, callboard_rehearsal_test_record_command_new (self->enrolment, text));
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  execute (CALLBOARD_REHEARSAL_TESTS (widget),
           callboard_rehearsal_test_remove_command_new (g_variant_get_int64 (parameter)));
}

static void
on_name_changed_cb (CallboardRehearsalTests *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "tests.record", *text != '\0');
}

/* Whoever edits the campaign meanwhile sees at once what that changes. */
static void
on_store_changed_cb (CallboardRehearsalTests *self,
                     CallboardChanges        *changes)
{
  g_assert (CALLBOARD_IS_REHEARSAL_TESTS (self));

  if (callboard_changes_has (changes, CALLBOARD_CHANGED_CAMPAIGNS))
    refresh (self);
}

static void
callboard_rehearsal_tests_dispose (GObject *object)
{
  CallboardRehearsalTests *self = CALLBOARD_REHEARSAL_TESTS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_REHEARSAL_TESTS);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (callboard_rehearsal_tests_parent_class)->dispose (object);
}

static void
callboard_rehearsal_tests_class_init (CallboardRehearsalTestsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_rehearsal_tests_dispose;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-tests.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalTests, empty);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalTests, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalTests, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalTests, notice);
  gtk_widget_class_bind_template_callback (widget_class, on_name_changed_cb);
  gtk_widget_class_install_action (widget_class, "tests.record", NULL, record_cb);
  gtk_widget_class_install_action (widget_class, "tests.remove", "x", remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
callboard_rehearsal_tests_init (CallboardRehearsalTests *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardRehearsalTests *
callboard_rehearsal_tests_new (GtkWindow      *parent,
                               CallboardStore *store,
                               gint64          campaign,
                               gint64          enrolment,
                               const char     *name)
{
  CallboardRehearsalTests *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_REHEARSAL_TESTS, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->campaign = campaign;
  self->enrolment = enrolment;
  gtk_editable_set_text (self->name, name);
  g_signal_connect_object (store, "changed", G_CALLBACK (on_store_changed_cb), self, G_CONNECT_SWAPPED);
  refresh (self);

  return self;
}
