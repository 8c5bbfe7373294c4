/* callboard-switch-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-fields.h"

struct _CallboardSwitchField
{
  AdwActionRow  parent_instance;

  GtkSwitch    *toggle;
  guint         fallback : 1;
};

static void
callboard_switch_field_show (CallboardField *field)
{
  CallboardSwitchField *self = CALLBOARD_SWITCH_FIELD (field);

  gtk_switch_set_active (self->toggle, callboard_draft_node_get_boolean (callboard_field_get_node (field),
                                                                         callboard_field_get_member (field),
                                                                         self->fallback));
}

static void
callboard_switch_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_switch_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardSwitchField, callboard_switch_field, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_switch_field_iface_init))

typedef enum
{
  PROP_FALLBACK = CALLBOARD_FIELD_N_PROPS,
} CallboardSwitchFieldProps;

static void
on_active_changed_cb (CallboardSwitchField *self)
{
  g_assert (CALLBOARD_IS_SWITCH_FIELD (self));

  callboard_field_put (CALLBOARD_FIELD (self), g_variant_new_boolean (gtk_switch_get_active (self->toggle)));
}

static gboolean
callboard_switch_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_SWITCH_FIELD (widget)->toggle));
}

static void
callboard_switch_field_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  if (!callboard_field_set_property (object, prop_id, value))
    CALLBOARD_SWITCH_FIELD (object)->fallback = g_value_get_boolean (value);
}

static void
callboard_switch_field_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  if (!callboard_field_get_property (object, prop_id, value))
    g_value_set_boolean (value, CALLBOARD_SWITCH_FIELD (object)->fallback);
}

static void
callboard_switch_field_class_init (CallboardSwitchFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  callboard_field_install (object_class);
  object_class->get_property = callboard_switch_field_get_property;
  object_class->set_property = callboard_switch_field_set_property;
  GTK_WIDGET_CLASS (klass)->grab_focus = callboard_switch_field_grab_focus;

  g_object_class_install_property (object_class, PROP_FALLBACK,
                                   g_param_spec_boolean ("fallback", NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
callboard_switch_field_init (CallboardSwitchField *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  callboard_field_name_by_title (GTK_WIDGET (self), GTK_ACCESSIBLE (self->toggle));
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_active_changed_cb), self);
}
