/* callboard-queries-interviews.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-enums.h"

G_BEGIN_DECLS

/* Interviews. Their times are the calendar's; errors are %CALLBOARD_STORE_ERROR. */

/**
 * CallboardInterviewRow:
 * @name: the candidate's name
 * @stage: the stage whose campaign booked it
 * @starts_at: microseconds since the epoch, UTC
 * @zone: whose clock its texts tell it by, such as "Europe/London"
 * @place_kind: "phone", "video" or "location"
 * @place: the number, link or address, perhaps empty and perhaps with merge fields
 * @moves: how often another time was chosen
 * @shift: what the account's clock is ahead of the real one, microseconds: the interview is over for the program when
 *   @ends_at is before the real time plus @shift
 *
 * One interview, booked or cancelled.
 */
typedef struct
{
  gint64                   id;
  gint64                   application_id;
  gint64                   candidate_id;
  gint64                   job_id;
  char                    *name;
  char                    *phone;
  char                    *job;
  char                    *stage;
  char                    *interviewer;
  gint64                   starts_at;
  gint64                   ends_at;
  char                    *zone;
  char                    *place_kind;
  char                    *place;
  CallboardInterviewState  state;
  guint                    moves;
  gint64                   shift;
} CallboardInterviewRow;

void callboard_interview_row_free (CallboardInterviewRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardInterviewRow, callboard_interview_row_free)

/**
 * callboard_interview_row_tell:
 * @row: an interview
 *
 * Returns: (transfer full): when it begins, by its own clock and in the user's language: "Tue, 1 Dec, 10:00 (GMT, London)"
 */
char                  *callboard_interview_row_tell       (const CallboardInterviewRow  *row);

/**
 * callboard_queries_list_interviews:
 * @db: a connection
 * @job: of which job, 0 for all
 * @error: return location
 *
 * Cancelled ones are among them; what was moved is not, since it stands there with its new time.
 *
 * Returns: (transfer full) (element-type CallboardInterviewRow): in order of time, or %NULL
 */
GPtrArray             *callboard_queries_list_interviews  (CallboardDb                  *db,
                                                           gint64                        job,
                                                           GError                      **error);

/**
 * callboard_queries_load_interview:
 * @db: a connection
 * @application: whose
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the newest interview; %NULL without an error if there is none
 */
CallboardInterviewRow *callboard_queries_load_interview   (CallboardDb                  *db,
                                                           gint64                        application,
                                                           GError                      **error);

G_END_DECLS
