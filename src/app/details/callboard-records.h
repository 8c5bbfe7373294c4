/* callboard-records.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"
#include "callboard-queries-application.h"
#include "callboard-record-list.h"
#include "callboard-store.h"

G_BEGIN_DECLS

/* Fills the tabs of the details. @now is the real time. */

/* What was asked and answered. */
void  callboard_records_fill_answers (CallboardRecordList    *list,
                                      CallboardStore         *store,
                                      gint64                  application,
                                      gint64                  now);

/* Where the card was and what was sent there, newest first. */
void  callboard_records_fill_history (CallboardRecordList    *list,
                                      CallboardDb            *db,
                                      gint64                  application,
                                      gint64                  now);

/**
 * callboard_records_describe_next:
 * @details: an application
 * @now: the real time
 *
 * Returns: (transfer full): what happens next, in a sentence or two
 */
char *callboard_records_describe_next (const CallboardDetails *details,
                                       gint64                  now);

G_END_DECLS
