/* callboard-notice.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-notice.h"

#include "callboard-util.h"

struct _CallboardNotice
{
  GtkWidget    parent_instance;

  GtkRevealer *revealer;
  GtkLabel    *label;
  GtkImage    *image;

  char        *text;
  guint        plain : 1;
};

G_DEFINE_FINAL_TYPE (CallboardNotice, callboard_notice, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PLAIN = 1,
  PROP_TEXT,
} CallboardNoticeProps;

static GParamSpec *properties[PROP_TEXT + 1];

static void
set_plain (CallboardNotice *self,
           gboolean         plain)
{
  g_assert (CALLBOARD_IS_NOTICE (self));

  self->plain = !!plain;
  if (!self->plain)
    return;

  gtk_image_set_from_icon_name (self->image, "dialog-information-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
}

static void
callboard_notice_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_NOTICE);

  G_OBJECT_CLASS (callboard_notice_parent_class)->dispose (object);
}

static void
callboard_notice_finalize (GObject *object)
{
  CallboardNotice *self = CALLBOARD_NOTICE (object);

  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (callboard_notice_parent_class)->finalize (object);
}

static void
callboard_notice_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  CallboardNotice *self = CALLBOARD_NOTICE (object);

  switch ((CallboardNoticeProps) prop_id)
    {
    case PROP_PLAIN:
      g_value_set_boolean (value, self->plain);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    }
}

static void
callboard_notice_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CallboardNotice *self = CALLBOARD_NOTICE (object);

  switch ((CallboardNoticeProps) prop_id)
    {
    case PROP_PLAIN:
      set_plain (self, g_value_get_boolean (value));
      break;
    case PROP_TEXT:
      callboard_notice_set_text (self, g_value_get_string (value));
      break;
    }
}

static void
callboard_notice_class_init (CallboardNoticeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_notice_dispose;
  object_class->finalize = callboard_notice_finalize;
  object_class->get_property = callboard_notice_get_property;
  object_class->set_property = callboard_notice_set_property;

  properties[PROP_PLAIN] =
    g_param_spec_boolean ("plain", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ALERT);
  gtk_widget_class_set_css_name (widget_class, "notice");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-notice.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardNotice, image);
  gtk_widget_class_bind_template_child (widget_class, CallboardNotice, label);
  gtk_widget_class_bind_template_child (widget_class, CallboardNotice, revealer);
}

static void
callboard_notice_init (CallboardNotice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

const char *
callboard_notice_get_text (CallboardNotice *self)
{
  g_return_val_if_fail (CALLBOARD_IS_NOTICE (self), NULL);

  return self->text;
}

void
callboard_notice_set_text (CallboardNotice *self,
                           const char      *text)
{
  g_return_if_fail (CALLBOARD_IS_NOTICE (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (!callboard_set_str (&self->text, text))
    return;

  if (text != NULL)
    gtk_label_set_text (self->label, text);
  gtk_revealer_set_reveal_child (self->revealer, text != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);
}
