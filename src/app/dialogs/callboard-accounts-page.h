/* callboard-accounts-page.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNTS_PAGE (callboard_accounts_page_get_type())

/* The accounts: which one sends, adding, pausing, removing. */
G_DECLARE_FINAL_TYPE (CallboardAccountsPage, callboard_accounts_page, CALLBOARD, ACCOUNTS_PAGE, AdwPreferencesPage)

void callboard_accounts_page_set_store (CallboardAccountsPage *self,
                                        CallboardStore        *store);

G_END_DECLS
