/* callboard-problem-list.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-plain-draft.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PROBLEM_LIST (callboard_problem_list_get_type())

/* What keeps a campaign from being sent; hidden when nothing does. Emits "chosen" with the part (char *, nullable) of the
 * problem that was pressed. */
G_DECLARE_FINAL_TYPE (CallboardProblemList, callboard_problem_list, CALLBOARD, PROBLEM_LIST, GtkWidget)

void callboard_problem_list_update (CallboardProblemList   *self,
                                    CallboardCampaignDraft *draft,
                                    CallboardStageType      type);

G_END_DECLS
