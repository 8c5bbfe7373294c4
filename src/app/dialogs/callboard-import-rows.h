/* callboard-import-rows.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-import-plan.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_ITEM (callboard_import_item_get_type())
#define CALLBOARD_TYPE_IMPORT_ROWS (callboard_import_rows_get_type())

/* One row of an import. Emits "changed" when it was corrected, or a row with the same number was. */
G_DECLARE_FINAL_TYPE (CallboardImportItem, callboard_import_item, CALLBOARD, IMPORT_ITEM, GObject)

/* The rows of an import as a list. Emits "changed" when the counts may have. */
G_DECLARE_FINAL_TYPE (CallboardImportRows, callboard_import_rows, CALLBOARD, IMPORT_ROWS, GObject)

/* Takes plan. */
CallboardImportRows *callboard_import_rows_new          (CallboardImportPlan  *plan);
CallboardImportPlan *callboard_import_rows_get_plan     (CallboardImportRows  *self);

CallboardImportPlan *callboard_import_item_get_plan     (CallboardImportItem  *self);
guint                callboard_import_item_get_row      (CallboardImportItem  *self);

/* The fields that are shown to be edited, a bit each: the one at fault, those corrected, or all. */
guint                callboard_import_item_get_editable (CallboardImportItem  *self);
void                 callboard_import_item_edit_all     (CallboardImportItem  *self);
void                 callboard_import_item_set_cell     (CallboardImportItem  *self,
                                                         CallboardImportField  field,
                                                         const char           *text);

G_END_DECLS
