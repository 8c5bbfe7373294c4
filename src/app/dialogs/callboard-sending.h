/* callboard-sending.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-queries-jobs.h"
#include "callboard-queries-office.h"

G_BEGIN_DECLS

/* What the forms say about sending, before it happens. */

/* (transfer full) (nullable): the account that sends new campaigns, active or paused. */
CallboardAccountRow *callboard_sending_load_account (CallboardDb              *db);

/* (transfer full): "20 seconds", "1 minute", "24 hours". */
char                *callboard_sending_describe_time (gint64                   time);

/* (transfer full): what coming into stage does to n people who may be written to. n of 0 stands for one whose number is
 * not known yet. */
char                *callboard_sending_describe     (CallboardDb              *db,
                                                     const CallboardStageInfo *stage,
                                                     guint                     n);

G_END_DECLS
