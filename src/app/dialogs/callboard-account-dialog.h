/* callboard-account-dialog.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNT_DIALOG (callboard_account_dialog_get_type())

/* Adds or changes an account at Twilio. The secret goes into the keyring, and nowhere else. */
G_DECLARE_FINAL_TYPE (CallboardAccountDialog, callboard_account_dialog, CALLBOARD, ACCOUNT_DIALOG, AdwWindow)

/* account: 0 to add one. */
CallboardAccountDialog *callboard_account_dialog_new (GtkWindow      *parent,
                                                      CallboardStore *store,
                                                      gint64          account);

G_END_DECLS
