/* callboard-rehearsal-desk.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_REHEARSAL_DESK (callboard_rehearsal_desk_get_type())

/* The clock of the rehearsal and what goes wrong in it. Emits "failed" with words for people (char *). */
G_DECLARE_FINAL_TYPE (CallboardRehearsalDesk, callboard_rehearsal_desk, CALLBOARD, REHEARSAL_DESK, GtkWidget)

void callboard_rehearsal_desk_set_context (CallboardRehearsalDesk *self,
                                           CallboardContext       *context);

G_END_DECLS
