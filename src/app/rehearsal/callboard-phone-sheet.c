/* callboard-phone-sheet.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-phone-sheet.h"

#include "callboard-phone-choices.h"
#include "callboard-render.h"

struct _CallboardPhoneSheet
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkListBox  *list;
  GtkRevealer *revealer;

  GPtrArray   *choices;
};

G_DEFINE_FINAL_TYPE (CallboardPhoneSheet, callboard_phone_sheet, GTK_TYPE_WIDGET)

static void
append_row (CallboardPhoneSheet        *self,
            const CallboardPhoneChoice *choice)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (APP_PATH "/rehearsal/phone-choice.ui");
  GtkWidget *row = GTK_WIDGET (gtk_builder_get_object (builder, "row"));
  GtkLabel *detail = GTK_LABEL (gtk_builder_get_object (builder, "description"));
  g_autofree char *description = NULL;
  g_autofree char *title = callboard_render_split_title (choice->label, &description);

  gtk_label_set_label (GTK_LABEL (gtk_builder_get_object (builder, "title")), title);
  gtk_label_set_label (detail, description != NULL ? description : "");
  gtk_widget_set_visible (GTK_WIDGET (detail), description != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, choice->label, -1);
  gtk_list_box_append (self->list, row);
}

static void
on_row_activated_cb (CallboardPhoneSheet *self,
                     GtkListBoxRow       *row)
{
  const CallboardPhoneChoice *choice = g_ptr_array_index (self->choices, gtk_list_box_row_get_index (row));

  g_assert (CALLBOARD_IS_PHONE_SHEET (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "phone.choose", "(ss)", choice->id, choice->label);
  callboard_phone_sheet_close (self);
}

/* Once it is down it is away, and neither pointer nor focus goes there. */
static void
on_revealed_cb (CallboardPhoneSheet *self)
{
  g_assert (CALLBOARD_IS_PHONE_SHEET (self));

  if (!gtk_revealer_get_child_revealed (self->revealer) && !gtk_revealer_get_reveal_child (self->revealer))
    gtk_widget_hide (GTK_WIDGET (self));
}

static void
close_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  callboard_phone_sheet_close (CALLBOARD_PHONE_SHEET (widget));
}

static void
callboard_phone_sheet_dispose (GObject *object)
{
  CallboardPhoneSheet *self = CALLBOARD_PHONE_SHEET (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_PHONE_SHEET);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (callboard_phone_sheet_parent_class)->dispose (object);
}

static void
callboard_phone_sheet_class_init (CallboardPhoneSheetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_phone_sheet_dispose;

  gtk_widget_class_set_css_name (widget_class, "phonesheet");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/rehearsal/callboard-phone-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneSheet, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneSheet, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardPhoneSheet, revealer);
  gtk_widget_class_bind_template_callback (widget_class, on_revealed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated_cb);

  gtk_widget_class_install_action (widget_class, "sheet.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "sheet.close", NULL);
}

static void
callboard_phone_sheet_init (CallboardPhoneSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
callboard_phone_sheet_open (CallboardPhoneSheet *self,
                            const char          *choices)
{
  GtkWidget *child;

  g_return_if_fail (CALLBOARD_IS_PHONE_SHEET (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);

  g_clear_pointer (&self->choices, g_ptr_array_unref);
  self->choices = callboard_phone_choices_parse (choices);
  for (guint i = 0; i < self->choices->len; i++)
    append_row (self, g_ptr_array_index (self->choices, i));

  gtk_widget_show (GTK_WIDGET (self));
  gtk_revealer_set_reveal_child (self->revealer, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

void
callboard_phone_sheet_close (CallboardPhoneSheet *self)
{
  g_return_if_fail (CALLBOARD_IS_PHONE_SHEET (self));

  gtk_revealer_set_reveal_child (self->revealer, FALSE);
}
