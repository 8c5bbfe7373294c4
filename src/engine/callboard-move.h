/* callboard-move.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-command.h"

G_BEGIN_DECLS

typedef enum
{
  CALLBOARD_MOVE_DEFAULT         = 0,
  CALLBOARD_MOVE_WITHOUT_SENDING = 1 << 0,
} CallboardMoveFlags;

/**
 * CallboardSkip:
 * @CALLBOARD_SKIP_NONE: a message will leave
 * @CALLBOARD_SKIP_REVIEW: the stage has no campaign
 * @CALLBOARD_SKIP_ASKED: it was moved without sending
 * @CALLBOARD_SKIP_OPTED_OUT: the candidate opted out
 * @CALLBOARD_SKIP_NO_CONSENT: no opt-in is recorded for the number
 * @CALLBOARD_SKIP_SAME_STAGE: it was only reordered
 *
 * Why a move sends nothing to somebody.
 */
typedef enum
{
  CALLBOARD_SKIP_NONE,
  CALLBOARD_SKIP_REVIEW,
  CALLBOARD_SKIP_ASKED,
  CALLBOARD_SKIP_OPTED_OUT,
  CALLBOARD_SKIP_NO_CONSENT,
  CALLBOARD_SKIP_SAME_STAGE,
} CallboardSkip;

/**
 * CallboardMoveResult:
 * @batch: to be given to callboard_undo_command_new(); 0 if nothing moved
 * @n_moved: cards that came into the stage or changed place in it
 * @n_sending: enrolments that were created
 * @n_skipped: by #CallboardSkip, cards that moved and send nothing
 * @leaves_at: when the first of the messages leaves, real time in microseconds since the epoch, UTC
 * @provider: the account's provider, as a #CallboardProvider
 * @channel: what it carries, as a #CallboardRendering
 */
typedef struct
{
  gint64 batch;
  guint  n_moved;
  guint  n_sending;
  guint  n_skipped[CALLBOARD_SKIP_SAME_STAGE + 1];
  gint64 leaves_at;
  int    provider;
  int    channel;
} CallboardMoveResult;

/**
 * callboard_move_command_new:
 * @applications: (array length=n_applications): ids, in the order the cards shall stand
 * @n_applications: how many
 * @stage: where to
 * @before: the application they shall stand before, or 0 for the end of the stage
 * @flags: how
 *
 * The drop of product.md, section 3: each old visit ends, a new one begins, its enrolment exists and its first message
 * stands in the outbox, in one transaction. Cards that are in @stage already are only reordered, and send nothing.
 * The open enrolment of the visit that is left is cancelled and its unsent messages are pulled.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_READY if the stage's campaign cannot be sent, unless it shall not be, and with
 * %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand          *callboard_move_command_new        (const gint64        *applications,
                                                              guint                n_applications,
                                                              gint64               stage,
                                                              gint64               before,
                                                              CallboardMoveFlags   flags);
const CallboardMoveResult *callboard_move_command_get_result (CallboardCommand    *command);

/**
 * CallboardUndoResult:
 * @n_undone: cards that are back
 * @n_too_late: cards that stay, because their message has left
 */
typedef struct
{
  guint n_undone;
  guint n_too_late;
} CallboardUndoResult;

/**
 * callboard_undo_command_new:
 * @batch: what to take back, or 0 for the newest drop of a person
 *
 * Takes back a drop: the cards are back in their place and their messages are pulled, together. A card whose first
 * message a sender has claimed stays. Undo never sends.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOTHING or, if every message has left, %CALLBOARD_ENGINE_ERROR_TOO_LATE.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand          *callboard_undo_command_new        (gint64               batch);
const CallboardUndoResult *callboard_undo_command_get_result (CallboardCommand    *command);

/**
 * callboard_send_again_command_new:
 * @application: whose campaign
 *
 * Sends the campaign of the stage an application stands in once more, as a new enrolment. An enrolment that is still
 * open is cancelled.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_READY, %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED or %CALLBOARD_ENGINE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand          *callboard_send_again_command_new  (gint64               application);

/**
 * callboard_typed_command_new:
 * @application: whose conversation
 * @text: what the recruiter typed
 *
 * Puts a typed reply into the outbox. It leaves at once, whatever the hour.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_ALLOWED if the person opted out or the window of WhatsApp is closed, or
 * %CALLBOARD_ENGINE_ERROR_INVALID.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand          *callboard_typed_command_new       (gint64               application,
                                                              const char          *text);

/**
 * callboard_read_command_new:
 * @application: whose conversation was looked at
 *
 * Returns: (transfer full): a command that takes away the mark of unread replies
 */
CallboardCommand          *callboard_read_command_new        (gint64               application);

G_END_DECLS
