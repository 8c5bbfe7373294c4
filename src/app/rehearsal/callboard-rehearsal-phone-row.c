/* callboard-rehearsal-phone-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-rehearsal-phone-row.h"

#include <glib/gi18n.h>

#include "callboard-fold.h"
#include "callboard-util.h"

struct _CallboardRehearsalPhoneRow
{
  GtkListBoxRow  parent_instance;

  GtkWidget     *dot;
  GtkLabel      *last;
  GtkLabel      *name;

  gint64         candidate;
  char          *phone;
};

G_DEFINE_FINAL_TYPE (CallboardRehearsalPhoneRow, callboard_rehearsal_phone_row, GTK_TYPE_LIST_BOX_ROW)

static void
callboard_rehearsal_phone_row_finalize (GObject *object)
{
  g_free (CALLBOARD_REHEARSAL_PHONE_ROW (object)->phone);

  G_OBJECT_CLASS (callboard_rehearsal_phone_row_parent_class)->finalize (object);
}

static void
callboard_rehearsal_phone_row_class_init (CallboardRehearsalPhoneRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = callboard_rehearsal_phone_row_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-rehearsal-phone-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhoneRow, dot);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhoneRow, last);
  gtk_widget_class_bind_template_child (widget_class, CallboardRehearsalPhoneRow, name);
}

static void
callboard_rehearsal_phone_row_init (CallboardRehearsalPhoneRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
callboard_rehearsal_phone_row_new (void)
{
  return g_object_new (CALLBOARD_TYPE_REHEARSAL_PHONE_ROW, NULL);
}

void
callboard_rehearsal_phone_row_show (CallboardRehearsalPhoneRow *self,
                                    const CallboardPhoneRow    *phone,
                                    gboolean                    unread)
{
  g_autofree char *last = NULL;
  g_autofree char *description = NULL;

  g_return_if_fail (CALLBOARD_IS_REHEARSAL_PHONE_ROW (self));
  g_return_if_fail (phone != NULL);

  self->candidate = phone->candidate_id;
  callboard_set_str (&self->phone, phone->phone);

  last = g_strdelimit (g_strdup (phone->last), "\r\n", ' ');
  description = unread ? g_strdup_printf (_("Unread: %s"), last) : g_strdup (last);
  gtk_label_set_label (self->name, phone->name);
  gtk_label_set_label (self->last, last);
  gtk_widget_set_visible (self->dot, unread);
  if (unread)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, phone->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

gint64
callboard_rehearsal_phone_row_get_candidate (CallboardRehearsalPhoneRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_REHEARSAL_PHONE_ROW (self), 0);

  return self->candidate;
}

gboolean
callboard_rehearsal_phone_row_matches (CallboardRehearsalPhoneRow *self,
                                       const char                 *text)
{
  g_autofree char *name = NULL;
  g_autofree char *wanted = NULL;

  g_return_val_if_fail (CALLBOARD_IS_REHEARSAL_PHONE_ROW (self), FALSE);

  name = callboard_fold (gtk_label_get_label (self->name));
  wanted = callboard_fold (text);

  return strstr (name, wanted) != NULL || strstr (self->phone, text) != NULL;
}
