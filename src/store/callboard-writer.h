/* callboard-writer.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-clock.h"
#include "callboard-command.h"

G_BEGIN_DECLS

/* The thread with the only writing connection. The store owns one. */
typedef struct _CallboardWriter CallboardWriter;

/**
 * CallboardWritten:
 * @command: what was executed
 * @changes: what it changed
 * @error: (nullable): why nothing was changed
 * @tag: what the caller gave to callboard_writer_push()
 *
 * A command that was executed.
 */
typedef struct
{
  CallboardCommand *command;
  CallboardChanges *changes;
  GError           *error;
  gpointer          tag;
} CallboardWritten;

void              callboard_written_free (CallboardWritten *written);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardWritten, callboard_written_free)

/**
 * callboard_writer_new:
 * @path: the database file
 * @db: (transfer full): the writing connection
 * @clock: tells commands the time
 * @wake: called on the writer thread when something can be popped
 * @data: for @wake
 *
 * Returns: (transfer full): a writer, its thread running
 */
CallboardWriter  *callboard_writer_new   (const char       *path,
                                          CallboardDb      *db,
                                          CallboardClock   *clock,
                                          GFunc             wake,
                                          gpointer          data);

/**
 * callboard_writer_join:
 * @self: a writer
 *
 * Executes what was pushed, then ends the thread. What it did can still be popped; nothing may be pushed any more.
 */
void              callboard_writer_join  (CallboardWriter  *self);

/**
 * callboard_writer_free:
 * @self: a joined writer, all popped
 */
void              callboard_writer_free  (CallboardWriter  *self);
void              callboard_writer_push  (CallboardWriter  *self,
                                          CallboardCommand *command,
                                          GCancellable     *cancellable,
                                          gpointer          tag);

/**
 * callboard_writer_pop:
 * @self: a writer
 * @wait: whether to wait if nothing is there
 *
 * Returns: (transfer full) (nullable): the next executed command, in the order they were pushed
 */
CallboardWritten *callboard_writer_pop   (CallboardWriter  *self,
                                          gboolean          wait);

G_END_DECLS
