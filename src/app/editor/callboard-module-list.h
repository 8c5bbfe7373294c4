/* callboard-module-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-module-drag.h"
#include "callboard-open-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MODULE_LIST (callboard_module_list_get_type())

/* The parts of a campaign, one of which is selected: welcome, modules, conclusion, settings; and the palette of modules
 * that the type of the stage allows.
 *
 * Signal selected (CallboardDraftNode *node, const char *part): see callboard_place_find().
 * Asks its window for the actions editor.toast (s) and editor.toast-undo (s). */
G_DECLARE_FINAL_TYPE (CallboardModuleList, callboard_module_list, CALLBOARD, MODULE_LIST, GtkWidget)

void                callboard_module_list_set_open  (CallboardModuleList  *self,
                                                     CallboardOpenDraft   *open);
void                callboard_module_list_select    (CallboardModuleList  *self,
                                                     CallboardDraftNode   *node,
                                                     const char           *part);
CallboardDraftNode *callboard_module_list_get_place (CallboardModuleList  *self,
                                                     const char          **part);

/* Adds a module of a kind behind the selected one, or where its kind may stand. */
gboolean            callboard_module_list_add       (CallboardModuleList  *self,
                                                     const char           *kind);

/**
 * callboard_module_list_paste:
 * @self: a list
 * @text: a module as text
 *
 * Puts a copy behind the selected module, or says why not.
 *
 * Returns: whether it did
 */
gboolean            callboard_module_list_paste     (CallboardModuleList  *self,
                                                     const char           *text);

/**
 * callboard_module_list_may_drop:
 * @self: a list
 * @drag: what is dragged, from this list, another one or the palette
 * @position: before which module, counted with the dragged one
 * @why: (out) (transfer full): why not, in the user's words
 *
 * Returns: whether callboard_module_list_drop() would do it
 */
gboolean            callboard_module_list_may_drop  (CallboardModuleList  *self,
                                                     CallboardModuleDrag  *drag,
                                                     guint                 position,
                                                     char                **why);
gboolean            callboard_module_list_drop      (CallboardModuleList  *self,
                                                     CallboardModuleDrag  *drag,
                                                     guint                 position);

G_END_DECLS
