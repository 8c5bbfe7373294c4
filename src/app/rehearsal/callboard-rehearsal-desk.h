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

/* What the phones play, WhatsApp or SMS, and what goes wrong on purpose. */
G_DECLARE_FINAL_TYPE (CallboardRehearsalDesk, callboard_rehearsal_desk, CALLBOARD, REHEARSAL_DESK, GtkWidget)

void callboard_rehearsal_desk_set_context (CallboardRehearsalDesk *self,
                                           CallboardContext       *context);

/* Shows which channel the phones play. */
void callboard_rehearsal_desk_refresh     (CallboardRehearsalDesk *self);

G_END_DECLS
