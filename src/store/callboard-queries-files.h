/* callboard-queries-files.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/**
 * CallboardFileLine:
 * @id: the attachment's row
 * @message_id: the message it came or went with
 * @at: when, microseconds since the epoch, UTC
 * @outbound: whether it went to the candidate
 * @hash: (nullable): names the stored file; %NULL if there is none
 * @size: bytes, 0 if unknown
 * @type: (not nullable): a media type: of a stored file by its bytes, else what the sender says
 * @name: (nullable): what the sender calls it, not to be trusted; %NULL if it has no name
 * @reason: (nullable): why there is no file, in the user's words
 * @question: (nullable): what it answers
 *
 * One file of a conversation.
 */
typedef struct
{
  gint64              id;
  gint64              message_id;
  gint64              at;
  gboolean            outbound;
  char               *hash;
  gint64              size;
  char               *type;
  char               *name;
  CallboardFileState  state;
  char               *reason;
  char               *question;
} CallboardFileLine;

void callboard_file_line_free (CallboardFileLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardFileLine, callboard_file_line_free)

/**
 * callboard_file_line_is_same:
 *
 * Returns: whether the two look the same
 */
gboolean           callboard_file_line_is_same (const CallboardFileLine *a,
                                                const CallboardFileLine *b);

/**
 * callboard_queries_load_files:
 * @db: a connection
 * @application: whose
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * All files sent to and by the candidate, over all jobs; not those of messages that were pulled before they left.
 *
 * Returns: (transfer full) (element-type CallboardFileLine): oldest first, or %NULL
 */
GPtrArray         *callboard_queries_load_files (CallboardDb             *db,
                                                 gint64                   application,
                                                 GError                 **error);

/**
 * callboard_queries_load_file:
 * @db: a connection
 * @id: an attachment's row
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: (transfer full) (nullable): the file; %NULL without an error if there is no such row
 */
CallboardFileLine *callboard_queries_load_file  (CallboardDb             *db,
                                                 gint64                   id,
                                                 GError                 **error);

G_END_DECLS
