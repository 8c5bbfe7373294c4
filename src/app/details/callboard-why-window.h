/* callboard-why-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_WHY_WINDOW (callboard_why_window_get_type())

/* The why-view: each step of a conversation with what the campaign did and its reason. */
G_DECLARE_FINAL_TYPE (CallboardWhyWindow, callboard_why_window, CALLBOARD, WHY_WINDOW, AdwWindow)

/* Shows the conversation of @enrolment with @name over the window that @widget is in. */
void callboard_why_window_present (GtkWidget      *widget,
                                   CallboardStore *store,
                                   gint64          enrolment,
                                   const char     *name);

G_END_DECLS
