/* callboard-sidebar-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-job.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_SIDEBAR_ROW (callboard_sidebar_row_get_type())

/* One job: its title, how many cards it has, and how many of them need a person. A card that is dropped here, or held
 * here for a moment, activates the row. */
G_DECLARE_FINAL_TYPE (CallboardSidebarRow, callboard_sidebar_row, CALLBOARD, SIDEBAR_ROW, GtkListBoxRow)

/* open: which of the two lists it is in; a job that does not belong there is not shown. */
GtkWidget    *callboard_sidebar_row_new     (CallboardJob        *job,
                                             gboolean             open);
CallboardJob *callboard_sidebar_row_get_job (CallboardSidebarRow *self);

G_END_DECLS
