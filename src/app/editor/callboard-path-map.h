/* callboard-path-map.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-open-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PATH_MAP (callboard_path_map_get_type())

/* All paths through a campaign while it is being written; it scrolls. Arrows move between the modules.
 *
 * Property "open". Emits "chosen" (CallboardDraftNode *, const char *part) when a module is pressed: the module, or the
 * campaign with "welcome" or "conclusion". */
G_DECLARE_FINAL_TYPE (CallboardPathMap, callboard_path_map, CALLBOARD, PATH_MAP, GtkWidget)

GtkWidget          *callboard_path_map_new      (void);
CallboardOpenDraft *callboard_path_map_get_open (CallboardPathMap   *self);
void                callboard_path_map_set_open (CallboardPathMap   *self,
                                                 CallboardOpenDraft *open);

G_END_DECLS
