/* callboard-file-field-take.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-field-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>

#include "callboard-draft.h"
#include "callboard-files.h"
#include "callboard-form.h"

/* No telephone makes or shows more; providers shrink it or refuse it. */
#define MAX_SIDE   10000
#define MAX_PIXELS G_GINT64_CONSTANT (50000000)

/* A file on its way into a block. */
typedef struct
{
  CallboardFileField *field;
  CallboardDraftNode *node;
  GFile              *file;
} Import;

static void
import_free (Import *import)
{
  g_object_unref (import->field);
  g_object_unref (import->node);
  g_object_unref (import->file);
  g_free (import);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Import, import_free)

static CallboardDraft *
begin (CallboardDraftNode *node,
       const char         *label)
{
  CallboardDraft *draft = callboard_draft_node_get_draft (node);

  if (draft != NULL)
    callboard_draft_begin (draft, label);

  return draft;
}

static void
put (const Import              *import,
     const CallboardStoredFile *stored)
{
  g_autofree char *base = g_file_get_basename (import->file);
  g_autofree char *name = callboard_file_safe_name (base, stored->type);
  CallboardDraft *draft = begin (import->node, _("Choose File"));

  if (draft == NULL)
    return;

  callboard_draft_node_set_text (import->node, "file.hash", stored->hash);
  callboard_draft_node_set_text (import->node, "file.name", name);
  callboard_draft_node_set_text (import->node, "file.media_type", stored->type);
  callboard_draft_node_set_number (import->node, "file.size", stored->size);
  callboard_draft_end (draft);
}

void
callboard_file_field_clear (CallboardFileField *self)
{
  static const char * const members[] = { "file", "file.hash", "file.name", "file.media_type", "file.size" };
  CallboardDraftNode *node = callboard_field_get_node (CALLBOARD_FIELD (self));
  CallboardDraft *draft = begin (node, _("Remove File"));

  g_return_if_fail (CALLBOARD_IS_FILE_FIELD (self));

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    callboard_draft_node_set (node, members[i], NULL);
  if (draft != NULL)
    callboard_draft_end (draft);
  callboard_notice_set_text (self->notice, NULL);
}

/* What is wrong with a file of that kind in such a block, NULL for nothing. */
static const char *
check_kind (const char                *block,
            const CallboardStoredFile *stored)
{
  if (g_str_equal (block, "image") && stored->kind != CALLBOARD_FILE_KIND_IMAGE)
    return _("This file is not a picture. Choose a JPEG or PNG, or send it in a Document block.");
  if (g_str_equal (block, "video") && stored->kind != CALLBOARD_FILE_KIND_VIDEO)
    return _("This file is not a video. Choose an MP4, or send it in a Document block.");

  return NULL;
}

static void
say (const Import *import,
     const char   *text)
{
  callboard_file_field_set_busy (import->field, FALSE);
  callboard_notice_set_text (import->field->notice, text);
}

static void
on_added_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Import) import = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CallboardStoredFile) stored = callboard_files_add_finish (result, &error);
  const char *fault = stored != NULL ? check_kind (callboard_draft_node_get_kind (import->node), stored) : NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  say (import, error != NULL ? error->message : fault);
  if (stored != NULL && fault == NULL)
    put (import, stored);
}

static void
add_file (Import *import)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (import->field), CALLBOARD_TYPE_FORM);
  const char *directory = form != NULL ? callboard_form_get_directory (CALLBOARD_FORM (form)) : NULL;
  g_autofree char *path = g_file_get_path (import->file);

  if (path == NULL || directory == NULL)
    {
      say (import, _("This file is not on this computer. Save it here first, then choose it."));
      import_free (import);
      return;
    }

  callboard_files_add_async (directory, path, CALLBOARD_FILES_MAX_SIZE, import->field->cancellable, on_added_cb, import);
}

static void
on_measured_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  Import *import = user_data;
  int width = 0;
  int height = 0;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  gdk_pixbuf_get_file_info_finish (result, &width, &height, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      import_free (import);
      return;
    }

  if (width <= MAX_SIDE && height <= MAX_SIDE && (gint64) width * height <= MAX_PIXELS)
    {
      add_file (import);
      return;
    }

  text = g_strdup_printf (_("The picture has %d × %d pixels, more than telephones can show. Make it smaller, "
                            "or send it in a Document block."), width, height);
  say (import, text);
  import_free (import);
}

void
callboard_file_field_take (CallboardFileField *self,
                           GFile              *file)
{
  Import *import;
  g_autofree char *path = NULL;

  g_return_if_fail (CALLBOARD_IS_FILE_FIELD (self));
  g_return_if_fail (G_IS_FILE (file));

  import = g_new0 (Import, 1);
  import->field = g_object_ref (self);
  import->node = g_object_ref (callboard_field_get_node (CALLBOARD_FIELD (self)));
  import->file = g_object_ref (file);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  callboard_notice_set_text (self->notice, NULL);
  callboard_file_field_set_busy (self, TRUE);

  path = g_file_get_path (file);
  if (path != NULL && g_str_equal (callboard_draft_node_get_kind (import->node), "image"))
    gdk_pixbuf_get_file_info_async (path, self->cancellable, on_measured_cb, import);
  else
    add_file (import);
}
