/* callboard-why-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-replay.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_WHY_ROW (callboard_why_row_get_type())

/* One step of a conversation: what happened, then each thing the campaign did and its reason. */
G_DECLARE_FINAL_TYPE (CallboardWhyRow, callboard_why_row, CALLBOARD, WHY_ROW, GtkListBoxRow)

GtkWidget *callboard_why_row_new (const CallboardReplayStep *step);

G_END_DECLS
