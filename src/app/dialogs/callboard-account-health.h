/* callboard-account-health.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNT_HEALTH (callboard_account_health_get_type())

/* How one account is: what last worked, the last fault with its remedy, quality and limits, and its newest requests. */
G_DECLARE_FINAL_TYPE (CallboardAccountHealth, callboard_account_health, CALLBOARD, ACCOUNT_HEALTH, AdwWindow)

CallboardAccountHealth *callboard_account_health_new (GtkWindow      *parent,
                                                      CallboardStore *store,
                                                      gint64          account);

G_END_DECLS
