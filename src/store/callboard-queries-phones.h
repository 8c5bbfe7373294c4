/* callboard-queries-phones.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* The far end of an account: what the phones of its candidates show. Times are microseconds since the epoch by the
 * account's own clock, errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardPhoneRow:
 * @candidate_id: whose phone it is
 * @last: the newest text on it
 * @asked: whether that came to the phone and its campaign waits for an answer
 */
typedef struct
{
  gint64    candidate_id;
  char     *name;
  char     *phone;
  char     *last;
  gboolean  asked;
} CallboardPhoneRow;

void callboard_phone_row_free (CallboardPhoneRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPhoneRow, callboard_phone_row_free)

/**
 * CallboardPhoneLine:
 * @from_candidate: whether it was sent from the phone
 * @choices: (nullable): JSON array of {"id", "title"} that are offered
 * @answered: whether the candidate wrote something since
 */
typedef struct
{
  gint64                 id;
  gint64                 at;
  gboolean               from_candidate;
  char                  *body;
  char                  *choices;
  gboolean               answered;
  CallboardMessageState  state;
} CallboardPhoneLine;

void callboard_phone_line_free (CallboardPhoneLine *line);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPhoneLine, callboard_phone_line_free)

/**
 * callboard_queries_load_phones:
 * @db: a connection
 * @account: the account
 * @error: return location
 *
 * Only messages that have reached the phone count, or may have. Of very many, the phones that were last in use.
 *
 * Returns: (transfer full) (element-type CallboardPhoneRow): the phones, newest message first, or %NULL
 */
GPtrArray *callboard_queries_load_phones (CallboardDb  *db,
                                          gint64        account,
                                          GError      **error);

/**
 * callboard_queries_load_phone:
 * @db: a connection
 * @account: the account
 * @candidate: whose phone
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardPhoneLine): the newest messages on it, oldest first, or %NULL
 */
GPtrArray *callboard_queries_load_phone  (CallboardDb  *db,
                                          gint64        account,
                                          gint64        candidate,
                                          GError      **error);

/**
 * callboard_queries_next_event:
 * @db: a connection
 * @account: the account
 * @now: the account's time
 * @at: (out): when a message leaves or a time runs out next, after @now; %G_MAXINT64 if nothing waits
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean   callboard_queries_next_event  (CallboardDb  *db,
                                          gint64        account,
                                          gint64        now,
                                          gint64       *at,
                                          GError      **error);

G_END_DECLS
