/* callboard-test-results.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-test-results.h"

#include <glib/gi18n.h>

#include "callboard-rehearsal-test.h"
#include "callboard-util.h"

struct _CallboardTestResults
{
  AdwBin                parent_instance;

  AdwPreferencesGroup  *group;
  GPtrArray            *rows;
  char                 *shown;
};

G_DEFINE_FINAL_TYPE (CallboardTestResults, callboard_test_results, ADW_TYPE_BIN)

static gboolean
is_as_before (const CallboardRehearsalTest *test)
{
  return test->trouble == NULL && test->n_changed == 0;
}

static void
append_line (AdwExpanderRow                *row,
             const CallboardTranscriptLine *line)
{
  gboolean gone = line->change == CALLBOARD_TRANSCRIPT_GONE;
  /* Translators: what a text was, and what it is now */
  g_autofree char *text = g_strdup_printf (gone ? _("Was: %s") : _("Is: %s"), line->text);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "change");
  if (gone)
    gtk_widget_add_css_class (label, "dim-label");

  adw_expander_row_add_row (row, label);
}

static void
append_test (CallboardTestResults         *self,
             const CallboardRehearsalTest *test)
{
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *trouble = test->trouble != NULL ? g_markup_escape_text (test->trouble, -1) : NULL;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), test->name);
  if (trouble != NULL)
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), trouble);

  adw_expander_row_add_prefix (ADW_EXPANDER_ROW (row),
                               gtk_image_new_from_icon_name (trouble != NULL ? "callboard-failed-symbolic"
                                                                             : "callboard-flag-symbolic"));
  for (guint i = 0; test->lines != NULL && i < test->lines->len; i++)
    {
      const CallboardTranscriptLine *line = g_ptr_array_index (test->lines, i);

      if (line->change != CALLBOARD_TRANSCRIPT_SAME)
        append_line (ADW_EXPANDER_ROW (row), line);
    }

  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (row), test->n_changed > 0);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_title (CallboardTestResults *self,
            guint                 n_changed,
            guint                 n_tests)
{
  g_autofree char *title = NULL;

  if (n_changed == 0)
    title = g_strdup_printf (ngettext ("The recorded rehearsal says what it said", "All %u recorded rehearsals say what they said",
                                       n_tests), n_tests);
  else
    title = g_strdup_printf (ngettext ("%u of %u recorded rehearsals says something else now",
                                       "%u of %u recorded rehearsals say something else now", n_changed), n_changed, n_tests);

  adw_preferences_group_set_title (self->group, title);
}

/* Whether the rows would say something else. Making them anew would fold them. */
static gboolean
note_state (CallboardTestResults *self,
            GPtrArray            *tests)
{
  g_autoptr(GString) state = g_string_new (NULL);

  for (guint i = 0; i < tests->len; i++)
    {
      const CallboardRehearsalTest *test = g_ptr_array_index (tests, i);

      g_string_append_printf (state, "%s\n%s\n", test->name, test->trouble != NULL ? test->trouble : "");
      for (guint j = 0; test->lines != NULL && j < test->lines->len; j++)
        {
          const CallboardTranscriptLine *line = g_ptr_array_index (test->lines, j);

          g_string_append_printf (state, "%d %s\n", line->change, line->text);
        }
    }

  return callboard_set_str (&self->shown, state->str);
}

static void
show_tests (CallboardTestResults *self,
            GPtrArray            *tests)
{
  guint n_changed = 0;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < tests->len; i++)
    {
      const CallboardRehearsalTest *test = g_ptr_array_index (tests, i);

      if (is_as_before (test))
        continue;

      n_changed++;
      append_test (self, test);
    }

  show_title (self, n_changed, tests->len);
}

static void
callboard_test_results_finalize (GObject *object)
{
  CallboardTestResults *self = CALLBOARD_TEST_RESULTS (object);

  g_ptr_array_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (callboard_test_results_parent_class)->finalize (object);
}

static void
callboard_test_results_class_init (CallboardTestResultsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = callboard_test_results_finalize;
}

static void
callboard_test_results_init (CallboardTestResults *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
callboard_test_results_new (void)
{
  return g_object_new (CALLBOARD_TYPE_TEST_RESULTS, NULL);
}

gboolean
callboard_test_results_play (CallboardTestResults  *self,
                             CallboardDb           *db,
                             gint64                 campaign,
                             const char            *document,
                             GError               **error)
{
  g_autoptr(GPtrArray) tests = NULL;

  g_return_val_if_fail (CALLBOARD_IS_TEST_RESULTS (self), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  tests = callboard_rehearsal_tests_run (db, campaign, document, error);
  gtk_widget_set_visible (GTK_WIDGET (self), tests != NULL && tests->len > 0);
  if (tests == NULL)
    return FALSE;

  if (note_state (self, tests))
    show_tests (self, tests);

  return TRUE;
}
