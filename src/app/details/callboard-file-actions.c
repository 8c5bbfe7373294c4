/* callboard-file-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-actions.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "callboard-execute.h"
#include "callboard-fetcher.h"
#include "callboard-files.h"
#include "callboard-queries-files.h"

#define STORE "callboard-store-of-files"

/* A copy on its way. */
typedef struct
{
  GtkWidget *widget;
  GFile     *target;
} Copy;

static void
copy_free (Copy *copy)
{
  g_clear_object (&copy->widget);
  g_clear_object (&copy->target);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static CallboardStore *
get_store (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), STORE);
}

static GFile *
find_stored (GtkWidget         *widget,
             CallboardFileLine *file)
{
  const char *directory = callboard_store_get_directory (get_store (widget));
  g_autofree char *path = callboard_files_get_path (directory, file->hash);
  g_autoptr(GError) error = NULL;

  if (path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return g_file_new_for_path (path);

  error = g_error_new_literal (CALLBOARD_FILES_ERROR, CALLBOARD_FILES_ERROR_MISSING,
                               _("The file is no longer in the data folder. Was it deleted?"));
  callboard_report (widget, error);

  return NULL;
}

static CallboardFileLine *
load (GtkWidget *widget,
      GVariant  *parameter)
{
  g_autoptr(GError) error = NULL;
  CallboardFileLine *file;

  if (get_store (widget) == NULL)
    return NULL;

  file = callboard_queries_load_file (callboard_store_get_reader (get_store (widget)), g_variant_get_int64 (parameter),
                                      &error);
  if (error != NULL)
    g_warning ("Could not read a file's row: %s", error->message);

  return file;
}

static void
on_shown_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(GtkWidget) widget = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) told = NULL;

  if (gtk_show_uri_full_finish (GTK_WINDOW (object), result, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Translators: %s is the system’s reason */
  told = g_error_new (G_IO_ERROR, G_IO_ERROR_FAILED, _("No program could open the file. Save it instead. (%s)"), error->message);
  callboard_report (widget, told);
}

static void
on_copied_to_open_cb (GObject      *object,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *uri = NULL;
  GtkRoot *root = gtk_widget_get_root (copy->widget);

  if (!g_file_copy_finish (G_FILE (object), result, &error))
    callboard_report (copy->widget, error);
  else if (GTK_IS_WINDOW (root))
    {
      uri = g_file_get_uri (copy->target);
      gtk_show_uri_full (GTK_WINDOW (root), uri, GDK_CURRENT_TIME, NULL, on_shown_cb, g_object_ref (copy->widget));
    }
}

/* Where it is gone with the session, if there is such a place. Another program gets a copy: it might change it. */
static GFile *
choose_place (CallboardFileLine *file)
{
  g_autofree char *folder = g_build_filename (g_get_user_runtime_dir (), "callboard", file->hash, NULL);
  g_autofree char *name = callboard_file_safe_name (file->name, file->type);

  g_mkdir_with_parents (folder, 0700);

  return g_file_new_build_filename (folder, name, NULL);
}

static void
copy_to (GtkWidget           *widget,
         GFile               *stored,
         GFile               *target,
         GAsyncReadyCallback  callback)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->widget = g_object_ref (widget);
  copy->target = g_object_ref (target);
  g_file_copy_async (stored, target, G_FILE_COPY_OVERWRITE | G_FILE_COPY_TARGET_DEFAULT_PERMS, G_PRIORITY_DEFAULT, NULL,
                     NULL, NULL, callback, copy);
}

static void
open_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr(CallboardFileLine) file = load (widget, parameter);
  g_autoptr(GFile) stored = file != NULL ? find_stored (widget, file) : NULL;
  g_autoptr(GFile) target = NULL;

  if (stored == NULL)
    return;

  target = choose_place (file);
  copy_to (widget, stored, target, on_copied_to_open_cb);
}

static void
on_saved_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;

  if (!g_file_copy_finish (G_FILE (object), result, &error))
    callboard_report (copy->widget, error);
}

static void
on_target_chosen_cb (GtkNativeDialog *dialog,
                     int              response,
                     Copy            *copy)
{
  g_autoptr(GFile) target = NULL;

  if (response == GTK_RESPONSE_ACCEPT &&
      (target = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog))) != NULL)
    copy_to (copy->widget, copy->target, target, on_saved_cb);

  copy_free (copy);
  g_object_unref (dialog);
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr(CallboardFileLine) file = load (widget, parameter);
  g_autoptr(GFile) stored = file != NULL ? find_stored (widget, file) : NULL;
  g_autofree char *name = NULL;
  GtkFileChooserNative *dialog;
  Copy *copy;

  if (stored == NULL)
    return;

  name = callboard_file_safe_name (file->name, file->type);
  dialog = gtk_file_chooser_native_new (_("Save File"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  copy = g_new0 (Copy, 1);
  copy->widget = g_object_ref (widget);
  copy->target = g_steal_pointer (&stored);
  g_signal_connect (dialog, "response", G_CALLBACK (on_target_chosen_cb), copy);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
again_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  if (get_store (widget) != NULL)
    callboard_execute (widget, get_store (widget), callboard_fetch_again_command_new (g_variant_get_int64 (parameter)));
}

void
callboard_file_actions_init (GtkWidgetClass *widget_class)
{
  g_return_if_fail (GTK_IS_WIDGET_CLASS (widget_class));

  gtk_widget_class_install_action (widget_class, "file.open", "x", open_cb);
  gtk_widget_class_install_action (widget_class, "file.save", "x", save_cb);
  gtk_widget_class_install_action (widget_class, "file.again", "x", again_cb);
}

void
callboard_file_actions_set_store (GtkWidget      *widget,
                                  CallboardStore *store)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  g_object_set_data_full (G_OBJECT (widget), STORE, g_object_ref (store), g_object_unref);
}
