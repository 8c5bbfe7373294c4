/* callboard-test-edit.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-test-edit.h"

#include "callboard-wheel.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CallboardTestEdit
{
  GtkBox         parent_instance;

  GtkSpinButton *number;
  GtkDropDown   *sign;
  guint          showing : 1;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CallboardTestEdit, callboard_test_edit, GTK_TYPE_BOX)

/* Of two that begin alike the longer comes first. */
static const char * const signs[] = { "<=", ">=", "<", ">", "" };
static const char * const words[] = { N_("at most"), N_("at least"), N_("less than"), N_("more than"), N_("exactly") };

static void
on_changed_cb (CallboardTestEdit *self)
{
  g_assert (CALLBOARD_IS_TEST_EDIT (self));

  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
on_output_cb (CallboardTestEdit *self)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_assert (CALLBOARD_IS_TEST_EDIT (self));

  g_ascii_formatd (text, sizeof text, "%.10g", gtk_spin_button_get_value (self->number));
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->number)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->number), text);

  return TRUE;
}

static int
on_input_cb (CallboardTestEdit *self,
             double            *value)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->number)));
  char *end;

  g_assert (CALLBOARD_IS_TEST_EDIT (self));

  *value = g_ascii_strtod (g_strdelimit (g_strstrip (text), ",", '.'), &end);

  return *text != '\0' && *end == '\0' ? TRUE : GTK_INPUT_ERROR;
}

static void
callboard_test_edit_class_init (CallboardTestEditClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
callboard_test_edit_init (CallboardTestEdit *self)
{
  const char *labels[] = { _(words[0]), _(words[1]), _(words[2]), _(words[3]), _(words[4]), NULL };

  self->sign = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (labels));
  self->number = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (-1e9, 1e9, 1));
  gtk_spin_button_set_digits (self->number, 6);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->number), 4);
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (self->number)), FALSE);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->sign));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->number));
  callboard_wheel_leave_numbers (GTK_WIDGET (self->number));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->sign), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comparison"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->number), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Number"), -1);
  g_signal_connect_swapped (self->number, "input", G_CALLBACK (on_input_cb), self);
  g_signal_connect_swapped (self->number, "output", G_CALLBACK (on_output_cb), self);
  g_signal_connect_swapped (self->number, "value-changed", G_CALLBACK (on_changed_cb), self);
  g_signal_connect_swapped (self->sign, "notify::selected", G_CALLBACK (on_changed_cb), self);
}

char *
callboard_test_edit_get_text (CallboardTestEdit *self)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (CALLBOARD_IS_TEST_EDIT (self), NULL);

  g_ascii_formatd (number, sizeof number, "%.10g", gtk_spin_button_get_value (self->number));

  return g_strconcat (signs[MIN (gtk_drop_down_get_selected (self->sign), G_N_ELEMENTS (signs) - 1)], number, NULL);
}

static guint
find_sign (const char *text)
{
  guint sign = 0;

  while (!g_str_has_prefix (text, signs[sign]))
    sign++;

  return sign;
}

char *
callboard_test_edit_describe (const char *text)
{
  guint sign;

  g_return_val_if_fail (text != NULL, NULL);

  sign = find_sign (text);

  return g_strdup_printf ("%s %s", _(words[sign]), text + strlen (signs[sign]));
}

void
callboard_test_edit_set_text (CallboardTestEdit *self,
                              const char        *text)
{
  guint sign;

  g_return_if_fail (CALLBOARD_IS_TEST_EDIT (self));
  g_return_if_fail (text != NULL);

  sign = find_sign (text);

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->sign, sign);
  gtk_spin_button_set_value (self->number, g_ascii_strtod (text + strlen (signs[sign]), NULL));
  gtk_spin_button_update (self->number);
  self->showing = FALSE;
}
