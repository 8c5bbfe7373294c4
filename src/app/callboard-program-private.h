/* callboard-program-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-program.h"
#include "callboard-window.h"

G_BEGIN_DECLS

/* Opens the data directory if that was not done yet, and gives the window onto it. NULL: it could not be opened, and a
 * window says so. */
CallboardWindow *callboard_program_present      (CallboardProgram *self);
void             callboard_program_add_actions  (CallboardProgram *self);

/* The last window was closed: what was about to leave still leaves, for some minutes at most. */
void             callboard_program_linger       (CallboardProgram *self);

/* Waits a moment for answers to what has left, then ends sending. */
void             callboard_program_finish       (CallboardProgram *self);

G_END_DECLS
