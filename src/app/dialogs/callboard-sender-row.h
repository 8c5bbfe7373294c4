/* callboard-sender-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-db.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_SENDER_ROW (callboard_sender_row_get_type())

/* Chooses the account that new campaigns leave through, by the action account.send-from. */
G_DECLARE_FINAL_TYPE (CallboardSenderRow, callboard_sender_row, CALLBOARD, SENDER_ROW, AdwComboRow)

/* Shows the accounts there are now. */
void callboard_sender_row_reload (CallboardSenderRow *self,
                                  CallboardDb        *db);

G_END_DECLS
