/* callboard-import-check.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-import-rows.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_CHECK_PAGE (callboard_import_check_page_get_type())

/* All rows of an import, or the invalid ones, to be corrected in place. */
G_DECLARE_FINAL_TYPE (CallboardImportCheckPage, callboard_import_check_page, CALLBOARD, IMPORT_CHECK_PAGE, GtkWidget)

void callboard_import_check_page_set_rows (CallboardImportCheckPage *self,
                                           CallboardImportRows      *rows);

G_END_DECLS
