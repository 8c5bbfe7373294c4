/* callboard-import-line.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-import-rows.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_IMPORT_LINE (callboard_import_line_get_type())

/* Shows a row of an import, and lets what is wrong in it be corrected. Property: item. */
G_DECLARE_FINAL_TYPE (CallboardImportLine, callboard_import_line, CALLBOARD, IMPORT_LINE, GtkWidget)

void callboard_import_line_set_item (CallboardImportLine *self,
                                     CallboardImportItem *item);

G_END_DECLS
