/* callboard-queries-outbox.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* The send tray: the outbox as the recruiter sees it. Times are microseconds since the epoch, UTC, and real, whatever
 * the account's clock; errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardTrayPart:
 * @CALLBOARD_TRAY_WAITING: what will leave
 * @CALLBOARD_TRAY_LATE: what came due while nobody ran the program: a person has to say whether it shall leave
 * @CALLBOARD_TRAY_UNKNOWN: what may or may not have arrived: a person has to say
 * @CALLBOARD_TRAY_FAILED: what could not be delivered, and somebody can do something about it
 * @CALLBOARD_TRAY_CLOSED: what could not be delivered because the person opted out: nothing helps
 */
typedef enum
{
  CALLBOARD_TRAY_WAITING,
  CALLBOARD_TRAY_LATE,
  CALLBOARD_TRAY_UNKNOWN,
  CALLBOARD_TRAY_FAILED,
  CALLBOARD_TRAY_CLOSED,
} CallboardTrayPart;

/**
 * CallboardWait:
 * @CALLBOARD_WAIT_NONE: it does not wait: it is due, or not in the outbox any more
 * @CALLBOARD_WAIT_TIME: for its time: undo time, delay or send hours
 * @CALLBOARD_WAIT_QUEUED: for another campaign of the same person
 * @CALLBOARD_WAIT_RETRY: for another try
 * @CALLBOARD_WAIT_ACCOUNT: its account is paused or removed
 * @CALLBOARD_WAIT_REPLY: for the person, because free messages are closed
 * @CALLBOARD_WAIT_HELD: for a person of the office, who has taken the conversation over
 * @CALLBOARD_WAIT_LATE: for a yes, because its time has passed
 *
 * Why a message is still in the outbox.
 */
typedef enum
{
  CALLBOARD_WAIT_NONE,
  CALLBOARD_WAIT_TIME,
  CALLBOARD_WAIT_QUEUED,
  CALLBOARD_WAIT_RETRY,
  CALLBOARD_WAIT_ACCOUNT,
  CALLBOARD_WAIT_REPLY,
  CALLBOARD_WAIT_HELD,
  CALLBOARD_WAIT_LATE,
} CallboardWait;

/**
 * CallboardOutboxRow:
 * @message_id: the message
 * @application_id: 0 if it belongs to none
 * @enrolment_id: 0 if it belongs to none
 * @name: to whom
 * @job: (nullable): the application's job
 * @stage: (nullable): the stage whose campaign it is
 * @leaves_at: when it leaves, 0 if that depends on something else; of a late one, when it should have left
 * @first: whether it is the first message of a campaign, which can be undone
 * @sent_at: when the request left, 0 if it has not
 */
typedef struct
{
  gint64                 message_id;
  gint64                 candidate_id;
  gint64                 application_id;
  gint64                 enrolment_id;
  char                  *name;
  char                  *phone;
  char                  *job;
  char                  *stage;
  char                  *body;
  gint64                 leaves_at;
  gboolean               first;
  CallboardWait          wait;
  gint64                 account_id;
  CallboardProvider      provider;
  CallboardMessageState  state;
  CallboardFailure       failure;
  char                  *failure_code;
  char                  *failure_detail;
  gint64                 changed_at;
  gint64                 sent_at;
} CallboardOutboxRow;

void callboard_outbox_row_free (CallboardOutboxRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardOutboxRow, callboard_outbox_row_free)

/**
 * CallboardOutboxGroup:
 * @batch: for callboard_undo_command_new(), 0 if it is no drop that can be taken back
 * @stage_id: the stage the cards came into
 * @count: messages of it that still wait
 * @leaves_at: when the first of them leaves
 * @last_leaves_at: when the last of them leaves
 * @message_id: one of them
 *
 * First messages of one drop, or of one import.
 */
typedef struct
{
  gint64             batch;
  gint64             made_at;
  gint64             stage_id;
  char              *stage;
  char              *job;
  guint              count;
  gint64             leaves_at;
  gint64             last_leaves_at;
  gint64             account_id;
  CallboardProvider  provider;
  gint64             message_id;
} CallboardOutboxGroup;

void callboard_outbox_group_free (CallboardOutboxGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardOutboxGroup, callboard_outbox_group_free)

/**
 * CallboardOutboxCounts:
 * @waiting: messages in the outbox
 * @late: messages that wait for a yes because their time has passed; they are among @waiting
 * @unknown: messages whose answer was lost
 * @failed: cards on a board whose campaign failed, what a tray shows as such
 * @closed: those of them that nothing helps: the person opted out
 * @paused: whether messages wait for an account that is paused
 */
typedef struct
{
  guint    waiting;
  guint    late;
  guint    unknown;
  guint    failed;
  guint    closed;
  gboolean paused;
} CallboardOutboxCounts;

/**
 * callboard_queries_count_outbox:
 * @db: a connection
 * @counts: (out): how many of each
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean   callboard_queries_count_outbox  (CallboardDb            *db,
                                            CallboardOutboxCounts  *counts,
                                            GError                **error);

/**
 * callboard_queries_load_outbox:
 * @db: a connection
 * @part: which messages
 * @now: the real time, to tell what is due
 * @limit: how many rows at most
 * @offset: how many to leave out
 * @error: return location
 *
 * Waiting messages come in the order they leave, the others newest first. Of failed ones, those that a later message of
 * the same enrolment or a new one replaced are left out: only cards that show the failure are in it.
 *
 * Returns: (transfer full) (element-type CallboardOutboxRow): a page, or %NULL
 */
GPtrArray *callboard_queries_load_outbox   (CallboardDb            *db,
                                            CallboardTrayPart       part,
                                            gint64                  now,
                                            guint                   limit,
                                            guint                   offset,
                                            GError                **error);

/**
 * callboard_queries_load_groups:
 * @db: a connection
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardOutboxGroup): waiting first messages by drop, in the order they leave,
 *   or %NULL
 */
GPtrArray *callboard_queries_load_groups   (CallboardDb            *db,
                                            GError                **error);

G_END_DECLS
