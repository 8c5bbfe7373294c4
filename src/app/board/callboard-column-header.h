/* callboard-column-header.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-stage.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COLUMN_HEADER (callboard_column_header_get_type())

/* The head of a column: what the stage is, how many cards it shows, whether its campaign is ready, how many failed,
 * and its menu. ::filter-changed when the user asks for only those that failed, or for all again. */
G_DECLARE_FINAL_TYPE (CallboardColumnHeader, callboard_column_header, CALLBOARD, COLUMN_HEADER, GtkWidget)

void       callboard_column_header_set_stage       (CallboardColumnHeader   *self,
                                                    const CallboardStageRow *row);
void       callboard_column_header_set_count       (CallboardColumnHeader   *self,
                                                    const char              *count);
gboolean   callboard_column_header_get_failed_only (CallboardColumnHeader   *self);
GtkWidget *callboard_column_header_get_menu_button (CallboardColumnHeader   *self);

G_END_DECLS
