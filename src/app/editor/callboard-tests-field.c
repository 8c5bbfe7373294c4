/* callboard-tests-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-fields.h"
#include "callboard-flags.h"
#include "callboard-test-edit.h"

/* More would be no rule that anybody could follow. */
#define MAX_TESTS 8

struct _CallboardTestsField
{
  AdwExpanderRow     parent_instance;

  GtkWidget         *add;
  CallboardTestEdit *edits[MAX_TESTS];
  GtkWidget         *rows[MAX_TESTS];
  guint              n_shown;
};

static void
show_summary (CallboardTestsField  *self,
              char                **tests)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *markup = NULL;

  for (guint i = 0; tests[i] != NULL; i++)
    {
      g_autofree char *said = callboard_test_edit_describe (tests[i]);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", said);
    }

  markup = g_markup_escape_text (words->str, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), tests[0] != NULL ? markup : _("Never"));
}

static void
callboard_tests_field_show (CallboardField *field)
{
  CallboardTestsField *self = CALLBOARD_TESTS_FIELD (field);
  g_auto(GStrv) tests = callboard_flags_list (callboard_field_get_node (field));

  self->n_shown = MIN (g_strv_length (tests), MAX_TESTS);
  for (guint i = 0; i < MAX_TESTS; i++)
    {
      g_autofree char *shown = callboard_test_edit_get_text (self->edits[i]);

      gtk_widget_set_visible (self->rows[i], i < self->n_shown);
      if (i < self->n_shown && !g_str_equal (shown, tests[i]))
        callboard_test_edit_set_text (self->edits[i], tests[i]);
    }

  gtk_widget_set_visible (gtk_widget_get_parent (self->add), self->n_shown < MAX_TESTS);
  show_summary (self, tests);
}

static void
callboard_tests_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_tests_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardTestsField, callboard_tests_field, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_tests_field_iface_init))

/* Writes what is shown, but for one line, and with another one at the end. */
static void
put (CallboardTestsField *self,
     guint                without,
     const char          *more)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) tests = NULL;

  if (callboard_field_is_showing (CALLBOARD_FIELD (self)))
    return;

  for (guint i = 0; i < self->n_shown; i++)
    {
      g_autofree char *text = callboard_test_edit_get_text (self->edits[i]);

      if (i != without)
        g_strv_builder_add (builder, text);
    }

  if (more != NULL)
    g_strv_builder_add (builder, more);
  tests = g_strv_builder_end (builder);
  callboard_flags_put (callboard_field_get_node (CALLBOARD_FIELD (self)), (const char * const *) tests);
}

static void
on_edit_changed_cb (CallboardTestsField *self)
{
  g_assert (CALLBOARD_IS_TESTS_FIELD (self));

  put (self, G_MAXUINT, NULL);
}

static void
on_add_clicked_cb (CallboardTestsField *self)
{
  g_assert (CALLBOARD_IS_TESTS_FIELD (self));

  put (self, G_MAXUINT, "<1");
  gtk_widget_child_focus (GTK_WIDGET (self->edits[self->n_shown - 1]), GTK_DIR_TAB_FORWARD);
}

static void
on_remove_clicked_cb (CallboardTestsField *self,
                      GtkWidget           *button)
{
  g_assert (CALLBOARD_IS_TESTS_FIELD (self));

  put (self, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position")), NULL);
}

static void
callboard_tests_field_class_init (CallboardTestsFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
}

static void
add_edit (CallboardTestsField *self,
          guint                position)
{
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");
  CallboardTestEdit *edit = g_object_new (CALLBOARD_TYPE_TEST_EDIT, NULL);

  self->rows[position] = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Answer"), NULL);
  self->edits[position] = edit;
  gtk_widget_add_css_class (remove, "flat");
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (remove, _("Delete"));
  g_object_set_data (G_OBJECT (remove), "position", GUINT_TO_POINTER (position));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[position]), GTK_WIDGET (edit));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[position]), remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->rows[position]);
  g_signal_connect_swapped (edit, "changed", G_CALLBACK (on_edit_changed_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
}

static void
callboard_tests_field_init (CallboardTestsField *self)
{
  for (guint i = 0; i < MAX_TESTS; i++)
    add_edit (self, i);

  self->add = gtk_button_new_with_label (_("Add Comparison"));
  gtk_widget_add_css_class (self->add, "flat");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_clicked_cb), self);
}
