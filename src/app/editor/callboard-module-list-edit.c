/* callboard-module-list-edit.c
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>

#include "callboard-draft-document.h"
#include "callboard-draft-kind.h"
#include "callboard-draft-rules.h"
#include "callboard-module-list-private.h"

#define NOWHERE G_MAXUINT

void
callboard_module_list_toast (CallboardModuleList *self,
                             const char          *text)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.toast", "s", text);
}

static CallboardStageType
get_type (CallboardModuleList *self)
{
  return callboard_open_draft_get_stage_type (self->open);
}

static guint
count_modules (CallboardModuleList *self)
{
  return g_list_model_get_n_items (callboard_module_list_get_modules (self));
}

/* Behind the selected module; the welcome is before all, conclusion and settings behind. */
static guint
get_preferred_position (CallboardModuleList *self)
{
  if (self->part == NULL && self->node != NULL)
    return callboard_draft_node_get_position (self->node) + 1;

  return g_strcmp0 (self->part, "welcome") == 0 ? 0 : count_modules (self);
}

/* The nearest place to the preferred one where a module of the kind may stand. */
static guint
find_position (CallboardModuleList  *self,
               const char           *kind,
               guint                 preferred,
               char                **why)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);
  guint n = count_modules (self);

  if (callboard_draft_may_add (draft, get_type (self), kind, preferred, why))
    return preferred;

  for (guint i = n + 1; i > 0; i--)
    {
      if (callboard_draft_may_add (draft, get_type (self), kind, i - 1, NULL))
        {
          g_clear_pointer (why, g_free);
          return i - 1;
        }
    }

  return NOWHERE;
}

static void
insert (CallboardModuleList *self,
        CallboardDraftNode  *module,
        guint                position,
        const char          *label)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);

  callboard_draft_begin (draft, label);
  callboard_draft_node_insert (callboard_module_list_get_root (self), "modules", position, module);
  callboard_draft_end (draft);
  callboard_module_list_focus (self, module, NULL);
}

gboolean
callboard_module_list_add (CallboardModuleList *self,
                           const char          *kind)
{
  g_autoptr(CallboardDraftNode) module = NULL;
  g_autofree char *why = NULL;
  guint position;

  g_return_val_if_fail (CALLBOARD_IS_MODULE_LIST (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  position = find_position (self, kind, get_preferred_position (self), &why);
  if (position == NOWHERE)
    {
      callboard_module_list_toast (self, why);
      return FALSE;
    }

  module = callboard_draft_create (callboard_module_list_get_draft (self), kind);
  insert (self, module, position, _("Add Module"));

  return TRUE;
}

/* A question, block, prompt or request goes into the selected module, if it takes one. */
static gboolean
paste_element (CallboardModuleList *self,
               CallboardDraftNode  *element)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);
  const char *list = NULL;

  if (self->part == NULL && self->node != NULL)
    list = callboard_draft_kind_find_list (callboard_draft_node_get_kind (self->node),
                                           callboard_draft_node_get_kind (element));
  if (list == NULL)
    {
      callboard_module_list_toast (self, _("Select a module that can take what you copied, then paste again."));
      return FALSE;
    }

  callboard_draft_begin (draft, _("Paste"));
  callboard_draft_node_insert (self->node, list, G_MAXUINT, element);
  callboard_draft_end (draft);

  return TRUE;
}

gboolean
callboard_module_list_paste (CallboardModuleList *self,
                             const char          *text)
{
  g_autoptr(CallboardDraftNode) node = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *why = NULL;
  guint position;

  g_return_val_if_fail (CALLBOARD_IS_MODULE_LIST (self), FALSE);

  node = callboard_draft_node_from_text (callboard_module_list_get_draft (self), text != NULL ? text : "", &error);
  if (node == NULL)
    {
      callboard_module_list_toast (self, error->message);
      return FALSE;
    }

  if (g_strcmp0 (callboard_draft_kind_find_list ("campaign", callboard_draft_node_get_kind (node)), "modules") != 0)
    return paste_element (self, node);

  position = find_position (self, callboard_draft_node_get_kind (node), get_preferred_position (self), &why);
  if (position == NOWHERE)
    {
      callboard_module_list_toast (self, why);
      return FALSE;
    }

  insert (self, node, position, _("Paste Module"));

  return TRUE;
}

static void
on_text_read_cb (GObject      *object,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(CallboardModuleList) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);

  if (self->open != NULL)
    callboard_module_list_paste (self, text);
}

static void
copy (CallboardModuleList *self,
      CallboardDraftNode  *node)
{
  g_autofree char *text = callboard_draft_node_to_text (node);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
take_out (CallboardModuleList *self,
          CallboardDraftNode  *node,
          const char          *label,
          const char          *said)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);

  callboard_draft_begin (draft, label);
  callboard_draft_node_remove (node);
  callboard_draft_end (draft);
  gtk_widget_activate_action (GTK_WIDGET (self), "editor.toast-undo", "s", said);
}

static void
duplicate (CallboardModuleList *self,
           CallboardDraftNode  *node)
{
  g_autoptr(CallboardDraftNode) copied = callboard_draft_copy (callboard_module_list_get_draft (self), node);
  g_autofree char *why = NULL;
  guint position = find_position (self, callboard_draft_node_get_kind (node),
                                  callboard_draft_node_get_position (node) + 1, &why);

  if (position == NOWHERE)
    callboard_module_list_toast (self, why);
  else
    insert (self, copied, position, _("Duplicate Module"));
}

static void
move (CallboardModuleList *self,
      CallboardDraftNode  *node,
      guint                position)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);
  g_autofree char *why = NULL;

  if (position >= count_modules (self))
    return;

  if (!callboard_draft_may_move (node, get_type (self), position, &why))
    {
      callboard_module_list_toast (self, why);
      return;
    }

  callboard_draft_begin (draft, _("Move Module"));
  callboard_draft_node_move (node, callboard_module_list_get_root (self), "modules", position);
  callboard_draft_end (draft);
  callboard_module_list_focus (self, node, NULL);
}

void
callboard_module_list_run (CallboardModuleList *self,
                           CallboardDraftNode  *node,
                           const char          *action)
{
  g_autoptr(CallboardDraftNode) held = node != NULL ? g_object_ref (node) : NULL;

  g_return_if_fail (CALLBOARD_IS_MODULE_LIST (self));

  if (g_str_equal (action, "module.paste"))
    gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, on_text_read_cb,
                                   g_object_ref (self));
  else if (g_str_equal (action, "module.menu"))
    callboard_module_list_open_menu (self, callboard_module_list_find_row (self, node ? node : self->node,
                                                                           node ? NULL : self->part), -1, -1);
  else if (node == NULL)
    return;
  else if (g_str_equal (action, "module.copy"))
    copy (self, node);
  else if (g_str_equal (action, "module.duplicate"))
    duplicate (self, node);
  else if (g_str_equal (action, "module.delete"))
    take_out (self, node, _("Delete Module"), _("Module deleted"));
  else if (g_str_equal (action, "module.move-up"))
    move (self, node, callboard_draft_node_get_position (node) - 1);
  else if (g_str_equal (action, "module.move-down"))
    move (self, node, callboard_draft_node_get_position (node) + 1);
  else if (g_str_equal (action, "module.cut"))
    {
      copy (self, node);
      take_out (self, node, _("Cut Module"), _("Module cut"));
    }
}

/* What cannot be done is not offered. */
void
callboard_module_list_update_actions (CallboardModuleList *self,
                                      GtkWidget           *widget,
                                      CallboardDraftNode  *node,
                                      const char          *part)
{
  gboolean module = part == NULL && node != NULL;
  guint position = module ? callboard_draft_node_get_position (node) : 0;

  gtk_widget_action_set_enabled (widget, "module.copy", module);
  gtk_widget_action_set_enabled (widget, "module.cut", module);
  gtk_widget_action_set_enabled (widget, "module.delete", module);
  gtk_widget_action_set_enabled (widget, "module.duplicate", module);
  gtk_widget_action_set_enabled (widget, "module.move-up", module && position > 0 &&
                                 callboard_draft_may_move (node, get_type (self), position - 1, NULL));
  gtk_widget_action_set_enabled (widget, "module.move-down", module && position + 1 < count_modules (self) &&
                                 callboard_draft_may_move (node, get_type (self), position + 1, NULL));
}

/* Where it would stand, counted as the rules count: a module that moves is not there. */
static guint
get_target (CallboardModuleList *self,
            CallboardDraftNode  *node,
            guint                position)
{
  return node != NULL && position > callboard_draft_node_get_position (node) ? position - 1 : position;
}

static CallboardDraftNode *
get_own_node (CallboardModuleList *self,
              CallboardModuleDrag *drag)
{
  CallboardDraftNode *node = callboard_module_drag_get_node (drag);

  return node != NULL && callboard_draft_node_get_draft (node) == callboard_module_list_get_draft (self) ? node : NULL;
}

gboolean
callboard_module_list_may_drop (CallboardModuleList  *self,
                                CallboardModuleDrag  *drag,
                                guint                 position,
                                char                **why)
{
  CallboardDraftNode *node;

  g_return_val_if_fail (CALLBOARD_IS_MODULE_LIST (self), FALSE);
  g_return_val_if_fail (CALLBOARD_IS_MODULE_DRAG (drag), FALSE);

  node = get_own_node (self, drag);
  if (node != NULL)
    return callboard_draft_may_move (node, get_type (self), get_target (self, node, position), why);

  return callboard_draft_may_add (callboard_module_list_get_draft (self), get_type (self),
                                  callboard_module_drag_get_kind (drag), position, why);
}

gboolean
callboard_module_list_drop (CallboardModuleList *self,
                            CallboardModuleDrag *drag,
                            guint                position)
{
  CallboardDraft *draft = callboard_module_list_get_draft (self);
  CallboardDraftNode *node = callboard_module_drag_get_node (drag);
  g_autoptr(CallboardDraftNode) added = NULL;

  g_return_val_if_fail (CALLBOARD_IS_MODULE_LIST (self), FALSE);

  if (!callboard_module_list_may_drop (self, drag, position, NULL))
    return FALSE;

  if (get_own_node (self, drag) != NULL)
    {
      move (self, node, get_target (self, node, position));
      return TRUE;
    }

  if (node != NULL)
    added = callboard_draft_copy (draft, node);
  else
    added = callboard_draft_create (draft, callboard_module_drag_get_kind (drag));
  insert (self, added, position, node != NULL ? _("Copy Module") : _("Add Module"));

  return TRUE;
}
