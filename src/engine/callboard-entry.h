/* callboard-entry.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"
#include "callboard-move.h"
#include "callboard-zone.h"

G_BEGIN_DECLS

/* Coming into a stage: what moves, imports and Send again have in common. On the writer thread. */

/**
 * CallboardEntry:
 * @problem: (nullable): why the campaign cannot be sent
 * @closed: whether the job is closed, so that nothing new is sent
 * @batch: the drop, 0 until callboard_entry_open_batch()
 *
 * A stage that applications come into in one command.
 */
typedef struct
{
  gint64              stage;
  gint64              job;
  char               *name;
  CallboardStageType  type;
  gint64              campaign;
  gint64              version;
  char               *problem;
  gint64              undo_time;
  gboolean            closed;
  gint64              batch;
  CallboardAccount    account;
  CallboardSendHours  hours;
} CallboardEntry;

void             callboard_entry_clear      (CallboardEntry        *entry);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallboardEntry, callboard_entry_clear)

/**
 * callboard_entry_load:
 * @db: a connection
 * @stage: the stage
 * @n_cards: how many cards come, which decides about the undo time
 * @entry: (out): to be cleared
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_FOUND
 *
 * Returns: whether the stage exists
 */
gboolean         callboard_entry_load       (CallboardDb           *db,
                                             gint64                 stage,
                                             guint                  n_cards,
                                             CallboardEntry        *entry,
                                             GError               **error);

/**
 * callboard_entry_check_ready:
 * @entry: a stage
 * @flags: whether the campaign shall be sent at all
 * @error: return location for %CALLBOARD_ENGINE_ERROR_NOT_READY, or %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED in a closed job
 *
 * Returns: whether cards may come
 */
gboolean         callboard_entry_check_ready (const CallboardEntry *entry,
                                              CallboardMoveFlags    flags,
                                              GError              **error);
gboolean         callboard_entry_open_batch (CallboardDb           *db,
                                             CallboardEntry        *entry,
                                             gint64                 now,
                                             GError               **error);

/**
 * CallboardComer:
 * @country: where the number is from
 * @zone: (nullable): where the person lives, if that was set
 *
 * Who comes into a stage.
 */
typedef struct
{
  gint64      application;
  gint64      candidate;
  gint64      visit;
  gint64      attempt;
  gboolean    opted_out;
  gboolean    consented;
  const char *country;
  const char *zone;
} CallboardComer;

/**
 * callboard_entry_enrol:
 * @db: the writing connection
 * @entry: the stage
 * @comer: who came; the visit is open
 * @flags: whether to send
 * @now: real time
 * @result: to be added to
 * @changes: what changed
 * @error: return location
 *
 * Makes the enrolment and its first message, or counts why not.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_entry_enrol      (CallboardDb           *db,
                                             const CallboardEntry  *entry,
                                             const CallboardComer  *comer,
                                             CallboardMoveFlags     flags,
                                             gint64                 now,
                                             CallboardMoveResult   *result,
                                             CallboardChanges      *changes,
                                             GError               **error);

/**
 * callboard_entry_open_visit:
 *
 * Begins a visit of an application in the stage.
 *
 * Returns: whether nothing went wrong
 */
gboolean         callboard_entry_open_visit (CallboardDb           *db,
                                             gint64                 application,
                                             gint64                 stage,
                                             gint64                 now,
                                             gint64                *visit,
                                             GError               **error);

G_END_DECLS
