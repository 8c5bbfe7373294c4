/* callboard-part.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-db.h"

G_BEGIN_DECLS

/* Parts of a command that may fail by themselves, without taking the rest of its transaction with them. Parts do not
 * nest. */

/**
 * callboard_part_begin:
 * @db: the writing connection
 * @error: return location
 *
 * Returns: whether a part was begun
 */
gboolean callboard_part_begin    (CallboardDb   *db,
                                  GError       **error);

/**
 * callboard_part_keep:
 * @db: the writing connection
 * @error: return location
 *
 * Ends a part that went well.
 *
 * Returns: whether nothing went wrong
 */
gboolean callboard_part_keep     (CallboardDb   *db,
                                  GError       **error);

/**
 * callboard_part_drop:
 * @db: the writing connection
 * @fault: (transfer full): what went wrong in the part
 * @error: return location for @fault, if it is no fault of the part alone: the disk is full, the database damaged …
 *
 * Ends a part that failed: all that it changed is taken back.
 *
 * Returns: whether the command can go on
 */
gboolean callboard_part_drop     (CallboardDb   *db,
                                  GError        *fault,
                                  GError       **error);

G_END_DECLS
