/* callboard-trouble-window.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-trouble-window.h"

#include <glib/gi18n.h>

#include "callboard-db.h"

struct _CallboardTroubleWindow
{
  AdwApplicationWindow  parent_instance;

  GtkButton            *folder_button;
  AdwStatusPage        *page;
  char                 *folder;
};

G_DEFINE_FINAL_TYPE (CallboardTroubleWindow, callboard_trouble_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the error does not say by itself, or NULL. */
typedef struct
{
  CallboardStoreError  code;
  const char          *title;
  const char          *advice;
} Trouble;

static const Trouble troubles[] = {
  { CALLBOARD_STORE_ERROR_NEWER, N_("Made by a Newer Callboard"), NULL },
  { CALLBOARD_STORE_ERROR_CORRUPT, N_("The Database Is Damaged"),
    N_("Nothing was changed. Quit, put the newest copy in the place of “callboard.db”, and start Callboard again.") },
  { CALLBOARD_STORE_ERROR_READ_ONLY, N_("The Database Cannot Be Written"),
    N_("Nothing was changed. Start Callboard again when it can be written.") },
  { CALLBOARD_STORE_ERROR_LOCKED, N_("The Database Is in Use"),
    N_("Close the other one first. It may run in the background, or on another computer.") },
  { CALLBOARD_STORE_ERROR_FULL, N_("The Disk Is Full"), NULL },
  { CALLBOARD_STORE_ERROR_FAILED, N_("The Database Could Not Be Opened"),
    N_("Nothing was changed. Copies of the database are kept in the backup folder.") },
};

static const Trouble *
find_trouble (const GError *error)
{
  for (guint i = 0; i < G_N_ELEMENTS (troubles); i++)
    {
      if (g_error_matches (error, CALLBOARD_STORE_ERROR, (int) troubles[i].code))
        return &troubles[i];
    }

  return &troubles[G_N_ELEMENTS (troubles) - 1];
}

static void
open_folder_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CallboardTroubleWindow *self = CALLBOARD_TROUBLE_WINDOW (widget);
  g_autofree char *uri = g_filename_to_uri (self->folder, NULL, NULL);

  gtk_show_uri (GTK_WINDOW (self), uri, GDK_CURRENT_TIME);
}

/* The copies are wanted; before there are any, the folder that would hold them. */
static void
choose_folder (CallboardTroubleWindow *self,
               const char             *directory)
{
  g_autofree char *path = g_canonicalize_filename (directory, NULL);
  g_autofree char *backups = g_build_filename (path, "backups", NULL);
  gboolean kept = g_file_test (backups, G_FILE_TEST_IS_DIR);

  self->folder = kept ? g_steal_pointer (&backups) : g_steal_pointer (&path);
  gtk_button_set_label (self->folder_button, kept ? _("Open _Backup Folder") : _("Open Data _Folder"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "trouble.open-folder",
                                 g_file_test (self->folder, G_FILE_TEST_IS_DIR));
}

static void
callboard_trouble_window_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_TROUBLE_WINDOW);

  G_OBJECT_CLASS (callboard_trouble_window_parent_class)->dispose (object);
}

static void
callboard_trouble_window_finalize (GObject *object)
{
  g_free (CALLBOARD_TROUBLE_WINDOW (object)->folder);

  G_OBJECT_CLASS (callboard_trouble_window_parent_class)->finalize (object);
}

static void
callboard_trouble_window_class_init (CallboardTroubleWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_trouble_window_dispose;
  object_class->finalize = callboard_trouble_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/callboard-trouble-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardTroubleWindow, folder_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardTroubleWindow, page);

  gtk_widget_class_install_action (widget_class, "trouble.open-folder", NULL, open_folder_cb);
}

static void
callboard_trouble_window_init (CallboardTroubleWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

CallboardTroubleWindow *
callboard_trouble_window_new (GtkApplication *application,
                              const char     *directory,
                              const GError   *error)
{
  CallboardTroubleWindow *self;
  const Trouble *trouble = find_trouble (error);
  g_autofree char *text = trouble->advice == NULL ? g_strdup (error->message)
                                                  : g_strdup_printf ("%s\n\n%s", error->message, _(trouble->advice));
  g_autofree char *markup = g_markup_escape_text (text, -1);

  self = g_object_new (CALLBOARD_TYPE_TROUBLE_WINDOW, "application", application, NULL);
  choose_folder (self, directory);
  adw_status_page_set_title (self->page, _(trouble->title));
  adw_status_page_set_description (self->page, markup);

  return self;
}
