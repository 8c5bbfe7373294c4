/* callboard-rehearsal-clock.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_CLOCK (callboard_rehearsal_clock_get_type())

/* Where the clock of the phones stands, what comes next, and buttons to move it on. Emits "moved" with the time of the
 * phones (gint64) whenever that is another minute. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalClock, callboard_rehearsal_clock, CALLBOARD, REHEARSAL_CLOCK, GtkWidget)

void callboard_rehearsal_clock_set_context (CallboardRehearsalClock *self,
                                            CallboardContext        *context);

/* Shows the time anew, and what comes next. */
void callboard_rehearsal_clock_refresh     (CallboardRehearsalClock *self);

G_END_DECLS
