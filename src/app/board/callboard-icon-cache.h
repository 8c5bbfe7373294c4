/* callboard-icon-cache.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * callboard_icon_cache_snapshot:
 * @widget: who draws
 * @snapshot: where to
 * @icon_name: a symbolic icon
 * @size: its size in pixels
 * @colour: its colour
 *
 * Draws an icon as a picture that has its colour already. GtkImage colours the icon in every frame, which on a board
 * with a hundred icons is a tenth of the frame where there is no graphics card.
 */
void callboard_icon_cache_snapshot (GtkWidget     *widget,
                                    GtkSnapshot   *snapshot,
                                    const char    *icon_name,
                                    int            size,
                                    const GdkRGBA *colour);

G_END_DECLS
