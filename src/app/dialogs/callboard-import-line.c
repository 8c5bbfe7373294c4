/* callboard-import-line.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-import-line.h"

#include "callboard-phone.h"

struct _CallboardImportLine
{
  GtkWidget            parent_instance;

  GtkWidget           *box;
  GtkBox              *fields;
  GtkImage            *image;
  GtkLabel            *name;
  GtkLabel            *number;
  GtkLabel            *phone;
  GtkLabel            *reason;

  GtkWidget           *entries[CALLBOARD_IMPORT_N_FIELDS];
  CallboardImportItem *item;
  guint                filling : 1;
};

G_DEFINE_FINAL_TYPE (CallboardImportLine, callboard_import_line, GTK_TYPE_WIDGET)

typedef enum
{
  PROP_ITEM = 1,
} CallboardImportLineProps;

static GParamSpec *properties[PROP_ITEM + 1];

static const char *
get_field_name (CallboardImportField field)
{
  switch (field)
    {
    case CALLBOARD_IMPORT_FIRST_NAME:
      return _("First name");
    case CALLBOARD_IMPORT_LAST_NAME:
      return _("Last name");
    case CALLBOARD_IMPORT_NAME:
      return _("Name");
    case CALLBOARD_IMPORT_PHONE:
      return _("Phone number");
    case CALLBOARD_IMPORT_STAGE:
      return _("Stage");
    case CALLBOARD_IMPORT_CONSENT:
      return _("Agreement");
    }

  return "";
}

static void
on_entry_changed_cb (CallboardImportLine *self,
                     GtkEntry            *entry)
{
  g_assert (CALLBOARD_IS_IMPORT_LINE (self));

  if (self->filling || self->item == NULL)
    return;

  for (guint field = 0; field < CALLBOARD_IMPORT_N_FIELDS; field++)
    {
      if (self->entries[field] == GTK_WIDGET (entry))
        callboard_import_item_set_cell (self->item, field, gtk_editable_get_text (GTK_EDITABLE (entry)));
    }
}

/* Entries are made when a row first needs them: most never do. */
static GtkWidget *
ensure_entry (CallboardImportLine  *self,
              CallboardImportField  field)
{
  GtkWidget *before = NULL;

  if (self->entries[field] != NULL)
    return self->entries[field];

  self->entries[field] = g_object_new (GTK_TYPE_ENTRY,
                                       "hexpand", TRUE,
                                       "placeholder-text", get_field_name (field),
                                       "width-chars", 6,
                                       NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entries[field]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_field_name (field), -1);
  g_signal_connect_object (self->entries[field], "changed", G_CALLBACK (on_entry_changed_cb), self, G_CONNECT_SWAPPED);

  for (guint i = 0; i < field; i++)
    before = self->entries[i] ? self->entries[i] : before;
  gtk_box_insert_child_after (self->fields, self->entries[field], before);

  return self->entries[field];
}

static void
show_fields (CallboardImportLine *self,
             CallboardImportPlan *plan,
             guint                row)
{
  guint editable = callboard_import_item_get_editable (self->item);
  gboolean invalid = callboard_import_plan_get_state (plan, row) == CALLBOARD_IMPORT_INVALID;

  for (guint field = 0; field < CALLBOARD_IMPORT_N_FIELDS; field++)
    {
      gboolean fault = invalid && callboard_import_plan_get_fault (plan, row) == field;
      GtkWidget *entry;

      if (!(editable & 1u << field))
        {
          if (self->entries[field] != NULL)
            gtk_widget_set_visible (self->entries[field], FALSE);
          continue;
        }

      entry = ensure_entry (self, field);
      gtk_widget_set_visible (entry, TRUE);
      if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (entry)), callboard_import_plan_get_cell (plan, row, field)) != 0)
        gtk_editable_set_text (GTK_EDITABLE (entry), callboard_import_plan_get_cell (plan, row, field));
      if (fault)
        gtk_widget_add_css_class (entry, "error");
      else
        gtk_widget_remove_css_class (entry, "error");
    }

  gtk_widget_set_visible (GTK_WIDGET (self->fields), editable != 0);
  gtk_widget_set_visible (GTK_WIDGET (self->phone), !(editable & 1u << CALLBOARD_IMPORT_PHONE));
}

static void
show_state (CallboardImportLine  *self,
            CallboardImportState  state,
            const char           *reason)
{
  static const char *const icons[] = { "object-select-symbolic", "content-loading-symbolic", "dialog-warning-symbolic" };
  static const char *const classes[] = { "success", "dim-label", "error" };

  gtk_image_set_from_icon_name (self->image, icons[state]);
  gtk_widget_set_css_classes (GTK_WIDGET (self->image), (const char *[]) { classes[state], NULL });
  gtk_widget_set_css_classes (GTK_WIDGET (self->reason), (const char *[]) { "caption", classes[state], NULL });
  gtk_label_set_text (self->reason, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self->reason), reason != NULL);
}

/* A list names its rows from 4.12 on; until then a screen reader would find them empty. */
static void
name_row (CallboardImportLine *self,
          const char          *name,
          const char          *reason)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, reason ? reason : "",
                                    -1);
}

static void
show_item (CallboardImportLine *self)
{
  CallboardImportPlan *plan = callboard_import_item_get_plan (self->item);
  guint row = callboard_import_item_get_row (self->item);
  const char *phone = callboard_import_plan_get_phone (plan, row);
  g_autofree char *number = g_strdup_printf ("%u", callboard_import_plan_get_line (plan, row));
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;

  name = g_strconcat (callboard_import_plan_get_cell (plan, row, CALLBOARD_IMPORT_FIRST_NAME), " ",
                      callboard_import_plan_get_cell (plan, row, CALLBOARD_IMPORT_LAST_NAME), NULL);
  shown = phone ? callboard_phone_format_international (phone)
                : g_strdup (callboard_import_plan_get_cell (plan, row, CALLBOARD_IMPORT_PHONE));

  self->filling = TRUE;
  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->name, g_strstrip (name));
  gtk_label_set_text (self->phone, shown);
  show_state (self, callboard_import_plan_get_state (plan, row), callboard_import_plan_get_reason (plan, row));
  show_fields (self, plan, row);
  name_row (self, name, callboard_import_plan_get_reason (plan, row));
  self->filling = FALSE;
}

static void
callboard_import_line_dispose (GObject *object)
{
  CallboardImportLine *self = CALLBOARD_IMPORT_LINE (object);

  callboard_import_line_set_item (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_IMPORT_LINE);

  G_OBJECT_CLASS (callboard_import_line_parent_class)->dispose (object);
}

static void
callboard_import_line_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  switch ((CallboardImportLineProps) prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, CALLBOARD_IMPORT_LINE (object)->item);
      break;
    }
}

static void
callboard_import_line_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  switch ((CallboardImportLineProps) prop_id)
    {
    case PROP_ITEM:
      callboard_import_line_set_item (CALLBOARD_IMPORT_LINE (object), g_value_get_object (value));
      break;
    }
}

static void
callboard_import_line_class_init (CallboardImportLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_import_line_dispose;
  object_class->get_property = callboard_import_line_get_property;
  object_class->set_property = callboard_import_line_set_property;

  properties[PROP_ITEM] =
    g_param_spec_object ("item", NULL, NULL, CALLBOARD_TYPE_IMPORT_ITEM,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-import-line.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, fields);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, image);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, name);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, number);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, phone);
  gtk_widget_class_bind_template_child (widget_class, CallboardImportLine, reason);
}

static void
callboard_import_line_init (CallboardImportLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_import_line_set_item (CallboardImportLine *self,
                                CallboardImportItem *item)
{
  g_return_if_fail (CALLBOARD_IS_IMPORT_LINE (self));

  if (self->item == item)
    return;

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, show_item, self);
  g_set_object (&self->item, item);
  if (item != NULL)
    {
      g_signal_connect_object (item, "changed", G_CALLBACK (show_item), self, G_CONNECT_SWAPPED);
      show_item (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}
