/* callboard-job-account-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_JOB_ACCOUNT_ROW (callboard_job_account_row_get_type())

/* Which account sends the new campaigns of a job. What is chosen is kept at once. */
G_DECLARE_FINAL_TYPE (CallboardJobAccountRow, callboard_job_account_row, CALLBOARD, JOB_ACCOUNT_ROW, AdwComboRow)

/* Shows what holds now. Whatever the accounts say later is for the caller to show again. */
void callboard_job_account_row_show (CallboardJobAccountRow *self,
                                     CallboardStore         *store,
                                     gint64                  job);

G_END_DECLS
