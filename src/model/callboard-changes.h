/* callboard-changes.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CallboardChangeKind:
 * @CALLBOARD_CHANGED_JOBS: jobs were created, edited, closed, or their counts changed
 * @CALLBOARD_CHANGED_STAGES: stages were created, edited, reordered, or their readiness changed
 * @CALLBOARD_CHANGED_CAMPAIGNS: a draft or a published version
 * @CALLBOARD_CHANGED_CANDIDATES: a person's name, number, consent or opt-out
 * @CALLBOARD_CHANGED_APPLICATIONS: what a card shows, see callboard_changes_has_application()
 * @CALLBOARD_CHANGED_POSITIONS: where cards stand, see callboard_changes_get_moves()
 * @CALLBOARD_CHANGED_CONVERSATIONS: messages or answers of the named applications
 * @CALLBOARD_CHANGED_OUTBOX: something came into the outbox, left it, or its due time changed
 * @CALLBOARD_CHANGED_INBOX: an inbound event was stored and waits to be understood
 * @CALLBOARD_CHANGED_ACCOUNTS: accounts, their pauses and clocks
 * @CALLBOARD_CHANGED_SETTINGS: rules of the work
 * @CALLBOARD_CHANGED_HEALTH: what is known of providers, paused campaigns, the request log
 */
typedef enum
{
  CALLBOARD_CHANGED_JOBS          = 1 << 0,
  CALLBOARD_CHANGED_STAGES        = 1 << 1,
  CALLBOARD_CHANGED_CAMPAIGNS     = 1 << 2,
  CALLBOARD_CHANGED_CANDIDATES    = 1 << 3,
  CALLBOARD_CHANGED_APPLICATIONS  = 1 << 4,
  CALLBOARD_CHANGED_POSITIONS     = 1 << 5,
  CALLBOARD_CHANGED_CONVERSATIONS = 1 << 6,
  CALLBOARD_CHANGED_OUTBOX        = 1 << 7,
  CALLBOARD_CHANGED_INBOX         = 1 << 8,
  CALLBOARD_CHANGED_ACCOUNTS      = 1 << 9,
  CALLBOARD_CHANGED_SETTINGS      = 1 << 10,
  CALLBOARD_CHANGED_HEALTH        = 1 << 11,
} CallboardChangeKind;

/**
 * CallboardMove:
 * @application: whose card it is
 * @from_stage: the stage it stood in, or 0 for a new card
 * @from_rank: its rank there
 * @to_stage: the stage it stands in now, or 0 for a card that left the board
 * @to_rank: its rank there
 *
 * Ranks order the cards of a stage, smallest first; equal ranks are ordered by application id.
 */
typedef struct
{
  gint64 application;
  gint64 from_stage;
  gint64 from_rank;
  gint64 to_stage;
  gint64 to_rank;
} CallboardMove;

#define CALLBOARD_TYPE_CHANGES (callboard_changes_get_type())

/* What one command changed: kinds and ids, never contents. Filled on the writer thread, then read-only. */
G_DECLARE_FINAL_TYPE (CallboardChanges, callboard_changes, CALLBOARD, CHANGES, GObject)

CallboardChanges    *callboard_changes_new             (void);

/* Written by commands. */
void                 callboard_changes_add             (CallboardChanges    *self,
                                                        CallboardChangeKind  kinds);
void                 callboard_changes_add_application (CallboardChanges    *self,
                                                        gint64               application);
void                 callboard_changes_add_move        (CallboardChanges    *self,
                                                        const CallboardMove *move);

/**
 * callboard_changes_is_empty:
 * @self: the changes
 *
 * Returns: whether nothing changed
 */
gboolean             callboard_changes_is_empty        (CallboardChanges    *self);

/**
 * callboard_changes_has:
 * @self: the changes
 * @kinds: one or more kinds
 *
 * Returns: whether any of @kinds changed
 */
gboolean             callboard_changes_has             (CallboardChanges    *self,
                                                        CallboardChangeKind  kinds);

/**
 * callboard_changes_has_application:
 * @self: the changes
 * @application: an application's id
 *
 * Returns: whether the card, the conversation or the answers of @application changed
 */
gboolean             callboard_changes_has_application (CallboardChanges    *self,
                                                        gint64               application);

/**
 * callboard_changes_get_applications:
 * @self: the changes
 * @n_applications: (out): how many
 *
 * Returns: (transfer none) (array length=n_applications): the ids of all changed applications, in no order, each once
 */
const gint64        *callboard_changes_get_applications (CallboardChanges   *self,
                                                         guint              *n_applications);

/**
 * callboard_changes_get_moves:
 * @self: the changes
 * @n_moves: (out): how many
 *
 * Returns: (transfer none) (array length=n_moves): the moves, in the order they were made
 */
const CallboardMove *callboard_changes_get_moves       (CallboardChanges    *self,
                                                        guint               *n_moves);

G_END_DECLS
