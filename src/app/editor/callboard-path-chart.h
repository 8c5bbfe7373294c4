/* callboard-path-chart.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-paths.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PATH_CHART (callboard_path_chart_get_type())

/* The modules of a campaign below each other, with an arrow from each to the next, and lines beside them for what rules lead
 * to. Emits "pressed" with the position of a stop, guint. */
G_DECLARE_FINAL_TYPE (CallboardPathChart, callboard_path_chart, CALLBOARD, PATH_CHART, GtkWidget)

/* (element-type CallboardPathStop) */
void callboard_path_chart_set_stops (CallboardPathChart *self,
                                     GPtrArray          *stops);

G_END_DECLS
