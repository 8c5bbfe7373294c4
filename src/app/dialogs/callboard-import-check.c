/* callboard-import-check.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-check.h"

#include "callboard-import-faults.h"
#include "callboard-import-line.h"

struct _CallboardImportCheckPage
{
  GtkWidget              parent_instance;

  GtkListView           *all;
  GtkWidget             *box;
  GtkListView           *invalid;
  GtkToggleButton       *invalid_only;
  GtkStack              *stack;
  GtkLabel              *summary;

  CallboardImportFaults *faults;
  CallboardImportRows   *rows;
};

G_DEFINE_FINAL_TYPE (CallboardImportCheckPage, callboard_import_check_page, GTK_TYPE_WIDGET)

static char *
count_state (CallboardImportPlan  *plan,
             CallboardImportState  state)
{
  guint n = callboard_import_plan_count (plan, state);

  switch (state)
    {
    case CALLBOARD_IMPORT_VALID:
      return g_strdup_printf (ngettext ("%'u person will be added", "%'u people will be added", n), n);
    case CALLBOARD_IMPORT_PRESENT:
      return g_strdup_printf (ngettext ("%'u is in the job already", "%'u are in the job already", n), n);
    case CALLBOARD_IMPORT_INVALID:
      return g_strdup_printf (ngettext ("%'u cannot be added", "%'u cannot be added", n), n);
    }

  return NULL;
}

static void
update_summary (CallboardImportCheckPage *self)
{
  CallboardImportPlan *plan = callboard_import_rows_get_plan (self->rows);
  g_autofree char *valid = count_state (plan, CALLBOARD_IMPORT_VALID);
  g_autofree char *present = count_state (plan, CALLBOARD_IMPORT_PRESENT);
  g_autofree char *invalid = count_state (plan, CALLBOARD_IMPORT_INVALID);
  g_autoptr(GString) summary = g_string_new (valid);

  if (callboard_import_plan_count (plan, CALLBOARD_IMPORT_PRESENT) > 0)
    g_string_append_printf (summary, " · %s", present);
  if (callboard_import_plan_count (plan, CALLBOARD_IMPORT_INVALID) > 0)
    g_string_append_printf (summary, " · %s", invalid);
  gtk_label_set_text (self->summary, summary->str);
}

static void
show_rows (GtkListView *list,
           gpointer     rows)
{
  g_autoptr(GtkNoSelection) selection = gtk_no_selection_new (g_object_ref (rows));

  gtk_list_view_set_model (list, GTK_SELECTION_MODEL (selection));
}

/* Each list keeps its widgets, so that going from one to the other costs nothing; what nobody asks for is never made. */
static void
show_list (CallboardImportCheckPage *self)
{
  if (!gtk_toggle_button_get_active (self->invalid_only))
    {
      if (gtk_list_view_get_model (self->all) == NULL)
        show_rows (self->all, self->rows);
      gtk_stack_set_visible_child_name (self->stack, "all");
      return;
    }

  callboard_import_faults_refresh (self->faults);
  if (gtk_list_view_get_model (self->invalid) == NULL)
    show_rows (self->invalid, self->faults);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->faults)) > 0 ? "invalid" : "none");
}

static void
on_filter_toggled_cb (CallboardImportCheckPage *self)
{
  g_assert (CALLBOARD_IS_IMPORT_CHECK_PAGE (self));

  if (self->rows != NULL)
    show_list (self);
}

static void
on_row_activated_cb (CallboardImportCheckPage *self,
                     guint                     position,
                     GtkListView              *list)
{
  g_autoptr(CallboardImportItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (list)), position);

  g_assert (CALLBOARD_IS_IMPORT_CHECK_PAGE (self));

  if (item != NULL)
    callboard_import_item_edit_all (item);
}

static void
callboard_import_check_page_dispose (GObject *object)
{
  CallboardImportCheckPage *self = CALLBOARD_IMPORT_CHECK_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_IMPORT_CHECK_PAGE);
  g_clear_object (&self->faults);
  g_clear_object (&self->rows);

  G_OBJECT_CLASS (callboard_import_check_page_parent_class)->dispose (object);
}

static void
callboard_import_check_page_class_init (CallboardImportCheckPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_import_check_page_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-import-check.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, all);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, invalid);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, invalid_only);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportCheckPage, summary);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);

  g_type_ensure (CALLBOARD_TYPE_IMPORT_LINE);
}

static void
callboard_import_check_page_init (CallboardImportCheckPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_import_check_page_set_rows (CallboardImportCheckPage *self,
                                      CallboardImportRows      *rows)
{
  CallboardImportPlan *plan = callboard_import_rows_get_plan (rows);

  g_return_if_fail (CALLBOARD_IS_IMPORT_CHECK_PAGE (self));

  gtk_list_view_set_model (self->all, NULL);
  gtk_list_view_set_model (self->invalid, NULL);
  g_set_object (&self->rows, rows);
  g_clear_object (&self->faults);
  self->faults = callboard_import_faults_new (rows);
  g_signal_connect_object (rows, "changed", G_CALLBACK (update_summary), self, G_CONNECT_SWAPPED);
  gtk_toggle_button_set_active (self->invalid_only, callboard_import_plan_count (plan, CALLBOARD_IMPORT_INVALID) > 0);
  show_list (self);
  update_summary (self);
}
