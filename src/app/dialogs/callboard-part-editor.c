/* callboard-part-editor.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-part-editor.h"

#include "callboard-choice-row.h"
#include "callboard-list-edit.h"
#include "callboard-text-editor.h"

struct _CallboardPartEditor
{
  GtkWidget             parent_instance;

  GtkWidget            *box;
  GtkWidget            *add_choice;
  GtkListBox           *choices;
  GtkWidget            *choices_box;
  AdwEntryRow          *help;
  GtkWidget            *limit_row;
  GtkSpinButton        *max_length;
  GtkWidget            *more;
  GtkSwitch            *required;
  AdwEntryRow          *retry;
  CallboardTextEditor  *text;

  CallboardDraftModule *module;
  CallboardDraftPart   *part;
};

G_DEFINE_FINAL_TYPE (CallboardPartEditor, callboard_part_editor, GTK_TYPE_WIDGET)

static void
on_changed_cb (CallboardPartEditor *self)
{
  g_assert (CALLBOARD_IS_PART_EDITOR (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "draft.touch", NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardPartEditor *self = CALLBOARD_PART_EDITOR (widget);

  callboard_list_edit_move (callboard_draft_module_get_parts (self->module), self->part,
                            g_variant_get_int32 (parameter), widget);
}

static void
add_choice_cb (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  CallboardPartEditor *self = CALLBOARD_PART_EDITOR (widget);

  callboard_draft_part_add_choice (self->part, "");
  gtk_widget_activate_action (widget, "draft.touch", NULL);
  gtk_widget_grab_focus (gtk_widget_get_last_child (GTK_WIDGET (self->choices)));
}

static gboolean
callboard_part_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CALLBOARD_PART_EDITOR (widget)->text));
}

static void
callboard_part_editor_dispose (GObject *object)
{
  CallboardPartEditor *self = CALLBOARD_PART_EDITOR (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_PART_EDITOR);
  g_clear_object (&self->module);
  g_clear_object (&self->part);

  G_OBJECT_CLASS (callboard_part_editor_parent_class)->dispose (object);
}

static void
callboard_part_editor_class_init (CallboardPartEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_part_editor_dispose;
  widget_class->grab_focus = callboard_part_editor_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-part-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, add_choice);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, choices);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, choices_box);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, help);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, limit_row);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, max_length);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, more);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, required);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, retry);
  gtk_widget_class_bind_template_child (widget_class, CallboardPartEditor, text);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "part.add-choice", NULL, add_choice_cb);
  gtk_widget_class_install_action (widget_class, "part.move", "i", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "part.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "part.move", "i", -1);

  g_type_ensure (CALLBOARD_TYPE_TEXT_EDITOR);
}

static void
callboard_part_editor_init (CallboardPartEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_choice_row (gpointer item,
                 gpointer user_data)
{
  return GTK_WIDGET (callboard_choice_row_new (user_data, item));
}

static const char *
get_title (CallboardDraftKind kind)
{
  switch (kind)
    {
    case CALLBOARD_DRAFT_TEXT:
      return _("Text");
    case CALLBOARD_DRAFT_SHORT_ANSWER:
      return _("Short Answer");
    case CALLBOARD_DRAFT_SINGLE_CHOICE:
      return _("One Choice");
    case CALLBOARD_DRAFT_YES_NO:
      return _("Yes or No");
    }

  return "";
}

static void
bind (CallboardPartEditor *self,
      const char          *property,
      gpointer             widget,
      const char          *target)
{
  g_object_bind_property (self->part, property, widget, target, G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

CallboardPartEditor *
callboard_part_editor_new (CallboardDraftModule *module,
                           CallboardDraftPart   *part)
{
  CallboardPartEditor *self = g_object_new (CALLBOARD_TYPE_PART_EDITOR, NULL);
  CallboardDraftKind kind = callboard_draft_part_get_kind (part);
  gboolean choosing = kind == CALLBOARD_DRAFT_SINGLE_CHOICE || kind == CALLBOARD_DRAFT_YES_NO;

  self->module = g_object_ref (module);
  self->part = g_object_ref (part);
  g_object_set (self->text, "title", get_title (kind), NULL);
  bind (self, "text", self->text, "text");
  bind (self, "help", self->help, "text");
  bind (self, "retry", self->retry, "text");
  bind (self, "required", self->required, "active");
  bind (self, "max-length", self->max_length, "value");

  gtk_widget_set_visible (self->more, kind != CALLBOARD_DRAFT_TEXT);
  gtk_widget_set_visible (self->limit_row, kind == CALLBOARD_DRAFT_SHORT_ANSWER);
  gtk_widget_set_visible (self->choices_box, choosing);
  gtk_widget_set_visible (self->add_choice, kind == CALLBOARD_DRAFT_SINGLE_CHOICE);
  gtk_list_box_bind_model (self->choices, G_LIST_MODEL (callboard_draft_part_get_choices (part)), make_choice_row,
                           g_object_ref (part), g_object_unref);

  return self;
}

CallboardDraftPart *
callboard_part_editor_get_part (CallboardPartEditor *self)
{
  g_return_val_if_fail (CALLBOARD_IS_PART_EDITOR (self), NULL);

  return self->part;
}
