/* callboard-nudge.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* Nudges (product.md, section 6): reminders to somebody who has not finished, on the writer thread and inside the caller's
 * transaction. */

/**
 * callboard_nudge_plan:
 * @db: the writing connection
 * @enrolment: an enrolment
 * @now: the account's time
 * @error: return location
 *
 * Sets the timer for the next nudge anew: so long after the last message as the campaign says, at most one a day per
 * person over all jobs, and within send hours. There is none for a campaign that does not wait for the candidate.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_nudge_plan   (CallboardDb               *db,
                                 const CallboardEnrolment  *enrolment,
                                 gint64                     now,
                                 GError                   **error);

/**
 * callboard_nudge_reset:
 * @db: the writing connection
 * @enrolment: an enrolment whose candidate has been heard
 * @now: the account's time
 * @error: return location
 *
 * Begins to count anew, and plans.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_nudge_reset  (CallboardDb               *db,
                                 CallboardEnrolment        *enrolment,
                                 gint64                     now,
                                 GError                   **error);

/**
 * callboard_nudge_send:
 * @db: the writing connection
 * @enrolment: an enrolment whose timer has come due
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Nudges, or plans anew if something was said since the timer was set.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_nudge_send   (CallboardDb               *db,
                                 CallboardEnrolment        *enrolment,
                                 gint64                     now,
                                 CallboardChanges          *changes,
                                 GError                   **error);

G_END_DECLS
