/* callboard-phone-media.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-media.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* The most that a picture takes of a phone, in pixels. */
#define MAX_WIDTH 260

struct _CallboardPhoneMedia
{
  GtkWidget     parent_instance;

  GtkWidget    *chip;
  AdwClamp     *clamp;
  GtkImage     *icon;
  GtkLabel     *kind;
  GtkLabel     *name;
  GtkPicture   *picture;
  GtkStack     *stack;

  GCancellable *cancellable;
  int           max_height;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneMedia, callboard_phone_media, GTK_TYPE_WIDGET)

static const struct
{
  const char *prefix;
  const char *words;
  const char *icon;
} kinds[] = {
  { "image/", N_("Picture"), "image-x-generic-symbolic" },
  { "video/", N_("Video"), "video-x-generic-symbolic" },
  { "audio/", N_("Voice message"), "audio-input-microphone-symbolic" },
  { "", N_("Document"), "x-office-document-symbolic" },
};

static guint
find_kind (const char *type)
{
  guint kind = 0;

  while (!g_str_has_prefix (type, kinds[kind].prefix))
    kind++;

  return kind;
}

static void
load_picture (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  g_autoptr(GdkPixbuf) scaled = NULL;
  g_autoptr(GdkPixbuf) upright = NULL;
  g_autoptr(GError) error = NULL;

  scaled = gdk_pixbuf_new_from_file_at_scale (task_data, 2 * MAX_WIDTH, 2 * MAX_WIDTH, TRUE, &error);
  if (scaled == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  upright = gdk_pixbuf_apply_embedded_orientation (scaled);
  g_task_return_pointer (task, gdk_texture_new_for_pixbuf (upright != NULL ? upright : scaled), g_object_unref);
}

/* Has more pixels than it takes, for screens with many of them. */
static GdkPaintable *
scale_texture (GdkTexture *texture,
               double      scale)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  float width = gdk_texture_get_width (texture) * scale;
  float height = gdk_texture_get_height (texture) * scale;

  gtk_snapshot_append_texture (snapshot, texture, &GRAPHENE_RECT_INIT (0, 0, width, height));

  return gtk_snapshot_free_to_paintable (snapshot, &GRAPHENE_SIZE_INIT (width, height));
}

/* What cannot be shown as a picture stays a name. */
static void
on_loaded_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  CallboardPhoneMedia *self = CALLBOARD_PHONE_MEDIA (object);
  g_autoptr(GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr(GdkPaintable) paintable = NULL;
  double scale = 1.0;

  if (texture == NULL || self->picture == NULL)
    return;

  scale = MIN (scale, (double) MAX_WIDTH / gdk_texture_get_width (texture));
  scale = MIN (scale, (double) self->max_height / gdk_texture_get_height (texture));
  paintable = scale_texture (texture, scale);
  gtk_picture_set_paintable (self->picture, paintable);
  adw_clamp_set_maximum_size (self->clamp, gdk_paintable_get_intrinsic_width (paintable));
  gtk_widget_set_size_request (GTK_WIDGET (self->clamp), -1, gdk_paintable_get_intrinsic_height (paintable));
  adw_clamp_set_tightening_threshold (self->clamp, gdk_paintable_get_intrinsic_width (paintable));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
load (CallboardPhoneMedia *self,
      const char          *path)
{
  g_autoptr(GTask) task = g_task_new (self, self->cancellable, on_loaded_cb, NULL);

  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, load_picture);
}

static void
callboard_phone_media_dispose (GObject *object)
{
  CallboardPhoneMedia *self = CALLBOARD_PHONE_MEDIA (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_MEDIA);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (callboard_phone_media_parent_class)->dispose (object);
}

static void
callboard_phone_media_class_init (CallboardPhoneMediaClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_media_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "phonemedia");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-phone-media.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, chip);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, clamp);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, kind);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, picture);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneMedia, stack);
}

static void
callboard_phone_media_init (CallboardPhoneMedia *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

GtkWidget *
callboard_phone_media_new (const CallboardPhoneFile *file,
                           int                       max_height)
{
  CallboardPhoneMedia *self;
  const char *kind;
  const char *name;

  g_return_val_if_fail (file != NULL, NULL);

  self = g_object_new (CALLBOARD_TYPE_PHONE_MEDIA, NULL);
  self->max_height = max_height;
  kind = callboard_phone_media_describe (file->type);
  name = *file->name != '\0' ? file->name : kind;
  gtk_image_set_from_icon_name (self->icon, callboard_phone_media_get_icon (file->type));
  gtk_label_set_label (self->name, name);
  gtk_label_set_label (self->kind, kind);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), *file->name != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), *file->name != '\0' ? file->name : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (file->path != NULL && g_str_has_prefix (file->type, "image/"))
    load (self, file->path);

  return GTK_WIDGET (self);
}

const char *
callboard_phone_media_describe (const char *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return _(kinds[find_kind (type)].words);
}

const char *
callboard_phone_media_get_icon (const char *type)
{
  g_return_val_if_fail (type != NULL, NULL);

  return kinds[find_kind (type)].icon;
}
