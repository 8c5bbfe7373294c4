/* callboard-country.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Countries by their ISO 3166 codes of two letters, such as "DE": those that have phone numbers. Everything here may be
 * called from any thread. */

/**
 * callboard_country_parse:
 * @text: a code as people write it, in either case, "UK" too
 *
 * Returns: (transfer full) (nullable): the code; %NULL if there is no such country
 */
char  *callboard_country_parse       (const char *text);

/**
 * callboard_country_get_name:
 * @country: a country
 *
 * Returns: (transfer full): its name in the user's language, or @country itself if it has none
 */
char  *callboard_country_get_name    (const char *country);

/**
 * callboard_country_list:
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes of all countries, sorted
 */
char **callboard_country_list        (void);

/**
 * callboard_country_get_default:
 *
 * Returns: (transfer full) (nullable): the country of the user's locale
 */
char  *callboard_country_get_default (void);

G_END_DECLS
