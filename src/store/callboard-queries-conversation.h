/* callboard-queries-conversation.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"
#include "callboard-queries-files.h"

G_BEGIN_DECLS

/**
 * CallboardLineKind:
 * @CALLBOARD_LINE_MESSAGE: somebody said something
 * @CALLBOARD_LINE_MOVED: the application came into a stage
 */
typedef enum
{
  CALLBOARD_LINE_MESSAGE,
  CALLBOARD_LINE_MOVED,
} CallboardLineKind;

/**
 * CallboardLine:
 * @id: of the message or of the visit
 * @at: when it was said, received or happened
 * @application_id: the application it belongs to, 0 if it fits to none; one person has one conversation, over all jobs
 * @job: (nullable): that application's job
 * @stage: (nullable): the stage the campaign belongs to or the card came into
 * @added: whether the card was new when it came into @stage
 * @automatic: whether Callboard moved it, because its campaign was completed
 * @outbound: whether it goes to the candidate
 * @message_kind: (nullable): "first", "step", "typed", "notice" or "reply"
 * @body: (nullable): the text
 * @files: (nullable) (element-type CallboardFileLine): what came with it
 * @choices: (nullable): JSON array of {"id", "title"} that were offered
 * @choice: (nullable): the id of the one that was pressed
 * @leaves_at: when a waiting message leaves, in real time, else 0
 * @failure: why it failed
 * @failure_code: (nullable): the provider's code
 * @failure_detail: (nullable): the provider's words
 * @key: (nullable): the durable key of an outbound message
 * @fell_back: whether the campaign went on by text after this message had failed
 *
 * One line of a conversation. Times are microseconds since the epoch, UTC.
 */
typedef struct
{
  CallboardLineKind      kind;
  gint64                 id;
  gint64                 at;
  gint64                 application_id;
  char                  *job;
  char                  *stage;
  gboolean               added;
  gboolean               automatic;
  gboolean               outbound;
  char                  *message_kind;
  char                  *body;
  char                  *choices;
  GPtrArray             *files;
  char                  *choice;
  CallboardMessageState  state;
  gint64                 leaves_at;
  CallboardFailure       failure;
  char                  *failure_code;
  char                  *failure_detail;
  char                  *key;
  gboolean               fell_back;
} CallboardLine;

void callboard_line_free (CallboardLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardLine, callboard_line_free)

/**
 * callboard_queries_load_conversation:
 * @db: a connection
 * @application: whose
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * All that was said to and by the candidate, over all jobs, and the stages @application came into. Messages that were
 * pulled before they left, and moves that were undone, were never said.
 *
 * Returns: (transfer full) (element-type CallboardLine): oldest first, or %NULL
 */
GPtrArray *callboard_queries_load_conversation (CallboardDb  *db,
                                                gint64        application,
                                                GError      **error);

G_END_DECLS
