/* callboard-approval-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-field.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_APPROVAL_ROW (callboard_approval_row_get_type())

/* How far the WhatsApp template of the welcome is, why it was rejected, and a button that submits it. Beside it only the
 * examples of merge fields are shown that the welcome has. */
G_DECLARE_FINAL_TYPE (CallboardApprovalRow, callboard_approval_row, CALLBOARD, APPROVAL_ROW, AdwActionRow)

G_END_DECLS
