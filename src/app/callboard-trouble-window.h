/* callboard-trouble-window.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TROUBLE_WINDOW (callboard_trouble_window_get_type())

/* What stands there instead of the board when the database cannot be opened. It changes nothing. */
G_DECLARE_FINAL_TYPE (CallboardTroubleWindow, callboard_trouble_window, CALLBOARD, TROUBLE_WINDOW, AdwApplicationWindow)

/**
 * callboard_trouble_window_new:
 * @application: the program
 * @directory: the data directory
 * @error: why its database could not be opened
 *
 * Returns: (transfer none): the window
 */
CallboardTroubleWindow *callboard_trouble_window_new (GtkApplication *application,
                                                      const char     *directory,
                                                      const GError   *error);

G_END_DECLS
