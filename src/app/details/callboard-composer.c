/* callboard-composer.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-composer.h"

#include <glib/gi18n.h>

struct _CallboardComposer
{
  GtkWidget      parent_instance;

  GtkTextBuffer *buffer;
  GtkWidget     *hint;
  GtkLabel      *note;
  GtkLabel      *refusal;
  GtkWidget     *row;
  GtkWidget     *view;

  guint          busy : 1;
};

G_DEFINE_FINAL_TYPE (CallboardComposer, callboard_composer, GTK_TYPE_WIDGET)

enum {
  SEND,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
get_text (CallboardComposer *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);

  return g_strstrip (gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE));
}

static void
update (CallboardComposer *self)
{
  g_autofree char *text = get_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "composer.send", *text != '\0' && !self->busy);
  gtk_widget_set_visible (self->hint, gtk_text_buffer_get_char_count (self->buffer) == 0);
}

static void
send_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CallboardComposer *self = CALLBOARD_COMPOSER (widget);
  g_autofree char *text = get_text (self);

  if (*text != '\0' && !self->busy)
    g_signal_emit (self, signals[SEND], 0, text);
}

static gboolean
on_key_pressed_cb (CallboardComposer *self,
                   guint              keyval,
                   guint              keycode,
                   GdkModifierType    state)
{
  g_assert (CALLBOARD_IS_COMPOSER (self));

  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter)
    return GDK_EVENT_PROPAGATE;
  if (state & GDK_SHIFT_MASK)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_activate_action (GTK_WIDGET (self), "composer.send", NULL);

  return GDK_EVENT_STOP;
}

static gboolean
callboard_composer_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (CALLBOARD_COMPOSER (widget)->view);
}

static void
callboard_composer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_COMPOSER);

  G_OBJECT_CLASS (callboard_composer_parent_class)->dispose (object);
}

static void
callboard_composer_class_init (CallboardComposerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_composer_dispose;
  widget_class->grab_focus = callboard_composer_grab_focus;

  signals[SEND] =
    g_signal_new ("send", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-composer.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, buffer);
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, hint);
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, note);
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, refusal);
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, row);
  gtk_widget_class_bind_template_child (widget_class, CallboardComposer, view);
  gtk_widget_class_bind_template_callback (widget_class, on_key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);

  gtk_widget_class_install_action (widget_class, "composer.send", NULL, send_cb);
  gtk_widget_class_set_css_name (widget_class, "composer");
}

static void
callboard_composer_init (CallboardComposer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  update (self);
}

char *
callboard_composer_dup_text (CallboardComposer *self)
{
  g_return_val_if_fail (CALLBOARD_IS_COMPOSER (self), NULL);

  return get_text (self);
}

void
callboard_composer_set_text (CallboardComposer *self,
                             const char        *text)
{
  g_return_if_fail (CALLBOARD_IS_COMPOSER (self));
  g_return_if_fail (text != NULL);

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

void
callboard_composer_set_refusal (CallboardComposer *self,
                                const char        *refusal)
{
  g_return_if_fail (CALLBOARD_IS_COMPOSER (self));

  gtk_label_set_label (self->refusal, refusal != NULL ? refusal : "");
  gtk_widget_set_visible (GTK_WIDGET (self->refusal), refusal != NULL);
  gtk_widget_set_visible (self->row, refusal == NULL);
}

void
callboard_composer_set_note (CallboardComposer *self,
                             const char        *note)
{
  g_return_if_fail (CALLBOARD_IS_COMPOSER (self));

  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
}

void
callboard_composer_set_busy (CallboardComposer *self,
                             gboolean           busy)
{
  g_return_if_fail (CALLBOARD_IS_COMPOSER (self));

  self->busy = busy;
  update (self);
}
