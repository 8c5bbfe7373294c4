/* callboard-import-columns.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-csv.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_COLUMNS_PAGE (callboard_import_columns_page_get_type())

/* Asks which column of a table holds what. Emits "changed". */
G_DECLARE_FINAL_TYPE (CallboardImportColumnsPage, callboard_import_columns_page, CALLBOARD, IMPORT_COLUMNS_PAGE, GtkWidget)

void     callboard_import_columns_page_set_table   (CallboardImportColumnsPage *self,
                                                    CallboardTable             *table);
void     callboard_import_columns_page_get_columns (CallboardImportColumnsPage *self,
                                                    CallboardImportColumns     *columns);

/* Whether there is a name and a number. */
gboolean callboard_import_columns_page_is_complete (CallboardImportColumnsPage *self);

G_END_DECLS
