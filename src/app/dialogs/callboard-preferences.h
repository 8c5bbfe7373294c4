/* callboard-preferences.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PREFERENCES (callboard_preferences_get_type())

/* The rules of the work and the accounts. */
G_DECLARE_FINAL_TYPE (CallboardPreferences, callboard_preferences, CALLBOARD, PREFERENCES, AdwPreferencesWindow)

CallboardPreferences *callboard_preferences_new           (GtkWindow            *parent,
                                                           CallboardStore       *store);
void                  callboard_preferences_show_accounts (CallboardPreferences *self);

G_END_DECLS
