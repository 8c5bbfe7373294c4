/* callboard-command.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COMMAND (callboard_command_get_type())

/* One change to the database, run by the writer thread in one transaction. */
G_DECLARE_FINAL_TYPE (CallboardCommand, callboard_command, CALLBOARD, COMMAND, GObject)

/**
 * CallboardExecute:
 * @data: the command's arguments, and where its results go
 * @db: the writing connection, inside a transaction
 * @now: the time, microseconds since the epoch, UTC
 * @changes: to be filled with what changed
 * @error: return location; on an error everything is rolled back
 *
 * Runs on the writer thread. Never touches GTK, the network or the wall clock.
 *
 * Returns: whether it did what it is for
 */
typedef gboolean (*CallboardExecute) (gpointer           data,
                                      CallboardDb       *db,
                                      gint64             now,
                                      CallboardChanges  *changes,
                                      GError           **error);

/**
 * callboard_command_new:
 * @name: (not nullable): static, for logs
 * @execute: what it does
 * @data: (transfer full): its arguments and results
 * @free_data: frees @data
 *
 * Returns: (transfer full): a command, to be executed once
 */
CallboardCommand *callboard_command_new      (const char        *name,
                                              CallboardExecute   execute,
                                              gpointer           data,
                                              GDestroyNotify     free_data);

/**
 * callboard_command_get_data:
 * @self: a command
 *
 * Returns: (transfer none): its data; the results in it may be read once it was executed
 */
gpointer          callboard_command_get_data (CallboardCommand  *self);
const char       *callboard_command_get_name (CallboardCommand  *self);

/**
 * callboard_command_execute:
 * @self: a command
 * @db: the writing connection
 * @now: the time
 * @changes: where it says what changed
 * @error: return location
 *
 * Runs the command in a transaction of its own. The store calls it on the writer thread.
 *
 * Returns: whether the transaction was committed
 */
gboolean          callboard_command_execute  (CallboardCommand  *self,
                                              CallboardDb       *db,
                                              gint64             now,
                                              CallboardChanges  *changes,
                                              GError           **error);

G_END_DECLS
