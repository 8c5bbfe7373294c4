/* callboard-interview-bar.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_INTERVIEW_BAR (callboard_interview_bar_get_type())

/* The interview of a card: when and where it is, and what can be done about it. Hidden while there is none. */
G_DECLARE_FINAL_TYPE (CallboardInterviewBar, callboard_interview_bar, CALLBOARD, INTERVIEW_BAR, GtkWidget)

/**
 * callboard_interview_bar_show:
 * @self: a bar
 * @store: where the interview is
 * @application: whose it is
 *
 * Reads the newest interview of an application anew and shows it.
 */
void callboard_interview_bar_show (CallboardInterviewBar *self,
                                   CallboardStore        *store,
                                   gint64                 application);

G_END_DECLS
