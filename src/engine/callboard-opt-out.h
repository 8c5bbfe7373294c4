/* callboard-opt-out.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-enrolment.h"

G_BEGIN_DECLS

/* The end of what somebody no longer wants, on the writer thread. Times are the account's. */

/**
 * callboard_withdraw:
 * @db: the writing connection
 * @id: an enrolment
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Ends a campaign because the candidate wants no more of it.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_withdraw (CallboardDb       *db,
                             gint64             id,
                             gint64             now,
                             CallboardChanges  *changes,
                             GError           **error);

/**
 * callboard_opt_out:
 * @db: the writing connection
 * @candidate: who
 * @now: the account's time
 * @changes: what changed
 * @error: return location
 *
 * Nothing more is sent to the candidate, in any job: open campaigns are withdrawn, waiting messages pulled
 * (product.md, section 5: STOP).
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_opt_out  (CallboardDb       *db,
                             gint64             candidate,
                             gint64             now,
                             CallboardChanges  *changes,
                             GError           **error);

G_END_DECLS
