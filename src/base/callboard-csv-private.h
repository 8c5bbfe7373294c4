/* callboard-csv-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-csv.h"

G_BEGIN_DECLS

GBytes   *callboard_csv_decode           (GBytes          *bytes,
                                          GError         **error);
char      callboard_csv_detect_delimiter (const char      *text,
                                          gsize            length,
                                          const char     **after);
gboolean  callboard_csv_detect_header    (CallboardTable  *table);

G_END_DECLS
