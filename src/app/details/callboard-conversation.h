/* callboard-conversation.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "callboard-store.h"
#include "callboard-ticker.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CONVERSATION (callboard_conversation_get_type())

/* What was said to and by one person, and a composer. It shows the newest lines and keeps to the end as they come. */
G_DECLARE_FINAL_TYPE (CallboardConversation, callboard_conversation, CALLBOARD, CONVERSATION, GtkWidget)

void callboard_conversation_set_services    (CallboardConversation *self,
                                             CallboardStore        *store,
                                             CallboardTicker       *ticker);
void callboard_conversation_set_application (CallboardConversation *self,
                                             gint64                 application);

/* Reads the conversation again. */
void callboard_conversation_refresh         (CallboardConversation *self);

/* Says why nothing can be typed, or NULL. */
void callboard_conversation_set_refusal     (CallboardConversation *self,
                                             const char            *refusal);

/* Says until when typed messages may leave, or NULL. */
void callboard_conversation_set_note        (CallboardConversation *self,
                                             const char            *note);
void callboard_conversation_write           (CallboardConversation *self);

G_END_DECLS
