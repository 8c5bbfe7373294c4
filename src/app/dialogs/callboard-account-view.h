/* callboard-account-view.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-queries-office.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNT_VIEW (callboard_account_view_get_type())

/* A row for one account: what it is, whether it sends, and what can be done with it. Its buttons activate "account.pause",
 * "account.resume", "account.edit" and "account.remove" with the account's id, which the page around it has. */
G_DECLARE_FINAL_TYPE (CallboardAccountView, callboard_account_view, CALLBOARD, ACCOUNT_VIEW, AdwActionRow)

CallboardAccountView *callboard_account_view_new (const CallboardAccountRow *row,
                                                  gboolean                   sends);

G_END_DECLS
