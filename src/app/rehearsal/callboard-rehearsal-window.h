/* callboard-rehearsal-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_WINDOW (callboard_rehearsal_window_get_type())

/* The simulated phones, beside the board. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalWindow, callboard_rehearsal_window, CALLBOARD, REHEARSAL_WINDOW, AdwWindow)

CallboardRehearsalWindow *callboard_rehearsal_window_new            (GtkWindow                *parent,
                                                                     CallboardContext         *context);
void                      callboard_rehearsal_window_show_candidate (CallboardRehearsalWindow *self,
                                                                     gint64                    candidate);

/* It shows what goes with it, and keeps no tests of it. */
void                      callboard_rehearsal_window_set_passing     (CallboardRehearsalWindow *self);

G_END_DECLS
