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

/**
 * CallboardAccountUse:
 * @CALLBOARD_ACCOUNT_SENDS: new campaigns leave through it
 * @CALLBOARD_ACCOUNT_DEFAULT: it is the default of what it carries
 */
typedef enum
{
  CALLBOARD_ACCOUNT_UNUSED  = 0,
  CALLBOARD_ACCOUNT_SENDS   = 1 << 0,
  CALLBOARD_ACCOUNT_DEFAULT = 1 << 1,
} CallboardAccountUse;

/* A row for one account: what it is, how it is, whether it sends, and a menu of what can be done with it: "account.health",
 * "account.edit", "account.pause", "account.resume", "account.make-default" and "account.remove" with the account's id,
 * which the page around it has. */
G_DECLARE_FINAL_TYPE (CallboardAccountView, callboard_account_view, CALLBOARD, ACCOUNT_VIEW, AdwActionRow)

CallboardAccountView *callboard_account_view_new       (const CallboardAccountRow *row,
                                                        const CallboardHealthRow  *health,
                                                        CallboardAccountUse        use);

/* (transfer full): "Paused: …", from the reason kept with an account. */
char                 *callboard_account_describe_pause (const char                *reason);

G_END_DECLS
