/* callboard-file-chip.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-chip.h"

#include <glib/gi18n.h>

#include "callboard-files.h"
#include "callboard-thumbnail.h"

#define THUMBNAIL_SIZE 160

struct _CallboardFileChip
{
  GtkWidget     parent_instance;

  GtkButton    *again_button;
  GtkLabel     *caption;
  GtkWidget    *frame;
  GtkImage     *icon;
  GtkLabel     *name;
  GtkButton    *open_button;
  GtkPicture   *picture;
  GtkLabel     *reason;
  GtkButton    *save_button;
  GtkSpinner   *spinner;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (CallboardFileChip, callboard_file_chip, GTK_TYPE_WIDGET)

static const char *
get_kind_words (CallboardFileKind kind)
{
  switch (kind)
    {
    case CALLBOARD_FILE_KIND_PDF:
      return _("PDF");
    case CALLBOARD_FILE_KIND_IMAGE:
      return _("Picture");
    case CALLBOARD_FILE_KIND_WORD:
      return _("Text document");
    case CALLBOARD_FILE_KIND_VIDEO:
      return _("Video");
    case CALLBOARD_FILE_KIND_AUDIO:
      return _("Voice or sound");
    case CALLBOARD_FILE_KIND_OTHER:
    default:
      return _("File");
    }
}

static const char *
get_icon (CallboardFileKind kind)
{
  switch (kind)
    {
    case CALLBOARD_FILE_KIND_IMAGE:
      return "image-x-generic-symbolic";
    case CALLBOARD_FILE_KIND_VIDEO:
      return "video-x-generic-symbolic";
    case CALLBOARD_FILE_KIND_AUDIO:
      return "audio-x-generic-symbolic";
    case CALLBOARD_FILE_KIND_PDF:
    case CALLBOARD_FILE_KIND_WORD:
      return "x-office-document-symbolic";
    case CALLBOARD_FILE_KIND_OTHER:
    default:
      return "callboard-attachment-symbolic";
    }
}

static char *
describe_state (const CallboardFileLine *file)
{
  const char *kind = get_kind_words (callboard_file_kind_from_type (file->type));
  g_autofree char *size = NULL;

  switch (file->state)
    {
    case CALLBOARD_FILE_STATE_FETCHING:
      /* Translators: a file that is being loaded; %s is what it is: "PDF", "Picture" */
      return g_strdup_printf (_("%s · loading…"), kind);
    case CALLBOARD_FILE_STATE_REFUSED:
      return g_strdup_printf (_("%s · not kept"), kind);
    case CALLBOARD_FILE_STATE_LOST:
      return g_strdup_printf (_("%s · not loaded"), kind);
    case CALLBOARD_FILE_STATE_STORED:
    default:
      size = g_format_size (file->size);
      return g_strdup_printf ("%s · %s", kind, size);
    }
}

char *
callboard_file_chip_describe (const CallboardFileLine *file)
{
  g_autofree char *name = NULL;
  g_autofree char *state = NULL;

  g_return_val_if_fail (file != NULL, NULL);

  name = callboard_file_safe_name (file->name, file->type);
  state = describe_state (file);

  return g_strdup_printf ("%s, %s", name, state);
}

static void
on_thumbnail_loaded_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(CallboardFileChip) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GdkTexture) texture = callboard_thumbnail_load_finish (result, &error);

  if (texture == NULL || self->picture == NULL)
    {
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_debug ("No thumbnail: %s", error->message);
      return;
    }

  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  gtk_widget_show (GTK_WIDGET (self->picture));
  gtk_widget_hide (GTK_WIDGET (self->icon));
}

static void
load_thumbnail (CallboardFileChip       *self,
                const CallboardFileLine *file,
                const char              *directory)
{
  g_autofree char *path = callboard_files_get_path (directory, file->hash);

  if (path == NULL || !callboard_thumbnail_is_possible (file->type))
    return;

  self->cancellable = g_cancellable_new ();
  callboard_thumbnail_load_async (path, file->hash, THUMBNAIL_SIZE, self->cancellable, on_thumbnail_loaded_cb,
                                  g_object_ref (self));
}

static void
name_button (GtkButton  *button,
             gint64      id,
             const char *label)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", id);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
show_buttons (CallboardFileChip       *self,
              const CallboardFileLine *file,
              const char              *name)
{
  /* Translators: %s is a file's name */
  g_autofree char *open = g_strdup_printf (_("Open %s"), name);
  g_autofree char *save = g_strdup_printf (_("Save %s as…"), name);
  g_autofree char *again = g_strdup_printf (_("Load %s again"), name);
  gboolean stored = file->state == CALLBOARD_FILE_STATE_STORED;
  gboolean known = g_strcmp0 (callboard_file_type_get_extension (file->type), "bin") != 0;

  name_button (self->open_button, file->id, open);
  name_button (self->save_button, file->id, save);
  name_button (self->again_button, file->id, again);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), stored && known);
  gtk_widget_set_visible (GTK_WIDGET (self->save_button), stored);
  gtk_widget_set_visible (GTK_WIDGET (self->again_button), file->state == CALLBOARD_FILE_STATE_LOST);
}

static void
fill (CallboardFileChip       *self,
      const CallboardFileLine *file,
      const char              *extra)
{
  g_autofree char *name = callboard_file_safe_name (file->name, file->type);
  g_autofree char *state = describe_state (file);
  g_autofree char *caption = extra != NULL ? g_strdup_printf ("%s · %s", state, extra) : g_strdup (state);
  g_autofree char *label = g_strdup_printf ("%s, %s", name, caption);
  gboolean fetching = file->state == CALLBOARD_FILE_STATE_FETCHING;

  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  gtk_label_set_label (self->caption, caption);
  gtk_label_set_label (self->reason, file->reason != NULL ? file->reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), file->reason != NULL);
  gtk_image_set_from_icon_name (self->icon, get_icon (callboard_file_kind_from_type (file->type)));
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), fetching);
  gtk_spinner_set_spinning (self->spinner, fetching);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !fetching);
  show_buttons (self, file, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
callboard_file_chip_dispose (GObject *object)
{
  CallboardFileChip *self = CALLBOARD_FILE_CHIP (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_FILE_CHIP);

  G_OBJECT_CLASS (callboard_file_chip_parent_class)->dispose (object);
}

static void
callboard_file_chip_class_init (CallboardFileChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_file_chip_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-file-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, again_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, caption);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, frame);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, open_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, picture);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, reason);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, save_button);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileChip, spinner);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "filechip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_file_chip_init (CallboardFileChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_file_chip_new (const CallboardFileLine *file,
                         const char              *directory,
                         const char              *extra)
{
  CallboardFileChip *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (directory != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_FILE_CHIP, NULL);
  fill (self, file, extra);
  if (file->state == CALLBOARD_FILE_STATE_STORED)
    load_thumbnail (self, file, directory);

  return GTK_WIDGET (self);
}
