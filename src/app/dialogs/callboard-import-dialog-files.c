/* callboard-import-dialog-files.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-dialog-private.h"

#include "callboard-import-load.h"

/* Where a table comes from, and where the rows that were left out go: files, the clipboard, a drop. */

static void
on_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(CallboardImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;
  CallboardTable *table = callboard_import_read_finish (result, &error);

  if (self->store == NULL)
    {
      g_clear_pointer (&table, callboard_table_unref);
      return;
    }

  if (table == NULL)
    {
      callboard_import_dialog_show_fault (self, "file", error);
      return;
    }

  g_clear_pointer (&self->table, callboard_table_unref);
  self->table = table;
  callboard_import_columns_page_set_table (self->columns, table);
  callboard_import_dialog_show_page (self, "columns");
}

void
callboard_import_dialog_begin_reading (CallboardImportDialog *self)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  callboard_import_dialog_show_page (self, "reading");
}

void
callboard_import_dialog_open (CallboardImportDialog *self,
                              GFile                 *file)
{
  g_return_if_fail (CALLBOARD_IS_IMPORT_DIALOG (self));
  g_return_if_fail (G_IS_FILE (file));

  callboard_import_dialog_begin_reading (self);
  callboard_import_read_async (file, self->cancellable, on_read_cb, g_object_ref (self));
}

static void
parse_text (CallboardImportDialog *self,
            const char            *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  callboard_import_dialog_begin_reading (self);
  callboard_import_parse_async (bytes, self->cancellable, on_read_cb, g_object_ref (self));
}

static void
on_open_response_cb (CallboardImportDialog *self,
                     int                    response,
                     GtkNativeDialog       *chooser)
{
  g_autoptr(GFile) file = NULL;

  g_assert (CALLBOARD_IS_IMPORT_DIALOG (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    callboard_import_dialog_open (self, file);
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);
  g_autoptr(GtkFileFilter) tables = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Choose a Table"), GTK_WINDOW (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Open"), NULL);
  gtk_file_filter_set_name (tables, _("Tables as text (CSV)"));
  gtk_file_filter_add_mime_type (tables, "text/csv");
  gtk_file_filter_add_mime_type (tables, "text/plain");
  gtk_file_filter_add_mime_type (tables, "text/tab-separated-values");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), tables);
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), all);

  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_open_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_pasted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardImportDialog) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self->store == NULL)
    return;

  if (text == NULL || *text == '\0')
    callboard_notice_set_text (self->notice,
                               _("There is no text on the clipboard. Copy the cells in your spreadsheet first."));
  else
    parse_text (self, text);
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "file") == 0)
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_pasted_cb, g_object_ref (self));
}

static gboolean
on_dropped_cb (CallboardImportDialog *self,
               const GValue          *value,
               double                 x,
               double                 y,
               GtkDropTarget         *target)
{
  GSList *files = g_value_get_boxed (value);

  g_assert (CALLBOARD_IS_IMPORT_DIALOG (self));

  if (files == NULL || gtk_stack_get_visible_child_name (self->stack) == NULL ||
      g_strv_contains ((const char * const[]) { "checking", "reading", "running", NULL },
                       gtk_stack_get_visible_child_name (self->stack)))
    return FALSE;

  callboard_import_dialog_open (self, files->data);

  return TRUE;
}

static void
on_written_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(CallboardImportDialog) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    callboard_notice_set_text (self->notice, error->message);
  else if (self->store != NULL)
    gtk_widget_set_sensitive (self->save, FALSE);
}

static void
on_save_response_cb (CallboardImportDialog *self,
                     int                    response,
                     GtkNativeDialog       *chooser)
{
  g_autoptr(GFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;
  char *csv;

  g_assert (CALLBOARD_IS_IMPORT_DIALOG (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  csv = callboard_import_plan_dup_left_out (callboard_import_rows_get_plan (self->rows));
  bytes = g_bytes_new_take (csv, strlen (csv));
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, on_written_cb,
                                       g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardImportDialog *self = CALLBOARD_IMPORT_DIALOG (widget);

  if (self->rows == NULL)
    return;

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Save the Rows That Were Left Out"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), _("Left out.csv"));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_save_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

void
callboard_import_dialog_class_init_files (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "import.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "import.save-left-out", NULL, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "import.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_o, GDK_CONTROL_MASK, "import.choose", NULL);
}

void
callboard_import_dialog_init_files (CallboardImportDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
