/* callboard-migrator.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/**
 * callboard_migrator_run:
 * @db: the writing connection
 * @backups: folder for the copy that is made before a database with contents is changed
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Brings the database to this program's version by the numbered steps of data/sql, each in one transaction. A
 * database of a newer program is refused untouched, with %CALLBOARD_STORE_ERROR_NEWER.
 *
 * Returns: whether the database is of this program's version now
 */
gboolean callboard_migrator_run   (CallboardDb  *db,
                                   const char   *backups,
                                   GError      **error);

/**
 * callboard_migrator_check:
 * @db: any connection
 * @error: return location for a %CALLBOARD_STORE_ERROR
 *
 * Returns: whether the database is of exactly this program's version
 */
gboolean callboard_migrator_check (CallboardDb  *db,
                                   GError      **error);

G_END_DECLS
