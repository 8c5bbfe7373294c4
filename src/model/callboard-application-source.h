/* callboard-application-source.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-types.h"

G_BEGIN_DECLS

/**
 * CallboardApplicationKey:
 * @rank: the card's place in its stage, smallest first
 * @id: the application's id, which decides between equal ranks
 */
typedef struct
{
  gint64 rank;
  gint64 id;
} CallboardApplicationKey;

/**
 * CallboardApplicationFilter:
 * @text: (nullable): words to look for in name and number
 * @failed_only: only cards whose enrolment failed
 */
typedef struct
{
  char     *text;
  gboolean  failed_only;
} CallboardApplicationFilter;

/**
 * CallboardApplicationRow:
 * @name: the candidate's full name
 * @phone: the candidate's number, E.164
 * @status: of the newest enrolment of the current visit
 * @reason: (nullable): why it failed or is held, in plain words
 * @leaves_at: when the first message leaves if @status is Scheduled, else 0
 * @entered_at: when the card came into its stage
 * @done: steps answered
 * @total: steps in all, 0 if the campaign has no questions
 * @unread: replies nobody has looked at
 * @interview: (nullable): when the booked interview begins, by its own clock: "1 Dec, 10:00"
 * @interview_at: when it begins, real time, else 0
 * @interview_confirmed: whether the candidate confirmed it
 *
 * What one card shows. All times are microseconds since the epoch, UTC.
 */
typedef struct
{
  gint64          id;
  gint64          candidate_id;
  gint64          stage_id;
  char           *name;
  char           *phone;
  CallboardStatus status;
  char           *reason;
  gint64          leaves_at;
  gint64          entered_at;
  guint           done;
  guint           total;
  guint           unread;
  char           *interview;
  gint64          interview_at;
  guint           interview_confirmed : 1;
  guint           flagged : 1;
  guint           no_consent : 1;
  guint           opted_out : 1;
  guint           has_attachment : 1;
  guint           by_sms : 1;
} CallboardApplicationRow;

void callboard_application_row_free (CallboardApplicationRow *row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CallboardApplicationRow, callboard_application_row_free)

/** CALLBOARD_APPLICATION_SOURCE_MAX_ROWS: the most rows one call of callboard_application_source_load_rows() reads */
#define CALLBOARD_APPLICATION_SOURCE_MAX_ROWS 128

#define CALLBOARD_TYPE_APPLICATION_SOURCE (callboard_application_source_get_type())

/* Where cards come from. The store implements it over its main-thread reader connection, so that
 * both calls are short and synchronous; tests implement it over arrays. */
G_DECLARE_INTERFACE (CallboardApplicationSource, callboard_application_source, CALLBOARD, APPLICATION_SOURCE, GObject)

struct _CallboardApplicationSourceInterface
{
  GTypeInterface parent_iface;

  GArray    *(*load_keys) (CallboardApplicationSource       *self,
                           gint64                            stage,
                           const CallboardApplicationFilter *filter);
  GPtrArray *(*load_rows) (CallboardApplicationSource       *self,
                           const gint64                     *ids,
                           guint                             n_ids);
};

/**
 * callboard_application_source_load_keys:
 * @self: a source
 * @stage: a stage's id
 * @filter: (nullable): which cards, or %NULL for all
 *
 * Returns: (transfer full) (element-type CallboardApplicationKey): the keys of the live applications in @stage,
 *   in order; empty if the database could not be read, which the source reports itself
 */
GArray    *callboard_application_source_load_keys (CallboardApplicationSource       *self,
                                                   gint64                            stage,
                                                   const CallboardApplicationFilter *filter);

/**
 * callboard_application_source_load_rows:
 * @self: a source
 * @ids: (array length=n_ids): application ids
 * @n_ids: how many, at most %CALLBOARD_APPLICATION_SOURCE_MAX_ROWS
 *
 * Returns: (transfer full) (element-type CallboardApplicationRow): what the cards show, in any order; an id that no
 *   longer exists is missing
 */
GPtrArray *callboard_application_source_load_rows (CallboardApplicationSource       *self,
                                                   const gint64                     *ids,
                                                   guint                             n_ids);

G_END_DECLS
