/* callboard-file-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-file-field.h"

#include <glib/gi18n.h>

#include "callboard-file-field-private.h"
#include "callboard-files.h"
#include "callboard-form.h"
#include "callboard-paste.h"
#include "callboard-thumbnail.h"
#include "callboard-util.h"

#define THUMBNAIL_SIZE 320

static const char *
get_text (CallboardFileField *self,
          const char         *member)
{
  return callboard_draft_node_get_text (callboard_field_get_node (CALLBOARD_FIELD (self)), member);
}

static void
on_thumbnail_loaded_cb (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr(CallboardFileField) self = user_data;
  g_autoptr(GdkTexture) texture = callboard_thumbnail_load_finish (result, NULL);

  if (texture == NULL || g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;

  gtk_picture_set_paintable (self->image, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->image), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), FALSE);
}

static void
show_picture (CallboardFileField *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);
  const char *directory = form != NULL ? callboard_form_get_directory (CALLBOARD_FORM (form)) : NULL;
  g_autofree char *path = directory != NULL ? callboard_files_get_path (directory, self->shown) : NULL;

  g_cancellable_cancel (self->picture);
  g_clear_object (&self->picture);
  gtk_widget_set_visible (GTK_WIDGET (self->image), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  if (path == NULL || !callboard_thumbnail_is_possible (get_text (self, "file.media_type")))
    return;

  self->picture = g_cancellable_new ();
  callboard_thumbnail_load_async (path, self->shown, THUMBNAIL_SIZE, self->picture, on_thumbnail_loaded_cb,
                                  g_object_ref (self));
}

static const char *
describe_wanted (const char *kind)
{
  if (g_str_equal (kind, "image"))
    return _("Choose a picture, drop one here, or paste one");
  if (g_str_equal (kind, "video"))
    return _("Choose a video, or drop one here");

  return _("Choose a document, or drop one here");
}

static void
callboard_file_field_show (CallboardField *field)
{
  CallboardFileField *self = CALLBOARD_FILE_FIELD (field);
  const char *kind = callboard_draft_node_get_kind (callboard_field_get_node (field));
  const char *hash = get_text (self, "file.hash");
  gint64 bytes = callboard_draft_node_get_number (callboard_field_get_node (field), "file.size", 0);
  g_autofree char *size = bytes > 0 ? g_format_size (bytes) : NULL;
  gboolean some = *hash != '\0';

  gtk_label_set_text (self->name, some ? get_text (self, "file.name") : describe_wanted (kind));
  gtk_label_set_text (self->detail, size != NULL ? size : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), some && size != NULL);
  gtk_widget_set_visible (self->remove, some);
  gtk_button_set_label (self->choose, some ? _("Replace…") : _("Choose…"));
  gtk_image_set_from_icon_name (self->icon, g_str_equal (kind, "image") ? "image-x-generic-symbolic"
                                            : g_str_equal (kind, "video") ? "video-x-generic-symbolic"
                                                                          : "x-office-document-symbolic");
  if (callboard_set_str (&self->shown, hash))
    show_picture (self);
}

static void
callboard_file_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_file_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardFileField, callboard_file_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_file_field_iface_init))

static void
on_chooser_response_cb (CallboardFileField *self,
                        int                 response)
{
  g_autoptr(GFile) file = NULL;

  g_assert (CALLBOARD_IS_FILE_FIELD (self));

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (file != NULL)
    callboard_file_field_take (self, file);
}

static void
add_filter (CallboardFileField *self)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  const char *kind = callboard_draft_node_get_kind (callboard_field_get_node (CALLBOARD_FIELD (self)));

  if (g_str_equal (kind, "document"))
    return;

  gtk_file_filter_set_name (filter, g_str_equal (kind, "image") ? _("Pictures") : _("Videos"));
  gtk_file_filter_add_mime_type (filter, g_str_equal (kind, "image") ? "image/*" : "video/*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
}

static void
choose_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardFileField *self = CALLBOARD_FILE_FIELD (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Choose a File"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  add_filter (self);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chooser_response_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_pasted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardFileField) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = callboard_paste_finish (result, &error);

  if (files == NULL)
    callboard_notice_set_text (self->notice, error->message);
  else if (files->len > 0)
    callboard_file_field_take (self, files->pdata[0]);
}

static void
paste_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  CallboardFileField *self = CALLBOARD_FILE_FIELD (widget);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (widget);

  if (callboard_paste_has_files (clipboard))
    callboard_paste_async (clipboard, on_pasted_cb, g_object_ref (self));
  else
    callboard_notice_set_text (self->notice, _("There is no file to paste. Copy a picture or a file first."));
}

static gboolean
on_drop_cb (CallboardFileField *self,
            const GValue       *value)
{
  GSList *files = g_value_get_boxed (value);

  g_assert (CALLBOARD_IS_FILE_FIELD (self));

  if (files != NULL)
    callboard_file_field_take (self, files->data);

  return files != NULL;
}

static gboolean
callboard_file_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_FILE_FIELD (widget)->choose));
}

static void
callboard_file_field_dispose (GObject *object)
{
  CallboardFileField *self = CALLBOARD_FILE_FIELD (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->picture);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->picture);
  g_clear_object (&self->chooser);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_FILE_FIELD);

  G_OBJECT_CLASS (callboard_file_field_parent_class)->dispose (object);
}

static void
callboard_file_field_finalize (GObject *object)
{
  g_free (CALLBOARD_FILE_FIELD (object)->shown);

  G_OBJECT_CLASS (callboard_file_field_parent_class)->finalize (object);
}

static void
remove_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  callboard_file_field_clear (CALLBOARD_FILE_FIELD (widget));
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-file-field.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, choose);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, detail);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, image);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, notice);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, paste);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, remove);
  gtk_widget_class_bind_template_child (widget_class, CallboardFileField, spinner);
}

static void
callboard_file_field_class_init (CallboardFileFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  callboard_field_install (object_class);
  object_class->dispose = callboard_file_field_dispose;
  object_class->finalize = callboard_file_field_finalize;
  widget_class->grab_focus = callboard_file_field_grab_focus;

  g_type_ensure (CALLBOARD_TYPE_NOTICE);
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "file.choose", NULL, choose_cb);
  gtk_widget_class_install_action (widget_class, "file.paste", NULL, paste_cb);
  gtk_widget_class_install_action (widget_class, "file.remove", NULL, remove_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "file.paste", NULL);
  gtk_widget_class_set_css_name (widget_class, "filefield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_file_field_init (CallboardFileField *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (on_drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

void
callboard_file_field_set_busy (CallboardFileField *self,
                               gboolean            busy)
{
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->choose), !busy);
  gtk_widget_set_sensitive (self->paste, !busy);
}
