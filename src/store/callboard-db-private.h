/* callboard-db-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <sqlite3.h>

#include "callboard-db.h"

G_BEGIN_DECLS

sqlite3    *callboard_db_get_handle    (CallboardDb  *self);
void        callboard_store_set_error  (GError      **error,
                                        sqlite3      *handle,
                                        int           code);

G_END_DECLS
