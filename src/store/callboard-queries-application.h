/* callboard-queries-application.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* One application, in all detail. Times are microseconds since the epoch, UTC, and real, whatever the account's clock;
 * errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardDetails:
 * @consent_source: (nullable): where the newest opt-in for the number comes from
 * @consent_wording: (nullable): what the person agreed to
 * @consent_at: when, or 0
 * @opted_out_at: when the person opted out, or 0
 * @live: whether it is on the board
 * @enrolment_id: the newest enrolment of the current visit, or 0
 * @status: its status
 * @leaves_at: when its first message leaves, if it is Scheduled, else 0
 * @expires_at: when it expires, or 0
 * @waits_job: (nullable): if it is Queued: the job of the campaign it waits for
 * @waits_stage: (nullable): and that campaign's stage
 * @failure_code: (nullable): the provider's code
 * @failure_detail: (nullable): the provider's words
 * @flag: (nullable): why a person has to look
 */
typedef struct
{
  gint64              id;
  gint64              candidate_id;
  gint64              job_id;
  gint64              stage_id;
  char               *first_name;
  char               *last_name;
  char               *name;
  char               *phone;
  char               *country;
  char               *zone;
  char               *consent_source;
  char               *consent_wording;
  gint64              consent_at;
  gint64              opted_out_at;
  char               *job;
  char               *stage;
  CallboardStageType  stage_type;
  gboolean            live;
  gint64              entered_at;
  gint64              enrolment_id;
  CallboardStatus     status;
  gboolean            blast;
  guint               done;
  guint               total;
  gint64              leaves_at;
  gint64              expires_at;
  char               *waits_job;
  char               *waits_stage;
  CallboardFailure    failure;
  char               *failure_code;
  char               *failure_detail;
  guint               unread;
  char               *flag;
} CallboardDetails;

void callboard_details_free (CallboardDetails *details);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardDetails, callboard_details_free)

/**
 * CallboardAnswerRow:
 * @question_id: the question's id in its campaign
 * @question: what was asked
 * @value: what the answer was understood as
 * @text: what the candidate wrote
 * @flagged: whether it asks for a person's look
 * @message_id: the message it came in, or 0
 * @stage: the stage whose campaign asked
 */
typedef struct
{
  gint64    id;
  gint64    enrolment_id;
  char     *question_id;
  char     *question;
  char     *value;
  char     *text;
  gboolean  flagged;
  gint64    message_id;
  gint64    answered_at;
  char     *stage;
} CallboardAnswerRow;

void callboard_answer_row_free (CallboardAnswerRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardAnswerRow, callboard_answer_row_free)

/**
 * CallboardHistoryRow:
 * @stage: the stage it stayed in
 * @left_at: when the stay ended, 0 if it has not
 * @undone_at: when the move into the stage was taken back, or 0
 * @enrolment_id: a campaign that was sent in this stay, 0 if none was; each has a row of its own
 * @version: the campaign's version
 * @attempt: 0, or how often it was sent again
 * @created_at: when the enrolment was made
 * @ended_at: when it ended, or 0
 * @automatic: whether Callboard moved the card here, because its campaign was completed
 */
typedef struct
{
  gint64            visit_id;
  char             *stage;
  gint64            entered_at;
  gint64            left_at;
  gint64            undone_at;
  gint64            enrolment_id;
  guint             version;
  guint             attempt;
  CallboardStatus   status;
  CallboardFailure  failure;
  char             *failure_code;
  char             *failure_detail;
  gint64            created_at;
  gint64            delivered_at;
  gint64            ended_at;
  gboolean          automatic;
} CallboardHistoryRow;

void callboard_history_row_free (CallboardHistoryRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardHistoryRow, callboard_history_row_free)

/**
 * callboard_queries_load_details:
 * @db: a connection
 * @application: its id
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the application; %NULL without an error if there is none
 */
CallboardDetails *callboard_queries_load_details (CallboardDb  *db,
                                                  gint64        application,
                                                  GError      **error);

/**
 * callboard_queries_load_answers:
 * @db: a connection
 * @application: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardAnswerRow): oldest first, or %NULL
 */
GPtrArray        *callboard_queries_load_answers (CallboardDb  *db,
                                                  gint64        application,
                                                  GError      **error);

/**
 * callboard_queries_load_history:
 * @db: a connection
 * @application: whose
 * @error: return location
 *
 * Returns: (transfer full) (element-type CallboardHistoryRow): visits and what was sent in them, oldest first, or %NULL
 */
GPtrArray        *callboard_queries_load_history (CallboardDb  *db,
                                                  gint64        application,
                                                  GError      **error);

G_END_DECLS
