/* callboard-choice-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-draft-part.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_CHOICE_ROW (callboard_choice_row_get_type())

/* One choice of a question: its label, whether it is flagged, and its place. */
G_DECLARE_FINAL_TYPE (CallboardChoiceRow, callboard_choice_row, CALLBOARD, CHOICE_ROW, AdwEntryRow)

CallboardChoiceRow *callboard_choice_row_new (CallboardDraftPart   *part,
                                              CallboardDraftChoice *choice);

G_END_DECLS
