/* callboard-card-drag.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CARD_DRAG (callboard_card_drag_get_type())

/* What is being dragged: applications, never widgets, since those come and go with scrolling. */
G_DECLARE_FINAL_TYPE (CallboardCardDrag, callboard_card_drag, CALLBOARD, CARD_DRAG, GObject)

/* @from_stage is 0 if the cards come from several stages. */
CallboardCardDrag *callboard_card_drag_new            (GArray            *ids,
                                                       gint64             from_stage);
GArray            *callboard_card_drag_get_ids        (CallboardCardDrag *self);
gint64             callboard_card_drag_get_from_stage (CallboardCardDrag *self);
/* @card as a picture; a stack with a number for several. */
GdkPaintable      *callboard_card_drag_create_icon    (CallboardCardDrag *self,
                                                       GtkWidget         *card);

G_END_DECLS
