/* callboard-sidebar.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_SIDEBAR (callboard_sidebar_get_type())

/* The jobs, closed ones apart, and the send tray. ::job-activated (CallboardJob *) and ::tray-activated say what was chosen. */
G_DECLARE_FINAL_TYPE (CallboardSidebar, callboard_sidebar, CALLBOARD, SIDEBAR, GtkWidget)

void callboard_sidebar_set_jobs    (CallboardSidebar *self,
                                    GListModel       *jobs);

/* Shows which job is on the board. */
void callboard_sidebar_select_job  (CallboardSidebar *self,
                                    gint64            job);
void callboard_sidebar_select_tray (CallboardSidebar *self);

/**
 * callboard_sidebar_set_tray:
 * @self: a sidebar
 * @n_waiting: how many messages wait to leave
 * @n_urgent: how many things in it need somebody: messages that are unknown or failed, unless nothing helps them, and
 *   the accounts that are paused
 */
void callboard_sidebar_set_tray    (CallboardSidebar *self,
                                    guint             n_waiting,
                                    guint             n_urgent);

G_END_DECLS
