/* callboard-interview-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-interview.h"
#include "callboard-slots.h"

G_BEGIN_DECLS

#define CALLBOARD_LIVE_INTERVIEW_SQL "state IN ('booked', 'confirmed')"

/**
 * CallboardDiary:
 * @schedule: (transfer none): the settings of the campaign's Schedule module
 * @interviewer: who holds the interview
 * @taken: (element-type CallboardTaken): when the interviewer or the candidate is busy
 *
 * What decides about slots for one enrolment.
 */
typedef struct
{
  const CallboardSchedule *schedule;
  char                    *interviewer;
  GArray                  *taken;
} CallboardDiary;

void     callboard_diary_clear   (CallboardDiary            *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CallboardDiary, callboard_diary_clear)

gboolean callboard_diary_load    (CallboardDb               *db,
                                  const CallboardEnrolment  *enrolment,
                                  CallboardDiary            *self,
                                  gint64                     now,
                                  GError                   **error);
gboolean callboard_diary_is_free (const CallboardDiary      *self,
                                  const CallboardSlot       *slot);

G_END_DECLS
