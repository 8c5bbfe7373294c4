/* callboard-record-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-record-list.h"

#include <glib/gi18n.h>

#include "callboard-file-chip.h"

/* On a row: what is said above it. */
#define GROUP "callboard-group"

struct _CallboardRecordList
{
  GtkWidget   parent_instance;

  GtkListBox *list;
  GtkLabel   *nothing;
};

G_DEFINE_FINAL_TYPE (CallboardRecordList, callboard_record_list, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_PLACEHOLDER = 1,
} CallboardRecordListProps;

static GParamSpec *properties[PROP_PLACEHOLDER + 1];

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_heading (const CallboardRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon;

  gtk_box_append (GTK_BOX (box), create_label (record->heading, "heading"));
  if (!record->flagged)
    return box;

  icon = gtk_image_new_from_icon_name ("callboard-flag-symbolic");
  gtk_widget_set_tooltip_text (icon, _("Flagged: have a look at this answer"));
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_widget_add_css_class (icon, "warning");
  gtk_accessible_update_property (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Flagged"), -1);
  gtk_box_append (GTK_BOX (box), icon);

  return box;
}

static GtkWidget *
create_content (const CallboardRecord *record)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *last = NULL;

  gtk_box_append (GTK_BOX (box), create_heading (record));
  if (record->text != NULL)
    {
      last = create_label (record->text, NULL);
      gtk_label_set_selectable (GTK_LABEL (last), TRUE);
      gtk_box_append (GTK_BOX (box), last);
    }
  for (guint i = 0; record->files != NULL && i < record->files->len; i++)
    gtk_box_append (GTK_BOX (box), callboard_file_chip_new (g_ptr_array_index (record->files, i), record->directory, NULL));
  if (record->caption != NULL)
    {
      last = create_label (record->caption, "caption");
      gtk_widget_add_css_class (last, "dim-label");
      gtk_box_append (GTK_BOX (box), last);
    }
  if (last != NULL)
    gtk_widget_set_tooltip_text (last, record->tooltip);

  return box;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  const char *group = g_object_get_data (G_OBJECT (row), GROUP);
  const char *group_before = before != NULL ? g_object_get_data (G_OBJECT (before), GROUP) : NULL;
  GtkWidget *header = NULL;

  if (group != NULL && g_strcmp0 (group, group_before) != 0)
    {
      header = create_label (group, "caption-heading");
      gtk_widget_add_css_class (header, "dim-label");
      gtk_widget_add_css_class (header, "group");
    }

  gtk_list_box_row_set_header (row, header);
}

static void
callboard_record_list_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_RECORD_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (callboard_record_list_parent_class)->dispose (object);
}

static void
callboard_record_list_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CallboardRecordList *self = CALLBOARD_RECORD_LIST (object);

  switch ((CallboardRecordListProps) prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (self->nothing));
      break;
    }
}

static void
callboard_record_list_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CallboardRecordList *self = CALLBOARD_RECORD_LIST (object);

  switch ((CallboardRecordListProps) prop_id)
    {
    case PROP_PLACEHOLDER:
      gtk_label_set_label (self->nothing, g_value_get_string (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    }
}

static void
callboard_record_list_class_init (CallboardRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_record_list_dispose;
  object_class->get_property = callboard_record_list_get_property;
  object_class->set_property = callboard_record_list_set_property;

  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/details/callboard-record-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardRecordList, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardRecordList, nothing);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_record_list_init (CallboardRecordList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
}

void
callboard_record_list_clear (CallboardRecordList *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (CALLBOARD_IS_RECORD_LIST (self));

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

void
callboard_record_list_add (CallboardRecordList   *self,
                           const CallboardRecord *record)
{
  g_autofree char *name = NULL;
  GtkWidget *row;

  g_return_if_fail (CALLBOARD_IS_RECORD_LIST (self));
  g_return_if_fail (record != NULL);

  row = gtk_list_box_row_new ();
  name = g_strjoin (", ", record->heading, record->text != NULL ? record->text : record->caption, NULL);
  g_object_set_data_full (G_OBJECT (row), GROUP, g_strdup (record->group), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), create_content (record));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);
}
