/* callboard-fold-button.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * callboard_fold_button_follow:
 * @button: what is there only while one pane has room
 * @leaflet: the panes
 *
 * Shows @button while @leaflet is folded. For one that is not inside @leaflet, which folds while the window gives out
 * its places: @button may have its own already, and must not ask for another before the frame is drawn.
 */
void callboard_fold_button_follow (GtkWidget  *button,
                                   AdwLeaflet *leaflet);

G_END_DECLS
