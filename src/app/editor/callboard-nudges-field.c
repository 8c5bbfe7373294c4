/* callboard-nudges-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-fields.h"
#include "callboard-wheel.h"

#define MAX_NUDGES 8
#define MAX_HOURS  720

/* Product.md, section 6. */
static const gint64 usual[] = { 3, 23, 72 };

struct _CallboardNudgesField
{
  AdwExpanderRow  parent_instance;

  GtkWidget      *add;
  GtkWidget      *rows[MAX_NUDGES];
  GtkSpinButton  *spins[MAX_NUDGES];
  gint64          hours[MAX_NUDGES];
  guint           n_hours;
};

static void
read_hours (CallboardNudgesField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  GVariant *value = callboard_draft_node_get (callboard_field_get_node (field), callboard_field_get_member (field));
  gboolean set = value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE ("ax"));
  gsize n = G_N_ELEMENTS (usual);
  const gint64 *hours = set ? g_variant_get_fixed_array (value, &n, sizeof (gint64)) : usual;

  self->n_hours = MIN (n, MAX_NUDGES);
  for (guint i = 0; i < self->n_hours; i++)
    self->hours[i] = hours[i];
}

static void
show_summary (CallboardNudgesField *self)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint i = 0; i < self->n_hours; i++)
    g_string_append_printf (words, "%s%d", i > 0 ? ", " : "", (int) self->hours[i]);

  /* Translators: %s is a list of numbers of hours: 3, 23, 72 */
  text = g_strdup_printf (_("After %s hours of silence"), words->str);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), self->n_hours > 0 ? text : _("Never"));
}

/* Each is later than the one before. */
static void
show_row (CallboardNudgesField *self,
          guint                 i)
{
  gboolean used = i < self->n_hours;

  gtk_widget_set_visible (self->rows[i], used);
  if (!used)
    return;

  gtk_spin_button_set_range (self->spins[i], i > 0 ? self->hours[i - 1] + 1 : 1,
                             i + 1 < self->n_hours ? self->hours[i + 1] - 1 : MAX_HOURS);
  gtk_spin_button_set_value (self->spins[i], self->hours[i]);
}

static void
callboard_nudges_field_show (CallboardField *field)
{
  CallboardNudgesField *self = CALLBOARD_NUDGES_FIELD (field);

  read_hours (self);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), self->n_hours > 0);
  for (guint i = 0; i < MAX_NUDGES; i++)
    show_row (self, i);

  gtk_widget_set_visible (gtk_widget_get_parent (self->add),
                          self->n_hours < MAX_NUDGES && (self->n_hours == 0 || self->hours[self->n_hours - 1] < MAX_HOURS));
  show_summary (self);
}

static void
callboard_nudges_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_nudges_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardNudgesField, callboard_nudges_field, ADW_TYPE_EXPANDER_ROW,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_nudges_field_iface_init))

static void
put (CallboardNudgesField *self,
     const gint64         *hours,
     guint                 n)
{
  callboard_field_put (CALLBOARD_FIELD (self),
                       g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, hours, n, sizeof (gint64)));
}

static void
on_enabled_changed_cb (CallboardNudgesField *self)
{
  gboolean enabled = adw_expander_row_get_enable_expansion (ADW_EXPANDER_ROW (self));

  g_assert (CALLBOARD_IS_NUDGES_FIELD (self));

  if (callboard_field_is_showing (CALLBOARD_FIELD (self)) || enabled == (self->n_hours > 0))
    return;

  put (self, usual, enabled ? G_N_ELEMENTS (usual) : 0);
}

static void
on_value_changed_cb (CallboardNudgesField *self)
{
  gint64 hours[MAX_NUDGES];

  g_assert (CALLBOARD_IS_NUDGES_FIELD (self));

  if (callboard_field_is_showing (CALLBOARD_FIELD (self)))
    return;

  for (guint i = 0; i < self->n_hours; i++)
    hours[i] = gtk_spin_button_get_value_as_int (self->spins[i]);

  put (self, hours, self->n_hours);
}

static void
on_add_clicked_cb (CallboardNudgesField *self)
{
  gint64 hours[MAX_NUDGES];
  guint n = self->n_hours;

  g_assert (CALLBOARD_IS_NUDGES_FIELD (self));

  for (guint i = 0; i < n; i++)
    hours[i] = self->hours[i];
  hours[n] = n > 0 ? MIN (hours[n - 1] + 24, MAX_HOURS) : usual[0];

  put (self, hours, n + 1);
  gtk_widget_grab_focus (GTK_WIDGET (self->spins[n]));
}

static void
on_remove_clicked_cb (CallboardNudgesField *self,
                      GtkWidget            *button)
{
  guint position = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "position"));
  gint64 hours[MAX_NUDGES];
  guint n = 0;

  g_assert (CALLBOARD_IS_NUDGES_FIELD (self));

  for (guint i = 0; i < self->n_hours; i++)
    {
      if (i != position)
        hours[n++] = self->hours[i];
    }

  put (self, hours, n);
}

static void
callboard_nudges_field_class_init (CallboardNudgesFieldClass *klass)
{
  callboard_field_install (G_OBJECT_CLASS (klass));
}

static void
add_row (CallboardNudgesField *self,
         guint                 i)
{
  GtkWidget *spin = gtk_spin_button_new_with_range (1, MAX_HOURS, 1);
  GtkWidget *remove = gtk_button_new_from_icon_name ("user-trash-symbolic");

  self->rows[i] = g_object_new (ADW_TYPE_ACTION_ROW, "title", _("Hours after the last message"), NULL);
  self->spins[i] = GTK_SPIN_BUTTON (spin);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  callboard_wheel_leave_numbers (spin);
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (spin)), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Hours after the last message"), -1);
  gtk_widget_set_tooltip_text (remove, _("Delete"));
  gtk_widget_set_valign (remove, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (remove, "flat");
  g_object_set_data (G_OBJECT (remove), "position", GUINT_TO_POINTER (i));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[i]), spin);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->rows[i]), remove);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->rows[i]);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (on_value_changed_cb), self);
  g_signal_connect_swapped (remove, "clicked", G_CALLBACK (on_remove_clicked_cb), self);
}

static void
callboard_nudges_field_init (CallboardNudgesField *self)
{
  for (guint i = 0; i < MAX_NUDGES; i++)
    add_row (self, i);

  self->add = gtk_button_new_with_label (_("Add Reminder"));
  gtk_widget_add_css_class (self->add, "flat");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->add);
  adw_expander_row_set_show_enable_switch (ADW_EXPANDER_ROW (self), TRUE);
  g_signal_connect_swapped (self->add, "clicked", G_CALLBACK (on_add_clicked_cb), self);
  g_signal_connect (self, "notify::enable-expansion", G_CALLBACK (on_enabled_changed_cb), NULL);
}
