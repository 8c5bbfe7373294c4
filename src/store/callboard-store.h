/* callboard-store.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-application-source.h"
#include "callboard-clock.h"
#include "callboard-command.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_STORE (callboard_store_get_type())

/* The database: one writer thread that runs commands in the order they came, and a reader connection for the
 * main loop. Implements #CallboardApplicationSource. */
G_DECLARE_FINAL_TYPE (CallboardStore, callboard_store, CALLBOARD, STORE, GObject)

/**
 * callboard_store_get_default_directory:
 *
 * Returns: (transfer full): $CALLBOARD_DATA_DIR, else the folder "callboard" in the user's data directory
 */
char             *callboard_store_get_default_directory (void);

/**
 * callboard_store_open:
 * @directory: the data directory; created if missing
 * @clock: tells commands the time
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Opens the database of @directory for writing, after making or migrating it. A second process is refused with
 * %CALLBOARD_STORE_ERROR_LOCKED: two senders on one outbox would send twice.
 *
 * Returns: (transfer full): the store, or %NULL
 */
CallboardStore   *callboard_store_open                  (const char           *directory,
                                                         CallboardClock       *clock,
                                                         GError              **error);

/**
 * callboard_store_open_read_only:
 * @directory: the data directory
 * @clock: the clock
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Opens the database to look at it, also while another process writes. Commands fail.
 *
 * Returns: (transfer full): the store, or %NULL
 */
CallboardStore   *callboard_store_open_read_only        (const char           *directory,
                                                         CallboardClock       *clock,
                                                         GError              **error);

/**
 * callboard_store_close:
 * @self: a store
 *
 * Runs what is queued, then ends the writer thread and lets go of the lock.
 */
void              callboard_store_close                 (CallboardStore       *self);
const char       *callboard_store_get_directory         (CallboardStore       *self);
CallboardClock   *callboard_store_get_clock             (CallboardStore       *self);

/**
 * callboard_store_get_reader:
 * @self: a store
 *
 * Returns: (transfer none): a connection that only reads, for the main thread. It sees every committed command.
 */
CallboardDb      *callboard_store_get_reader            (CallboardStore       *self);

/**
 * callboard_store_execute_async:
 * @self: a store
 * @command: what to do
 * @cancellable: (nullable): takes back a command that has not begun
 * @callback: (nullable): called on the main loop, after #CallboardStore::changed
 * @user_data: for @callback
 *
 * Queues a command.
 */
void              callboard_store_execute_async         (CallboardStore       *self,
                                                         CallboardCommand     *command,
                                                         GCancellable         *cancellable,
                                                         GAsyncReadyCallback   callback,
                                                         gpointer              user_data);

/**
 * callboard_store_execute_finish:
 * @self: a store
 * @result: what the callback got
 * @error: return location for the command's error or a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full): the command, with its results, or %NULL if nothing was changed
 */
CallboardCommand *callboard_store_execute_finish        (CallboardStore       *self,
                                                         GAsyncResult         *result,
                                                         GError              **error);

/**
 * callboard_store_execute:
 * @self: a store
 * @command: what to do
 * @error: return location for the command's error or a %CALLBOARD_STORE_ERROR
 *
 * Queues a command and waits for it, iterating nothing. For headless programs and tests; #CallboardStore::changed is
 * emitted before it returns.
 *
 * Returns: whether it was committed
 */
gboolean          callboard_store_execute               (CallboardStore       *self,
                                                         CallboardCommand     *command,
                                                         GError              **error);

G_END_DECLS
