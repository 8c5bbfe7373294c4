/* callboard-program.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PROGRAM (callboard_program_get_type())

/* The running program: one data directory, its context, and the window onto it. CallboardApplication is something else,
 * a candidate in a job. */
G_DECLARE_FINAL_TYPE (CallboardProgram, callboard_program, CALLBOARD, PROGRAM, AdwApplication)

CallboardProgram *callboard_program_new         (void);

/**
 * callboard_program_get_context:
 * @self: a program
 *
 * Returns: (transfer none) (nullable): the running office; %NULL before the database is open and if it cannot be
 */
CallboardContext *callboard_program_get_context (CallboardProgram *self);

G_END_DECLS
