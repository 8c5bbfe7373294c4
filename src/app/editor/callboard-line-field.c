/* callboard-line-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fields.h"

#define MAX_LENGTH 1000

struct _CallboardLineField
{
  GtkWidget  parent_instance;

  GtkEntry  *entry;
};

static void
callboard_line_field_show (CallboardField *field)
{
  GtkEditable *entry = GTK_EDITABLE (CALLBOARD_LINE_FIELD (field)->entry);
  const char *text = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));

  if (!g_str_equal (gtk_editable_get_text (entry), text))
    gtk_editable_set_text (entry, text);
}

static void
callboard_line_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_line_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardLineField, callboard_line_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_line_field_iface_init))

typedef enum
{
  PROP_PLACEHOLDER = CALLBOARD_FIELD_N_PROPS,
} CallboardLineFieldProps;

static void
on_changed_cb (CallboardLineField *self)
{
  g_assert (CALLBOARD_IS_LINE_FIELD (self));

  callboard_field_put_text (CALLBOARD_FIELD (self), gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
on_activate_cb (CallboardLineField *self)
{
  g_assert (CALLBOARD_IS_LINE_FIELD (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "node.next", NULL);
}

static void
callboard_line_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (!callboard_field_set_property (object, prop_id, value))
    gtk_entry_set_placeholder_text (CALLBOARD_LINE_FIELD (object)->entry, g_value_get_string (value));
}

static void
callboard_line_field_class_init (CallboardLineFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  callboard_field_install_bin (object_class);
  object_class->set_property = callboard_line_field_set_property;

  g_object_class_install_property (object_class, PROP_PLACEHOLDER,
                                   g_param_spec_string ("placeholder", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
callboard_line_field_init (CallboardLineField *self)
{
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_max_length (self->entry, MAX_LENGTH);
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 8);
  gtk_widget_set_valign (GTK_WIDGET (self->entry), GTK_ALIGN_CENTER);
  gtk_widget_set_parent (GTK_WIDGET (self->entry), GTK_WIDGET (self));
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (on_activate_cb), self);
}
