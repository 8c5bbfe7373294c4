/* callboard-history.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enums.h"
#include "callboard-import.h"

G_BEGIN_DECLS

/**
 * CallboardPastVisit:
 * @stage: the stage's id
 * @at: when the person came into it, real time in microseconds since the epoch, UTC
 * @replies: (nullable): what the person answered to the stage's campaign, in order; %NULL if it was not sent
 * @ends: %CALLBOARD_STATUS_FAILED, %CALLBOARD_STATUS_EXPIRED or %CALLBOARD_STATUS_WITHDRAWN if it ended so, else
 *   %CALLBOARD_STATUS_NONE: as far as the replies lead
 * @failure: why it failed
 * @failure_code: (nullable): the provider's code
 */
typedef struct
{
  gint64             stage;
  gint64             at;
  char             **replies;
  CallboardStatus    ends;
  CallboardFailure   failure;
  char              *failure_code;
} CallboardPastVisit;

CallboardPastVisit *callboard_past_visit_new  (void);
void                callboard_past_visit_free (CallboardPastVisit *visit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPastVisit, callboard_past_visit_free)

/**
 * CallboardPast:
 * @person: who; the stage in it is not used
 * @visits: (element-type CallboardPastVisit): where the person was, oldest first; at least one
 * @unread: whether nobody has looked at the last reply
 *
 * What happened to somebody before.
 */
typedef struct
{
  CallboardPerson *person;
  GPtrArray       *visits;
  gboolean         unread;
} CallboardPast;

CallboardPast *callboard_past_new  (void);
void           callboard_past_free (CallboardPast *past);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardPast, callboard_past_free)

/**
 * callboard_history_command_new:
 * @job: the job
 * @account: the account that carried the messages
 * @pasts: (transfer full) (element-type CallboardPast): people who are not in the job yet
 *
 * Writes down what happened before, in one transaction. The script decides what was said and where each conversation
 * stands, so that an open one goes on from there. Nothing of it is ever sent.
 *
 * Fails with %CALLBOARD_ENGINE_ERROR_NOT_FOUND or, for somebody who is in the job, %CALLBOARD_STORE_ERROR_CONSTRAINT.
 *
 * Returns: (transfer full): the command
 */
CallboardCommand *callboard_history_command_new (gint64     job,
                                                 gint64     account,
                                                 GPtrArray *pasts);

G_END_DECLS
