/* callboard-rules-page.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_RULES_PAGE (callboard_rules_page_get_type())

/* The rules of the work: names in messages, undo times, send hours. What is changed is kept at once. */
G_DECLARE_FINAL_TYPE (CallboardRulesPage, callboard_rules_page, CALLBOARD, RULES_PAGE, AdwPreferencesPage)

void callboard_rules_page_set_store (CallboardRulesPage *self,
                                     CallboardStore     *store);

G_END_DECLS
