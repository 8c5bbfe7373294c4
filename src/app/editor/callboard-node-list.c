/* callboard-node-list.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "callboard-node-list.h"

#include <glib/gi18n.h>

#include "callboard-node-list-private.h"
#include "callboard-node-words.h"

static void
callboard_node_list_show (CallboardField *field)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (field);
  GListModel *model = callboard_draft_node_get_list (callboard_field_get_node (field), callboard_field_get_member (field));

  self->model = model;
  g_signal_group_set_target (self->signals, model);
  callboard_node_list_match (self);
}

static void
callboard_node_list_check (CallboardField     *field,
                           CallboardFormMarks *marks)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (field);

  for (guint i = 0; i < self->rows->len; i++)
    callboard_node_row_check (self->rows->pdata[i], marks);
}

static CallboardField *
callboard_node_list_find (CallboardField     *field,
                          CallboardDraftNode *node,
                          const char         *member)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (field);
  const char *own = callboard_field_get_member (field);

  /* The flags of a choice question stand beside its choices. */
  if (node == callboard_field_get_node (field) && self->rows->len > 0 && g_strcmp0 (member, "flag_when") == 0 &&
      g_str_equal (own, "choices"))
    return callboard_node_row_find (self->rows->pdata[0], callboard_node_row_get_node (self->rows->pdata[0]), member);

  if (node == callboard_field_get_node (field))
    return g_strcmp0 (member, own) == 0 ? field : NULL;

  for (CallboardDraftNode *above = node; above != NULL; above = callboard_draft_node_get_parent (above))
    {
      CallboardNodeRow *row = callboard_node_list_find_row (self, above);

      if (row != NULL)
        return callboard_node_row_find (row, node, member);
    }

  return NULL;
}

static void
callboard_node_list_iface_init (CallboardFieldInterface *iface)
{
  iface->check = callboard_node_list_check;
  iface->find = callboard_node_list_find;
  iface->show = callboard_node_list_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardNodeList, callboard_node_list, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_node_list_iface_init))

typedef enum
{
  PROP_ADD_LABEL = CALLBOARD_FIELD_N_PROPS,
  PROP_COMPACT,
  PROP_FORM,
  PROP_KINDS,
  PROP_MOST,
  PROP_OPEN,
  PROP_TITLE,
} CallboardNodeListProps;

static void
on_add_clicked_cb (CallboardNodeList *self)
{
  g_assert (CALLBOARD_IS_NODE_LIST (self));

  callboard_node_list_add (self, self->kinds);
}

static void
add_cb (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  callboard_node_list_add (CALLBOARD_NODE_LIST (widget), g_variant_get_string (parameter, NULL));
}

static GMenuModel *
create_menu (char **kinds)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *action = g_strdup_printf ("list.add::%s", kinds[i]);

      g_menu_append (menu, callboard_node_words_get_kind (kinds[i]), action);
    }

  return G_MENU_MODEL (menu);
}

static void
callboard_node_list_constructed (GObject *object)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (object);
  g_auto(GStrv) kinds = g_strsplit (self->kinds, " ", -1);
  gboolean several = g_strv_length (kinds) > 1;
  g_autoptr(GMenuModel) menu = several ? create_menu (kinds) : NULL;

  G_OBJECT_CLASS (callboard_node_list_parent_class)->constructed (object);

  gtk_widget_set_visible (GTK_WIDGET (self->add), !several);
  gtk_widget_set_visible (GTK_WIDGET (self->add_menu), several);
  gtk_widget_set_can_focus (GTK_WIDGET (self->add), !several);
  gtk_widget_set_can_focus (GTK_WIDGET (self->add_menu), several);
  gtk_button_set_label (self->add, self->add_label);
  gtk_menu_button_set_label (self->add_menu, self->add_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_menu), GTK_ACCESSIBLE_PROPERTY_LABEL, self->add_label, -1);
  gtk_menu_button_set_menu_model (self->add_menu, menu);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), self->compact ? "compact" : "cards");
  callboard_node_list_init_dnd (self);
}

static void
callboard_node_list_dispose (GObject *object)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (object);

  g_ptr_array_set_size (self->rows, 0);
  g_ptr_array_set_size (self->spare, 0);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), CALLBOARD_TYPE_NODE_LIST);

  G_OBJECT_CLASS (callboard_node_list_parent_class)->dispose (object);
}

static void
callboard_node_list_finalize (GObject *object)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->spare);
  g_free (self->add_label);
  g_free (self->form);
  g_free (self->kinds);

  G_OBJECT_CLASS (callboard_node_list_parent_class)->finalize (object);
}

static void
callboard_node_list_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  CallboardNodeList *self = CALLBOARD_NODE_LIST (object);

  if (callboard_field_set_property (object, prop_id, value))
    return;

  switch ((CallboardNodeListProps) prop_id)
    {
    case PROP_ADD_LABEL:
      self->add_label = g_value_dup_string (value);
      break;
    case PROP_COMPACT:
      self->compact = g_value_get_boolean (value);
      break;
    case PROP_FORM:
      self->form = g_value_dup_string (value);
      break;
    case PROP_KINDS:
      self->kinds = g_value_dup_string (value);
      break;
    case PROP_MOST:
      self->most = g_value_get_uint (value);
      break;
    case PROP_OPEN:
      self->open = g_value_get_uint (value);
      break;
    case PROP_TITLE:
      gtk_label_set_text (self->title, g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->title), g_value_get_string (value) != NULL);
      break;
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (object_class, PROP_ADD_LABEL,
                                   g_param_spec_string ("add-label", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_COMPACT,
                                   g_param_spec_boolean ("compact", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class, PROP_FORM, g_param_spec_string ("form", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class, PROP_KINDS, g_param_spec_string ("kinds", NULL, NULL, "", flags));
  g_object_class_install_property (object_class, PROP_MOST,
                                   g_param_spec_uint ("most", NULL, NULL, 1, 1024, 1024, flags));
  g_object_class_install_property (object_class, PROP_OPEN, g_param_spec_uint ("open", NULL, NULL, 0, 1024, 1, flags));
  g_object_class_install_property (object_class, PROP_TITLE, g_param_spec_string ("title", NULL, NULL, NULL, flags));
}

static void
callboard_node_list_class_init (CallboardNodeListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  callboard_field_install (object_class);
  object_class->constructed = callboard_node_list_constructed;
  object_class->dispose = callboard_node_list_dispose;
  object_class->finalize = callboard_node_list_finalize;
  object_class->set_property = callboard_node_list_set_property;
  install_properties (object_class);

  gtk_widget_class_set_template_from_resource (widget_class, APP_PATH "/editor/callboard-node-list.ui");
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeList, add);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeList, add_menu);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeList, box);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeList, list);
  gtk_widget_class_bind_template_child (widget_class, CallboardNodeList, title);
  gtk_widget_class_bind_template_callback (widget_class, on_add_clicked_cb);
  gtk_widget_class_install_action (widget_class, "list.add", "s", add_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
callboard_node_list_init (CallboardNodeList *self)
{
  self->rows = g_ptr_array_new ();
  self->spare = g_ptr_array_new ();
  self->signals = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->signals, "items-changed", G_CALLBACK (callboard_node_list_match), self);
  gtk_widget_init_template (GTK_WIDGET (self));
}
