/* callboard-tray-page.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-changes.h"
#include "callboard-store.h"
#include "callboard-ticker.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_TRAY_PAGE (callboard_tray_page_get_type())

/* The outbox as the recruiter sees it: what needs a yes, what can be taken back, what waits, what failed. */
G_DECLARE_FINAL_TYPE (CallboardTrayPage, callboard_tray_page, CALLBOARD, TRAY_PAGE, GtkWidget)

GtkWidget *callboard_tray_page_new   (CallboardStore    *store,
                                      CallboardTicker   *ticker);

/* Follows what a command changed, while it is in sight. */
void       callboard_tray_page_apply (CallboardTrayPage *self,
                                      CallboardChanges  *changes);

G_END_DECLS
