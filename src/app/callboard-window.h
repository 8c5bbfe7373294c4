/* callboard-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-context.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_WINDOW (callboard_window_get_type())

/* The window onto one data directory: jobs, the board of one of them, the send tray, and the details of a card. */
G_DECLARE_FINAL_TYPE (CallboardWindow, callboard_window, CALLBOARD, WINDOW, AdwApplicationWindow)

/**
 * callboard_window_new:
 * @application: the program
 * @context: the running office
 *
 * Returns: (transfer none): the window, on the job that was shown last
 */
CallboardWindow  *callboard_window_new              (GtkApplication   *application,
                                                     CallboardContext *context);
CallboardContext *callboard_window_get_context      (CallboardWindow  *self);

/**
 * callboard_window_get_job:
 * @self: a window
 *
 * Returns: the id of the job on the board, or 0 if there is no job
 */
gint64            callboard_window_get_job          (CallboardWindow  *self);
void              callboard_window_open_job         (CallboardWindow  *self,
                                                     gint64            job);

/* Opens the board the application is on, and its details. */
void              callboard_window_open_application (CallboardWindow  *self,
                                                     gint64            application);
void              callboard_window_create_job       (CallboardWindow  *self);
void              callboard_window_show_preferences (CallboardWindow  *self);

G_END_DECLS
