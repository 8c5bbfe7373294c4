/* callboard-account-fields.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-provider.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_ACCOUNT_FIELDS (callboard_account_fields_get_type())

/* What a provider asks for, each with the place where it is found. */
G_DECLARE_FINAL_TYPE (CallboardAccountFields, callboard_account_fields, CALLBOARD, ACCOUNT_FIELDS, AdwPreferencesPage)

/* Makes the rows; name and settings are those of an account that is there already. */
void        callboard_account_fields_show     (CallboardAccountFields       *self,
                                               const CallboardProviderInfo  *info,
                                               const char                   *name,
                                               JsonObject                   *settings);

/* (transfer full): what the recruiter calls the account, or the provider's name. */
char       *callboard_account_fields_dup_name (CallboardAccountFields       *self);

/* Puts what was entered into settings, and into what is stored of secrets; *changed tells whether that is another now. If
 * something is wrong or missing, its row has the focus. */
gboolean    callboard_account_fields_take     (CallboardAccountFields       *self,
                                               JsonObject                   *settings,
                                               char                        **secret,
                                               gboolean                     *changed,
                                               GError                      **error);

G_END_DECLS
