/* callboard-zone-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-zone.h"

G_BEGIN_DECLS

char      **callboard_zone_find (const char *country,
                                 const char *zone);
GTimeZone  *callboard_zone_open (const char *zone);

G_END_DECLS
