/* callboard-flag-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-fields.h"
#include "callboard-flags.h"

struct _CallboardFlagField
{
  GtkWidget        parent_instance;

  GtkToggleButton *toggle;
  GSignalGroup    *question;
  char            *answer;
};

static CallboardDraftNode *
get_question (CallboardFlagField *self)
{
  CallboardDraftNode *node = callboard_field_get_node (CALLBOARD_FIELD (self));

  return self->answer == NULL && node != NULL ? callboard_draft_node_get_parent (node) : node;
}

static const char *
get_answer (CallboardFlagField *self)
{
  return self->answer != NULL ? self->answer
                              : callboard_draft_node_get_id (callboard_field_get_node (CALLBOARD_FIELD (self)));
}

static void
callboard_flag_field_show (CallboardField *field)
{
  CallboardFlagField *self = CALLBOARD_FLAG_FIELD (field);
  CallboardDraftNode *question = get_question (self);

  g_signal_group_set_target (self->question, question);
  gtk_toggle_button_set_active (self->toggle, question != NULL && callboard_flags_has (question, get_answer (self)));
}

static void
callboard_flag_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_flag_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardFlagField, callboard_flag_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_flag_field_iface_init))

typedef enum
{
  PROP_ANSWER = CALLBOARD_FIELD_N_PROPS,
} CallboardFlagFieldProps;

static void
on_flags_changed_cb (CallboardFlagField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);

  g_assert (CALLBOARD_IS_FLAG_FIELD (self));

  if (callboard_field_get_node (field) != NULL && !callboard_field_is_showing (field))
    callboard_field_set_node (field, callboard_field_get_node (field));
}

static void
on_toggled_cb (CallboardFlagField *self)
{
  g_assert (CALLBOARD_IS_FLAG_FIELD (self));

  if (!callboard_field_is_showing (CALLBOARD_FIELD (self)) && get_question (self) != NULL)
    callboard_flags_set (get_question (self), get_answer (self), gtk_toggle_button_get_active (self->toggle));
}

static void
callboard_flag_field_finalize (GObject *object)
{
  CallboardFlagField *self = CALLBOARD_FLAG_FIELD (object);

  g_clear_object (&self->question);
  g_clear_pointer (&self->answer, g_free);

  G_OBJECT_CLASS (callboard_flag_field_parent_class)->finalize (object);
}

static void
callboard_flag_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  CallboardFlagField *self = CALLBOARD_FLAG_FIELD (object);

  if (!callboard_field_set_property (object, prop_id, value))
    self->answer = g_value_dup_string (value);
}

static void
callboard_flag_field_class_init (CallboardFlagFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  callboard_field_install_bin (object_class);
  object_class->finalize = callboard_flag_field_finalize;
  object_class->set_property = callboard_flag_field_set_property;

  g_object_class_install_property (object_class, PROP_ANSWER,
                                   g_param_spec_string ("answer", NULL, NULL, NULL,
                                                        G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
}

static void
callboard_flag_field_init (CallboardFlagField *self)
{
  self->toggle = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                               "icon-name", "callboard-flag-symbolic",
                               "tooltip-text", _("Flag the card for a person when this is the answer"),
                               "valign", GTK_ALIGN_CENTER,
                               NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->toggle), "flat");
  gtk_widget_set_parent (GTK_WIDGET (self->toggle), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flag this answer"), -1);
  g_signal_connect_swapped (self->toggle, "toggled", G_CALLBACK (on_toggled_cb), self);

  self->question = g_signal_group_new (CALLBOARD_TYPE_DRAFT_NODE);
  g_signal_group_connect_swapped (self->question, "changed::flag_when", G_CALLBACK (on_flags_changed_cb), self);
}
