/* callboard-number-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <math.h>

#include "callboard-fields.h"
#include "callboard-wheel.h"

/* What a number of a candidate's answer can sensibly be. */
#define FAR 1000000000.0

struct _CallboardNumberField
{
  GtkWidget      parent_instance;

  GtkSpinButton *spin;

  double         fallback;
  double         lower;
  double         scale;
  double         upper;
  guint          digits;
  guint          optional : 1;
};

/* The place below all numbers, where the field is empty. */
static double
get_nothing (CallboardNumberField *self)
{
  return self->lower - 1;
}

static double
get_value (CallboardNumberField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  const char *member = callboard_field_get_member (field);
  CallboardDraftNode *node = callboard_field_get_node (field);

  if (self->optional && callboard_draft_node_get (node, member) == NULL)
    return get_nothing (self);

  return callboard_draft_node_get_number (node, member, self->fallback * self->scale) / self->scale;
}

static gboolean
read_text (CallboardNumberField *self,
           double               *value)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->spin))));
  char *end = NULL;

  *value = get_nothing (self);
  if (*text == '\0')
    return self->optional;

  *value = g_ascii_strtod (g_strdelimit (text, ",", '.'), &end);

  return *end == '\0' && isfinite (*value);
}

static void
callboard_number_field_show (CallboardField *field)
{
  CallboardNumberField *self = CALLBOARD_NUMBER_FIELD (field);
  double value = get_value (self);
  double shown;

  if (read_text (self, &shown) && shown == value && gtk_spin_button_get_value (self->spin) == value)
    return;

  gtk_spin_button_set_value (self->spin, value);
  gtk_spin_button_update (self->spin);
}

static void
callboard_number_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_number_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardNumberField, callboard_number_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_number_field_iface_init))

typedef enum
{
  PROP_DIGITS = CALLBOARD_FIELD_N_PROPS,
  PROP_FALLBACK,
  PROP_LOWER,
  PROP_OPTIONAL,
  PROP_PLACEHOLDER,
  PROP_SCALE,
  PROP_UPPER,
} CallboardNumberFieldProps;

static void
put (CallboardNumberField *self,
     double                value)
{
  double kept = value * self->scale;

  if (value < self->lower && self->optional)
    callboard_field_put (CALLBOARD_FIELD (self), NULL);
  else if (value < self->lower || value > self->upper)
    return;
  else if (self->digits == 0 || self->scale != 1 || kept == floor (kept))
    callboard_field_put (CALLBOARD_FIELD (self), g_variant_new_int64 (llround (kept)));
  else
    callboard_field_put (CALLBOARD_FIELD (self), g_variant_new_double (kept));
}

/* As it is typed, not only when the field is left. */
static void
on_changed_cb (CallboardNumberField *self)
{
  double value;

  g_assert (CALLBOARD_IS_NUMBER_FIELD (self));

  if (!callboard_field_is_showing (CALLBOARD_FIELD (self)) && read_text (self, &value))
    put (self, value);
}

/* From nothing the next number is one near 0, not the least of all. */
static void
on_value_changed_cb (CallboardNumberField *self)
{
  double value = gtk_spin_button_get_value (self->spin);

  g_assert (CALLBOARD_IS_NUMBER_FIELD (self));

  if (self->optional && value == self->lower && value == -FAR)
    gtk_spin_button_set_value (self->spin, 0);
  else if (!callboard_field_is_showing (CALLBOARD_FIELD (self)))
    put (self, value);
}

static int
on_input_cb (CallboardNumberField *self,
             double               *value)
{
  double read;

  g_assert (CALLBOARD_IS_NUMBER_FIELD (self));

  if (!read_text (self, &read))
    return GTK_INPUT_ERROR;

  *value = read;

  return TRUE;
}

static gboolean
on_output_cb (CallboardNumberField *self)
{
  double value = gtk_spin_button_get_value (self->spin);
  g_autofree char *text = NULL;

  g_assert (CALLBOARD_IS_NUMBER_FIELD (self));

  if (self->optional && value < self->lower)
    text = g_strdup ("");
  else if (value == floor (value))
    text = g_strdup_printf ("%.0f", value);
  else
    text = g_strdup_printf ("%.*g", 10, value);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);

  return TRUE;
}

static void
callboard_number_field_constructed (GObject *object)
{
  CallboardNumberField *self = CALLBOARD_NUMBER_FIELD (object);
  double lower = self->optional ? get_nothing (self) : self->lower;

  G_OBJECT_CLASS (callboard_number_field_parent_class)->constructed (object);

  gtk_spin_button_set_digits (self->spin, self->digits);
  gtk_spin_button_set_increments (self->spin, 1, 10);
  gtk_spin_button_set_range (self->spin, lower, self->upper);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 4);
}

static void
callboard_number_field_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CallboardNumberField *self = CALLBOARD_NUMBER_FIELD (object);

  if (callboard_field_set_property (object, prop_id, value))
    return;

  switch ((CallboardNumberFieldProps) prop_id)
    {
    case PROP_DIGITS:
      self->digits = g_value_get_uint (value);
      break;
    case PROP_FALLBACK:
      self->fallback = g_value_get_double (value);
      break;
    case PROP_LOWER:
      self->lower = g_value_get_double (value);
      break;
    case PROP_OPTIONAL:
      self->optional = g_value_get_boolean (value);
      break;
    case PROP_PLACEHOLDER:
      g_object_set_property (G_OBJECT (gtk_editable_get_delegate (GTK_EDITABLE (self->spin))), "placeholder-text", value);
      break;
    case PROP_SCALE:
      self->scale = g_value_get_double (value);
      break;
    case PROP_UPPER:
      self->upper = g_value_get_double (value);
      break;
    }
}

static void
callboard_number_field_class_init (CallboardNumberFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  callboard_field_install_bin (object_class);
  object_class->constructed = callboard_number_field_constructed;
  object_class->set_property = callboard_number_field_set_property;

  g_object_class_install_property (object_class, PROP_DIGITS,
                                   g_param_spec_uint ("digits", NULL, NULL, 0, 6, 0, flags));
  g_object_class_install_property (object_class, PROP_FALLBACK,
                                   g_param_spec_double ("fallback", NULL, NULL, -FAR, FAR, 0, flags));
  g_object_class_install_property (object_class, PROP_LOWER,
                                   g_param_spec_double ("lower", NULL, NULL, -FAR, FAR, -FAR, flags));
  g_object_class_install_property (object_class, PROP_OPTIONAL,
                                   g_param_spec_boolean ("optional", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_PLACEHOLDER,
                                   g_param_spec_string ("placeholder", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_SCALE,
                                   g_param_spec_double ("scale", NULL, NULL, 1, FAR, 1, flags));
  g_object_class_install_property (object_class, PROP_UPPER,
                                   g_param_spec_double ("upper", NULL, NULL, -FAR, FAR, FAR, flags));
}

static void
callboard_number_field_init (CallboardNumberField *self)
{
  self->spin = g_object_new (GTK_TYPE_SPIN_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->spin), GTK_WIDGET (self));
  callboard_wheel_leave_numbers (GTK_WIDGET (self->spin));
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (self->spin)), FALSE);
  g_signal_connect_swapped (self->spin, "changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->spin, "input", G_CALLBACK (on_input_cb), self);
  g_signal_connect_swapped (self->spin, "output", G_CALLBACK (on_output_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (on_value_changed_cb), self);
}
