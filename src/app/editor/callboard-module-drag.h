/* callboard-module-drag.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MODULE_DRAG (callboard_module_drag_get_type())

/* What is dragged in the editor: a module of a draft, or the wish for a new one of some kind. */
G_DECLARE_FINAL_TYPE (CallboardModuleDrag, callboard_module_drag, CALLBOARD, MODULE_DRAG, GObject)

/* node is NULL for a new module. */
CallboardModuleDrag *callboard_module_drag_new      (CallboardDraftNode  *node,
                                                     const char          *kind);
CallboardDraftNode  *callboard_module_drag_get_node (CallboardModuleDrag *self);
const char          *callboard_module_drag_get_kind (CallboardModuleDrag *self);

G_END_DECLS
