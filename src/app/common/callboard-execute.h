/* callboard-execute.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"

G_BEGIN_DECLS

/**
 * callboard_execute:
 * @widget: who asks for it
 * @store: the store
 * @command: (transfer full): what to do
 *
 * Runs a command whose success shows by itself. A failure is reported by the action win.report of the window that
 * @widget is in then.
 */
void callboard_execute (GtkWidget        *widget,
                        CallboardStore   *store,
                        CallboardCommand *command);

/* Reports a failure so, unless it was only cancelled. */
void callboard_report  (GtkWidget        *widget,
                        const GError     *error);

G_END_DECLS
