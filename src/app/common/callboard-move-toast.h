/* callboard-move-toast.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-move.h"
#include "callboard-ticker.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_MOVE_TOAST (callboard_move_toast_get_type())

/* The one toast that says what the last move sends, counts down, and offers to take it back. A new one takes the place of
 * the old one. */
G_DECLARE_FINAL_TYPE (CallboardMoveToast, callboard_move_toast, CALLBOARD, MOVE_TOAST, GObject)

CallboardMoveToast *callboard_move_toast_new     (CallboardTicker           *ticker);

/**
 * callboard_move_toast_create:
 * @self: a move toast
 * @what: what happened, "Anna Berg moved to Interview"; plain text
 * @result: what will be sent
 *
 * Takes away the toast before.
 *
 * Returns: (transfer full): a toast to be shown
 */
AdwToast           *callboard_move_toast_create  (CallboardMoveToast        *self,
                                                  const char                *what,
                                                  const CallboardMoveResult *result);

/* Takes away the toast, because its move was taken back. */
void                callboard_move_toast_dismiss (CallboardMoveToast        *self);

/**
 * callboard_move_toast_describe:
 * @what: what happened
 * @result: what will be sent
 * @now: the real time
 *
 * Returns: (transfer full): "Anna Berg moved to Interview · leaves in 20 s", in plain text
 */
char               *callboard_move_toast_describe (const char                *what,
                                                   const CallboardMoveResult *result,
                                                   gint64                     now);

G_END_DECLS
