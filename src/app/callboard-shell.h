/* callboard-shell.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-sidebar.h"

G_BEGIN_DECLS

typedef enum
{
  CALLBOARD_SHELL_BOARD,
  CALLBOARD_SHELL_EMPTY_JOB,
  CALLBOARD_SHELL_EMPTY_PROGRAM,
  CALLBOARD_SHELL_TRAY,
} CallboardShellPage;

#define CALLBOARD_TYPE_SHELL (callboard_shell_get_type())

/* Where everything in the window stands: sidebar, header, content, details, toasts. The only class that knows how they
 * fold when there is little room. ::search-changed (text) and ::details-closed tell what the person did. */
G_DECLARE_FINAL_TYPE (CallboardShell, callboard_shell, CALLBOARD, SHELL, AdwBin)

CallboardSidebar   *callboard_shell_get_sidebar    (CallboardShell     *self);
void                callboard_shell_set_board      (CallboardShell     *self,
                                                    GtkWidget          *board);
void                callboard_shell_set_details    (CallboardShell     *self,
                                                    GtkWidget          *details);
void                callboard_shell_set_tray       (CallboardShell     *self,
                                                    GtkWidget          *tray);

CallboardShellPage  callboard_shell_get_page       (CallboardShell     *self);
void                callboard_shell_set_page       (CallboardShell     *self,
                                                    CallboardShellPage  page);
void                callboard_shell_set_title      (CallboardShell     *self,
                                                    const char         *title,
                                                    const char         *subtitle);

/* Shows above everything what does not work at present, until it is called with NULL. */
void                callboard_shell_set_trouble    (CallboardShell     *self,
                                                    const char         *trouble);

/* The search is cleared when it ends. */
void                callboard_shell_start_search   (CallboardShell     *self);
void                callboard_shell_end_search     (CallboardShell     *self);

/* Whether the details are open and leave the board in sight. */
gboolean            callboard_shell_get_details_beside (CallboardShell *self);
void                callboard_shell_show_details   (CallboardShell     *self);
void                callboard_shell_hide_details   (CallboardShell     *self);

/* Whether the sidebar is wanted beside the board; a narrow window, where it lies over it, does not say. */
gboolean            callboard_shell_get_sidebar_shown (CallboardShell  *self);
void                callboard_shell_set_sidebar_shown (CallboardShell  *self,
                                                       gboolean         shown);

/* In a narrow window the sidebar lies over the board: it goes once something was chosen in it. */
void                callboard_shell_leave_sidebar  (CallboardShell     *self);
void                callboard_shell_toggle_sidebar (CallboardShell     *self);
void                callboard_shell_add_toast      (CallboardShell     *self,
                                                    AdwToast           *toast);

G_END_DECLS
