/* callboard-phone-keys.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-keys.h"

#include <glib/gi18n.h>

#include "callboard-paste.h"
#include "callboard-phone-media.h"

/* The most that a picture takes while it waits to be sent, in pixels. */
#define CHIP_HEIGHT 72

struct _CallboardPhoneKeys
{
  GtkWidget             parent_instance;

  GtkWidget            *box;
  GtkTextBuffer        *buffer;
  GtkBox               *chips;
  GtkWidget            *hint;
  GtkWidget            *quote_box;
  GtkLabel             *quote_text;
  GtkWidget            *view;

  GtkFileChooserNative *chooser;
  GPtrArray            *files;
  gint64                quoted;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneKeys, callboard_phone_keys, GTK_TYPE_WIDGET)

enum {
  SEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_text (CallboardPhoneKeys *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
update (CallboardPhoneKeys *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "keys.send", *text != '\0' || self->files->len > 0);
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->chips), self->files->len > 0);
}

static void
append_chip (CallboardPhoneKeys       *self,
             const CallboardPhoneFile *file)
{
  GtkWidget *chip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");
  GtkWidget *media = callboard_phone_media_new (file, CHIP_HEIGHT);

  gtk_widget_set_hexpand (media, TRUE);
  gtk_widget_set_halign (media, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _("Leave this file out"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Leave this file out"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "keys.remove-file");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", file->path);
  gtk_box_append (GTK_BOX (chip), media);
  gtk_box_append (GTK_BOX (chip), button);
  gtk_box_append (self->chips, chip);
}

static void
show_files (CallboardPhoneKeys *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    gtk_box_remove (self->chips, child);
  for (guint i = 0; i < self->files->len; i++)
    append_chip (self, g_ptr_array_index (self->files, i));

  update (self);
}

static void
send_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardPhoneKeys *self = CALLBOARD_PHONE_KEYS (widget);
  g_autoptr(GPtrArray) files = g_ptr_array_ref (self->files);
  g_autofree char *text = get_text (self);
  const CallboardPhoneReply reply = { .text = text, .quoted = self->quoted, .files = files };

  if (*text == '\0' && files->len == 0)
    return;

  g_signal_emit (self, signals[SEND], 0, &reply);
  callboard_phone_keys_clear (self);
}

static void
remove_file_cb (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  CallboardPhoneKeys *self = CALLBOARD_PHONE_KEYS (widget);
  const char *path = g_variant_get_string (parameter, NULL);

  for (guint i = self->files->len; i > 0; i--)
    {
      const CallboardPhoneFile *file = g_ptr_array_index (self->files, i - 1);

      if (g_strcmp0 (file->path, path) == 0)
        g_ptr_array_remove_index (self->files, i - 1);
    }

  show_files (self);
  gtk_widget_grab_focus (self->view);
}

static void
unquote_cb (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  callboard_phone_keys_set_quote (CALLBOARD_PHONE_KEYS (widget), 0, NULL);
}

static void
on_files_chosen_cb (CallboardPhoneKeys *self,
                    int                 response)
{
  g_autoptr(GListModel) files = NULL;

  g_assert (CALLBOARD_IS_PHONE_KEYS (self));

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      callboard_phone_keys_add_file (self, file);
    }

  g_clear_object (&self->chooser);
}

static void
attach_cb (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  CallboardPhoneKeys *self = CALLBOARD_PHONE_KEYS (widget);

  g_clear_object (&self->chooser);
  self->chooser = gtk_file_chooser_native_new (_("Attach Files"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Attach"), NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_files_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
on_pasted_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(CallboardPhoneKeys) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) files = callboard_paste_finish (result, &error);

  if (files == NULL)
    g_warning ("Could not paste: %s", error->message);

  for (guint i = 0; files != NULL && i < files->len && self->buffer != NULL; i++)
    callboard_phone_keys_add_file (self, g_ptr_array_index (files, i));
}

/* A picture or files become attachments; text is for the text view. */
static void
on_paste_cb (CallboardPhoneKeys *self,
             GtkTextView        *view)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (view));

  g_assert (CALLBOARD_IS_PHONE_KEYS (self));

  if (!callboard_paste_has_files (clipboard))
    return;

  g_signal_stop_emission_by_name (view, "paste-clipboard");
  callboard_paste_async (clipboard, on_pasted_cb, g_object_ref (self));
}

static gboolean
on_key_pressed_cb (CallboardPhoneKeys *self,
                   guint               keyval,
                   guint               keycode,
                   GdkModifierType     state)
{
  g_assert (CALLBOARD_IS_PHONE_KEYS (self));

  if (keyval == GDK_KEY_Escape && self->quoted != 0)
    {
      callboard_phone_keys_set_quote (self, 0, NULL);
      return GDK_EVENT_STOP;
    }

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) || (state & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "keys.send", NULL);

  return GDK_EVENT_STOP;
}

static void
callboard_phone_keys_dispose (GObject *object)
{
  CallboardPhoneKeys *self = CALLBOARD_PHONE_KEYS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_KEYS);
  g_clear_object (&self->chooser);
  g_clear_pointer (&self->files, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_phone_keys_parent_class)->dispose (object);
}

static void
callboard_phone_keys_class_init (CallboardPhoneKeysClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_keys_dispose;

  signals[SEND] = g_signal_new ("send", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "phonekeys");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-phone-keys.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, buffer);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, chips);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, hint);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, quote_box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, quote_text);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneKeys, view);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_paste_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "keys.attach", NULL, attach_cb);
  gtk_widget_class_install_action (widget_class, "keys.remove-file", "s", remove_file_cb);
  gtk_widget_class_install_action (widget_class, "keys.send", NULL, send_cb);
  gtk_widget_class_install_action (widget_class, "keys.unquote", NULL, unquote_cb);
}

static void
callboard_phone_keys_init (CallboardPhoneKeys *self)
{
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_file_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

void
callboard_phone_keys_set_quote (CallboardPhoneKeys *self,
                                gint64              id,
                                const char         *text)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_KEYS (self));

  self->quoted = text != NULL ? id : 0;
  gtk_label_set_label (self->quote_text, text != NULL ? text : "");
  gtk_widget_set_visible (self->quote_box, text != NULL);
  gtk_widget_grab_focus (self->view);
}

void
callboard_phone_keys_add_file (CallboardPhoneKeys *self,
                               GFile              *file)
{
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *guess = NULL;
  g_autofree char *type = NULL;

  g_return_if_fail (CALLBOARD_IS_PHONE_KEYS (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (path == NULL)
    return;

  name = g_path_get_basename (path);
  guess = g_content_type_guess (path, NULL, 0, NULL);
  type = g_content_type_get_mime_type (guess);
  g_ptr_array_add (self->files, callboard_phone_file_new (name, type, path));
  show_files (self);
  gtk_widget_grab_focus (self->view);
}

void
callboard_phone_keys_take_focus (CallboardPhoneKeys *self)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_KEYS (self));

  gtk_widget_grab_focus (self->view);
}

void
callboard_phone_keys_clear (CallboardPhoneKeys *self)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_KEYS (self));

  g_ptr_array_unref (self->files);
  self->files = g_ptr_array_new_with_free_func ((GDestroyNotify) callboard_phone_file_free);
  self->quoted = 0;
  gtk_widget_hide (self->quote_box);
  gtk_text_buffer_set_text (self->buffer, "", -1);
  show_files (self);
}
