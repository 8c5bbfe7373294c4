/* callboard-target-field.c
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
#include "callboard-node-words.h"

/* Before the place of a module that has no id. No id has it. */
#define PLACE "/"

struct _CallboardTargetField
{
  GtkWidget     parent_instance;

  GtkDropDown  *drop;
  GSignalGroup *draft;
};

static GListModel *
get_modules (CallboardDraft *draft)
{
  return callboard_draft_node_get_list (callboard_draft_get_root (draft), "modules");
}

/* The position of the module that rule stands in. */
static guint
find_module (CallboardDraftNode *rule)
{
  CallboardDraftNode *node = rule;

  while (node != NULL && g_strcmp0 (callboard_draft_node_get_list_name (node), "modules") != 0)
    node = callboard_draft_node_get_parent (node);

  return node != NULL ? callboard_draft_node_get_position (node) : 0;
}

static void
add_module (GPtrArray          *nicks,
            GPtrArray          *labels,
            CallboardDraftNode *module)
{
  guint position = callboard_draft_node_get_position (module);
  const char *id = callboard_draft_node_get_id (module);
  const char *kind = callboard_node_words_get_kind (callboard_draft_node_get_kind (module));

  g_ptr_array_add (nicks, id != NULL ? g_strdup (id) : g_strdup_printf (PLACE "%u", position));
  g_ptr_array_add (labels, g_strdup_printf ("%u. %s", position + 1, kind));
}

static void
callboard_target_field_show (CallboardField *field)
{
  CallboardTargetField *self = CALLBOARD_TARGET_FIELD (field);
  CallboardDraftNode *rule = callboard_field_get_node (field);
  CallboardDraft *draft = callboard_draft_node_get_draft (rule);
  const char *go = callboard_draft_node_get_text (rule, callboard_field_get_member (field));
  GPtrArray *nicks, *labels;

  g_signal_group_set_target (self->draft, draft);
  if (draft == NULL)
    return;

  nicks = g_ptr_array_new_with_free_func (g_free);
  labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = find_module (rule) + 1; i < g_list_model_get_n_items (get_modules (draft)); i++)
    {
      g_autoptr(CallboardDraftNode) module = g_list_model_get_item (get_modules (draft), i);

      add_module (nicks, labels, module);
    }

  g_ptr_array_add (nicks, g_strdup ("conclusion"));
  g_ptr_array_add (labels, g_strdup (_("Conclusion")));
  callboard_nick_drop_set (self->drop, nicks, labels);
  callboard_nick_drop_select (self->drop, go, *go != '\0' ? _("A module that does not come later") : _("Choose a Module"));
}

static void
callboard_target_field_iface_init (CallboardFieldInterface *iface)
{
  iface->show = callboard_target_field_show;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CallboardTargetField, callboard_target_field, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (CALLBOARD_TYPE_FIELD, callboard_target_field_iface_init))

/* Modules may have come, gone or moved. */
static void
on_draft_changed_cb (CallboardTargetField *self)
{
  g_assert (CALLBOARD_IS_TARGET_FIELD (self));

  callboard_field_set_node (CALLBOARD_FIELD (self), callboard_field_get_node (CALLBOARD_FIELD (self)));
}

static void
put_place (CallboardTargetField *self,
           guint                 place)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  CallboardDraft *draft = callboard_draft_node_get_draft (callboard_field_get_node (field));
  g_autoptr(CallboardDraftNode) module = g_list_model_get_item (get_modules (draft), place);

  if (module == NULL)
    return;

  callboard_draft_begin (draft, _("Change Rule"));
  callboard_field_put_text (field, callboard_draft_ensure_id (draft, module));
  callboard_draft_end (draft);
}

static void
on_selected_changed_cb (CallboardTargetField *self)
{
  CallboardField *field = CALLBOARD_FIELD (self);
  const char *nick = callboard_nick_drop_get (self->drop);

  g_assert (CALLBOARD_IS_TARGET_FIELD (self));

  if (nick == NULL || callboard_field_is_showing (field))
    return;

  if (g_str_has_prefix (nick, PLACE))
    put_place (self, (guint) g_ascii_strtoull (nick + 1, NULL, 10));
  else
    callboard_field_put_text (field, nick);
}

static void
callboard_target_field_finalize (GObject *object)
{
  g_clear_object (&CALLBOARD_TARGET_FIELD (object)->draft);

  G_OBJECT_CLASS (callboard_target_field_parent_class)->finalize (object);
}

static void
callboard_target_field_class_init (CallboardTargetFieldClass *klass)
{
  callboard_field_install_bin (G_OBJECT_CLASS (klass));
  G_OBJECT_CLASS (klass)->finalize = callboard_target_field_finalize;
}

static void
callboard_target_field_init (CallboardTargetField *self)
{
  self->drop = g_object_new (GTK_TYPE_DROP_DOWN, "hexpand", TRUE, NULL);
  gtk_widget_set_parent (GTK_WIDGET (self->drop), GTK_WIDGET (self));
  g_signal_connect_swapped (self->drop, "notify::selected", G_CALLBACK (on_selected_changed_cb), self);

  self->draft = g_signal_group_new (CALLBOARD_TYPE_DRAFT);
  g_signal_group_connect_swapped (self->draft, "changed", G_CALLBACK (on_draft_changed_cb), self);
}
