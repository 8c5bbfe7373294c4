/* callboard-time-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <stdio.h>
#include <string.h>

#include "callboard-fields.h"
#include "callboard-wheel.h"

#define DAY    (24 * 60)
#define STEP   15
#define PAGE   60

/* "2026-12-01T": what stands before the time of a session. */
#define DATE_LENGTH 11

struct _CallboardTimeField
{
  GtkWidget      parent_instance;

  GtkSpinButton *spin;
  guint          session : 1;
};

/* Minutes of the day, -1 if it is no time. "9", "9:30", "930" and "9.30" are what people type. */
static int
read_minutes (const char *text)
{
  guint hour = 0, minute = 0;
  int n;

  n = sscanf (text, "%2u%*[:. h]%2u", &hour, &minute);
  if (n < 2 && strspn (text, "0123456789") > 2)
    {
      hour = (guint) g_ascii_strtoull (text, NULL, 10) / 100;
      minute = (guint) g_ascii_strtoull (text, NULL, 10) % 100;
    }
  else if (n < 1)
    {
      return -1;
    }

  return minute < 60 && hour * 60 + minute <= DAY ? (int) (hour * 60 + minute) : -1;
}

static const char *
get_time (CallboardTimeField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  const char *text = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));

  if (!self->session)
    return text;

  return strlen (text) > DATE_LENGTH ? text + DATE_LENGTH : "";
}

static void
callboard_time_field_show (CallboardField *field)
{
  CallboardTimeField *self = CALLBOARD_TIME_FIELD (field);
  int minutes = read_minutes (get_time (self));

  if (minutes < 0 || minutes == read_minutes (gtk_editable_get_text (GTK_EDITABLE (self->spin))))
    return;

  gtk_spin_button_set_value (self->spin, minutes);
  gtk_spin_button_update (self->spin);
}

static void
callboard_time_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_time_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardTimeField, callboard_time_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_time_field_iface_init))

typedef enum
{
  PROP_SESSION = CALLBOARD_FIELD_N_PROPS,
} CallboardTimeFieldProps;

static void
put (CallboardTimeField *self,
     int                 minutes)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  g_autofree char *time = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);
  g_autofree char *date = NULL;
  g_autofree char *text = NULL;

  if (callboard_field_is_showing (field))
    return;

  if (self->session)
    date = g_strndup (callboard_draft_node_get_text (callboard_field_get_node (field),
                                                     callboard_field_get_member (field)), DATE_LENGTH);
  text = g_strconcat (date != NULL ? date : "", time, NULL);
  callboard_field_put_text (field, text);
}

static void
on_value_changed_cb (CallboardTimeField *self)
{
  g_assert (CALLBOARD_IS_TIME_FIELD (self));

  put (self, gtk_spin_button_get_value_as_int (self->spin));
}

static int
on_input_cb (CallboardTimeField *self,
             double             *value)
{
  int minutes = read_minutes (gtk_editable_get_text (GTK_EDITABLE (self->spin)));

  g_assert (CALLBOARD_IS_TIME_FIELD (self));

  if (minutes < 0)
    return GTK_INPUT_ERROR;

  *value = minutes;

  return TRUE;
}

static gboolean
on_output_cb (CallboardTimeField *self)
{
  int minutes = gtk_spin_button_get_value_as_int (self->spin);
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  g_assert (CALLBOARD_IS_TIME_FIELD (self));

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);

  return TRUE;
}

static void
callboard_time_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (!callboard_field_set_property (object, prop_id, value))
    CALLBOARD_TIME_FIELD (object)->session = g_value_get_boolean (value);
}

static void
callboard_time_field_class_init (CallboardTimeFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  callboard_field_install_bin (object_class);
  object_class->set_property = callboard_time_field_set_property;

  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_boolean ("session", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static void
callboard_time_field_init (CallboardTimeField *self)
{
  self->spin = g_object_new (GTK_TYPE_SPIN_BUTTON, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->spin), GTK_WIDGET (self));
  callboard_wheel_leave_numbers (GTK_WIDGET (self->spin));
  gtk_editable_set_enable_undo (gtk_editable_get_delegate (GTK_EDITABLE (self->spin)), FALSE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 5);
  gtk_spin_button_set_increments (self->spin, STEP, PAGE);
  gtk_spin_button_set_range (self->spin, 0, DAY);
  g_signal_connect_swapped (self->spin, "input", G_CALLBACK (on_input_cb), self);
  g_signal_connect_swapped (self->spin, "output", G_CALLBACK (on_output_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (on_value_changed_cb), self);
}
