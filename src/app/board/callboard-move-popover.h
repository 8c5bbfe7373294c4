/* callboard-move-popover.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-stage.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MOVE_POPOVER (callboard_move_popover_get_type())

/* "Move to…": the stages of the board; a few letters and Enter choose one. ::chosen (CallboardStage *) */
G_DECLARE_FINAL_TYPE (CallboardMovePopover, callboard_move_popover, CALLBOARD, MOVE_POPOVER, GtkPopover)

GtkWidget *callboard_move_popover_new                 (GListModel           *stages,
                                                       CallboardStage       *current,
                                                       gboolean              without_sending);
gboolean   callboard_move_popover_get_without_sending (CallboardMovePopover *self);

G_END_DECLS
