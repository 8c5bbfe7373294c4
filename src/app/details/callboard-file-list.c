/* callboard-file-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-list.h"

#include <glib/gi18n.h>

#include "callboard-file-chip.h"
#include "callboard-format.h"

struct _CallboardFileList
{
  GtkWidget   parent_instance;

  GtkListBox *list;

  GPtrArray  *files;
};

G_DEFINE_FINAL_TYPE (CallboardFileList, callboard_file_list, GTK_TYPE_WIDGET)

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (!callboard_file_line_is_same (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
        return FALSE;
    }

  return TRUE;
}

static char *
describe (const CallboardFileLine *file,
          gint64                   now)
{
  g_autofree char *since = callboard_format_since (file->at, now);

  if (file->outbound)
    /* Translators: a file that was sent to the candidate; %s is when */
    return g_strdup_printf (_("sent %s"), since);

  return file->question != NULL ? g_strdup_printf ("%s · %s", since, file->question) : g_steal_pointer (&since);
}

static void
add (CallboardFileList       *self,
     const CallboardFileLine *file,
     const char              *directory,
     gint64                   now)
{
  g_autofree char *extra = describe (file, now);
  g_autofree char *name = callboard_file_chip_describe (file);
  g_autofree char *exactly = callboard_format_exactly (file->at);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), callboard_file_chip_new (file, directory, extra));
  gtk_widget_set_tooltip_text (row, exactly);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}

static void
callboard_file_list_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_FILE_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (callboard_file_list_parent_class)->dispose (object);
}

static void
callboard_file_list_finalize (GObject *object)
{
  g_clear_pointer (&CALLBOARD_FILE_LIST (object)->files, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_file_list_parent_class)->finalize (object);
}

static void
callboard_file_list_class_init (CallboardFileListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_file_list_dispose;
  object_class->finalize = callboard_file_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-file-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardFileList, list);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_file_list_init (CallboardFileList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_file_list_refresh (CallboardFileList *self,
                             CallboardStore    *store,
                             gint64             application)
{
  gint64 now = callboard_clock_now (callboard_store_get_clock (store));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = NULL;
  GtkListBoxRow *row;

  g_return_if_fail (CALLBOARD_IS_FILE_LIST (self));
  g_return_if_fail (CALLBOARD_IS_STORE (store));

  files = callboard_queries_load_files (callboard_store_get_reader (store), application, &error);
  if (files == NULL)
    {
      g_warning ("Could not read files: %s", error->message);
      return;
    }

  if (is_same (self->files, files))
    return;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  for (guint i = files->len; i > 0; i--)
    add (self, g_ptr_array_index (files, i - 1), callboard_store_get_directory (store), now);

  g_clear_pointer (&self->files, g_ptr_array_unref);
  self->files = g_steal_pointer (&files);
}
