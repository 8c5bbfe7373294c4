/* callboard-prices-page.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "callboard-store.h"

G_BEGIN_DECLS

#define CALLBOARD_TYPE_PRICES_PAGE (callboard_prices_page_get_type())

/* What one part of a text costs in each country, as the recruiter entered it. */
G_DECLARE_FINAL_TYPE (CallboardPricesPage, callboard_prices_page, CALLBOARD, PRICES_PAGE, AdwPreferencesPage)

void callboard_prices_page_set_store (CallboardPricesPage *self,
                                      CallboardStore      *store);

G_END_DECLS
