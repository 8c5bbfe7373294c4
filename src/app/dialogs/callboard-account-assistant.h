/* callboard-account-assistant.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNT_ASSISTANT (callboard_account_assistant_get_type())

/* Adds an account in three steps: who carries the messages, what the provider asks for, and a check with a message to the
 * recruiter. Editing one begins at the second. */
G_DECLARE_FINAL_TYPE (CallboardAccountAssistant, callboard_account_assistant, CALLBOARD, ACCOUNT_ASSISTANT, AdwWindow)

/* account: 0 for a new one. */
CallboardAccountAssistant *callboard_account_assistant_new (GtkWindow      *parent,
                                                            CallboardStore *store,
                                                            gint64          account);

G_END_DECLS
