/* callboard-kinds-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-fields.h"

#define N_KINDS 5

static const struct {
  const char *nick;
  const char *label;
} kinds[N_KINDS] = {
  { "pdf", N_("PDF") },
  { "image", N_("Pictures") },
  { "word", N_("Word and other texts") },
  { "video", N_("Videos") },
  { "audio", N_("Audio") },
};

struct _CallboardKindsField
{
  AdwExpanderRow  parent_instance;

  GtkCheckButton *checks[N_KINDS];
};

static gboolean
has_kind (GVariant   *value,
          const char *nick)
{
  g_autofree const char **nicks = NULL;

  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_STRING_ARRAY))
    return FALSE;

  nicks = g_variant_get_strv (value, NULL);

  return g_strv_contains (nicks, nick);
}

static void
show_summary (CallboardKindsField *self)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < N_KINDS; i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", _(kinds[i].label));
    }

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), words->len > 0 ? words->str : _("Any kind"));
}

static void
callboard_kinds_field_show (CallboardField *field)
{
  CallboardKindsField *self = CALLBOARD_KINDS_FIELD (field);
  GVariant *value = callboard_draft_node_get (callboard_field_get_node (field), callboard_field_get_member (field));

  for (guint i = 0; i < N_KINDS; i++)
    gtk_check_button_set_active (self->checks[i], has_kind (value, kinds[i].nick) && !has_kind (value, "any"));

  show_summary (self);
}

static void
callboard_kinds_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_kinds_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardKindsField, callboard_kinds_field, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_kinds_field_iface_init))

static void
on_toggled_cb (CallboardKindsField *self)
{
  const char *nicks[N_KINDS];
  guint n = 0;

  g_assert (CALLBOARD_IS_KINDS_FIELD (self));

  for (guint i = 0; i < N_KINDS; i++)
    {
      if (gtk_check_button_get_active (self->checks[i]))
        nicks[n++] = kinds[i].nick;
    }

  callboard_field_put (CALLBOARD_FIELD (self), n > 0 ? g_variant_new_strv (nicks, n) : NULL);
}

static void
callboard_kinds_field_class_init (CallboardKindsFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
}

static void
callboard_kinds_field_init (CallboardKindsField *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    {
      GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW, "title", _(kinds[i].label), NULL);

      self->checks[i] = GTK_CHECK_BUTTON (gtk_check_button_new ());
      gtk_widget_set_valign (GTK_WIDGET (self->checks[i]), GTK_ALIGN_CENTER);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->checks[i]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, _(kinds[i].label), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), GTK_WIDGET (self->checks[i]));
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), GTK_WIDGET (self->checks[i]));
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_signal_connect_swapped (self->checks[i], "toggled", G_CALLBACK (on_toggled_cb), self);
    }
}
