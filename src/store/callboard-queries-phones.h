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
 * @application_id: whom the newest message is about, or 0
 * @last: the newest text on it
 * @last_id: that message
 * @unread: whether it came to the phone and nobody is known to have looked
 */
typedef struct
{
  gint64    candidate_id;
  gint64    application_id;
  char     *name;
  char     *phone;
  char     *last;
  gint64    last_id;
  gboolean  unread;
} CallboardPhoneRow;

void callboard_phone_row_free (CallboardPhoneRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPhoneRow, callboard_phone_row_free)

/**
 * CallboardPhoneLineFile:
 * @name: what it is called, may be empty
 * @type: its media type, as far as it is known
 * @hash: (nullable): under which it is stored
 * @source: where it came from
 */
typedef struct
{
  char *name;
  char *type;
  char *hash;
  char *source;
} CallboardPhoneLineFile;

/**
 * CallboardPhoneLine:
 * @at: when it came to the phone, or was sent from there
 * @from_candidate: whether it was sent from the phone
 * @choices: (nullable): JSON array of {"id", "title"} that are offered
 * @template: whether it leaves as a template
 * @provider_id: (nullable): what the phone knows it by
 * @quoted: (nullable): the text of the message it answers
 * @files: (element-type CallboardPhoneLineFile): what came with it
 */
typedef struct
{
  gint64                 id;
  gint64                 at;
  gboolean               from_candidate;
  char                  *body;
  char                  *choices;
  gboolean               template;
  char                  *provider_id;
  char                  *quoted;
  GPtrArray             *files;
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
 * Only for rehearsals, whose events say what they quote.
 *
 * Returns: (transfer full) (element-type CallboardPhoneLine): the newest messages on it, oldest first, or %NULL
 */
GPtrArray *callboard_queries_load_phone  (CallboardDb  *db,
                                          gint64        account,
                                          gint64        candidate,
                                          GError      **error);

/**
 * callboard_queries_find_provider_id:
 * @db: a connection
 * @message: a message
 *
 * Returns: (transfer full) (nullable): what its channel knows it by, %NULL if it knows nothing of it
 */
char      *callboard_queries_find_provider_id (CallboardDb *db,
                                               gint64       message);

/**
 * callboard_queries_next_of_application:
 * @db: a connection
 * @application: an application
 *
 * Returns: when its newest message leaves, by the clock of the message's account; 0 if none waits
 */
gint64     callboard_queries_next_of_application (CallboardDb *db,
                                                  gint64       application);

/**
 * callboard_queries_find_enrolment:
 * @db: a connection
 * @account: the account
 * @candidate: whose phone
 * @campaign: (out): the campaign of the enrolment
 *
 * Returns: the newest enrolment that plays on it, or 0
 */
gint64     callboard_queries_find_enrolment (CallboardDb *db,
                                             gint64       account,
                                             gint64       candidate,
                                             gint64      *campaign);

/**
 * callboard_queries_next_event:
 * @db: a connection
 * @account: the account
 * @now: the account's time
 * @at: (out): when a message leaves or a time runs out next, after @now; %G_MAXINT64 if nothing waits
 * @kind: (out) (transfer full) (nullable) (optional): what that is: the kind of the message or of the timer, as the
 *   database names it
 * @error: return location
 *
 * Returns: whether it could be read
 */
gboolean   callboard_queries_next_event  (CallboardDb  *db,
                                          gint64        account,
                                          gint64        now,
                                          gint64       *at,
                                          char        **kind,
                                          GError      **error);

G_END_DECLS
