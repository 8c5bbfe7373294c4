/* callboard-field-mark.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-field.h"

/* What a problem of a field looks like. */

static GtkLabel *
create_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "field-problem");

  return GTK_LABEL (label);
}

/* A row of its own below the field's row. */
static gboolean
add_row (GtkWidget *field,
         GtkWidget *label)
{
  GtkWidget *list = gtk_widget_get_parent (field);
  GtkWidget *row;

  if (!GTK_IS_LIST_BOX (list) || !GTK_IS_LIST_BOX_ROW (field))
    return FALSE;

  row = gtk_list_box_row_new ();
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_insert (GTK_LIST_BOX (list), row, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (field)) + 1);

  return TRUE;
}

static gboolean
add_below (GtkWidget *field,
           GtkWidget *label)
{
  GtkWidget *box = gtk_widget_get_parent (field);

  if (!GTK_IS_BOX (box) || gtk_orientable_get_orientation (GTK_ORIENTABLE (box)) != GTK_ORIENTATION_VERTICAL)
    return FALSE;

  gtk_box_insert_child_after (GTK_BOX (box), label, field);

  return TRUE;
}

static GtkLabel *
get_label (GtkWidget *field)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (field), "callboard-field-label");

  if (label != NULL)
    return label;

  label = g_object_ref_sink (create_label ());
  g_object_set_data_full (G_OBJECT (field), "callboard-field-label", label, g_object_unref);
  if (!add_row (field, GTK_WIDGET (label)))
    add_below (field, GTK_WIDGET (label));

  return label;
}

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
show_label (GtkLabel   *label,
            const char *text,
            gboolean    is_error)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (label));

  gtk_label_set_text (label, text != NULL ? text : "");
  set_class (GTK_WIDGET (label), "error", is_error);
  set_class (GTK_WIDGET (label), "warning", !is_error);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (GTK_IS_LIST_BOX_ROW (parent))
    gtk_widget_set_visible (parent, text != NULL);
}

void
callboard_field_mark (CallboardField *self,
                      const char     *text,
                      gboolean        is_error)
{
  GtkWidget *widget = callboard_field_get_row (self);
  GtkLabel *label;

  g_return_if_fail (CALLBOARD_IS_FIELD (self));

  if (text == NULL && g_object_get_data (G_OBJECT (widget), "callboard-field-label") == NULL)
    return;

  set_class (widget, "error", text != NULL && is_error);
  set_class (widget, "warning", text != NULL && !is_error);
  label = get_label (widget);
  show_label (label, text, is_error);
  /* In a line with others there is no room below. */
  if (gtk_widget_get_parent (GTK_WIDGET (label)) == NULL)
    gtk_widget_set_tooltip_text (widget, text);
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}
