/* callboard-archive-private.h
 *
 * Copyright 2026 The Callboard authors
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "callboard-changes.h"
#include "callboard-db.h"

G_BEGIN_DECLS

/* Archives one card, inside another command's transaction. */
gboolean callboard_archive_run (CallboardDb       *db,
                                gint64             application,
                                gint64             now,
                                CallboardChanges  *changes,
                                GError           **error);

G_END_DECLS
