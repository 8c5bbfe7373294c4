/* callboard-campaign-file-actions.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-campaign-file-actions.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "callboard-campaign-file.h"
#include "callboard-draft-document.h"

/* What is done in a window, which may be closed meanwhile. */
typedef struct
{
  GWeakRef                  window;
  CallboardOpenDraft       *open;
  CallboardCampaignFileSay  say;
  char                     *name;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_weak_ref_clear (&work->window);
  g_object_unref (work->open);
  g_free (work->name);
  g_free (work);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Work, work_free)

static Work *
work_new (GtkWindow                *window,
          CallboardOpenDraft       *open,
          CallboardCampaignFileSay  say)
{
  Work *work = g_new0 (Work, 1);

  g_weak_ref_init (&work->window, window);
  work->open = g_object_ref (open);
  work->say = say;

  return work;
}

static void
work_free_closure (gpointer  data,
                   GClosure *closure)
{
  work_free (data);
}

static const char *
get_directory (CallboardOpenDraft *open)
{
  return callboard_store_get_directory (callboard_open_draft_get_store (open));
}

static void
explain (Work         *work,
         const char   *heading,
         const GError *error)
{
  g_autoptr(GtkWindow) window = g_weak_ref_get (&work->window);
  GtkWidget *dialog;

  if (window == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  dialog = adw_message_dialog_new (window, heading, error->message);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tell (Work       *work,
      const char *text)
{
  g_autoptr(GtkWindow) window = g_weak_ref_get (&work->window);

  if (window != NULL)
    work->say (window, text);
}

static void
on_exported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Work) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = g_strdup_printf (_("The campaign was exported to “%s”."), work->name);

  if (callboard_campaign_file_export_finish (result, &error))
    tell (work, text);
  else
    explain (work, _("The Campaign Was Not Exported"), error);
}

static void
export_to (Work  *work,
           GFile *file)
{
  g_autofree char *document = callboard_draft_to_document (callboard_open_draft_get_draft (work->open));
  Work *next = work_new (NULL, work->open, work->say);
  g_autoptr(GtkWindow) window = g_weak_ref_get (&work->window);

  g_weak_ref_set (&next->window, window);
  next->name = g_file_get_basename (file);
  callboard_campaign_file_export_async (get_directory (work->open), document, g_file_peek_path (file), NULL,
                                        on_exported_cb, next);
}

static GtkFileFilter *
create_filter (void)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _("Campaigns"));
  gtk_file_filter_add_pattern (filter, "*" CALLBOARD_CAMPAIGN_FILE_EXTENSION);
  gtk_file_filter_add_pattern (filter, "*.json");

  return filter;
}

/* The window holds the chooser until it is answered. */
static void
on_response_cb (GtkNativeDialog *chooser,
                int              response,
                gpointer         user_data)
{
  Work *work = user_data;
  g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
  g_autoptr(GtkWindow) window = g_weak_ref_get (&work->window);
  gboolean save = gtk_file_chooser_get_action (GTK_FILE_CHOOSER (chooser)) == GTK_FILE_CHOOSER_ACTION_SAVE;

  if (response == GTK_RESPONSE_ACCEPT && file != NULL && g_file_peek_path (file) != NULL && save)
    export_to (work, file);
  else if (response == GTK_RESPONSE_ACCEPT && file != NULL && window != NULL && !save)
    callboard_campaign_file_load (window, work->open, file, work->say);

  if (window != NULL)
    g_object_set_data (G_OBJECT (window), "campaign-file-chooser", NULL);
}

static void
show_chooser (GtkWindow            *window,
              GtkFileChooserNative *chooser,
              Work                 *work)
{
  g_autoptr(GtkFileFilter) filter = create_filter ();

  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (on_response_cb), work, work_free_closure, 0);
  g_object_set_data_full (G_OBJECT (window), "campaign-file-chooser", chooser, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
callboard_campaign_file_choose_export (GtkWindow                *window,
                                       CallboardOpenDraft       *open,
                                       CallboardCampaignFileSay  say)
{
  g_autofree char *name = NULL;
  GtkFileChooserNative *chooser;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (open));
  g_return_if_fail (say != NULL);

  name = callboard_campaign_file_suggest_name (callboard_open_draft_get_stage_name (open));
  chooser = gtk_file_chooser_native_new (_("Export Campaign"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Export"), NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  show_chooser (window, chooser, work_new (window, open, say));
}

void
callboard_campaign_file_choose_import (GtkWindow                *window,
                                       CallboardOpenDraft       *open,
                                       CallboardCampaignFileSay  say)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (open));
  g_return_if_fail (say != NULL);

  show_chooser (window, gtk_file_chooser_native_new (_("Import Campaign"), window, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                     _("_Import"), NULL),
                work_new (window, open, say));
}

static void
on_imported_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Work) work = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *document = callboard_campaign_file_import_finish (result, &error);
  g_autoptr(CallboardDraft) other = document != NULL ? callboard_draft_from_document (document, &error) : NULL;
  g_autofree char *text = NULL;

  if (other == NULL)
    {
      explain (work, _("The Campaign Was Not Imported"), error);
      return;
    }

  callboard_draft_adopt (callboard_open_draft_get_draft (work->open), other, _("Import Campaign"));
  text = g_strdup_printf (_("“%s” is the draft now. Undo brings back the one before."), work->name);
  tell (work, text);
}

void
callboard_campaign_file_load (GtkWindow                *window,
                              CallboardOpenDraft       *open,
                              GFile                    *file,
                              CallboardCampaignFileSay  say)
{
  g_autoptr(GError) error = NULL;
  Work *work;

  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (CALLBOARD_IS_OPEN_DRAFT (open));
  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (say != NULL);

  work = work_new (window, open, say);
  work->name = g_file_get_basename (file);
  if (g_file_peek_path (file) != NULL)
    {
      callboard_campaign_file_import_async (get_directory (open), g_file_peek_path (file), NULL, on_imported_cb, work);
      return;
    }

  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                       _("The file is not on this computer. Copy it to a folder first."));
  explain (work, _("The Campaign Was Not Imported"), error);
  work_free (work);
}

static gboolean
on_drop_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  Work *work = user_data;
  GSList *files = g_value_get_boxed (value);
  g_autoptr(GtkWindow) window = g_weak_ref_get (&work->window);

  if (files == NULL || window == NULL)
    return FALSE;

  callboard_campaign_file_load (window, work->open, files->data, work->say);

  return TRUE;
}

GtkEventController *
callboard_campaign_file_drop_new (GtkWindow                *window,
                                  CallboardOpenDraft       *open,
                                  CallboardCampaignFileSay  say)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_val_if_fail (GTK_IS_WINDOW (window), NULL);

  g_signal_connect_data (target, "drop", G_CALLBACK (on_drop_cb), work_new (window, open, say), work_free_closure, 0);

  return GTK_EVENT_CONTROLLER (target);
}

/* What is dragged, and the folder of its own that it lies in. */
typedef struct
{
  char *directory;
  char *document;
  char *name;
  char *folder;
  char *path;
} Parcel;

/* Whoever took the file may still be copying it when the drag has ended: it goes with the widget, or the next drag. */
static void
remove_file (Parcel *parcel)
{
  if (parcel->path != NULL)
    g_unlink (parcel->path);

  if (parcel->folder != NULL)
    g_rmdir (parcel->folder);

  g_clear_pointer (&parcel->path, g_free);
  g_clear_pointer (&parcel->folder, g_free);
}

static void
parcel_free (gpointer  data,
             GClosure *closure)
{
  Parcel *parcel = data;

  remove_file (parcel);
  g_free (parcel->directory);
  g_free (parcel->document);
  g_free (parcel->name);
  g_free (parcel);
}

static GdkContentProvider *
on_prepare_cb (GtkDragSource *source,
               double         x,
               double         y,
               gpointer       user_data)
{
  Parcel *parcel = user_data;
  g_autofree char *name = callboard_campaign_file_suggest_name (parcel->name);
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = NULL;

  remove_file (parcel);
  parcel->folder = g_dir_make_tmp ("callboard-XXXXXX", NULL);
  if (parcel->folder == NULL)
    return NULL;

  parcel->path = g_build_filename (parcel->folder, name, NULL);
  if (!callboard_campaign_file_export (parcel->directory, parcel->document, parcel->path, NULL, &error))
    {
      g_debug ("Nothing to drag: %s", error->message);
      return NULL;
    }

  file = g_file_new_for_path (parcel->path);

  return gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, &(GSList) { file, NULL });
}

GtkEventController *
callboard_campaign_file_drag_new (CallboardStore *store,
                                  const char     *document,
                                  const char     *name)
{
  GtkDragSource *source = gtk_drag_source_new ();
  Parcel *parcel = g_new0 (Parcel, 1);

  parcel->directory = g_strdup (callboard_store_get_directory (store));
  parcel->document = g_strdup (document);
  parcel->name = g_strdup (name);
  g_signal_connect_data (source, "prepare", G_CALLBACK (on_prepare_cb), parcel, parcel_free, 0);

  return GTK_EVENT_CONTROLLER (source);
}
