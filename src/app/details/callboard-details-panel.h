/* callboard-details-panel.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-changes.h"
#include "callboard-store.h"
#include "callboard-ticker.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_DETAILS_PANEL (callboard_details_panel_get_type())

/* One card in all detail: who it is, what happens next, the conversation, the answers, the history. Its property folded
 * says that it is a page of its own rather than a panel beside the board. */
G_DECLARE_FINAL_TYPE (CallboardDetailsPanel, callboard_details_panel, CALLBOARD, DETAILS_PANEL, GtkWidget)

GtkWidget *callboard_details_panel_new             (CallboardStore        *store,
                                                    CallboardTicker       *ticker);

/**
 * callboard_details_panel_set_application:
 * @self: a details panel
 * @application: an application's id, or 0 for none
 *
 * Shows the card, and takes away its mark of unread replies: somebody looks at it now.
 */
void       callboard_details_panel_set_application (CallboardDetailsPanel *self,
                                                    gint64                 application);
gint64     callboard_details_panel_get_application (CallboardDetailsPanel *self);

/* Follows what a command changed. */
void       callboard_details_panel_apply           (CallboardDetailsPanel *self,
                                                    CallboardChanges      *changes);

/* Shows the conversation with the composer ready. */
void       callboard_details_panel_write           (CallboardDetailsPanel *self);
void       callboard_details_panel_edit_person     (CallboardDetailsPanel *self);

G_END_DECLS
