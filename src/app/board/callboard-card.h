/* callboard-card.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-application.h"
#include "callboard-board-state.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CARD (callboard_card_get_type())

/* One application on the board. Column views make a few and give them new applications as the user scrolls, so a card
 * keeps nothing of its own. Its actions ("card.open" and so on) are carried out by the board it is on. */
G_DECLARE_FINAL_TYPE (CallboardCard, callboard_card, CALLBOARD, CARD, GtkWidget)

GtkWidget            *callboard_card_new             (CallboardBoardState  *state);

CallboardApplication *callboard_card_get_application (CallboardCard        *self);
gint64               callboard_card_get_id           (CallboardCard        *self);
void                 callboard_card_set_application  (CallboardCard        *self,
                                                      CallboardApplication *application);

/* When the time in the stage turns amber and red, in days. */
void                 callboard_card_set_limits      (CallboardCard        *self,
                                                      guint                 stale_days,
                                                      guint                 late_days);

/* Where it stands, for its description. */
guint                callboard_card_get_position     (CallboardCard        *self);
void                 callboard_card_set_place        (CallboardCard        *self,
                                                      const char           *stage,
                                                      guint                 position,
                                                      guint                 n);

/* Writes the times on the card anew. */
void                 callboard_card_update_times     (CallboardCard        *self);
/* Takes over from the board state whether it is selected or being dragged. */
void                 callboard_card_update_state     (CallboardCard        *self);

G_END_DECLS
