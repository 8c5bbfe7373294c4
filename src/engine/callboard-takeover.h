/* callboard-takeover.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

/**
 * callboard_hold_command_new:
 * @application: a card whose campaign is running
 *
 * A person takes the conversation over: the campaign says nothing more, nudges nobody and does not expire, and what the
 * candidate writes stands unread. STOP and its like still count.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if nothing is running or it is
 *   held already
 */
CallboardCommand *callboard_hold_command_new      (gint64 application);

/**
 * callboard_hand_back_command_new:
 * @application: a card whose campaign is held
 *
 * The campaign goes on: what it could not say yet leaves, or the open question is asked again.
 *
 * Returns: (transfer full): the command; it fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if it is not held
 */
CallboardCommand *callboard_hand_back_command_new (gint64 application);

G_END_DECLS
