/* callboard-choice-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-choice-row.h"

#include "callboard-list-edit.h"

struct _CallboardChoiceRow
{
  AdwEntryRow           parent_instance;

  GtkWidget            *buttons;
  GtkToggleButton      *flag;

  CallboardDraftPart   *part;
  CallboardDraftChoice *choice;
};

G_DEFINE_FINAL_TYPE (CallboardChoiceRow, callboard_choice_row, ADW_TYPE_ENTRY_ROW)

static void
on_changed_cb (CallboardChoiceRow *self)
{
  g_assert (CALLBOARD_IS_CHOICE_ROW (self));

  gtk_widget_activate_action (GTK_WIDGET (self), "draft.touch", NULL);
}

static void
move_cb (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  CallboardChoiceRow *self = CALLBOARD_CHOICE_ROW (widget);

  callboard_list_edit_move (callboard_draft_part_get_choices (self->part), self->choice,
                            g_variant_get_int32 (parameter), widget);
}

static void
callboard_choice_row_dispose (GObject *object)
{
  CallboardChoiceRow *self = CALLBOARD_CHOICE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CALLBOARD_TYPE_CHOICE_ROW);
  g_clear_object (&self->part);
  g_clear_object (&self->choice);

  G_OBJECT_CLASS (callboard_choice_row_parent_class)->dispose (object);
}

static void
callboard_choice_row_class_init (CallboardChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = callboard_choice_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/dialogs/callboard-choice-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardChoiceRow, buttons);
  gtk_widget_class_bind_template_child (widget_class, CallboardChoiceRow, flag);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_install_action (widget_class, "choice.move", "i", move_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "choice.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "choice.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK, "choice.move", "i", 0);
}

static void
callboard_choice_row_init (CallboardChoiceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The answers to a yes/no question have no label of their own. */
static void
show_fixed (CallboardChoiceRow *self)
{
  gboolean yes = g_str_equal (callboard_draft_choice_get_id (self->choice), "yes");

  gtk_editable_set_text (GTK_EDITABLE (self), yes ? _("Yes") : _("No"));
  gtk_editable_set_editable (GTK_EDITABLE (self), FALSE);
  gtk_widget_set_visible (self->buttons, FALSE);
}

CallboardChoiceRow *
callboard_choice_row_new (CallboardDraftPart   *part,
                          CallboardDraftChoice *choice)
{
  CallboardChoiceRow *self = g_object_new (CALLBOARD_TYPE_CHOICE_ROW, NULL);

  g_return_val_if_fail (CALLBOARD_IS_DRAFT_PART (part), self);
  g_return_val_if_fail (CALLBOARD_IS_DRAFT_CHOICE (choice), self);

  self->part = g_object_ref (part);
  self->choice = g_object_ref (choice);
  g_object_bind_property (choice, "flagged", self->flag, "active", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
  if (callboard_draft_part_get_kind (part) == CALLBOARD_DRAFT_YES_NO)
    show_fixed (self);
  else
    g_object_bind_property (choice, "label", self, "text", G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  return self;
}
