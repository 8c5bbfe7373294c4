/* callboard-zone-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-fields.h"
#include "callboard-nick-drop.h"
#include "callboard-zone.h"

struct _CallboardZoneField
{
  GtkWidget    parent_instance;

  GtkDropDown *drop;
};

static void
callboard_zone_field_show (CallboardField *field)
{
  CallboardZoneField *self = CALLBOARD_ZONE_FIELD (field);
  const char *zone = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));

  callboard_nick_drop_select (self->drop, zone, *zone != '\0' ? zone : _("Choose a Zone"));
}

static void
callboard_zone_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_zone_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardZoneField, callboard_zone_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_zone_field_iface_init))

static void
on_selected_changed_cb (CallboardZoneField *self)
{
  const char *zone = callboard_nick_drop_get (self->drop);

  g_assert (CALLBOARD_IS_ZONE_FIELD (self));

  if (zone != NULL)
    callboard_field_put_text (CALLBOARD_FIELD (self), zone);
}

static void
callboard_zone_field_class_init (CallboardZoneFieldClass *klass)
{
  callboard_field_install_bin (G_OBJECT_CLASS (klass));
}

static void
add_zones (CallboardZoneField *self)
{
  g_auto(GStrv) zones = callboard_zone_list_all ();
  GPtrArray *nicks = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; zones[i] != NULL; i++)
    {
      g_ptr_array_add (nicks, g_strdup (zones[i]));
      g_ptr_array_add (labels, g_strdelimit (g_strdup (zones[i]), "_", ' '));
    }

  callboard_nick_drop_set (self->drop, nicks, labels);
}

static void
callboard_zone_field_init (CallboardZoneField *self)
{
  g_autoptr(GtkExpression) expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->drop = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  gtk_drop_down_set_expression (self->drop, expression);
  gtk_drop_down_set_enable_search (self->drop, TRUE);
  gtk_widget_set_valign (GTK_WIDGET (self->drop), GTK_ALIGN_CENTER);
  add_zones (self);
  gtk_widget_set_parent (GTK_WIDGET (self->drop), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_changed_cb), self);
}
