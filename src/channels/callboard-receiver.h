/* callboard-receiver.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-store.h"

G_BEGIN_DECLS

/* The port where nothing else is chosen. */
#define CALLBOARD_RECEIVER_PORT 8765

#define CALLBOARD_TYPE_RECEIVER (callboard_receiver_get_type())

/* Takes in what providers report by themselves: a server on this machine only, which a tunnel or a reverse proxy makes
 * reachable under a public address. Each account has a path of its own, callboard_receiver_get_path(). Nobody is believed
 * who has not signed, and nothing is confirmed before it is stored: a provider that was told nothing tells it again, and
 * what is told twice is known again. */
G_DECLARE_FINAL_TYPE (CallboardReceiver, callboard_receiver, CALLBOARD, RECEIVER, GObject)

/**
 * callboard_receiver_new:
 * @store: where events go
 *
 * Returns: (transfer full): a receiver that is not listening
 */
CallboardReceiver *callboard_receiver_new            (CallboardStore     *store);

/**
 * callboard_receiver_set_public_url:
 * @self: a receiver
 * @url: (nullable): the address under which providers reach it, without a path of ours: "https://desk.example.org". Twilio
 *   signs it. %NULL for this machine's own
 */
void               callboard_receiver_set_public_url (CallboardReceiver  *self,
                                                      const char         *url);

/**
 * callboard_receiver_start:
 * @self: a receiver
 * @port: where to listen, 0 for any
 * @error: return location for a #GIOErrorEnum, such as %G_IO_ERROR_ADDRESS_IN_USE, in the user's words
 *
 * Returns: whether it listens, on 127.0.0.1
 */
gboolean           callboard_receiver_start          (CallboardReceiver  *self,
                                                      guint               port,
                                                      GError            **error);

/**
 * callboard_receiver_stop:
 * @self: a receiver
 *
 * Closes the door. What came in and is not stored yet is stored, but not confirmed.
 */
void               callboard_receiver_stop           (CallboardReceiver  *self);

/**
 * callboard_receiver_get_port:
 * @self: a receiver
 *
 * Returns: where it listens; 0 if it does not
 */
guint              callboard_receiver_get_port       (CallboardReceiver  *self);

/**
 * callboard_receiver_get_path:
 * @provider: an account's provider
 * @account: its id
 *
 * Returns: (transfer full) (nullable): the path of an account's webhooks, "/meta/2"; %NULL if the provider has none that
 *   could be taken in
 */
char              *callboard_receiver_get_path       (CallboardProvider   provider,
                                                      gint64              account);

/**
 * callboard_receiver_get_proof:
 * @self: a receiver
 *
 * Returns: (transfer none): what GET /proof answers, other words for each receiver. Whoever gets them under the public
 *   address has reached this one
 */
const char        *callboard_receiver_get_proof      (CallboardReceiver  *self);

G_END_DECLS
