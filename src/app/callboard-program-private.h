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

G_END_DECLS
