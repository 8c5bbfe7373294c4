/* callboard-date-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "callboard-fields.h"

/* "2026-12-01": how much of a text is the day. */
#define DAY_LENGTH 10

struct _CallboardDateField
{
  GtkWidget      parent_instance;

  GtkMenuButton *button;
  GtkCalendar   *calendar;
  GtkWidget     *none;
  guint          session : 1;
};

static GDateTime *
read_day (CallboardDateField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  const char *text = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));
  guint year, month, day;

  return sscanf (text, "%4u-%2u-%2u", &year, &month, &day) == 3
    ? g_date_time_new_local (year, month, day, 12, 0, 0)
    : NULL;
}

static void
callboard_date_field_show (CallboardField *field)
{
  CallboardDateField *self = CALLBOARD_DATE_FIELD (field);
  g_autoptr(GDateTime) day = read_day (self);
  /* Translators: a day without a time, as strftime() writes it. */
  g_autofree char *text = day != NULL ? g_date_time_format (day, self->session ? _("%a, %-d %B %Y") : "%x") : NULL;

  gtk_menu_button_set_label (self->button, text != NULL ? text : _("No Date"));
  gtk_widget_set_visible (self->none, day != NULL && !self->session);
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
}

static void
callboard_date_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_date_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardDateField, callboard_date_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_date_field_iface_init))

typedef enum
{
  PROP_SESSION = CALLBOARD_FIELD_N_PROPS,
} CallboardDateFieldProps;

static void
on_day_selected_cb (CallboardDateField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  g_autoptr(GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *day = g_date_time_format (date, "%Y-%m-%d");
  g_autofree char *text = NULL;
  const char *before;

  g_assert (CALLBOARD_IS_DATE_FIELD (self));

  if (callboard_field_is_showing (field))
    return;

  before = callboard_draft_node_get_text (callboard_field_get_node (field), callboard_field_get_member (field));
  text = g_strconcat (day, self->session && strlen (before) > DAY_LENGTH ? before + DAY_LENGTH : NULL, NULL);
  callboard_field_put_text (field, text);
}

static void
on_none_clicked_cb (CallboardDateField *self)
{
  g_assert (CALLBOARD_IS_DATE_FIELD (self));

  callboard_field_put (CALLBOARD_FIELD (self), NULL);
  gtk_menu_button_popdown (self->button);
}

static void
callboard_date_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (!callboard_field_set_property (object, prop_id, value))
    CALLBOARD_DATE_FIELD (object)->session = g_value_get_boolean (value);
}

static void
callboard_date_field_class_init (CallboardDateFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  callboard_field_install_bin (object_class);
  object_class->set_property = callboard_date_field_set_property;

  g_object_class_install_property (object_class, PROP_SESSION,
                                   g_param_spec_boolean ("session", NULL, NULL, FALSE,
                                                         G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS));
}

static GtkWidget *
create_popover (CallboardDateField *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->none = gtk_button_new_with_label (_("No Date"));
  gtk_widget_add_css_class (self->none, "flat");
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), self->none);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (on_day_selected_cb), self);
  g_signal_connect_swapped (self->none, "clicked", G_CALLBACK (on_none_clicked_cb), self);

  return popover;
}

static void
callboard_date_field_init (CallboardDateField *self)
{
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON,
                               "always-show-arrow", TRUE,
                               "popover", create_popover (self),
                               "valign", GTK_ALIGN_CENTER,
                               NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->button), GTK_WIDGET (self));
}
