/* callboard-node-row-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-node-row-private.h"

static void
show_problem (CallboardNodeRow *self,
              const char       *text,
              gboolean          is_error)
{
  GtkWidget *widgets[] = { GTK_WIDGET (self->problem), GTK_WIDGET (self->problem_icon) };

  for (guint i = 0; i < G_N_ELEMENTS (widgets); i++)
    {
      gtk_widget_remove_css_class (widgets[i], is_error ? "warning" : "error");
      gtk_widget_add_css_class (widgets[i], is_error ? "error" : "warning");
      gtk_widget_set_visible (widgets[i], text != NULL && (i == 0) == self->compact);
    }

  gtk_label_set_text (self->problem, text != NULL ? text : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->problem_icon), text);
}

void
callboard_node_row_check (CallboardNodeRow   *self,
                          CallboardFormMarks *marks)
{
  g_autofree char *words = NULL;
  gboolean is_error = FALSE;
  guint n;

  g_return_if_fail (CALLBOARD_IS_NODE_ROW (self));

  if (self->compact)
    {
      const char *text = callboard_form_marks_take (marks, self->node, NULL, &is_error);

      show_problem (self, text, is_error);
    }
  else
    {
      n = callboard_form_marks_count (marks, self->node, &is_error);
      words = n > 0 ? g_strdup_printf (ngettext ("%u problem", "%u problems", n), n) : NULL;
      show_problem (self, words, is_error);
    }

  if (self->fields != NULL && (self->expanded || self->compact))
    callboard_field_set_check (self->fields, marks);
}
