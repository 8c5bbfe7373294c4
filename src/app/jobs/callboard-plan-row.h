/* callboard-plan-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-enums.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PLAN_ROW (callboard_plan_row_get_type())

/* One stage of a job that is being made: its name to edit, its type, its place. Lives in a GtkListBox. */
G_DECLARE_FINAL_TYPE (CallboardPlanRow, callboard_plan_row, CALLBOARD, PLAN_ROW, AdwEntryRow)

/* campaign: (nullable): a campaign document; without one the stage gets the usual text of its type. */
CallboardPlanRow   *callboard_plan_row_new          (CallboardStageType  type,
                                                     const char         *name,
                                                     const char         *campaign);
CallboardStageType  callboard_plan_row_get_stage_type (CallboardPlanRow *self);
const char         *callboard_plan_row_get_campaign (CallboardPlanRow   *self);

/* The word for a type, "Form". */
const char         *callboard_stage_type_describe   (CallboardStageType  type);

G_END_DECLS
