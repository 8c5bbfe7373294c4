/* callboard-slots.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-schedule.h"
#include "callboard-script-event.h"

G_BEGIN_DECLS

#define CALLBOARD_SLOTS_LEAST 4

/**
 * CallboardTaken:
 * @starts_at: microseconds since the epoch, UTC
 * @ends_at: microseconds since the epoch, UTC
 * @seats: how many people come
 * @same: whether these are people of the same campaign, who may share a time that has room for several
 *
 * A time at which the interviewer, or the candidate, is busy.
 */
typedef struct
{
  gint64   starts_at;
  gint64   ends_at;
  guint    seats;
  gboolean same;
} CallboardTaken;

/**
 * callboard_slots_find:
 * @schedule: the settings
 * @taken: (array length=n_taken) (nullable): when somebody is busy
 * @n_taken: how many
 * @now: the account's time
 * @from: only slots from this moment on are wanted, 0 for all
 * @until: only slots that begin before this moment are wanted, 0 for all
 *
 * Finds the times that can be offered (product.md, section 7), pure. Times of weekly hours stand a duration and a gap
 * apart by the clock on the wall: one that the clocks skip in spring is left out, and one that comes twice in autumn is
 * offered once. If sessions are listed, the hours do not count. Nothing begins before the notice is over, or after the
 * horizon unless there are fewer than %CALLBOARD_SLOTS_LEAST before it; then as many follow as make that number, from
 * weekly hours within sixty days.
 *
 * Returns: (transfer full) (element-type CallboardSlot): the slots in order
 */
GArray *callboard_slots_find (const CallboardSchedule *schedule,
                              const CallboardTaken    *taken,
                              guint                    n_taken,
                              gint64                   now,
                              gint64                   from,
                              gint64                   until);

/**
 * callboard_slots_is_free:
 * @schedule: the settings
 * @taken: (array length=n_taken) (nullable): when somebody is busy
 * @n_taken: how many
 * @slot: a slot that was on offer
 *
 * Returns: whether there is a place
 */
gboolean callboard_slots_is_free (const CallboardSchedule *schedule,
                                  const CallboardTaken    *taken,
                                  guint                    n_taken,
                                  const CallboardSlot     *slot);

G_END_DECLS
