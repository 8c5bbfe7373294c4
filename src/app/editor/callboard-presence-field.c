/* callboard-presence-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft.h"
#include "callboard-fields.h"

struct _CallboardPresenceField
{
  AdwActionRow  parent_instance;

  GtkSwitch    *toggle;
};

static gboolean
is_present (CallboardDraftNode *node)
{
  return callboard_draft_node_get (node, "conclusion.text") != NULL;
}

static void
callboard_presence_field_show (CallboardField *field)
{
  gtk_switch_set_active (CALLBOARD_PRESENCE_FIELD (field)->toggle, is_present (callboard_field_get_node (field)));
}

static void
callboard_presence_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_presence_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardPresenceField, callboard_presence_field, ADW_TYPE_ACTION_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_presence_field_iface_init))

static void
put (CallboardDraftNode *root,
     gboolean            present)
{
  CallboardDraft *draft = callboard_draft_node_get_draft (root);

  callboard_draft_begin (draft, present ? _("Add Conclusion") : _("Delete Conclusion"));
  callboard_draft_node_set (root, "conclusion.text", present ? g_variant_new_string ("") : NULL);
  if (!present)
    callboard_draft_node_set (root, "conclusion", NULL);
  callboard_draft_end (draft);
}

static void
on_active_changed_cb (CallboardPresenceField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  gboolean active = gtk_switch_get_active (self->toggle);

  g_assert (CALLBOARD_IS_PRESENCE_FIELD (self));

  if (!callboard_field_is_showing (field) && active != is_present (callboard_field_get_node (field)))
    put (callboard_field_get_node (field), active);
}

static gboolean
callboard_presence_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_PRESENCE_FIELD (widget)->toggle));
}

static void
callboard_presence_field_class_init (CallboardPresenceFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
  GTK_WIDGET_CLASS (klass)->grab_focus = callboard_presence_field_grab_focus;
}

static void
callboard_presence_field_init (CallboardPresenceField *self)
{
  self->toggle = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->toggle), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->toggle));
  callboard_field_name_by_title (GTK_WIDGET (self), GTK_ACCESSIBLE (self->toggle));
  g_signal_connect_swapped (self->toggle, "notify::active", G_CALLBACK (on_active_changed_cb), self);
}
