/* callboard-reception.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-receiver.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_RECEPTION (callboard_reception_get_type())

/* Runs a receiver as the settings say, for as long as it lives: CALLBOARD_SETTING_RECEIVER_PORT and
 * CALLBOARD_SETTING_RECEIVER_URL. A port that somebody else has is a message in the log; the self-check of the preferences
 * says so, too. */
G_DECLARE_FINAL_TYPE (CallboardReception, callboard_reception, CALLBOARD, RECEPTION, GObject)

/**
 * callboard_reception_new:
 * @store: whose settings count, and where events go
 *
 * Returns: (transfer full): the reception
 */
CallboardReception *callboard_reception_new      (CallboardStore     *store);

/**
 * callboard_reception_get_port:
 * @self: a reception
 *
 * Returns: where its receiver listens; 0 if it does not
 */
guint               callboard_reception_get_port (CallboardReception *self);

G_END_DECLS
