/* callboard-bubble.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-entry.h"
#include "callboard-ticker.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_BUBBLE (callboard_bubble_get_type())

/* One message of a conversation: its text, when, what became of it, and what can be done if that was nothing good. */
G_DECLARE_FINAL_TYPE (CallboardBubble, callboard_bubble, CALLBOARD, BUBBLE, GtkWidget)

GtkWidget *callboard_bubble_new (CallboardEntry  *entry,
                                 CallboardTicker *ticker,
                                 const char      *directory);

G_END_DECLS
