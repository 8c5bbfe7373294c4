/* callboard-tray-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-ticker.h"
#include "callboard-tray-item.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TRAY_ROW (callboard_tray_row_get_type())

/* One row of the send tray, with what can be done about it. A row of a message opens its card. */
G_DECLARE_FINAL_TYPE (CallboardTrayRow, callboard_tray_row, CALLBOARD, TRAY_ROW, GtkListBoxRow)

GtkWidget         *callboard_tray_row_new      (CallboardTrayItem *item,
                                                CallboardTicker   *ticker);
CallboardTrayItem *callboard_tray_row_get_item (CallboardTrayRow  *self);

G_END_DECLS
