/* callboard-import-dialog.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-dialog-private.h"

#include "callboard-import-load.h"
#include "callboard-notice.h"
#include "callboard-queries-jobs.h"

G_DEFINE_FINAL_TYPE (CallboardImportDialog, callboard_import_dialog, ADW_TYPE_WINDOW)

static gboolean
is_page (CallboardImportDialog *self,
         const char            *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), name) == 0;
}

static gboolean
may_go_on (CallboardImportDialog *self)
{
  if (is_page (self, "columns"))
    return callboard_import_columns_page_is_complete (self->columns);
  if (is_page (self, "check"))
    return callboard_import_plan_count (callboard_import_rows_get_plan (self->rows), CALLBOARD_IMPORT_VALID) > 0;

  return is_page (self, "consent") && callboard_import_consent_page_is_complete (self->consent);
}

static void
update_actions (CallboardImportDialog *self)
{
  gboolean asking = is_page (self, "columns") || is_page (self, "check") || is_page (self, "consent");
  gboolean last = is_page (self, "consent");
  gboolean reading = is_page (self, "reading") || is_page (self, "checking");

  g_assert (CALLBOARD_IS_IMPORT_DIALOG (self));

  gtk_widget_set_visible (self->back, asking);
  gtk_widget_set_visible (self->close, is_page (self, "file") || reading);
  gtk_widget_set_visible (GTK_WIDGET (self->next), asking);
  gtk_button_set_label (self->next, last ? _("_Import") : _("_Next"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.next", asking && may_go_on (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.back", asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.stop", reading || is_page (self, "running"));
}

void
callboard_import_dialog_show_page (CallboardImportDialog *self,
                                   const char            *name)
{
  gtk_stack_set_visible_child_name (self->stack, name);
  callboard_notice_set_text (self->notice, NULL);
  update_actions (self);
}

/* Every fault is said on the page it belongs to. */
void
callboard_import_dialog_show_fault (CallboardImportDialog *self,
                                    const char            *page,
                                    const GError          *error)
{
  callboard_import_dialog_show_page (self, page);
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    callboard_notice_set_text (self->notice, error->message);
}

static void
on_checked_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CallboardImportPlan *plan = callboard_import_check_finish (result, &error);

  callboard_import_dialog_end_progress (self);
  if (self->store == NULL)
    {
      g_clear_pointer (&plan, callboard_import_plan_free);
      return;
    }

  if (plan == NULL)
    {
      callboard_import_dialog_show_fault (self, "columns", error);
      return;
    }

  callboard_import_consent_page_set_plan (self->consent, self->store, self->job, NULL);
  g_clear_object (&self->rows);
  self->rows = callboard_import_rows_new (plan);
  g_signal_connect_object (self->rows, "changed", G_CALLBACK (update_actions), self, G_CONNECT_SWAPPED);
  callboard_import_check_page_set_rows (self->check, self->rows);
  callboard_import_dialog_show_page (self, "check");
}

static void
check_rows (CallboardImportDialog *self)
{
  g_autoptr(GError) error = NULL;
  CallboardImportColumns columns;
  CallboardImportPlan *plan;

  plan = callboard_import_plan_new (callboard_store_get_reader (self->store), self->job, &error);
  if (plan == NULL)
    {
      callboard_import_dialog_show_fault (self, "columns", error);
      return;
    }

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  callboard_import_dialog_show_page (self, "checking");
  callboard_import_dialog_begin_progress (self, self->check_progress);
  callboard_import_columns_page_get_columns (self->columns, &columns);
  callboard_import_check_async (plan, self->table, &columns, callboard_import_dialog_note_progress, self,
                                self->cancellable, on_checked_cb, g_object_ref (self));
}

static void
next_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);

  if (!may_go_on (self))
    return;

  if (is_page (self, "columns"))
    {
      check_rows (self);
    }
  else if (is_page (self, "check"))
    {
      callboard_import_consent_page_set_plan (self->consent, self->store, self->job,
                                              callboard_import_rows_get_plan (self->rows));
      callboard_import_dialog_show_page (self, "consent");
    }
  else
    {
      callboard_import_dialog_run (self);
    }
}

static void
back_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);

  if (is_page (self, "columns"))
    callboard_import_dialog_show_page (self, "file");
  else if (is_page (self, "check"))
    callboard_import_dialog_show_page (self, "columns");
  else if (is_page (self, "consent"))
    callboard_import_dialog_show_page (self, "check");
}

static void
stop_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);

  /* A press is seen at once, even while the database is busy with somebody else. */
  gtk_widget_action_set_enabled (widget, "import.stop", FALSE);
  g_cancellable_cancel (self->cancellable);
}

static void
callboard_import_dialog_dispose (GObject *object)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_IMPORT_DIALOG);
  g_clear_object (&self->rows);
  g_clear_object (&self->store);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->table, callboard_table_unref);

  G_OBJECT_CLASS (callboard_import_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-import-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, back);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, check);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, check_progress);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, close);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, columns);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, consent);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, next);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, result);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, save);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportDialog, window_title);
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
}

static void
callboard_import_dialog_class_init (CallboardImportDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_import_dialog_dispose;

  g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, G_TYPE_POINTER);

  bind_children (widget_class);
  callboard_import_dialog_class_init_files (widget_class);
  gtk_widget_class_install_action (widget_class, "import.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "import.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "import.stop", NULL, stop_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "import.next", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "import.back", NULL);

  g_type_ensure (CALLBOARD_TYPE_IMPORT_CHECK_PAGE);
  g_type_ensure (CALLBOARD_TYPE_IMPORT_COLUMNS_PAGE);
  g_type_ensure (CALLBOARD_TYPE_IMPORT_CONSENT_PAGE);
  g_type_ensure (CALLBOARD_TYPE_NOTICE);
}

static void
callboard_import_dialog_init (CallboardImportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_import_dialog_init_files (self);
  callboard_import_dialog_show_page (self, "file");
}

CallboardImportDialog *
callboard_import_dialog_new (GtkWindow      *parent,
                             CallboardStore *store,
                             gint64          job)
{
  g_autoptr(CallboardJobRow) row = NULL;
  CallboardImportDialog *self;

  g_return_val_if_fail (CALLBOARD_IS_STORE (store), NULL);

  self = g_object_new (CALLBOARD_TYPE_IMPORT_DIALOG, "transient-for", parent, NULL);
  self->store = g_object_ref (store);
  self->job = job;
  row = callboard_queries_load_job (callboard_store_get_reader (store), job, NULL);
  adw_window_title_set_subtitle (self->window_title, row ? row->title : "");

  return self;
}
