/* callboard-when-field.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft.h"
#include "callboard-fields.h"
#include "callboard-nick-drop.h"
#include "callboard-test-edit.h"

struct _CallboardWhenField
{
  GtkWidget          parent_instance;

  GtkDropDown       *drop;
  CallboardTestEdit *test;
  GSignalGroup      *draft;
};

static void
add (GPtrArray  *nicks,
     GPtrArray  *labels,
     const char *nick,
     const char *label)
{
  g_ptr_array_add (nicks, g_strdup (nick));
  g_ptr_array_add (labels, g_strdup (label));
}

static void
add_choices (GPtrArray  *nicks,
             GPtrArray  *labels,
             GListModel *choices)
{
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(CallboardDraftNode) choice = g_list_model_get_item (choices, i);
      const char *label = callboard_draft_node_get_text (choice, "label");
      g_autofree char *number = g_strdup_printf (_("Choice %u"), i + 1);

      add (nicks, labels, callboard_draft_node_get_id (choice), *label != '\0' ? label : number);
    }
}

static void
offer (CallboardWhenField *self,
       CallboardDraftNode *question)
{
  const char *kind = callboard_draft_node_get_kind (question);
  GPtrArray *nicks = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *labels = g_ptr_array_new_with_free_func (g_free);

  if (g_str_equal (kind, "yes_no"))
    {
      add (nicks, labels, "yes", _("Yes"));
      add (nicks, labels, "no", _("No"));
    }
  else if (g_str_equal (kind, "true_false"))
    {
      add (nicks, labels, "true", _("True"));
      add (nicks, labels, "false", _("False"));
    }
  else
    {
      add_choices (nicks, labels, callboard_draft_node_get_list (question, "choices"));
    }

  callboard_nick_drop_set (self->drop, nicks, labels);
}

static void
callboard_when_field_show (CallboardField *field)
{
  CallboardWhenField *self = CALLBOARD_WHEN_FIELD (field);
  CallboardDraftNode *node = callboard_field_get_node (field);
  CallboardDraftNode *question = callboard_draft_node_get_parent (node);
  const char *when = callboard_draft_node_get_text (node, callboard_field_get_member (field));
  const char *kind = question != NULL ? callboard_draft_node_get_kind (question) : "";
  gboolean is_number = g_str_equal (kind, "number") || g_str_equal (kind, "rating");

  g_signal_group_set_target (self->draft, callboard_draft_node_get_draft (node));
  if (question == NULL)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->drop), !is_number);
  gtk_widget_set_visible (GTK_WIDGET (self->test), is_number);
  if (is_number)
    {
      callboard_test_edit_set_text (self->test, when);
      return;
    }

  offer (self, question);
  callboard_nick_drop_select (self->drop, when, *when != '\0' ? _("An answer that was deleted") : _("Choose an Answer"));
}

static void
callboard_when_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_when_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardWhenField, callboard_when_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_when_field_iface_init))

/* The labels of choices may have changed. */
static void
on_draft_changed_cb (CallboardWhenField *self)
{
  g_assert (CALLBOARD_IS_WHEN_FIELD (self));

  callboard_field_set_node (CALLBOARD_FIELD (self), callboard_field_get_node (CALLBOARD_FIELD (self)));
}

static void
on_selected_changed_cb (CallboardWhenField *self)
{
  const char *nick = callboard_nick_drop_get (self->drop);

  g_assert (CALLBOARD_IS_WHEN_FIELD (self));

  if (nick != NULL)
    callboard_field_put_text (CALLBOARD_FIELD (self), nick);
}

static void
on_test_changed_cb (CallboardWhenField *self)
{
  g_autofree char *text = callboard_test_edit_get_text (self->test);

  g_assert (CALLBOARD_IS_WHEN_FIELD (self));

  callboard_field_put_text (CALLBOARD_FIELD (self), text);
}

static gboolean
callboard_when_field_grab_focus (GtkWidget *widget)
{
  CallboardWhenField *self = CALLBOARD_WHEN_FIELD (widget);

  return gtk_widget_get_visible (GTK_WIDGET (self->drop)) ? gtk_widget_grab_focus (GTK_WIDGET (self->drop))
                                                          : gtk_widget_child_focus (GTK_WIDGET (self->test), GTK_DIR_TAB_FORWARD);
}

static void
callboard_when_field_finalize (GObject *object)
{
  g_clear_object (&CALLBOARD_WHEN_FIELD (object)->draft);

  G_OBJECT_CLASS (callboard_when_field_parent_class)->finalize (object);
}

static void
callboard_when_field_class_init (CallboardWhenFieldClass *klass)
{
  callboard_field_install_bin (G_OBJECT_CLASS (klass));
  G_OBJECT_CLASS (klass)->finalize = callboard_when_field_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = callboard_when_field_grab_focus;
}

static void
callboard_when_field_init (CallboardWhenField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->drop = g_object_new (GTK_TYPE_DROP_DOWN, "hexpand", TRUE, NULL);
  self->test = g_object_new (CALLBOARD_TYPE_TEST_EDIT, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->drop));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->test));
  gtk_widget_set_parent (box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop), GTK_ACCESSIBLE_PROPERTY_LABEL, _("If the answer is"), -1);
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_changed_cb), self);
  g_signal_connect_swapped (self->test, "changed", G_CALLBACK (on_test_changed_cb), self);

  self->draft = g_signal_group_new (CALLBOARD_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft, "changed", G_CALLBACK (on_draft_changed_cb), self);
}
