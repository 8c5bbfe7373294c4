/* callboard-history-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-open-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_HISTORY_WINDOW (callboard_history_window_get_type())

/* The versions of a campaign: who published what and when, what still runs on each, and the way back to it. The draft stands
 * above them, with what its recorded rehearsals say of it. A row can be dragged to a folder, which exports it. */
G_DECLARE_FINAL_TYPE (CallboardHistoryWindow, callboard_history_window, CALLBOARD, HISTORY_WINDOW, AdwWindow)

CallboardHistoryWindow *callboard_history_window_new (GtkWindow          *parent,
                                                      CallboardOpenDraft *open);

G_END_DECLS
