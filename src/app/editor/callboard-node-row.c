/* callboard-node-row.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-node-row.h"

#include <glib/gi18n.h>

#include "callboard-form.h"
#include "callboard-node-list.h"
#include "callboard-node-row-private.h"
#include "callboard-node-words.h"

/* Kept with the node, so that a row that shows another one for a while comes back as it was. */
#define EXPANDED "callboard-node-row-expanded"

G_DEFINE_FINAL_TYPE (CallboardNodeRow, callboard_node_row, GTK_TYPE_WIDGET)

static void
show_summary (CallboardNodeRow *self)
{
  g_autofree char *summary = NULL;

  if (self->compact)
    return;

  summary = callboard_node_words_summarise (self->node);
  gtk_label_set_text (self->summary, summary);
}

static void
fill (CallboardNodeRow *self)
{
  if (self->fields == NULL)
    {
      self->fields = callboard_field_set_new (self->form);
      adw_bin_set_child (self->compact ? self->line : self->body, GTK_WIDGET (self->fields));
    }

  callboard_field_set_fill (self->fields, self->node);
}

static void
recheck (CallboardNodeRow *self)
{
  GtkWidget *form = gtk_widget_get_ancestor (GTK_WIDGET (self), CALLBOARD_TYPE_FORM);

  if (form != NULL)
    callboard_form_check (CALLBOARD_FORM (form));
}

static void
show_expanded (CallboardNodeRow *self)
{
  gtk_image_set_from_icon_name (self->arrow, self->expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_visible (GTK_WIDGET (self->body), self->expanded && !self->compact);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_STATE_EXPANDED, self->expanded, -1);
  if (self->node != NULL && (self->expanded || self->compact))
    fill (self);
}

static void
on_expander_clicked_cb (CallboardNodeRow *self)
{
  g_assert (CALLBOARD_IS_NODE_ROW (self));

  callboard_node_row_set_expanded (self, !self->expanded);
}

static void
on_node_changed_cb (CallboardNodeRow *self)
{
  g_assert (CALLBOARD_IS_NODE_ROW (self));

  show_summary (self);
}

static void
on_type_changed_cb (CallboardNodeRow *self)
{
  g_assert (CALLBOARD_IS_NODE_ROW (self));

  callboard_node_row_renumber (self);
  if (self->fields != NULL)
    callboard_field_set_fill (self->fields, self->node);
  recheck (self);
}

static void
act_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  CallboardNodeRow *self = CALLBOARD_NODE_ROW (widget);
  CallboardNodeList *list = CALLBOARD_NODE_LIST (gtk_widget_get_ancestor (widget, CALLBOARD_TYPE_NODE_LIST));

  if (g_str_equal (name, "node.move"))
    callboard_node_list_move (list, self->node, g_variant_get_int32 (parameter));
  else if (g_str_equal (name, "node.duplicate"))
    callboard_node_list_duplicate (list, self->node);
  else if (g_str_equal (name, "node.remove"))
    callboard_node_list_remove (list, self->node);
  else
    callboard_node_list_go_on (list, self->node);
}

static void
callboard_node_row_dispose (GObject *object)
{
  CallboardNodeRow *self = CALLBOARD_NODE_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_NODE_ROW);
  g_clear_object (&self->signals);
  g_clear_object (&self->node);

  G_OBJECT_CLASS (callboard_node_row_parent_class)->dispose (object);
}

static void
callboard_node_row_finalize (GObject *object)
{
  g_free (CALLBOARD_NODE_ROW (object)->form);

  G_OBJECT_CLASS (callboard_node_row_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-node-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, arrow);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, body);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, expander);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, handle);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, line);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, menu);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, problem);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, problem_icon);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, remove);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, summary);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeRow, title);
  gtk_widget_class_bind_template_callback (widget_class, on_expander_clicked_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "node.duplicate", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "node.move", "i", act_cb);
  gtk_widget_class_install_action (widget_class, "node.next", NULL, act_cb);
  gtk_widget_class_install_action (widget_class, "node.remove", NULL, act_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK, "node.move", "i", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK, "node.move", "i", -1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "node.duplicate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "node.remove", NULL);
}

static void
callboard_node_row_class_init (CallboardNodeRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = callboard_node_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = callboard_node_row_finalize;

  bind_children (widget_class);
  install_actions (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "noderow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_node_row_init (CallboardNodeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  callboard_node_list_make_handle (self->handle, GTK_WIDGET (self));

  self->signals = g_signal_group_new (CALLBOARD_TYPE_DRAFT_NODE);
  g_signal_group_connect_swapped (self->signals, "changed", G_CALLBACK (on_node_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "changed::type", G_CALLBACK (on_type_changed_cb), self);
}

CallboardNodeRow *
callboard_node_row_new (const char *form,
                        gboolean    compact)
{
  CallboardNodeRow *self = g_object_new (CALLBOARD_TYPE_NODE_ROW, NULL);

  self->form = g_strdup (form);
  self->compact = compact;
  gtk_widget_set_visible (self->expander, !compact);
  gtk_widget_set_can_focus (self->expander, !compact);
  gtk_widget_set_visible (self->menu, !compact);
  gtk_widget_set_visible (self->remove, compact);
  gtk_widget_set_visible (GTK_WIDGET (self->line), compact);
  gtk_widget_add_css_class (GTK_WIDGET (self), compact ? "compact" : "card");

  return self;
}

CallboardDraftNode *
callboard_node_row_get_node (CallboardNodeRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_NODE_ROW (self), NULL);

  return self->node;
}

void
callboard_node_row_set_node (CallboardNodeRow   *self,
                             CallboardDraftNode *node,
                             gboolean            expanded)
{
  g_return_if_fail (CALLBOARD_IS_NODE_ROW (self));

  if (node != NULL && g_object_get_data (G_OBJECT (node), EXPANDED) != NULL)
    expanded = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (node), EXPANDED)) > 0;

  g_set_object (&self->node, node);
  g_signal_group_set_target (self->signals, node);
  if (node == NULL)
    return;

  self->expanded = expanded;
  show_expanded (self);
  show_summary (self);
}

gboolean
callboard_node_row_get_expanded (CallboardNodeRow *self)
{
  g_return_val_if_fail (CALLBOARD_IS_NODE_ROW (self), FALSE);

  return self->expanded;
}

void
callboard_node_row_set_expanded (CallboardNodeRow *self,
                                 gboolean          expanded)
{
  g_return_if_fail (CALLBOARD_IS_NODE_ROW (self));

  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  g_object_set_data (G_OBJECT (self->node), EXPANDED, GINT_TO_POINTER (expanded ? 1 : -1));
  show_expanded (self);
  if (expanded)
    recheck (self);
}

void
callboard_node_row_renumber (CallboardNodeRow *self)
{
  g_autofree char *title = NULL;

  g_return_if_fail (CALLBOARD_IS_NODE_ROW (self));

  title = g_strdup_printf ("%u. %s", callboard_draft_node_get_position (self->node) + 1,
                           callboard_node_words_get_kind (callboard_draft_node_get_kind (self->node)));
  if (g_str_equal (gtk_label_get_text (self->title), title))
    return;

  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

CallboardField *
callboard_node_row_find (CallboardNodeRow   *self,
                         CallboardDraftNode *node,
                         const char         *member)
{
  CallboardField *found;

  g_return_val_if_fail (CALLBOARD_IS_NODE_ROW (self), NULL);

  callboard_node_row_set_expanded (self, TRUE);
  found = callboard_field_set_find (self->fields, node, member);

  return found != NULL ? found : callboard_field_set_find (self->fields, self->node, NULL);
}
