/* callboard-module-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MODULE_ROW (callboard_module_row_get_type())

/* A part of a campaign in the list of the editor: a module, or the welcome, the conclusion or the settings. */
G_DECLARE_FINAL_TYPE (CallboardModuleRow, callboard_module_row, CALLBOARD, MODULE_ROW, GtkListBoxRow)

/* node is a module and part NULL, or node is the campaign and part says what of it. */
CallboardModuleRow *callboard_module_row_new          (CallboardDraftNode *node,
                                                       const char         *part);
CallboardDraftNode *callboard_module_row_get_node     (CallboardModuleRow *self);
const char         *callboard_module_row_get_part     (CallboardModuleRow *self);

/* Says again what is in the part. */
void                callboard_module_row_refresh      (CallboardModuleRow *self);
void                callboard_module_row_set_problems (CallboardModuleRow *self,
                                                       guint               n_errors,
                                                       guint               n_warnings);

G_END_DECLS
