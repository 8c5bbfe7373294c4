/* callboard-country-row.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CALLBOARD_TYPE_COUNTRY_ROW (callboard_country_row_get_type())

/* A row that shows a country and lets one be found by typing a few letters. */
G_DECLARE_FINAL_TYPE (CallboardCountryRow, callboard_country_row, CALLBOARD, COUNTRY_ROW, AdwActionRow)

/* ISO 3166, two letters; never NULL. */
const char *callboard_country_row_get_country (CallboardCountryRow *self);
void        callboard_country_row_set_country (CallboardCountryRow *self,
                                               const char          *country);

G_END_DECLS
